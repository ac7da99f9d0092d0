import { describe, expect, it } from "vitest";
import { datesOf, onWednesday, say } from "../../../test/list-dates.ts";

describe("each kind of expression", () => {
	it.each([
		// Years: one it takes, one it leaves.
		["The 2031 floods came.", ["2031 = 2031-01-01..2031-12-31 year"]],
		["The 2031 Act fell.", []],
		// Weekdays.
		["They met on Sunday.", ["Sunday = 2031-05-11..2031-05-11 day"]],
		["He teaches Sunday school.", []],
		// Months.
		["They met in late April.", ["late April = 2031-04-16..2031-04-30 range"]],
		["Trust in May fell, Orla May said.", []],
		// Days of a month.
		["They left on the 12th.", ["the 12th = 2031-05-12..2031-05-12 day"]],
		["They met on the 12th floor.", []],
		// Counts.
		["It rained in the past three days.", ["the past three days = 2031-05-11..2031-05-14 range"]],
		["It rained for three days.", []],
		// Clock times.
		["They met at 1900 GMT on Tuesday.", ["1900 GMT on Tuesday = 2031-05-13T19:00..2031-05-13T19:00 minute"]],
		["The mix was 7:45 by weight.", []],
		// Stretches.
		["It rained from Monday to Wednesday.", ["from Monday to Wednesday = 2031-05-12..2031-05-14 range"]],
		[
			"It was moved from Monday to Tuesday.",
			["Monday = 2031-05-12..2031-05-12 day", "Tuesday = 2031-05-13..2031-05-13 day"],
		],
	])("%s", (text, expected) => {
		expect(datesOf(text, onWednesday).map(say)).toEqual(expected);
	});

	it("is read in another language where it is written out, and day first in figures", () => {
		const german = { ...onWednesday, language: "de" };
		expect(datesOf("Es begann am Dienstag, 14. Mai 2030.", german).map(say)).toEqual([
			"Dienstag, 14. Mai 2030 = 2030-05-14..2030-05-14 day",
		]);
		expect(datesOf("Es begann am 03.04.2030.", german).map(say)).toEqual(["03.04.2030 = 2030-04-03..2030-04-03 day"]);
		expect(datesOf("Er zahlte 14 Mark.", german)).toEqual([]);
	});

	it.each(["early ", "the end of ", "two days after ", "by ", "said Monday ", "May 3 and ", "“yesterday ", "between "])(
		"never nests without end: ten thousand times “%s”",
		(words) => {
			expect(() => datesOf(words.repeat(10_000), onWednesday)).not.toThrow();
		},
	);
});

describe("words that are no dates", () => {
	const cases = [
		"She may march on.",
		"May said no.",
		"They may. March on!",
		"Resolution 1988 passed.",
		"They sold 2031 homes.",
		"The score was 3-2.",
		"He paid $2031.",
		"Route 2031 was shut.",
		"A second chance came.",
		"Theresa May spoke.",
		"The sun sat low and they wed.",
	];
	it.each(cases)("%s", (text) => {
		expect(datesOf(text, onWednesday)).toEqual([]);
	});
});

describe("dates in other languages", () => {
	const cases: readonly (readonly [string, string, readonly string[]])[] = [
		["zh", "2031年5月3日举行会议。", ["2031年5月3日 = 2031-05-03..2031-05-03 day"]],
		["zh", "2030年代的计划为期5年。", []],
		["ja", "5月3日に始まった。", ["5月3日 = 2031-05-03..2031-05-03 day"]],
		["ko", "2031년 5월 3일 시작했다.", ["2031년 5월 3일 = 2031-05-03..2031-05-03 day"]],
		["de", "Er kam am Dienstag.", ["Dienstag = 2031-05-13..2031-05-20 range"]],
		["de", "Jeden Dienstag singt er.", []],
		["fr", "Il est parti lundi dernier.", ["lundi dernier = 2031-05-12..2031-05-12 day"]],
		["es", "Los martes canta.", []],
		["ru", "В минувший вторник шел дождь.", ["минувший вторник = 2031-05-13..2031-05-13 day"]],
		["pt", "Chegou na quinta volta.", []],
	];
	it.each(cases)("%s: %s", (language, text, expected) => {
		expect(datesOf(text, { ...onWednesday, language }).map(say)).toEqual(expected);
	});

	it("says that verbs are not read there", () => {
		const [date] = datesOf("Er kam am Dienstag.", { ...onWednesday, language: "de" });
		expect(date?.date.reason).toContain("verbs are not read in this language");
	});
});

describe("dates that one side bounds", () => {
	it.each([
		["They must leave by Friday.", "by Friday = null..2031-05-16 range"],
		["They have fished since 2024.", "since 2024 = 2024-01-01..null range"],
		["They left more than two years ago.", "more than two years ago = null..2029-05-14 range"],
		["He was moved by Tuesday's vote.", "Tuesday = 2031-05-13..2031-05-13 day"],
	])("%s", (text, expected) => {
		expect(datesOf(text, onWednesday).map(say)).toEqual([expected]);
	});
});
