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
 *
 * Words are given by their places in two wordings, so that what a word is looked up for is looked up once.
 */
export function compareWords(a: readonly SegmentWord[], b: readonly SegmentWord[]): (i: number, j: number) => number {
	const [left, right] = [a.map(traitsOf), b.map(traitsOf)];
	return (i, j) => {
		const [one, other] = [left[i], right[j]];
		return one && other ? likenessOfTraits(one, other) : -1;
	};
}

/** What a word is compared by. */
interface Traits {
	readonly word: SegmentWord;
	readonly concept: string;
	readonly form: string;
	readonly negation: boolean;
	readonly numeral: boolean;
}

function traitsOf(word: SegmentWord): Traits {
	return {
		word,
		concept: conceptOf(word.stem),
		form: reportedForm(word),
		negation: isNegation(word.norm),
		numeral: isNumeral(word),
	};
}

function likenessOfTraits(one: Traits, other: Traits): number {
	const [a, b] = [one.word, other.word];
	if (a.norm === b.norm) return 1;
	if (a.stem === b.stem) return 0.8;
	if (one.concept === other.concept) return 0.75;
	if (one.form === other.form) return 0.6;
	if (one.negation && other.negation) return 0.8;
	if (one.numeral && other.numeral) return numeralKey(a) === numeralKey(b) ? 0.9 : 0.5;
	if (one.numeral !== other.numeral) return -0.6;
	const spelling = maySpellAlike(a.stem, b.stem) ? spellingLikeness(a.stem, b.stem) : 0;
	if (spelling >= ALIKE) return round(spelling * 0.8);
	if (areNear(a, b)) return NEAR;
	if (a.capital && b.capital) return NAME_SLOT;
	if (a.weight < TELLING && b.weight < TELLING) return 0;
	if (a.weight < TELLING || b.weight < TELLING) return -0.4;
	return -0.1;
}

/** The spelling from which on two words are alike. */
const ALIKE = 0.6;

/** Whether their lengths allow two words to be alike: no more pairs are shared than the shorter has. */
function maySpellAlike(a: string, b: string): boolean {
	const [shorter, both] = [Math.min(a.length, b.length) - 1, a.length + b.length - 2];
	return shorter >= 3 && 2 * shorter >= (ALIKE - 0.001) * both;
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
	const shared = a.length <= MOST_MARKED ? countPairs(a, b) : countManyPairs(a, b);
	return round((2 * shared) / (a.length + b.length - 2));
}

/** Pairs of so many letters have a bit each. */
const MOST_MARKED = 32;

/** How many pairs of letters two short words share, each as often as both have it. */
function countPairs(a: string, b: string): number {
	let [shared, used] = [0, 0];
	for (let j = 0; j + 1 < b.length; j++) {
		const [first, second] = [b.charCodeAt(j), b.charCodeAt(j + 1)];
		for (let i = 0; i + 1 < a.length; i++) {
			if (a.charCodeAt(i) !== first || a.charCodeAt(i + 1) !== second || (used & (1 << i)) !== 0) continue;
			used |= 1 << i;
			shared++;
			break;
		}
	}
	return shared;
}

/** The same for words of any length. */
function countManyPairs(a: string, b: string): number {
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
	return shared;
}
