import { describe, expect, it } from "vitest";
import type { Article } from "../../model/article.ts";
import type { Capture } from "../../model/capture.ts";
import { sha256Hex } from "../../text/hash.ts";
import { bodyText, readArticle } from "../article.ts";

const P1 = "The ferry Amity Star sank off Port Amity on Monday evening, the coast guard said.";
const P2 = "“We saw her lights go out,” said Ada Quill, who keeps the lighthouse at the end of the pier.";
const P3 = "Nine of the crew of thirty were still missing when the search was called off at dark.";

function capture(text: string, stated: Partial<Capture["stated"]> = {}): Capture {
	const bytes = new TextEncoder().encode(text);
	return {
		place: "reports/a.txt",
		url: null,
		mediaType: "text/plain",
		sha256: sha256Hex(bytes),
		at: null,
		bytes,
		charset: null,
		stated: { outlet: null, published: null, title: null, role: "report", ...stated },
	};
}

function read(text: string, stated: Partial<Capture["stated"]> = {}): Article {
	const { article } = readArticle(capture(text, stated));
	if (!article) throw new Error("no article");
	return article;
}

describe("a plain text", () => {
	it("is read into headline, deck, byline, date, dateline and body, with offsets into the file as it is", () => {
		const text = `Photo: AGN\r\n\r\nFerry sinks off Port Amity\r\nNine of her crew are missing\r\nBy Ada Quill, Harbour News\r\n14 May 2031\r\n\r\nPORT AMITY (AGN) – ${P1}\r\n\r\n${P3}\r\n\r\nLoad Next Story\r\n`;
		const article = read(text);
		expect(article.text).toBe(text);
		expect(article.headline).toMatchObject({ text: "Ferry sinks off Port Amity", made: false });
		expect(article.byline?.authors).toEqual(["Ada Quill"]);
		expect(article.dateline).toMatchObject({ place: "PORT AMITY", agency: "AGN" });
		expect(article.published).toMatchObject({ earliest: "2031-05-14", precision: "day", exact: "14 May 2031" });
		expect(article.published.evidence).toEqual([
			{ article: article.id, start: text.indexOf("14 May"), end: text.indexOf("14 May") + 11 },
		]);
		expect(bodyText(article)).toBe(`Nine of her crew are missing\n\n${P1}\r\n\r\n${P3}`);
		expect(article.dropped.map(({ rule }) => rule)).toEqual([
			"article/photo-credit",
			"article/date-line",
			"article/page-furniture",
		]);
	});

	it("that opens with prose gets a headline made from its first sentence", () => {
		expect(read(`${P1}\n\n${P3}`).headline).toEqual({ text: P1, span: null, from: "first-sentence", made: true });
	});

	it("takes its headline from among several by the words it shares with the report", () => {
		const article = read(
			`Harbour seal returns\nWho owns the lighthouse\nPort strike ends\nFerry Amity Star sinks, crew missing\n\n${P1}\n\n${P3}`,
		);
		expect(article.headline?.text).toBe("Ferry Amity Star sinks, crew missing");
		expect(article.dropped.map(({ rule }) => rule)).toEqual([
			"article/headline-list",
			"article/headline-list",
			"article/headline-list",
		]);
	});

	it("does not take the name of a site for the headline", () => {
		const article = read(`Harbour Post\nFerry Amity Star sinks off the pier\n\n${P1}\n\n${P3}`);
		expect(article.headline?.text).toBe("Ferry Amity Star sinks off the pier");
	});

	it("takes an outlet's name in capitals above the headline for the outlet", () => {
		const article = read(`AMITY HERALD\n\nFerry Amity Star sinks off the pier\n\n${P1}\n\n${P3}`);
		expect(article.outlet).toEqual({ text: "AMITY HERALD", span: { start: 0, end: 12 }, from: "masthead", site: null });
		expect(article.headline?.text).toBe("Ferry Amity Star sinks off the pier");
	});

	it("reads the date that ends its byline", () => {
		const article = read(
			`Ferry sinks off Port Amity\nBy Ada Quill | Harbour News | 14 May 2031, 19:05\n\n${P1}\n\n${P3}`,
		);
		expect(article.byline?.authors).toEqual(["Ada Quill"]);
		expect(article.published).toMatchObject({ earliest: "2031-05-14T19:05", exact: "14 May 2031, 19:05" });
	});

	it("drops a caption that stands right under its credit", () => {
		const caption = "The Amity Star at her pier, as she was in the spring of last year.";
		const article = read(`Ferry sinks off Port Amity\n\nPhoto: R. Osei\n${caption}\n\n${P1}\n\n${P3}`);
		expect(bodyText(article)).toBe(`${P1}\n\n${P3}`);
	});

	it("pasted twice, the second time with less, is folded to the first half", () => {
		const half = `${P1}\n${P2}\nSEE ALSOHarbour seal returns\n${P3}\n`;
		const text = `Ferry sinks\nQuote from bo on March 2, 2031, 09:15${half}Source: https://harbour.example/1\n${half.replace("SEE ALSO", "")}Source: https://harbour.example/1`;
		const article = read(text);
		expect(bodyText(article)).toBe(`${P1}\n${P2}\n\n${P3}`);
		expect(article.repeats).toHaveLength(1);
		expect(article.repeats[0]?.kind).toBe("near");
		expect(article.sourceLines.map(({ url }) => url)).toEqual(["https://harbour.example/1"]);
		expect(article.published.earliest).toBeNull();
	});

	it("keeps what a speaker says twice within a paragraph", () => {
		const refrain =
			"We will not leave this harbour to the sand. We will not leave it to the owners of the sand either. ";
		expect(read(`Ferry sinks\n\n${P1}\n\n${refrain.repeat(2).trim()}\n\n${P3}`).repeats).toEqual([]);
	});

	it("keeps a pull quote that repeats one sentence", () => {
		expect(read(`${P1}\n\n${P2}\n\n${P3}\n\n${P2}`).repeats).toEqual([]);
	});

	it("that was wrapped at a column has one block a paragraph, and unwrapped lines stay apart", () => {
		const wrapped =
			"The ferry Amity Star sank off Port Amity on Monday evening, the coast\nguard said, and nine of the crew of thirty were still missing when the\nsearch was called off at dark.";
		expect(read(`Ferry sinks\n\n${wrapped}\n\n${P3}`).blocks.map(({ kind }) => kind)).toEqual([
			"heading",
			"paragraph",
			"paragraph",
		]);
		expect(read(`${P1}\n${P2}\n${P3}`).blocks).toHaveLength(3);
	});

	it("takes what is stated beside it over what stands in it", () => {
		const article = read(`Ferry sinks off Port Amity\n\n${P1}`, {
			outlet: "Harbour Post",
			published: "2031-05-14T10:00:00Z",
			title: "Ferry sinks",
		});
		expect(article.outlet?.text).toBe("Harbour Post");
		expect(article.headline).toMatchObject({ text: "Ferry sinks", span: null, from: "stated" });
		expect(article.published.earliest).toBe("2031-05-14T10:00Z");
	});

	it("whose dateline gives no year has no date of publication, and says why", () => {
		const { published } = read(`Ferry sinks\n\nPORT AMITY, May 13 (AGN) - ${P1}`);
		expect(published).toMatchObject({ earliest: null, exact: "May 13" });
		expect(published.reason).toContain("no year");
	});

	it("has a language when there is enough of it to tell", () => {
		expect(read(`${P1}\n\n${P3}`).language).toBe("en");
		expect(
			read(
				"Le traversier a coulé lundi soir au large du port, ont annoncé les garde-côtes dans un communiqué.\n\nNeuf des trente membres de l'équipage étaient toujours portés disparus mardi matin.",
			).language,
		).toBe("fr");
		expect(read("Ferry sinks.").language).toBeNull();
	});
});
