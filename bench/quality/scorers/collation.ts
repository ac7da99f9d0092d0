import { fileURLToPath } from "node:url";
import type { CollationRecord } from "../../../src/model/record.ts";
import { collateFolder } from "../collation/collate-folder.ts";
import { compareSet } from "../collation/compare.ts";
import { type ComparedSet, describeCollation, SHOWN_BY_SET } from "../collation/details.ts";
import { type CollationSet, readCollationSets } from "../collation/gold.ts";
import { matchRecord } from "../examples/match.ts";
import { Tally } from "../examples/tally.ts";
import type { Measurement, Scorer } from "../measurement.ts";

const folder = "bench/quality/collation/sets";

/** Measures the whole way on the annotated sets that are not held. They lie in the repository: no corpora are looked at. */
export const scoreCollation: Scorer = () => scoreSets("annotated sets", ({ gold }) => !gold.held);

/** The same on the held sets; the gate runs it only when it is asked to by name. */
export const scoreHeldCollation: Scorer = () => scoreSets("held sets", ({ gold }) => gold.held);

async function scoreSets(corpus: string, isMeant: (set: CollationSet) => boolean): Promise<Measurement | null> {
	const sets = readCollationSets(fileURLToPath(new URL("../collation/sets", import.meta.url))).filter(isMeant);
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
export function collateSet(name: string): Promise<CollationRecord> {
	return collateFolder(`${folder}/${name}`, (place) => place.endsWith(".txt"));
}
