import type { Repeat } from "../model/article.ts";
import type { Span } from "../model/span.ts";
import { foldCase } from "../text/fold.ts";
import { hash32 } from "../text/hash.ts";
import { findSentences } from "../text/sentences.ts";

/**
 * A text pasted twice in one capture is folded to its first half.
 *
 * Catches: five sentences, and further down the same five, the third with a word less.
 * Leaves: a pull quote that says one of the report's sentences again.
 *
 * Sentences are compared in folded form; two are the same when they are equal, or when four in five
 * of their three-word shingles are shared, or when half are and a word-by-word comparison leaves
 * little over; figures must be equal. The second half is the longest run of sentences that follow,
 * in order, an earlier run that ends before it. Where the second run begins right where the first
 * one ends, as when two captures of one text overlap or a summary stands above the text, less is enough.
 */
export const REPEATED_BODY_RULE = "article/repeated-body";

/** A second half has at least this many sentences, and this many UTF-16 units … */
const FEWEST_SENTENCES = 3;
const FEWEST_UNITS = 250;
/** … or, in a short text, this many of both and nothing else beside the two halves. */
const FEWEST_IN_SHORT = 2;
const FEWEST_UNITS_IN_SHORT = 80;
const SHORT_SHARE = 0.9;

/** … or this much right below the first half, as much of it prose. */
const FEWEST_BELOW = 2;
const FEWEST_UNITS_BELOW = 90;
/** Units between the halves, at most: a label or a button. */
const WIDEST_BETWEEN = 2;
/** Words by which the rest of a sentence that was cut at a seam is known. */
const FEWEST_AT_SEAM = 4;

/** Share of three-word shingles from which two sentences are the same … */
const SAME = 0.8;
/** … or from which they are compared word by word, and the share of words in order from which they are. */
const SIMILAR = 0.5;
const SAME_WORDS = 0.86;
/** Words of a sentence that are compared. */
const MOST_COMPARED = 80;

/** Share of the second half, in units, that must be equal to the letter, and that must be sentences. */
const EQUAL_SHARE = 0.6;
const PROSE_SHARE = 0.6;

/** Words of a unit that reads as a sentence. */
const SENTENCE_WORDS = 6;

/** Sentences that one half may have beyond the other between two that both have. */
const WIDEST_GAP = 3;

/** Units of an unmatched sentence within the second half that is dropped with it (a lost label, a cross-head). */
const LONGEST_STRAY = 80;

/** Sentences looked at; no report has more. */
const MOST_SENTENCES = 4000;

/** What is said of a dropped second half. */
export function repeatReason(kind: "exact" | "near"): string {
	return kind === "exact"
		? "the same text as above, given a second time"
		: "nearly the same text as above, given a second time";
}

interface Unit extends Span {
	readonly key: string;
	readonly words: readonly string[];
	/** Its figures: two sentences that differ in one are two statements. */
	readonly figures: string;
	/** It reads as a sentence: lists (menus, results, recipes) repeat themselves for good reasons. */
	readonly prose: boolean;
	readonly shingles: readonly number[];
}

/** The second halves in the given stretches; `dropped` spans lie inside stretches and are not blank. */
export function findRepeats(text: string, stretches: readonly Span[]): Repeat[] {
	const units = findSentences(text, stretches)
		.slice(0, MOST_SENTENCES)
		.map((span) => toUnit(text, span));
	const chain = longestChain(units);
	if (!chain) return [];
	const kept = chain.map(({ first }) => units[first]).filter((unit) => unit !== undefined);
	const second = chain.map(({ second }) => units[second]).filter((unit) => unit !== undefined);
	const length = total(second);
	const equal = chain.filter(({ first, second }) => units[first]?.key === units[second]?.key);
	const same = total(equal.map(({ second }) => units[second]).filter((unit) => unit !== undefined));
	if (total(second.filter((unit) => unit.prose)) < length * PROSE_SHARE) return [];
	const seam = seamOf(units, chain);
	const between = (chain[0]?.second ?? 0) - (chain[chain.length - 1]?.first ?? 0) - 1 - (seam ? 1 : 0);
	const below = between <= WIDEST_BETWEEN && !isQuoted(text, second) && (seam !== null || startsLine(text, second[0]));
	const near = below && chain.length + (seam ? 1 : 0) >= FEWEST_BELOW && length >= FEWEST_UNITS_BELOW;
	const cut = below && seam && length + (seam.end - seam.start) >= FEWEST_UNITS_BELOW;
	if (same < length * EQUAL_SHARE && !(near && chain.length >= FEWEST_SENTENCES)) return [];
	const enough = chain.length >= FEWEST_SENTENCES && length >= FEWEST_UNITS;
	const whole =
		chain.length >= FEWEST_IN_SHORT && length >= FEWEST_UNITS_IN_SHORT && length * 2 >= total(units) * SHORT_SHARE;
	if (!enough && !whole && !(near || cut)) return [];
	const from = (chain[0]?.second ?? 0) - (seam ? 1 : 0);
	const to = chain[chain.length - 1]?.second ?? 0;
	const matched = new Set([...chain.map(({ second }) => second), ...(seam ? [from] : [])]);
	const dropped = units.filter(
		(unit, i) => i >= from && i <= to && (matched.has(i) || unit.end - unit.start <= LONGEST_STRAY),
	);
	const exact = equal.length === chain.length && isUnbroken(chain);
	return [{ kind: exact ? "exact" : "near", kept: joinNeighbours(text, kept), dropped: joinNeighbours(text, dropped) }];
}

/** The end of a sentence at the head of the second half, where the first half has the whole of it. */
function seamOf(units: readonly Unit[], chain: readonly Pair[]): Unit | null {
	const opening = chain[0];
	if (!opening || opening.first === 0) return null;
	const cut = units[opening.second - 1];
	const whole = units[opening.first - 1];
	if (!cut || !whole || opening.second - 1 <= (chain[chain.length - 1]?.first ?? 0)) return null;
	if (cut.words.length < FEWEST_AT_SEAM || cut.words.length >= whole.words.length) return null;
	return whole.key.endsWith(` ${cut.key}`) ? cut : null;
}

/** Within a paragraph a speaker says things again on purpose. */
function startsLine(text: string, span: Span | undefined): boolean {
	return span !== undefined && /(?:^|\n)[^\p{L}\p{N}]*$/u.test(text.slice(Math.max(0, span.start - 20), span.start));
}

/** A pull quote says a report's words again on purpose. */
function isQuoted(text: string, units: readonly Unit[]): boolean {
	return units.every(({ start }) => /["“„«‘]/.test(text.slice(Math.max(0, start - 1), start + 1)));
}

/** A word; of scripts without spaces, a letter. */
const WORD =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{M}\p{N}]+/gu;

function toUnit(text: string, span: Span): Unit {
	const words = foldCase(text.slice(span.start, Math.min(span.end, span.start + 3000))).match(WORD) ?? [];
	const shingles: number[] = [];
	for (let i = 0; i + 3 <= words.length; i++) shingles.push(hash32(`${words[i]} ${words[i + 1]} ${words[i + 2]}`));
	const figures = words.filter((word) => /^\p{N}/u.test(word)).join(" ");
	const prose =
		words.length >= SENTENCE_WORDS && /[.!?…。！？]/u.test(text.slice(Math.max(span.start, span.end - 3), span.end));
	return {
		start: span.start,
		end: span.end,
		key: words.join(" "),
		words,
		figures,
		prose,
		shingles: [...new Set(shingles)],
	};
}

interface Pair {
	readonly first: number;
	readonly second: number;
}

/** The run of pairs with the most text, all of whose first sentences end before its second ones begin. */
function longestChain(units: readonly Unit[]): Pair[] | null {
	const partners = findPartners(units);
	let best: Pair[] | null = null;
	let most = 0;
	const tried = new Set<number>();
	for (let start = 0; start < units.length; start++) {
		for (const partner of partners[start] ?? []) {
			const code = partner * MOST_SENTENCES + start;
			if (tried.has(code)) continue;
			const chain = followChain(partners, partner, start, tried);
			const length = total(chain.map(({ second }) => units[second]).filter((unit) => unit !== undefined));
			if (length > most) {
				most = length;
				best = chain;
			}
		}
	}
	return best;
}

/** From a first pair on, always the nearest next pair, until none is near or the halves would meet. */
function followChain(
	partners: readonly (readonly number[])[],
	first: number,
	second: number,
	tried: Set<number>,
): Pair[] {
	const chain: Pair[] = [{ first, second }];
	const limit = second;
	let at = { first, second };
	for (;;) {
		let next: Pair | null = null;
		for (let step = 1; step <= WIDEST_GAP + 1 && !next; step++) {
			const candidates = partners[at.second + step] ?? [];
			const ahead = candidates.find(
				(partner) => partner > at.first && partner <= at.first + WIDEST_GAP + 1 && partner < limit,
			);
			if (ahead !== undefined) next = { first: ahead, second: at.second + step };
		}
		if (!next) return chain;
		tried.add(next.first * MOST_SENTENCES + next.second);
		chain.push(next);
		at = next;
	}
}

/** For each sentence, the earlier ones that say the same, first to last. At most eight each. */
function findPartners(units: readonly Unit[]): number[][] {
	const byKey = new Map<string, number[]>();
	const byShingle = new Map<number, number[]>();
	return units.map((unit, i) => {
		const partners = new Set<number>();
		if (unit.key !== "") for (const earlier of byKey.get(unit.key) ?? []) partners.add(earlier);
		if (unit.shingles.length >= 4) {
			const shared = new Map<number, number>();
			for (const shingle of unit.shingles) {
				for (const earlier of byShingle.get(shingle) ?? []) shared.set(earlier, (shared.get(earlier) ?? 0) + 1);
			}
			for (const [earlier, count] of shared) {
				const other = units[earlier];
				const size = Math.max(unit.shingles.length, other?.shingles.length ?? 0);
				if (!other || other.figures !== unit.figures || count < size * SIMILAR) continue;
				if (count >= size * SAME || sharedInOrder(unit.words, other.words) >= SAME_WORDS) partners.add(earlier);
			}
		}
		append(byKey, unit.key, i);
		for (const shingle of unit.shingles) append(byShingle, shingle, i);
		return [...partners].sort((a, b) => a - b).slice(0, 8);
	});
}

/** Share of two sentences' words that stand in both in one order: the longest common subsequence. */
function sharedInOrder(a: readonly string[], b: readonly string[]): number {
	if (a.length > MOST_COMPARED || b.length > MOST_COMPARED) return 0;
	let row = new Array<number>(b.length + 1).fill(0);
	for (const word of a) {
		const next = [0];
		for (let k = 0; k < b.length; k++) {
			next.push(word === b[k] ? (row[k] ?? 0) + 1 : Math.max(row[k + 1] ?? 0, next[k] ?? 0));
		}
		row = next;
	}
	return (2 * (row[b.length] ?? 0)) / (a.length + b.length);
}

/** Keeps at most eight entries a key, so that one phrase said a thousand times costs nothing. */
function append<K>(map: Map<K, number[]>, key: K, value: number): void {
	const list = map.get(key);
	if (!list) map.set(key, [value]);
	else if (list.length < 8) list.push(value);
}

function isUnbroken(chain: readonly Pair[]): boolean {
	return chain.every((pair, i) => {
		const before = chain[i - 1];
		return !before || (pair.first === before.first + 1 && pair.second === before.second + 1);
	});
}

function total(spans: readonly Span[]): number {
	let length = 0;
	for (const span of spans) length += span.end - span.start;
	return length;
}

/** Joins spans between which only white space lies. */
export function joinNeighbours(text: string, spans: readonly Span[]): Span[] {
	const joined: { start: number; end: number }[] = [];
	for (const { start, end } of spans) {
		const last = joined[joined.length - 1];
		if (last && text.slice(last.end, start).trim() === "") last.end = end;
		else joined.push({ start, end });
	}
	return joined;
}
