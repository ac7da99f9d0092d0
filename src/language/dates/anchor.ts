import type { DatePrecision } from "../../model/date.ts";
import { dayNumber, dayOf, daysInMonth, isDay, isoDay, monthBounds, weekdayOf } from "./calendar.ts";
import type { Tense } from "./tense.ts";
import type { Expression, Found, TimeOfDay } from "./time-expression.ts";

/** The day or days that an article's relative dates are counted from. */
export interface Anchor {
	/** Day numbers, inclusive; equal when the day is known. */
	readonly earliest: number;
	readonly latest: number;
	/** What it is, for reasons: "published 2031-05-14". */
	readonly says: string;
}

/** Bounds as day numbers, inclusive; null where nothing bounds that side. */
export interface Bounds {
	readonly earliest: number | null;
	readonly latest: number | null;
	readonly precision: DatePrecision | null;
	readonly reason: string;
}

/** What is known around an expression. */
export interface Setting {
	readonly anchor: Anchor | null;
	readonly tense: Tense;
	/** True inside quotation marks: counted from when the words were said, which is no later than the report. */
	readonly quoted: boolean;
	/** The day that the nearest date before it in this sentence or the last one came to; null when there is none. */
	readonly before: { readonly day: number; readonly exact: string } | null;
}

/** An anchor wider than this many days bounds nothing that hangs on the day. */
const WIDEST_ANCHOR = 3;

const NO_ANCHOR = "counted from the day of writing, which is not known";

function unknown(reason: string): Bounds {
	return { earliest: null, latest: null, precision: null, reason };
}

/**
 * The bounds of a time expression. What the words leave open stays open: two readings give the span of
 * both, and without an anchor a relative date has no bounds.
 */
export function boundExpression(found: Found, setting: Setting): Bounds {
	const bounds = boundWhat(found.what, setting);
	if (bounds.precision === "day" && found.part) return { ...bounds, precision: "part-of-day" };
	return bounds;
}

function boundWhat(what: Expression, setting: Setting): Bounds {
	switch (what.kind) {
		case "day":
			return what.year === null ? boundYearless(what, setting) : boundFull(what, what.year);
		case "numeric":
			return boundNumeric(what.year, what.first, what.second);
		case "month":
			return what.year === null
				? boundBareMonth(what, setting)
				: month(what.year, what.month, "the month and year are written out");
		case "year":
			return {
				earliest: dayNumber({ year: what.year, month: 1, day: 1 }),
				latest: dayNumber({ year: what.until, month: 12, day: 31 }),
				precision: what.year === what.until ? "year" : "range",
				reason: what.year === what.until ? "the year is written out" : "the years are written out",
			};
		case "season":
			return boundSeason(what.year);
		case "after":
			return boundAfter(what.days, setting);
		case "time":
			return unknown("a time without its day");
		default:
			return boundRelative(what, setting);
	}
}

type DayExpression = Extract<Expression, { kind: "day" }>;

function boundFull(what: DayExpression, year: number): Bounds {
	if (!isDay(year, what.month, what.until ?? what.day)) return unknown(`${year} has no such day`);
	const earliest = dayNumber({ year, month: what.month, day: what.day });
	const latest = what.until === null ? earliest : dayNumber({ year, month: what.month, day: what.until });
	const wrong = what.weekday !== null && weekdayOf(earliest) !== what.weekday;
	return {
		earliest,
		latest,
		precision: what.until === null ? "day" : "range",
		reason: wrong ? "the date is written out; its weekday is another than the one named" : "the date is written out",
	};
}

function boundNumeric(year: number, first: number, second: number): Bounds {
	const dayFirst = isDay(year, second, first) ? dayNumber({ year, month: second, day: first }) : null;
	const monthFirst = isDay(year, first, second) ? dayNumber({ year, month: first, day: second }) : null;
	if (dayFirst !== null && monthFirst !== null && dayFirst !== monthFirst) {
		return {
			earliest: Math.min(dayFirst, monthFirst),
			latest: Math.max(dayFirst, monthFirst),
			precision: "range",
			reason: `day or month may stand first: ${isoDay(dayFirst)} or ${isoDay(monthFirst)}`,
		};
	}
	const day = dayFirst ?? monthFirst;
	if (day === null) return unknown("no such day");
	return {
		earliest: day,
		latest: day,
		precision: "day",
		reason: "the date is written out and only one order of day and month fits",
	};
}

function month(year: number, at: number, reason: string): Bounds {
	const [earliest, latest] = monthBounds(year, at);
	return { earliest, latest, precision: "month", reason };
}

function boundSeason(year: number | null): Bounds {
	if (year === null) return unknown("a season without its year");
	return {
		earliest: dayNumber({ year, month: 1, day: 1 }),
		latest: dayNumber({ year: year + 1, month: 3, day: 31 }),
		precision: "season",
		reason: "the year of the season is written out; which months it has depends on the hemisphere",
	};
}

/** "March 9": the year comes from the anchor, the tense, and a weekday when one is named. */
function boundYearless(what: DayExpression, setting: Setting): Bounds {
	const { anchor, tense } = setting;
	if (!anchor) return unknown(`the year is not written and cannot be told: ${NO_ANCHOR}`);
	if (anchor.latest - anchor.earliest > WIDEST_ANCHOR)
		return unknown(`the year is not written, and the report's own day is too uncertain (${anchor.says})`);
	const { year } = dayOf(anchor.latest);
	const candidates: number[] = [];
	for (const candidate of [year - 1, year, year + 1]) {
		if (!isDay(candidate, what.month, what.day)) continue;
		const day = dayNumber({ year: candidate, month: what.month, day: what.day });
		if (what.weekday !== null && weekdayOf(day) !== what.weekday) continue;
		if (tense === "past" && day > anchor.latest) continue;
		if (tense === "future" && day < anchor.earliest) continue;
		candidates.push(day);
	}
	// "the debate set for March 9, she said": a verb of the past beside a day soon to come tells nothing.
	const soon = tense === "past" && what.weekday === null ? comingSoon(what, anchor) : null;
	if (soon !== null && candidates[0] !== undefined) {
		return {
			earliest: Math.max(...candidates),
			latest: soon,
			precision: "range",
			reason: `the year is not written; the last one before the report's day or the one soon after it (${anchor.says})`,
		};
	}
	const nearest = [...candidates].sort((a, b) => Math.abs(a - anchor.latest) - Math.abs(b - anchor.latest) || a - b);
	const [best, next] = nearest;
	if (best === undefined) return unknown(`no year near the report's day fits (${anchor.says})`);
	const span = what.until === null ? 0 : what.until - what.day;
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
		};
	}
	return {
		earliest: best,
		latest: best + span,
		precision: what.until === null ? "day" : "range",
		reason: `the year is not written; ${how(what.weekday !== null, tense)} to the report's day is meant (${anchor.says})`,
	};
}

/** The next occurrence of a month and day when it is less than sixty days off; else null. */
function comingSoon(what: DayExpression, anchor: Anchor): number | null {
	const { year } = dayOf(anchor.latest);
	for (const candidate of [year, year + 1]) {
		if (!isDay(candidate, what.month, what.day)) continue;
		const day = dayNumber({ year: candidate, month: what.month, day: what.day });
		if (day > anchor.latest && day - anchor.latest < 60) return day;
	}
	return null;
}

function how(weekday: boolean, tense: Tense): string {
	if (weekday) return "the nearest with that weekday";
	return tense === "past" ? "the last one up" : tense === "future" ? "the first one next" : "the nearest";
}

function boundBareMonth(what: Extract<Expression, { kind: "month" }>, setting: Setting): Bounds {
	const { anchor, tense } = setting;
	if (!anchor) return unknown(`the year is not written and cannot be told: ${NO_ANCHOR}`);
	const here = dayOf(anchor.latest);
	const lastYear = what.month > here.month ? here.year - 1 : here.year;
	const nextYear = what.month < here.month ? here.year + 1 : here.year;
	const said = `(${anchor.says})`;
	if (what.which === "this") return month(here.year, what.month, `of the report's own year ${said}`);
	// "the vote in June, she said", written in May: the month soon to come may be meant as well.
	const ahead = (what.month - here.month + 12) % 12;
	const soon = what.which === "bare" && tense === "past" && (ahead === 1 || ahead === 2);
	if (what.which === "last" || (what.which === "bare" && tense === "past" && !soon)) {
		// "last May", written in June, may mean this year's or the one before.
		if (what.which === "last" && lastYear === here.year && what.month !== here.month) {
			const [earliest] = monthBounds(lastYear - 1, what.month);
			return {
				earliest,
				latest: monthBounds(lastYear, what.month)[1],
				precision: "range",
				reason: `“last” may mean this year's or last year's ${said}`,
			};
		}
		const year = what.which === "last" && what.month === here.month ? here.year - 1 : lastYear;
		return month(year, what.month, `the last such month up to the report's day ${said}`);
	}
	if (what.which === "next" || tense === "future")
		return month(nextYear, what.month, `the next such month from the report's day ${said}`);
	if (lastYear === nextYear) return month(lastYear, what.month, `the report's own month ${said}`);
	return {
		earliest: monthBounds(lastYear, what.month)[0],
		latest: monthBounds(nextYear, what.month)[1],
		precision: "range",
		reason: `the last such month or the next: no verb tells which ${said}`,
	};
}

function boundAfter(days: number | null, setting: Setting): Bounds {
	const { before } = setting;
	if (!before) return unknown("counted from another date of the text, and none stands close before it");
	if (days === null) return unknown(`counted from “${before.exact}”, but how far is not said`);
	return {
		earliest: before.day + days,
		latest: before.day + days,
		precision: "day",
		reason: `counted from “${before.exact}” (${isoDay(before.day)})`,
	};
}

function boundRelative(
	what: Exclude<Expression, { kind: "day" | "numeric" | "month" | "year" | "season" | "after" | "time" }>,
	setting: Setting,
): Bounds {
	const { anchor } = setting;
	if (!anchor) return unknown(NO_ANCHOR);
	if (anchor.latest - anchor.earliest > WIDEST_ANCHOR && !(what.kind === "unit" && what.unit === "year")) {
		return unknown(`counted from the day of writing, which is too uncertain (${anchor.says})`);
	}
	const first = boundFrom(what, anchor.earliest, setting.tense);
	const last = boundFrom(what, anchor.latest, setting.tense);
	const reason = `${last.reason} (${anchor.says})`;
	const same = first.earliest === last.earliest && first.latest === last.latest;
	const precision = same ? last.precision : "range";
	if (setting.quoted) {
		const past =
			what.kind === "ago" ||
			setting.tense === "past" ||
			(what.kind === "offset" && what.days <= 0) ||
			(what.kind === "unit" && what.step < 1);
		return {
			earliest: null,
			latest: past ? last.latest : null,
			precision: past ? "range" : null,
			reason: `inside a quotation, so counted from when it was said, which is no later than the report (${anchor.says})`,
		};
	}
	return { earliest: first.earliest, latest: last.latest, precision, reason };
}

interface Reached {
	readonly earliest: number;
	readonly latest: number;
	readonly precision: DatePrecision;
	readonly reason: string;
}

function reached(earliest: number, latest: number, precision: DatePrecision, reason: string): Reached {
	return { earliest, latest, precision, reason };
}

function boundFrom(
	what: Extract<Expression, { kind: "weekday" | "offset" | "unit" | "ago" }>,
	day: number,
	tense: Tense,
): Reached {
	switch (what.kind) {
		case "offset":
			return reached(
				day + what.days,
				day + what.days + what.spread,
				what.spread > 0 ? "part-of-day" : "day",
				"counted from the report's day",
			);
		case "weekday":
			return boundWeekday(what.weekday, what.which, day, tense);
		case "unit":
			return boundUnit(what.unit, what.step, day);
		case "ago":
			return boundAgo(what.count, what.unit, day);
	}
}

function boundWeekday(weekday: number, which: "bare" | "last" | "next" | "this", day: number, tense: Tense): Reached {
	const back = (weekdayOf(day) - weekday + 7) % 7;
	const last = day - back;
	const next = back === 0 ? day : last + 7;
	if (which === "last") {
		const strict = back === 0 ? day - 7 : last;
		return reached(strict - 7, strict, "range", "“last” may mean the most recent one or the one of the week before");
	}
	if (which === "next") {
		const strict = back === 0 ? day + 7 : next;
		return reached(strict, strict + 7, "range", "“next” may mean the coming one or the one of the week after");
	}
	if (tense === "past")
		return reached(last, last, "day", "the most recent one up to the report's day, as the verb is in the past");
	if (tense === "future")
		return reached(next, next, "day", "the first one from the report's day, as the verb looks ahead");
	if (last === next) return reached(day, day, "day", "the report's own day has this weekday");
	return reached(last, next, "range", "the most recent one or the coming one: no verb tells which");
}

function boundUnit(unit: "week" | "month" | "year" | "weekend", step: -1 | 0 | 1, day: number): Reached {
	const { year, month: at } = dayOf(day);
	if (unit === "year") {
		return reached(
			dayNumber({ year: year + step, month: 1, day: 1 }),
			dayNumber({ year: year + step, month: 12, day: 31 }),
			"year",
			"the calendar year, counted from the report's day",
		);
	}
	if (unit === "month") {
		const [earliest, latest] = monthBounds(year, at + step);
		return reached(earliest, latest, "month", "the calendar month, counted from the report's day");
	}
	const sunday = day - weekdayOf(day);
	if (unit === "week") {
		// Sunday may begin the week or end it: the bounds take both in.
		const monday = day - ((weekdayOf(day) + 6) % 7);
		return reached(
			Math.min(sunday, monday) + 7 * step,
			Math.max(sunday, monday) + 6 + 7 * step,
			"week",
			"a week from Sunday or from Monday, counted from the report's day",
		);
	}
	const saturday = day - ((weekdayOf(day) + 1) % 7);
	const inside = weekdayOf(day) === 6 || weekdayOf(day) === 0;
	if (step < 0)
		return reached(inside ? saturday - 7 : saturday, saturday + 1, inside ? "range" : "day", "the most recent weekend");
	const coming = inside ? saturday : saturday + 7;
	return step === 0 && !inside
		? reached(saturday, coming + 1, "range", "the weekend just past or the coming one")
		: reached(coming, coming + (step > 0 ? 8 : 1), "range", "the weekend next to the report's day");
}

function boundAgo(count: number, unit: "hour" | "day" | "week" | "month" | "year", day: number): Reached {
	const said = "counted back from the report's day";
	if (unit === "hour") return reached(day - Math.ceil(count / 24), day, "range", said);
	if (unit === "day") return reached(day - count, day - count, "day", said);
	if (unit === "week")
		return reached(day - 7 * count - 3, day - 7 * count + 3, "range", `${said}, give or take half a week`);
	const { year, month: at } = dayOf(day);
	if (unit === "month") {
		const [earliest] = monthBounds(year, at - count);
		const middle = earliest + Math.min(dayOf(day).day, daysInMonth(dayOf(earliest).year, dayOf(earliest).month)) - 1;
		return reached(middle - 15, middle + 15, "range", `${said}, give or take half a month`);
	}
	return reached(
		dayNumber({ year: year - count, month: 1, day: 1 }),
		dayNumber({ year: year - count, month: 12, day: 31 }),
		"year",
		`${said}; the calendar year reached`,
	);
}

/** Bounds with a time of day: `2031-05-14T09:30`, with the offset when the text gives one as such. */
export function isoTime(day: number, time: TimeOfDay): readonly [string, string] {
	const zone = time.zone !== null && /^(?:Z|[+-]\d{2}:?\d{2})$/.test(time.zone) ? time.zone : "";
	const clock = (minutes: number): string =>
		`${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
	const from = `${isoDay(day)}T${clock(time.minutes)}${zone}`;
	return [from, time.exact ? from : `${isoDay(day)}T${clock(time.minutes + 59)}${zone}`];
}
