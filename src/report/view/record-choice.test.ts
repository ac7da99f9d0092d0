import { expect, it } from "vitest";
import { fixtureRecord } from "../../../test/fixtures/record.ts";
import { findStories } from "./record-choice.ts";
import { indexRecord } from "./record-index.ts";
import { listStories, titleOf } from "./story-lists.ts";

const index = indexRecord(fixtureRecord);
const { told, alone } = listStories(index);
const stories = [...told, ...alone];

it("finds a story by its number in the page, its id or words of its headline", () => {
	for (const [at, story] of stories.entries()) {
		expect(findStories(index, `${at + 1}`)).toEqual([story]);
		expect(findStories(index, story.id)).toEqual([story]);
		expect(findStories(index, titleOf(index, story).toUpperCase())).toContain(story);
	}
});

it("finds none where nothing is meant", () => {
	for (const wanted of ["0", "99", "", " – ", "zzz"]) expect(findStories(index, wanted)).toEqual([]);
});
