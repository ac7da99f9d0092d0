import { describe, expect, it } from "vitest";
import type { Capture, MediaType } from "../src/model/capture.ts";
import { collateCaptures } from "../src/pipeline.ts";
import { loadAnalysisData } from "../src/system/data.ts";
import { readArticleGuarded } from "../src/system/guarded-article.ts";
import { sha256Hex } from "../src/text/hash.ts";

function capture(content: string | Uint8Array, mediaType: MediaType = "text/plain"): Capture {
	const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
	const stated = { outlet: null, published: null, title: null, role: "report" } as const;
	return { place: "a", url: null, mediaType, sha256: sha256Hex(bytes), at: null, bytes, charset: null, stated };
}

async function codesOf(content: string | Uint8Array, mediaType: MediaType = "text/plain"): Promise<string[]> {
	const { article, problems } = await readArticleGuarded(capture(content, mediaType));
	expect(article === null).toBe(problems.length > 0);
	return problems.map(({ code }) => code);
}

const PROSE = "The ferry Amity Star sank off Port Amity on Monday evening, the coast guard said. ";

describe("hostile input", () => {
	it("that is empty or binary is a problem", async () => {
		expect(await codesOf("")).toEqual(["article/empty"]);
		expect(await codesOf(" \n\t\r\n")).toEqual(["article/empty"]);
		expect(await codesOf("", "text/html")).toEqual(["article/empty"]);
		expect(await codesOf(new Uint8Array(1000))).toEqual(["read/binary"]);
		expect(await codesOf("%PDF-1.4", "text/html")).toEqual(["read/binary"]);
	});

	it("nested fifty thousand deep is refused before it is parsed", async () => {
		expect(await codesOf("<div>".repeat(50_000), "text/html")).toEqual(["article/nested-too-deep"]);
		expect(await codesOf("<x><y></x></y>".repeat(50_000), "text/html")).toEqual(["article/too-many-elements"]);
	});

	it.each([
		["one line of two megabytes of prose", PROSE.repeat(25_000)],
		["two megabytes without a space", "a".repeat(2_000_000)],
		["a million quotation marks", '"'.repeat(1_000_000)],
		["a million full stops", ".".repeat(1_000_000)],
		["a million blanks between two words", `a${" ".repeat(1_000_000)}b`],
		["a million opening tags in text", "<a".repeat(1_000_000)],
		["half a million lines", "a\n".repeat(500_000)],
		["capitals without end", "PORT AMITY, ".repeat(100_000)],
		["fifty thousand equal lines of prose", `${PROSE}\n`.repeat(20_000)],
	])(
		"of %s is read within seconds",
		async (_, text) => {
			const { article } = await readArticleGuarded(capture(text));
			expect(article?.text).toBe(text);
		},
		15_000,
	);

	it("in UTF-16 with and without a mark gives the same text", async () => {
		const units = Uint16Array.from([...PROSE].map((letter) => letter.charCodeAt(0)));
		const bytes = new Uint8Array(units.buffer);
		const plain = await readArticleGuarded(capture(bytes));
		const marked = await readArticleGuarded(capture(Uint8Array.from([0xff, 0xfe, ...bytes])));
		expect(plain.article?.text).toBe(PROSE);
		expect(marked.article?.text).toBe(PROSE);
	});

	it("gives up a page at the deadline, and reads the next one", async () => {
		const page = `<article>${`<p>${PROSE.repeat(3)}</p>`.repeat(2000)}</article>`;
		const late = await readArticleGuarded(capture(page, "text/html"), 1);
		expect(late).toMatchObject({ article: null, problems: [{ code: "article/too-slow" }] });
		const next = await readArticleGuarded(capture(`<h1>Ferry sinks</h1><p>${PROSE.repeat(5)}</p>`, "text/html"));
		expect(next.article?.body).toHaveLength(1);
	});

	it.each([
		["one line of two megabytes of prose", PROSE.repeat(25_000)],
		[
			"one line of quotations",
			"The bridge was closed. “We open it on Monday,” Orla Vane told reporters, and 12 people were hurt. ".repeat(
				3_000,
			),
		],
		["a hundred thousand opening quotation marks", "“a ".repeat(100_000)],
	])(
		"of %s goes the whole way to a record",
		async (_, text) => {
			const record = await collateCaptures([capture(text)], {
				data: loadAnalysisData(),
				readArticle: readArticleGuarded,
			});
			expect(record.articles).toHaveLength(1);
			expect(record.schema).toBe("stemma.record/1");
		},
		120_000,
	);
});
