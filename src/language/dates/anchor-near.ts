import type { Span } from "../../model/span.ts";
import { dayNumber, dayOf, isoDay, monthBounds, weekdayOf } from "./calendar.ts";
import { type Bounds, exactly, type Near, type Setting, unknown } from "./setting.ts";
import type { Expression, Step, Unit } from "./time-expression.ts";

const NONE_NEAR =
	"counted from another date of the text, and none stands close before it that is one day, week, month or year";

/** "two days later", "a year earlier", "the same day": as fine as the date it is counted from allows. */
export function boundLater(count: number, unit: Unit, { near }: Setting): Bounds {
	if (!near) return unknown(NONE_NEAR);
	return count === 0 ? sameDay(near) : countFrom(count, unit, near, `counted from ${name(near)}`, near);
}

function name(near: Near): string {
	return `“${near.exact}” (${isoDay(near.earliest)}${near.latest === near.earliest ? "" : ` to ${isoDay(near.latest)}`})`;
}

function isDayLike(near: Near): boolean {
	return near.earliest === near.latest;
}

function sameDay(near: Near): Bounds {
	return isDayLike(near)
		? exactly(near.earliest, `the same day as ${name(near)}`, [near])
		: unknown(`counted from ${name(near)}, which is no single day`);
}

function countFrom(
	count: number,
	unit: Unit,
	near: { readonly earliest: number; readonly latest: number; readonly precision: string },
	reason: string,
	at: Span,
): Bounds {
	const single = near.earliest === near.latest;
	const { year, month } = dayOf(near.earliest);
	if (unit === "year" || unit === "decade") {
		const years = unit === "year" ? count : 10 * count;
		if (near.precision === "month") return monthFrom(year + years, month, reason, at);
		if (!single && near.precision !== "year") return unknown(`${reason}, which is too wide`);
		return {
			earliest: dayNumber({ year: year + years, month: 1, day: 1 }),
			latest: dayNumber({ year: year + years, month: 12, day: 31 }),
			precision: "year",
			reason: `${reason}; the calendar year reached`,
			from: [at],
		};
	}
	if (unit === "month") {
		if (near.precision === "month") return monthFrom(year, month + count, reason, at);
		if (!single) return unknown(`${reason}, which is too wide`);
		const [first, last] = monthBounds(year, month + count);
		const middle = Math.min(first + dayOf(near.earliest).day - 1, last);
		return {
			earliest: middle - 15,
			latest: middle + 15,
			precision: "range",
			reason: `${reason}, give or take half a month`,
			from: [at],
		};
	}
	if (!single) return unknown(`${reason}, which is no single day`);
	const days = near.earliest + count * (unit === "week" ? 7 : 1);
	if (unit === "week" && Math.abs(count) > 1)
		return {
			earliest: days - 3,
			latest: days + 3,
			precision: "range",
			reason: `${reason}, give or take half a week`,
			from: [at],
		};
	return exactly(days, reason, [at]);
}

function monthFrom(year: number, at: number, reason: string, place: Span): Bounds {
	const [earliest, latest] = monthBounds(year, at);
	return { earliest, latest, precision: "month", reason, from: [place] };
}

/** "the previous month", "the following year": whole ones beside that of the date. */
export function boundNeighbour(unit: Unit, step: Step, { near }: Setting): Bounds {
	if (!near) return unknown(NONE_NEAR);
	const reason = step === 0 ? `the ${unit} of ${name(near)}` : `the ${unit} beside that of ${name(near)}`;
	const { year, month } = dayOf(near.earliest);
	const fine = isDayLike(near) || near.precision === "month" || (unit === "year" && near.precision === "year");
	if (!fine || (unit === "week" && !isDayLike(near))) return unknown(`counted from ${name(near)}, which is too wide`);
	if (unit === "year") {
		return {
			earliest: dayNumber({ year: year + step, month: 1, day: 1 }),
			latest: dayNumber({ year: year + step, month: 12, day: 31 }),
			precision: "year",
			reason,
			from: [near],
		};
	}
	if (unit === "month") return monthFrom(year, month + step, reason, near);
	const sunday = near.earliest - weekdayOf(near.earliest);
	const monday = near.earliest - ((weekdayOf(near.earliest) + 6) % 7);
	return {
		earliest: Math.min(sunday, monday) + 7 * step,
		latest: Math.max(sunday, monday) + 6 + 7 * step,
		precision: "week",
		reason: `${reason}, from Sunday or from Monday`,
		from: [near],
	};
}

/** "the following Tuesday". */
export function boundNearWeekday(weekday: number, step: -1 | 1, { near }: Setting): Bounds {
	if (!near) return unknown(NONE_NEAR);
	if (!isDayLike(near)) return unknown(`counted from ${name(near)}, which is no single day`);
	const on = (weekday - weekdayOf(near.earliest) + 7) % 7 || 7;
	const day = step > 0 ? near.earliest + on : near.earliest + on - (on === 7 ? 14 : 7);
	return exactly(
		day,
		`the ${step > 0 ? "first" : "last"} such weekday ${step > 0 ? "after" : "before"} ${name(near)}`,
		[near],
	);
}

type EventExpression = Extract<Expression, { kind: "event" }>;

/** "two days after the collapse": the text must give one day for it, and only one. */
export function boundEvent({ count, unit, head }: EventExpression, { dayOfEvent }: Setting): Bounds {
	const event = dayOfEvent(head);
	if (!event) return unknown("counted from an event for which the text gives no day, or several");
	const near = { earliest: event.day, latest: event.day, precision: "day" };
	return countFrom(count, unit, near, event.says, event.at);
}

/** "two days after Monday". */
export function boundCounted(count: number, unit: Unit, date: Bounds): Bounds {
	const { earliest, latest } = date;
	if (earliest === null || earliest !== latest) return unknown(`counted from a day that is open: ${date.reason}`);
	const counted = countFrom(
		count,
		unit,
		{ earliest, latest, precision: "day" },
		`counted from a date: ${date.reason}`,
		{
			start: 0,
			end: 0,
		},
	);
	return { ...counted, from: date.from ?? [] };
}
