import { describe, expect, it } from "vitest";
import { publishedOn } from "../../test/make-article.ts";
import { traceIn } from "../../test/trace-texts.ts";
import { displayWidth } from "./terminal/display-width.ts";
import { printTrace } from "./trace-page.ts";

const PLAIN = { width: 80, color: false, unicode: true };
const SAID = "We will not open the bridge until every cable has been replaced";
const REPORTS = [
	{ name: "a.txt", text: `“${SAID},” mayor Ira Sand told Corra News.`, published: publishedOn("2031-05-14") },
	{ name: "b.txt", text: `“${SAID.replace("will not", "may not")},” mayor Ira Sand said.` },
	{ name: "c.txt", text: "“We will open the bridge when every cable has been sold,” said builder Jonas Reck." },
	{ name: "d.txt", text: "Barley is dear in Orrow, traders said." },
];

describe("the page of places", () => {
	const page = printTrace(traceIn(SAID, REPORTS), PLAIN);

	it("gives the text, how often and how it stands, and the reports that have it not", () => {
		const lines = page.split("\n");
		expect(lines[0]).toBe(`“${SAID}”`);
		expect(page).toContain("2 places in 2 of 4 reports, 2 independent lines as far as found: 1 exactly, 1\nreworded");
		expect(page).toContain("\nnot in C D\n");
	});

	it("says of a store how much of it was looked into", () => {
		const coverage = { articles: 20_000, indexed: 19_990, left: 1 };
		const told = printTrace({ ...traceIn(SAID, REPORTS), coverage }, PLAIN).replace(/\s+/g, " ");
		expect(told).toContain("2 places in 2 of 20,000 reports");
		expect(told).toContain("4 of 20,000 reports looked into: those that have its words close by one another");
		expect(told).toContain('10 not analysed yet and not searched; "stemma work" analyses them');
		expect(told).toContain("1 report more has its words and was not looked into");
		expect(told).not.toContain("not in C D");
	});

	it("gives by day the words, the speaker, whom the report has them from, and what differs", () => {
		expect(page).toContain("\n14 May 2031\n");
		expect(page).toContain("\nUndated, and so last\n");
		expect(page).toMatch(/exactly {4}“We will not open/);
		expect(page).toMatch(/speaker {4}Ira Sand \(by “mayor Ira Sand told”/);
		expect(page).toMatch(/from {7}credits Corra News for these words, 0\.\d\d/);
		expect(page).toMatch(/● strength {3}will ] may/);
	});

	it("gives what comes near with the reason why it is none", () => {
		expect(page.slice(page.indexOf("Near it, and not counted"))).toMatch(/: another speaker's\s+words/);
	});

	it("says that a text stands nowhere, and what was looked for", () => {
		const none = printTrace(traceIn("The moon was filmed in a brickyard", REPORTS), PLAIN);
		expect(none).toContain("Stands in none of 4 reports\n");
		expect(none).toContain("looked for in its words, cut, and in other words");
	});

	it("sets no line wider than the page, in any width, and ends in a line feed", () => {
		for (const width of [40, 60, 100]) {
			const set = printTrace(traceIn(SAID, REPORTS), { ...PLAIN, width });
			for (const line of set.split("\n")) expect(displayWidth(line)).toBeLessThanOrEqual(width);
			expect(set.endsWith("\n")).toBe(true);
		}
	});

	it("holds nothing but ASCII signs where the terminal has no more", () => {
		const set = printTrace(traceIn(SAID, REPORTS), { ...PLAIN, unicode: false });
		expect(set.replace(/[\u0020-\u007e\n]/g, "")).toBe("");
	});
});
