import { round } from "../../text/compare.ts";
import type { ArticleFeatures } from "./features.ts";

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
const LEAST_WEIGHT = 0.08;

/** How much of the weight two articles lose that name other persons altogether. */
const PERSON_SHARE = 0.38;
/**
 * Names and places alone do not make one event: where a report of few terms is held against another
 * and the words that tell what happened add less than this to their likeness, it is lowered in
 * proportion, down to a part of it when they add nothing.
 */
const SHORT_TERMS = 60;
const ENOUGH_TOLD = 0.01;
const LEAST_KEPT = 0.5;

/** What is taken for the likeness of persons when one of the two names nobody. */
const PERSONS_UNKNOWN = 0.45;

/** How alike the words of two articles are, whatever their dates, 0–1. */
function findLikeness(a: ArticleFeatures, b: ArticleFeatures): number {
	let dot = 0;
	let told = 0;
	let i = 0;
	let j = 0;
	while (i < a.hashes.length && j < b.hashes.length) {
		const x = a.hashes[i] ?? 0;
		const y = b.hashes[j] ?? 0;
		if (x === y) {
			dot += (a.weights[i] ?? 0) * (b.weights[j] ?? 0);
			told += (a.telling[i] ?? 0) * (b.telling[j] ?? 0);
			i++;
			j++;
		} else if (x < y) i++;
		else j++;
	}
	// Half way (geometrically) from the cosine to the share of the shorter article that the longer one has:
	// a brief and a long report of one event are alike.
	const stretch = Math.sqrt(Math.max(a.length, b.length) / (Math.min(a.length, b.length) || 1));
	const short = Math.min(a.features.length, b.features.length) <= SHORT_TERMS;
	const event = short ? Math.min(1, (told * stretch) / ENOUGH_TOLD) : 1;
	const persons = event < 1 && shareNamesakes(a, b) ? 0 : comparePersons(a, b);
	const kept = (1 - PERSON_SHARE * (1 - persons)) * (LEAST_KEPT + (1 - LEAST_KEPT) * event);
	return round(Math.min(1, dot * stretch) * kept);
}

function comparePersons({ persons: a }: ArticleFeatures, { persons: b }: ArticleFeatures): number {
	if (!namesPersons(a) || !namesPersons(b)) return PERSONS_UNKNOWN;
	let dot = 0;
	for (const [surname, one] of a) {
		const other = b.get(surname);
		if (other) dot += one.share * other.share;
	}
	return Math.max(0, Math.min(1, dot));
}

function namesPersons(persons: ArticleFeatures["persons"]): boolean {
	for (const { share } of persons.values()) if (share > 0) return true;
	return false;
}

/**
 * Whether the only surnames that two articles share are borne by different people: "Ada Vane" and
 * "Ivo Vane", not "Joe" and "Joseph". Asked only where the events are hardly alike, since one report
 * of a family names the mother and the next the son.
 */
function shareNamesakes({ persons: a }: ArticleFeatures, { persons: b }: ArticleFeatures): boolean {
	let found = false;
	for (const [surname, one] of a) {
		const other = b.get(surname);
		if (!other) continue;
		const { initials } = one;
		if (initials.size === 0 || other.initials.size === 0) return false;
		if ([...initials].some((initial) => other.initials.has(initial))) return false;
		found = true;
	}
	return found;
}

/** Days between the publication of two articles, 0 when their bounds meet; null when either is unknown. */
export function dayGap(a: ArticleFeatures, b: ArticleFeatures): number | null {
	if (!a.published || !b.published) return null;
	return Math.max(0, a.published.earliest - b.published.latest, b.published.earliest - a.published.latest);
}

/** What a day more between two reports leaves of their weight: a third after a week. */
const KEPT_A_DAY = 0.867;

/** What is left of the weight when a publication date is missing and the two texts name no year in common. */
const OTHER_YEARS = 0.8;

/**
 * One event is reported within days; after that, alike texts are more and more about another event.
 * Where a publication date is missing, the years that the texts name stand in for it.
 */
function dateFactor(a: ArticleFeatures, b: ArticleFeatures): number {
	const gap = dayGap(a, b);
	if (gap !== null) {
		// Multiplied out, since the last digits of a power differ from engine to engine.
		let factor = 1;
		for (let day = 1; day < gap && factor > LEAST_WEIGHT / 100; day++) factor *= KEPT_A_DAY;
		return factor;
	}
	const silent = a.years.size === 0 || b.years.size === 0;
	return silent || [...a.years].some((year) => b.years.has(year)) ? 1 : OTHER_YEARS;
}

/** How likely two articles tell one event, 0–1, from the two alone. */
export function weighPair(a: ArticleFeatures, b: ArticleFeatures, likeness: number = findLikeness(a, b)): number {
	return round(likeness * dateFactor(a, b));
}

/**
 * All pairs that share one of their heaviest terms and are alike by `LEAST_WEIGHT` or more, by `a`, then `b`.
 * Whether a pair is listed depends on its two articles alone.
 */
export function findPairs(articles: readonly ArticleFeatures[]): Pair[] {
	const postings = new Map<number, number[]>();
	articles.forEach((article, index) => {
		for (const salient of article.salient) {
			const hash = article.hashes[salient] ?? 0;
			const list = postings.get(hash);
			if (list) list.push(index);
			else postings.set(hash, [index]);
		}
	});
	const pairs: Pair[] = [];
	articles.forEach((article, b) => {
		const touched = new Set<number>();
		for (const salient of article.salient) {
			for (const a of postings.get(article.hashes[salient] ?? 0) ?? []) {
				if (a >= b) break;
				touched.add(a);
			}
		}
		for (const a of [...touched].sort((x, y) => x - y)) {
			const first = articles[a];
			if (first) {
				const likeness = findLikeness(first, article);
				if (likeness >= LEAST_WEIGHT) {
					pairs.push({ a, b, weight: weighPair(first, article, likeness), likeness });
				}
			}
		}
	});
	return pairs.sort((x, y) => x.a - y.a || x.b - y.b);
}
