import type { CollationRecord } from "../../../src/model/record.ts";
import { matchRecord } from "../examples/match.ts";
import { joinTallies, type Tally } from "../examples/tally.ts";
import { compareCarriers } from "./carriers.ts";
import { compareConflicts } from "./conflicts.ts";
import { compareFacts } from "./facts.ts";
import type { CollationGold } from "./gold.ts";
import { compareLineage } from "./lineage.ts";
import { compareUtterances } from "./utterances.ts";
import { compareVariants } from "./variants.ts";

/** What of a set's gold its record holds: one item for each gold finding, figures from counts that can be summed. */
export function compareSet(record: CollationRecord, gold: CollationGold): Tally {
	const matched = matchRecord(record, gold);
	return joinTallies([
		compareUtterances(matched),
		compareVariants(matched),
		compareFacts(matched),
		compareConflicts(matched),
		compareCarriers(matched),
		compareLineage(matched),
	]);
}
