import { expect, it } from "vitest";
import { collateTexts } from "../../../test/collate-texts.ts";
import { indexRecord, siglaOf } from "./record-index.ts";
import { describeWhen, tellWhen } from "./when-words.ts";

function whenOf(texts: readonly string[]): { told: string; day: string | null; yearless: string[] } {
	const index = indexRecord(collateTexts(texts.map((text, at) => ({ name: `report-${at}`, text }))));
	const [story] = index.record.stories;
	if (!story) throw new Error("the texts make no story");
	const { day, yearless } = describeWhen(index, story);
	return { told: tellWhen(index, story), day, yearless: siglaOf(index, yearless) };
}

it("gives a day as written where no report gives the year, with the reports that name it", () => {
	const found = whenOf([
		"The harbour of Orrowby was closed on Thursday, July 4, after the ferry Sarnbeck ran aground, Mayor Oda Rell said.",
		"The ferry Sarnbeck ran aground on July 4 and the harbour of Orrowby was closed, Mayor Oda Rell said.",
	]);
	expect(found.day).toMatch(/July 4/);
	expect(found.yearless).toEqual(["A", "B"]);
});

it("says of a report by itself whose day is not told which dates its text names with their year", () => {
	const text =
		"Mayor Oda Rell denied on Monday that Orrowby would sell its harbour. A plan was rejected in December 2029, after a first one in October 2029. Talks began in 2021.";
	expect(whenOf([text]).told).toBe("undated, names October 2029 and December 2029");
});
