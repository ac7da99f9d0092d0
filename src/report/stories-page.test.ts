import { describe, expect, it } from "vitest";
import { storiesOf, type TestReport } from "../../test/collate-texts.ts";
import { printStories } from "./stories-page.ts";
import { displayWidth } from "./terminal/display-width.ts";

const PLAIN = { width: 80, color: false, unicode: true };

const SANK =
	"A ferry with ninety passengers capsized near Marena harbour on Tuesday after striking a sandbank, the coastguard of Tarn said. " +
	"Divers searched the wreck for survivors until nightfall and found Captain Ada Vane clinging to a lifebelt beside the hull.";
const REPORTS: readonly TestReport[] = [
	{ name: "a.txt", text: `Ferry sinks off Marena\n\n${SANK}`, published: "2031-05-14" },
	{
		name: "b.txt",
		text: `Ferry sinks off Marena\n\n${SANK}\n\nRelatives waited behind a fence at the fish market for buses that never came.`,
		published: "2031-05-15",
	},
	{
		name: "c.txt",
		text: "Ninety aboard as Marena ferry capsizes\n\nThe ferry that capsized off Marena had ninety passengers aboard when it struck a sandbank on Tuesday. “We had asked for newer charts,” Captain Ada Vane told Tarn Radio. Divers searched the wreck.",
		published: "2031-05-14",
	},
	{
		name: "d.txt",
		text: "Budget passes in Quell\n\nParliament in Quell passed the budget by two votes after ministers dropped the disputed fuel levy, Radio Quell reported.",
		published: "2031-05-14",
	},
];

describe("the page of stories", () => {
	const page = printStories(storiesOf(REPORTS), PLAIN);

	it("says first how many stories the reports tell and how many stand alone", () => {
		expect(page.split("\n")[0]).toBe("4 reports: 1 story, 1 standing alone");
	});

	it("gives for a story when and where with what says so, its reports with reasons, and its lines", () => {
		expect(page).toMatch(/\n {2}when {6}.*\n/);
		expect(page).toMatch(/\n {2}where {5}Marena/);
		for (const heading of [
			"Reports",
			"Why these reports",
			"Independent lines",
			"Who draws on whom",
			"Shared passages",
		]) {
			expect(page).toContain(`\n${heading}\n`);
		}
		expect(page).toMatch(/repeats the text of/);
	});

	it("gives whom a report credits with the words that do and what for, how sure, and where", () => {
		expect(page).toMatch(/[A-C] ← Tarn Radio {2}credits it for a quotation, 0\.\d\d +[A-C]:\d+–\d+\n/);
		expect(page).toContain("by “Tarn Radio” for: We had asked for newer charts");
	});

	it("says of a report alone which text it gives twice", () => {
		const listing = storiesOf(REPORTS.slice(3));
		const half = { article: listing.articles[0]?.id ?? "", spans: [] };
		const halves = { id: "copies", kind: "exact", members: [half, half] } as const;
		expect(printStories({ ...listing, copyGroups: [halves] }, PLAIN)).toMatch(
			/gives its text twice from “.+ \[…\]”\s+on,\s+word\s+for\s+word/,
		);
	});

	it("lists what stands alone with whom it credits", () => {
		const alone = page.slice(page.indexOf("\nStanding alone\n"));
		expect(alone).toContain("credits Radio Quell");
	});

	it("sets no line wider than the page, and ends in a line feed", () => {
		for (const width of [40, 60, 100]) {
			const set = printStories(storiesOf(REPORTS), { ...PLAIN, width });
			for (const line of set.split("\n")) expect(displayWidth(line)).toBeLessThanOrEqual(width);
			expect(set.endsWith("\n")).toBe(true);
		}
	});

	it("holds nothing but ASCII signs where the terminal has no more", () => {
		const set = printStories(storiesOf(REPORTS), { ...PLAIN, unicode: false });
		expect(set.replace(/[\u0020-\u007e\n]/g, "")).toBe("");
	});
});
