import { expect, it } from "vitest";
import { fixtureRecord } from "../../../test/fixtures/record.ts";
import type { Story } from "../../model/record.ts";
import { indexRecord } from "./record-index.ts";
import { listUtterances } from "./utterance-lists.ts";

const index = indexRecord(fixtureRecord);
const [story] = fixtureRecord.stories;
if (!story) throw new Error("the fixture has no story");

function idsOf(given: Story): string[][] {
	const { shared, single } = listUtterances(index, given);
	return [shared.map(({ id }) => id), single.map(({ id }) => id)];
}

it("parts what independent lines carry from what one report has", () => {
	expect(idsOf(story)).toEqual([["utterance-strait", "utterance-owe"], ["utterance-worried"]]);
});

it("counts copies once: what one line repeats word for word is not shared, what it varies is", () => {
	const lines = [{ articles: story.articles, reason: "one text" }];
	expect(idsOf({ ...story, lines })).toEqual([["utterance-strait"], ["utterance-owe", "utterance-worried"]]);
});

it("leaves out an utterance of which no reading is sure enough, and counts it", () => {
	const unsure = fixtureRecord.quotations.map((quotation) => ({
		...quotation,
		kind: "indirect" as const,
		confidence: 0.2,
	}));
	const { shared, single, unsure: left } = listUtterances(indexRecord({ ...fixtureRecord, quotations: unsure }), story);
	expect([shared, single, left]).toEqual([[], [], 3]);
});
