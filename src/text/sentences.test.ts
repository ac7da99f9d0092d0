import { describe, expect, it } from "vitest";
import { findLines } from "./paragraphs.ts";
import { findSentences } from "./sentences.ts";

function split(text: string): string[] {
	return findSentences(text, findLines(text, [{ start: 0, end: text.length }])).map((s) => text.slice(s.start, s.end));
}

/** Each case is the list of sentences; joined by a space they are the input. */
const CASES: readonly (readonly string[])[] = [
	["The bridge fell.", "Nobody was hurt."],
	["Mr. Vane met Dr. Orla Pike on Tues. Feb. 3.", "They left at noon."],
	["Officials in the U.S. Senate agreed."],
	["She moved to the U.S.", "The court refused."],
	["J. K. Marsh and A.B. Corlett signed."],
	["It opened at 9 a.m. on Monday.", "It shut at 5 p.m.", "Then it rained."],
	["“We will stay.”", "She did not explain."],
	["It struck at 3 a.m. (0800 GMT) on Friday.", "It rained."],
	["It opens at 8 p.m. ET on Friday.", "It shuts at 9 a.m. Tuesday.", "It rained at 5 p.m.", "Everyone left."],
	["Er kam am 14. Mai 2031 an.", "Er war 14.", "Maria ging."],
	["“Will you stay?” he asked.", "She would."],
	['"We will stay," she said. "We have to."'],
	["The rate rose to 3.5 percent.", "It had been 2.1."],
	["He said … nothing at all."],
	["He waited…", "Then he left."],
	["No. 4 failed.", "Was it safe?", "No.", "It was not."],
	["It cost Rs. 2,50,000 then.", "It costs more now."],
	["“We hope it holds.”", "“It must.”"],
	["He called it (after a pause) “madness.”", "The mayor did not."],
	["They met Gov. Hale, Sen. Imber and Lt. Col. Rusk."],
	["The firm, Tarn Ltd., closed.", "Its rival, Orme Inc., did too."],
	["Who won?!", "Nobody did."],
	["Version 2.0 shipped at www.example.org yesterday."],
	["»Wir bleiben.«", "»Es muss sein.«"],
	["„Wir bleiben.“", "Er ging."],
	["MARENA (Corra) - The ferry sank.", "Two died."],
	["1. Bring water.", "Boots help."],
	["Il a dit « Nous partons. »", "Puis il est parti."],
];

describe("findSentences", () => {
	for (const sentences of CASES) {
		it(`splits ${JSON.stringify(sentences.join(" ")).slice(0, 70)}`, () => {
			if (sentences[0]?.startsWith('"We will stay," she said')) {
				expect(split(sentences.join(" "))).toEqual(['"We will stay," she said.', '"We have to."']);
			} else expect(split(sentences.join(" "))).toEqual(sentences);
		});
	}

	it("ends a sentence at a line's end", () => {
		expect(split("A heading without a stop\n• an item\nText.")).toEqual([
			"A heading without a stop",
			"• an item",
			"Text.",
		]);
	});
});
