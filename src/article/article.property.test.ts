import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findArticleBreaches } from "../../test/article-invariants.ts";
import type { Article } from "../model/article.ts";
import { sha256Hex } from "../text/hash.ts";
import { readArticle } from "./article.ts";

function read(text: string, mediaType: "text/plain" | "text/html"): Article | null {
	const bytes = new TextEncoder().encode(text);
	const stated = { outlet: null, published: null, title: null, role: "report" } as const;
	return readArticle({
		place: "a",
		url: null,
		mediaType,
		sha256: sha256Hex(bytes),
		at: null,
		bytes,
		charset: null,
		stated,
	}).article;
}

const line = fc.oneof(
	fc.constantFrom(
		"The ferry Amity Star sank off Port Amity on Monday evening, the coast guard said.",
		"Nine of the crew of thirty were still missing when the search was called off at dark.",
		"PORT AMITY, May 3 (AGN) – Officials closed the harbour to all ships for the night.",
		"By Ada Quill",
		"14 May 2031",
		"COMMENTS",
		"SEE ALSOPort strike ends",
		"Port strike ends",
		"Source: https://harbour.example/1",
		"",
	),
	fc.string({ unit: "grapheme", maxLength: 60 }),
);
const text = fc.array(line, { maxLength: 25 }).map((lines) => lines.join("\n"));
const page = fc
	.array(fc.tuple(fc.constantFrom("p", "div", "h1", "li", "aside", "figcaption", "td"), line), { maxLength: 25 })
	.map(
		(parts) =>
			`<html><body><article>${parts.map(([tag, words]) => `<${tag}>${words}</${tag}>`).join("")}</article></body></html>`,
	);

describe("an article of any text", () => {
	it("accounts for every character of a plain text", () => {
		fc.assert(
			fc.property(text, (written) => {
				const article = read(written, "text/plain");
				if (article) {
					expect(article.text).toBe(written.replace(/^\ufeff/, ""));
					expect(findArticleBreaches(article)).toEqual([]);
				}
			}),
			{ numRuns: 300 },
		);
	});

	it("accounts for every character of a page's text", () => {
		fc.assert(
			fc.property(page, (written) => {
				const article = read(written, "text/html");
				if (article) expect(findArticleBreaches(article)).toEqual([]);
			}),
			{ numRuns: 100 },
		);
	});
});
