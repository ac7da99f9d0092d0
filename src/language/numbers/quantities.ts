import { TokenKind } from "../../model/annotated.ts";
import type { NumberQualifier } from "../../model/annotation.ts";
import { round } from "../../text/compare.ts";
import { has, normAt, type Reading, Shape } from "../shapes.ts";
import { findCounted } from "./counted.ts";
import { DECIMAL_COMMA, OTHER_SCALES } from "./data/other-languages.ts";
import { CURRENCY_CODES, CURRENCY_SIGNS, DOLLAR_PREFIXES, FRACTION_SIGNS } from "./data/units.ts";
import { joinedMoneyAt } from "./joined-money.ts";
import { tiedScale } from "./number.ts";
import { beginsNumber, digitsValue, isHalf, readNumberWords, SCALES, scaleWord } from "./number-words.ts";

/** The words that stand before a number and open or close its bounds, longest first. */
export interface Qualified {
	readonly qualifier: NumberQualifier | "nearly" | "over" | "between";
	/** First token of the qualifier. */
	readonly first: number;
	/** "At least about 60": the value itself is no exact one. */
	readonly loosely?: boolean;
}

const QUALIFIERS: readonly (readonly [string, Qualified["qualifier"]])[] = [
	["no fewer than", "at-least"],
	["no less than", "at-least"],
	["not less than", "at-least"],
	["not fewer than", "at-least"],
	["never less than", "at-least"],
	["never fewer than", "at-least"],
	["not under", "at-least"],
	["a minimum of", "at-least"],
	["at least", "at-least"],
	["as few as", "at-least"],
	["upwards of", "at-least"],
	["no more than", "at-most"],
	["not more than", "at-most"],
	["never more than", "at-most"],
	["not over", "at-most"],
	["not above", "at-most"],
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

/** By the last word, longest first. */
const BY_LAST_WORD = new Map<
	string,
	{ readonly words: readonly string[]; readonly qualifier: Qualified["qualifier"] }[]
>();
for (const [written, qualifier] of QUALIFIERS) {
	const words = written.split(" ");
	const last = words[words.length - 1] ?? "";
	BY_LAST_WORD.set(last, [...(BY_LAST_WORD.get(last) ?? []), { words, qualifier }]);
}

/** Verbs that take "over" to themselves: "handed over two envelopes" is two, not more. */
const GOES_OVER = /^(?:hand|turn|pass|sign)(?:s|es|ed|ing)?$|^(?:give|gives|gave|given|giving)$/;

/**
 * The qualifier that ends right before a token; null when none does. Where one stands before another, "more than
 * about 60", the outer one opens the bounds of the inner.
 */
export function qualifierBefore(reading: Reading, token: number): Qualified | null {
	const inner = oneQualifierBefore(reading, token);
	if (inner?.qualifier !== "about") return inner;
	const outer = oneQualifierBefore(reading, inner.first);
	const opens = outer && /^(?:at-least|at-most|more-than|fewer-than|over)$/.test(outer.qualifier);
	return opens ? { ...outer, loosely: true } : inner;
}

function oneQualifierBefore(reading: Reading, token: number): Qualified | null {
	for (const { words, qualifier } of BY_LAST_WORD.get(normAt(reading, token - 1)) ?? []) {
		const first = token - words.length;
		if (first < 0 || reading.sentenceOf[first] !== reading.sentenceOf[token]) continue;
		if (!words.every((word, at) => normAt(reading, first + at) === word)) continue;
		if (qualifier === "over" && first > 0 && GOES_OVER.test(normAt(reading, first - 1))) return null;
		return { qualifier, first };
	}
	return null;
}

/** A qualifier behind a number, and the token behind it. */
export interface QualifiedBehind {
	readonly qualifier: Qualified["qualifier"] | "odd";
	readonly end: number;
}

const OR_BEHIND: ReadonlyMap<string, Qualified["qualifier"]> = new Map([
	["more", "at-least"],
	["so", "about"],
	["thereabouts", "about"],
	["less", "at-most"],
	["fewer", "at-most"],
	["higher", "at-least"],
	["greater", "at-least"],
	["above", "at-least"],
	["over", "at-least"],
	["older", "at-least"],
	["larger", "at-least"],
	["bigger", "at-least"],
	["stronger", "at-least"],
	["longer", "at-least"],
	["lower", "at-most"],
	["smaller", "at-most"],
	["shorter", "at-most"],
	["weaker", "at-most"],
	["younger", "at-most"],
	["under", "at-most"],
	["below", "at-most"],
]);
/** Of these, the words that begin a number of their own: "40 or over 60". */
const OPENS_NUMBER = /^(?:more|less|fewer|over|under|above|below|so|greater|higher|lower)$/;

/** The qualifier that stands right behind a number: "60 or more", "60-odd", "2,000+"; null when none does. */
export function qualifierBehind(reading: Reading, token: number, limit: number): QualifiedBehind | null {
	if (token >= limit) return null;
	const norm = normAt(reading, token);
	if (norm === "or" && token + 1 < limit) {
		const word = normAt(reading, token + 1);
		const qualifier = OR_BEHIND.get(word);
		const next = token + 2 < limit ? token + 2 : null;
		const opens = next !== null && OPENS_NUMBER.test(word) && reading.kinds[next] === TokenKind.number;
		if (opens || (next !== null && normAt(reading, next) === "than")) return null;
		return qualifier === undefined ? null : { qualifier, end: token + 2 };
	}
	if (!has(reading, token, Shape.joined)) return null;
	if (norm === "+") return { qualifier: "at-least", end: token + 1 };
	const next = normAt(reading, token + 1);
	if (norm !== "-" || token + 1 >= limit || !has(reading, token + 1, Shape.joined)) return null;
	if (next === "plus") return { qualifier: "at-least", end: token + 2 };
	return next === "odd" ? { qualifier: "odd", end: token + 2 } : null;
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
	if (has(reading, at, Shape.capital)) {
		const money = joinedMoneyAt(reading, at, limit);
		if (money) return scaled(reading, token, money.value, money.end, limit, money.currency);
	}
	const code = codeAt(reading, at, limit);
	if (code) {
		currency = code.currency;
		at = code.end;
	}
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
	const part = partSign(reading, at);
	if (part !== undefined) {
		if (has(reading, at, Shape.joined) && currency === null) return null;
		return { first: token, end: at + 1, value: round(part), scale: 1, currency, inWords: false };
	}
	if (reading.kinds[at] !== TokenKind.number) {
		if (currency !== null || reading.kinds[at] !== TokenKind.word || !beginsNumber(reading, at)) return null;
		const words = readNumberWords(reading, at, limit);
		if (!words || has(reading, words.end - 1, Shape.date)) return null;
		return { first: token, end: words.end, value: words.value, scale: 1, currency, inWords: true };
	}
	const start = reading.starts[at] ?? 0;
	if (currency === null && start > 0 && CLOSE.test(reading.text.charAt(start - 1))) return null;
	const language = reading.article.language ?? "en";
	let value = digitsValue(reading.text.slice(start, reading.ends[at]), DECIMAL_COMMA.has(language));
	if (value === null) return null;
	let end = at + 1;
	const spaced = spacedGroups(reading, at, limit, language === "en");
	if (spaced > end) {
		value = Number(reading.text.slice(start, reading.ends[spaced - 1]).replace(/\D/g, ""));
		end = spaced;
	}
	const more = end < limit && has(reading, end, Shape.joined) ? partSign(reading, end) : undefined;
	if (more !== undefined) {
		value = round(value + more);
		end++;
	} else if (isHalf(reading, end, limit)) {
		value += normAt(reading, end + 2) === "half" ? 0.5 : 0.25;
		end += 3;
	}
	if (value !== 0 && /^0\d/.test(normAt(reading, at))) return null;
	// "200 , 000" of tokenised text.
	while (end + 1 < limit && normAt(reading, end) === "," && normAt(reading, end + 1) === "000") {
		value *= 1000;
		end += 2;
	}
	if (value === 0 && normAt(reading, at).length > 1 && !normAt(reading, at).includes(".")) return null;
	if (language !== "en" && end < limit) {
		const other = OTHER_SCALES.get(normAt(reading, end));
		if (other !== undefined) {
			value = Number((value * other).toPrecision(15));
			return { first: token, end: end + 1, value, scale: other, currency, inWords: false };
		}
	}
	return scaled(reading, token, value, end, limit, currency);
}

/** A value with the scale words behind it. */
function scaled(
	reading: Reading,
	token: number,
	plain: number,
	from: number,
	limit: number,
	currency: string | null,
): Quantity | null {
	let end = from;
	let scale = 1;
	while (end < limit) {
		const written = normAt(reading, end);
		const norm = tiedScale(written) || written;
		const joined = has(reading, end, Shape.joined);
		const word =
			scaleWord(norm) ??
			(joined || currency !== null
				? (SCALES.get(norm) ?? null)
				: norm.length === 2
					? (SCALES.get(norm) ?? null)
					: null);
		// "5m" is five million of money, or of a noun right behind it; else five metres.
		const metres = norm === "m" && currency === null && findCounted(reading, end + 1, limit, 2, false) === null;
		if (word === null || metres || norm === "dozen" || (norm === "b" && currency === null)) break;
		scale *= word;
		end++;
		if (scale > 1e15) return null;
		if (norm !== written) break;
	}
	if (
		end < limit &&
		has(reading, end, Shape.joined) &&
		reading.kinds[end] === TokenKind.word &&
		/^(?:st|nd|rd|th|s)$/.test(normAt(reading, end))
	)
		return null;
	const value = Number((plain * scale).toPrecision(15));
	return { first: token, end, value, scale, currency, inWords: false };
}

/** A currency's code in capitals before a number, "EUR 300", "Rs. 500"; the token behind it with its full stop. */
function codeAt(
	reading: Reading,
	at: number,
	limit: number,
): { readonly currency: string; readonly end: number } | null {
	const currency = has(reading, at, Shape.capital) ? CURRENCY_CODES.get(normAt(reading, at)) : undefined;
	if (currency === undefined || at + 1 >= limit) return null;
	const code = reading.text.slice(reading.starts[at], reading.ends[at]);
	if (code !== "Rs" && code !== code.toUpperCase()) return null;
	const end = normAt(reading, at + 1) === "." && has(reading, at + 1, Shape.joined) ? at + 2 : at + 1;
	return reading.kinds[end] === TokenKind.number && end < limit ? { currency, end } : null;
}

/** The token behind groups of three digits that single spaces part: "54 000". In English the last must be "000". */
function spacedGroups(reading: Reading, at: number, limit: number, english: boolean): number {
	const digits = (token: number): string => reading.text.slice(reading.starts[token], reading.ends[token]);
	if (!/^\d{1,3}$/.test(digits(at))) return at + 1;
	let end = at + 1;
	while (
		end < limit &&
		end < at + 4 &&
		/^\d{3}$/.test(digits(end)) &&
		(reading.starts[end] ?? 0) - (reading.ends[end - 1] ?? 0) === 1 &&
		!has(reading, end, Shape.date)
	)
		end++;
	return english && digits(end - 1) !== "000" ? at + 1 : end;
}

/** Whether a token is a fraction in one sign: "½". */
export function isPartSign(reading: Reading, token: number): boolean {
	return partSign(reading, token) !== undefined;
}

function partSign(reading: Reading, token: number): number | undefined {
	if ((reading.ends[token] ?? 0) - (reading.starts[token] ?? 0) !== 1) return undefined;
	return FRACTION_SIGNS.get(reading.text.slice(reading.starts[token], reading.ends[token]));
}
