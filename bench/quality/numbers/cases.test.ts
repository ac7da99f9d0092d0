import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compareText } from "../../../src/text/compare.ts";
import { compareNumbers, readCases } from "./cases.ts";

const folder = new URL("./cases/", import.meta.url);

describe("hand-written cases of numbers", () => {
	it("reads a text's rows with what they leave out", () => {
		const [one, two, three] = readCases(
			"# remark\nIt hit at least 3 of 12 homes.\n  at least 3 | 3.. | home | homes | at-least\n  12 | 12 | home\n[de] Es regnet.\nIt fell to -5 to 2.5.\n  -5 to 2.5 | -5..2.5 | - | - | range | measure\n",
		);
		expect(one?.numbers).toEqual([
			{
				exact: "at least 3",
				start: 7,
				low: 3,
				high: null,
				of: "home",
				counted: "homes",
				qualifier: "at-least",
				kind: "count",
			},
			{ exact: "12", start: 21, low: 12, high: 12, of: "home", counted: null, qualifier: "exact", kind: "count" },
		]);
		expect(two).toEqual({ text: "Es regnet.", language: "de", numbers: [] });
		expect(three?.numbers[0]).toMatchObject({ low: -5, high: 2.5, kind: "measure" });
	});

	it("reads a bound that is open below", () => {
		expect(readCases("Under 60.\n  Under 60 | ..59 | - | - | fewer-than")[0]?.numbers[0]).toMatchObject({
			low: null,
			high: 59,
		});
	});

	it.each([
		"  63 | 63",
		"It hit 63.\n  64 | 64",
		"It hit 63.\n  63 | sixty",
		"It hit 63.\n  63 | 63 | home | homes",
		"It hit 63.\n  63 | 63 | - | - | exactly",
	])("refuses a row it cannot read: %j", (file) => {
		expect(() => readCases(file)).toThrow(/^line \d/);
	});

	it("says which parts of a number are right, and what was found beside them", () => {
		const [one] = readCases("It hit 63 homes.\n  63 | 63 | home | homes");
		const found = { start: 7, end: 9, exact: "63", low: 63, high: 64, of: "home", counted: null } as const;
		const { right, extra } = compareNumbers(one?.numbers ?? [], [
			{ ...found, qualifier: "exact", kind: "count" },
			{ ...found, end: 12, qualifier: "exact", kind: "count" },
		]);
		expect(right).toEqual([{ span: true, bounds: false, of: true, counted: false, qualifier: true, kind: true }]);
		expect(extra).toHaveLength(1);
	});

	it("has no text twice, and enough of them", () => {
		const names = readdirSync(folder).sort(compareText);
		const texts = names
			.flatMap((name) => readCases(readFileSync(new URL(name, folder), "utf8")))
			.map((one) => one.text);
		expect(texts.filter((text, i) => texts.indexOf(text) !== i)).toEqual([]);
		expect(texts.length).toBeGreaterThanOrEqual(300);
	});
});
