import { expect, it } from "vitest";
import { makeArticle } from "../../../test/make-article.ts";
import { showQuotations } from "../../../test/show-quotations.ts";

function lines(deck: string): readonly string[] {
	const headline = "Pike says the dam holds";
	const text = `${headline}\n\n${deck}\n\nOrla Pike spoke in Tarn.`;
	const { blocks } = makeArticle(text);
	const [first, ...rest] = blocks;
	const span = { start: first?.start ?? 0, end: first?.end ?? 0 };
	return showQuotations(text, {
		body: rest.map(({ start, end }) => ({ start, end })),
		headline: { text: headline, span, from: "first-line", made: false },
	}).lines.slice(1);
}

it("gives a word in marks below a headline to whoever speaks in it", () => {
	expect(lines("Takes warnings of a flood ‘seriously’")).toEqual(["Pike | Takes | seriously"]);
});

it("gives nobody a title, or words in a sentence with its stop", () => {
	expect(lines("Takes time to read ‘The Long Dam’")).toEqual([]);
	expect(lines("Takes warnings of a flood ‘seriously’.")).toEqual([]);
	expect(lines("Fishers of the ‘lower lake’ doubt it")).toEqual([]);
});
