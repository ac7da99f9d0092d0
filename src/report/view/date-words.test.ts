import { describe, expect, it } from "vitest";
import type { StatedDate } from "../../model/date.ts";
import { describeDate } from "./date-words.ts";

function date(earliest: string | null, latest: string | null, more: Partial<StatedDate> = {}): StatedDate {
	return { earliest, latest, precision: "day", zone: null, exact: null, reason: "", evidence: [], ...more };
}

describe("describeDate", () => {
	it.each<[string, StatedDate, string | null]>([
		["a day", date("2031-05-14", "2031-05-14"), "14 May 2031"],
		["days of one month", date("2031-05-12", "2031-05-18", { precision: "week" }), "12–18 May 2031"],
		["days of two months", date("2031-05-28", "2031-06-03", { precision: "week" }), "28 May – 3 June 2031"],
		["days of two years", date("2030-12-30", "2031-01-02"), "30 December 2030 – 2 January 2031"],
		["a month", date("2031-05-01", "2031-05-31", { precision: "month" }), "May 2031"],
		["a year", date("2031-01-01", "2031-12-31", { precision: "year" }), "2031"],
		[
			"a time with its zone",
			date("2031-05-14T09:30", "2031-05-14T09:30", { precision: "minute", zone: "GMT" }),
			"14 May 2031, 09:30 GMT",
		],
		["an open start", date(null, "2031-05-14"), "not after 14 May 2031"],
		["an open end", date("2031-05-14", null), "not before 14 May 2031"],
		["nothing", date(null, null, { precision: null }), null],
	])("writes %s no finer than it is known", (_, given, words) => {
		expect(describeDate(given)).toBe(words);
	});
});
