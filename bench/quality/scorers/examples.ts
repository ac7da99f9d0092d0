import type { CollationRecord } from "../../../src/model/record.ts";
import { compareBodies, compareMetadata } from "../examples/article-parts.ts";
import { compareFacts, compareLineage, compareUtterances, compareVariants } from "../examples/collation-parts.ts";
import type { Gold } from "../examples/gold.ts";
import { matchRecord } from "../examples/match.ts";
import { compareQuotations } from "../examples/quotation-parts.ts";
import { compareCopies, compareEntities, comparePassages, compareStories } from "../examples/set-parts.ts";
import { type Comparison, joinTallies } from "../examples/tally.ts";

/**
 * What of the gold a record holds: precision and recall of each part, and one item for each gold
 * finding, 1 when it was found and 0 when not. Articles are matched by file name, texts exactly,
 * white space and marks at the ends apart; places by the span of the text they quote.
 */
export function compareWithGold(record: CollationRecord, gold: Gold): Comparison {
	const matched = matchRecord(record, gold);
	return joinTallies([
		compareBodies(matched),
		compareMetadata(matched),
		compareQuotations(matched),
		compareEntities(matched),
		compareCopies(matched),
		comparePassages(matched),
		compareStories(matched),
		compareUtterances(matched),
		compareVariants(matched),
		compareFacts(matched),
		compareLineage(matched),
	]);
}
