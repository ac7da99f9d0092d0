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
