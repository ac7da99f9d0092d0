import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Article } from "../../model/article.ts";
import { sha256Hex } from "../../text/hash.ts";
import { readArticle } from "../article.ts";

function read(html: string): Article | null {
	const bytes = new TextEncoder().encode(html);
	return readArticle({
		place: "a.html",
		url: null,
		mediaType: "text/html",
		sha256: sha256Hex(bytes),
		at: null,
		bytes,
		charset: null,
		stated: { outlet: null, published: null, title: null, role: "report" },
	}).article;
}

const words = fc.oneof(
	fc.constantFrom(
		"The ferry Amity Star sank off Port Amity on Monday evening, the coast guard said.",
		"Nine of the crew of thirty were still missing when the search was called off at dark.",
		"The harbour master told reporters that the storm had come an hour earlier than forecast…",
		"By Ada Quill",
		"14:02",
		"QUILL: No.",
		"Subscribe to continue reading",
		"Réservé aux abonnés",
		"Lire aussi",
		"1 / 12",
		"— Ada Quill (@quill) May 14, 2031",
		"We use cookies",
		"😀 \u200b\u00ad\ud83d",
	),
	fc.string({ unit: "grapheme", maxLength: 30 }),
);
const tag = fc.constantFrom(
	..."p p p div span a section article aside figure figcaption blockquote ul li dl dt dd table tr td time h1 h2 h3 nav form pre br img footer header main b".split(
		" ",
	),
);
const attributes = fc.constantFrom(
	"",
	"",
	' class="factbox"',
	' class="related-stories"',
	' class="hidden md:block"',
	' class="twitter-tweet"',
	' class="paywall-message"',
	' class="pubdate"',
	' datetime="2031-05-14T14:02+02:00"',
	' href="/1"',
	' src="a.jpg"',
	' hidden=""',
	' role="dialog"',
);
const piece = fc.oneof(
	{
		weight: 5,
		arbitrary: fc.tuple(tag, attributes, words).map(([name, given, text]) => `<${name}${given}>${text}</${name}>`),
	},
	{ weight: 2, arbitrary: fc.tuple(tag, attributes).map(([name, given]) => `<${name}${given}>`) },
	{ weight: 2, arbitrary: tag.map((name) => `</${name}>`) },
	{ weight: 1, arbitrary: words },
	{
		weight: 1,
		arbitrary: fc.constantFrom("<!--", "-->", "<![CDATA[", "&amp;", "&#0;", "<p", '"', "<script>", "</script>"),
	},
);
const soup = fc.tuple(fc.array(piece, { maxLength: 40 }), fc.boolean()).map(([parts, framed]) => {
	const body = parts.join("");
	const head =
		'<head><title>Ferry sinks off Port Amity</title><script type="application/ld+json">{"@type":"LiveBlogPosting","isAccessibleForFree":"False","datePublished":"2031-05-14"}</script></head>';
	return framed
		? `<html>${head}<body><main><article><h1>Ferry sinks off Port Amity</h1>${body}</article></main></body></html>`
		: body;
});

describe("a page made of any tags and words", () => {
	it("has every character of its text in body, headline, byline or dateline, or dropped with a reason, and none twice", () => {
		fc.assert(
			fc.property(soup, (html) => {
				const article = read(html);
				if (!article) return;
				const { text, headline, byline, dateline } = article;
				const parts = [...article.body, ...article.dropped, headline?.span, byline?.span, dateline?.span]
					.filter((span) => span !== null && span !== undefined)
					.sort((a, b) => a.start - b.start || a.end - b.end);
				let at = 0;
				for (const { start, end } of parts) {
					expect(start).toBeGreaterThanOrEqual(at);
					expect(end).toBeGreaterThan(start);
					expect(text.slice(at, start)).toMatch(/^[\s\u200b\ufeff]*$/);
					at = end;
				}
				expect(text.slice(at)).toMatch(/^[\s\u200b\ufeff]*$/);
				expect(article.dropped.every(({ rule, reason }) => /^article\/[a-z-]+$/.test(rule) && reason !== "")).toBe(
					true,
				);
			}),
			{ numRuns: 400 },
		);
	});

	it("has blocks, links and posts inside its body, in the order of the text", () => {
		fc.assert(
			fc.property(soup, (html) => {
				const article = read(html);
				if (!article) return;
				const inBody = (span: { start: number; end: number }): boolean =>
					article.body.some(({ start, end }) => start <= span.start && span.end <= end);
				for (const link of article.links) expect(inBody(link)).toBe(true);
				for (const { start, end } of article.blocks) expect(article.text.slice(start, end).trim()).not.toBe("");
				let at = 0;
				for (const { start, end } of article.posts) {
					expect(start).toBeGreaterThanOrEqual(at);
					expect(end).toBeGreaterThan(start);
					at = end;
				}
				const cut = article.truncated?.span;
				if (cut) expect(article.text.slice(cut.start, cut.end).trim()).not.toBe("");
			}),
			{ numRuns: 200 },
		);
	});

	it("gives the same article each time", () => {
		fc.assert(
			fc.property(soup, (html) => {
				expect(JSON.stringify(read(html))).toBe(JSON.stringify(read(html)));
			}),
			{ numRuns: 50 },
		);
	});
});
