import { TokenKind } from "../../model/annotated.ts";
import { normAt, type Reading } from "../shapes.ts";
import { readNoon, readTime, timeAt } from "./clock-times.ts";
import { readAgo, readRelative } from "./relative-dates.ts";
import type { Found } from "./time-expression.ts";
import { readDayFirst, readDecade, readIso, readMonth, readNumeric, readWeekday, readYear } from "./written-dates.ts";

const PARTS = new Set(["morning", "afternoon", "evening", "night"]);

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
