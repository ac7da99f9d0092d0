import { fileURLToPath } from "node:url";
import type { CollationRecord } from "../../../src/model/record.ts";
import { collateFolder } from "../collation/collate-folder.ts";
import { compareSet } from "../collation/compare.ts";
import { type ComparedSet, describeCollation, SHOWN_BY_SET } from "../collation/details.ts";
import { type CollationSet, readCollationSets } from "../collation/gold.ts";
import { compareUtterances } from "../collation/utterances.ts";
import { compareVariants } from "../collation/variants.ts";
import { matchRecord } from "../examples/match.ts";
import { joinTallies, Tally } from "../examples/tally.ts";
import type { Measurement, Scorer } from "../measurement.ts";

const inCollation = "bench/quality/collation";

/** Measures the whole way on the annotated sets that are not held. They lie in the repository: no corpora are looked at. */
export const scoreCollation: Scorer = () => scoreSets("annotated sets", ({ gold }) => !gold.held);

/** The same on the held sets; the gate runs it only when it is asked to by name. */
export const scoreHeldCollation: Scorer = () => scoreSets("held sets", ({ gold }) => gold.held);

/** Measures utterances and variants on the sets that are annotated for these alone and are not held. */
export const scoreUtteranceSets: Scorer = () =>
	scoreUtterances("utterance sets", "utterance-sets", ({ gold }) => !gold.held);

/** The same on those that are held. */
export const scoreHeldUtteranceSets: Scorer = () =>
	scoreUtterances("held utterance sets", "utterance-sets", ({ gold }) => gold.held);

/** Stories written after these, of which no code had seen any before it was scored on them. */
export const scoreFurtherSets: Scorer = () =>
	scoreUtterances("further utterance sets", "further-sets", ({ gold }) => !gold.held);

/** The same on those that are held. */
export const scoreHeldFurtherSets: Scorer = () =>
	scoreUtterances("held further utterance sets", "further-sets", ({ gold }) => gold.held);

async function scoreUtterances(
	corpus: string,
	folder: string,
	isMeant: (set: CollationSet) => boolean,
): Promise<Measurement | null> {
	const sets = readSets(folder).filter(isMeant);
	if (sets.length === 0) return null;
	const whole = new Tally();
	for (const { name, gold } of sets) {
		const matched = matchRecord(await collateSet(name, folder), gold);
		whole.add(joinTallies([compareUtterances(matched), compareVariants(matched)]), `${name}/`);
	}
	return { stage: "collation", corpus, figures: whole.figures, items: whole.items };
}

function readSets(name: string): CollationSet[] {
	return readCollationSets(fileURLToPath(new URL(`../collation/${name}`, import.meta.url)));
}

async function scoreSets(corpus: string, isMeant: (set: CollationSet) => boolean): Promise<Measurement | null> {
	const sets = readSets("sets").filter(isMeant);
	if (sets.length === 0) return null;
	const whole = new Tally();
	const compared: ComparedSet[] = [];
	for (const { name, gold } of sets) {
		const record = await collateSet(name);
		const tally = compareSet(record, gold);
		whole.add(tally, `${name}/`);
		compared.push({ name, figures: tally.figures, matched: matchRecord(record, gold) });
	}
	const ofSets = compared.flatMap(({ name, figures }) =>
		SHOWN_BY_SET.map((figure): [string, number] => [`${name}: ${figure}`, figures[figure] ?? 0]),
	);
	return {
		stage: "collation",
		corpus,
		figures: whole.figures,
		items: { ...Object.fromEntries(ofSets), ...whole.items },
		details: () => describeCollation(compared),
	};
}

/** The record of one set: of its reports alone, never of its gold. */
export function collateSet(name: string, folder: string = "sets"): Promise<CollationRecord> {
	return collateFolder(`${inCollation}/${folder}/${name}`, (place) => place.endsWith(".txt"));
}
