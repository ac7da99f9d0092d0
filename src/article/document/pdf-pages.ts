import type { getDocument } from "unpdf/pdfjs";
import type { Problem } from "../../model/problem.ts";
import { type PdfPage, type Run, turnPage } from "./pdf-runs.ts";

/** What a PDF says of itself beside its pages, as written there; null where it says nothing. */
export interface PdfInfo {
	readonly title: string | null;
	readonly author: string | null;
	readonly created: string | null;
	readonly modified: string | null;
	/** The same from the XMP packet, which newer writers keep instead. */
	readonly xmpTitle: string | null;
	readonly xmpAuthor: string | null;
	readonly language: string | null;
}

export interface PdfContent {
	readonly info: PdfInfo;
	readonly pages: readonly PdfPage[];
	/** Pages that are damaged and could not be read, by number; they are not among `pages`. */
	readonly damaged: readonly number[];
}

type PdfDocument = Awaited<ReturnType<typeof getDocument>["promise"]>;
type PdfPageProxy = Awaited<ReturnType<PdfDocument["getPage"]>>;
type TextContent = Awaited<ReturnType<PdfPageProxy["getTextContent"]>>;
type TextItem = Extract<TextContent["items"][number], { str: string }>;

/** Pages that a document may have: the longest official reports stay under 1,000. */
const MOST_PAGES = 1500;

/** Units of text that a document may have: as much as a text file may. */
const MOST_TEXT = 20_000_000;

/** Stretches of text that a page may have; a dense newspaper page has 3,000. */
const MOST_RUNS = 60_000;

/**
 * The stretches of text on each page of a PDF, and what the document says of itself; or why it cannot
 * be read. The library is told to run no code of the document, to fetch nothing and to say nothing.
 */
export async function readPdfPages(bytes: Uint8Array): Promise<PdfContent | Problem> {
	const { getDocument } = await import("unpdf/pdfjs");
	const task = getDocument({
		// The library takes the bytes over: it gets a copy.
		data: bytes.slice(),
		verbosity: 0,
		isEvalSupported: false,
		useSystemFonts: false,
		disableFontFace: true,
		useWorkerFetch: false,
		useWasm: false,
		enableXfa: false,
		stopAtErrors: false,
	});
	try {
		const document = await task.promise;
		if (document.numPages > MOST_PAGES) {
			return problem(
				"article/too-many-pages",
				`this document has ${document.numPages} pages; documents over ${MOST_PAGES} pages are not read; give a part`,
			);
		}
		const info = await readInfo(document);
		const pages: PdfPage[] = [];
		const damaged: number[] = [];
		let failure: Error | null = null;
		let length = 0;
		for (let number = 1; number <= document.numPages; number++) {
			const read = await readPage(document, number);
			if (read instanceof Error) {
				damaged.push(number);
				failure ??= read;
				continue;
			}
			if ("code" in read) return read;
			for (const run of read.runs) length += run.text.length;
			if (length > MOST_TEXT) {
				return problem("article/too-heavy", "this document holds more text than a file may have; give a part of it");
			}
			pages.push(read);
		}
		return failure && pages.length === 0 ? explain(failure) : { info, pages, damaged };
	} catch (cause) {
		return explain(cause);
	} finally {
		await task.destroy().catch(() => {});
	}
}

/** A page's text; an error when the library cannot make it out, which need not be so of the others. */
async function readPage(document: PdfDocument, number: number): Promise<PdfPage | Problem | Error> {
	let page: PdfPageProxy;
	let content: TextContent;
	try {
		page = await document.getPage(number);
		content = await page.getTextContent({ includeMarkedContent: true });
	} catch (cause) {
		return cause instanceof Error ? cause : new Error("a page cannot be read", { cause });
	}
	const read = toPage(page, number, content);
	page.cleanup();
	return read;
}

function problem(code: string, reason: string): Problem {
	return { code, span: null, reason };
}

function explain(cause: unknown): Problem {
	const name = cause instanceof Error ? cause.name : "";
	if (name === "PasswordException") {
		return problem("article/encrypted", "this document is encrypted and needs a password; give an open copy");
	}
	const damage =
		cause instanceof Error && cause.message !== ""
			? ` (${cause.message.replace(/\s+/g, " ").trim().slice(0, 120)})`
			: "";
	return problem("article/damaged", `this is no PDF document that can be read${damage}; fetch or make it again`);
}

async function readInfo(document: PdfDocument): Promise<PdfInfo> {
	const { info, metadata } = await document.getMetadata().catch(() => ({ info: {}, metadata: null }));
	const fields = info as { readonly [name: string]: unknown };
	const xmp = metadata as { get(name: string): unknown } | null;
	return {
		title: written(fields["Title"]),
		author: written(fields["Author"]),
		created: written(fields["CreationDate"]),
		modified: written(fields["ModDate"]),
		xmpTitle: written(xmp?.get("dc:title")),
		xmpAuthor: written(xmp?.get("dc:creator")),
		language: written(fields["Language"]),
	};
}

/** Units that a field of the document's own may have; longer ones are no titles and no names. */
const LONGEST_FIELD = 500;

function written(value: unknown): string | null {
	const text = Array.isArray(value) ? value.filter((one) => typeof one === "string").join(", ") : value;
	if (typeof text !== "string") return null;
	const clean = text
		.toWellFormed()
		.replace(/[\s\u0000-\u001f]+/g, " ")
		.trim();
	return clean === "" || clean.length > LONGEST_FIELD ? null : clean;
}

function toPage(page: PdfPageProxy, number: number, content: TextContent): PdfPage | Problem {
	const viewport = page.getViewport({ scale: 1 });
	const [a = 1, b = 0, c = 0, d = -1, e = 0, f = 0] = viewport.transform as number[];
	const scale = Math.hypot(a, b);
	const runs: (Run & { readonly angle: number })[] = [];
	const marked: boolean[] = [];
	let space = false;
	for (const item of content.items) {
		if (!("str" in item)) {
			if (item.type === "endMarkedContent") marked.pop();
			else marked.push(("tag" in item && item.tag === "Artifact") || marked[marked.length - 1] === true);
			continue;
		}
		const text = clean(item.str);
		if (text.trim() === "") {
			space ||= item.str !== "";
			continue;
		}
		if (runs.length >= MOST_RUNS) {
			return problem(
				"article/too-heavy",
				`page ${number} of this document holds more than ${MOST_RUNS} pieces of text; give the report's text instead`,
			);
		}
		const [ta = 0, tb = 0, tc = 0, td = 0, te = 0, tf = 0] = item.transform as number[];
		const across: readonly [number, number] = [a * ta + c * tb, b * ta + d * tb];
		const up: readonly [number, number] = [a * tc + c * td, b * tc + d * td];
		const size = Math.hypot(...up);
		if (!(size > 0.5) || !Number.isFinite(te + tf + size)) continue;
		const x = a * te + c * tf + e;
		runs.push({
			text: text.trim(),
			x0: x,
			x1: x + Math.max(0, item.width) * scale,
			y: b * te + d * tf + f,
			size,
			font: item.fontName,
			rtl: item.dir === "rtl",
			vertical: isVertical(item, content),
			artifact: marked[marked.length - 1] === true,
			spaced: space || /^\s/.test(text),
			raised: false,
			angle: Math.atan2(across[1], across[0]),
		});
		space = /\s$/.test(text);
	}
	return turnPage(number, viewport.width, viewport.height, runs);
}

function isVertical(item: TextItem, content: TextContent): boolean {
	return content.styles[item.fontName]?.vertical === true;
}

/** Ligatures and the forms that Arabic letters take in a word: drawn shapes of letters, not letters. */
const SHAPES = /[\ufb00-\ufb4f\ufb50-\ufdff\ufe70-\ufefc]/g;

/** Text without controls, its letters as they are written. */
function clean(text: string): string {
	return text
		.toWellFormed()
		.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff]/g, "")
		.replace(SHAPES, (shape) => shape.normalize("NFKC"));
}
