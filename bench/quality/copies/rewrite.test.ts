import { describe, expect, it } from "vitest";
import { makeDraw } from "./random.ts";
import { changeHouseStyle, countWords, cut, readText, reorder, rewriteWords, writeText } from "./rewrite.ts";
import { TEMPLATES } from "./templates.ts";

const TEXT = [
	"The ferry left Marena harbour at dawn with 90 passengers and a cargo of timber. It struck a sandbank off the lighthouse soon after.",
	"Captain Ada Vane said that the charts were older than the dredging of last spring. The owners denied that they had been asked for newer ones.",
	"Divers searched the wreck until the evening and found nobody. An inquiry will open in Corra before the month ends.",
].join("\n");
const vocabulary = { listAlike: (): readonly string[] => ["other"] };

describe("copies that are made to measure with", () => {
	it("have the asked share of their words rewritten, names and numbers kept", () => {
		const text = writeText(rewriteWords(readText(TEXT), 0.4, false, vocabulary, makeDraw("a")));
		const kept = new Set(text.split(/\s+/));
		const lost = TEXT.split(/\s+/).filter((word) => !kept.has(word)).length;
		expect(lost / countWords(TEXT)).toBeGreaterThan(0.2);
		expect(lost / countWords(TEXT)).toBeLessThanOrEqual(0.4);
		for (const name of ["Marena", "90", "Ada", "Vane", "Corra"]) expect(text).toContain(name);
	});

	it("keep as many words as asked when cut, and all sentences when reordered", () => {
		expect(countWords(writeText(cut(readText(TEXT), 50, makeDraw("b"))))).toBeGreaterThanOrEqual(50);
		const sentences = (text: readonly (readonly string[])[]): string[] => text.flat().sort();
		expect(sentences(reorder(readText(TEXT), makeDraw("c")))).toEqual(sentences(readText(TEXT)));
	});

	it("are the same for the same seed and others for another", () => {
		const make = (seed: string): string =>
			changeHouseStyle(TEMPLATES.map((fill) => fill(makeDraw(seed))).join("\n"), makeDraw(seed));
		expect(make("d")).toBe(make("d"));
		expect(make("d")).not.toBe(make("e"));
	});
});
