import { describe, expect, it } from "vitest";
import { makeDraft, placeOf } from "../../test/make-draft.ts";
import type { Polarity } from "../model/annotation.ts";
import type { Draft } from "./draft.ts";
import { cutAtAccording, cutAtReport, deniedInside } from "./nested.ts";

/** A draft whose content may have several parts: `it leaks … in places`. */
function draft(text: string, source: string, cue: string, content: string, polarity: Polarity = "said"): Draft {
	const parts = content.split(" … ").map((part) => placeOf(text, part));
	return makeDraft(text, source, cue, "", { content: parts, polarity });
}

const words = (text: string, { content }: Draft): string =>
	content.map(({ start, end }) => text.slice(start, end)).join(" … ");

describe("reports beside reports", () => {
	it("end before another's source and cue behind a comma", () => {
		const text = "Pike did not tell Ostra that she would go, the paper said.";
		const own = draft(text, "Pike", "did not tell", "that she would go, the paper said");
		const paper = draft(text, "the paper", "said", "Pike did not tell Ostra that she would go");
		expect(words(text, cutAtReport(text, own, paper))).toBe("that she would go");
		expect(cutAtReport(text, paper, own)).toBe(paper);
	});

	it("keep what another said inside them", () => {
		const text = "Pike said that Vane had said it leaks.";
		const outer = draft(text, "Pike", "said", "that Vane had said it leaks");
		const inner = draft(text, "Vane", "had said", "it leaks");
		expect(cutAtReport(text, outer, inner)).toBe(outer);
	});

	it("leave out who brings the words of an authority", () => {
		const text = "Vane said that, according to the caller, the dam leaks.";
		const all = cutAtAccording(text, [
			draft(text, "Vane", "said", "that, according to the caller, the dam leaks"),
			draft(text, "the caller", "according to", "Vane said that … the dam leaks"),
		]);
		expect(all.map((one) => words(text, one))).toEqual([
			"that, according to the caller, the dam leaks",
			"the dam leaks",
		]);
	});

	it("give a plan what it holds, and somebody who tells of another the whole", () => {
		const text = "Pike said the dam will hold, according to the plan of Ostra.";
		const rows = (source: string): string | undefined =>
			cutAtAccording(text, [
				draft(text, "Pike", "said", "the dam will hold"),
				draft(text, source, "according to", "Pike said the dam will hold"),
			]).map((one) => words(text, one))[1];
		expect(rows("the plan of Ostra")).toBe("the dam will hold");
		expect(rows("Ostra")).toBe("Pike said the dam will hold");
	});

	it("end at a semicolon that another's report follows", () => {
		const text = "The council said it watched; the police declined to comment.";
		const council = draft(text, "The council", "said", "it watched; the police declined to comment");
		const police = draft(text, "the police", "declined", "to comment");
		expect(words(text, cutAtReport(text, council, police))).toBe("it watched");
	});

	it("are denied where the speaker denies having said so", () => {
		const text = "Pike denied she had said it leaks.";
		const outer = draft(text, "Pike", "denied", "she had said it leaks", "denied");
		expect(deniedInside(text, draft(text, "she", "had said", "it leaks"), outer).polarity).toBe("denied");
		const other = "Pike denied that Vane had said it leaks.";
		const rejected = draft(other, "Pike", "denied", "that Vane had said it leaks", "denied");
		expect(deniedInside(other, draft(other, "Vane", "had said", "it leaks"), rejected).polarity).toBe("not-said");
		const told = "Pike denied that the watch for which Vane said it leaks was paid.";
		const paid = draft(told, "Pike", "denied", "that the watch for which Vane said it leaks was paid", "denied");
		expect(deniedInside(told, draft(told, "Vane", "said", "it leaks"), paid).polarity).toBe("said");
	});
});
