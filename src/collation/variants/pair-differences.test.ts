import { describe, expect, it } from "vitest";
import { loadAnalysisData } from "../../system/data.ts";
import { readTraced } from "../trace/traced-text.ts";
import { compareWordings, type WordingSide } from "./pair-differences.ts";

const { rarity } = loadAnalysisData();

function sideOf(text: string, told: boolean = false): WordingSide {
	const { words } = readTraced(text, (stem) => rarity.rarityOf(stem));
	return { text, words, outlet: words.map(() => told), whole: true };
}

function differ(base: string, other: string, told: boolean = false): string[] {
	return compareWordings(sideOf(base), sideOf(other, told)).differences.map(({ kind, base: own, other: its }) => {
		const words = (spans: typeof own, text: string): string =>
			spans.map(({ start, end }) => text.slice(start, end)).join(" … ");
		return `${kind}: ${words(own, base)} ] ${words(its, other)}`;
	});
}

describe("two wordings set word by word", () => {
	it("differ by a number, a negation, and a word put for a word", () => {
		expect(differ("Nine boats were lost that night", "Ten boats were lost that night")).toEqual(["number: Nine ] Ten"]);
		expect(differ("We will not sell the mill", "We will sell the mill")).toEqual(["polarity: not ] "]);
		expect(differ("The mast was rotten in June", "The mast was brittle in June")).toEqual([
			"wording: rotten ] brittle",
		]);
	});

	it("give what is left out whole, small words and all", () => {
		expect(
			differ(
				"The water is safe to drink, and anybody who doubts it has not read the tests",
				"The water is safe to drink",
			),
		).toEqual(["omission: and anybody who doubts it has not read the tests ] "]);
	});

	it("differ in order alone where a clause stands in front and not behind", () => {
		expect(
			differ(
				"If the inspectors confirm the readings, the licence will go",
				"The licence will go if inspectors confirmed their readings",
				true,
			),
		).toEqual(["order: If the inspectors confirm the readings ] if inspectors confirmed their readings"]);
	});

	it("do not differ by what reporting makes of tense and person", () => {
		expect(
			differ("I signed because my son was in their hands", "he had signed because his son was in their hands", true),
		).toEqual([]);
	});
});
