import { describe, expect, it } from "vitest";
import { makeArticle } from "../../../test/make-article.ts";
import { isCorrected } from "./corrected.ts";

const headed = (text: string): boolean =>
	isCorrected(makeArticle("The vote passed.", { headline: { text, span: null, from: "test", made: false } }));

describe("isCorrected", () => {
	it.each(["CORRECTED-Vote passes by seven", "UPDATE 2-Vote passes", "WRAPUP 1: Vote passes"])(
		"sees a later text in the headline %s",
		(headline) => {
			expect(headed(headline)).toBe(true);
		},
	);

	it("sees it in a line in brackets at the head", () => {
		expect(isCorrected(makeArticle("Vote passes\n(Adds reaction in paragraphs 4-6)\nMARENA - The vote passed."))).toBe(
			true,
		);
	});

	it.each(["Ministry corrected its count", "Correction of the budget passes", "Update your boat, coastguard says"])(
		"sees none in the headline %s",
		(headline) => {
			expect(headed(headline)).toBe(false);
		},
	);

	it("sees none in a bracket far down or inside a sentence", () => {
		const text = "The vote passed. ".repeat(100);
		expect(isCorrected(makeArticle(`${text}\n(Adds reaction in paragraphs 4-6)`))).toBe(false);
		expect(isCorrected(makeArticle("The board (corrects itself often) showed seven."))).toBe(false);
	});
});
