import { scaleUtc } from "d3-scale";
import type { StatedDate } from "../../model/date.ts";

/** Milliseconds since 1970 in UTC; `end` is the last of the day where only the day is known. */
export interface TimeRange {
	readonly start: number;
	readonly end: number;
}

export interface TimeAxis {
	/** Pixels from the left of the drawing. */
	readonly x: (moment: number) => number;
	readonly ticks: readonly { readonly x: number; readonly label: string }[];
}

const DAY = 86_400_000;
const TICKS = 6;

/** An axis from the earliest to the latest of some ranges; null where these are one moment or none. */
export function layOutTime(ranges: readonly TimeRange[], width: number, margin: number): TimeAxis | null {
	const from = Math.min(...ranges.map(({ start }) => start));
	const to = Math.max(...ranges.map(({ end }) => end));
	if (ranges.length === 0 || from === to) return null;
	const scale = scaleUtc([from, to], [margin, width - margin]);
	return {
		x: (moment) => Math.round(scale(moment)),
		ticks: scale.ticks(TICKS).map((tick) => ({ x: Math.round(scale(tick)), label: nameTick(tick, to - from) })),
	};
}

/** What bounds a date on both sides, the last day whole; null where one side is open. */
export function rangeOf({ earliest, latest }: StatedDate): TimeRange | null {
	if (earliest === null || latest === null) return null;
	const start = momentOf(earliest);
	const end = momentOf(latest) + (isDay(latest) ? DAY - 1 : 0);
	return Number.isFinite(start) && Number.isFinite(end) && end >= start ? { start, end } : null;
}

/** A time without a zone is taken as UTC: the machine's own zone must not move it. */
function momentOf(iso: string): number {
	return Date.parse(isDay(iso) || /(?:Z|[+-]\d{2}:?\d{2})$/.test(iso) ? iso : `${iso}Z`);
}

function isDay(iso: string): boolean {
	return !iso.includes("T");
}

function nameTick(tick: Date, range: number): string {
	const iso = tick.toISOString();
	if (range > 2 * 365 * DAY) return iso.slice(0, 7);
	return range > 3 * DAY ? iso.slice(0, 10) : `${iso.slice(5, 10)} ${iso.slice(11, 16)}`;
}
