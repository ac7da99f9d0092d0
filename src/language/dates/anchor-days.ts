import { dayNumber, dayOf, isDay, isoDay, monthBounds, weekdayOf } from "./calendar.ts";
import { type Bounds, exactly, type Near, type Setting, unknown } from "./setting.ts";
import type { Tense } from "./tense.ts";
import type { Expression } from "./time-expression.ts";

/** An anchor wider than this many days bounds nothing that hangs on the day. */
export const WIDEST_ANCHOR = 3;
export const NO_ANCHOR = "counted from the day of writing, which is not known";

type DayExpression = Extract<Expression, { kind: "day" }>;
type NumericExpression = Extract<Expression, { kind: "numeric" }>;
type OrdinalExpression = Extract<Expression, { kind: "ordinal" }>;

export function boundDay(what: DayExpression, setting: Setting): Bounds {
	if (what.year !== null) return boundFull(what, what.year, "the date is written out");
	if (what.step !== null) {
		if (!setting.anchor) return unknown(NO_ANCHOR);
		const { year } = dayOf(setting.anchor.latest);
		return boundFull(what, year + what.step, `the year is counted from the report's (${setting.anchor.says})`);
	}
	const { listed } = setting;
	if (listed) {
		const { year } = dayOf(listed.earliest);
		const later = dayNumber({ year, month: what.month, day: what.day }) > listed.earliest;
		const reason = `the year is that of “${listed.exact}” (${isoDay(listed.earliest)}), which goes on with it`;
		return { ...boundFull(what, later ? year - 1 : year, reason), from: [listed] };
	}
	return boundYearless(what, setting);
}

function boundFull(what: DayExpression, year: number, written: string): Bounds {
	if (!isDay(year, what.month, what.until ?? what.day)) return unknown(`${year} has no such day`);
	const earliest = dayNumber({ year, month: what.month, day: what.day });
	const latest = what.until === null ? earliest : dayNumber({ year, month: what.month, day: what.until });
	const wrong = what.weekday !== null && weekdayOf(earliest) !== what.weekday;
	return {
		earliest,
		latest,
		precision: what.until === null ? "day" : "range",
		reason: wrong ? `${written}; its weekday is another than the one named` : written,
	};
}

/** Figures whose order is not known have two readings, unless another date of the text shows the order. */
export function boundNumeric({ year, first, second, dayFirst }: NumericExpression, { order }: Setting): Bounds {
	const asDayFirst = isDay(year, second, first) ? dayNumber({ year, month: second, day: first }) : null;
	const asMonthFirst = isDay(year, first, second) ? dayNumber({ year, month: first, day: second }) : null;
	if (asDayFirst !== null && asMonthFirst !== null && asDayFirst !== asMonthFirst) {
		if (dayFirst === true) return exactly(asDayFirst, "the day stands first in this language");
		if (order) {
			const which = order.dayFirst ? "day" : "month";
			const reason = `the ${which} stands first, as in “${order.exact}” (${isoDay(order.day)})`;
			return exactly(order.dayFirst ? asDayFirst : asMonthFirst, reason, [order.at]);
		}
		return {
			earliest: Math.min(asDayFirst, asMonthFirst),
			latest: Math.max(asDayFirst, asMonthFirst),
			precision: "range",
			reason: `day or month may stand first: ${isoDay(asDayFirst)} or ${isoDay(asMonthFirst)}`,
		};
	}
	const day = asDayFirst ?? asMonthFirst;
	return day === null
		? unknown("no such day")
		: exactly(day, "the date is written out and only one order of day and month fits");
}

/** Years away from the report's in which a day is looked for: 29 February comes every eighth year at the least. */
const FAR_YEARS = 8;

/** "March 9": the year comes from the anchor, the tense, and a weekday when one is named. */
function boundYearless(what: DayExpression, setting: Setting): Bounds {
	const { anchor, tense, near } = setting;
	const told = near?.written && what.weekday === null ? nearYear(what, near) : null;
	if (!anchor) {
		if (told?.close) return boundInText(what, told.day, told.near);
		return unknown(`the year is not written and cannot be told: ${NO_ANCHOR}`);
	}
	if (anchor.latest - anchor.earliest > WIDEST_ANCHOR)
		return unknown(`the year is not written, and the report's own day is too uncertain (${anchor.says})`);
	const candidates = candidatesOf(what, anchor.earliest, anchor.latest, tense);
	const nearest = [...candidates].sort((a, b) => Math.abs(a - anchor.latest) - Math.abs(b - anchor.latest) || a - b);
	const [best, next] = nearest;
	if (best === undefined) return unknown(`no year near the report's day fits (${anchor.says})`);
	const span = what.until === null ? 0 : what.until - what.day;
	const distance = told ? dayOf(best).year - dayOf(told.day).year : 0;
	if (told && distance !== 0 && (told.close || Math.abs(distance) <= STORY_YEARS)) {
		if (told.close && setting.beside) return boundInText(what, told.day, told.near);
		return {
			earliest: Math.min(told.day, best),
			latest: Math.max(told.day, best) + span,
			precision: "range",
			reason: `the year is not written; that of “${told.near.exact}” (${isoDay(told.near.earliest)}) or the report's may be meant (${anchor.says})`,
			from: [told.near, ...anchor.places],
		};
	}
	// "the debate set for March 9, she said": a verb of the past beside a day soon to come tells nothing.
	const soon = tense === "past" && what.weekday === null ? comingSoon(what, anchor.latest) : null;
	if (soon !== null) {
		return {
			earliest: best,
			latest: soon + span,
			precision: "range",
			reason: `the year is not written; the last one before the report's day or the one soon after it (${anchor.says})`,
			from: anchor.places,
		};
	}
	// Without a verb to tell, two years half a year away on either side are both possible.
	const open =
		tense === "open" &&
		what.weekday === null &&
		next !== undefined &&
		Math.abs(best - anchor.latest) > 120 &&
		Math.abs(next - anchor.latest) < 250;
	if (open) {
		return {
			earliest: Math.min(best, next),
			latest: Math.max(best, next) + span,
			precision: "range",
			reason: `the year is not written; the one before and the one after both lie near (${anchor.says})`,
			from: anchor.places,
		};
	}
	return {
		earliest: best,
		latest: best + span,
		precision: what.until === null ? "day" : "range",
		reason: `the year is not written; ${how(what.weekday !== null, tense)} to the report's day is meant (${anchor.says})`,
		from: anchor.places,
	};
}

function candidatesOf(what: DayExpression, earliest: number, latest: number, tense: Tense): number[] {
	const { year } = dayOf(latest);
	const reach = what.month === 2 && what.day === 29 ? FAR_YEARS : 1;
	const candidates: number[] = [];
	for (let candidate = year - reach; candidate <= year + reach; candidate++) {
		if (!isDay(candidate, what.month, what.day)) continue;
		const day = dayNumber({ year: candidate, month: what.month, day: what.day });
		if (what.weekday !== null && weekdayOf(day) !== what.weekday) continue;
		if (tense === "past" && day > latest) continue;
		if (tense === "future" && day < earliest) continue;
		candidates.push(day);
	}
	return candidates;
}

/** Days that a story told in order goes on for: "He left on May 3, 2028, and on May 9 he came back". */
const SAME_STORY_DAYS = 31;
/** A date written out further back than this is a date of birth or history, and no story goes on from it. */
const STORY_YEARS = 5;

/** The day in the year of a date beside it that is written out, and whether it comes soon after it. */
function nearYear(
	what: DayExpression,
	near: Near,
): { readonly day: number; readonly close: boolean; readonly near: Near } | null {
	if (near.precision !== "day" && near.precision !== "part-of-day") return null;
	const { year } = dayOf(near.earliest);
	for (const candidate of [year, year + 1]) {
		if (!isDay(candidate, what.month, what.day)) continue;
		const day = dayNumber({ year: candidate, month: what.month, day: what.day });
		if (day >= near.earliest && day - near.earliest <= SAME_STORY_DAYS) return { day, close: true, near };
	}
	if (!isDay(year, what.month, what.day)) return null;
	return { day: dayNumber({ year, month: what.month, day: what.day }), close: false, near };
}

function boundInText(what: DayExpression, day: number, near: Near): Bounds {
	return {
		earliest: day,
		latest: what.until === null ? day : day + what.until - what.day,
		precision: what.until === null ? "day" : "range",
		reason: `the year is not written; the first such day from “${near.exact}” (${isoDay(near.earliest)}) is meant`,
		from: [near],
	};
}

/** The next occurrence of a month and day when it is less than sixty days off; else null. */
function comingSoon(what: DayExpression, from: number): number | null {
	const { year } = dayOf(from);
	for (const candidate of [year, year + 1]) {
		if (!isDay(candidate, what.month, what.day)) continue;
		const day = dayNumber({ year: candidate, month: what.month, day: what.day });
		if (day > from && day - from < 60) return day;
	}
	return null;
}

function how(weekday: boolean, tense: Tense): string {
	if (weekday) return "the nearest with that weekday";
	return tense === "past" ? "the last one up" : tense === "future" ? "the first one next" : "the nearest";
}

/** "the 14th": of the month that the text has just named, else the last or the next by the verb. */
export function boundOrdinal({ day, step }: OrdinalExpression, setting: Setting): Bounds {
	const { anchor, near, tense } = setting;
	const inMonth = (year: number, month: number): number | null => {
		const [first, last] = monthBounds(year, month);
		return first + day - 1 <= last ? first + day - 1 : null;
	};
	if (step === null && near && !near.reporting && /^(?:day|part-of-day|month)$/.test(near.precision)) {
		const { year, month } = dayOf(near.earliest);
		const found = inMonth(year, month);
		if (found === null) return unknown(`the month of “${near.exact}” has no such day`);
		const reason = `the month is that of “${near.exact}” (${isoDay(near.earliest).slice(0, 7)})`;
		return found < near.earliest && near.precision === "day"
			? unknown(`it would lie before “${near.exact}”`)
			: exactly(found, reason, [near]);
	}
	if (!anchor) return unknown(`the month is not written and cannot be told: ${NO_ANCHOR}`);
	if (anchor.earliest !== anchor.latest)
		return unknown(`the month is not written, and the report's own day is open (${anchor.says})`);
	const here = dayOf(anchor.latest);
	if (step !== null) {
		const found = inMonth(here.year, here.month + step);
		return found === null
			? unknown("that month has no such day")
			: exactly(found, `the month is counted from the report's (${anchor.says})`, anchor.places);
	}
	if (tense === "open")
		return unknown(`the month is not written, and no verb tells whether it has been (${anchor.says})`);
	const move = tense === "past" ? -1 : 1;
	for (let off = 0; Math.abs(off) <= 2; off += move) {
		const found = inMonth(here.year, here.month + off);
		if (found === null || (found - anchor.latest) * move < 0) continue;
		const which = tense === "past" ? "the last one up to" : "the first one from";
		return exactly(
			found,
			`the month is not written; ${which} the report's day is meant (${anchor.says})`,
			anchor.places,
		);
	}
	return unknown(`no month near the report's day has it (${anchor.says})`);
}
