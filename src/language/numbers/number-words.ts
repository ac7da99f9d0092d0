import { normAt, type Reading } from "../shapes.ts";
import { PARTS } from "./data/units.ts";

/** Reading numbers in words: "sixty-three", "two thousand four hundred", "a dozen". */

const UNITS = new Map(
	"zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
		.split(" ")
		.map((word, value) => [word, value] as const),
);
const TENS = new Map(
	"twenty thirty forty fifty sixty seventy eighty ninety".split(" ").map((word, at) => [word, (at + 2) * 10] as const),
);
/** Scale words and abbreviations, with what they multiply by. */
export const SCALES: ReadonlyMap<string, number> = new Map([
	["hundred", 100],
	["thousand", 1e3],
	["million", 1e6],
	["billion", 1e9],
	["trillion", 1e12],
	["dozen", 12],
	["mn", 1e6],
	["mln", 1e6],
	["m", 1e6],
	["bn", 1e9],
	["bln", 1e9],
	["b", 1e9],
	["tn", 1e12],
	["trn", 1e12],
	["k", 1e3],
	["lakh", 1e5],
	["lakhs", 1e5],
	["crore", 1e7],
	["crores", 1e7],
]);

/** A value read from words, and the token behind it. */
export interface WordNumber {
	readonly value: number;
	readonly end: number;
}

/** Whether a word can begin a number in words: "sixty", "Sixty-three", "half", and "a" before "dozen" and its like. */
export function beginsNumber(reading: Reading, at: number): boolean {
	const norm = normAt(reading, at);
	if (partOfScale(reading, at, reading.count)) return true;
	if (norm === "a" || norm === "an") return scaleWord(normAt(reading, at + 1)) !== null;
	return UNITS.has(norm) || TENS.has(norm) || norm === "half" || isTied(norm);
}

/** Whether a hyphen ties a word that begins with a number: "three-day". */
export function isTied(norm: string): boolean {
	if (norm.length < 6) return false;
	const hyphen = norm.indexOf("-");
	const end = hyphen < 0 ? norm.indexOf("\u2010") : hyphen;
	return end > 0 && (TENS.has(norm.slice(0, end)) || UNITS.has(norm.slice(0, end)));
}

/** The words below a hundred that need no hyphen. */
export const SMALL_NUMBERS: readonly string[] = [...UNITS.keys(), ...TENS.keys()];

/** The value of one word below a hundred: "sixty-three", "seven"; null for any other. */
export function smallNumber(word: string): number | null {
	const unit = UNITS.get(word);
	if (unit !== undefined) return unit;
	const ten = TENS.get(word);
	if (ten !== undefined) return ten;
	if (word.length < 9 || !/[-\u2010\u2011]/.test(word)) return null;
	const [left = "", right = "", ...more] = word.split(/[-\u2010\u2011]/);
	const tens = TENS.get(left);
	const units = UNITS.get(right);
	return tens !== undefined && units !== undefined && units > 0 && units < 10 && more.length === 0
		? tens + units
		: null;
}

/**
 * The number in words that begins at a token: "two thousand four hundred and six", "half a million",
 * "a dozen"; null when none does. "a" and "an" count only before a scale word.
 */
export function readNumberWords(reading: Reading, from: number, limit: number): WordNumber | null {
	const first = normAt(reading, from);
	const scaled = partOfScale(reading, from, limit);
	if (scaled) return scaled;
	if (first === "half" && /^an?$/.test(normAt(reading, from + 1)) && from + 2 < limit) {
		const scale = SCALES.get(normAt(reading, from + 2));
		if (scale !== undefined && normAt(reading, from + 2).length > 2) return { value: scale / 2, end: from + 3 };
		return null;
	}
	const article = first === "a" || first === "an";
	if (article && (from + 1 >= limit || scaleWord(normAt(reading, from + 1)) === null)) return null;
	let total = 0;
	let part = 0;
	let at = article ? from + 1 : from;
	let end = from;
	while (at < limit) {
		const norm = normAt(reading, at);
		const small = smallNumber(norm);
		const scale = scaleWord(norm);
		if (small === null && smallNumber(normAt(reading, at - 1)) !== null && at > from && isHalf(reading, at, limit)) {
			// "two and a half million"
			part += normAt(reading, at + 2) === "half" ? 0.5 : 0.25;
			at += 3;
			end = at;
			continue;
		}
		if (small !== null) {
			// "twenty three" is one number, "three twenty" is two.
			if (part % 100 !== 0 && !(part % 10 === 0 && part % 100 >= 20 && small < 10)) break;
			part += small;
		} else if (scale !== null && at > from) {
			if (scale === 100 || scale === 12) part = Math.max(part, 1) * scale;
			else {
				total += Math.max(part, 1) * scale;
				part = 0;
			}
		} else if (norm === "and" && at > from && at + 1 < limit) {
			const next = smallNumber(normAt(reading, at + 1));
			const before = normAt(reading, at - 1);
			if (next === null || (before !== "hundred" && before !== "thousand" && before !== "million")) break;
			at++;
			continue;
		} else break;
		at++;
		end = at;
	}
	return end > from ? { value: total + part, end } : null;
}

/** "a quarter of a million", "three quarters of a million", "half of a million": a number, no share of anything. */
export function partOfScale(reading: Reading, from: number, limit: number): WordNumber | null {
	const first = normAt(reading, from);
	const half = first === "half";
	const top = first === "a" || half ? 1 : smallNumber(first);
	const size = half ? 2 : PARTS.get(normAt(reading, from + 1));
	if (top === null || size === undefined || top >= size) return null;
	const of = half ? from + 1 : from + 2;
	const scale = scaleWord(normAt(reading, of + 2));
	if (normAt(reading, of) !== "of" || normAt(reading, of + 1) !== "a" || scale === null || of + 2 >= limit) return null;
	return { value: Math.round((top * scale) / size), end: of + 3 };
}

/** Whether "and a half" or "and a quarter" stands at a token, and goes on to a noun or a scale. */
export function isHalf(reading: Reading, at: number, limit: number): boolean {
	return (
		normAt(reading, at) === "and" &&
		normAt(reading, at + 1) === "a" &&
		/^(?:half|quarter)$/.test(normAt(reading, at + 2)) &&
		at + 3 < limit &&
		normAt(reading, at + 3) !== "of"
	);
}

/** The value of a scale written out ("hundred", "dozen"); null for abbreviations and other words. */
export function scaleWord(norm: string): number | null {
	return norm.length > 3 ? (SCALES.get(norm) ?? null) : null;
}

/**
 * The value of digits with their separators as written: "54,000", "1.2", "1 000"; null when the
 * grouping is neither ("10:30", "14.05.2031"). A comma before exactly three digits groups thousands;
 * a dot is a decimal point. With `decimalComma` it is the other way round, as most languages of Europe write.
 */
export function digitsValue(written: string, decimalComma = false): number | null {
	if (decimalComma && /[.,]/.test(written)) return withDecimalComma(written);
	if (/^\d+$/.test(written)) return written.length <= 15 ? Number(written) : null;
	if (/^\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?$/.test(written)) return Number(written.replace(/,/g, ""));
	if (/^\d{1,3}(?:[\u00a0\u202f]\d{3})+(?:[.,]\d+)?$/.test(written)) {
		return Number(written.replace(/[\u00a0\u202f]/g, "").replace(",", "."));
	}
	if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(written)) return Number(written.replace(/\./g, ""));
	if (/^\d{1,15}\.\d{1,15}$/.test(written)) return Number(written);
	return null;
}

function withDecimalComma(written: string): number | null {
	if (!/^(?:\d{1,15}|\d{1,3}(?:[.\u00a0\u202f]\d{3})+)(?:,\d{1,15})?$/.test(written)) {
		// One point before other than three digits can only be decimal, whoever wrote it.
		return /^\d{1,15}\.(?:\d{1,2}|\d{4,15})$/.test(written) ? Number(written) : null;
	}
	return Number(written.replace(/[.\u00a0\u202f]/g, "").replace(",", "."));
}
