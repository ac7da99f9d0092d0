import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { loadAnalysisData } from "../../../src/system/data.ts";
import { compareText, round } from "../../../src/text/compare.ts";
import { readCollationSets } from "../collation/gold.ts";
import type { Measurement, Scorer } from "../measurement.ts";
import { readTraceCases, type TraceCase } from "../trace/cases.ts";
import { compareTraceCase, type TraceResult } from "../trace/compare.ts";
import { type SetTrace, traceSet } from "../trace/set-traces.ts";

const folder = new URL("../trace/cases/", import.meta.url);

/** The set that was written with the others and looked at only when they were done. */
const SECOND = "second-set";

/** Measures tracing on the project's own hand-written cases: the folder of corpora is not looked at. */
export const scoreTrace: Scorer = async (_corpora: string): Promise<Measurement | null> => {
	const cases = await readAllTraceCases();
	return measure(
		"trace cases",
		cases.filter(({ theme }) => theme !== SECOND),
	);
};

/** The same on the second set. */
export const scoreSecondTrace: Scorer = async (_corpora: string): Promise<Measurement | null> => {
	const cases = await readAllTraceCases();
	return measure(
		"trace cases, second set",
		cases.filter(({ theme }) => theme === SECOND),
	);
};

/**
 * The same on renditions in marks of the annotated sets that are not held: the other renditions of their utterance are to
 * be found and nothing else. The sets have look-alikes of one speaker on two occasions on purpose.
 */
export const scoreTracedSets: Scorer = async (_corpora: string): Promise<Measurement | null> => {
	const data = loadAnalysisData();
	const folder = fileURLToPath(new URL("../collation/sets", import.meta.url));
	const results: SetTrace[] = [];
	for (const set of readCollationSets(folder).filter(({ gold }) => !gold.held))
		results.push(...(await traceSet(set, data)));
	const sum = (part: (result: SetTrace) => number): number => results.reduce((total, one) => total + part(one), 0);
	return {
		stage: "trace",
		corpus: "annotated sets",
		figures: {
			"places precision": ratio(
				sum(({ right }) => right),
				sum(({ found }) => found),
			),
			"places recall": ratio(
				sum(({ hit }) => hit),
				sum(({ gold }) => gold),
			),
		},
		items: Object.fromEntries(
			results.map(({ id, gold, hit, found, right }) => [id, ratio(hit + right, gold + found)] as const),
		),
	};
};

function measure(corpus: string, cases: readonly TraceCase[]): Measurement {
	const data = loadAnalysisData();
	const results = cases.map((one) => ({ one, result: compareTraceCase(one, data) }));
	const sum = (part: (result: TraceResult) => number): number =>
		results.reduce((total, { result }) => total + part(result), 0);
	const hit = sum((one) => one.hit);
	const figures: { [name: string]: number } = {
		"places precision": ratio(
			hit,
			sum((one) => one.found),
		),
		"places recall": ratio(
			hit,
			sum((one) => one.gold),
		),
		"cut and reworded precision": ratio(
			sum((one) => one.otherHit),
			sum((one) => one.otherFound),
		),
		"cut and reworded recall": ratio(
			sum((one) => one.otherHit),
			sum((one) => one.otherGold),
		),
		"kind right": ratio(
			sum((one) => one.kindRight),
			hit,
		),
		"words right": ratio(
			sum((one) => one.wordsRight),
			hit,
		),
		"differences, speakers, credits right": ratio(
			sum((one) => one.right),
			sum((one) => one.asked),
		),
		"must-nots held": ratio(
			sum((one) => one.held),
			sum((one) => one.mustNots),
		),
		"whole cases right": ratio(results.filter(({ result }) => result.notes.length === 0).length, results.length),
	};
	const items: { [id: string]: number } = {};
	for (const { one, result } of results) items[`${one.theme} · ${one.id}`] = result.notes.length === 0 ? 1 : 0;
	return { stage: "trace", corpus, figures, items };
}

/** Every case of the folder, by file name and then in the file's order. */
async function readAllTraceCases(): Promise<TraceCase[]> {
	const names = (await readdir(folder)).filter((name) => name.endsWith(".txt")).sort(compareText);
	const files = await Promise.all(
		names.map(async (name) => ({ name, file: await readFile(new URL(name, folder), "utf8") })),
	);
	return files.flatMap(({ name, file }) => readTraceCases(name.slice(0, -4), file));
}

function ratio(part: number, whole: number): number {
	return whole === 0 ? 1 : round(part / whole);
}
