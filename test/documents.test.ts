import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ArticleReading } from "../src/article/article.ts";
import { readDocument } from "../src/article/document/document.ts";
import type { Article } from "../src/model/article.ts";
import { type Capture, DOCX_TYPE } from "../src/model/capture.ts";
import { readArticleGuarded } from "../src/system/guarded-article.ts";
import { sha256Hex } from "../src/text/hash.ts";
import { findArticleBreaches } from "./article-invariants.ts";
import { expectGolden } from "./golden.ts";

const FOLDER = join(import.meta.dirname, "fixtures/documents");
const READABLE = [
	"statement.pdf",
	"two-columns.pdf",
	"table.pdf",
	"transcript.pdf",
	"right-to-left.pdf",
	"report.docx",
];

function bytesOf(name: string): Uint8Array {
	return new Uint8Array(readFileSync(join(FOLDER, name)));
}

function capture(place: string, bytes: Uint8Array): Capture {
	return {
		place,
		url: null,
		mediaType: place.endsWith(".docx") ? DOCX_TYPE : "application/pdf",
		sha256: sha256Hex(bytes),
		at: null,
		bytes,
		charset: null,
		stated: { outlet: null, published: null, title: null, role: "report" },
	};
}

const pdf = (content: string): Uint8Array => new TextEncoder().encode(`%PDF-1.4\n${content}`);

async function read(name: string): Promise<Article> {
	const { article } = await readDocument(capture(name, bytesOf(name)));
	if (!article) throw new Error(`${name} was not read`);
	return article;
}

function codesOf({ article, problems }: ArticleReading): string[] {
	return [...(article ? ["read"] : []), ...problems.map(({ code }) => code)];
}

/** An article as a list of what was kept and what was dropped, in the order of the text. */
function list(name: string, article: Article): string {
	const { headline, byline, published, dateline } = article;
	const pageOf = (start: number): number | string => article.pages.find((page) => page.end > start)?.page ?? "-";
	const pieces = [
		...article.blocks.map((block) => ({ ...block, label: block.kind as string })),
		...article.dropped.map((part) => ({ ...part, label: `dropped, ${part.rule} (${part.reason})` })),
	].sort((a, b) => a.start - b.start);
	return [
		`# ${name}`,
		`headline: ${headline?.text} (${headline?.from})`,
		`byline: ${byline?.authors.join(", ")}; published: ${published.earliest}; dateline: ${dateline?.text}; language: ${article.language}`,
		...article.metadata.map(
			({ field, from, text, taken }) => `${field} from ${from}: ${text}${taken ? "" : " (not taken)"}`,
		),
		"",
		...pieces.map(({ start, end, label }) => `[${pageOf(start)} ${label}] ${article.text.slice(start, end)}`),
		"",
	].join("\n");
}

describe("reading documents", () => {
	it("takes columns, notes, lists, tables and tracked changes as they are meant, and drops what stands on every page", async () => {
		const listed: string[] = [];
		for (const name of READABLE) {
			const article = await read(name);
			expect(findArticleBreaches(article), name).toEqual([]);
			listed.push(list(name, article));
		}
		expectGolden("documents.txt", listed.join("\n"));
	});

	it("knows which page a word stands on, also within a paragraph that runs over pages", async () => {
		const article = await read("two-columns.pdf");
		const paragraph = article.blocks.find(({ start, end }) =>
			article.text.slice(start, end).startsWith("After that it will"),
		);
		const pages = article.pages.filter(({ start, end }) => paragraph && start < paragraph.end && end > paragraph.start);
		expect(pages.map(({ page }) => page)).toEqual([2, 3]);
	});

	it("says why a document has no text: pictures, a password, or no document at all", async () => {
		const read = async (name: string): Promise<string[]> => codesOf(await readDocument(capture(name, bytesOf(name))));
		expect(await read("scan.pdf")).toEqual(["article/no-text-layer"]);
		expect(await read("encrypted.pdf")).toEqual(["article/encrypted"]);
		const text = new TextEncoder().encode("This is no document.");
		expect(codesOf(await readDocument(capture("a.pdf", text)))).toEqual(["article/damaged"]);
		expect(codesOf(await readDocument(capture("a.docx", text)))).toEqual(["article/damaged"]);
		expect(codesOf(await readDocument(capture("b.docx", bytesOf("statement.pdf"))))).toEqual(["article/damaged"]);
	});

	it("reads the pages that are sound, and names those that are not", async () => {
		const page = (id: number, text: string): string =>
			`${id} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents ${id + 1} 0 R/Resources<</Font<</F1 9 0 R>>>>>>endobj ${id + 1} 0 obj<</Length ${text.length + 38}>>stream\nBT /F1 10 Tf 1 0 0 1 20 200 Tm (${text}) Tj ET\nendstream endobj`;
		const bytes = pdf(
			`1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R 5 0 R]/Count 2>>endobj ${page(3, "The ferry sank at nine on Monday.")} 5 0 obj 42 endobj 9 0 obj<</Type/Font/Subtype/Type1/BaseFont/Courier>>endobj trailer<</Root 1 0 R>>`,
		);
		const { article, problems } = await readDocument(capture("a.pdf", bytes));
		expect(article?.text).toBe("The ferry sank at nine on Monday.");
		expect(problems.map(({ code, reason }) => [code, reason])).toEqual([
			["article/damaged-pages", "1 of 2 pages are damaged and left out (2)"],
		]);
	});

	it("gives the same article twice, and in the thread as here", async () => {
		for (const name of ["statement.pdf", "report.docx"]) {
			const here = await readDocument(capture(name, bytesOf(name)));
			expect(await readDocument(capture(name, bytesOf(name)))).toEqual(here);
			expect(await readArticleGuarded(capture(name, bytesOf(name)))).toEqual(here);
		}
	});

	it("answers for every damaged document, and keeps every character of what it reads", async () => {
		const originals = [...READABLE, "scan.pdf", "encrypted.pdf"].map((name) => ({ name, bytes: bytesOf(name) }));
		const damage = fc.record({
			which: fc.nat(originals.length - 1),
			cut: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 4 }),
			edits: fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.nat(255)), { maxLength: 30 }),
		});
		await fc.assert(
			fc.asyncProperty(damage, async ({ which, cut, edits }) => {
				const original = originals[which];
				if (!original) return;
				const bytes = original.bytes.slice(0, Math.ceil(original.bytes.length * (cut ?? 1)));
				for (const [at, byte] of edits) bytes[Math.floor(at * bytes.length)] = byte;
				const { article, problems } = await readDocument(capture(original.name, bytes));
				if (article) expect(findArticleBreaches(article)).toEqual([]);
				else expect(problems.length).toBeGreaterThan(0);
			}),
			{ numRuns: 150 },
		);
	}, 60_000);
});

describe("hostile documents", () => {
	it("with a page tree that goes round, that has thousands of pages, or that nests without end are answered", async () => {
		const ring = pdf(
			"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[2 0 R]/Count 5>>endobj trailer<</Root 1 0 R>>",
		);
		const kids = Array.from({ length: 1600 }, (_, i) => i + 3);
		const leaves = kids.map((id) => `${id} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj`).join(" ");
		const tree = `2 0 obj<</Type/Pages/Count 1600/Kids[${kids.map((id) => `${id} 0 R`).join(" ")}]>>endobj ${leaves}`;
		const many = pdf(`1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj ${tree} trailer<</Root 1 0 R>>`);
		const deep = pdf(
			`1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj${"[".repeat(100_000)} endobj trailer<</Root 1 0 R>>`,
		);
		const codes: string[][] = [];
		for (const bytes of [ring, many, deep])
			codes.push(codesOf(await readArticleGuarded(capture("a.pdf", bytes), 10_000)));
		expect(codes).toEqual([["article/no-text-layer"], ["article/too-many-pages"], ["article/damaged"]]);
	});

	it("that take too long are given up, and the next one is read", async () => {
		const [statement] = [bytesOf("statement.pdf")];
		expect(codesOf(await readArticleGuarded(capture("a.pdf", statement), 0))).toEqual(["article/too-slow"]);
		expect(codesOf(await readArticleGuarded(capture("a.pdf", statement)))).toEqual(["read"]);
	});
});
