import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { CollationRecord } from "../../../src/model/record.ts";
import { collateFolder } from "../collation/collate-folder.ts";
import { compareConflicts } from "../collation/conflicts.ts";
import { compareFacts } from "../collation/facts.ts";
import { compareLineage } from "../collation/lineage.ts";
import { compareUtterances } from "../collation/utterances.ts";
import { compareVariants } from "../collation/variants.ts";
import { compareBodies, compareMetadata } from "../examples/article-parts.ts";
import { type Gold, readGold } from "../examples/gold.ts";
import { matchRecord } from "../examples/match.ts";
import { compareQuotations } from "../examples/quotation-parts.ts";
import { compareCopies, compareEntities, comparePassages, compareStories } from "../examples/set-parts.ts";
import { type Comparison, joinTallies } from "../examples/tally.ts";
import type { Measurement, Scorer } from "../measurement.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** Measures the whole way on `examples/`, which lies in the repository: the folder of corpora is not looked at. */
export const scoreExamples: Scorer = async (_corpora: string): Promise<Measurement | null> => {
	const gold = await readGold(join(root, "examples"));
	if (!gold) return null;
	return { stage: "examples", corpus: "examples", ...compareWithGold(await collateFolder("examples"), gold) };
};

/**
 * What of the gold a record holds: precision and recall of each part, and one item for each gold
 * finding, 1 when it was found and 0 when not. Articles are matched by file name, texts exactly,
 * white space and marks at the ends apart; places by the span of the text they quote.
 */
export function compareWithGold(record: CollationRecord, gold: Gold): Comparison {
	const matched = matchRecord(record, gold);
	const { figures, items } = joinTallies([
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
		compareConflicts(matched),
		compareLineage(matched),
	]);
	return { figures, items };
}
