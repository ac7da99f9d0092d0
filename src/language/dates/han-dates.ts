import type { Reading } from "../shapes.ts";
import { isDay } from "./calendar.ts";
import type { Expression } from "./time-expression.ts";

/**
 * Dates in figures in Chinese, Japanese and Korean, whose signs for year, month and day part no words. Caught:
 * "2031年5月3日", "2031年5月", "5月3日", "2031년 5월 3일". Not: "5年", "2030年代", "3个月", "10日間".
 */
export interface HanDate {
	readonly start: number;
	readonly end: number;
	readonly what: Expression;
}

const DATE =
	/(?:(\d{4}) ?[年년])(?: ?(\d{1,2}) ?[月월](?: ?(\d{1,2}) ?[日号號일])?)?|(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日号號일]/gu;
/** Behind a sign of time these make a length or an era of it. */
const LENGTH = /^(?:間|间|代|度|来|來|前|后|後|以上|以内|余|多|間|간|대|도|전|후)/u;

export function isHan(reading: Reading): boolean {
	return /^(?:zh|ja|ko)(?:-|$)/.test(reading.article.language ?? "");
}

/** The dates of an article in one of these languages, sorted by place. */
export function findHanDates(reading: Reading): HanDate[] {
	const { text } = reading;
	return [...text.matchAll(DATE)].flatMap((match): HanDate[] => {
		const [whole, year, month, day, ownMonth, ownDay] = match;
		const start = match.index;
		const end = start + whole.length;
		if (/[\p{Nd}.,/-]$/u.test(text.slice(Math.max(0, start - 1), start)) || LENGTH.test(text.slice(end, end + 2)))
			return [];
		const what = expressionOf(year, month ?? ownMonth, day ?? ownDay);
		return what ? [{ start, end, what }] : [];
	});
}

function expressionOf(year: string | undefined, month: string | undefined, day: string | undefined): Expression | null {
	const of = year === undefined ? null : Number(year);
	if (of !== null && (of < 1000 || of > 2200)) return null;
	if (month === undefined) return of === null ? null : { kind: "year", year: of, until: of, says: null };
	const at = Number(month);
	if (at < 1 || at > 12) return null;
	if (day === undefined) return { kind: "month", year: of, month: at, which: "bare", step: null };
	if (!isDay(of ?? 2000, at, Number(day))) return null;
	return { kind: "day", year: of, month: at, day: Number(day), until: null, weekday: null, step: null };
}
