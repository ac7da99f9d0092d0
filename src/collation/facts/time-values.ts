import type { FoundDate } from "../../model/annotation.ts";
import { type AsOf, dayNumber } from "./as-of.ts";
import type { ClockPhrase } from "./clock-phrases.ts";

/**
 * When something is said to be, as far as one report says: "9:40 p.m. on Tuesday" is a time of a weekday whatever the
 * week. "Tuesday" and "at 21:40" can both be right, "8.40pm" and "9:40 p.m." cannot; "by October" is a bound and no
 * day of its own.
 */
export interface TimeValue {
	/** Days since 1970, inclusive; null when not known. */
	readonly days: readonly [number, number] | null;
	/** 0 for Sunday; null when no weekday is known. */
	readonly weekday: number | null;
	/** `05-12`; null when the day of the month is not known. */
	readonly monthDay: string | null;
	/** 0 for January; the month that is named, or that of the day. */
	readonly month: number | null;
	/** The year that is named alone; null when a day, or nothing, is. */
	readonly year: number | null;
	/** Minutes of the day, inclusive; null when no time is given. */
	readonly minutes: readonly [number, number] | null;
	/** The time may be in either half of the day. */
	readonly half: boolean;
	/** The part of the day that is named, in minutes; the night runs past midnight. */
	readonly part: readonly [number, number] | null;
	/** What the value bounds: "by Friday" a deadline, "since 2019" a beginning. */
	readonly bound: "deadline" | "since" | null;
	/** A date is written out, and not told by its weekday. */
	readonly written: boolean;
	/** The words as given, folded. */
	readonly exact: string;
	/** Told from the day of writing: "today", "last night". */
	readonly relative: boolean;
}

const WEEKDAYS = "sunday monday tuesday wednesday thursday friday saturday".split(" ");
const MONTHS = "january february march april may june july august september october november december".split(" ");
const PARTS: readonly (readonly [RegExp, readonly [number, number]])[] = [
	[/\b(?:early|small|wee)\b/i, [0, 420]],
	[/\blast night\b|\bovernight\b/i, [1080, 1860]],
	[/\bdawn\b/i, [240, 480]],
	[/\bmorning\b/i, [0, 720]],
	[/\b(?:midday|noon)\b/i, [700, 740]],
	[/\bafternoon\b/i, [720, 1140]],
	[/\bevening\b/i, [1020, 1439]],
	[/\b(?:night|tonight)\b|\blate\b/i, [1080, 1860]],
];
const RELATIVE = /\b(?:today|yesterday|tomorrow|tonight|this|last|next|ago|same|later|earlier)\b/i;
const DEADLINE = /\b(?:by|before|until|till|within|no later than)\s*(?:the\s)?$/i;
const SINCE = /\b(?:since|from)\s*$/i;
const NEARLY = /\b(?:about|around|shortly|soon|just|roughly|approximately|nearly|almost)\s(?:before|after|at)?\s*$/i;
/** What "about" and "shortly before" leave of a time (minutes). */
const ABOUT = 20;
const CLOCK = /\b(\d{1,2})(?:[:.](\d{2}))?\s*(a\.?m|p\.?m)\b|\b([01]?\d|2[0-3])[:.]([0-5]\d)\b/i;

/**
 * @param before the words of the sentence before the value
 * @param behind those right behind it
 * @param clock a time in words beside the date
 */
export function readTimeValue(
	date: FoundDate | null,
	clock: ClockPhrase | null,
	before: string,
	asOf: AsOf | undefined,
	behind = "",
): TimeValue {
	const exact = date?.exact.toLowerCase() ?? "";
	const lead =
		`${before.trimEnd()} ${/^(?:by|before|until|since|from|within|about|around|shortly|just)\b/.exec(exact)?.[0] ?? ""}`.trimEnd();
	// "trapped by Wednesday's rockfall": the rockfall is by which, and no day.
	const owns = /^['\u2019]s?\b/.test(behind) || /['\u2019]s$/.test(exact);
	const given = readClock(exact);
	const time = clock ? { minutes: clock.minutes, half: clock.half } : given;
	const near = /\b(?:shortly|just|soon|moments|minutes)\s(?:before|after)\s*$/i.test(`${lead} `);
	const spread = near || NEARLY.test(`${lead} `) || /\b(?:about|around|shortly|just)\b/.test(exact) ? ABOUT : 0;
	const days = daysOf(date, exact, asOf);
	const named = WEEKDAYS.findIndex((day) => exact.includes(day));
	const month = MONTHS.findIndex((one) => new RegExp(`\\b${one.slice(0, 3)}(?:${one.slice(3)}|\\b)`).test(exact));
	const monthDay = /\b(?:[a-z]+\.?\s(\d{1,2})|(\d{1,2})\s[a-z]+)\b/.exec(month >= 0 ? exact : "");
	const single = days !== null && days[0] === days[1] ? days[0] : null;
	const year = date?.date.precision === "year" ? Number(date.date.earliest?.slice(0, 4)) : null;
	const part = time === null ? (PARTS.find(([words]) => words.test(exact))?.[1] ?? null) : null;
	const byDay = single === null ? null : new Date(single * 86_400_000);
	return {
		days,
		weekday: byDay ? byDay.getUTCDay() : named >= 0 ? named : null,
		monthDay: byDay
			? byDay.toISOString().slice(5, 10)
			: monthDay
				? `${String(month + 1).padStart(2, "0")}-${(monthDay[1] ?? monthDay[2] ?? "").padStart(2, "0")}`
				: null,
		month: byDay ? byDay.getUTCMonth() : month >= 0 ? month : null,
		year,
		minutes: time === null ? null : [time.minutes - spread, time.minutes + spread],
		half: time?.half ?? false,
		part,
		bound: owns
			? null
			: DEADLINE.test(`${lead} `) && spread === 0
				? "deadline"
				: SINCE.test(`${lead} `)
					? "since"
					: null,
		exact,
		written: month >= 0 && monthDay !== null,
		relative: RELATIVE.test(exact),
	};
}

function readClock(exact: string): { readonly minutes: number; readonly half: boolean } | null {
	const match = CLOCK.exec(exact);
	if (!match) return null;
	if (match[4] !== undefined) return { minutes: Number(match[4]) * 60 + Number(match[5]), half: false };
	const hour = Number(match[1]) % 12;
	return { minutes: (hour + (match[3]?.startsWith("p") ? 12 : 0)) * 60 + Number(match[2] ?? 0), half: false };
}

function daysOf(date: FoundDate | null, exact: string, asOf: AsOf | undefined): readonly [number, number] | null {
	const stated = date?.date;
	if (stated?.earliest && stated.latest) return [dayNumber(stated.earliest), dayNumber(stated.latest)];
	if (!asOf || asOf.earliest.slice(0, 10) !== asOf.latest.slice(0, 10)) return null;
	const own = dayNumber(asOf.earliest);
	if (/\btoday\b|\btonight\b|\bthis (?:morning|afternoon|evening)\b/.test(exact)) return [own, own];
	if (/\byesterday\b/.test(exact)) return [own - 1, own - 1];
	if (/\btomorrow\b/.test(exact)) return [own + 1, own + 1];
	if (/\blast night\b/.test(exact)) return [own - 1, own - 1];
	return null;
}

/** A report's own "today" may be a day off: the wire's is the morning paper's yesterday. */
const RELATIVE_SLACK = 1;

/** How two times of one thing stand to each other; null when they cannot be compared. */
export function relateTimes(a: TimeValue, b: TimeValue): "equal" | "compatible" | "apart" | null {
	if (a.bound !== b.bound && (a.bound === "deadline" || b.bound === "deadline")) return null;
	const day = relateDays(a, b);
	const clock = relateClocks(a, b);
	if (day === "apart" || clock === "apart") return "apart";
	if (day === null && clock === null) return a.exact !== "" && a.exact === b.exact ? "equal" : null;
	if (clock === "equal" && day !== "compatible") return "equal";
	if (day === "equal" && clock === null && a.minutes === null && b.minutes === null)
		return samePart(a, b) ? "equal" : "compatible";
	return "compatible";
}

function samePart(a: TimeValue, b: TimeValue): boolean {
	return a.part === b.part || a.part === null || b.part === null;
}

function singleDay({ days }: TimeValue): number | null {
	return days && days[0] === days[1] ? days[0] : null;
}

function relateDays(a: TimeValue, b: TimeValue): "equal" | "compatible" | "apart" | null {
	if (a.year !== null && b.year !== null) {
		if (a.year === b.year) return "equal";
		// "Two years later" is counted from what the sentence before tells.
		return a.relative || b.relative ? null : "apart";
	}
	const left = singleDay(a);
	const right = singleDay(b);
	if (left !== null && right !== null) {
		if (left === right) return "equal";
		return (a.relative || b.relative) && Math.abs(left - right) <= RELATIVE_SLACK ? "compatible" : "apart";
	}
	if (a.monthDay !== null && b.monthDay !== null) return a.monthDay === b.monthDay ? "equal" : "apart";
	if (a.weekday !== null && b.weekday !== null) {
		if (a.weekday === b.weekday) return "equal";
		const off = Math.abs(a.weekday - b.weekday);
		return (a.relative || b.relative) && Math.min(off, 7 - off) <= RELATIVE_SLACK ? "compatible" : null;
	}
	if (a.month !== null && a.month === b.month && a.monthDay === null && b.monthDay === null) return "equal";
	if (a.days && b.days) {
		const from = Math.max(a.days[0], b.days[0]);
		const to = Math.min(a.days[1], b.days[1]);
		return from <= to ? "compatible" : null;
	}
	return null;
}

const DAY = 1440;

function relateClocks(a: TimeValue, b: TimeValue): "equal" | "compatible" | "apart" | null {
	if (a.minutes && b.minutes) {
		const turn = a.half || b.half ? DAY / 2 : DAY;
		const [left, right] = [middleOf(a.minutes), middleOf(b.minutes)];
		const off = Math.abs(left - right) % turn;
		const between = Math.min(off, turn - off);
		if (between === 0) return "equal";
		const slack = (a.minutes[1] - a.minutes[0] + b.minutes[1] - b.minutes[0]) / 2;
		return between <= slack ? "compatible" : "apart";
	}
	const [time, part] = a.minutes ? [a, b.part] : [b, a.part];
	if (!time.minutes || !part) return null;
	if (time.half) return "compatible";
	const at = middleOf(time.minutes);
	const inside = (minute: number): boolean => part[0] <= minute && minute <= part[1];
	return inside(at) || inside(at + DAY) ? "compatible" : null;
}

function middleOf([low, high]: readonly [number, number]): number {
	return (low + high) / 2;
}

/** What is known of a value beyond a weekday: enough to set two that differ against each other. */
export function isPrecise(value: TimeValue): boolean {
	return value.minutes !== null || value.year !== null || value.written;
}

/** One day, of which one value gives the time as well and the other nothing narrower. */
export function isDayAlone(a: TimeValue, b: TimeValue): boolean {
	if (a.bound !== b.bound || relateDays(a, b) !== "equal") return false;
	return (a.minutes === null) !== (b.minutes === null) && a.part === null && b.part === null;
}

export function isSameDay(a: TimeValue, b: TimeValue): boolean {
	return relateDays(a, b) === "equal";
}
