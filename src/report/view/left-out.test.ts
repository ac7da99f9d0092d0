import { expect, it } from "vitest";
import { fixtureRecord } from "../../../test/fixtures/record.ts";
import type { CollationRecord, Story } from "../../model/record.ts";
import { findOmissions } from "./left-out.ts";
import { indexRecord, siglumOf } from "./record-index.ts";

function omissionsOf(record: CollationRecord): string[] {
	const index = indexRecord(record);
	const [story] = record.stories;
	if (!story) throw new Error("the fixture has no story");
	return findOmissions(index, story).flatMap(({ article, items }) =>
		items.map(({ item }) => `${siglumOf(index, article)} ${item.kind === "fact" ? item.fact.id : item.utterance.id}`),
	);
}

it("lists what most of the others carry, the most carried first", () => {
	expect(omissionsOf(fixtureRecord)).toEqual([
		"B fact-shut",
		"D utterance-owe",
		"D fact-shut",
		"E fact-tankers",
		"E utterance-owe",
	]);
});

it("gives copies one voice: what one line alone carries is not missed", () => {
	const [story, ...others] = fixtureRecord.stories;
	if (!story) throw new Error("the fixture has no story");
	const oneLine: Story = {
		...story,
		lines: [
			{ articles: ["article-a", "article-b", "article-c"], reason: "one text" },
			{ articles: ["article-d"], reason: "alone" },
			{ articles: ["article-e"], reason: "alone" },
		],
	};
	const missed = omissionsOf({ ...fixtureRecord, stories: [oneLine, ...others] });
	expect(missed).not.toContain("D utterance-owe");
	expect(missed).toContain("E fact-tankers");
});
