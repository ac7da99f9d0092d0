import { NO_ANCHOR, WIDEST_ANCHOR } from "./anchor-days.ts";
import { boundUnit, boundWeekday, type Reached, reached } from "./anchor-units.ts";
import { dayNumber, dayOf, daysInMonth, monthBounds, weekdayOf } from "./calendar.ts";
import { type Bounds, type Setting, unknown } from "./setting.ts";
import type { Expression, Season, Unit } from "./time-expression.ts";

type MonthExpression = Extract<Expression, { kind: "month" }>;
type SeasonExpression = Extract<Expression, { kind: "season" }>;
type RelativeExpression = Extract<Expression, { kind: "weekday" | "offset" | "unit" | "ago" | "window" | "ahead" }>;

function month(year: number, at: number, reason: string): Bounds {
	const [earliest, latest] = monthBounds(year, at);
	return { earliest, latest, precision: "month", reason };
}

/** "May 2031", and "in May" by the anchor and the tense. */
export function boundMonth(what: MonthExpression, setting: Setting): Bounds {
	if (what.year !== null) return month(what.year, what.month, "the month and year are written out");
	const { anchor, tense } = setting;
	if (!anchor) return unknown(`the year is not written and cannot be told: ${NO_ANCHOR}`);
	const from = anchor.places;
	const said = `(${anchor.says})`;
	const here = dayOf(anchor.latest);
	if (what.step !== null)
		return { ...month(here.year + what.step, what.month, `the year is counted from the report's ${said}`), from };
	const lastYear = what.month > here.month ? here.year - 1 : here.year;
	const nextYear = what.month < here.month ? here.year + 1 : here.year;
	if (what.which === "this") return { ...month(here.year, what.month, `of the report's own year ${said}`), from };
	// "the vote in June, she said", written in May: the month soon to come may be meant as well.
	const ahead = (what.month - here.month + 12) % 12;
	const soon = what.which === "bare" && tense === "past" && (ahead === 1 || ahead === 2);
	const last = what.which === "last" || what.which === "past";
	if (last || (what.which === "bare" && tense === "past" && !soon)) {
		// "last May", written in June, may mean this year's or the one before.
		if (what.which === "last" && lastYear === here.year && what.month !== here.month) {
			return {
				earliest: monthBounds(lastYear - 1, what.month)[0],
				latest: monthBounds(lastYear, what.month)[1],
				precision: "range",
				reason: `“last” may mean this year's or last year's ${said}`,
				from,
			};
		}
		const year = last && what.month === here.month ? here.year - 1 : lastYear;
		return { ...month(year, what.month, `the last such month up to the report's day ${said}`), from };
	}
	if (what.which === "next" || what.which === "coming" || tense === "future")
		return { ...month(nextYear, what.month, `the next such month from the report's day ${said}`), from };
	if (lastYear === nextYear) return { ...month(lastYear, what.month, `the report's own month ${said}`), from };
	return {
		earliest: monthBounds(lastYear, what.month)[0],
		latest: monthBounds(nextYear, what.month)[1],
		precision: "range",
		reason: `the last such month or the next: no verb tells which ${said}`,
		from,
	};
}

export function boundQuarter(year: number, quarter: number): Bounds {
	return {
		earliest: monthBounds(year, 3 * quarter - 2)[0],
		latest: monthBounds(year, 3 * quarter)[1],
		precision: "range",
		reason: "the quarter of the calendar year; a company's own year may begin in another month",
	};
}

/** ISO 8601: the first week is the one that has 4 January, and weeks begin on Monday. */
export function boundWeek(year: number, week: number): Bounds {
	const fourth = dayNumber({ year, month: 1, day: 4 });
	const monday = fourth - ((weekdayOf(fourth) + 6) % 7) + 7 * (week - 1);
	const next = dayNumber({ year: year + 1, month: 1, day: 4 });
	if (monday >= next - ((weekdayOf(next) + 6) % 7)) return unknown(`${year} has no week ${week}`);
	return {
		earliest: monday,
		latest: monday + 6,
		precision: "week",
		reason: "the week is written out, and counted as ISO 8601 does",
	};
}

/** First and last day of a season of a year, in whichever hemisphere: [month, day, year off] twice. */
const SEASON_BOUNDS: Readonly<
	Record<Season, readonly [readonly [number, number, number], readonly [number, number, number]]>
> = {
	spring: [
		[3, 1, 0],
		[12, 21, 0],
	],
	summer: [
		[1, 1, 0],
		[3, 31, 1],
	],
	autumn: [
		[3, 1, 0],
		[12, 21, 0],
	],
	// Only North America says "fall".
	fall: [
		[9, 1, 0],
		[12, 21, 0],
	],
	winter: [
		[1, 1, 0],
		[3, 31, 1],
	],
};

/** Months that a season begins and ends in: in the north, then in the south. Only North America says "fall". */
const SEASON_MONTHS: Readonly<Record<Season, readonly (readonly [number, number])[]>> = {
	spring: [
		[3, 6],
		[9, 12],
	],
	summer: [
		[6, 9],
		[12, 3],
	],
	autumn: [
		[9, 12],
		[3, 6],
	],
	fall: [[9, 12]],
	winter: [
		[12, 3],
		[6, 9],
	],
};
/** The latest day of a month on which a season still ends. */
const SEASON_END = 23;

/** The season before a day or after it, of either hemisphere. */
function seasonBeside(season: Season, day: number, step: -1 | 1): readonly [number, number] {
	const { year } = dayOf(day);
	const found = SEASON_MONTHS[season].flatMap(([from, to]) => {
		const all = [-2, -1, 0, 1, 2].map((off) => {
			const first = dayNumber({ year: year + off, month: from, day: 1 });
			return [first, dayNumber({ year: year + off + (to < from ? 1 : 0), month: to, day: SEASON_END })] as const;
		});
		const beside = step < 0 ? all.findLast(([, last]) => last < day) : all.find(([first]) => first > day);
		return beside ? [beside] : [];
	});
	return [Math.min(...found.map(([first]) => first)), Math.max(...found.map(([, last]) => last))];
}

export function boundSeason({ season, year, which }: SeasonExpression, { anchor }: Setting): Bounds {
	const hemisphere = season === "fall" ? "" : "; which months it has depends on the hemisphere";
	const inYear = (of: number): readonly [number, number] => {
		const [from, to] = SEASON_BOUNDS[season];
		return [
			dayNumber({ year: of + from[2], month: from[0], day: from[1] }),
			dayNumber({ year: of + to[2], month: to[0], day: to[1] }),
		];
	};
	if (year !== null) {
		const [earliest, latest] = inYear(year);
		return { earliest, latest, precision: "season", reason: `the year of the season is written out${hemisphere}` };
	}
	if (!anchor) return unknown(NO_ANCHOR);
	const said = `${hemisphere} (${anchor.says})`;
	if (which === "this") {
		const [earliest, latest] = inYear(dayOf(anchor.latest).year);
		return {
			earliest,
			latest,
			precision: "season",
			reason: `the season of the report's year${said}`,
			from: anchor.places,
		};
	}
	const next = which === "next";
	const [earliest, latest] = seasonBeside(season, anchor.latest, next ? 1 : -1);
	const reason = `${next ? "the next such season from" : "the last such season up to"} the report's day${said}`;
	return { earliest, latest, precision: "season", reason, from: anchor.places };
}

/** What is counted from the day of writing. */
export function boundRelative(what: RelativeExpression, setting: Setting): Bounds {
	const { anchor } = setting;
	if (!anchor) return unknown(NO_ANCHOR);
	const coarse = what.kind === "unit" && what.unit === "year";
	if (anchor.latest - anchor.earliest > WIDEST_ANCHOR && !coarse)
		return unknown(`counted from the day of writing, which is too uncertain (${anchor.says})`);
	const first = boundFrom(what, anchor.earliest, setting);
	const last = boundFrom(what, anchor.latest, setting);
	const from = anchor.places;
	if (setting.quoted) {
		return {
			earliest: null,
			latest: last.latest,
			precision: last.latest === null ? null : "range",
			reason: `inside a quotation, so counted from when it was said, which is no later than the report (${anchor.says})`,
			from,
		};
	}
	const reason = `${last.reason} (${anchor.says})`;
	const { published } = anchor;
	// A dateline of the day before, and a weekday that may have been set when it was published.
	if (what.kind === "weekday" && published !== null && published - anchor.latest <= WIDEST_ANCHOR) {
		const printed = boundFrom(what, published, setting);
		if (printed.latest !== last.latest) {
			return {
				earliest: first.earliest,
				latest: printed.latest,
				precision: "range",
				reason: `${reason}, or as counted from the day of publication`,
				from,
			};
		}
	}
	const same = first.earliest === last.earliest && first.latest === last.latest;
	return { earliest: first.earliest, latest: last.latest, precision: same ? last.precision : "range", reason, from };
}

function boundFrom(what: RelativeExpression, day: number, { tense, ofNoun }: Setting): Reached {
	switch (what.kind) {
		case "offset": {
			const { days, spread } = what;
			const precision = spread > 0 ? "part-of-day" : "day";
			return reached(day + days, day + days + spread, precision, "counted from the report's day");
		}
		case "weekday":
			return boundWeekday(what, day, tense, ofNoun);
		case "unit":
			return boundUnit(what.unit, what.step, day, tense);
		case "ago":
			return boundAgo(what, day);
		case "window":
			return boundWindow(what, day);
		case "ahead":
			return what.within ? boundWithin(what.count, what.unit, day) : boundAhead(what.count, what.unit, day);
	}
}

type AgoExpression = Extract<Expression, { kind: "ago" }>;

function boundAgo({ count, unit, about }: AgoExpression, day: number): Reached {
	const said = "counted back from the report's day";
	if (count === null) {
		const latest = unit === "hour" ? day : moveBack(day, 1, unit);
		return { earliest: null, latest, precision: "range", reason: `${said}; how many is not said` };
	}
	if (about === "more")
		return {
			earliest: null,
			latest: moveBack(day, count, unit),
			precision: "range",
			reason: `${said}; longer ago than that`,
		};
	if (about === "less") return reached(moveBack(day, count, unit), day, "range", `${said}; less long ago than that`);
	if (about === "about" && unit !== "hour")
		return reached(
			moveBack(day, count + 1, unit),
			moveBack(day, count - 1, unit),
			"range",
			`${said}, give or take one`,
		);
	if (unit === "hour") return reached(day - Math.ceil(count / 24), day, "range", said);
	if (unit === "day") return reached(day - count, day - count, "day", said);
	if (unit === "week")
		return reached(day - 7 * count - 3, day - 7 * count + 3, "range", `${said}, give or take half a week`);
	const { year, month: at } = dayOf(day);
	if (unit === "month") {
		const middle = moveBack(day, count, "month");
		return reached(middle - 15, middle + 15, "range", `${said}, give or take half a month`);
	}
	const years = unit === "decade" ? 10 * count : count;
	const slack = unit === "decade" ? 1 : 0;
	return reached(
		dayNumber({ year: year - years - slack, month: 1, day: 1 }),
		dayNumber({ year: year - years + slack, month: 12, day: 31 }),
		slack > 0 ? "range" : "year",
		slack > 0 ? `${said}, give or take a year` : at > 0 ? `${said}; the calendar year reached` : said,
	);
}

/** The same day so many units before; the last day of the month where that month is shorter. */
function moveBack(day: number, count: number, unit: Unit): number {
	if (unit === "hour") return day - Math.ceil(count / 24);
	if (unit === "day") return day - count;
	if (unit === "week") return day - 7 * count;
	const months = count * (unit === "month" ? 1 : unit === "year" ? 12 : 120);
	const here = dayOf(day);
	const [first] = monthBounds(here.year, here.month - months);
	const { year, month: at } = dayOf(first);
	return first + Math.min(here.day, daysInMonth(year, at)) - 1;
}

type WindowExpression = Extract<Expression, { kind: "window" }>;

function boundWindow({ count, unit, step }: WindowExpression, day: number): Reached {
	if (count === null) {
		const side = step < 0 ? { earliest: null, latest: day } : { earliest: day, latest: null };
		return {
			...side,
			precision: "range",
			reason: "how many is not said, only that they end or begin with the report's day",
		};
	}
	return step < 0
		? reached(moveBack(day, count, unit), day, "range", "so many, up to the report's day")
		: reached(day, moveBack(day, -count, unit), "range", "so many, from the report's day");
}

function boundWithin(count: number, unit: Unit, day: number): Reached {
	const until = unit === "hour" ? day + Math.ceil(count / 24) : moveBack(day, -count, unit);
	return reached(day, until, "range", "no later than so long after the report's day");
}

function boundAhead(count: number, unit: Unit, day: number): Reached {
	const said = "counted on from the report's day";
	// From an hour of the report's day that is not known.
	if (unit === "hour") {
		const whole = count % 24 === 0;
		const from = day + Math.floor(count / 24);
		return reached(from, whole ? from : from + 1, whole ? "day" : "range", said);
	}
	const middle = moveBack(day, -count, unit);
	if (unit === "day") return reached(middle, middle, "day", said);
	if (unit === "week") return reached(middle - 3, middle + 3, "range", `${said}, give or take half a week`);
	if (unit === "month") return reached(middle - 15, middle + 15, "range", `${said}, give or take half a month`);
	const { year } = dayOf(middle);
	return reached(
		dayNumber({ year, month: 1, day: 1 }),
		dayNumber({ year, month: 12, day: 31 }),
		"year",
		`${said}; the calendar year reached`,
	);
}
