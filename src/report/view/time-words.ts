import { countOf } from "./count-words.ts";

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

/** How long before `at` a moment was, both ISO 8601: "4 minutes ago". */
export function writeAgo(moment: string, at: string): string {
	const seconds = secondsBetween(moment, at);
	return seconds < MINUTE ? "just now" : `${writeSeconds(seconds)} ago`;
}

/** How long after `at` a moment is: "in 4 minutes", "now" when it is past. */
export function writeIn(moment: string, at: string): string {
	const seconds = secondsBetween(at, moment);
	if (seconds <= 0) return "now";
	return seconds < MINUTE ? "in a minute" : `in ${writeSeconds(seconds)}`;
}

function secondsBetween(from: string, to: string): number {
	return Math.round((Date.parse(to) - Date.parse(from)) / 1000);
}

function writeSeconds(seconds: number): string {
	if (seconds < 90 * MINUTE) return countOf(Math.round(seconds / MINUTE), "minute");
	if (seconds < 36 * HOUR) return countOf(Math.round(seconds / HOUR), "hour");
	return countOf(Math.round(seconds / DAY), "day");
}
