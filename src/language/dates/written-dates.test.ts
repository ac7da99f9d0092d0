import { describe, expect, it } from "vitest";
import { datesOf, onWednesday, say } from "../../../test/list-dates.ts";
import { makeArticle } from "../../../test/make-article.ts";

describe("dates written out", () => {
	const cases: readonly (readonly [string, readonly string[]])[] = [
		["It began on 14 May 2031.", ["14 May 2031 = 2031-05-14..2031-05-14 day"]],
		["It began on May 14, 2031.", ["May 14, 2031 = 2031-05-14..2031-05-14 day"]],
		["It began on May 14th, 2031.", ["May 14th, 2031 = 2031-05-14..2031-05-14 day"]],
		["It began on the 14th of May 2031.", ["14th of May 2031 = 2031-05-14..2031-05-14 day"]],
		["It began on Wednesday, May 14, 2031.", ["Wednesday, May 14, 2031 = 2031-05-14..2031-05-14 day"]],
		["It began on Wednesday 14 May 2031.", ["Wednesday 14 May 2031 = 2031-05-14..2031-05-14 day"]],
		["It began on Sept. 3, 2031.", ["Sept. 3, 2031 = 2031-09-03..2031-09-03 day"]],
		["Updated 2031-05-14.", ["2031-05-14 = 2031-05-14..2031-05-14 day"]],
		["Updated 2031-05-14T09:30:00Z.", ["2031-05-14T09:30:00Z = 2031-05-14T09:30Z..2031-05-14T09:30Z minute"]],
		["Updated 24.05.2031.", ["24.05.2031 = 2031-05-24..2031-05-24 day"]],
		["Updated 05/24/2031.", ["05/24/2031 = 2031-05-24..2031-05-24 day"]],
		["Updated 05/06/2031.", ["05/06/2031 = 2031-05-06..2031-06-05 range"]],
		["Updated 05.05.2031.", ["05.05.2031 = 2031-05-05..2031-05-05 day"]],
		["It lasted May 3-9, 2031.", ["May 3-9, 2031 = 2031-05-03..2031-05-09 range"]],
		["It lasted 3 to 9 May 2031.", ["3 to 9 May 2031 = 2031-05-03..2031-05-09 range"]],
		["It began in May 2031.", ["May 2031 = 2031-05-01..2031-05-31 month"]],
		["It began in February 2032.", ["February 2032 = 2032-02-01..2032-02-29 month"]],
		["It began in 2031.", ["2031 = 2031-01-01..2031-12-31 year"]],
		["The 2031 elections were held.", ["2031 = 2031-01-01..2031-12-31 year"]],
		["It ran in 2029-2031.", ["2029-2031 = 2029-01-01..2031-12-31 range"]],
		["It was common in the 1980s.", ["1980s = 1980-01-01..1989-12-31 range"]],
		["It began in summer 2031.", ["summer 2031 = 2031-01-01..2032-03-31 season"]],
		[
			"It began on May 14, 2031, at 9:30 a.m.",
			["May 14, 2031, at 9:30 a.m. = 2031-05-14T09:30..2031-05-14T09:30 minute"],
		],
		["It began at 9 p.m. on May 14, 2031.", ["9 p.m. on May 14, 2031 = 2031-05-14T21:00..2031-05-14T21:59 hour"]],
		["It began on February 30, 2031.", []],
	];
	it.each(cases)("%s", (text, expected) => {
		expect(datesOf(text).map(say)).toEqual(expected);
	});

	it("says that the order of day and month is open", () => {
		expect(datesOf("Updated 05/06/2031.")[0]?.date.reason).toBe(
			"day or month may stand first: 2031-06-05 or 2031-05-06",
		);
	});
	it("keeps a zone as written and invents none", () => {
		expect(datesOf("It began at 14:30 GMT on May 14, 2031.")[0]?.date.zone).toBe("GMT");
		expect(datesOf("It began at 14:30 on May 14, 2031.")[0]?.date.zone).toBe(null);
	});
	it("notes a weekday that does not fit", () => {
		expect(datesOf("It began on Friday, May 14, 2031.")[0]?.date.reason).toContain("another than the one named");
	});
	it("gives the date's own place as evidence", () => {
		const [date] = datesOf("It began on May 14, 2031.");
		expect(date?.date.evidence).toEqual([{ article: makeArticle("It began on May 14, 2031.").id, start: 12, end: 24 }]);
	});
});

describe("days by their place, and what stands behind or around a day", () => {
	const cases: readonly (readonly [string, readonly string[]])[] = [
		["It was held on the last Friday of April.", ["the last Friday of April = 2031-04-25..2031-04-25 day"]],
		[
			"They will meet on the second Friday of next month.",
			["the second Friday of next month = 2031-06-13..2031-06-13 day"],
		],
		["It rained on the first Monday of the strike.", ["the first Monday = null..null null"]],
		["It rained last Friday in Corra.", ["last Friday = 2031-05-02..2031-05-09 range"]],
		["It closed on the last day of April.", ["the last day of April = 2031-04-30..2031-04-30 day"]],
		["It closed on Good Friday.", ["Good Friday = 2031-04-11..2031-04-11 day"]],
		["It closed on Orthodox Good Friday.", ["Good Friday = null..null null"]],
		["It closed on Easter Monday 2030.", ["Easter Monday 2030 = 2030-04-22..2030-04-22 day"]],
		["She came three days before Christmas.", ["three days before Christmas = 2030-12-22..2030-12-22 day"]],
		["It will open on Tuesday week.", ["Tuesday week = 2031-05-27..2031-05-27 day"]],
		["It will open a week from Tuesday.", ["a week from Tuesday = 2031-05-27..2031-05-27 day"]],
		["He left on Wednesday morning last week.", ["Wednesday morning last week = 2031-05-07..2031-05-07 part-of-day"]],
		["Two years ago this week it broke.", ["Two years ago this week = 2029-05-11..2029-05-18 week"]],
		["Two Tuesdays ago it broke.", ["Two Tuesdays ago = 2031-05-06..2031-05-06 day"]],
		["It broke a fortnight ago.", ["a fortnight ago = 2031-04-27..2031-05-03 range"]],
		["They will reply within ten days.", ["within ten days = 2031-05-14..2031-05-24 range"]],
		["He ran it in 48 hours.", []],
		["It opened at 01.15 on Saturday.", ["01.15 on Saturday = 2031-05-10T01:15..2031-05-10T01:15 minute"]],
		[
			"He wrote two days before he died on May 9.",
			["two days before he died = 2031-05-07..2031-05-07 day", "May 9 = 2031-05-09..2031-05-09 day"],
		],
		[
			"On May 5, 7 and 9 they met.",
			["May 5 = 2031-05-05..2031-05-05 day", "7 = 2031-05-07..2031-05-07 day", "9 = 2031-05-09..2031-05-09 day"],
		],
		["On May 5, 7 people met.", ["May 5 = 2031-05-05..2031-05-05 day"]],
		["It ran 29 May-2 June 2030.", ["29 May-2 June 2030 = 2030-05-29..2030-06-02 range"]],
		[
			"It rained from Thursday evening to early Saturday.",
			["from Thursday evening to early Saturday = 2031-05-08..2031-05-10 range"],
		],
		["It broke on the morning of the 9th.", ["the morning of the 9th = 2031-05-09..2031-05-09 part-of-day"]],
		["It was 05/13/31 by then.", ["05/13/31 = 2031-05-13..2031-05-13 day"]],
		["It scored 3/4/12.", []],
	];
	it.each(cases)("%s", (text, expected) => {
		expect(datesOf(text, onWednesday).map(say)).toEqual(expected);
	});
});

describe("stretches of a business year, and years in a row", () => {
	const cases: readonly (readonly [string, readonly string[]])[] = [
		["Profit rose in the year to March.", ["the year to March = 2030-04-01..2031-03-31 range"]],
		["Profit rose in the three months to April 30.", ["the three months to April 30 = 2031-02-01..2031-04-30 range"]],
		["She left the year to Corra.", []],
		["It rose in the October-December quarter.", ["October-December quarter = 2030-10-01..2030-12-31 range"]],
		["It rose in the fiscal year 2029-30.", ["fiscal year 2029-30 = 2029-01-01..2030-12-31 range"]],
		["It will rise next financial year.", ["next financial year = 2031-01-01..2033-12-31 range"]],
		["In the first half of 2030 sales fell.", ["the first half of 2030 = 2030-01-01..2030-06-30 range"]],
		[
			"In 2028, 2029 and 2030 it rained.",
			[
				"2028 = 2028-01-01..2028-12-31 year",
				"2029 = 2029-01-01..2029-12-31 year",
				"2030 = 2030-01-01..2030-12-31 year",
			],
		],
		["In 2028, 2029 homes burned.", ["2028 = 2028-01-01..2028-12-31 year"]],
		[
			"It began in 2028. That year it burned.",
			["2028 = 2028-01-01..2028-12-31 year", "That year = 2028-01-01..2028-12-31 year"],
		],
	];
	it.each(cases)("%s", (text, expected) => {
		expect(datesOf(text, onWednesday).map(say)).toEqual(expected);
	});
});
