import { describe, expect, it } from "vitest";
import { makeArticle, publishedOn } from "../../../test/make-article.ts";
import type { FoundDate } from "../../model/annotation.ts";
import type { Article } from "../../model/article.ts";
import { findWords } from "../../text/words.ts";
import { findLanguage } from "../language.ts";

function datesOf(text: string, overrides: Partial<Article> = {}): readonly FoundDate[] {
	const article = makeArticle(text, overrides);
	return findLanguage(article, findWords(article)).dates;
}

/** "exact = earliest..latest precision" of each date. */
function say({ exact, date }: FoundDate): string {
	return `${exact} = ${date.earliest}..${date.latest} ${date.precision}`;
}

/** 2031-05-14 is a Wednesday. */
const onWednesday = { published: publishedOn("2031-05-14") };

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

describe("what the verb tells of a day", () => {
	const cases: readonly (readonly [string, string])[] = [
		["On Tuesday, the bank bought bonds.", "Tuesday = 2031-05-13..2031-05-13 day"],
		["She quit on Monday.", "Monday = 2031-05-12..2031-05-12 day"],
		["The bank cut rates on Tuesday.", "Tuesday = 2031-05-13..2031-05-13 day"],
		["The rate cut on Tuesday.", "Tuesday = 2031-05-13..2031-05-20 range"],
		["They cut rates on Tuesday.", "Tuesday = 2031-05-13..2031-05-20 range"],
		["Bread is sold on Sunday.", "Sunday = 2031-05-11..2031-05-18 range"],
		["The fair ran from 10am to 4pm on May 9.", "4pm on May 9 = 2031-05-09T16:00..2031-05-09T16:59 hour"],
		["It opens this Thursday.", "this Thursday = 2031-05-15..2031-05-15 day"],
	];
	it.each(cases)("%s", (text, expected) => {
		expect(datesOf(text, onWednesday).map(say)).toContain(expected);
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

describe("the day of a time in two zones", () => {
	it("is counted over from the zone that has it", () => {
		expect(datesOf("It stood so as of 6am (2200 GMT Sunday).", onWednesday).map(say)).toEqual([
			"6am = 2031-05-12T06:00..2031-05-12T06:59 hour",
			"2200 GMT Sunday = 2031-05-11T22:00..2031-05-11T22:00 minute",
		]);
		expect(datesOf("It struck at 3:14 a.m. (0814 GMT) Tuesday.", onWednesday).map(say)[0]).toBe(
			"3:14 a.m. = 2031-05-13T03:14..2031-05-13T03:14 minute",
		);
	});
});

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

describe("dates counted from the report's day", () => {
	const cases: readonly (readonly [string, readonly string[]])[] = [
		["He said on Tuesday that it fell.", ["Tuesday = 2031-05-13..2031-05-13 day"]],
		["On Tuesday, Vane said it fell.", ["Tuesday = 2031-05-13..2031-05-13 day"]],
		["He said on Wednesday that it fell.", ["Wednesday = 2031-05-14..2031-05-14 day"]],
		["He spoke Thursday.", ["Thursday = 2031-05-08..2031-05-08 day"]],
		["They will meet on Thursday.", ["Thursday = 2031-05-15..2031-05-15 day"]],
		["It will be discussed on Thursday.", ["Thursday = 2031-05-15..2031-05-15 day"]],
		["They would meet on Thursday.", ["Thursday = 2031-05-08..2031-05-15 range"]],
		["They met last Tuesday.", ["last Tuesday = 2031-05-06..2031-05-13 range"]],
		["They meet next Tuesday.", ["next Tuesday = 2031-05-20..2031-05-27 range"]],
		["They met on Tuesday evening.", ["Tuesday evening = 2031-05-13..2031-05-13 part-of-day"]],
		["They met today.", ["today = 2031-05-14..2031-05-14 day"]],
		["They met yesterday.", ["yesterday = 2031-05-13..2031-05-13 day"]],
		["They meet tomorrow.", ["tomorrow = 2031-05-15..2031-05-15 day"]],
		["They meet tonight.", ["tonight = 2031-05-14..2031-05-14 part-of-day"]],
		["They met overnight.", ["overnight = 2031-05-13..2031-05-14 part-of-day"]],
		["They met last week.", ["last week = 2031-05-04..2031-05-11 week"]],
		["They met last month.", ["last month = 2031-04-01..2031-04-30 month"]],
		["They met last year.", ["last year = 2030-01-01..2030-12-31 year"]],
		["They met this year.", ["this year = 2031-01-01..2031-12-31 year"]],
		["They meet next month.", ["next month = 2031-06-01..2031-06-30 month"]],
		["They met two days ago.", ["two days ago = 2031-05-12..2031-05-12 day"]],
		["They met three weeks ago.", ["three weeks ago = 2031-04-20..2031-04-26 range"]],
		["They met 2 years ago.", ["2 years ago = 2029-01-01..2029-12-31 year"]],
		["They met on March 9.", ["March 9 = 2031-03-09..2031-03-09 day"]],
		["They met on December 9.", ["December 9 = 2030-12-09..2030-12-09 day"]],
		["They will meet on December 9.", ["December 9 = 2031-12-09..2031-12-09 day"]],
		["They discussed a vote on May 20.", ["May 20 = 2030-05-20..2031-05-20 range"]],
		["They met in March.", ["March = 2031-03-01..2031-03-31 month"]],
		["They met in December.", ["December = 2030-12-01..2030-12-31 month"]],
		["They will meet in December.", ["December = 2031-12-01..2031-12-31 month"]],
		["They met in May.", ["May = 2031-05-01..2031-05-31 month"]],
		["In a February report, it warned of floods.", ["February = 2031-02-01..2031-02-28 month"]],
		["They met over the weekend.", ["the weekend = 2031-05-10..2031-05-11 range"]],
		["They met at 9 a.m. on Tuesday.", ["9 a.m. on Tuesday = 2031-05-13T09:00..2031-05-13T09:59 hour"]],
		[
			"It fell on Monday. The next day they met.",
			["Monday = 2031-05-12..2031-05-12 day", "The next day = 2031-05-13..2031-05-13 day"],
		],
		["They met the previous evening.", ["the previous evening = null..null null"]],
		["They met at 9 a.m. sharp.", ["9 a.m. = null..null null"]],
	];
	it.each(cases)("%s", (text, expected) => {
		expect(datesOf(text, onWednesday).map(say)).toEqual(expected);
	});

	it.each([
		"They met on Tuesday.",
		"They met yesterday.",
		"They met on March 9.",
		"They met in March.",
		"They met last month.",
	])("leaves “%s” open when the report's day is not known", (text) => {
		const [found] = datesOf(text);
		expect(found?.date).toMatchObject({ earliest: null, latest: null, precision: null });
		expect(found?.date.reason).toContain("not known");
	});
	it("spans the bounds of an uncertain report's day", () => {
		const published = { ...publishedOn("2031-05-14"), latest: "2031-05-15" };
		expect(datesOf("They met yesterday.", { published }).map(say)).toEqual([
			"yesterday = 2031-05-13..2031-05-14 range",
		]);
	});
	it("gives up when the report's day is known to a month only", () => {
		const published = { ...publishedOn("2031-05-01"), latest: "2031-05-31" };
		expect(datesOf("They met yesterday.", { published })[0]?.date.earliest).toBe(null);
	});
	it("counts from a full date in the dateline and says so", () => {
		const dateline = {
			text: "CORRA, May 14, 2031",
			span: null,
			from: "test",
			place: "CORRA",
			date: "May 14, 2031",
			agency: null,
		};
		const [found] = datesOf("They met yesterday.", { dateline });
		expect(found?.date.earliest).toBe("2031-05-13");
		expect(found?.date.reason).toContain("the dateline is of 2031-05-14");
	});
	it("does not count from a date elsewhere in the text", () => {
		expect(datesOf("Posted on July 11, 2031. They met yesterday.")[1]?.date.earliest).toBe(null);
	});
	it("bounds what is said inside a quotation by the report's day alone", () => {
		expect(datesOf("“We met yesterday,” she said.", onWednesday).map(say)).toEqual([
			"yesterday = null..2031-05-13 range",
		]);
		expect(datesOf("“We meet tomorrow,” she said.", onWednesday)[0]?.date.earliest).toBe(null);
	});
	it("takes the year from the weekday beside the day", () => {
		// July 4 was a Thursday in 2030, a Friday in 2031.
		expect(datesOf("They met on Thursday, July 4.", onWednesday).map(say)).toEqual([
			"Thursday, July 4 = 2030-07-04..2030-07-04 day",
		]);
	});
});

describe("what a date is counted from", () => {
	const only = (text: string, overrides: Partial<Article> = onWednesday, at = 0): FoundDate => {
		const found = datesOf(text, overrides)[at];
		if (!found) throw new Error(`no date in “${text}”`);
		return found;
	};
	const datelined = (date: string): Partial<Article> => ({
		...onWednesday,
		dateline: { text: date, span: { start: 0, end: 4 }, from: "test", place: null, date, agency: null },
	});

	it("is the dateline when the report was printed later, with the dateline's place as evidence", () => {
		const { date } = only("They met today.", datelined("May 13"));
		expect(date.earliest).toBe("2031-05-13");
		expect(date.reason).toContain("the dateline is of 2031-05-13");
		expect(date.evidence.map(({ start, end }) => [start, end])).toEqual([
			[9, 14],
			[0, 4],
		]);
	});
	it("is the publication when the dateline is of a later day", () => {
		expect(only("They met today.", datelined("May 20")).date.earliest).toBe("2031-05-14");
	});
	it("is the day of speaking inside a quotation that is given one", () => {
		const { date } = only("“We met yesterday,” Vane said on Monday.");
		expect(date.earliest).toBe("2031-05-11");
		expect(date.reason).toContain("said on “Monday”, 2031-05-12");
	});
	it("is the post's own stamp in a live blog", () => {
		const text = "They met today.\nThey left today.";
		const posts = [{ start: 0, end: 15, published: publishedOn("2031-05-09") }];
		expect(datesOf(text, { ...onWednesday, posts }).map(({ date }) => date.earliest)).toEqual([
			"2031-05-09",
			"2031-05-14",
		]);
	});
	it("is the event's day where the text gives one, and nothing where it gives two", () => {
		const { date } = only("The bridge collapsed on May 5. They came two days after the collapse.", onWednesday, 1);
		expect(date.earliest).toBe("2031-05-07");
		expect(date.reason).toContain("the day of “collapse”, which is “May 5” (2031-05-05)");
		const twice = "A bridge collapsed on May 5. Another collapsed on May 9. They came two days after the collapse.";
		expect(only(twice, onWednesday, 2).date).toMatchObject({ earliest: null, latest: null });
	});
	it("is the date of what happened rather than of what was said", () => {
		const text = "It fell on May 5, Vane said on Tuesday. The next day they met.";
		expect(only(text, onWednesday, 2).date.earliest).toBe("2031-05-06");
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
