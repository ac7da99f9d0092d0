import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { bodyText, readArticle } from "../../../src/article/article.ts";
import { readCaptures } from "../../../src/read/captures.ts";
import { nodeReadEffects } from "../../../src/system/read-effects.ts";
import { round } from "../../../src/text/compare.ts";
import type { Measurement, Scorer } from "../measurement.ts";

/**
 * Measures article bodies by article-extraction-benchmark's own method (Zyte, MIT): four-word
 * shingles of gold and found text as multisets; true and false positives and misses of a page divided
 * by their sum; precision and recall averaged over pages, and F1 made from the two means.
 */

/** Words of a shingle. */
const SHINGLE = 4;

/** Python's `\w+` over Unicode: letters and numbers of every kind, and the underscore. */
const WORD = /[\p{L}\p{N}_]+/gu;

interface Gold {
	readonly [page: string]: { readonly articleBody: string };
}

export const scoreBody: Scorer = async (corpora): Promise<Measurement | null> => {
	const folder = join(corpora, "pages", "article-body");
	let gold: Gold;
	try {
		gold = JSON.parse(await readFile(join(folder, "ground-truth.json"), "utf8")) as Gold;
	} catch {
		return null;
	}
	const { captures } = await readCaptures([join(folder, "html")], nodeReadEffects());
	const found = new Map<string, string>();
	for (const capture of captures) {
		const page = /([^/]+)\.html\.gz$/.exec(capture.place)?.[1];
		const { article } = readArticle(capture);
		if (page !== undefined && article) found.set(page, bodyText(article));
	}
	const items: { [id: string]: number } = {};
	const precisions: number[] = [];
	const recalls: number[] = [];
	for (const page of Object.keys(gold).sort()) {
		const { hits, extra, missed } = compareShingles(gold[page]?.articleBody ?? "", found.get(page) ?? "");
		const precision = hits + extra > 0 ? ratio(hits, extra, missed) : null;
		const recall = hits + missed > 0 ? ratio(hits, missed, extra) : null;
		if (precision !== null) precisions.push(precision);
		if (recall !== null) recalls.push(recall);
		items[page] = round(harmonic(precision ?? 0, recall ?? 0));
	}
	const precision = mean(precisions);
	const recall = mean(recalls);
	const figures = { f1: round(harmonic(precision, recall)), precision: round(precision), recall: round(recall) };
	return { stage: "body", corpus: "pages/article-body", figures, items };
};

function ratio(hits: number, wrong: number, otherwise: number): number {
	if (wrong === 0 && otherwise === 0) return 1;
	return hits === 0 ? 0 : hits / (hits + wrong);
}

function compareShingles(gold: string, found: string): { hits: number; extra: number; missed: number } {
	const wanted = countShingles(gold);
	const given = countShingles(found);
	let hits = 0;
	let extra = 0;
	let missed = 0;
	for (const key of new Set([...wanted.keys(), ...given.keys()])) {
		const a = wanted.get(key) ?? 0;
		const b = given.get(key) ?? 0;
		hits += Math.min(a, b);
		extra += Math.max(0, b - a);
		missed += Math.max(0, a - b);
	}
	const all = hits + extra + missed;
	return all === 0 ? { hits, extra, missed } : { hits: hits / all, extra: extra / all, missed: missed / all };
}

function countShingles(text: string): Map<string, number> {
	const words = text.match(WORD) ?? [];
	const counts = new Map<string, number>();
	for (let i = 0; i < Math.max(words.length > 0 ? 1 : 0, words.length - SHINGLE + 1); i++) {
		const shingle = words.slice(i, i + SHINGLE).join(" ");
		counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
	}
	return counts;
}

function harmonic(a: number, b: number): number {
	return a + b === 0 ? 0 : (2 * a * b) / (a + b);
}

function mean(values: readonly number[]): number {
	let sum = 0;
	for (const value of values) sum += value;
	return values.length === 0 ? 0 : sum / values.length;
}
