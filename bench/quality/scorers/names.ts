import { readdir, readFile } from "node:fs/promises";
import { compareText } from "../../../src/text/compare.ts";
import type { Measurement, Scorer } from "../measurement.ts";
import { type NameCase, readNameCases } from "../names/cases.ts";
import { compareNameCase, type NameResult, type Pairs } from "../names/compare.ts";

const folder = new URL("../names/cases/", import.meta.url);

/** Measures names on the project's own hand-written cases: the folder of corpora is not looked at. */
export const scoreNames: Scorer = async (_corpora: string): Promise<Measurement | null> => {
	const results = (await readAllNameCases()).map((one) => ({ one, result: compareNameCase(one) }));
	const sum = (part: (result: NameResult) => number): number =>
		results.reduce((total, { result }) => total + part(result), 0);
	const precision = ratio(
		sum(({ hit }) => hit),
		sum(({ found }) => found),
	);
	const recall = ratio(
		sum(({ hit }) => hit),
		sum(({ gold }) => gold),
	);
	const figures = {
		"mention precision": precision,
		"mention F1": harmonic(precision, recall),
		"type right": ratio(
			sum(({ typed }) => typed),
			sum(({ hit }) => hit),
		),
		"joined in a report F1": pairFigure(results.map(({ result }) => result.pairs)),
		"joined across reports F1": pairFigure(results.map(({ result }) => result.acrossPairs)),
		"names and relations right": ratio(
			sum(({ right }) => right),
			sum(({ asked }) => asked),
		),
		"wrong joins in a report (count)": sum(({ wrongJoins }) => wrongJoins),
		"wrong joins across reports (count)": sum(({ wrongJoinsAcross }) => wrongJoinsAcross),
	};
	const items: { [id: string]: number } = {};
	for (const { one, result } of results) items[`${one.theme} · ${one.id}`] = scoreOf(result);
	return { stage: "names", corpus: "names", figures, items };
};

/** Every case of the folder, by file name and then in the file's order. */
async function readAllNameCases(): Promise<NameCase[]> {
	const names = (await readdir(folder)).filter((name) => name.endsWith(".txt")).sort(compareText);
	const files = await Promise.all(
		names.map(async (name) => ({ name, file: await readFile(new URL(name, folder), "utf8") })),
	);
	return files.flatMap(({ name, file }) => readNameCases(name.replace(/\.txt$/, ""), file));
}

/** 1 for a case without a fault; each fault takes its share of what could be right. */
function scoreOf(result: NameResult): number {
	const { gold, hit, found, typed, pairs, acrossPairs, asked, right } = result;
	const faults =
		gold -
		hit +
		(found - hit) +
		(hit - typed) +
		pairs.gold +
		pairs.found -
		2 * pairs.both +
		acrossPairs.gold +
		acrossPairs.found -
		2 * acrossPairs.both +
		asked -
		right +
		result.wrongJoins +
		result.wrongJoinsAcross;
	const whole = Math.max(1, gold * 2 + pairs.gold + acrossPairs.gold + asked);
	return Math.round(Math.max(0, 1 - faults / whole) * 1e4) / 1e4;
}

function ratio(part: number, whole: number): number {
	return whole === 0 ? 1 : part / whole;
}

function harmonic(a: number, b: number): number {
	return a + b === 0 ? 0 : (2 * a * b) / (a + b);
}

function pairFigure(list: readonly Pairs[]): number {
	const total = list.reduce((a, b) => ({ gold: a.gold + b.gold, found: a.found + b.found, both: a.both + b.both }));
	return harmonic(ratio(total.both, total.found), ratio(total.both, total.gold));
}
