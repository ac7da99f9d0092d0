import { boundDay, boundNumeric, boundOrdinal } from "./anchor-days.ts";
import { boundCounted, boundEvent, boundLater, boundNearWeekday, boundNeighbour } from "./anchor-near.ts";
import { boundMonth, boundQuarter, boundRelative, boundSeason, boundWeek } from "./anchor-periods.ts";
import { dayNumber, dayOf, isoDay, weekdayOf } from "./calendar.ts";
import { boundBusinessYear, boundEnding } from "./endings.ts";
import { boundEaster, boundNthDay, yearsBefore } from "./nth-days.ts";
import { type Bounds, type Setting, unknown } from "./setting.ts";
import type { Expression, Found, Piece, TimeOfDay } from "./time-expression.ts";

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
			return boundDay(what, setting);
		case "numeric":
			return boundNumeric(what, setting);
		case "ordinal":
			return boundOrdinal(what, setting);
		case "month":
			return boundMonth(what, setting);
		case "year":
			return {
				earliest: dayNumber({ year: what.year, month: 1, day: 1 }),
				latest: dayNumber({ year: what.until, month: 12, day: 31 }),
				precision: what.year === what.until ? "year" : "range",
				reason: what.says ?? (what.year === what.until ? "the year is written out" : "the years are written out"),
			};
		case "quarter":
			return boundQuarter(what.year, what.quarter);
		case "season":
			return boundSeason(what, setting);
		case "week":
			return boundWeek(what.year, what.week);
		case "week-of":
			return boundWeekOf(boundWhat(what.of, setting));
		case "nth-day":
			return boundNthDay(what, setting, (of) => boundWhat(of, setting));
		case "easter":
			return boundEaster(what, setting);
		case "ending":
			return boundEnding(what, (of) => boundWhat(of, setting));
		case "business-year":
			return boundBusinessYear(what.step, setting);
		case "anniversary":
			return yearsBefore(boundWhat(what.of, setting), what.years);
		case "later":
			return boundLater(what.count, what.unit, setting);
		case "neighbour":
			return boundNeighbour(what.unit, what.step, setting);
		case "near-weekday":
			return boundNearWeekday(what.weekday, what.step, setting);
		case "event":
			return boundEvent(what, setting);
		case "counted":
			return boundCounted(what.count, what.unit, boundWhat(what.of, setting));
		case "piece":
			return boundPiece(what.piece, what.of, setting);
		case "range":
			return boundRange(what, setting);
		case "side":
			return boundSide(what, setting);
		case "overnight":
			return boundOvernight(boundWhat(what.of, setting), what.into);
		case "unbounded":
			return unknown(what.reason);
		case "nothing":
		case "time":
			return unknown("a time without its day");
		default:
			return boundRelative(what, setting);
	}
}

function boundWeekOf(day: Bounds): Bounds {
	if (day.earliest === null || day.earliest !== day.latest)
		return unknown(`the week of a day that is open: ${day.reason}`);
	// Sunday may begin the week or end it: the bounds take both in.
	const sunday = day.earliest - weekdayOf(day.earliest);
	const monday = day.earliest - ((weekdayOf(day.earliest) + 6) % 7);
	return {
		...day,
		earliest: Math.min(sunday, monday),
		latest: Math.max(sunday, monday) + 6,
		precision: "week",
		reason: `the week that has the day, from Sunday or from Monday; ${day.reason}`,
	};
}

/** The night that begins on a day, or that ends on it. */
function boundOvernight(day: Bounds, into: boolean): Bounds {
	if (day.earliest === null || day.latest === null) return day;
	const reason = into
		? `the night that ends on the day; ${day.reason}`
		: `the night that begins on the day; ${day.reason}`;
	return {
		...day,
		earliest: into ? day.earliest - 1 : day.earliest,
		latest: into ? day.latest : day.latest + 1,
		precision: day.precision === "day" ? "part-of-day" : day.precision,
		reason,
	};
}

/**
 * "Early" is in the first half and "late" in the second, "mid" leaves off the first and the last quarter:
 * wide enough for what writers mean by them (there is no standard), and still bounds.
 */
function boundPiece(piece: Piece, of: Expression, setting: Setting): Bounds {
	const whole = boundWhat(of, setting);
	const { earliest, latest } = whole;
	if (piece === "so-far" || piece === "to-come") return boundNow(piece, whole, setting);
	if (earliest === null || latest === null || whole.precision === null) return whole;
	// A month whose year is open has a part in each year: the bounds stay those of the whole.
	if (whole.precision === "range" && !(of.kind === "year" && of.until > of.year) && of.kind !== "quarter") {
		return { ...whole, reason: `a part of it; ${whole.reason}` };
	}
	const [from, to] = cutPiece(piece, of, whole.precision === "week", earliest, latest);
	const named: Readonly<Record<Piece, string>> = {
		early: "“early” is in the first half",
		mid: "“mid” leaves off the first and the last quarter",
		late: "“late” is in the second half",
		"first-half": "the first half",
		"second-half": "the second half",
		"so-far": "",
		"to-come": "",
	};
	return { ...whole, earliest: from, latest: to, precision: "range", reason: `${named[piece]}; ${whole.reason}` };
}

function cutPiece(
	piece: Piece,
	of: Expression,
	week: boolean,
	earliest: number,
	latest: number,
): readonly [number, number] {
	const first = piece === "early" || piece === "first-half";
	const last = piece === "late" || piece === "second-half";
	if (week) {
		// From Sunday or Monday to Wednesday, and from Wednesday on.
		const wednesday = latest - 4;
		return first ? [earliest, wednesday] : last ? [wednesday, latest] : [wednesday - 1, wednesday + 1];
	}
	const years = dayOf(latest).year - dayOf(earliest).year + 1;
	if (of.kind === "year" || (of.kind === "unit" && of.unit === "year")) {
		if (years > 1) {
			const start = dayOf(earliest).year;
			// A century from 1800 to 1900 has its halves in 1850.
			const length = years > 100 ? 100 : years;
			const begin = first ? start : last ? start + Math.floor(length / 2) : start + Math.floor(length / 4);
			const end = first
				? start + Math.ceil(length / 2) - 1 + (years > 100 ? 1 : 0)
				: last
					? dayOf(latest).year
					: start + length - 1 - Math.floor(length / 4);
			return [dayNumber({ year: begin, month: 1, day: 1 }), dayNumber({ year: end, month: 12, day: 31 })];
		}
		const { year } = dayOf(earliest);
		const begin = first ? 1 : last ? 7 : 4;
		const end = first ? { month: 6, day: 30 } : last ? { month: 12, day: 31 } : { month: 9, day: 30 };
		return [dayNumber({ year, month: begin, day: 1 }), dayNumber({ year, ...end })];
	}
	const days = latest - earliest + 1;
	const quarter = Math.floor(days / 4);
	if (piece === "first-half") return [earliest, earliest + 14];
	if (piece === "second-half") return [earliest + 15, latest];
	if (first) return [earliest, earliest + Math.ceil(days / 2) - 1];
	return last ? [earliest + Math.floor(days / 2), latest] : [earliest + quarter, latest - quarter];
}

/** "earlier this month" ends with the report's day, "later this month" begins with it. */
function boundNow(piece: Piece, whole: Bounds, setting: Setting): Bounds {
	const { anchor } = setting;
	if (!anchor || whole.latest === null) return whole;
	// In a quotation: said no later than the report, and of a time before it was said.
	if (setting.quoted) return piece === "so-far" ? { ...whole, latest: Math.min(whole.latest, anchor.latest) } : whole;
	if (whole.earliest === null) return whole;
	const { earliest, latest, precision } =
		piece === "so-far"
			? { earliest: whole.earliest, latest: anchor.latest, precision: "range" as const }
			: { earliest: anchor.earliest, latest: whole.latest, precision: "range" as const };
	const side = piece === "so-far" ? "up to the report's day" : "from the report's day on";
	return { ...whole, earliest, latest, precision, reason: `${side}; ${whole.reason}` };
}

type RangeExpression = Extract<Expression, { kind: "range" }>;

/** What stands at one end of a stretch gives the year for the other, and a weekday follows the one before it. */
function boundRange({ from, to }: RangeExpression, setting: Setting): Bounds {
	let start: Bounds;
	let end: Bounds;
	if (from.kind === "weekday" && to.kind === "weekday") {
		start = boundWhat(from, setting);
		if (start.earliest === null || start.earliest !== start.latest)
			return unknown(`where it begins is open: ${start.reason}`);
		const until = start.earliest + ((to.weekday - weekdayOf(start.earliest) + 7) % 7);
		end = { ...start, earliest: until, latest: until };
	} else if (isYearless(from) && !(isYearless(to) && setting.anchor === null)) {
		end = boundWhat(to, setting);
		if (end.latest === null) return unknown(`where it ends is open: ${end.reason}`);
		const last = end.earliest ?? end.latest;
		const { year } = dayOf(last);
		start = boundWhat({ ...from, year }, setting);
		if (start.earliest !== null && start.earliest > last) start = boundWhat({ ...from, year: year - 1 }, setting);
	} else if (isYearless(to) && (from.kind === "day" || from.kind === "month")) {
		start = boundWhat(from, setting);
		if (start.earliest === null) return unknown(`where it begins is open: ${start.reason}`);
		const { year } = dayOf(start.earliest);
		end = boundWhat({ ...to, year }, setting);
		if (end.latest !== null && end.latest < start.earliest) end = boundWhat({ ...to, year: year + 1 }, setting);
	} else {
		start = boundWhat(from, setting);
		end = boundWhat(to, setting);
	}
	if (start.earliest === null || end.latest === null)
		return unknown(`one end of it is open: ${start.earliest === null ? start.reason : end.reason}`);
	if (start.earliest > end.latest) return unknown("it would end before it begins");
	const written = start.reason === end.reason ? start.reason : `${start.reason}; ${end.reason}`;
	return {
		earliest: start.earliest,
		latest: end.latest,
		precision: "range",
		reason: `from the first to the last; ${written}`,
		from: [...(start.from ?? []), ...(end.from ?? [])],
	};
}

function isYearless(what: Expression): what is Extract<Expression, { kind: "day" | "month" }> {
	if (what.kind === "day") return what.year === null && what.weekday === null && what.step === null;
	return what.kind === "month" && what.year === null && what.which === "bare" && what.step === null;
}

type SideExpression = Extract<Expression, { kind: "side" }>;

/** One side is bounded by the date, and nothing bounds the other. */
function boundSide({ side, of }: SideExpression, setting: Setting): Bounds {
	if (of.kind === "time") return unknown("a time without its day");
	// "was adjourned until Thursday": the verb of the past says when that was settled, not which Thursday.
	const looksBack = (side === "by" || side === "before") && of.kind === "weekday" && setting.tense === "past";
	const date = boundWhat(of, looksBack ? { ...setting, tense: "open" } : setting);
	if (date.earliest === null && date.latest === null) return date;
	// Of two days that a date may be, either may be the bound; a month or a year is all of it.
	const either = date.precision === "range" && /^(?:day|weekday|numeric|ordinal|month)$/.test(of.kind);
	const open = (earliest: number | null, latest: number | null, says: string): Bounds =>
		earliest === null && latest === null
			? unknown(date.reason)
			: { ...date, earliest, latest, precision: "range", reason: `${says}; ${date.reason}` };
	switch (side) {
		case "by":
			return open(null, date.latest, "no later than the date");
		case "since":
			return open(date.earliest, null, "no earlier than the date");
		case "before":
			return open(null, dayBeside(either ? date.latest : date.earliest, -1), "earlier than the date");
		case "after":
			return open(dayBeside(either ? date.earliest : date.latest, 1), null, "later than the date");
	}
}

function dayBeside(day: number | null, step: -1 | 1): number | null {
	return day === null ? null : day + step;
}

/** Bounds with a time of day: `2031-05-14T09:30`, with the offset when the text gives one as such. */
export function isoTime(day: number, time: TimeOfDay): readonly [string, string] {
	const zone = time.zone !== null && /^(?:Z|[+-]\d{2}:?\d{2})$/.test(time.zone) ? time.zone : "";
	const clock = (minutes: number): string =>
		`${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
	const from = `${isoDay(day)}T${clock(time.minutes)}${zone}`;
	return [from, time.exact ? from : `${isoDay(day)}T${clock(time.minutes + 59)}${zone}`];
}
