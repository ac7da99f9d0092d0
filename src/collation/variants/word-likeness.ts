import { round } from "../../text/compare.ts";
import { isNumeral, numeralKey } from "../numerals.ts";
import { conceptOf } from "../synonyms.ts";
import { TELLING } from "../term-weight.ts";
import { isNegation } from "../utterances/segment-similarity.ts";
import type { SegmentWord } from "../utterances/segments.ts";
import { sensesOf } from "../utterances/senses.ts";
import { reportedForm } from "./reported-speech.ts";

/** The likeness of two different names. */
export const NAME_SLOT = 0.35;

/** The likeness of two words that are only used for one another. */
const NEAR = 0.45;

/**
 * How well two words stand for each other in two wordings of one thing, from -1 to 1. Identical
 * words 1, inflections 0.8, words used for one another 0.75, one number in two writings 0.9, two numbers 0.5, two names 0.35 (they take one slot, and that they differ
 * is the finding), words of like spelling up to 0.6; anything else below zero, so that a gap is
 * cheaper than a false match, save for two function words, which cost nothing.
 */
export function likenessOf(a: SegmentWord, b: SegmentWord): number {
	if (a.norm === b.norm) return 1;
	if (a.stem === b.stem) return 0.8;
	if (conceptOf(a.stem) === conceptOf(b.stem)) return 0.75;
	if (reportedForm(a) === reportedForm(b)) return 0.6;
	if (isNegation(a.norm) && isNegation(b.norm)) return 0.8;
	if (isNumeral(a) && isNumeral(b)) return numeralKey(a) === numeralKey(b) ? 0.9 : 0.5;
	if (isNumeral(a) !== isNumeral(b)) return -0.6;
	const spelling = spellingLikeness(a.stem, b.stem);
	if (spelling >= 0.6) return round(spelling * 0.8);
	if (areNear(a, b)) return NEAR;
	if (a.capital && b.capital) return NAME_SLOT;
	if (a.weight < TELLING && b.weight < TELLING) return 0;
	if (a.weight < TELLING || b.weight < TELLING) return -0.4;
	return -0.1;
}

/** Whether two words are used for one another in some sense, as translations do. */
function areNear(a: SegmentWord, b: SegmentWord): boolean {
	if (a.capital || b.capital || a.weight < TELLING || b.weight < TELLING) return false;
	const own = sensesOf(a.stem);
	return own.length > 0 && sensesOf(b.stem).some((sense) => own.includes(sense));
}

/** Share of letter pairs in common (Dice on bigrams), 0–1. */
export function spellingLikeness(a: string, b: string): number {
	if (a.length < 4 || b.length < 4) return 0;
	const pairs = new Map<string, number>();
	for (let i = 0; i + 1 < a.length; i++) {
		const pair = a.slice(i, i + 2);
		pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
	}
	let shared = 0;
	for (let i = 0; i + 1 < b.length; i++) {
		const pair = b.slice(i, i + 2);
		const left = pairs.get(pair) ?? 0;
		if (left === 0) continue;
		pairs.set(pair, left - 1);
		shared++;
	}
	return round((2 * shared) / (a.length + b.length - 2));
}
