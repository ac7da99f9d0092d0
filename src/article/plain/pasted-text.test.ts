import { describe, expect, it } from "vitest";
import type { Article } from "../../model/article.ts";
import { sha256Hex } from "../../text/hash.ts";
import { bodyText, readArticle } from "../article.ts";

const P1 = "The ferry Amity Star sank off Port Amity on Monday evening, the coast guard said.";
const P2 = "“We saw her lights go out,” said Ada Quill, who keeps the lighthouse at the end of the pier.";
const P3 = "Nine of the crew of thirty were still missing when the search was called off at dark.";

function read(text: string, mediaType: "text/plain" | "text/markdown" = "text/plain"): Article {
	const bytes = new TextEncoder().encode(text);
	const { article } = readArticle({
		place: "reports/a.txt",
		url: null,
		mediaType,
		sha256: sha256Hex(bytes),
		at: null,
		bytes,
		charset: null,
		stated: { outlet: null, published: null, title: null, role: "report" },
	});
	if (!article) throw new Error("no article");
	return article;
}

function rulesOf(article: Article): string[] {
	return article.dropped.map(({ rule }) => rule);
}

describe("wrapped lines", () => {
	const wrapped =
		"The ferry Amity Star sank off Port Amity on Monday evening, the\ncoast guard said, and nine of the crew of thirty were still\nmissing when the search was called off at dark.";
	it("are one block also right under the headline, indented, quoted or in a narrow column", () => {
		expect(read(`Ferry sinks off Port Amity\n${wrapped}`).blocks).toHaveLength(2);
		expect(read(`Ferry sinks\n   ${wrapped}\n   ${wrapped.replace("nine", "ten")}`).blocks).toHaveLength(3);
		expect(read(wrapped.replace(/^/gm, "> ")).blocks).toHaveLength(1);
		const narrow =
			"The ferry Amity Star sank off\nPort Amity on Monday evening,\nthe coast guard said, and nine\nof the crew of thirty were not\nfound when the search was\ncalled off.";
		expect(read(`Ferry sinks\n\n${narrow}`).blocks).toHaveLength(2);
	});

	it("are not joined over a line that is dropped", () => {
		const text = "> The ferry Amity Star sank off Port Amity, the coast\n---\n> guard said.";
		const { blocks, dropped } = read(text, "text/markdown");
		for (const { start, end } of blocks)
			for (const other of dropped) expect(other.end <= start || other.start >= end).toBe(true);
	});

	it("with a hyphen at the column's end are one block", () => {
		expect(
			read("Ferry sinks\n\nThe ferry was lost with nine of her crew on Mon-\nday evening, the guard said.").blocks,
		).toHaveLength(2);
	});

	it("are not seen in a poem or in short paragraphs", () => {
		const poem =
			"The light goes round, the light goes round\nand finds the sea, and finds the ground\nand never once the man who wound\nthe light";
		expect(read(`${P1} It reads:\n\n${poem}\n\n${P3}`).blocks).toHaveLength(6);
		expect(read(`Ferry sinks\n\n${P1}\nIt was dark.\n${P3}`).blocks).toHaveLength(4);
	});
});

describe("running heads and page numbers", () => {
	it("are dropped where they recur beside each other", () => {
		const head = "THE AMITY QUARTERLY";
		const article = read(`${head}\nFerry sinks\n\n${P1}\n${head}\n2\n${P2}\n${head}\n3\n${P3}`);
		expect(bodyText(article)).not.toContain(head);
		expect(rulesOf(article).filter((rule) => rule === "article/page-number")).toHaveLength(2);
		expect(article.headline?.text).toBe("Ferry sinks");
	});

	it("are not seen in the numbers of a list", () => {
		const article = read(
			`Boats\n\n${P1}\n1\nThe first was blue, the coast guard said.\n2\nThe second was not, the coast guard said.`,
		);
		expect(rulesOf(article)).toEqual([]);
	});
});

describe("headlines of other stories", () => {
	it("above a report are never its headline, which is then composed", () => {
		const article = read(`Museum buys old lighthouse lamp\nOtters return to valley canal\n${P1}\n${P3}`);
		expect(article.headline).toMatchObject({ made: true, text: P1 });
		expect(rulesOf(article)).toEqual(["article/headline-list", "article/headline-list"]);
	});

	it("are dropped under a label that heads them, and below the end", () => {
		const others = "Otters return to valley canal\nWho owns the pier?\nMuseum buys lamp";
		expect(bodyText(read(`Ferry sinks\n\n${P1}\n\nRelated stories\n${others}\n\n${P3}`))).toBe(`${P1}\n\n${P3}`);
		expect(bodyText(read(`Ferry sinks\n\n${P1}\n${P3}\nOtters return\nMuseum buys lamp\nPier sold`))).toBe(
			`${P1}\n${P3}`,
		);
	});

	it("are not seen in fields, nor where a sentence follows", () => {
		const score = "Half-time: 1-1\nAttendance: 2,311\nReferee: D. Frome";
		expect(rulesOf(read(`Rovers win\n\n${P1}\n${score}`))).toEqual([]);
		expect(rulesOf(read(`Sayings\n\n${P1}\n"It sank"\n"It did not"\n"Did it?"\nSo ended the hearing.`))).toEqual([]);
	});

	it("leave two decks and more to a headline that they share the report with", () => {
		const article = read(
			`Ferry Amity Star sinks\nCoast guard: nine missing\nSearch called off at dark\nThirty crew aboard\n\n${P1}\n${P3}`,
		);
		expect(article.headline?.text).toBe("Ferry Amity Star sinks");
		expect(rulesOf(article)).toEqual([]);
	});
});

describe("outlets", () => {
	it("are read beside an author and after a headline", () => {
		const byline = read(`Ferry sinks off Port Amity\nAda Quill | Amity Mail\n\n${P1}\n\n${P3}`);
		expect(byline.byline?.authors).toEqual(["Ada Quill"]);
		expect(byline.outlet).toMatchObject({ text: "Amity Mail", from: "byline" });
		const title = read(`Ferry sinks off Port Amity | Amity Mail\n\n${P1}\n\n${P3}`);
		expect(title.headline?.text).toBe("Ferry sinks off Port Amity");
		expect(title.outlet).toMatchObject({ text: "Amity Mail", from: "title" });
		expect(read(`Ferry sinks off Port Amity - coast guard\n\n${P1}\n\n${P3}`).outlet).toBeNull();
	});
});

describe("mails", () => {
	it("lose header, signature and chatter", () => {
		const text = `---------- Forwarded message ---------\nFrom: Bo Marsh <bo@marsh.example>\nDate: Tue, 4 Mar 2031 at 09:12\nSubject: ferry\n\nFerry sinks\n${P1}\n${P3}\n\n--\nBo Marsh\nPier Street 3`;
		const article = read(text);
		expect(article.headline?.text).toBe("Ferry sinks");
		expect(bodyText(article)).toBe(`${P1}\n${P3}`);
		expect(article.published.earliest).toBeNull();
	});

	it("keep the closing of a letter that a report prints", () => {
		const letter = `Letter to the town\n${P1}\n${P3}\nYours sincerely,\nAda Quill, keeper of the light`;
		expect(rulesOf(read(letter))).toEqual([]);
	});
});

describe("wires", () => {
	it("lose the marks of their paragraphs", () => {
		const text = `FERRY SINKS OFF PORT AMITY<\n\u0019By Ada Quill, Harbour News<\n\u0019${P1}<\n\u0019${P3}<\n\u0019end<`;
		const article = read(text);
		expect(article.headline?.text).toBe("FERRY SINKS OFF PORT AMITY");
		expect(article.byline?.authors).toEqual(["Ada Quill"]);
		expect(article.body.map(({ start, end }) => text.slice(start, end))).toEqual([P1, P3]);
	});
});

describe("threads", () => {
	const post = (time: string, words: string): string => `Amity Radio\n@amityradio\nAug 19, 2031 · ${time}\n${words}\n`;
	it("have a post for each stamp", () => {
		const article = read(`${post("11:48 AM", P1)}${post("12:05 PM", P3)}`);
		expect(
			article.posts.map(({ start, end, published }) => [article.text.slice(start, end), published.earliest]),
		).toEqual([
			[P1, "2031-08-19T11:48"],
			[P3, "2031-08-19T12:05"],
		]);
	});

	it("have none where a part of the text has no stamp, or clock times alone", () => {
		expect(read(`${P2}\n${post("11:48 AM", P1)}${post("12:05 PM", P3)}`).posts).toEqual([]);
		expect(read(`Live: ferry sinks\n18:40 ${P1}\n18:15 ${P3}`).posts).toEqual([]);
	});
});

describe("texts given twice", () => {
	it("that overlap lose the beginning of the second, with half a sentence at the seam", () => {
		const long = "The coast guard sent two boats and a helicopter, and a trawler joined them at nine.";
		const text = `Ferry sinks\n${P1}\n${long}\n${P3}\nand a trawler joined them at nine.\n${P3}\nThe search goes on at first light, it said.`;
		const article = read(text);
		expect(article.repeats).toHaveLength(1);
		expect(bodyText(article)).toBe(`${P1}\n${long}\n${P3}\n\nThe search goes on at first light, it said.`);
	});

	it("keep a later sentence that gives another figure", () => {
		const early = "Officials said on Monday that 12 people were hurt in the fire on the ferry at Sandry.";
		expect(read(`Toll rises\n${early}\n${early.replace("12", "17")}\n${P3}`).repeats).toEqual([]);
	});
});

describe("a stub", () => {
	it("says that the rest is to be paid for", () => {
		const article = read(`La piscine ferme\n${P1}\nCet article est réservé aux abonnés`);
		expect(article.truncated).toMatchObject({ kind: "paywall" });
		expect(read(`La piscine ferme\n${P1}\nCet article est réservé aux abonnés\n${P3}`).truncated).toBeNull();
	});
});

describe("Markdown", () => {
	it("gives its front matter as metadata", () => {
		const text = `---\ntitle: "Ferry sinks"\nauthors: [Ada Quill, Bo Marsh]\ndate: 2031-05-15\noutlet: Amity Mail\nurl: https://amity.example/ferry?utm_source=x\n---\n\n# Ferry sinks\n\n${P1}\n`;
		const article = read(text, "text/markdown");
		expect(article.headline).toMatchObject({ text: "Ferry sinks", made: false });
		expect(article.byline?.authors).toEqual(["Ada Quill", "Bo Marsh"]);
		expect(article.outlet).toMatchObject({ text: "Amity Mail", from: "front-matter", site: "amity.example" });
		expect(article.published.earliest).toBe("2031-05-15");
		expect(article.sourceId).toContain("amity.example/ferry");
		expect(article.metadata.filter(({ from }) => from === "front-matter").map(({ field }) => field)).toEqual([
			"title",
			"author",
			"author",
			"outlet",
			"published",
			"canonical",
		]);
		expect(rulesOf(article)).toEqual(["article/front-matter", "article/markdown-mark"]);
	});

	it("has headings, items, quotes and links, and no pictures", () => {
		const text = `Ferry sinks\n===========\n\n![The Amity Star](a.jpg)\n\nThe ferry [Amity Star](https://amity.example/star) sank off Port Amity on Monday evening.\n\n## A sister lost\n\n- one\n- two\n\n> ${P2}\n\n[Read more: Port strike ends](https://amity.example/2)\n`;
		const article = read(text, "text/markdown");
		expect(article.headline?.text).toBe("Ferry sinks");
		expect(article.blocks.map(({ kind }) => kind)).toEqual([
			"heading",
			"paragraph",
			"heading",
			"item",
			"item",
			"quote",
		]);
		expect(article.links.map(({ start, end, url }) => [text.slice(start, end), url])).toEqual([
			["Amity Star", "https://amity.example/star"],
		]);
		expect(rulesOf(article)).toEqual([
			"article/markdown-mark",
			"article/photo-caption",
			"article/markdown-mark",
			"article/quote-mark",
			"article/see-also",
		]);
	});

	it("leaves fields in the middle of a text alone", () => {
		expect(rulesOf(read(`Notes\n\n${P1}\n\ntitle: none\n\n${P3}`, "text/markdown"))).toEqual([]);
	});
});
