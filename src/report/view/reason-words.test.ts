import { expect, it } from "vitest";
import { fixtureRecord } from "../../../test/fixtures/record.ts";
import { labelArticles } from "../../stories/order.ts";
import { readReason, tellReason } from "./reason-words.ts";
import { indexRecord } from "./record-index.ts";

const index = indexRecord(fixtureRecord);
const labels = labelArticles(fixtureRecord.articles);
const [story] = fixtureRecord.stories;
if (!story) throw new Error("the fixture has no story");
const told = (reason: string): string => tellReason(index, story, reason);

it("names the reports of a reason by their sigla, with their outlets while these are few", () => {
	expect(told(`${labels[0]} repeats the text of ${labels[1]}`)).toBe(
		"A (Halden Courier) repeats the text of B (Morning Ledger)",
	);
});

it("names many by sigla alone, and neighbours by the first and last", () => {
	expect(told(`${labels[0]}, ${labels[1]}, ${labels[2]} and ${labels[3]} are one text`)).toBe("A–D are one text");
	expect(told(`${labels[0]}, ${labels[1]} and ${labels[3]} are one text`)).toBe("A, B and D are one text");
});

it("leaves words that are no report's name, and parts of words, as they stand", () => {
	expect(readReason(index, story, "no text in common")).toEqual(["no text in common"]);
	expect(told(`the ${labels[1]}s of the town`)).toBe(`the ${labels[1]}s of the town`);
});

it("calls a line of one report a line of its own: it may share a passage all the same", () => {
	expect(told(`stands alone: has 11 words in common with ${labels[1]} that neither quotes, too few to tell`)).toBe(
		"a line of its own: has 11 words in common with B (Morning Ledger) that neither quotes, too few to tell",
	);
});
