import { readdirSync, readFileSync } from "node:fs";
import { findLanguage } from "../../../src/language/language.ts";
import type { FoundNumber } from "../../../src/model/annotation.ts";
import { compareText, round } from "../../../src/text/compare.ts";
import { findWords } from "../../../src/text/words.ts";
import { makeArticle } from "../../../test/make-article.ts";
import type { Measurement, Scorer } from "../measurement.ts";
import { compareNumbers, type NumberCase, type Rightness, readCases } from "../numbers/cases.ts";

const folder = new URL("../numbers/cases/", import.meta.url);

const PARTS: readonly (keyof Rightness)[] = ["bounds", "of", "counted", "qualifier", "kind"];

/**
 * Measures numbers on the project's own hand-written cases: the folder of corpora is not looked at. A part is
 * right of all gold numbers, so that one whose span was missed has nothing right.
 */
export const scoreNumbers: Scorer = async (_corpora: string): Promise<Measurement | null> => {
	const items: { [id: string]: number } = {};
	const right: Rightness[] = [];
	let found = 0;
	let lookalikes = 0;
	let clean = 0;
	let whole = 0;
	const cases = readNumberCases();
	for (const { file, one } of cases) {
		const numbers = findCaseNumbers(one);
		const compared = compareNumbers(one.numbers, numbers);
		right.push(...compared.right);
		found += numbers.length;
		const parts = compared.right.flatMap((part) => Object.values(part) as boolean[]);
		const all = compared.extra.length === 0 && parts.every((part) => part);
		if (all) whole++;
		if (one.numbers.length === 0) {
			lookalikes++;
			if (all) clean++;
		}
		items[`${file} · ${one.text}`] = all ? 1 : 0;
	}
	const hits = right.filter((one) => one.span).length;
	const figures: { [name: string]: number } = { "span F1": round((2 * hits) / (found + right.length)) };
	for (const part of PARTS) figures[`${part} right`] = round(right.filter((one) => one[part]).length / right.length);
	figures["look-alikes left alone"] = round(clean / lookalikes);
	figures["whole texts right"] = round(whole / cases.length);
	return { stage: "numbers", corpus: "numbers", figures, items };
};

/** Every case of the folder with its file's name, by name and then in the file's order. */
function readNumberCases(): { readonly file: string; readonly one: NumberCase }[] {
	const names = readdirSync(folder)
		.filter((name) => name.endsWith(".txt"))
		.sort(compareText);
	return names.flatMap((name) =>
		readCases(readFileSync(new URL(name, folder), "utf8")).map((one) => ({ file: name.slice(0, -4), one })),
	);
}

/** What the layer finds in a case's text. */
function findCaseNumbers(one: NumberCase): readonly FoundNumber[] {
	const article = makeArticle(one.text, { language: one.language });
	return findLanguage(article, findWords(article)).numbers;
}
