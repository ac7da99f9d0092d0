import { round } from "../text/compare.ts";
import { type ArticleFeatures, SALIENT_TERMS } from "./features.ts";

/** How alike two articles are, from the two alone. `a` and `b` are indices into the list of features, `a < b`. */
export interface Pair {
	readonly a: number;
	readonly b: number;
	/** 0–1: how likely it is that both tell one event. */
	readonly weight: number;
	/** 0–1: how alike the words are, whatever the dates. */
	readonly likeness: number;
}

/** Pairs below this are never looked at again: neither story nor thread. */
export const LEAST_WEIGHT = 0.08;

/**
 * How much more than its cosine a pair weighs when one article is much longer: between the cosine (0)
 * and the share of the shorter article that is in the longer one (1).
 */
const LENGTH_POWER = 0.5;
/** How much of the weight two articles lose that name other persons altogether. */
const PERSON_SHARE = 0.4;
/** What is taken for the likeness of persons when one of the two names nobody. */
const PERSONS_UNKNOWN = 0.5;

/** How alike the words of two articles are, whatever their dates and lengths, 0–1. */
export function findLikeness(a: ArticleFeatures, b: ArticleFeatures): number {
	let dot = 0;
	let i = 0;
	let j = 0;
	while (i < a.hashes.length && j < b.hashes.length) {
		const x = a.hashes[i] ?? 0;
		const y = b.hashes[j] ?? 0;
		if (x === y) {
			dot += (a.weights[i] ?? 0) * (b.weights[j] ?? 0);
			i++;
			j++;
		} else if (x < y) i++;
		else j++;
	}
	const longer = Math.max(a.length, b.length) / (Math.min(a.length, b.length) || 1);
	const persons = 1 - PERSON_SHARE * (1 - comparePersons(a, b));
	return round(Math.min(1, dot * longer ** LENGTH_POWER) * persons);
}

function comparePersons({ persons: a }: ArticleFeatures, { persons: b }: ArticleFeatures): number {
	if (a.size === 0 || b.size === 0) return PERSONS_UNKNOWN;
	let dot = 0;
	for (const [surname, weight] of a) dot += weight * (b.get(surname) ?? 0);
	return Math.min(1, dot);
}

/** Days between the publication of two articles, 0 when their bounds meet; null when either is unknown. */
export function dayGap(a: ArticleFeatures, b: ArticleFeatures): number | null {
	if (!a.published || !b.published) return null;
	return Math.max(0, a.published.earliest - b.published.latest, b.published.earliest - a.published.latest);
}

/** Days after which reports are a third as likely to be about one event as on its day. */
const FORGETTING_DAYS = 7;

/** What is left of the weight when a publication date is missing and the two texts name no year in common. */
const OTHER_YEARS = 0.8;

/**
 * One event is reported within days; after that, alike texts are more and more about another event.
 * Where a publication date is missing, the years that the texts name stand in for it.
 */
function dateFactor(a: ArticleFeatures, b: ArticleFeatures): number {
	const gap = dayGap(a, b);
	if (gap !== null) return gap <= 1 ? 1 : Math.exp(-(gap - 1) / FORGETTING_DAYS);
	const silent = a.years.size === 0 || b.years.size === 0;
	return silent || [...a.years].some((year) => b.years.has(year)) ? 1 : OTHER_YEARS;
}

/**
 * All pairs that share one of their heaviest terms and are alike by `LEAST_WEIGHT` or more, by `a`, then `b`.
 * Whether a pair is listed depends on its two articles alone.
 */
export function findPairs(articles: readonly ArticleFeatures[]): Pair[] {
	const postings = new Map<number, number[]>();
	articles.forEach((article, index) => {
		for (const salient of article.salient.slice(0, SALIENT_TERMS)) {
			const hash = article.hashes[salient] ?? 0;
			const list = postings.get(hash);
			if (list) list.push(index);
			else postings.set(hash, [index]);
		}
	});
	const pairs: Pair[] = [];
	const shared = new Uint16Array(articles.length);
	articles.forEach((article, b) => {
		const touched: number[] = [];
		for (const salient of article.salient.slice(0, SALIENT_TERMS)) {
			for (const a of postings.get(article.hashes[salient] ?? 0) ?? []) {
				if (a >= b) break;
				if (shared[a] === 0) touched.push(a);
				shared[a] = (shared[a] ?? 0) + 1;
			}
		}
		for (const a of touched.sort((x, y) => x - y)) {
			const first = articles[a];
			if (first && (shared[a] ?? 0) >= 1) {
				const likeness = findLikeness(first, article);
				if (likeness >= LEAST_WEIGHT) {
					pairs.push({ a, b, weight: round(likeness * dateFactor(first, article)), likeness });
				}
			}
			shared[a] = 0;
		}
	});
	return pairs.sort((x, y) => x.a - y.a || x.b - y.b);
}
