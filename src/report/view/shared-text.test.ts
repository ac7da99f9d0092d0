import { expect, it } from "vitest";
import { articles, fixtureRecord } from "../../../test/fixtures/record.ts";
import { indexRecord } from "./record-index.ts";
import { groupStretches, measureShare, pairPassages } from "./shared-text.ts";

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

it("counts of a near copy what its passages show, and of an exact one all", () => {
	const [group] = fixtureRecord.copyGroups;
	if (!group) throw new Error("no copies");
	const part = (kind: "exact" | "near", passages: typeof fixtureRecord.passages): number => {
		const record = { ...fixtureRecord, copyGroups: [{ ...group, kind }], passages };
		const article = articles.find(({ siglum }) => siglum === "A");
		return article ? measureShare(indexRecord(record), article, members).part : 0;
	};
	expect(part("near", [])).toBe(0);
	expect(part("exact", [])).toBeGreaterThan(0.75);
});

it("gives a sentence once that three reports have, and copies of one text last", () => {
	const [first] = fixtureRecord.passages;
	if (!first) throw new Error("no passages");
	const [a, c, e] = ["article-a", "article-c", "article-e"].map((id) => ({ article: id, start: 0, end: 12 }));
	if (!a || !c || !e) throw new Error("no places");
	const twice = [
		{ ...first, a, b: c },
		{ ...first, a, b: e },
	];
	const record = { ...fixtureRecord, passages: [first, ...twice] };
	expect(groupStretches(indexRecord(record), members).map(({ articles: all, oneText }) => [all, oneText])).toEqual([
		[["article-a", "article-c", "article-e"], false],
		[["article-a", "article-b"], true],
	]);
});
