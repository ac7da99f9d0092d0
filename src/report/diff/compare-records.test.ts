import { describe, expect, it } from "vitest";
import { collateTexts, type TestReport } from "../../../test/collate-texts.ts";
import { printDiff } from "../diff-page.ts";
import { compareRecords } from "./compare-records.ts";

const day = { published: "2031-05-03" };
const first: TestReport = {
	...day,
	name: "tarn",
	text: [
		"Fire at the Tarn grain store kills 12",
		"",
		"TARN, 3 May 2031 (Corra News) – A fire at the grain store of Tarn killed 12 people on Saturday, the fire brigade said.",
		"",
		"“The store burned down within one hour, and nobody was warned,” Captain Oda Rell said.",
	].join("\n"),
};
const second: TestReport = {
	...day,
	name: "orrow",
	text: [
		"Twelve die as Tarn grain store burns",
		"",
		"A fire at the grain store of Tarn killed 12 people on Saturday.",
		"",
		"“The store burned down within one hour, and everybody was warned,” Captain Oda Rell said.",
	].join("\n"),
};
const third: TestReport = {
	...day,
	name: "quay",
	text: [
		"Tarn grain store fire kills 19",
		"",
		"A fire at the grain store of Tarn killed 19 people on Saturday, the fire brigade of Tarn said.",
		"",
		"“We lost the whole harvest of the valley,” Mayor Ina Pell said.",
	].join("\n"),
};
const before = collateTexts([first, second]);
const style = { width: 80, color: false, unicode: true };

describe("comparing two records", () => {
	it("finds nothing between a record and itself, or the same reports in another order", () => {
		for (const later of [before, collateTexts([second, first])]) {
			const diff = compareRecords(before, later);
			const { articles, stories, utterances, facts, speakers, lineage } = diff;
			expect([articles.added, articles.removed, articles.versions]).toEqual([[], [], []]);
			expect([stories, utterances, facts, speakers, lineage]).toEqual([[], [], [], [], []]);
			expect(printDiff(diff, later, style)).toBe("the same reports: no finding changed\n");
		}
	});

	it("says what a report more brings: its story, its words, its numbers", () => {
		const later = collateTexts([first, second, third]);
		const diff = compareRecords(before, later);
		const added = later.articles.find(({ sourceId }) => sourceId === "quay")?.id ?? "";
		expect(diff.articles.added.map(({ id }) => id)).toEqual([added]);
		expect(diff.stories).toMatchObject([{ change: "changed", joined: [added], left: [] }]);
		expect(diff.utterances).toContainEqual(
			expect.objectContaining({
				change: "added",
				words: expect.stringContaining("the whole harvest"),
				joined: [added],
			}),
		);
		const killed = diff.facts.find(({ joined }) => joined.some(({ value }) => value.includes("19")));
		expect(killed?.relation[1]).not.toBe("agree");
	});

	it("says the same backwards as what is gone", () => {
		const later = collateTexts([first, second, third]);
		const there = compareRecords(before, later);
		const back = compareRecords(later, before);
		expect(back.articles.removed).toEqual(there.articles.added);
		expect(back.utterances.filter(({ change }) => change === "removed").map(({ words }) => words)).toEqual(
			there.utterances.filter(({ change }) => change === "added").map(({ words }) => words),
		);
	});

	it("names reports that are gone, which have no siglum any more", () => {
		const later = collateTexts([first, second, third]);
		const page = printDiff(compareRecords(later, before), before, style);
		expect(page).toContain("without test.txt");
		expect(page).not.toMatch(/\?/);
	});

	it("takes what another version of a text still says for the same finding", () => {
		const changed = { ...first, text: first.text.replace("TARN, 3 May", "The road to Orrow is shut.\n\nTARN, 3 May") };
		const later = collateTexts([changed, second]);
		const diff = compareRecords(before, later);
		expect(diff.articles.versions).toMatchObject([{ sourceId: "tarn" }]);
		expect([diff.articles.added, diff.articles.removed]).toEqual([[], []]);
		expect(diff.utterances).toEqual([]);
		expect(diff.stories).toEqual([]);
	});

	it("takes the same texts from another folder for the same reports", () => {
		const later = collateTexts([first, second].map((report) => ({ ...report, name: `later/${report.name}` })));
		const diff = compareRecords(before, later);
		const { articles, stories, utterances, facts, speakers, lineage } = diff;
		expect(articles.moved.map(({ to }) => to.id)).toEqual(later.articles.map(({ id }) => id));
		expect([articles.added, articles.removed, articles.versions]).toEqual([[], [], []]);
		expect([stories, utterances, facts, speakers, lineage]).toEqual([[], [], [], [], []]);
		expect(printDiff(diff, later, style)).toBe("the same reports, read from another place: no finding changed\n");
	});

	it("pairs two reports of one text each with its own, by the name they were read under", () => {
		const twice = [first, { ...first, name: "copy" }];
		const diff = compareRecords(
			collateTexts(twice),
			collateTexts(twice.map((report) => ({ ...report, name: `later/${report.name}` }))),
		);
		expect(diff.articles.moved).toHaveLength(2);
		expect(diff.stories).toEqual([]);
	});
});
