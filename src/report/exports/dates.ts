import type { StatedDate } from "../../model/date.ts";

const ISO = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(:\d{2})?(?:\.\d{1,9})?(Z|[+-]\d{2}:\d{2})?)?$/;

/**
 * A date as one ISO 8601 value, no finer than it is known: `2031`, `2031-05`, `2031-05-14` or, where the minute is known,
 * `2031-05-14T09:30:00`, with an offset where the source states one. Null for a span of several days and an open one.
 */
export function isoOf(date: StatedDate): string | null {
	const from = readIso(date.earliest);
	const to = readIso(date.latest);
	if (from === null || to === null) return null;
	if (from.whole === to.whole) return from.whole;
	if (from.day === to.day) return from.day;
	if (date.precision === "year" && from.day.slice(0, 4) === to.day.slice(0, 4)) return from.day.slice(0, 4);
	if (date.precision === "month" && from.day.slice(0, 7) === to.day.slice(0, 7)) return from.day.slice(0, 7);
	return null;
}

/** The bounds as days or minutes, ISO 8601; a bound that is none is null. */
export function boundsOf(date: StatedDate): { readonly from: string | null; readonly to: string | null } {
	return { from: readIso(date.earliest)?.whole ?? null, to: readIso(date.latest)?.whole ?? null };
}

/**
 * The first moment that a date can be, as RFC 3339 asks: to the second and with an offset. Where the source gives no time
 * the day begins it, and where it gives no zone it is taken as UTC. Null when nothing bounds the date.
 */
export function instantOf(date: StatedDate): string | null {
	const iso = readIso(date.earliest) ?? readIso(date.latest);
	if (iso === null) return null;
	return `${iso.day}T${iso.time ?? "00:00:00"}${iso.offset ?? "Z"}`;
}

interface Iso {
	readonly day: string;
	readonly time: string | null;
	readonly offset: string | null;
	readonly whole: string;
}

function readIso(text: string | null): Iso | null {
	const match = text === null ? null : ISO.exec(text);
	if (!match) return null;
	const [, day = "", minute, second, offset = null] = match;
	const time = minute === undefined ? null : `${minute}${second ?? ":00"}`;
	if (Number.isNaN(Date.parse(`${day}T${time ?? "00:00:00"}${offset ?? "Z"}`))) return null;
	return { day, time, offset, whole: time === null ? day : `${day}T${time}${offset ?? ""}` };
}

/** Orders moments as RFC 3339 writes them, whatever their offsets. */
export function compareInstants(a: string, b: string): number {
	return Date.parse(a) - Date.parse(b);
}
