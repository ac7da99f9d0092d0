import { TokenKind } from "../../model/annotated.ts";
import { normAt, type Reading } from "../shapes.ts";
import { NAMES } from "./calendar-names.ts";
import { readNoon, readTime, timeAt } from "./clock-times.ts";
import { readBusinessYear, readEnding } from "./endings.ts";
import { readForeign } from "./foreign-dates.ts";
import { readMonth, readMonthRange } from "./months.ts";
import { MOVABLE_OPENINGS, readMovable, readNthDay } from "./nth-days.ts";
import { readPiece } from "./pieces.ts";
import {
	readAhead,
	readCounted,
	readDistance,
	readEvent,
	readNearWeekday,
	readPhrase,
	readWeekend,
	readWindow,
} from "./relative-dates.ts";
import { readRange, readSharedMonth, readSide } from "./sides.ts";
import { type Tense, tenseAround } from "./tense.ts";
import { expression, type Found } from "./time-expression.ts";
import { readWeekday } from "./weekdays.ts";
import {
	FEAST_OPENINGS,
	readChristmas,
	readDayFirst,
	readFeast,
	readIso,
	readListedDay,
	readNumeric,
	readOrdinal,
} from "./written-dates.ts";
import { readCentury, readDecade, readEra, readFiscal, readQuarter, readTheYear, readYear } from "./years.ts";

const PARTS = new Set(["morning", "afternoon", "evening", "night", "lunchtime"]);

/**
 * Every time expression of an article, in order of place, none overlapping another: what the words say,
 * without a thought to when they were written.
 */
export function findExpressions(reading: Reading): Found[] {
	const found: Found[] = [];
	for (const { first, end } of reading.sentences) {
		let at = first;
		while (at < end) {
			if (!mayBegin(reading, at)) {
				at++;
				continue;
			}
			const match = readWhole(reading, at, first, end, found);
			if (!match) {
				at++;
				continue;
			}
			if (match.what.kind !== "nothing") found.push(match);
			at = match.end;
		}
	}
	return found;
}

/** Whether a time expression may begin at a token: for most words the answer is no, and they are passed over at once. */
function mayBegin(reading: Reading, at: number): boolean {
	const norm = normAt(reading, at);
	switch (reading.kinds[at]) {
		case TokenKind.number:
			return norm.length <= 10;
		case TokenKind.mark:
			return norm === "'" || norm === "\u2018" || norm === "\u2019";
		default:
			return LEADS.has(norm) || isForeign(reading) || isTiedLead(norm);
	}
}

/** "mid-2030", "FY2030", "Q1", "twenty-five" and "October-December" begin with what is no word of its own. */
function isTiedLead(norm: string): boolean {
	const tied = norm.includes("-") || norm.includes("\u2010");
	if (!tied) return norm.length < 9 && /^(?:fy\d|q[1-4]$|twent)/.test(norm);
	return /^(?:mid[-\u2010\u2011]\d|twent|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{Ll}{0,6}[-\u2010\u2011])/u.test(
		norm,
	);
}

/** What begins at a token, with the words that bound it, its time of day and the stretch it opens. */
function readWhole(reading: Reading, at: number, first: number, limit: number, earlier: Found[]): Found | null {
	const inner = (from: number): Found | null => (from < limit ? readJoined(reading, from, first, limit, 1) : null);
	const tense = (from: number, end: number): Tense => tenseAround(reading, from, end);
	if (reading.kinds[at] === TokenKind.word && OPENS.test(normAt(reading, at))) {
		const opened =
			(normAt(reading, at) === "before" ? readPiece(reading, at, limit, inner) : null) ??
			readSharedMonth(reading, at, limit, inner) ??
			readRange(reading, at, limit, inner, null, tense) ??
			readSide(reading, at, limit, inner, tense);
		if (opened) return opened;
	}
	const whole = readListedDay(reading, at, limit, earlier.at(-1)) ?? readJoined(reading, at, first, limit, 0);
	if (!whole || whole.what.kind === "nothing") return whole;
	const range = readRange(reading, at, limit, inner, whole, tense);
	return range ?? withTimeBefore(reading, whole, earlier);
}

/** Words that a stretch or a bound may begin with. */
const OPENS = /^(?:by|until|till|since|before|after|from|between|no|not|as)$/;

/** "by the end of early May" is as deep as anything sensible goes; hostile text goes deeper. */
const DEEPEST = 3;

/** An expression with the part of the day and the time of day behind it. */
function readJoined(reading: Reading, at: number, first: number, limit: number, depth: number): Found | null {
	const match = readBase(reading, at, first, limit, depth);
	return match && withTimeBehind(reading, withPart(reading, match, limit), limit);
}

function readBase(reading: Reading, at: number, first: number, limit: number, depth: number): Found | null {
	if (depth > DEEPEST) return null;
	if (reading.kinds[at] === TokenKind.number) {
		return (
			readIso(reading, at, limit) ??
			readNumeric(reading, at, limit) ??
			readNthDay(reading, at, limit, (from) =>
				from < limit ? readBase(reading, from, first, limit, depth + 1) : null,
			) ??
			readDayFirst(reading, at, limit, null, at) ??
			readForeign(reading, at, limit) ??
			readDecade(reading, at) ??
			readEra(reading, at, limit) ??
			readCentury(reading, at, limit) ??
			readCountedBase(reading, at, first, limit, depth) ??
			(at > first || depth > 0 || reading.kinds[at + 1] === TokenKind.mark
				? readYear(reading, at, first, limit, depth > 0)
				: null) ??
			readTime(reading, at, limit)
		);
	}
	if (reading.kinds[at] === TokenKind.mark) return readDecade(reading, at);
	return readLed(reading, at, first, limit, depth);
}

function isForeign(reading: Reading): boolean {
	return reading.article.language !== null && reading.article.language !== "en";
}

/** Words that a time expression may begin with. */
const LEADS = new Set([
	...NAMES,
	...FEAST_OPENINGS,
	...MOVABLE_OPENINGS,
	...(
		"the last next this past coming early mid late earlier later today tonight yesterday tomorrow overnight that before dawn daybreak " +
		"dusk sunrise sunset noon midnight in a an one two three four five six seven eight nine ten eleven twelve thirteen fourteen " +
		"fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety several few many more less over " +
		"at about around some roughly approximately nearly almost hours days weeks months years decades spring summer autumn fall winter " +
		"week first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth " +
		"seventeenth eighteenth nineteenth twentieth final within thirtieth thirty-first fiscal financial ad a.d. " +
		"by until till since after from between no not as"
	).split(" "),
]);

function readLed(reading: Reading, at: number, first: number, limit: number, depth: number): Found | null {
	const inner = (from: number): Found | null =>
		from < limit ? readBase(reading, from, first, limit, depth + 1) : null;
	const tense = (): Tense => tenseAround(reading, at, at + 1);
	return (
		readNthDay(reading, at, limit, inner) ??
		readMovable(reading, at, limit) ??
		readBusinessYear(reading, at) ??
		readEnding(reading, at, limit, inner) ??
		readMonthRange(reading, at, limit) ??
		readWeekday(reading, at, limit) ??
		readNearWeekday(reading, at, limit) ??
		readPiece(reading, at, limit, inner) ??
		readOvernight(reading, at, limit, inner) ??
		readPhrase(reading, at, limit) ??
		readCountedBase(reading, at, first, limit, depth) ??
		readWindow(reading, at, limit) ??
		readAhead(reading, at, limit, tense) ??
		readWeekend(reading, at, tense) ??
		readMonth(reading, at, first, limit, depth > 0) ??
		readFeast(reading, at, limit) ??
		readQuarter(reading, at, limit) ??
		readFiscal(reading, at, limit) ??
		readCentury(reading, at, limit) ??
		readEra(reading, at, limit) ??
		readTheYear(reading, at, limit) ??
		readOrdinal(reading, at, limit) ??
		readDayFirst(reading, at, limit, null, at) ??
		readForeign(reading, at, limit) ??
		readNoon(reading, at)
	);
}

/** What begins with a count; "two days after" takes the date or the event behind it. */
function readCountedBase(reading: Reading, at: number, first: number, limit: number, depth: number): Found | null {
	const counted = readCounted(reading, at, limit);
	if (counted) return counted;
	const distance = readDistance(reading, at, limit);
	if (!distance || distance.end >= limit) return null;
	const of = readBase(reading, distance.end, first, limit, depth + 1) ?? readChristmas(reading, distance.end, limit);
	if (of && /^(?:day|numeric|weekday|offset)$/.test(of.what.kind)) {
		const { count, unit } = distance;
		return expression(at, of.end, { kind: "counted", count, unit, of: of.what });
	}
	return readEvent(reading, at, limit);
}

/** "overnight on Monday", "overnight into Tuesday". */
function readOvernight(
	reading: Reading,
	at: number,
	limit: number,
	inner: (from: number) => Found | null,
): Found | null {
	if (normAt(reading, at) !== "overnight" || at + 2 >= limit) return null;
	const link = normAt(reading, at + 1);
	const into = link === "into" || link === "to";
	const day = inner(link === "on" || link === "into" ? at + 2 : at + 1);
	if (!day || !/^(?:day|weekday)$/.test(day.what.kind)) return null;
	return { ...expression(at, day.end, { kind: "overnight", of: day.what, into }), part: true };
}

/** Takes "morning", "night" and the like behind a day into the expression. */
function withPart(reading: Reading, found: Found, limit: number): Found {
	const { what } = found;
	if (what.kind !== "weekday" && what.kind !== "day" && what.kind !== "offset") return found;
	const next = found.end < limit ? normAt(reading, found.end) : "";
	return PARTS.has(next) ? { ...found, end: found.end + 1, part: true } : found;
}

function takesTime({ what }: Found): boolean {
	return (
		what.kind === "day" ||
		what.kind === "numeric" ||
		what.kind === "weekday" ||
		what.kind === "offset" ||
		what.kind === "nth-day"
	);
}

/** Takes the time of day behind a day: "Tuesday at 9 a.m.", "May 14, 2031, 12:29". */
function withTimeBehind(reading: Reading, found: Found, limit: number): Found {
	if (found.time !== null || !takesTime(found)) return found;
	let at = found.end;
	let said = false;
	while (at < limit && at < found.end + 2 && /^(?:,|at)$/.test(normAt(reading, at))) {
		said = true;
		at++;
	}
	const match = at < limit ? timeAt(reading, at, limit) : null;
	if (!match || (!match.marked && !said)) return found;
	return { ...found, end: match.end, time: match.time };
}

/** Joins a time with the day behind it: "9 a.m. on Tuesday", "noon Tuesday". */
function withTimeBefore(reading: Reading, found: Found, earlier: Found[]): Found {
	if (!takesTime(found) || found.time !== null) return found;
	const last = earlier.at(-1);
	const timed = last?.what.kind === "time" || (last?.what.kind === "side" && last.what.of.kind === "time");
	if (!last || !timed || !onlyBetween(reading, last.end, found.first)) return found;
	earlier.pop();
	const joined = { ...found, first: last.first, lead: 0, time: last.time };
	if (last.what.kind === "side") return { ...joined, what: { ...last.what, of: found.what } };
	const midnight = last.time === null && last.part;
	return midnight ? { ...joined, part: true, what: { kind: "overnight", of: found.what, into: false } } : joined;
}

function onlyBetween(reading: Reading, from: number, to: number): boolean {
	if (to - from > 2) return false;
	for (let i = from; i < to; i++) if (!/^(?:,|on)$/.test(normAt(reading, i))) return false;
	return true;
}
