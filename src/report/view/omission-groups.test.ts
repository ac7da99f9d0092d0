import { expect, it } from "vitest";
import { fixtureRecord } from "../../../test/fixtures/record.ts";
import { findOmissions } from "./left-out.ts";
import { groupByItem, groupByReport } from "./omission-groups.ts";
import { indexRecord } from "./record-index.ts";

const index = indexRecord(fixtureRecord);
const [story] = fixtureRecord.stories;
if (!story) throw new Error("the fixture has no story");
const omissions = findOmissions(index, story);
const [first] = omissions;
if (!first) throw new Error("nothing is left out in the fixture");

it("names copies that leave out the same together, and reports of other lines apart", () => {
	const lines = [
		{ articles: ["article-x", "article-y"], reason: "one text" },
		{ articles: ["article-z"], reason: "alone" },
	];
	const same = ["article-x", "article-y", "article-z"].map((article) => ({ ...first, article }));
	expect(groupByReport({ ...story, lines }, same).map(({ articles }) => articles)).toEqual([
		["article-x", "article-y"],
		["article-z"],
	]);
});

it("tells per thing who leaves it out, and counts a line only where all of it does", () => {
	const lines = [
		{ articles: ["article-x", "article-y"], reason: "one text" },
		{ articles: ["article-v", "article-w"], reason: "one text" },
	];
	const silent = ["article-x", "article-y", "article-v"].map((article) => ({
		...first,
		article,
		items: first.items.slice(0, 1),
	}));
	expect(groupByItem({ ...story, lines }, silent)).toMatchObject([
		{ articles: ["article-x", "article-y", "article-v"], lines: 1 },
	]);
});
