import { normAt, type Reading } from "../shapes.ts";
import { dayNumber, dayOf, monthBounds } from "./calendar.ts";
import { countAt, unitAt } from "./calendar-names.ts";
import type { ReadInner } from "./pieces.ts";
import { type Bounds, type Setting, unknown } from "./setting.ts";
import { type Expression, expression, type Found } from "./time-expression.ts";

/**
 * Stretches told by their end, and those of a business year. Caught: "the year to March", "the three months to June
 * 30", "the year ended 30 June 2030", "next financial year". Not: "the year to date", "gave the year to Corra".
 */

type EndingExpression = Extract<Expression, { kind: "ending" }>;

export function readEnding(reading: Reading, at: number, limit: number, inner: ReadInner): Found | null {
	const the = normAt(reading, at) === "the";
	const from = the ? at + 1 : at;
	// Most that begin with "the" are none: the unit is looked for first.
	if (!unitAt(reading, from) && !unitAt(reading, from + 1)) return null;
	const alone = the ? unitAt(reading, from) : null;
	const count = alone === null ? countAt(reading, from) : 1;
	const unit = alone ?? unitAt(reading, from + 1);
	if (count === null || (unit !== "month" && unit !== "year" && unit !== "week")) return null;
	const link = from + (alone === null ? 2 : 1);
	if (!/^(?:to|through|ended|ending)$/.test(normAt(reading, link)) || link + 1 >= limit) return null;
	if (/^(?:gave|give|gives|devoted|dedicated|added|moved)$/.test(normAt(reading, at - 1))) return null;
	let date = link + 1;
	if (normAt(reading, date) === "end" && /^(?:of|-)$/.test(normAt(reading, date + 1))) date += 2;
	else if (normAt(reading, date) === "end" || normAt(reading, date) === "on") date++;
	const to = date < limit ? inner(date) : null;
	if (!to || to.time || !(to.what.kind === "month" || to.what.kind === "day")) return null;
	if (to.what.kind === "day" && to.what.until !== null) return null;
	return expression(at, to.end, { kind: "ending", count, unit, to: to.what });
}

/** @param boundWhat bounds the date that the stretch ends with */
export function boundEnding({ count, unit, to }: EndingExpression, boundWhat: (of: Expression) => Bounds): Bounds {
	const end = boundWhat(to);
	if (end.earliest === null || end.latest === null) return unknown(`where it ends is open: ${end.reason}`);
	// Of two years that the end may be of, both stretches lie between the bounds.
	const { year, month } = dayOf(end.earliest);
	const single = to.kind === "month" ? monthBounds(year, month)[1] : end.earliest;
	return {
		...end,
		earliest: lastDayBefore(single, count, unit) + 1,
		precision: "range",
		reason: `so long, up to its end; ${end.reason}`,
	};
}

/** The day so many units before: the last of its month for the last of a month. */
function lastDayBefore(day: number, count: number, unit: "week" | "month" | "year"): number {
	if (unit === "week") return day - 7 * count;
	const { year, month, day: of } = dayOf(day);
	const [, end] = monthBounds(year, month);
	const [first, last] = monthBounds(year, month - (unit === "month" ? count : 12 * count));
	return day === end ? last : Math.min(first + of - 1, last);
}

const WHICH: readonly string[] = ["last", "this", "next"];

/** "next financial year", "this fiscal year", "last fiscal year". */
export function readBusinessYear(reading: Reading, at: number): Found | null {
	const which = WHICH.indexOf(normAt(reading, at));
	if (which < 0 || !/^(?:fiscal|financial|tax|business)$/.test(normAt(reading, at + 1))) return null;
	if (normAt(reading, at + 2) !== "year") return null;
	return expression(at, at + 3, { kind: "business-year", step: (which - 1) as -1 | 0 | 1 });
}

/** It may begin on any day, so that it lies in two calendar years and no more than a year from the report's day. */
export function boundBusinessYear(step: -1 | 0 | 1, { anchor }: Setting): Bounds {
	if (!anchor) return unknown("counted from the day of writing, which is not known");
	const { year } = dayOf(anchor.latest);
	const first = step < 0 ? year - 2 : step > 0 ? year : year - 1;
	return {
		earliest: dayNumber({ year: first, month: 1, day: 1 }),
		latest: dayNumber({ year: step < 0 ? year : first + 2, month: 12, day: 31 }),
		precision: "range",
		reason: `a business year may begin in any month; counted from the report's day (${anchor.says})`,
		from: anchor.places,
	};
}
