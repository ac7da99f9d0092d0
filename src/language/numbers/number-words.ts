import { normAt, type Reading } from "../shapes.ts";

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
	["crore", 1e7],
]);

/** A value read from words, and the token behind it. */
export interface WordNumber {
	readonly value: number;
	readonly end: number;
}

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
	if (first === "half" && /^an?$/.test(normAt(reading, from + 1)) && from + 2 < limit) {
		const scale = SCALES.get(normAt(reading, from + 2));
		if (scale !== undefined && normAt(reading, from + 2).length > 2) return { value: scale / 2, end: from + 3 };
		return null;
	}
	if (first === "a" || first === "an") {
		const scale = from + 1 < limit ? scaleWord(normAt(reading, from + 1)) : null;
		return scale === null ? null : { value: scale, end: from + 2 };
	}
	let total = 0;
	let part = 0;
	let at = from;
	let end = from;
	while (at < limit) {
		const norm = normAt(reading, at);
		const small = smallNumber(norm);
		const scale = scaleWord(norm);
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

/** The value of a scale written out ("hundred", "dozen"); null for abbreviations and other words. */
export function scaleWord(norm: string): number | null {
	return norm.length > 3 ? (SCALES.get(norm) ?? null) : null;
}

/**
 * The value of digits with their separators as written: "54,000", "1.2", "1 000"; null when the
 * grouping is neither ("10:30", "14.05.2031"). A comma before exactly three digits groups thousands;
 * a dot is a decimal point.
 */
export function digitsValue(written: string): number | null {
	if (/^\d+$/.test(written)) return written.length <= 15 ? Number(written) : null;
	if (/^\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?$/.test(written)) return Number(written.replace(/,/g, ""));
	if (/^\d{1,3}(?:[\u00a0\u202f]\d{3})+(?:[.,]\d+)?$/.test(written)) {
		return Number(written.replace(/[\u00a0\u202f]/g, "").replace(",", "."));
	}
	if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(written)) return Number(written.replace(/\./g, ""));
	if (/^\d{1,15}\.\d{1,15}$/.test(written)) return Number(written);
	return null;
}
