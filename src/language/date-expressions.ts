import { TokenKind } from "../model/annotated.ts";
import { isDay } from "./calendar.ts";
import { digitsValue, smallNumber } from "./number-words.ts";
import { has, normAt, type Reading, Shape } from "./shapes.ts";

/** What a time expression says before it is anchored to anything. */
export type Expression =
	| {
			readonly kind: "day";
			readonly year: number | null;
			readonly month: number;
			readonly day: number;
			readonly until: number | null;
			readonly weekday: number | null;
	  }
	| { readonly kind: "numeric"; readonly year: number; readonly first: number; readonly second: number }
	| { readonly kind: "month"; readonly year: number | null; readonly month: number; readonly which: Which }
	| { readonly kind: "year"; readonly year: number; readonly until: number }
	| { readonly kind: "season"; readonly year: number | null }
	| { readonly kind: "weekday"; readonly weekday: number; readonly which: Which }
	| { readonly kind: "offset"; readonly days: number; readonly spread: number }
	| { readonly kind: "unit"; readonly unit: "week" | "month" | "year" | "weekend"; readonly step: -1 | 0 | 1 }
	| { readonly kind: "ago"; readonly count: number; readonly unit: Unit }
	| { readonly kind: "after"; readonly days: number | null }
	| { readonly kind: "time" };

export type Which = "bare" | "last" | "next" | "this";
export type Unit = "hour" | "day" | "week" | "month" | "year";

/** A time of day: minutes from midnight; `exact` false when only the hour is given. */
export interface TimeOfDay {
	readonly minutes: number;
	readonly exact: boolean;
	readonly zone: string | null;
}

/** A time expression with its token range. */
export interface Found {
	readonly first: number;
	readonly end: number;
	readonly what: Expression;
	readonly time: TimeOfDay | null;
	/** "in the morning", "night": the day holds, the hour does not. */
	readonly part: boolean;
}

const MONTHS = index("january february march april may june july august september october november december", 1);
const SHORT_MONTHS = new Map([...index("jan feb mar apr may jun jul aug sep oct nov dec", 1), ["sept", 9] as const]);
const WEEKDAYS = index("sunday monday tuesday wednesday thursday friday saturday", 0);
const SHORT_WEEKDAYS = new Map([
	...index("sun mon tue wed thu fri sat", 0),
	["tues", 2] as const,
	["thurs", 4] as const,
]);
const PARTS = new Set(["morning", "afternoon", "evening", "night"]);
const UNITS = new Map<string, Unit>(
	(["hour", "day", "week", "month", "year"] as const).flatMap((unit) => [
		[unit, unit] as const,
		[`${unit}s`, unit] as const,
	]),
);
const ZONES = /^(?:gmt|utc|est|edt|cst|cdt|mst|mdt|pst|pdt|et|ct|pt|bst|cet|cest|eet|eest|msk|ist|jst|aest|aedt|z)$/;
/** Words before a bare month or year that show it to be one. */
const BEFORE_TIME = new Set(
	"in since until till by from during of early late mid last next this between before after around through throughout to and for previous past".split(
		" ",
	),
);

function index(words: string, from: number): Map<string, number> {
	return new Map(words.split(" ").map((word, at) => [word, at + from] as const));
}

/** Every time expression of an article, in order of place, none overlapping another. */
export function findExpressions(reading: Reading): Found[] {
	const found: Found[] = [];
	for (const { first, end } of reading.sentences) {
		let at = first;
		while (at < end) {
			const match = readAt(reading, at, first, end);
			if (!match) {
				at++;
				continue;
			}
			const whole = withTime(reading, withPart(reading, match, end), found, end);
			found.push(whole);
			at = whole.end;
		}
	}
	return found;
}

function expression(first: number, end: number, what: Expression): Found {
	return { first, end, what, time: null, part: false };
}

function readAt(reading: Reading, at: number, first: number, limit: number): Found | null {
	if (reading.kinds[at] === TokenKind.number) {
		return (
			readIso(reading, at, limit) ??
			readNumeric(reading, at, limit) ??
			readDayFirst(reading, at, limit, null, at) ??
			readDecade(reading, at) ??
			readYear(reading, at, first, limit) ??
			readAgo(reading, at, limit) ??
			readTime(reading, at, limit)
		);
	}
	if (reading.kinds[at] !== TokenKind.word) return null;
	return (
		readWeekday(reading, at, limit) ??
		readMonth(reading, at, first, limit) ??
		readRelative(reading, at, limit) ??
		readAgo(reading, at, limit) ??
		readNoon(reading, at)
	);
}

const ISO =
	/(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?(?![\p{Nd}\p{L}-])/uy;

function readIso(reading: Reading, at: number, limit: number): Found | null {
	const start = reading.starts[at] ?? 0;
	ISO.lastIndex = start;
	const match = ISO.exec(reading.text);
	if (!match) return null;
	const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
	if (!isDay(year, month, day)) return null;
	const what: Expression = { kind: "day", year, month, day, until: null, weekday: null };
	const hours = match[4] === undefined ? null : Number(match[4]);
	const time =
		hours !== null && hours < 24 && Number(match[5]) < 60
			? { minutes: hours * 60 + Number(match[5]), exact: true, zone: match[6] ?? null }
			: null;
	const end = tokensUpTo(reading, at, start + match[0].length, limit);
	return end === null ? null : { first: at, end, what, time, part: false };
}

const NUMERIC = /(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?![\p{Nd}\p{L}])/uy;

function readNumeric(reading: Reading, at: number, limit: number): Found | null {
	const start = reading.starts[at] ?? 0;
	NUMERIC.lastIndex = start;
	const match = NUMERIC.exec(reading.text);
	if (!match) return null;
	const [first, second, year] = [Number(match[1]), Number(match[3]), Number(match[4])];
	if (year < 1500 || year > 2200 || !(isDay(year, first, second) || isDay(year, second, first))) return null;
	const end = tokensUpTo(reading, at, start + match[0].length, limit);
	return end === null ? null : expression(at, end, { kind: "numeric", year, first, second });
}

function tokensUpTo(reading: Reading, at: number, offset: number, limit: number): number | null {
	let end = at;
	while (end < limit && (reading.starts[end] ?? 0) < offset) end++;
	return (reading.ends[end - 1] ?? 0) === offset ? end : null;
}

/** A day of the month in digits, with "st", "nd", "rd" or "th" behind it or not. */
function readDayNumber(reading: Reading, at: number): { readonly day: number; readonly end: number } | null {
	const norm = normAt(reading, at);
	if (reading.kinds[at] !== TokenKind.number || !/^\d{1,2}$/.test(norm)) return null;
	const day = Number(norm);
	if (day < 1 || day > 31) return null;
	const ordinal = /^(?:st|nd|rd|th)$/.test(normAt(reading, at + 1)) && has(reading, at + 1, Shape.joined);
	return { day, end: ordinal ? at + 2 : at + 1 };
}

/** A year in four digits behind what came before, with or without a comma. */
function readYearBehind(
	reading: Reading,
	at: number,
	limit: number,
): { readonly year: number; readonly end: number } | null {
	const comma = normAt(reading, at) === "," || normAt(reading, at) === "of" ? at + 1 : at;
	if (comma >= limit || reading.kinds[comma] !== TokenKind.number) return null;
	const norm = normAt(reading, comma);
	if (!/^(?:1[5-9]|20|21)\d\d$/.test(norm)) return null;
	return { year: Number(norm), end: comma + 1 };
}

function monthAt(
	reading: Reading,
	at: number,
): { readonly month: number; readonly end: number; readonly short: boolean } | null {
	if (!has(reading, at, Shape.capital)) return null;
	const norm = normAt(reading, at);
	const whole = MONTHS.get(norm);
	if (whole !== undefined) return { month: whole, end: at + 1, short: false };
	const short = SHORT_MONTHS.get(norm);
	if (short === undefined) return null;
	const stop = normAt(reading, at + 1) === "." && has(reading, at + 1, Shape.joined);
	return { month: short, end: stop ? at + 2 : at + 1, short: true };
}

/** "14 May 2031", "the 14th of May", "3–9 May 2031". */
function readDayFirst(
	reading: Reading,
	at: number,
	limit: number,
	weekday: number | null,
	first: number,
): Found | null {
	const day = readDayNumber(reading, at);
	if (!day) return null;
	let end = day.end;
	let until: number | null = null;
	if (/^(?:-|\u2013|\u2014|to|and)$/.test(normAt(reading, end)) && end + 1 < limit) {
		const last = readDayNumber(reading, end + 1);
		if (last && last.day > day.day && monthAt(reading, last.end)) {
			until = last.day;
			end = last.end;
		}
	}
	if (normAt(reading, end) === "of") end++;
	const month = end < limit ? monthAt(reading, end) : null;
	if (!month || !isDay(2000, month.month, until ?? day.day)) return null;
	const year = readYearBehind(reading, month.end, limit);
	// "14 May" in "14 May also fall": a name behind the month is none of its business; the day shows the date.
	return expression(first, year?.end ?? month.end, {
		kind: "day",
		year: year?.year ?? null,
		month: month.month,
		day: day.day,
		until,
		weekday,
	});
}

/** "May 14, 2031", "May 2031", "in May"; with a weekday in front when `weekday` is given. */
function readMonthFirst(
	reading: Reading,
	at: number,
	limit: number,
	weekday: number | null,
	first: number,
): Found | null {
	const month = monthAt(reading, at);
	if (!month) return null;
	const day = month.end < limit ? readDayNumber(reading, month.end) : null;
	if (!day || !isDay(2000, month.month, day.day)) return null;
	if (has(reading, month.end, Shape.joined) && !month.short) return null;
	let end = day.end;
	let until: number | null = null;
	if (/^(?:-|\u2013|\u2014|to|and|through)$/.test(normAt(reading, end)) && end + 1 < limit) {
		const last = readDayNumber(reading, end + 1);
		const marked = normAt(reading, end) !== "and" && normAt(reading, end) !== "to";
		const counts =
			last !== null &&
			reading.kinds[last.end] === TokenKind.word &&
			!marked &&
			!/^(?:in|at|on|of|as|the|to|when)$/.test(normAt(reading, last.end));
		if (last && last.day > day.day && isDay(2000, month.month, last.day) && !counts) {
			until = last.day;
			end = last.end;
		}
	}
	const year = readYearBehind(reading, end, limit);
	return expression(first, year?.end ?? end, {
		kind: "day",
		year: year?.year ?? null,
		month: month.month,
		day: day.day,
		until,
		weekday,
	});
}

function readWeekday(reading: Reading, at: number, limit: number): Found | null {
	const norm = normAt(reading, at);
	const which: Which =
		norm === "last" || norm === "past"
			? "last"
			: norm === "next" || norm === "coming"
				? "next"
				: norm === "this"
					? "this"
					: "bare";
	const from = which === "bare" ? at : normAt(reading, at + 1) === "coming" ? at + 2 : at + 1;
	if (from >= limit || !has(reading, from, Shape.capital)) return null;
	const word = normAt(reading, from);
	const whole = WEEKDAYS.get(word);
	const weekday = whole ?? SHORT_WEEKDAYS.get(word);
	if (weekday === undefined) return null;
	let next = from + 1;
	if (normAt(reading, next) === "." && has(reading, next, Shape.joined) && whole === undefined) next++;
	if (normAt(reading, next) === ",") next++;
	if (normAt(reading, next) === "the") next++;
	if (next < limit) {
		const dated = readMonthFirst(reading, next, limit, weekday, at) ?? readDayFirst(reading, next, limit, weekday, at);
		if (dated) return dated;
	}
	if (whole === undefined) return null;
	return expression(at, from + 1, { kind: "weekday", weekday, which });
}

function readMonth(reading: Reading, at: number, first: number, limit: number): Found | null {
	const norm = normAt(reading, at);
	const which: Which =
		norm === "last" || norm === "past" ? "last" : norm === "next" ? "next" : norm === "this" ? "this" : "bare";
	const from = which === "bare" ? at : at + 1;
	if (from >= limit) return null;
	const dated = which === "bare" ? readMonthFirst(reading, from, limit, null, at) : null;
	if (dated) return dated;
	const month = monthAt(reading, from);
	if (!month) return readSeason(reading, at, limit);
	const year = readYearBehind(reading, month.end, limit);
	if (year) return expression(at, year.end, { kind: "month", year: year.year, month: month.month, which: "bare" });
	if (month.short && norm !== "may") return null;
	const before = from > first ? normAt(reading, from - 1) : "";
	// "a February report": a month before a noun.
	const adjective = /^(?:a|the|that|its|his|her|their|earlier)$/.test(before) && isSmallWord(reading, month.end, limit);
	if (which === "bare" && !BEFORE_TIME.has(before) && !adjective) return null;
	// "to May", "and March": a person or a verb unless a preposition of time alone stands there.
	const weak = before === "to" || before === "and" || before === "for" || before === "of" || before === "from";
	if (
		which === "bare" &&
		weak &&
		(norm === "may" || norm === "march" || norm === "april" || norm === "june" || norm === "august")
	)
		return null;
	if (has(reading, month.end, Shape.capital) && norm === "may" && normAt(reading, month.end) !== "") return null;
	return expression(at, month.end, { kind: "month", year: null, month: month.month, which });
}

function isSmallWord(reading: Reading, at: number, limit: number): boolean {
	return at < limit && reading.kinds[at] === TokenKind.word && !has(reading, at, Shape.capital);
}

function readSeason(reading: Reading, at: number, limit: number): Found | null {
	const norm = normAt(reading, at);
	if (!/^(?:spring|summer|autumn|winter|fall)$/.test(norm)) return null;
	const year = readYearBehind(reading, at + 1, limit);
	if (!year) return null;
	return expression(at, year.end, { kind: "season", year: year.year });
}

/** "1980s" and "the '90s" are ten years. */
function readDecade(reading: Reading, at: number): Found | null {
	const norm = normAt(reading, at);
	if (!/^(?:1[5-9]|20)\d0$/.test(norm)) return null;
	if (normAt(reading, at + 1) !== "s" || !has(reading, at + 1, Shape.joined)) return null;
	return expression(at, at + 2, { kind: "year", year: Number(norm), until: Number(norm) + 9 });
}

/** Plural nouns that a year stands before all the same: "the 2031 elections". */
const YEARLY =
	/^(?:elections|games|olympics|talks|protests|floods|attacks|championships|finals|primaries|polls|riots|accords|sanctions)$/;

function readYear(reading: Reading, at: number, first: number, limit: number): Found | null {
	const norm = normAt(reading, at);
	if (!/^(?:1[5-9]|20)\d\d$/.test(norm)) return null;
	const year = Number(norm);
	const mark = normAt(reading, at + 1);
	if (
		(mark === "-" || mark === "\u2013" || mark === "\u2014") &&
		has(reading, at + 1, Shape.joined) &&
		at + 2 < limit
	) {
		const last = normAt(reading, at + 2);
		const until = /^(?:1[5-9]|20)\d\d$/.test(last)
			? Number(last)
			: /^\d\d$/.test(last)
				? Math.floor(year / 100) * 100 + Number(last)
				: 0;
		if (until > year && until - year < 100) return expression(at, at + 3, { kind: "year", year, until });
	}
	const before = at > first ? normAt(reading, at - 1) : "";
	const next = at + 1 < limit ? normAt(reading, at + 1) : "";
	if (/^[%$€£]$/.test(before) || next === "%") return null;
	if (before === "(" && (next === ")" || next === ","))
		return expression(at, at + 1, { kind: "year", year, until: year });
	const noun = reading.kinds[at + 1] === TokenKind.word && at + 1 < limit;
	const counted =
		noun &&
		!has(reading, at + 1, Shape.capital) &&
		/[^su]s$/.test(next) &&
		!/^(?:was|has|is|its|as|his|this|says|plans|shows)$/.test(next);
	if (counted && !YEARLY.test(next)) return null;
	if (/^(?:people|men|women|children|km|miles|tons|tonnes|percent|per|million|billion|thousand|troops)$/.test(next))
		return null;
	if (/^(?:in|since|until|till|during|early|late|mid|circa|before|by|between|through|throughout)$/.test(before)) {
		return expression(at, at + 1, { kind: "year", year, until: year });
	}
	if (year < 1900) return null;
	if (/^(?:from|of|after|and|to|around)$/.test(before) && !noun)
		return expression(at, at + 1, { kind: "year", year, until: year });
	if (/^(?:the|a|his|her|its|their|'s|this)$/.test(before) && noun)
		return expression(at, at + 1, { kind: "year", year, until: year });
	return null;
}

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

function readRelative(reading: Reading, at: number, limit: number): Found | null {
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
function readAgo(reading: Reading, at: number, limit: number): Found | null {
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

function readNoon(reading: Reading, at: number): Found | null {
	const norm = normAt(reading, at);
	if (norm !== "noon" && norm !== "midnight") return null;
	if (!/^(?:at|by|until|around|about|before|after|of)$/.test(normAt(reading, at - 1))) return null;
	// "midnight" begins one day and ends another.
	const time = norm === "noon" ? { minutes: 720, exact: true, zone: null } : null;
	return { first: at, end: at + 1, what: { kind: "time" }, time, part: norm === "midnight" };
}

interface TimeMatch {
	readonly end: number;
	readonly time: TimeOfDay;
}

function timeAt(reading: Reading, at: number, limit: number): TimeMatch | null {
	if (reading.kinds[at] !== TokenKind.number) return null;
	const norm = normAt(reading, at);
	const match = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(norm);
	if (!match) return null;
	let hours = Number(match[1]);
	const minutes = match[2] === undefined ? 0 : Number(match[2]);
	if (hours > 24 || minutes > 59) return null;
	let end = at + 1;
	const half = /^(a\.?m\.?|p\.?m\.?)$/.exec(end < limit ? normAt(reading, end) : "")?.[1];
	if (half !== undefined) {
		if (hours < 1 || hours > 12) return null;
		hours = (hours % 12) + (half.startsWith("p") ? 12 : 0);
		end++;
		if (normAt(reading, end) === "." && !half.endsWith(".") && has(reading, end, Shape.joined)) end += 0;
	} else if (!norm.includes(":") || hours > 23) return null;
	let zone: string | null = null;
	if (end < limit && ZONES.test(normAt(reading, end)) && has(reading, end, Shape.acronym)) {
		zone = reading.text.slice(reading.starts[end], reading.ends[end]);
		end++;
	} else if (normAt(reading, end) === "local" && normAt(reading, end + 1) === "time" && end + 1 < limit) {
		zone = "local time";
		end += 2;
	}
	return { end, time: { minutes: hours * 60 + minutes, exact: match[2] !== undefined, zone } };
}

function readTime(reading: Reading, at: number, limit: number): Found | null {
	const match = timeAt(reading, at, limit);
	if (!match) return null;
	const marked = match.end > at + 1;
	const before = normAt(reading, at - 1);
	if (!marked && !/^(?:at|by|until|around|about|from|after|before|,|-|\u2013|to|since)$/.test(before)) return null;
	return { first: at, end: match.end, what: { kind: "time" }, time: match.time, part: false };
}

/** Takes "morning", "night" and the like behind a day into the expression. */
function withPart(reading: Reading, found: Found, limit: number): Found {
	const { what } = found;
	if (what.kind !== "weekday" && what.kind !== "day" && what.kind !== "offset") return found;
	const next = found.end < limit ? normAt(reading, found.end) : "";
	return PARTS.has(next) ? { ...found, end: found.end + 1, part: true } : found;
}

/** Joins a time with the day beside it: "at 9 a.m. on Tuesday", "May 14, 2031, 12:29". */
function withTime(reading: Reading, found: Found, earlier: Found[], limit: number): Found {
	if (found.what.kind === "time" || found.time !== null) return found;
	const last = earlier.at(-1);
	if (last?.what.kind === "time" && last.time !== null && onlyBetween(reading, last.end, found.first)) {
		earlier.pop();
		return { ...found, first: last.first, time: last.time };
	}
	let at = found.end;
	while (at < limit && at < found.end + 2 && /^(?:,|at)$/.test(normAt(reading, at))) at++;
	const match = at < limit ? timeAt(reading, at, limit) : null;
	if (!match || (found.what.kind !== "day" && found.what.kind !== "weekday" && found.what.kind !== "offset"))
		return found;
	return { ...found, end: match.end, time: match.time };
}

function onlyBetween(reading: Reading, from: number, to: number): boolean {
	if (to - from > 2) return false;
	for (let i = from; i < to; i++) if (!/^(?:,|on)$/.test(normAt(reading, i))) return false;
	return true;
}
