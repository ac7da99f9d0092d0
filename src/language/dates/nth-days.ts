import { has, normAt, type Reading, Shape } from "../shapes.ts";
import { dayNumber, dayOf, monthBounds, weekdayOf } from "./calendar.ts";
import { dayNumberAt, ordinalNamed, weekdayAt } from "./calendar-names.ts";
import { fitYear } from "./fitting-years.ts";
import { innerPeriod, type ReadInner } from "./pieces.ts";
import { type Bounds, exactly, type Setting, unknown } from "./setting.ts";
import { type Expression, expression, type Found } from "./time-expression.ts";

/**
 * Days told by their place in a month or a year. Caught: "the last Friday of April", "first Monday in June", "the
 * second Friday of next month", "the last day of May". Not: "last Friday in Corra", which is a weekday, and "the first
 * Monday of the strike", whose month is not said.
 */

type NthExpression = Extract<Expression, { kind: "nth-day" }>;

const NO_PERIOD: Expression = {
	kind: "unbounded",
	reason: "a weekday by its place in a stretch of time whose days are not said",
};

export function readNthDay(reading: Reading, at: number, limit: number, inner: ReadInner): Found | null {
	const the = normAt(reading, at) === "the" ? at + 1 : at;
	const place = placeAt(reading, the);
	if (!place || place.end >= limit) return null;
	const { nth, end } = place;
	if (normAt(reading, end) !== "day" && !has(reading, end, Shape.capital)) return null;
	const named = weekdayAt(reading, end);
	const behind = named ? named.end : end + 1;
	if (named?.short || !(named || normAt(reading, end) === "day")) return null;
	const link = normAt(reading, behind);
	const linked = (link === "of" || link === "in") && behind + 1 < limit;
	// "the first Monday of every month" is no one day.
	if (named && linked && /^(?:each|every|any)$/.test(normAt(reading, behind + 1)))
		return expression(at, behind, { kind: "nothing" });
	const of = linked ? innerPeriod(reading, behind + 1, limit, inner) : null;
	if (of && isPeriod(of.what) && !of.time && !(named && of.what.kind === "unit" && of.what.unit === "year")) {
		const weekday = named?.weekday ?? null;
		return expression(at, of.end, { kind: "nth-day", nth, weekday, of: of.what });
	}
	if (!named) return null;
	const counted = the > at || /^(?:the|a|its|his|her|their|every|each)$/.test(normAt(reading, at - 1));
	if (nth < 0) return link === "of" && the > at ? expression(at, behind, NO_PERIOD) : null;
	return counted || link === "of" ? expression(at, behind, NO_PERIOD) : null;
}

/** "first" to "fifth", "1st" to "5th", "last" and "final", and the token behind. */
function placeAt(reading: Reading, at: number): { readonly nth: number; readonly end: number } | null {
	const norm = normAt(reading, at);
	if (norm === "last" || norm === "final") return { nth: -1, end: at + 1 };
	const figure = dayNumberAt(reading, at);
	if (figure) return figure.ordinal && figure.day <= 5 ? { nth: figure.day, end: figure.end } : null;
	const nth = ordinalNamed(norm);
	return nth >= 1 && nth <= 5 ? { nth, end: at + 1 } : null;
}

function isPeriod(what: Expression): boolean {
	if (what.kind === "unit") return what.unit === "month" || what.unit === "year";
	return what.kind === "month" || (what.kind === "year" && what.year === what.until && what.says === null);
}

/** @param boundWhat bounds the month or the year that the day lies in */
export function boundNthDay(what: NthExpression, setting: Setting, boundWhat: (of: Expression) => Bounds): Bounds {
	const { nth, weekday, of } = what;
	if (of.kind === "month" && of.year === null && of.which === "bare" && of.step === null) {
		const inYear = (year: number): number | null => dayIn(...monthBounds(year, of.month), nth, weekday);
		return fitYear(inYear, setting, "the year is not written");
	}
	if (of.kind === "unit" && of.unit === "year" && of.step === 0) {
		const inYear = (year: number): number | null =>
			dayIn(monthBounds(year, 1)[0], monthBounds(year, 12)[1], nth, weekday);
		return fitYear(inYear, setting, "which year is not said");
	}
	const whole = boundWhat(of);
	const { earliest, latest, precision } = whole;
	if (earliest === null || latest === null || (precision !== "month" && precision !== "year"))
		return unknown(`the day of a stretch that is open: ${whole.reason}`);
	const day = dayIn(earliest, latest, nth, weekday);
	if (day === null) return unknown("there is no such day in it");
	return exactly(day, `counted in ${precision === "month" ? "its month" : "its year"}; ${whole.reason}`, whole.from);
}

/** The nth such weekday of a stretch, from its end for −1; any weekday when null. */
function dayIn(first: number, last: number, nth: number, weekday: number | null): number | null {
	if (weekday === null) return nth < 0 ? last : first + nth - 1;
	if (nth < 0) return last - ((weekdayOf(last) - weekday + 7) % 7);
	const day = first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1);
	return day > last ? null : day;
}

/** Feasts that move with Easter, by the days from Easter Sunday in the Western reckoning. */
const MOVABLE: readonly (readonly [words: readonly string[], offset: number])[] = (
	[
		["shrove tuesday", -47],
		["ash wednesday", -46],
		["palm sunday", -7],
		["maundy thursday", -3],
		["good friday", -2],
		["holy saturday", -1],
		["easter sunday", 0],
		["easter monday", 1],
		["whit sunday", 49],
		["whit monday", 50],
	] as const
).map(([words, offset]) => [words.split(" "), offset] as const);
export const MOVABLE_OPENINGS: ReadonlySet<string> = new Set(MOVABLE.map(([[first = ""]]) => first));

/** "Good Friday", "Easter Monday 2030"; of an Orthodox feast the day is left open. */
export function readMovable(reading: Reading, at: number, limit: number): Found | null {
	if (!MOVABLE_OPENINGS.has(normAt(reading, at))) return null;
	for (const [words, offset] of MOVABLE) {
		const end = at + words.length;
		if (end > limit || !words.every((word, i) => normAt(reading, at + i) === word)) continue;
		const year = end < limit ? /^(?:19|20|21)\d\d$/.exec(normAt(reading, end))?.[0] : undefined;
		if (normAt(reading, at - 1) === "orthodox") {
			const reason = "a feast of the Orthodox year, whose reckoning is another";
			return expression(at, end, { kind: "unbounded", reason });
		}
		if (normAt(reading, end) === "agreement" || normAt(reading, end) === "accord") return null;
		const of: Expression = { kind: "easter", offset, year: year === undefined ? null : Number(year) };
		return expression(at, year === undefined ? end : end + 1, of);
	}
	return null;
}

export function boundEaster({ offset, year }: Extract<Expression, { kind: "easter" }>, setting: Setting): Bounds {
	const reckoned = "Easter by the Western reckoning";
	if (year !== null) return exactly(easterOf(year) + offset, `the year is written out; ${reckoned}`);
	return fitYear((of) => easterOf(of) + offset, setting, `the year is not written; ${reckoned}`);
}

/** Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher; Nature, 1876). */
function easterOf(year: number): number {
	const a = year % 19;
	const b = Math.floor(year / 100);
	const c = year % 100;
	const d = Math.floor((8 * b + 13) / 25);
	const h = (19 * a + b - Math.floor(b / 4) - d + 15) % 30;
	const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
	const m = Math.floor((a + 11 * h + 19 * l) / 433);
	const month = Math.floor((h + l - 7 * m + 90) / 25);
	return dayNumber({ year, month, day: (h + l - 7 * m + 33 * month + 19) % 32 });
}

/** The same stretch so many years before: "ten years ago today". */
export function yearsBefore(bounds: Bounds, years: number): Bounds {
	const back = (day: number): number => {
		const { year, month, day: of } = dayOf(day);
		const [first, last] = monthBounds(year - years, month);
		return Math.min(first + of - 1, last);
	};
	const { earliest, latest } = bounds;
	if (earliest === null || latest === null) return bounds;
	return {
		...bounds,
		earliest: back(earliest),
		latest: back(latest),
		reason: `so many years before; ${bounds.reason}`,
	};
}
