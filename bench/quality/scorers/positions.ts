import { readdir, readFile } from "node:fs/promises";
import { compareText, round } from "../../../src/text/compare.ts";
import type { Measurement, Scorer } from "../measurement.ts";
import { type PositionCase, readPositionCases } from "../positions/cases.ts";
import { comparePositionCase, type PositionResult } from "../positions/compare.ts";

const folder = new URL("../positions/cases/", import.meta.url);

/** Measures positions on the project's own hand-written cases: the folder of corpora is not looked at. */
export const scorePositions: Scorer = async (_corpora: string): Promise<Measurement | null> => {
	const cases = await readAllPositionCases();
	const results = cases.map((one) => ({ one, result: comparePositionCase(one) }));
	const sum = (part: (result: PositionResult) => number): number =>
		results.reduce((total, { result }) => total + part(result), 0);
	const of = (part: (result: PositionResult) => number, whole: (result: PositionResult) => number): number =>
		sum(whole) === 0 ? 1 : round(sum(part) / sum(whole));
	const figures = {
		"rows precision": of(
			({ hit }) => hit,
			({ found }) => found,
		),
		"rows recall": of(
			({ hit }) => hit,
			({ gold }) => gold,
		),
		"stance precision": of(
			({ sidesRight }) => sidesRight,
			({ sided }) => sided,
		),
		"stance recall": of(
			({ sidesFound }) => sidesFound,
			({ sidesAsked }) => sidesAsked,
		),
		"spoken for right": of(
			({ behalfRight }) => behalfRight,
			({ behalfAsked }) => behalfAsked,
		),
		"change precision": of(
			({ changesRight }) => changesRight,
			({ changesGiven }) => changesGiven,
		),
		"change recall": of(
			({ changesRight }) => changesRight,
			({ changesAsked }) => changesAsked,
		),
		"whole cases right": round(results.filter(({ result }) => result.notes.length === 0).length / results.length),
	};
	const items: { [id: string]: number } = {};
	for (const { one, result } of results) items[`${one.theme} · ${one.id}`] = result.notes.length === 0 ? 1 : 0;
	if (process.env["POSITION_NOTES"])
		for (const { one, result } of results)
			for (const note of result.notes) process.stdout.write(`${one.theme} · ${one.id}: ${note}\n`);
	return { stage: "positions", corpus: "position cases", figures, items };
};

/** Every case of the folder, by file name and then in the file's order. */
async function readAllPositionCases(): Promise<PositionCase[]> {
	const names = (await readdir(folder)).filter((name) => name.endsWith(".txt")).sort(compareText);
	const files = await Promise.all(
		names.map(async (name) => ({ name, file: await readFile(new URL(name, folder), "utf8") })),
	);
	return files.flatMap(({ name, file }) => readPositionCases(name.slice(0, -4), file));
}
