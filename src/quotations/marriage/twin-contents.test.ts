import { describe, expect, it } from "vitest";
import { makeDraft } from "../../../test/make-draft.ts";
import { contentOfTwins } from "./twin-contents.ts";

/** The content taken where a rule and the tagger have these, by how sure the tagger is of its own. */
function taken(text: string, cue: string, ruled: string, tagged: string, share: number, source = "Pike"): string {
	const rule = makeDraft(text, source, "said", ruled);
	const other = makeDraft(text, source, cue, tagged);
	const { content } = contentOfTwins(text, rule, other, rule.source, share);
	return content.map(({ start, end }) => text.slice(start, end)).join(" … ");
}

describe("the content of a cue that a rule and the tagger read", () => {
	it("is the tagger's where it is sure of its edges, else the rule's", () => {
		const text = "Pike said the dam leaks now";
		expect(taken(text, "said", "the dam leaks now", "the dam leaks", 0.7)).toBe("the dam leaks");
		expect(taken(text, "said", "the dam leaks now", "the dam leaks", 0.5)).toBe("the dam leaks now");
	});

	it("does not begin with what leads into the words", () => {
		const text = "Pike said after the meeting that the lake is empty";
		const ruled = "after the meeting that the lake is empty";
		expect(taken(text, "said", ruled, "that the lake is empty", 0.5)).toBe("that the lake is empty");
		expect(taken(text, "said", ruled, "the lake is empty", 0.5)).toBe(ruled);
	});

	it("keeps what explains the last words", () => {
		const text = "Pike said it hit the Fen, a group of lakes, and the town";
		expect(taken(text, "said", "it hit the Fen, a group of lakes", "it hit the Fen", 0.9)).toBe(
			"it hit the Fen, a group of lakes",
		);
		expect(taken(text, "said", "it hit the Fen, a group of lakes, and the town", "it hit the Fen", 0.9)).toBe(
			"it hit the Fen, a group of lakes, and the town",
		);
		const other = "Pike said it leaks, and the town is told";
		expect(taken(other, "said", "it leaks, and the town is told", "it leaks", 0.9)).toBe("it leaks");
	});

	it("is the rule's where the two differ in marks alone, and never holds the speaker", () => {
		expect(taken("Pike said “it leaks”", "said", "it leaks", "“it leaks”", 0.9)).toBe("it leaks");
		const text = "it leaks, Pike said, in places";
		expect(taken(text, "said", "it leaks, Pike said, in places", "it leaks", 0.5)).toBe("it leaks");
	});

	it("leaves the cue its words", () => {
		const text = "Pike repeated the opinion that the dam leaks; she said so";
		expect(taken(text, "repeated the opinion", "the opinion that the dam leaks", "that the dam leaks", 0.5)).toBe(
			"that the dam leaks",
		);
	});

	it("goes on over an aside to the verb of its clause", () => {
		const text = "Pike said that its mayor, Orla Vane, had left, and nobody wept";
		const ruled = "that its mayor, Orla Vane, had left";
		expect(taken(text, "said", ruled, "that its mayor", 0.9)).toBe(ruled);
		expect(
			taken("Pike said that it leaks, and it does", "said", "that it leaks, and it does", "that it leaks", 0.9),
		).toBe("that it leaks");
	});
});
