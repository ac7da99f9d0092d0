import { describe, expect, it } from "vitest";
import { annotateText } from "../../../test/annotate-text.ts";
import { carryOver } from "./carry-over.ts";

describe("carryOver", () => {
	const from = annotateText("Marena: “The ferry Halcyon sank at dawn,” police said.", { id: "a" });
	const to = annotateText("Later 'the ferry Halcyon sank at dawn', \"police\" said.", { id: "b" });
	const spanOf = (text: string, words: string): { start: number; end: number } => {
		const start = text.indexOf(words);
		return { start, end: start + words.length };
	};
	const twin = {
		here: spanOf(from.article.text, "The ferry Halcyon sank at dawn"),
		there: spanOf(to.article.text, "the ferry Halcyon sank at dawn"),
	};

	it("finds the same words in the other text, whatever marks stand between", () => {
		const places = carryOver(spanOf(from.article.text, "Halcyon sank"), from, to, [twin]);
		expect(places.map(({ article, start, end }) => [article, to.article.text.slice(start, end)])).toEqual([
			["b", "Halcyon sank"],
		]);
	});

	it("gives of a longer stretch what the other text has, and nothing of words that it lacks", () => {
		const places = carryOver(spanOf(from.article.text, "at dawn,” police"), from, to, [twin]);
		expect(places.map(({ start, end }) => to.article.text.slice(start, end))).toEqual(["at dawn"]);
		expect(carryOver(spanOf(from.article.text, "police said"), from, to, [twin])).toEqual([]);
	});
});
