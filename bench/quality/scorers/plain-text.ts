import { readdir, readFile } from "node:fs/promises";
import { readArticle } from "../../../src/article/article.ts";
import { compareText } from "../../../src/text/compare.ts";
import { sha256Hex } from "../../../src/text/hash.ts";
import type { Measurement, Scorer } from "../measurement.ts";
import { type PlainTextCase, readCases } from "../plain-text/cases.ts";
import { type CaseResult, compareCase } from "../plain-text/compare.ts";

const folder = new URL("../plain-text/cases/", import.meta.url);

/** Measures plain texts on the project's own hand-written cases: the folder of corpora is not looked at. */
export const scorePlainText: Scorer = async (_corpora: string): Promise<Measurement | null> => {
	const results = (await readAllCases()).map((one) => ({ one, result: compareCase(one, readCase(one)) }));
	const share = (part: (result: CaseResult) => number, whole: (result: CaseResult) => number): number => {
		let a = 0;
		let b = 0;
		for (const { result } of results) {
			a += part(result);
			b += whole(result);
		}
		return b === 0 ? 1 : a / b;
	};
	const right = (name: string): number => {
		const asked = results.filter(({ result }) => name in result.checks);
		return asked.filter(({ result }) => result.checks[name]).length / Math.max(1, asked.length);
	};
	const figures = {
		"body kept":
			1 -
			share(
				({ lost }) => lost,
				({ body }) => body,
			),
		"furniture dropped": share(
			({ found }) => found,
			({ furniture }) => furniture,
		),
		"dropped for the right reason": share(
			({ reasoned }) => reasoned,
			({ found }) => found,
		),
		"headline right": right("headline"),
		"byline right": right("byline"),
		"date right": right("date"),
		"outlet right": right("outlet"),
		"blocks right": right("blocks"),
		"repeats right": right("repeats"),
		"posts right": right("posts"),
		"problems right": right("problems"),
	};
	return { stage: "plain-text", corpus: "plain-text", figures, items: toItems(results) };
};

/** Every case of the folder, by file name and then in the file's order. */
async function readAllCases(): Promise<PlainTextCase[]> {
	const names = (await readdir(folder)).filter((name) => name.endsWith(".txt")).sort(compareText);
	const files = await Promise.all(names.map((name) => readFile(new URL(name, folder), "utf8")));
	return files.flatMap((file) => readCases(file));
}

/** The article of a case's text; null when none was made. */
function readCase(one: PlainTextCase): ReturnType<typeof readArticle>["article"] {
	const bytes = new TextEncoder().encode(one.text);
	return readArticle({
		place: `${one.id}.txt`,
		url: null,
		mediaType: one.markdown ? "text/markdown" : "text/plain",
		sha256: sha256Hex(bytes),
		at: null,
		bytes,
		charset: null,
		stated: { outlet: null, published: null, title: null, role: "report" },
	}).article;
}

/** For each case the share of its body kept times the share of its furniture found, and 1 or 0 for each check. */
function toItems(results: readonly { readonly one: PlainTextCase; readonly result: CaseResult }[]): {
	[id: string]: number;
} {
	const items: { [id: string]: number } = {};
	for (const { one, result } of results) {
		const keptShare = result.body === 0 ? 1 : 1 - result.lost / result.body;
		const foundShare = result.furniture === 0 ? 1 : result.found / result.furniture;
		items[`${one.id} · text`] = Math.round(keptShare * foundShare * 1e4) / 1e4;
		for (const [name, isRight] of Object.entries(result.checks)) items[`${one.id} · ${name}`] = isRight ? 1 : 0;
	}
	return items;
}
