import { TokenKind } from "../../model/annotated.ts";
import { has, normAt, type Reading, Shape } from "../shapes.ts";
import { monthAt, weekdayAt } from "./calendar-names.ts";
import { expression, type Found, type TimeOfDay } from "./time-expression.ts";

const ZONES = /^(?:gmt|utc|est|edt|cst|cdt|mst|mdt|pst|pdt|et|ct|pt|bst|cet|cest|eet|eest|msk|ist|jst|aest|aedt|z)$/;
const LOCAL = /^(?:local|universal|eastern|central|pacific|mountain)$/;

interface TimeMatch {
	readonly end: number;
	readonly time: TimeOfDay;
	/** Marked as a time by "p.m.", a zone or "hours". */
	readonly marked: boolean;
}

/** "7:45 p.m.", "9am", "14:30 GMT", "1900 GMT", "0630 hours". */
export function timeAt(reading: Reading, at: number, limit: number): TimeMatch | null {
	if (reading.kinds[at] !== TokenKind.number) return null;
	const norm = normAt(reading, at);
	const match = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(norm);
	const military = match ? null : /^(\d\d)(\d\d)$/.exec(norm);
	const [, hour, minute] = match ?? military ?? [];
	if (hour === undefined) return null;
	let hours = Number(hour);
	const minutes = minute === undefined ? 0 : Number(minute);
	if (hours > 24 || minutes > 59) return null;
	let end = at + 1;
	const half = match ? /^(a\.?m\.?|p\.?m\.?)$/.exec(end < limit ? normAt(reading, end) : "")?.[1] : undefined;
	if (half !== undefined) {
		if (hours < 1 || hours > 12) return null;
		hours = (hours % 12) + (half.startsWith("p") ? 12 : 0);
		end++;
	} else if (hours > 23 || (match && !norm.includes(":"))) return null;
	const zone = zoneAt(reading, end, limit);
	let marked = half !== undefined || zone !== null;
	end = zone?.end ?? end;
	if (military && !zone) {
		if (!/^(?:hours|hrs)$/.test(normAt(reading, end))) return null;
		end++;
		marked = true;
	}
	return {
		end,
		marked,
		time: { minutes: hours * 60 + minutes, exact: minute !== undefined, zone: zone?.zone ?? null },
	};
}

function zoneAt(reading: Reading, at: number, limit: number): { readonly zone: string; readonly end: number } | null {
	if (at >= limit) return null;
	const norm = normAt(reading, at);
	if (ZONES.test(norm) && has(reading, at, Shape.acronym)) {
		const sign = /^[+-]$/.test(normAt(reading, at + 1)) && has(reading, at + 1, Shape.joined);
		const shifted = sign && /^\d{1,2}(?::\d\d)?$/.test(normAt(reading, at + 2)) && at + 2 < limit;
		const end = shifted ? at + 3 : at + 1;
		return { zone: reading.text.slice(reading.starts[at], reading.ends[end - 1]), end };
	}
	if (LOCAL.test(norm) && normAt(reading, at + 1) === "time" && at + 1 < limit)
		return { zone: reading.text.slice(reading.starts[at], reading.ends[at + 1]), end: at + 2 };
	return null;
}

/** "01.15 on Saturday", "at 14.30 on May 9": a dot between hours and minutes only where the day stands right behind. */
function dottedTime(reading: Reading, at: number, limit: number): TimeMatch | null {
	const [, hour, minute] = /^([01]\d|2[0-3])\.([0-5]\d)$/.exec(normAt(reading, at)) ?? [];
	if (hour === undefined || normAt(reading, at + 1) !== "on" || at + 2 >= limit) return null;
	if (!weekdayAt(reading, at + 2) && !monthAt(reading, at + 2) && !monthAt(reading, at + 3)) return null;
	const time = { minutes: Number(hour) * 60 + Number(minute), exact: true, zone: null };
	return { end: at + 1, marked: true, time };
}

export function readTime(reading: Reading, at: number, limit: number): Found | null {
	const match = timeAt(reading, at, limit) ?? dottedTime(reading, at, limit);
	if (!match) return null;
	if (!match.marked && !/^(?:at|by|until|around|about)$/.test(normAt(reading, at - 1))) return null;
	return { ...expression(at, match.end, { kind: "time" }), time: match.time };
}

export function readNoon(reading: Reading, at: number): Found | null {
	const norm = normAt(reading, at);
	if (norm !== "noon" && norm !== "midnight") return null;
	if (!/^(?:at|by|until|around|about|before|after|of)$/.test(normAt(reading, at - 1))) return null;
	// "midnight" begins one day and ends another.
	const time = norm === "noon" ? { minutes: 720, exact: true, zone: null } : null;
	return { ...expression(at, at + 1, { kind: "time" }), time, part: norm === "midnight" };
}
