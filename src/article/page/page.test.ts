import { describe, expect, it } from "vitest";
import type { Article } from "../../model/article.ts";
import type { Problem } from "../../model/problem.ts";
import { sha256Hex } from "../../text/hash.ts";
import { bodyText, readArticle } from "../article.ts";
import { DEEPEST, guardPage, MOST_ELEMENTS } from "./guards.ts";

const P1 =
	"The ferry Amity Star sank off Port Amity on Monday evening, the coast guard said, after water had come in through a door at the bow that nobody had closed.";
const P2 =
	"“We saw her lights go out,” said Ada Quill, who keeps the lighthouse at the end of the pier and who called for help a few minutes after eight in the evening.";
const P3 =
	"Nine of the crew of thirty were still missing when the search was called off at dark, and the coast guard said that it would go on at first light on Tuesday.";

function capture(html: string): Parameters<typeof readArticle>[0] {
	const bytes = new TextEncoder().encode(html);
	const stated = { outlet: null, published: null, title: null, role: "report" } as const;
	return {
		place: "a.html",
		url: null,
		mediaType: "text/html",
		sha256: sha256Hex(bytes),
		at: null,
		bytes,
		charset: null,
		stated,
	};
}

function read(html: string): Article {
	const { article, problems } = readArticle(capture(html));
	if (!article) throw new Error(JSON.stringify(problems));
	return article;
}

const linked = {
	"@context": "https://schema.org",
	"@graph": [
		{ "@type": "WebSite", name: "Harbour Post" },
		{
			"@type": "NewsArticle",
			headline: "Ferry sinks off Port Amity",
			datePublished: "2031-05-14T09:30:00+02:00",
			dateModified: "2031-05-15T10:00:00+02:00",
			author: [{ "@type": "Person", name: "Ada Quill" }],
			publisher: { "@type": "Organization", name: "Harbour Post" },
		},
	],
};

const PAGE = `<!doctype html><html lang="en-GB"><head><title>Ferry sinks off Port Amity | Harbour Post</title>
<link rel="canonical" href="https://harbour.example/ferry?utm_source=x&amp;id=4">
<script type="application/ld+json">${JSON.stringify(linked)}</script><style>p{}</style></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<main><article class="story has-related-sidebar"><h1>Ferry sinks off <em>Port Amity</em></h1><p class="byline">By Ada Quill</p>
<figure><img src="a.jpg"><figcaption>The Amity Star in spring.</figcaption></figure>
<p>PORT AMITY (AGN) – ${P1}</p><aside><p>Our best stories on the sea and its people, every week.</p></aside>
<p>${P2.replace("the lighthouse", 'the <a href="/lighthouse?fbclid=1">lighthouse</a>')}</p>
<div class="RelatedStories"><p>Port strike ends after nine days of talks in the capital.</p></div>
<p>${P3}</p><div id="newsletter-signup"><p>Sign up for our morning newsletter</p></div></article></main>
<footer><p>© 2031 Harbour Post</p></footer><script>alert(1)</script></body></html>`;

it("sets what a page quotes by its markup alone in the marks that a browser shows", () => {
	const page = (said: string): string =>
		`<html><body><article><h1>Ferry sinks off Port Amity</h1><p>${P1}</p><p>${said} said Ada Quill. ${P2}</p><p>${P3}</p></article></body></html>`;
	expect(read(page("<q>We saw <q>her</q> lights, </q>")).text).toContain("“We saw ‘her’ lights,” said Ada Quill.");
	expect(read(page("<q>“We saw her lights,”</q>")).text).toContain("“We saw her lights,” said Ada Quill.");
});

describe("a page", () => {
	const article = read(PAGE);

	it("has its headline first, then its visible text, of which the body is the report alone", () => {
		expect(article.text.startsWith("Ferry sinks off Port Amity\n\n")).toBe(true);
		expect(bodyText(article)).toBe(`${P1}\n\n${P2}\n\n${P3}`);
		expect(article.text).not.toContain("alert");
	});

	it("keeps what it drops, with the rule", () => {
		const rules = new Map(article.dropped.map(({ start, end, rule }) => [article.text.slice(start, end), rule]));
		expect(rules.get("The Amity Star in spring.")).toBe("article/photo-caption");
		expect(rules.get("Home World")).toBe("article/outside-main");
		expect([...rules.keys()]).toContain("Port strike ends after nine days of talks in the capital.");
		expect([...rules.keys()]).toContain("© 2031 Harbour Post");
	});

	it("is dated by its metadata, never by the date of a change, with the zone as given", () => {
		expect(article.published).toMatchObject({
			earliest: "2031-05-14T09:30+02:00",
			zone: "+02:00",
			precision: "minute",
		});
		const changed = PAGE.replace('"datePublished"', '"dateCreatedBySomeone"');
		expect(read(changed).published.earliest).toBeNull();
	});

	it("names its address, author, outlet, dateline and language", () => {
		expect(article.sourceId).toBe("https://harbour.example/ferry?id=4");
		expect(article.byline?.authors).toEqual(["Ada Quill"]);
		expect(article.outlet).toMatchObject({ text: "Harbour Post", from: "json-ld" });
		expect(article.dateline).toMatchObject({ place: "PORT AMITY", agency: "AGN" });
		expect(article.language).toBe("en");
	});

	it("maps blocks to elements and links to spans", () => {
		expect(article.blocks[0]).toMatchObject({ kind: "heading", path: [1, 1, 0, 0] });
		expect(article.blocks.every(({ path }) => path !== null)).toBe(true);
		expect(article.links.map(({ start, end, url }) => [article.text.slice(start, end), url])).toEqual([
			["lighthouse", "https://harbour.example/lighthouse"],
		]);
	});

	it("without any text is a problem and no article", () => {
		expect(readArticle(capture("<html><body><script>draw()</script></body></html>"))).toMatchObject({
			article: null,
			problems: [{ code: "article/empty" }],
		});
	});
});

describe("the guard before the parser", () => {
	const code = (html: string): string | null => (guardPage(html) as Problem | null)?.code ?? null;

	it("refuses what is too long, too deep or too much", () => {
		expect(code("x".repeat(3_000_001))).toBe("article/page-too-large");
		expect(code("<div>".repeat(DEEPEST + 1))).toBe("article/nested-too-deep");
		expect(code("<div></span>".repeat(DEEPEST + 1))).toBe("article/nested-too-deep");
		expect(code("<i></i>".repeat(MOST_ELEMENTS + 1))).toBe("article/too-many-elements");
	});

	it("lets through what looks deep and is not", () => {
		expect(code("<p>a".repeat(5000))).toBeNull();
		expect(code("<div><span></div>".repeat(5000))).toBeNull();
		expect(code(`<script>${"<div>".repeat(5000)}</script>`)).toBeNull();
		expect(code(`<!-- ${"<div>".repeat(5000)} -->`)).toBeNull();
	});
});

describe("words of a page that nothing but its style parts", () => {
	const outside = (html: string): string[] => {
		const { dropped, text } = read(
			`<html><head><title>Ferry sinks off Port Amity</title></head><body>${html}<article><h1>Ferry sinks off Port Amity</h1><p>${P1}</p><p>${P2}</p><p>${P3}</p></article></body></html>`,
		);
		return dropped
			.filter(({ rule }) => rule === "article/outside-main")
			.map(({ start, end }) => text.slice(start, end));
	};

	it.each([
		["<nav><a href=/>Home</a><a href=/w>World</a></nav>", "Home World"],
		["<div><a href=/a><span>Amity</span><span>Port workers return</span></a></div>", "Amity Port workers return"],
		["<nav><button>Accept all</button><button>Reject all</button></nav>", "Accept all Reject all"],
		["<div><a href=/>Amity<svg></svg>World</a></div>", "Amity World"],
		["<nav><a href=/><span>T</span><span>he news</span></a></nav>", "The news"],
	])("stand apart: %s", (html, words) => {
		expect(outside(html)).toContain(words);
	});

	it("are joined within a word of the report", () => {
		const article = read(
			`<html><head><title>Ferry sinks off Port Amity</title></head><body><article><h1>Ferry sinks off Port Amity</h1><p><span class="drop">T</span>${P1.slice(1)}</p><p>${P2.replace("lighthouse", '<a href="/l">light<svg></svg></a>house')}</p><p>${P3}</p></article></body></html>`,
		);
		expect(bodyText(article)).toBe(`${P1}\n\n${P2}\n\n${P3}`);
	});

	it("of one cell are paragraphs, of which the first has its dateline", () => {
		const article = read(
			`<html><head><title>Ferry sinks off Port Amity</title></head><body><table><tr><td>PORT AMITY (AGN) - ${P1}<br><br>${P2}<br><br>${P3}</td></tr></table></body></html>`,
		);
		expect(article.dateline).toMatchObject({ place: "PORT AMITY", agency: "AGN" });
		expect(bodyText(article)).toBe(`${P1}\n\n${P2}\n\n${P3}`);
	});
});

it("a page of 1,400 elements that hold nothing but each other is read as one of a few", () => {
	const page = (depth: number): string =>
		`<html><head><title>Ferry sinks off Port Amity</title></head><body>${"<div>".repeat(depth)}<p>${P1}</p><p>${P2}</p><p>${P3}</p>${"</div>".repeat(depth)}</body></html>`;
	expect(bodyText(read(page(1400)))).toBe(bodyText(read(page(3))));
});
