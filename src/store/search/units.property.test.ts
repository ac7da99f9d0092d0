import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findUnits } from "./units.ts";

const text = fc
	.array(
		fc.constantFrom(
			"ferry",
			"well-known",
			"Müller’s",
			"渡船は沈んだ",
			"3.5",
			" ",
			"\n\n",
			"“",
			"-",
			"😀",
			"\u00ad",
			"a.m.",
		),
	)
	.map((parts) => parts.join(""));

describe("the units of a text", () => {
	it("stand in their order, do not overlap and cut no character in two", () => {
		fc.assert(
			fc.property(fc.oneof(text, fc.string({ unit: "binary" })), (written) => {
				let [at, end] = [-1, 0];
				for (const unit of findUnits(written)) {
					expect(unit.at).toBeGreaterThan(at);
					expect(unit.start).toBeGreaterThanOrEqual(end);
					expect(unit.end).toBeGreaterThan(unit.start);
					expect(written.slice(unit.start, unit.end).isWellFormed()).toBe(true);
					[at, end] = [unit.at, unit.end];
				}
			}),
		);
	});

	it("are one for each part of a hyphenated word and each letter of a script without spaces", () => {
		const written = (one: string): string[] => findUnits(one).map(({ start, end }) => one.slice(start, end));
		expect(written("a well-known ferry")).toEqual(["a", "well", "known", "ferry"]);
		expect(written("渡船が沈む")).toEqual(["渡", "船", "が", "沈", "む"]);
	});

	it("leave a place out where a paragraph ends, so that no phrase runs on", () => {
		expect(findUnits("one two\nthree\n\nfour").map(({ at }) => at)).toEqual([0, 1, 2, 4]);
	});

	it("are found in a text of megabytes in about the time that its words take", () => {
		expect(findUnits("\n ".repeat(500_000))).toEqual([]);
		expect(findUnits(`${"“".repeat(500_000)}ferry`)).toHaveLength(1);
		expect(findUnits("-".repeat(500_000))).toEqual([]);
	});
});
