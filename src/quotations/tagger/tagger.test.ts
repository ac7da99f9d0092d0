import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findLines } from "../../text/paragraphs.ts";
import { findSentences } from "../../text/sentences.ts";
import { sliceOf } from "../../text/spans.ts";
import { findTokens } from "../../text/tokens.ts";
import { findMarked } from "../marks/marks.ts";
import { tagQuotations } from "./tagger.ts";
import { readTaggerWeights } from "./weights-file.ts";

const bytes = readFileSync(new URL("../data/tagger.bin", import.meta.url));
const weights = readTaggerWeights(new Uint8Array(bytes));

function tag(text: string): { cue: string; source: string | null; content: string[] }[] {
	const paragraphs = findLines(text, [{ start: 0, end: text.length }]);
	const words = { paragraphs, sentences: findSentences(text, paragraphs), tokens: findTokens(text, paragraphs) };
	return tagQuotations(text, words, findMarked(text, paragraphs), weights).map(({ cue, source, content }) => ({
		cue: sliceOf(text, cue),
		source: source ? sliceOf(text, source) : null,
		content: content.map((span) => sliceOf(text, span)),
	}));
}

describe("the quotation tagger", () => {
	it("reads the parts of plain reports", () => {
		expect(tag("Mayor Orla Pike said that the dam would hold until spring.")).toEqual([
			{ cue: "said", source: "Mayor Orla Pike", content: ["that the dam would hold until spring"] },
		]);
		expect(tag("The dam would hold until spring, according to the engineers.")).toEqual([
			{ cue: "according to", source: "the engineers", content: ["The dam would hold until spring"] },
		]);
	});

	it("finds content on both sides of the cue", () => {
		expect(tag("“We will stay,” Pike said, “for as long as it takes.”")).toEqual([
			{ cue: "said", source: "Pike", content: ["“We will stay,”", "“for as long as it takes.”"] },
		]);
	});

	it("finds nothing where nobody says anything", () => {
		expect(tag("The river rose by four metres overnight. Two bridges were closed.")).toEqual([]);
	});

	it("stays linear on noise", () => {
		expect(tag("said ".repeat(20_000)).length).toBeLessThan(20_000);
		expect(tag('"'.repeat(20_000))).toEqual([]);
		expect(tag("")).toEqual([]);
	});
});
