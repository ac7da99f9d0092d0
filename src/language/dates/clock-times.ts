import { TokenKind } from "../../model/annotated.ts";
import { has, normAt, type Reading, Shape } from "../shapes.ts";
import type { Found, TimeOfDay } from "./time-expression.ts";

const ZONES = /^(?:gmt|utc|est|edt|cst|cdt|mst|mdt|pst|pdt|et|ct|pt|bst|cet|cest|eet|eest|msk|ist|jst|aest|aedt|z)$/;

interface TimeMatch {
	readonly end: number;
	readonly time: TimeOfDay;
}

export function timeAt(reading: Reading, at: number, limit: number): TimeMatch | null {
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

export function readTime(reading: Reading, at: number, limit: number): Found | null {
	const match = timeAt(reading, at, limit);
	if (!match) return null;
	const marked = match.end > at + 1;
	const before = normAt(reading, at - 1);
	if (!marked && !/^(?:at|by|until|around|about|from|after|before|,|-|\u2013|to|since)$/.test(before)) return null;
	return { first: at, end: match.end, what: { kind: "time" }, time: match.time, part: false };
}

export function readNoon(reading: Reading, at: number): Found | null {
	const norm = normAt(reading, at);
	if (norm !== "noon" && norm !== "midnight") return null;
	if (!/^(?:at|by|until|around|about|before|after|of)$/.test(normAt(reading, at - 1))) return null;
	// "midnight" begins one day and ends another.
	const time = norm === "noon" ? { minutes: 720, exact: true, zone: null } : null;
	return { first: at, end: at + 1, what: { kind: "time" }, time, part: norm === "midnight" };
}
