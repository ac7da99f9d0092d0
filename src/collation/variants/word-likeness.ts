import { round } from "../../text/compare.ts";
import { TELLING } from "../term-weight.ts";
import { isNegation } from "../utterances/segment-similarity.ts";
import type { SegmentWord } from "../utterances/segments.ts";

/** The likeness of two different names. */
export const NAME_SLOT = 0.35;

/**
 * How well two words stand for each other in two wordings of one thing, from -1 to 1. Identical
 * words 1, inflections 0.8, one number in two writings 0.9, two numbers 0.5, two names 0.35 (they take one slot, and that they differ
 * is the finding), words of like spelling up to 0.6; anything else below zero, so that a gap is
 * cheaper than a false match, save for two function words, which cost nothing.
 */
export function likenessOf(a: SegmentWord, b: SegmentWord): number {
	if (a.norm === b.norm) return 1;
	if (a.stem === b.stem) return 0.8;
	if (isNegation(a.norm) && isNegation(b.norm)) return 0.8;
	if (isNumeral(a) && isNumeral(b)) return numeralKey(a) === numeralKey(b) ? 0.9 : 0.5;
	if (isNumeral(a) !== isNumeral(b)) return -0.6;
	const spelling = spellingLikeness(a.stem, b.stem);
	if (spelling >= 0.6) return round(spelling * 0.8);
	if (a.capital && b.capital) return NAME_SLOT;
	if (a.weight < TELLING && b.weight < TELLING) return 0;
	if (a.weight < TELLING || b.weight < TELLING) return -0.4;
	return -0.1;
}

/** Number words by the digits that another wording may have in their place; "one" is mostly a pronoun. */
const NUMERALS: ReadonlyMap<string, string> = new Map(
	(
		"two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen " +
		"eighteen nineteen twenty"
	)
		.split(" ")
		.map((word, index) => [word, String(index + 2)] as [string, string])
		.concat([
			["thirty", "30"],
			["forty", "40"],
			["fifty", "50"],
			["sixty", "60"],
			["seventy", "70"],
			["eighty", "80"],
			["ninety", "90"],
			["hundred", "100"],
			["thousand", "1000"],
			["million", "1000000"],
			["billion", "1000000000"],
			["dozen", "12"],
		]),
);

export function isNumeral(word: SegmentWord): boolean {
	return (
		word.number || NUMERALS.has(word.norm) || (word.norm.includes("-") && NUMERALS.has(word.norm.split("-")[0] ?? ""))
	);
}

/** One form for the writings of a number: "two" and "2", "1,200" and "1200", "6:00" and "6". */
export function numeralKey(word: SegmentWord): string {
	return NUMERALS.get(word.norm) ?? word.norm.replace(/:00$/, "").replace(/[^\p{L}\p{Nd}.]/gu, "");
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
