import { describe, expect, it } from "vitest";
import { datesOf, onWednesday, say } from "../../../test/list-dates.ts";
import { publishedOn } from "../../../test/make-article.ts";
import type { FoundDate } from "../../model/annotation.ts";
import type { Article } from "../../model/article.ts";

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
