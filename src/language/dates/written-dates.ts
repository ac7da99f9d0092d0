import { TokenKind } from "../../model/annotated.ts";
import { has, normAt, type Reading, Shape } from "../shapes.ts";
import { isDay } from "./calendar.ts";
import { type Expression, expression, type Found, index, type Which } from "./time-expression.ts";

const MONTHS = index("january february march april may june july august september october november december", 1);

const SHORT_MONTHS = new Map([...index("jan feb mar apr may jun jul aug sep oct nov dec", 1), ["sept", 9] as const]);

const WEEKDAYS = index("sunday monday tuesday wednesday thursday friday saturday", 0);

const SHORT_WEEKDAYS = new Map([
	...index("sun mon tue wed thu fri sat", 0),
	["tues", 2] as const,
	["thurs", 4] as const,
]);

/** Words before a bare month or year that show it to be one. */
const BEFORE_TIME = new Set(
	"in since until till by from during of early late mid last next this between before after around through throughout to and for previous past".split(
		" ",
	),
);

const ISO =
	/(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?(?![\p{Nd}\p{L}-])/uy;

export function readIso(reading: Reading, at: number, limit: number): Found | null {
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

export function readNumeric(reading: Reading, at: number, limit: number): Found | null {
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
export function readDayFirst(
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

export function readWeekday(reading: Reading, at: number, limit: number): Found | null {
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

export function readMonth(reading: Reading, at: number, first: number, limit: number): Found | null {
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
export function readDecade(reading: Reading, at: number): Found | null {
	const norm = normAt(reading, at);
	if (!/^(?:1[5-9]|20)\d0$/.test(norm)) return null;
	if (normAt(reading, at + 1) !== "s" || !has(reading, at + 1, Shape.joined)) return null;
	return expression(at, at + 2, { kind: "year", year: Number(norm), until: Number(norm) + 9 });
}

/** Plural nouns that a year stands before all the same: "the 2031 elections". */
const YEARLY =
	/^(?:elections|games|olympics|talks|protests|floods|attacks|championships|finals|primaries|polls|riots|accords|sanctions)$/;

export function readYear(reading: Reading, at: number, first: number, limit: number): Found | null {
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
