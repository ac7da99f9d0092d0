import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { CollationRecord } from "../../../src/model/record.ts";
import { collateInputs } from "../../../src/pipeline.ts";
import { nodeCollateEffects } from "../../../src/system/collate-effects.ts";
import { compareBodies, compareMetadata } from "../examples/article-parts.ts";
import { compareFacts, compareLineage, compareUtterances, compareVariants } from "../examples/collation-parts.ts";
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
	return { stage: "examples", corpus: "examples", ...compareWithGold(await collateExamples(), gold) };
};

/** The record of the examples. Places are given as from the repository's root, so that ids hold on every machine. */
async function collateExamples(): Promise<CollationRecord> {
	const effects = nodeCollateEffects();
	return collateInputs(["examples"], {
		...effects,
		list: async (input) => {
			const { kind, files } = await effects.list(join(root, input));
			return { kind, files: files.map(({ path, size }) => ({ path: path.slice(root.length), size })) };
		},
		read: (path, limit) => effects.read(join(root, path), limit),
	});
}

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
