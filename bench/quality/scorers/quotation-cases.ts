import { readdir, readFile } from "node:fs/promises";
import type { TaggerModel } from "../../../src/pipeline.ts";
import { loadAnalysisData } from "../../../src/system/data.ts";
import { compareText, round } from "../../../src/text/compare.ts";
import type { Measurement, Scorer } from "../measurement.ts";
import { type QuotationCase, readQuotationCases } from "../quotation-cases/cases.ts";
import { compareQuotationCase, PARTS, type Part, type QuotationResult } from "../quotation-cases/compare.ts";

const folder = new URL("../quotation-cases/cases/", import.meta.url);

/** The set that was written before any rule was changed for the others, and is read apart from them. */
const SECOND = "second-set";

/** Measures quotations on the project's own hand-written cases: the folder of corpora is not looked at. */
export const scoreQuotationCases: Scorer = async (_corpora: string): Promise<Measurement | null> => {
	const cases = await readAllQuotationCases();
	return measure(
		"quotation cases",
		cases.filter(({ theme }) => theme !== SECOND),
	);
};

/** The same on the second set. */
export const scoreSecondQuotationCases: Scorer = async (_corpora: string): Promise<Measurement | null> => {
	const cases = await readAllQuotationCases();
	return measure(
		"quotation cases, second set",
		cases.filter(({ theme }) => theme === SECOND),
	);
};

const NAMES: Readonly<Record<Part, string>> = {
	kind: "kind right",
	by: "source right",
	who: "speaker right",
	via: "carriers right",
	is: "polarity right",
	hedged: "hedge right",
	to: "hearer right",
	at: "place right",
	on: "day right",
};

function measure(corpus: string, cases: readonly QuotationCase[]): Measurement {
	const tagger: TaggerModel | null = loadAnalysisData().tagger;
	const results = cases.map((one) => ({ one, result: compareQuotationCase(one, tagger) }));
	const sum = (part: (result: QuotationResult) => number): number =>
		results.reduce((total, { result }) => total + part(result), 0);
	const [gold, found, hit] = [sum((one) => one.gold), sum((one) => one.found), sum((one) => one.hit)];
	const whole = results.filter(({ result }) => result.notes.length === 0);
	const figures: { [name: string]: number } = {
		"words precision": ratio(hit, found),
		"words recall": ratio(hit, gold),
		"words F1": ratio(2 * hit, found + gold),
	};
	for (const part of PARTS)
		figures[NAMES[part]] = ratio(
			sum(({ right }) => right[part]),
			sum(({ asked }) => asked[part]),
		);
	figures["must-nots held"] = ratio(
		sum(({ held }) => held),
		sum(({ mustNots }) => mustNots),
	);
	figures["whole cases right"] = ratio(whole.length, results.length);
	const themes = [...new Set(cases.map(({ theme }) => theme))];
	if (themes.length > 1)
		for (const theme of themes) {
			const own = (list: typeof results): number => list.filter(({ one }) => one.theme === theme).length;
			figures[`whole cases right (${theme})`] = ratio(own(whole), own(results));
		}
	const items: { [id: string]: number } = {};
	for (const { one, result } of results) items[`${one.theme} · ${one.id}`] = result.notes.length === 0 ? 1 : 0;
	return { stage: "quotation-cases", corpus, figures, items };
}

/** Every case of the folder, by file name and then in the file's order. */
async function readAllQuotationCases(): Promise<QuotationCase[]> {
	const names = (await readdir(folder)).filter((name) => name.endsWith(".txt")).sort(compareText);
	const files = await Promise.all(
		names.map(async (name) => ({ name, file: await readFile(new URL(name, folder), "utf8") })),
	);
	return files.flatMap(({ name, file }) => readQuotationCases(name.slice(0, -4), file));
}

function ratio(part: number, whole: number): number {
	return whole === 0 ? 1 : round(part / whole);
}
