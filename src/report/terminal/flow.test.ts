import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { displayWidth } from "./display-width.ts";
import { flow } from "./flow.ts";
import { paintLine, run, tied } from "./runs.ts";

function plain(lines: ReturnType<typeof flow>): string[] {
	return lines.map((line) => paintLine(line, false));
}

describe("flow", () => {
	it("breaks at spaces and hangs the lines that follow", () => {
		const lines = flow([run("one two three four")], { width: 12, first: [run("A "), run("x")], hanging: 2 });
		expect(plain(lines)).toEqual(["A xone two", "  three four"]);
	});

	it("breaks a word that is longer than a line", () => {
		expect(plain(flow([run("abcdefghijkl")], { width: 5 }))).toEqual(["abcde", "fghij", "kl"]);
	});

	it("breaks wide letters without spaces, and keeps a mark with the letter before it", () => {
		expect(plain(flow([run("東京東京、東")], { width: 8 }))).toEqual(["東京東", "京、東"]);
	});

	it("does not break tied words", () => {
		expect(plain(flow([run("said on"), run(" "), tied("14 May 2031")], { width: 14 }))).toEqual([
			"said on",
			"14 May 2031",
		]);
	});

	it("sets an aside against the right edge of the last line", () => {
		expect(plain(flow([run("one two")], { width: 16, aside: [run("A:1")] }))).toEqual(["one two      A:1"]);
	});

	it("gives the aside a line of its own where there is no room", () => {
		expect(plain(flow([run("one two three")], { width: 16, aside: [run("A:12")] }))).toEqual([
			"one two three",
			"            A:12",
		]);
	});

	it("never exceeds the width, and loses no letter", () => {
		const text = fc.string({ unit: "grapheme", maxLength: 200 });
		fc.assert(
			fc.property(fc.array(text, { maxLength: 4 }), fc.integer({ min: 20, max: 60 }), (texts, width) => {
				const runs = texts.map((one) => run(one));
				const lines = plain(flow(runs, { width, first: [run("AB"), run("  ")], aside: [tied("A:1–2 B:3–4", "dim")] }));
				for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
				const letters = (all: string): string => all.replace(/\s/g, "");
				expect(letters(lines.join(""))).toBe(letters(`AB${runs.map((one) => one.text).join("")}A:1–2 B:3–4`));
			}),
		);
	});

	it("takes two megabytes without a space in its stride", () => {
		expect(flow([run("x".repeat(2_000_000))], { width: 80 }).length).toBe(25_000);
	});
});
