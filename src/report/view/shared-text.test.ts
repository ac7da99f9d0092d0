import { expect, it } from "vitest";
import { articles, fixtureRecord } from "../../../test/fixtures/record.ts";
import { indexRecord } from "./record-index.ts";
import { measureShare, pairPassages } from "./shared-text.ts";

const index = indexRecord(fixtureRecord);
const members = fixtureRecord.stories[0]?.articles ?? [];

function shareOf(siglum: string): { part: number; most: string | null } {
	const article = articles.find((candidate) => candidate.siglum === siglum);
	if (!article) throw new Error(siglum);
	const { part, most } = measureShare(index, article, members);
	return { part: Math.round(part * 100), most };
}

it("measures the shared part of a body once, and names the report that most of it stands in", () => {
	expect(shareOf("A")).toEqual({ part: 87, most: "article-b" });
	expect(shareOf("D")).toEqual({ part: 0, most: null });
});

it("does not count words that both merely quote as shared", () => {
	expect(shareOf("C")).toEqual({ part: 0, most: null });
});

it("counts the words that pairs share, the most first", () => {
	expect(pairPassages(index, members).map(({ a, b, words }) => [a, b, words])).toEqual([
		["article-a", "article-b", 51],
		["article-a", "article-c", 9],
		["article-a", "article-e", 7],
	]);
});
