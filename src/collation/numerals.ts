import { round } from "../text/compare.ts";

/** What tells a number among words: its folded form, and whether it is written in digits. */
export interface NumeralWord {
	readonly norm: string;
	readonly number: boolean;
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

export function isNumeral(word: NumeralWord): boolean {
	return (
		word.number || NUMERALS.has(word.norm) || (word.norm.includes("-") && NUMERALS.has(word.norm.split("-")[0] ?? ""))
	);
}

/** One form for the writings of a number: "two" and "2", "1,200" and "1200", "6:00" and "6". */
export function numeralKey(word: NumeralWord): string {
	return NUMERALS.get(word.norm) ?? word.norm.replace(/:00$/, "").replace(/[^\p{L}\p{Nd}.]/gu, "");
}

/** A number written in one word or several. */
export interface Amount {
	/** By its digits, as `numeralKey`. */
	readonly key: string;
	/** How many words it has. */
	readonly length: number;
}

const SCALES = new Set(["100", "1000", "1000000", "1000000000"]);
/** No number of news has more words. */
const MOST_WORDS = 8;

/** Numbers by the index of the word that each begins with: "two hundred thousand" and "200,000", "4.5 million". */
export function readAmounts(words: readonly NumeralWord[]): Map<number, Amount> {
	const amounts = new Map<number, Amount>();
	for (let at = 0; at < words.length; at++) {
		const first = words[at];
		if (!first || !isNumeral(first)) continue;
		let length = 1;
		let whole = 0;
		let part = sizeOf(first);
		while (part !== null && length < MOST_WORDS) {
			const and = words[at + length]?.norm === "and" && part >= 100 ? 1 : 0;
			const next = words[at + length + and];
			const value = next && isNumeral(next) ? sizeOf(next) : null;
			if (next === undefined || value === null) break;
			const scale = SCALES.has(numeralKey(next));
			if (scale && and === 0 && part < value) {
				part *= value;
				if (value >= 1000) {
					whole += part;
					part = 0;
				}
			} else if (!scale && !next.number && value < 100 && (part === 0 || part % 100 === 0)) part += value;
			else break;
			length += 1 + and;
		}
		const key = length === 1 || part === null ? numeralKey(first) : String(round(whole + part));
		amounts.set(at, { key, length });
		at += length - 1;
	}
	return amounts;
}

function sizeOf(word: NumeralWord): number | null {
	const key = numeralKey(word);
	return /^\d+(?:\.\d+)?$/.test(key) ? Number(key) : null;
}
