import { TokenKind } from "../../model/annotated.ts";
import { has, normAt, type Reading, Shape } from "../shapes.ts";
import { isDay } from "./calendar.ts";
import { dayNumberAt, monthAt, monthNamed, ordinalNamed, yearBehind } from "./calendar-names.ts";
import { type Expression, expression, type Found, type Step } from "./time-expression.ts";

const ISO =
	/(\d{4})([-/])(\d{2})\2(\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?(?![\p{Nd}\p{L}-])/uy;

/** "2030-05-14", "2030/05/14", "2030-05-14T09:30Z". */
export function readIso(reading: Reading, at: number, limit: number): Found | null {
	const start = reading.starts[at] ?? 0;
	ISO.lastIndex = start;
	const match = ISO.exec(reading.text);
	if (!match || isInsideCode(reading.text, start)) return null;
	const [year, month, day] = [Number(match[1]), Number(match[3]), Number(match[4])];
	if (!isDay(year, month, day)) return null;
	const hours = match[5] === undefined ? null : Number(match[5]);
	const time =
		hours !== null && hours < 24 && Number(match[6]) < 60
			? { minutes: hours * 60 + Number(match[6]), exact: true, zone: match[7] ?? null }
			: null;
	const end = tokensUpTo(reading, at, start + match[0].length, limit);
	return end === null ? null : { ...expression(at, end, fullDay(year, month, day)), time };
}

/** Figures that go on before a date are a number of some other kind: "555-2031-05-14". */
function isInsideCode(text: string, start: number): boolean {
	return /[\p{Nd}\p{L}][-./]$/u.test(text.slice(Math.max(0, start - 2), start));
}

function fullDay(year: number, month: number, day: number): Expression {
	return { kind: "day", year, month, day, until: null, weekday: null, step: null };
}

const NUMERIC = /(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?![\p{Nd}\p{L}]|[./-]\p{Nd})/uy;
const HYPHENS = /(\d{1,2})-(\p{L}{3,9})-(\d{4})(?![\p{Nd}\p{L}-])/uy;

/** "24.05.2031", "05/24/2031", "14-May-2030". Where another language than English is written, the day stands first. */
export function readNumeric(reading: Reading, at: number, limit: number): Found | null {
	const start = reading.starts[at] ?? 0;
	HYPHENS.lastIndex = start;
	const named = HYPHENS.exec(reading.text);
	if (named && !isInsideCode(reading.text, start)) {
		const [day, month, year] = [Number(named[1]), monthNamed((named[2] ?? "").toLowerCase()), Number(named[3])];
		const end = tokensUpTo(reading, at, start + named[0].length, limit);
		if (isYear(year) && isDay(year, month, day) && end !== null) return expression(at, end, fullDay(year, month, day));
	}
	const short = readShortYear(reading, at, start, limit);
	if (short) return short;
	NUMERIC.lastIndex = start;
	const match = NUMERIC.exec(reading.text);
	if (!match || isInsideCode(reading.text, start)) return null;
	const [first, second, year] = [Number(match[1]), Number(match[3]), Number(match[4])];
	if (!isYear(year) || !(isDay(year, first, second) || isDay(year, second, first))) return null;
	const end = tokensUpTo(reading, at, start + match[0].length, limit);
	const { language } = reading.article;
	const dayFirst = language !== null && language !== "en" ? true : null;
	return end === null ? null : expression(at, end, { kind: "numeric", year, first, second, dayFirst });
}

const SHORT_YEAR = /(\d{1,2})\/(\d{1,2})\/(\d{2})(?![\p{Nd}\p{L}]|[./-]\p{Nd})/uy;

/** "05/13/31": only with slashes, and only where one order of day and month fits. */
function readShortYear(reading: Reading, at: number, start: number, limit: number): Found | null {
	SHORT_YEAR.lastIndex = start;
	const match = SHORT_YEAR.exec(reading.text);
	if (!match || isInsideCode(reading.text, start)) return null;
	const [first, second, short] = [Number(match[1]), Number(match[2]), Number(match[3])];
	const year = short < 70 ? 2000 + short : 1900 + short;
	const one = isDay(year, first, second) !== isDay(year, second, first) || first === second;
	const end = tokensUpTo(reading, at, start + match[0].length, limit);
	if (!one || !(isDay(year, first, second) || isDay(year, second, first)) || end === null) return null;
	return expression(at, end, { kind: "numeric", year, first, second, dayFirst: null });
}

function isYear(year: number): boolean {
	return year >= 1500 && year <= 2200;
}

function tokensUpTo(reading: Reading, at: number, offset: number, limit: number): number | null {
	let end = at;
	while (end < limit && (reading.starts[end] ?? 0) < offset) end++;
	return (reading.ends[end - 1] ?? 0) === offset ? end : null;
}

/** "14 May 2031", "the 14th of May", "fourteenth of May", "3–9 May 2031". */
export function readDayFirst(
	reading: Reading,
	at: number,
	limit: number,
	weekday: number | null,
	first: number,
): Found | null {
	const day = dayNumberAt(reading, at) ?? dayInWords(reading, at);
	if (!day) return null;
	const two = readTiedMonth(reading, at, day, limit);
	if (two) return two;
	let end = day.end;
	let until: number | null = null;
	if (/^(?:-|\u2013|\u2014|to|and|&)$/.test(normAt(reading, end)) && end + 1 < limit) {
		const last = dayNumberAt(reading, end + 1);
		if (last && last.day > day.day && monthAt(reading, last.end)) {
			until = last.day;
			end = last.end;
		}
	}
	if (normAt(reading, end) === "of") end++;
	const month = end < limit ? monthAt(reading, end) : null;
	if (!month || !isDay(2000, month.month, until ?? day.day)) return null;
	if (isStreet(reading, month.end)) return null;
	return withYear(reading, first, month.end, limit, month.month, day.day, until, weekday);
}

/** "29 May-2 June 2030", whose "May-2" is one word to the tokens. */
function readTiedMonth(
	reading: Reading,
	at: number,
	day: { readonly day: number; readonly end: number },
	limit: number,
): Found | null {
	const match = /^(\p{Ll}{3,9})[-\u2010\u2011](\d{1,2})$/u.exec(normAt(reading, day.end));
	if (!match || day.end + 1 >= limit) return null;
	const month = monthNamed(match[1] ?? "");
	const last = monthAt(reading, day.end + 1);
	const until = Number(match[2]);
	if (!last || !isDay(2000, month, day.day) || !isDay(2000, last.month, until)) return null;
	const of = (number: number, on: number, year: number | null): Expression => {
		return { kind: "day", year, month: number, day: on, until: null, weekday: null, step: null };
	};
	const year = yearBehind(reading, last.end, limit);
	const from = of(month, day.day, null);
	const to = of(last.month, until, year?.year ?? null);
	return expression(at, year?.end ?? last.end, { kind: "range", from, to, marked: false });
}

/** "14 May Street", "5 March Road": an address. */
function isStreet(reading: Reading, at: number): boolean {
	return (
		has(reading, at, Shape.capital) &&
		/^(?:street|st|road|rd|avenue|ave|lane|drive|square|place|court|way|boulevard|terrace|close)$/.test(
			normAt(reading, at),
		)
	);
}

/** "fourteenth of May": only with "of", since "second May" may be anything. */
function dayInWords(reading: Reading, at: number): { readonly day: number; readonly end: number } | null {
	if (normAt(reading, at + 1) !== "of" || !monthAt(reading, at + 2)) return null;
	const day = ordinalNamed(normAt(reading, at));
	return day === 0 ? null : { day, end: at + 1 };
}

/** "May 14, 2031", "May 3-9", with a weekday in front when `weekday` is given. */
export function readMonthFirst(
	reading: Reading,
	at: number,
	limit: number,
	weekday: number | null,
	first: number,
): Found | null {
	const month = monthAt(reading, at);
	if (!month) return null;
	const day = month.end < limit ? dayNumberAt(reading, month.end) : null;
	if (!day || !isDay(2000, month.month, day.day)) return null;
	if (has(reading, month.end, Shape.joined) && !month.short) return null;
	let end = day.end;
	let until: number | null = null;
	if (/^(?:-|\u2013|\u2014|to|and|through)$/.test(normAt(reading, end)) && end + 1 < limit) {
		const last = dayNumberAt(reading, end + 1);
		const marked = normAt(reading, end) !== "and" && normAt(reading, end) !== "to";
		const counts =
			last !== null &&
			reading.kinds[last.end] === TokenKind.word &&
			!marked &&
			!/^(?:in|at|on|of|as|the|to|when)$/.test(normAt(reading, last.end));
		const monthNext = last !== null && monthAt(reading, last.end) !== null;
		if (last && last.day > day.day && isDay(2000, month.month, last.day) && !counts && !monthNext) {
			until = last.day;
			end = last.end;
		}
	}
	return withYear(reading, first, end, limit, month.month, day.day, until, weekday);
}

/** Behind the last of a row of days: a mark, or a word that begins something new. */
const BEHIND_ROW =
	/^(?:[,.;:)!?\u2013\u2014"\u201d]|they|he|she|it|we|the|at|in|to|of|with|when|after|before|by|for|from|as|but|while)$/;
const LONGEST_ROW = 8;

/** The 7 and the 9 of "May 5, 7 and 9": days of the month before them. Not: "On May 5, 7 people died". */
export function readListedDay(reading: Reading, at: number, limit: number, last: Found | undefined): Found | null {
	const what = last?.what;
	if (!last || what?.kind !== "day" || what.year !== null || what.until !== null || what.step !== null) return null;
	if (at - last.end > 2) return null;
	const day = dayNumberAt(reading, at);
	const gap = reading.norms.slice(last.end, at).join(" ");
	if (!day || !/^(?:,|,? ?(?:and|or|&))$/.test(gap)) return null;
	if (day.day <= what.day || !isDay(2000, what.month, day.day)) return null;
	let end = day.end;
	if (gap === ",") {
		// A comma alone needs the "and" that ends the row.
		for (let more = 0; more < LONGEST_ROW && normAt(reading, end) === ","; more++) {
			const next = dayNumberAt(reading, end + 1);
			if (!next) break;
			end = next.end;
		}
		if (normAt(reading, end) === ",") end++;
		const row = /^(?:and|or|&)$/.test(normAt(reading, end)) ? dayNumberAt(reading, end + 1) : null;
		if (!row) return null;
		end = row.end;
	}
	if (end < limit && !BEHIND_ROW.test(normAt(reading, end))) return null;
	const year = gap === "," ? null : yearBehind(reading, end, limit);
	const of: Expression = { ...what, day: day.day, weekday: null, year: year?.year ?? null };
	return expression(at, gap === "," ? day.end : (year?.end ?? day.end), of);
}

/** "The Sept. 11 attacks" are an event's name: of 2001 as a rule, and of no year counted from the report's. */
const ATTACKS = /^(?:attack|attacks|attackers|hijackers|hijackings|terrorist|terror|commission|memorial)$/;
const NAMED_ATTACKS = "a part of an event's name, which has no year counted from the report's day";

/** Takes the year behind a day, or "last year". */
function withYear(
	reading: Reading,
	first: number,
	end: number,
	limit: number,
	month: number,
	day: number,
	until: number | null,
	weekday: number | null,
): Found {
	const year = yearBehind(reading, end, limit);
	if (!year && month === 9 && day === 11 && until === null && ATTACKS.test(normAt(reading, end)))
		return expression(first, end, { kind: "unbounded", reason: NAMED_ATTACKS });
	const step = year ? null : stepBehind(reading, end, limit, "year");
	const what: Expression = {
		kind: "day",
		year: year?.year ?? null,
		month,
		day,
		until,
		weekday,
		step: step?.step ?? null,
	};
	return expression(first, year?.end ?? step?.end ?? end, what);
}

/** "last year", "of this month" behind what belongs to it. */
export function stepBehind(
	reading: Reading,
	at: number,
	limit: number,
	unit: "week" | "month" | "year",
): { readonly step: Step; readonly end: number } | null {
	const from = normAt(reading, at) === "of" ? at + 1 : at;
	if (from + 1 >= limit || normAt(reading, from + 1) !== unit) return null;
	const which = normAt(reading, from);
	if (which !== "last" && which !== "this" && which !== "next") return null;
	return { step: which === "last" ? -1 : which === "next" ? 1 : 0, end: from + 2 };
}

const BEFORE_ORDINAL = /^(?:on|by|until|till|since|before|after)$/;
/** What may stand behind "the 14th" when it is a day: a mark, or a word that begins something new. */
const BEHIND_ORDINAL =
	/^(?:[,.;:)!?\u2013\u2014"\u201d]|and|but|when|after|before|that|with|he|she|it|they|we|at|in|to|of|by|for|as)$/;

/** "on the 14th", "the 14th of last month"; not "the 14th floor". */
export function readOrdinal(reading: Reading, at: number, limit: number): Found | null {
	if (normAt(reading, at) !== "the") return null;
	const day = dayNumberAt(reading, at + 1);
	if (!day?.ordinal || day.end > limit) return null;
	const step = stepBehind(reading, day.end, limit, "month");
	if (step && normAt(reading, day.end) === "of")
		return expression(at, step.end, { kind: "ordinal", day: day.day, step: step.step });
	const ofPart =
		normAt(reading, at - 1) === "of" && /^(?:morning|afternoon|evening|night)$/.test(normAt(reading, at - 2));
	if (!ofPart && !BEFORE_ORDINAL.test(normAt(reading, at - 1))) return null;
	const next = day.end < limit ? normAt(reading, day.end) : ".";
	if (!BEHIND_ORDINAL.test(next) || (next === "of" && normAt(reading, day.end + 1) !== "the")) return null;
	if (next === "of" && normAt(reading, day.end + 2) !== "month") return null;
	return expression(at, day.end, { kind: "ordinal", day: day.day, step: null });
}

const FEASTS: readonly (readonly [words: string, month: number, day: number])[] = [
	["new year 's eve", 12, 31],
	["new year 's day", 1, 1],
	["christmas eve", 12, 24],
	["christmas day", 12, 25],
	["boxing day", 12, 26],
	["valentine 's day", 2, 14],
	["halloween", 10, 31],
	["bastille day", 7, 14],
	["armistice day", 11, 11],
	["juneteenth", 6, 19],
];
const FEAST_WORDS = FEASTS.map(([words, month, day]) => ({ words: words.split(" "), month, day }));
export const FEAST_OPENINGS: ReadonlySet<string> = new Set(FEASTS.map(([words]) => words.split(" ")[0] ?? ""));

/** "Christmas" alone is a season, save where days are counted from it. */
export function readChristmas(reading: Reading, at: number, limit: number): Found | null {
	if (normAt(reading, at) !== "christmas" || !has(reading, at, Shape.capital) || at >= limit) return null;
	return has(reading, at + 1, Shape.capital) ? null : withYear(reading, at, at + 1, limit, 12, 25, null, null);
}

/** Feasts with one day everywhere that keeps them. Names: "Halloween Ltd", "Christmas Day Mine" are not told apart. */
export function readFeast(reading: Reading, at: number, limit: number): Found | null {
	if (!FEAST_OPENINGS.has(normAt(reading, at)) || !has(reading, at, Shape.capital)) return null;
	for (const { words, month, day } of FEAST_WORDS) {
		if (at + words.length > limit || !words.every((word, i) => normAt(reading, at + i) === word)) continue;
		return withYear(reading, at, at + words.length, limit, month, day, null, null);
	}
	return null;
}
