import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeArticle, publishedOn } from "../../test/make-article.ts";
import type { Article } from "../model/article.ts";
import { LISTING_SCHEMA } from "../model/article-listing.ts";
import { printListing } from "./article-page.ts";
import { displayWidth } from "./terminal/display-width.ts";

function print(article: Article, width = 80, whole = false): string {
	const listing = {
		schema: LISTING_SCHEMA,
		generator: { version: "1.2.3" },
		articles: [article],
		problems: [],
	} as const;
	return printListing(listing, { width, color: false, unicode: true }, whole);
}

const dropAll = (text: string, reason: string): Article => {
	const { blocks } = makeArticle(text);
	return makeArticle(text, {
		body: [],
		blocks: [],
		dropped: blocks.map(({ start, end }) => ({ start, end, rule: "article/x", reason })),
	});
};

describe("the page of an article", () => {
	it("names each field's source and the values that were not taken", () => {
		const page = print(
			makeArticle("The ferry stays.", {
				outlet: { text: "Quay", span: null, from: "json-ld", site: "quay.example" },
				published: publishedOn("2031-05-14"),
				metadata: [
					{ field: "outlet", text: "Quay", span: null, from: "json-ld", taken: true },
					{ field: "outlet", text: "Quay Online", span: null, from: "og:site_name", taken: false },
				],
			}),
		);
		expect(page).toMatch(/outlet {5}Quay, quay\.example +json-ld\n/);
		expect(page).toMatch(/not taken: Quay Online +og:site_name\n/);
		expect(page).toMatch(/title {6}not said\n/);
		expect(page).toContain("published  14 May 2031");
	});

	it("says first that a capture is not the whole report", () => {
		const truncated = { kind: "paywall", reason: "a gate for subscribers follows", span: null } as const;
		expect(print(makeArticle("The ferry stays.", { truncated })).split("\n")[2]).toBe(
			"Not the whole report (paywall): a gate for subscribers follows",
		);
	});

	it("gives the reason for that once", () => {
		const reason = "a gate for subscribers follows";
		const article = makeArticle("The ferry stays.", {
			truncated: { kind: "paywall", reason, span: null },
			problems: [{ code: "article/truncated", span: null, reason }],
		});
		expect(print(article).split(reason)).toHaveLength(2);
		expect(print(article)).not.toContain("Problems");
	});

	it("gives a reason once for stretches in a row, and all of them when the whole is asked for", () => {
		const article = dropAll(Array.from({ length: 9 }, (_, n) => `Line ${n}`).join("\n"), "a menu");
		const short = print(article);
		expect(short.match(/dropped: a menu/g)).toHaveLength(1);
		expect(short).toContain("and 6 more stretches, 36 characters");
		expect(short).not.toContain("Line 5");
		expect(print(article, 80, true)).toContain("Line 8");
	});

	it("keeps within its columns and lets no control character through, whatever the text", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary", maxLength: 400 }), fc.integer({ min: 40, max: 100 }), (text, width) => {
				for (const article of [makeArticle(text), dropAll(text, "why")]) {
					const page = print(article, width, true);
					for (const line of page.split("\n")) {
						expect(displayWidth(line)).toBeLessThanOrEqual(width);
						expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
					}
				}
			}),
		);
	});
});
