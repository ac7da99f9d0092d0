import type { StatedDate } from "../../model/date.ts";

const MONTHS = [
	"January",
	"February",
	"March",
	"April",
	"May",
	"June",
	"July",
	"August",
	"September",
	"October",
	"November",
	"December",
];

interface Moment {
	readonly year: string;
	readonly month: number;
	readonly day: number;
	/** `09:30`, or null where only the day is known. */
	readonly time: string | null;
}

/**
 * A date in words, no finer than it is known: "14 May 2031", "May 2031", "28 May – 3 June 2031",
 * "14 May 2031, 09:30 GMT", "not after 14 May 2031"; null when nothing bounds it.
 */
export function describeDate(date: StatedDate): string | null {
	const from = date.earliest === null ? null : readMoment(date.earliest);
	const to = date.latest === null ? null : readMoment(date.latest);
	if (from === null && to === null) return date.earliest ?? date.latest;
	if (from === null) return to && `not after ${writeDay(to)}`;
	if (to === null) return `not before ${writeDay(from)}`;
	if (date.precision === "year" && from.year === to.year) return from.year;
	if (date.precision === "month" && from.year === to.year && from.month === to.month) {
		return `${nameMonth(from)} ${from.year}`;
	}
	if (!sameDay(from, to)) return writeRange(from, to);
	const day = writeDay(from);
	if (from.time === null || (date.precision !== "minute" && date.precision !== "hour")) return day;
	return `${day}, ${from.time}${date.zone === null ? "" : ` ${date.zone}`}`;
}

function readMoment(iso: string): Moment | null {
	const match = /^(-?\d{4,6})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}))?/.exec(iso);
	if (!match) return null;
	return { year: match[1] ?? "", month: Number(match[2]), day: Number(match[3]), time: match[4] ?? null };
}

function nameMonth(moment: Moment): string {
	return MONTHS[moment.month - 1] ?? String(moment.month);
}

function sameDay(a: Moment, b: Moment): boolean {
	return a.year === b.year && a.month === b.month && a.day === b.day;
}

function writeDay(moment: Moment): string {
	return `${moment.day} ${nameMonth(moment)} ${moment.year}`;
}

function writeRange(from: Moment, to: Moment): string {
	if (from.year !== to.year) return `${writeDay(from)} – ${writeDay(to)}`;
	if (from.month !== to.month) return `${from.day} ${nameMonth(from)} – ${writeDay(to)}`;
	return `${from.day}–${writeDay(to)}`;
}
