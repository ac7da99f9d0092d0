import { TokenKind } from "../../model/annotated.ts";
import { digitsValue, smallNumber } from "../numbers/number-words.ts";
import { normAt, type Reading } from "../shapes.ts";
import { type Expression, expression, type Found, type Unit } from "./time-expression.ts";

const UNITS = new Map<string, Unit>(
	(["hour", "day", "week", "month", "year"] as const).flatMap((unit) => [
		[unit, unit] as const,
		[`${unit}s`, unit] as const,
	]),
);

/** Words anchored to the time of writing, longest phrase first: [words, days before or after, spread]. */
const OFFSETS: readonly (readonly [string, number, number])[] = [
	["the day before yesterday", -2, 0],
	["the day after tomorrow", 2, 0],
	["today", 0, 0],
	["tonight", 0, 0],
	["yesterday", -1, 0],
	["tomorrow", 1, 0],
	["overnight", -1, 1],
	["last night", -1, 1],
	["this morning", 0, 0],
	["this afternoon", 0, 0],
	["this evening", 0, 0],
	["earlier today", 0, 0],
];

/** Words that hang on another date of the text: [words, days from it; null when only that it is near]. */
const AFTERS: readonly (readonly [string, number | null])[] = [
	["the previous evening", -1],
	["the previous night", -1],
	["the previous morning", -1],
	["the previous day", -1],
	["the night before", -1],
	["the evening before", -1],
	["the day before", -1],
	["the day after", 1],
	["a day earlier", -1],
	["one day earlier", -1],
	["a day later", 1],
	["one day later", 1],
	["the next day", 1],
	["the next morning", 1],
	["the following day", 1],
	["the following morning", 1],
	["the same day", 0],
	["that day", 0],
	["that evening", 0],
	["that night", 0],
	["that morning", 0],
	["that afternoon", 0],
	["the previous week", null],
	["the previous month", null],
	["the previous year", null],
	["the following week", null],
	["the following month", null],
	["the following year", null],
	["a week earlier", -7],
	["a week later", 7],
];

const PHRASES = phrases();

function phrases(): ReadonlyMap<
	string,
	readonly { readonly words: readonly string[]; readonly what: Expression; readonly part: boolean }[]
> {
	const all = new Map<string, { words: readonly string[]; what: Expression; part: boolean }[]>();
	const put = (text: string, what: Expression): void => {
		const words = text.split(" ");
		const [first = ""] = words;
		const list = all.get(first) ?? [];
		list.push({ words, what, part: /(?:morning|afternoon|evening|night|tonight)\b/.test(text) });
		all.set(first, list);
	};
	for (const [text, days, spread] of OFFSETS) put(text, { kind: "offset", days, spread });
	for (const [text, days] of AFTERS) put(text, { kind: "after", days });
	for (const unit of ["week", "month", "year", "weekend"] as const) {
		put(`last ${unit}`, { kind: "unit", unit, step: -1 });
		put(`this ${unit}`, { kind: "unit", unit, step: 0 });
		put(`next ${unit}`, { kind: "unit", unit, step: 1 });
	}
	put("the weekend", { kind: "unit", unit: "weekend", step: -1 });
	for (const list of all.values()) list.sort((a, b) => b.words.length - a.words.length);
	return all;
}

export function readRelative(reading: Reading, at: number, limit: number): Found | null {
	for (const { words, what, part } of PHRASES.get(normAt(reading, at)) ?? []) {
		if (at + words.length > limit) continue;
		if (!words.every((word, offset) => normAt(reading, at + offset) === word)) continue;
		// "the day before the vote", "last week's" and the like: a noun behind takes the first over.
		const next = normAt(reading, at + words.length);
		if (
			what.kind === "after" &&
			/^(?:before|after)$/.test(words.at(-1) ?? "") &&
			at + words.length < limit &&
			!/^[,.;:)\u2013\u2014"\u201d]$|^(?:in|at|on|and|by|when|that|with|from)$/.test(next)
		)
			continue;
		return { first: at, end: at + words.length, what, time: null, part };
	}
	return null;
}

/** "two days ago", "a week ago". */
export function readAgo(reading: Reading, at: number, limit: number): Found | null {
	const norm = normAt(reading, at);
	const count = /^an?$/.test(norm)
		? 1
		: norm === "several" || norm === "few"
			? null
			: (smallNumber(norm) ?? (reading.kinds[at] === TokenKind.number ? digitsValue(norm) : null));
	if (count === null || at + 2 >= limit || count > 500) return null;
	const unit = UNITS.get(normAt(reading, at + 1));
	if (unit === undefined || normAt(reading, at + 2) !== "ago") return null;
	return expression(at, at + 3, { kind: "ago", count, unit });
}
