import { readFileSync } from "node:fs";
import { readArticle } from "../../../src/article/article.ts";
import { detectLanguage } from "../../../src/article/metadata/language.ts";
import type { Article } from "../../../src/model/article.ts";
import { readCaptures } from "../../../src/read/captures.ts";
import { nodeReadEffects } from "../../../src/system/read-effects.ts";
import { round } from "../../../src/text/compare.ts";
import { hash32 } from "../../../src/text/hash.ts";
import type { Measurement, Scorer } from "../measurement.ts";
import { fold, type GoldPage, readPublisherPages } from "../publishers/gold.ts";

/**
 * Measures metadata and paragraphs on the publishers' pages.
 *
 * - title: letters and numbers alike, whatever the case, marks and white space.
 * - date: the same calendar day as either side writes it, or the same instant.
 * - authors: F1 of the two sets of names (people and agencies, since the gold keeps them in one), meaned over pages.
 * - paragraph recall: of the expected paragraphs, those found; precision: of the body's blocks, those
 *   that are expected. A paragraph is found when four in five of its runs of 24 letters are there, so
 *   that a changed word or a link's label does not lose it. Both are meaned over pages.
 *
 * Some pages' expected paragraphs leave out what is the report's: items of its lists, rows of its tables,
 * cross-heads, sentences quoted in block quotations. Those blocks were looked at one by one and stand, by
 * the hash of their letters, in publishers/paragraph-faults.json with what was left out; precision does not
 * count them as wrong, and "paragraph precision as given" does.
 *
 * Fields for which the gold itself is wrong are listed with reasons in publishers/gold-faults.json
 * and left out; the figures named "as given" count them too.
 */

/** Letters of a run: about five words, so that chance does not find one. */
const RUN = 24;
const ENOUGH = 0.8;

type Field = "title" | "date" | "authors";
type Faults = { readonly [page: string]: { readonly [field in Field]?: string } };

/** Blocks that a page's expected paragraphs leave out though they are the report's: hashes of their folded text. */
type LeftOut = { readonly [page: string]: { readonly reason: string; readonly blocks: readonly string[] } };

const FIELDS: readonly Field[] = ["title", "date", "authors"];

export const scorePublishers: Scorer = async (corpora): Promise<Measurement | null> => {
	const pages = await readPublisherPages(corpora);
	if (pages === null) return null;
	const faults = JSON.parse(readFileSync(new URL("../publishers/gold-faults.json", import.meta.url), "utf8")) as Faults;
	const leftOut = JSON.parse(
		readFileSync(new URL("../publishers/paragraph-faults.json", import.meta.url), "utf8"),
	) as LeftOut;
	const effects = nodeReadEffects();
	const items: { [id: string]: number } = {};
	const sums = new Map<string, { sum: number; count: number }>();
	const add = (figure: string, value: number): void => {
		const own = sums.get(figure) ?? { sum: 0, count: 0 };
		sums.set(figure, { sum: own.sum + value, count: own.count + 1 });
	};
	for (const page of pages) {
		const { captures } = await readCaptures([page.path], effects);
		const [capture] = captures;
		const article = capture ? readArticle(capture).article : null;
		const english = detectLanguage(page.paragraphs.join("\n"), wholeOf(page.paragraphs.join("\n")), null) === "en";
		const scores: { readonly [field in Field]: number | null } = {
			title: page.title === null ? null : scoreTitle(page.title, article),
			date: page.published === null ? null : scoreDate(page.published, article),
			authors: page.authors === null ? null : scoreAuthors(page.authors, article),
		};
		for (const field of FIELDS) {
			const score = scores[field];
			if (score === null) continue;
			add(`${field} as given`, score);
			if (faults[page.id]?.[field] !== undefined) continue;
			items[`${page.id} ${field}`] = round(score);
			add(field, score);
			if (english) add(`${field} (English)`, score);
		}
		if (page.paragraphs.length === 0) continue;
		const { recall, precision, asGiven } = scoreParagraphs(page, article, new Set(leftOut[page.id]?.blocks ?? []));
		items[`${page.id} recall`] = round(recall);
		add("paragraph recall", recall);
		if (precision !== null) {
			items[`${page.id} precision`] = round(precision);
			add("paragraph precision", precision);
			add("paragraph precision as given", asGiven ?? precision);
		}
	}
	const figures: { [name: string]: number } = {};
	for (const [name, { sum, count }] of [...sums].sort(([a], [b]) => (a < b ? -1 : 1)))
		figures[name] = round(sum / count);
	return { stage: "publishers", corpus: "pages/publishers", figures, items };
};

function wholeOf(text: string): { start: number; end: number }[] {
	return [{ start: 0, end: text.length }];
}

function scoreTitle(gold: string, article: Article | null): number {
	return article?.headline && !article.headline.made && fold(article.headline.text) === fold(gold) ? 1 : 0;
}

function scoreDate(gold: string, article: Article | null): number {
	const found = article?.published.earliest ?? null;
	if (found === null) return 0;
	if (found.slice(0, 10) === gold.slice(0, 10)) return 1;
	const [a, b] = [Date.parse(gold.replace(" ", "T")), Date.parse(found)];
	return /[+-]\d\d:?\d\d$|Z$/.test(found) && Math.abs(a - b) < 60_000 ? 1 : 0;
}

function scoreAuthors(gold: readonly string[], article: Article | null): number {
	const wanted = new Set(gold.map(fold).filter((name) => name !== ""));
	const given = new Set([...(article?.byline?.authors ?? []), ...(article?.byline?.agencies ?? [])].map(fold));
	if (wanted.size === 0 && given.size === 0) return 1;
	const hits = [...wanted].filter((name) => given.has(name)).length;
	return (2 * hits) / (wanted.size + given.size);
}

function scoreParagraphs(
	page: GoldPage,
	article: Article | null,
	leftOut: ReadonlySet<string>,
): { recall: number; precision: number | null; asGiven: number | null } {
	const blocks = (article?.blocks ?? []).filter((block) =>
		article?.body.some((span) => span.start <= block.start && block.end <= span.end),
	);
	const given = blocks
		.map((block) => fold(article?.text.slice(block.start, block.end) ?? ""))
		.filter((text) => text !== "");
	const wanted = page.paragraphs.map(fold);
	const isGiven = makeFinder(given);
	const isExpected = makeFinder([...wanted, ...page.others.map(fold), fold(page.title ?? "")]);
	return {
		recall: share(wanted, isGiven),
		precision: given.length === 0 ? null : share(given, (text) => leftOut.has(hashOf(text)) || isExpected(text)),
		asGiven: given.length === 0 ? null : share(given, isExpected),
	};
}

function hashOf(text: string): string {
	return hash32(text).toString(16).padStart(8, "0");
}

function share(texts: readonly string[], test: (text: string) => boolean): number {
	return texts.length === 0 ? 1 : texts.filter(test).length / texts.length;
}

/** Whether a folded text stands among others, joined as they come. */
function makeFinder(texts: readonly string[]): (text: string) => boolean {
	const whole = texts.join("");
	const runs = new Set<string>();
	for (let i = 0; i + RUN <= whole.length; i++) runs.add(whole.slice(i, i + RUN));
	return (text) => {
		if (text.length < RUN) return whole.includes(text);
		let hits = 0;
		for (let i = 0; i + RUN <= text.length; i++) if (runs.has(text.slice(i, i + RUN))) hits++;
		return hits >= (text.length - RUN + 1) * ENOUGH;
	};
}
