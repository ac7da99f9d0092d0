import { TokenKind } from "../../model/annotated.ts";
import { digitsValue, smallNumber } from "../numbers/number-words.ts";
import { has, normAt, type Reading, Shape } from "../shapes.ts";
import { index, type Unit } from "./time-expression.ts";

const MONTHS = index("january february march april may june july august september october november december", 1);
const SHORT_MONTHS = new Map([...index("jan feb mar apr may jun jul aug sep oct nov dec", 1), ["sept", 9] as const]);
const WEEKDAYS = index("sunday monday tuesday wednesday thursday friday saturday", 0);
const SHORT_WEEKDAYS = new Map([
	...index("sun mon tue wed thu fri sat", 0),
	["tues", 2] as const,
	["thurs", 4] as const,
]);
const ORDINALS = index(
	"first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth " +
		"twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first",
	1,
);
const UNITS = new Map<string, Unit>(
	(["hour", "day", "week", "month", "year", "decade"] as const).flatMap((unit) => [
		[unit, unit] as const,
		[`${unit}s`, unit] as const,
	]),
);

/** Every word that a month or a weekday is named by, in lower case. */
export const NAMES: readonly string[] = [
	...MONTHS.keys(),
	...SHORT_MONTHS.keys(),
	...WEEKDAYS.keys(),
	...SHORT_WEEKDAYS.keys(),
];

export interface NamedMonth {
	readonly month: number;
	readonly end: number;
	/** Written short: "Sept." */
	readonly short: boolean;
}

export function monthAt(reading: Reading, at: number): NamedMonth | null {
	if (!has(reading, at, Shape.capital)) return null;
	const norm = normAt(reading, at);
	const whole = MONTHS.get(norm);
	if (whole !== undefined) return { month: whole, end: at + 1, short: false };
	const short = SHORT_MONTHS.get(norm);
	if (short === undefined) return null;
	const stop = normAt(reading, at + 1) === "." && has(reading, at + 1, Shape.joined);
	return { month: short, end: stop ? at + 2 : at + 1, short: true };
}

/** The month (1–12) that an English word names in full or short; 0 for none. */
export function monthNamed(word: string): number {
	return MONTHS.get(word) ?? SHORT_MONTHS.get(word) ?? 0;
}

export interface NamedWeekday {
	/** 0 for Sunday to 6 for Saturday. */
	readonly weekday: number;
	readonly end: number;
	readonly short: boolean;
}

export function weekdayAt(reading: Reading, at: number): NamedWeekday | null {
	if (!has(reading, at, Shape.capital)) return null;
	const norm = normAt(reading, at);
	const whole = WEEKDAYS.get(norm);
	if (whole !== undefined) return { weekday: whole, end: at + 1, short: false };
	const short = SHORT_WEEKDAYS.get(norm);
	if (short === undefined) return null;
	const stop = normAt(reading, at + 1) === "." && has(reading, at + 1, Shape.joined);
	return { weekday: short, end: stop ? at + 2 : at + 1, short: true };
}

/** "first" is 1; 0 for what is no ordinal up to "thirty-first". */
export function ordinalNamed(word: string): number {
	return ORDINALS.get(word) ?? 0;
}

export function unitAt(reading: Reading, at: number): Unit | null {
	return UNITS.get(normAt(reading, at)) ?? null;
}

/** How many, in figures or words up to 500; null for anything else. "a" and "an" are one. */
export function countAt(reading: Reading, at: number): number | null {
	const norm = normAt(reading, at);
	if (norm === "a" || norm === "an") return 1;
	if (reading.kinds[at] === TokenKind.mark) return null;
	const count = reading.kinds[at] === TokenKind.number ? digitsValue(norm) : smallNumber(norm);
	return count !== null && Number.isInteger(count) && count >= 1 && count <= 500 ? count : null;
}

/** A day of the month in figures, with "st", "nd", "rd" or "th" behind it or not. */
export function dayNumberAt(
	reading: Reading,
	at: number,
): { readonly day: number; readonly end: number; readonly ordinal: boolean } | null {
	const norm = normAt(reading, at);
	if (reading.kinds[at] !== TokenKind.number || !/^\d{1,2}$/.test(norm)) return null;
	const day = Number(norm);
	if (day < 1 || day > 31) return null;
	const ordinal = /^(?:st|nd|rd|th)$/.test(normAt(reading, at + 1)) && has(reading, at + 1, Shape.joined);
	return { day, end: ordinal ? at + 2 : at + 1, ordinal };
}

/** A year in four digits behind what came before, with or without a comma. */
export function yearBehind(
	reading: Reading,
	at: number,
	limit: number,
): { readonly year: number; readonly end: number } | null {
	const mark = normAt(reading, at);
	const from = mark === "," || mark === "of" ? at + 1 : at;
	if (from >= limit || reading.kinds[from] !== TokenKind.number) return null;
	const norm = normAt(reading, from);
	if (!/^(?:1[0-9]|20|21)\d\d$/.test(norm)) return null;
	return { year: Number(norm), end: from + 1 };
}
