import { describe, expect, it } from "vitest";
import type { FoundDate } from "../../../src/model/annotation.ts";
import { readAllCases } from "../scorers/dates.ts";
import { readCases } from "./cases.ts";
import { compareCase } from "./compare.ts";

const FILE = `# A remark.
@ on=2031-05-14

two dateline=May_13 | They met {today = 2031-05-13 @dateline} and\\n{by Friday = ..2031-05-16 range}.
none in=de on=- | Am {Dienstag = null} nicht.
`;

describe("hand-written dates", () => {
	it("give the text without its braces and a gold date for each", () => {
		const [two, none] = readCases(FILE, "theme");
		expect(two).toMatchObject({ id: "theme/two", published: "2031-05-14", dateline: "May 13", language: "en" });
		expect(two?.text).toBe("They met today and\nby Friday.");
		for (const { start, end, exact } of two?.gold ?? []) expect(two?.text.slice(start, end)).toBe(exact);
		expect(two?.gold).toMatchObject([
			{ exact: "today", earliest: "2031-05-13", latest: "2031-05-13", precision: "day", anchor: "dateline" },
			{ exact: "by Friday", earliest: null, latest: "2031-05-16", precision: "range", anchor: null },
		]);
		expect(none).toMatchObject({ published: null, language: "de", gold: [{ earliest: null, precision: null }] });
	});

	it.each([
		["a line without a text", "name"],
		["an unknown setting", "name colour=red | text"],
		["a brace without its other", "name | text {Friday"],
		["a date without its gold", "name | text {Friday}"],
		["a bound that is none", "name | {Friday = Friday}"],
		["an interval without a precision", "name | {May = 2031-05-01..2031-05-31}"],
		["an unknown anchor", "name | {Friday = 2031-05-16 @moon}"],
	])("refuse %s", (_, file) => {
		expect(() => readCases(file, "theme")).toThrow(/^theme, line 1/);
	});

	it("of this folder can all be read, and no two have one name", async () => {
		const cases = await readAllCases();
		expect(cases.length).toBeGreaterThanOrEqual(220);
		expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
	});
});

describe("a comparison with a case", () => {
	const [one] = readCases("name | They left {in May = 2031-05-01..2031-05-31 month}.", "theme");
	const found = (earliest: string | null, latest: string | null, start = 10): FoundDate => ({
		start,
		end: 16,
		exact: "in May",
		date: { earliest, latest, precision: "month", zone: null, exact: "in May", reason: "", evidence: [] },
	});
	it.each([
		["right", found("2031-05-01", "2031-05-31")],
		["wide", found("2030-05-01", "2031-05-31")],
		["wide", found(null, "2031-05-31")],
		["null", found(null, null)],
		["wrong", found("2031-05-02", "2031-05-31")],
		["wrong", found("2030-05-01", "2030-05-31")],
	])("finds bounds %s", (verdict, date) => {
		if (!one) throw new Error("no case");
		expect(compareCase(one, [date]).verdicts).toEqual([verdict]);
	});
	it("counts a bounded date on other words as stray", () => {
		if (!one) throw new Error("no case");
		expect(compareCase(one, [found("2031-05-01", "2031-05-31", 13)])).toMatchObject({ spans: 0, stray: 1 });
	});
});
