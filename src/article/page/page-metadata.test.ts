import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findArticleBreaches } from "../../../test/article-invariants.ts";
import type { Article, MetadataField } from "../../model/article.ts";
import { sha256Hex } from "../../text/hash.ts";
import { readArticle } from "../article.ts";

const P1 =
	"The ferry Amity Star sank off Port Amity on Monday evening, the coast guard said, after water had come in through a door at the bow that nobody had closed.";
const P2 =
	"“We saw her lights go out,” said Ada Quill, who keeps the lighthouse at the end of the pier and who called for help a few minutes after eight in the evening.";
const P3 =
	"Nine of the crew of thirty were still missing when the search was called off at dark, and the coast guard said that it would go on at first light on Tuesday.";

interface Parts {
	readonly head?: string;
	readonly top?: string;
	readonly end?: string;
	readonly linked?: unknown;
	readonly lang?: string;
}

function page({
	head = "",
	top = "<h1>Ferry sinks off Port Amity</h1>",
	end = "",
	linked,
	lang = "en",
}: Parts): string {
	const script =
		linked === undefined
			? ""
			: `<script type="application/ld+json">${JSON.stringify(linked).replace(/</g, "\\u003c")}</script>`;
	return `<!doctype html><html lang="${lang}"><head><title>Ferry sinks off Port Amity | Harbour Post</title>
<meta property="og:site_name" content="Harbour Post"><link rel="canonical" href="https://harbour.example/ferry">${head}${script}</head>
<body><main><article>${top}<p>${P1}</p><p>${P2}</p><p>${P3}</p>${end}</article></main></body></html>`;
}

function read(html: string): Article {
	const bytes = new TextEncoder().encode(html);
	const stated = { outlet: null, published: null, title: null, role: "report" } as const;
	const { article, problems } = readArticle({
		place: "a.html",
		url: null,
		mediaType: "text/html",
		sha256: sha256Hex(bytes),
		at: null,
		bytes,
		charset: null,
		stated,
	});
	if (!article) throw new Error(JSON.stringify(problems));
	expect(findArticleBreaches(article)).toEqual([]);
	return article;
}

const listed = (article: Article, field: MetadataField): unknown[] =>
	article.metadata.filter((value) => value.field === field).map(({ from, text, taken }) => [from, text, taken]);

describe("a page's headline", () => {
	it("is the heading below the crumbs where one of the page's titles is that heading", () => {
		const top =
			'<nav class="breadcrumbs"><ul><li><h1>Amity Star: ferry off Port Amity sinks</h1></li></ul></nav><header><h2>A ferry sinks in sight of the pier</h2></header>';
		const head = '<meta property="og:title" content="A ferry sinks in sight of the pier">';
		expect(
			read(page({ head, top }).replace("Ferry sinks off Port Amity |", "Amity Star: ferry off Port Amity sinks |"))
				.headline?.text,
		).toBe("A ferry sinks in sight of the pier");
	});

	it("leaves its kicker to what is dropped", () => {
		const article = read(
			page({ top: '<h1><span class="kicker">World</span> <span>Ferry sinks off Port Amity</span></h1>' }),
		);
		expect(article.headline?.text).toBe("Ferry sinks off Port Amity");
		const kicker = article.dropped.find(({ rule }) => rule === "article/kicker");
		expect(kicker && article.text.slice(kicker.start, kicker.end)).toBe("World");
	});

	it("is what the page shows, and what other sources say is kept beside it", () => {
		const head = '<meta property="og:title" content="Ferry sinks: all we know">';
		const article = read(page({ head }));
		expect(article.headline).toMatchObject({ text: "Ferry sinks off Port Amity", from: "h1" });
		expect(listed(article, "title")).toEqual([
			["h1", "Ferry sinks off Port Amity", true],
			["og:title", "Ferry sinks: all we know", false],
			["title", "Ferry sinks off Port Amity | Harbour Post", false],
		]);
	});
});

describe("a page's authors", () => {
	it("are the people that its JSON-LD names, given as ids, lists or parts of names", () => {
		const linked = {
			"@graph": [
				{ "@type": "Person", "@id": "#ada", name: "Ada Quill" },
				{
					"@type": "NewsArticle",
					headline: "Ferry sinks off Port Amity",
					datePublished: "2031-05-14T09:30:00+02:00",
					author: [{ "@id": "#ada" }, { "@type": "Person", givenName: "Bo", familyName: "Marsh" }],
				},
			],
		};
		expect(read(page({ linked })).byline?.authors).toEqual(["Ada Quill", "Bo Marsh"]);
	});

	it("are those of the byline where the metadata names only the outlet", () => {
		const linked = {
			"@type": "NewsArticle",
			headline: "Ferry sinks off Port Amity",
			author: { "@type": "Organization", name: "Harbour Post" },
		};
		const article = read(
			page({ linked, top: '<h1>Ferry sinks off Port Amity</h1><p class="byline">By Ada Quill, Port Amity</p>' }),
		);
		expect(article.byline).toMatchObject({ authors: ["Ada Quill"], text: "By Ada Quill, Port Amity" });
		expect(listed(article, "author")).toContainEqual(["json-ld", "Harbour Post", false]);
	});

	it("are those of a line that is a name alone where nothing else names any", () => {
		expect(read(page({ end: "<p><strong>Ada Quill</strong></p>" })).byline?.authors).toEqual(["Ada Quill"]);
		expect(read(page({})).byline).toBeNull();
	});

	it("are told apart from an agency, which is credited", () => {
		const article = read(page({ head: '<meta name="author" content="Ada Quill, AFP">', end: "<p>(Reuters)</p>" }));
		expect(article.byline).toMatchObject({ authors: ["Ada Quill"], agencies: ["AFP"] });
		expect(article.agencies.map(({ text, from }) => [text, from])).toEqual([
			["AFP", "byline"],
			["Reuters", "agency-tag"],
		]);
	});
});

describe("a page's dates", () => {
	it("keep publication and change apart, each with its zone as given", () => {
		const head =
			'<meta property="article:modified_time" content="2031-05-15T10:00:00Z"><meta name="article.published" content="2031-05-14 09:30">';
		const article = read(page({ head }));
		expect(article.published).toMatchObject({ earliest: "2031-05-14T09:30", zone: null });
		expect(article.modified).toMatchObject({ earliest: "2031-05-15T10:00Z", zone: "Z" });
	});

	it("never make a change a publication", () => {
		const head = '<meta property="article:modified_time" content="2031-05-15T10:00:00Z">';
		expect(read(page({ head })).published.precision).toBeNull();
	});

	it("are read from the line below the headline in the page's language", () => {
		const top =
			"<h1>Ferry sinks off Port Amity</h1><div>Veröffentlicht am 14. Mai 2031, 9.30 Uhr | Aktualisiert: 15.05.2031</div>";
		const article = read(page({ top, lang: "de" }));
		expect(article.published).toMatchObject({ earliest: "2031-05-14T09:30", zone: null });
		expect(article.modified.earliest).toBe("2031-05-15");
	});

	it("say so where the publication given is the last change", () => {
		const both = "2031-05-15T10:00:00Z";
		const head = `<meta property="article:published_time" content="${both}"><meta property="article:modified_time" content="${both}">`;
		const top = "<h1>Ferry sinks off Port Amity</h1><div>Published 12 May 2031</div>";
		const article = read(page({ head, top }));
		expect(article.published.earliest).toBe("2031-05-12");
		expect(article.published.reason).toContain("last change");
	});

	it("leave a day that may be a month open unless another source settles it", () => {
		const head = '<meta name="pubdate" content="03/04/2031">';
		expect(read(page({ head })).published.precision).toBe("range");
		const settled = read(page({ head: `${head}<meta name="dc.date" content="2031-04-03">` })).published;
		expect(settled.earliest).toMatch(/^2031-04-03/);
	});
});

describe("a page's other fields", () => {
	it("give the section, the outlet's name and site, and the language that the text bears out", () => {
		const head = '<meta property="article:section" content="World">';
		const article = read(page({ head, lang: "fr" }));
		expect(article.section).toMatchObject({ text: "World", span: null });
		expect(article.outlet).toMatchObject({ text: "Harbour Post", site: "harbour.example" });
		expect(article.language).toBe("en");
		expect(listed(article, "language")).toEqual([["html lang", "fr", false]]);
	});

	it("are listed by field, each value of a source once, however often a hostile page gives it", () => {
		const head = '<meta name="author" content="Ada Quill">'.repeat(50);
		const many = Array.from(
			{ length: 400 },
			(_, i) => `<meta name="keywords${i}" content="x"><meta name="author" content="A${i} B">`,
		);
		const article = read(page({ head: head + many.join("") }));
		expect(listed(article, "author").length).toBeLessThanOrEqual(24);
		const fields = article.metadata.map(({ field }) => field);
		expect([...new Set(fields)].flatMap((field) => fields.filter((other) => other === field))).toEqual(fields);
	});
});

describe("whatever a page states", () => {
	it("comes out the same twice, with every span exact", () => {
		const value = fc.oneof(
			fc.constantFrom(
				"Ada Quill",
				"By Ada Quill (AFP)",
				"14 May 2031",
				"03/04/2031",
				"Harbour Post",
				"Updated 15 May 2031",
				"|",
				"𐊀",
				"en",
			),
			fc.string({ maxLength: 30 }),
		);
		const quote = (text: string): string => text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
		fc.assert(
			fc.property(value, value, value, value, (author, date, line, title) => {
				const html = page({
					head: `<meta name="author" content="${quote(author)}"><meta property="article:published_time" content="${quote(date)}">`,
					top: `<h1><span class="kicker">${quote(line)}</span> ${quote(title)}</h1><div class="byline">${quote(author)}</div><div>${quote(date)}</div>`,
					linked: { "@type": "NewsArticle", headline: title, author: [author, { name: line }], datePublished: date },
				});
				expect(read(html)).toEqual(read(html));
			}),
			{ numRuns: 40 },
		);
	});
});

describe("a page's headline, where no heading says it in spaced words", () => {
	const body = `<p>${P1}</p><p>${P2}</p><p>${P3}</p>`;
	const site = '<meta property="og:site_name" content="Harbour Post">';
	const titled = (title: string, head: string, top: string): string =>
		`<!doctype html><html lang="en"><head><title>${title}</title>${head}</head><body><main>${top}${body}</main></body></html>`;

	it("is the heading in a script without spaces", () => {
		const article = read(
			titled(
				"港湾相が辞任表明 | アミティ新聞",
				'<meta property="og:site_name" content="アミティ新聞">',
				"<h1>港湾相が辞任表明</h1>",
			),
		);
		expect(article.headline?.text).toBe("港湾相が辞任表明");
		expect(article.headline?.from).toBe("h1");
	});

	it("is the block that is the title without the site's name before it", () => {
		const top = '<div class="hed">Ferry sinks off Port Amity with thirty aboard</div>';
		const article = read(titled("Harbour Post: Ferry sinks off Port Amity with thirty aboard", site, top));
		expect(article.headline?.text).toBe("Ferry sinks off Port Amity with thirty aboard");
		const texts = article.blocks.map(({ start, end }) => article.text.slice(start, end));
		expect(texts.filter((text) => text.startsWith("Ferry sinks"))).toHaveLength(1);
	});

	it("is the part of the title that is not the site's name, on whichever side of the mark it stands", () => {
		expect(read(titled("Harbour Post: Ferry sinks off Port Amity", site, "")).headline?.text).toBe(
			"Ferry sinks off Port Amity",
		);
		const banner =
			"<table><tr><td><b>HARBOUR DAILY ONLINE</b></td></tr><tr><td><b>Ferry sinks off pier</b></td></tr></table>";
		expect(read(titled("HARBOUR DAILY ONLINE - Ferry sinks off pier", "", banner)).headline?.text).toBe(
			"Ferry sinks off pier",
		);
		expect(read(titled("HARBOUR DAILY ONLINE - Ferry sinks off pier", "", "")).headline?.text).toBe(
			"Ferry sinks off pier",
		);
	});
});

describe("a byline that names more people than the page's metadata", () => {
	it.each([
		'<span class="byline">By <a>Ada Quill</a> and <a>Bo Marsh</a> <time>14 May 2031</time></span>',
		'<div class="byline">By Ada Quill and Bo Marsh<br>Wed 14 May 2031 14.05 CET</div>',
		'<span class="byline">By <a class="author">Ada Quill</a> and <a>Bo Marsh</a> <time>14 May 2031</time></span>',
		"<p>By Ada Quill in Amity and Bo Marsh</p>",
	])("is taken whole from %s", (byline) => {
		const article = read(
			page({ head: '<meta name="author" content="Ada Quill">', top: `<h1>Ferry sinks off Port Amity</h1>${byline}` }),
		);
		expect(article.byline?.authors).toEqual(["Ada Quill", "Bo Marsh"]);
		expect(article.metadata.every(({ text }) => !/Marsh\p{L}/u.test(text))).toBe(true);
	});
});

describe("a page's date in a line below its text", () => {
	it("is the date of publication, though a change follows it in brackets", () => {
		const article = read(page({ end: "<p>12 marzo 2031 (modifica il 13 marzo 2031 | 09:10)</p>" }));
		expect(article.published.earliest).toBe("2031-03-12");
		expect(article.dropped.map(({ rule }) => rule)).toContain("article/date-line");
	});
});
