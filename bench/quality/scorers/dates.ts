import { readdir, readFile } from "node:fs/promises";
import { findLanguage } from "../../../src/language/language.ts";
import type { FoundDate } from "../../../src/model/annotation.ts";
import { compareText } from "../../../src/text/compare.ts";
import { findWords } from "../../../src/text/words.ts";
import { makeArticle, publishedOn } from "../../../test/make-article.ts";
import { type DateCase, readCases } from "../dates/cases.ts";
import { type CaseResult, compareCase, type Verdict } from "../dates/compare.ts";
import type { Measurement, Scorer } from "../measurement.ts";

const folder = new URL("../dates/cases/", import.meta.url);

/** Measures dates on the project's own hand-written cases: the folder of corpora is not looked at. */
export const scoreDates: Scorer = async (_corpora: string): Promise<Measurement | null> => {
	const results = (await readAllCases()).map((one) => ({ id: one.id, result: compareCase(one, datesOf(one)) }));
	return {
		stage: "dates",
		corpus: "dates",
		figures: toFigures(results.map(({ result }) => result)),
		items: toItems(results),
	};
};

/** Every case of the folder, by file name and then in the file's order. */
export async function readAllCases(): Promise<DateCase[]> {
	const names = (await readdir(folder)).filter((name) => name.endsWith(".txt")).sort(compareText);
	const files = await Promise.all(names.map((name) => readFile(new URL(name, folder), "utf8")));
	return files.flatMap((file, at) => readCases(file, (names[at] ?? "").replace(/\.txt$/, "")));
}

/** The dates that the language layer finds in a case's text. */
function datesOf(one: DateCase): readonly FoundDate[] {
	const { published, dateline, language, text } = one;
	const article = makeArticle(text, {
		language,
		...(published === null ? {} : { published: publishedOn(published) }),
		...(dateline === null
			? {}
			: { dateline: { text: dateline, span: null, from: "stated", place: null, date: dateline, agency: null } }),
	});
	return findLanguage(article, findWords(article)).dates;
}

/**
 * Span F1 over all cases; of the dates found with their words, the share with the right interval; and
 * the share of all dates found that are not wrong, where having no bounds, or wider ones, is no error.
 */
function toFigures(results: readonly CaseResult[]): { readonly [name: string]: number } {
	const sum = (count: (result: CaseResult) => number): number =>
		results.reduce((total, result) => total + count(result), 0);
	const of = (verdict: Verdict): number => sum(({ verdicts }) => verdicts.filter((one) => one === verdict).length);
	const spans = sum((one) => one.spans);
	const found = sum((one) => one.found);
	const gold = sum((one) => one.gold);
	return {
		"span F1": (2 * spans) / Math.max(1, found + gold),
		"interval right": of("right") / Math.max(1, spans),
		"not wrong": 1 - (of("wrong") + sum((one) => one.stray)) / Math.max(1, found),
		"anchor named":
			sum((one) => one.anchored) /
			Math.max(
				1,
				sum((one) => one.asked),
			),
		"all right": results.filter(({ notes }) => notes.length === 0).length / Math.max(1, results.length),
	};
}

function toItems(results: readonly { readonly id: string; readonly result: CaseResult }[]): { [id: string]: number } {
	return Object.fromEntries(results.map(({ id, result }) => [id, result.notes.length === 0 ? 1 : 0]));
}
