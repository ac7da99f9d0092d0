import { describe, expect, it } from "vitest";
import { makeArticle } from "../../../test/make-article.ts";
import { findWords } from "../../text/words.ts";
import { flagsOf } from "./polarity.ts";
import { findUnits, type Item } from "./units.ts";

/** The polarity of a sentence whose cue stands in angle brackets, and its source in braces. */
function polarity(marked: string): string {
	const text = marked.replace(/[{}<>]/g, "");
	const items: readonly Item[] = findUnits(text, findWords(makeArticle(text)), []).flatMap(({ items }) => items);
	const range = (open: string, close: string): { readonly first: number; readonly end: number } => {
		const words = marked.slice(marked.indexOf(open) + 1, marked.indexOf(close)).replace(/[{}<>]/g, "");
		const start = text.indexOf(words);
		const first = items.findIndex((item) => item.start >= start);
		const end = items.findIndex((item) => item.start >= start + words.length);
		return { first, end };
	};
	return flagsOf(items, range("<", ">"), range("{", "}")).polarity;
}

describe("flagsOf", () => {
	it("reads who says nothing from the source", () => {
		for (const source of ["No one", "Nobody", "None of the three", "Neither Orla Pike nor Ander Vane", "Few divers"])
			expect(polarity(`{${source}} <said> the dam leaks.`), source).toBe("not-said");
		expect(polarity("Neither Orla Pike nor {Ander Vane} <said> the dam leaks.")).toBe("not-said");
		expect(polarity("Nor did {Pike} <say> that the dam leaks.")).toBe("not-said");
		expect(polarity("At no point did {Pike} <say> that the dam leaks.")).toBe("not-said");
	});

	it("leaves sources that only look like nobody", () => {
		for (const source of [
			"No fewer than six divers",
			"No 3 seed Pike",
			"No one but Pike",
			"A few divers",
			"Not only Pike",
		])
			expect(polarity(`{${source}} <said> the dam leaks.`), source).toBe("said");
	});

	it("reads a saying that failed", () => {
		for (const cue of ["stopped short of saying", "failed to say", "has yet to say", "no longer says", "never said"])
			expect(polarity(`{Pike} <${cue}> the dam leaks.`), cue).toBe("not-said");
		expect(polarity("{Pike} stopped short of <saying> the dam leaks.")).toBe("not-said");
		expect(polarity("{Pike} did not, however, <say> the dam leaks.")).toBe("not-said");
		expect(polarity("{Pike}, however, <said> the dam leaks.")).toBe("said");
	});

	it("leaves a saying that two negations give back", () => {
		for (const cue of ["did not fail to say", "never stopped saying", "not only said"])
			expect(polarity(`{Pike} <${cue}> the dam leaks.`), cue).toBe("said");
	});

	it("takes a denial that is denied for no statement", () => {
		expect(polarity("{Pike} <denied> that the dam leaks.")).toBe("denied");
		expect(polarity("{Pike} <did not deny> that the dam leaks.")).toBe("not-said");
	});

	it("takes neither confirming nor denying for declining", () => {
		expect(polarity("{Pike} <neither confirmed nor denied> that the dam leaks.")).toBe("declined");
		expect(polarity("{Pike} <would not confirm> or deny that the dam leaks.")).toBe("declined");
	});

	it("takes what is dismissed as something for a judgement, and no denial", () => {
		expect(polarity("{Pike} <dismissed> his trip as a stunt.")).toBe("said");
		expect(polarity("{Pike} <dismissed> the claim that it leaks as the dam held.")).toBe("denied");
	});
});
