import { describe, expect, it } from "vitest";
import { makeArticle } from "../../../test/make-article.ts";
import type { Article, Block } from "../../model/article.ts";
import { findWords } from "../../text/words.ts";
import { findEmbeddedPosts } from "./embedded-post.ts";

function quoting(text: string, ...quotes: readonly string[]): Article {
	const whole = makeArticle(text);
	const blocks = whole.blocks.map((block): Block => {
		const isQuote = quotes.some((quote) => text.slice(block.start, block.end) === quote);
		return isQuote ? { ...block, kind: "quote" } : block;
	});
	return { ...whole, blocks };
}

function find(article: Article): { readonly source: string; readonly content: string[] }[] {
	return findEmbeddedPosts(article, findWords(article)).map(({ source, content }) => ({
		source: article.text.slice(source.start, source.end),
		content: content.map(({ start, end }) => article.text.slice(start, end)),
	}));
}

describe("posts that a report shows", () => {
	it("are their signers' words, without the addresses at their ends", () => {
		const words = "The dam holds. pic.twitter.com/a1B2c3";
		const signature = "— Ada Quill (@quill) May 14, 2031";
		expect(find(quoting(`He wrote:\n${words}\n${signature}\nNobody answered.`, words, signature))).toEqual([
			{ source: "Ada Quill", content: ["The dam holds."] },
		]);
		const one = `${words} ${signature}`;
		expect(find(quoting(`He wrote:\n${one}`, one))).toEqual([{ source: "Ada Quill", content: ["The dam holds."] }]);
	});

	it("are one each where several stand in a row", () => {
		const lines = [
			"The dam holds.",
			"— Ada Quill (@quill) May 14, 2031",
			"It does not.",
			"— Bo Marsh (@bo) 15 May 2031",
		];
		expect(find(quoting(`Two posts:\n${lines.join("\n")}`, ...lines)).map(({ source }) => source)).toEqual([
			"Ada Quill",
			"Bo Marsh",
		]);
	});

	it("are not seen in a letter, nor in a paragraph of the report", () => {
		const letter = "The dam holds. — Ada Quill, engineer";
		expect(find(quoting(`She wrote:\n${letter}`, letter))).toEqual([]);
		expect(find(makeArticle("The dam holds.\n— Ada Quill (@quill) May 14, 2031"))).toEqual([]);
	});
});
