import { TokenKind } from "../../model/annotated.ts";
import type { NumberQualifier } from "../../model/annotation.ts";
import { has, normAt, type Reading, Shape } from "../shapes.ts";
import { CURRENCY_SIGNS, DOLLAR_PREFIXES } from "./data/units.ts";
import { digitsValue, readNumberWords, SCALES, scaleWord } from "./number-words.ts";

/** The words that stand before a number and open or close its bounds, longest first. */
export interface Qualified {
	readonly qualifier: NumberQualifier | "nearly" | "over" | "between";
	/** First token of the qualifier. */
	readonly first: number;
}

const QUALIFIERS: readonly (readonly [string, Qualified["qualifier"]])[] = [
	["no fewer than", "at-least"],
	["no less than", "at-least"],
	["not less than", "at-least"],
	["a minimum of", "at-least"],
	["at least", "at-least"],
	["as few as", "at-least"],
	["upwards of", "at-least"],
	["no more than", "at-most"],
	["not more than", "at-most"],
	["a maximum of", "at-most"],
	["as many as", "at-most"],
	["as much as", "at-most"],
	["at most", "at-most"],
	["up to", "at-most"],
	["well over", "more-than"],
	["just over", "more-than"],
	["slightly more than", "more-than"],
	["in excess of", "more-than"],
	["more than", "more-than"],
	["greater than", "more-than"],
	["exceeding", "more-than"],
	["above", "more-than"],
	["over", "over"],
	["just under", "fewer-than"],
	["slightly less than", "fewer-than"],
	["fewer than", "fewer-than"],
	["less than", "fewer-than"],
	["below", "fewer-than"],
	["under", "fewer-than"],
	["nearly", "nearly"],
	["almost", "nearly"],
	["close to", "nearly"],
	["an estimated", "about"],
	["estimated", "about"],
	["approximately", "about"],
	["roughly", "about"],
	["around", "about"],
	["about", "about"],
	["some", "about"],
	["between", "between"],
];

const SPLIT_QUALIFIERS = QUALIFIERS.map(([words, qualifier]) => ({ words: words.split(" "), qualifier }));

/** Verbs that take "over" to themselves: "handed over two envelopes" is two, not more. */
const GOES_OVER = /^(?:hand|turn|pass|sign)(?:s|es|ed|ing)?$|^(?:give|gives|gave|given|giving)$/;

/** The qualifier that ends right before a token; null when none does. */
export function qualifierBefore(reading: Reading, token: number): Qualified | null {
	for (const { words, qualifier } of SPLIT_QUALIFIERS) {
		const first = token - words.length;
		if (first < 0 || reading.sentenceOf[first] !== reading.sentenceOf[token]) continue;
		if (!words.every((word, at) => normAt(reading, first + at) === word)) continue;
		if (qualifier === "over" && first > 0 && GOES_OVER.test(normAt(reading, first - 1))) return null;
		return { qualifier, first };
	}
	return null;
}

/** A plain quantity: a value with its token range, the currency sign before it taken in. */
export interface Quantity {
	readonly first: number;
	readonly end: number;
	readonly value: number;
	/** The scale word it ends in, so that "2 to 3 million" can lend it to the first. */
	readonly scale: number;
	readonly currency: string | null;
	readonly inWords: boolean;
}

const CLOSE = /[\p{L}\p{Nd}/_=&?#@\\.]/u;

/** The quantity that begins at a token: "$2.5 billion", "54,000", "sixty-three"; null when none does. */
export function quantityAt(reading: Reading, token: number, limit: number): Quantity | null {
	let at = token;
	let currency: string | null = null;
	const prefix = DOLLAR_PREFIXES.get(normAt(reading, at));
	if (prefix !== undefined && normAt(reading, at + 1) === "$" && has(reading, at + 1, Shape.joined)) {
		currency = prefix;
		at += 2;
	} else {
		const sign = CURRENCY_SIGNS.get(normAt(reading, at));
		if (sign !== undefined) {
			currency = sign;
			at++;
		}
	}
	if (at >= limit || has(reading, at, Shape.date)) return null;
	if (reading.kinds[at] !== TokenKind.number) {
		if (currency !== null || reading.kinds[at] !== TokenKind.word) return null;
		const words = readNumberWords(reading, at, limit);
		if (!words || has(reading, words.end - 1, Shape.date)) return null;
		return { first: token, end: words.end, value: words.value, scale: 1, currency, inWords: true };
	}
	const start = reading.starts[at] ?? 0;
	if (currency === null && start > 0 && CLOSE.test(reading.text.charAt(start - 1))) return null;
	let value = digitsValue(reading.text.slice(start, reading.ends[at]));
	if (value === null) return null;
	let end = at + 1;
	let scale = 1;
	if (value !== 0 && /^0\d/.test(normAt(reading, at))) return null;
	// "200 , 000" of tokenised text.
	while (end + 1 < limit && normAt(reading, end) === "," && normAt(reading, end + 1) === "000") {
		value *= 1000;
		end += 2;
	}
	if (value === 0 && normAt(reading, at).length > 1 && !normAt(reading, at).includes(".")) return null;
	while (end < limit) {
		const norm = normAt(reading, end);
		const joined = has(reading, end, Shape.joined);
		const word =
			scaleWord(norm) ??
			(joined || currency !== null
				? (SCALES.get(norm) ?? null)
				: norm.length === 2
					? (SCALES.get(norm) ?? null)
					: null);
		// "5m" is five million of money and five metres of anything else.
		if (word === null || (norm === "m" && currency === null) || norm === "dozen" || (norm === "b" && currency === null))
			break;
		scale *= word;
		end++;
		if (scale > 1e15) return null;
	}
	if (
		end < limit &&
		has(reading, end, Shape.joined) &&
		reading.kinds[end] === TokenKind.word &&
		/^(?:st|nd|rd|th|s)$/.test(normAt(reading, end))
	)
		return null;
	value = Number((value * scale).toPrecision(15));
	return { first: token, end, value, scale, currency, inWords: false };
}
