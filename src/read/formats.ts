import { DOCX_TYPE, type MediaType, type StatedMetadata } from "../model/capture.ts";

/** What an input holds, told from its name: a text, a page, a document, a list of reports, or a web archive. */
export type Format = "text" | "markdown" | "page" | "pdf" | "docx" | "lines" | "warc" | "wacz";

/** The formats of files that are read whole. */
export type FileFormat = Exclude<Format, "warc" | "wacz">;

/** The metadata of a capture whose input states none. */
export const NOTHING_STATED: StatedMetadata = { outlet: null, published: null, title: null, role: "report" };

const BY_ENDING: readonly (readonly [ending: string, format: Format])[] = [
	[".html.gz", "page"],
	[".htm.gz", "page"],
	[".html", "page"],
	[".htm", "page"],
	[".txt", "text"],
	[".md", "markdown"],
	[".pdf", "pdf"],
	[".docx", "docx"],
	[".jsonl", "lines"],
	[".warc.gz", "warc"],
	[".warc", "warc"],
	[".wacz", "wacz"],
	// Read no further than to say what they are.
	[".arc.gz", "warc"],
	[".arc", "warc"],
];

/** The endings that are read, for messages. */
export const READ_ENDINGS: readonly string[] = [
	".txt",
	".md",
	".html",
	".htm",
	".html.gz",
	".pdf",
	".docx",
	".jsonl",
	".warc",
	".warc.gz",
	".wacz",
];

/**
 * Bytes that one input may have. A page's parser takes time that grows with the square of the size
 * (20 seconds at 3 MB, measured), a text does not; a list of reports is many small inputs. Archives are read piece by
 * piece and have no limit of their own but from standard input, which is held whole.
 */
export const BYTE_LIMITS: Readonly<Record<Format, number>> = {
	text: 20_000_000,
	markdown: 20_000_000,
	page: 3_000_000,
	pdf: 40_000_000,
	docx: 40_000_000,
	lines: 40_000_000,
	warc: 40_000_000,
	wacz: 40_000_000,
};

/** The same by media type: of what a web archive or an evidence file holds. */
export const BYTES_OF_TYPE: Readonly<Record<MediaType, number>> = {
	"text/plain": BYTE_LIMITS.text,
	"text/markdown": BYTE_LIMITS.markdown,
	"text/html": BYTE_LIMITS.page,
	"application/pdf": BYTE_LIMITS.pdf,
	[DOCX_TYPE]: BYTE_LIMITS.docx,
};

/** The format a file's name states, or null when this kind of file is not read. */
export function formatOf(path: string): Format | null {
	const name = path.toLowerCase();
	return BY_ENDING.find(([ending]) => name.endsWith(ending))?.[1] ?? null;
}

/** Gzip's magic number (RFC 1952). */
export function isGzip(bytes: Uint8Array): boolean {
	return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 0x08;
}

/** Bytes at the start in which a PDF names itself: readers accept what comes before it. */
const PDF_HEAD = 1024;

/** Bytes at the end that hold the list of a small archive's parts. */
const ZIP_TAIL = 200_000;

/** Which document bytes are, told by the marks inside them; null when they are none that is read. */
export function sniffDocument(bytes: Uint8Array): "pdf" | "docx" | null {
	if (holds(bytes.subarray(0, PDF_HEAD), "%PDF-")) return "pdf";
	const zip = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
	return zip && holds(bytes.subarray(-ZIP_TAIL), "word/document") ? "docx" : null;
}

function holds(bytes: Uint8Array, ascii: string): boolean {
	const first = ascii.charCodeAt(0);
	for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
		let same = 1;
		while (same < ascii.length && bytes[at + same] === ascii.charCodeAt(same)) same++;
		if (same === ascii.length) return true;
	}
	return false;
}

/** Which archive bytes are, told by what they begin with; null when they are none. Gzip is told apart by unpacking it. */
export function sniffArchive(bytes: Uint8Array): "warc" | "wacz" | null {
	if (holds(bytes.subarray(0, 8), "WARC/")) return "warc";
	const zip = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
	return zip && holds(bytes.subarray(-ZIP_TAIL), "datapackage.json") ? "wacz" : null;
}

/** UTF-16 units at the start that are looked at to tell a page from a text. */
const SNIFFED = 2048;

/**
 * What text from standard input is: reports a line when every line that holds anything parses as a
 * JSON object, a page when it opens like one, else a text.
 */
export function sniffFormat(text: string): "text" | "page" | "lines" {
	const head = text.slice(0, SNIFFED).trimStart();
	if (head.startsWith("{") && isLines(text)) return "lines";
	if (/^(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[\s\S]{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i.test(head))
		return "page";
	const tags = head.match(/<(?:p|div|span|article|section|meta|title|h[1-6]|a|ul|li)\b[^<>]{0,200}>/gi)?.length ?? 0;
	return head.startsWith("<") && tags >= 3 ? "page" : "text";
}

function isLines(text: string): boolean {
	for (const line of text.split("\n")) {
		const trimmed = line.trim();
		if (trimmed === "") continue;
		if (!trimmed.startsWith("{")) return false;
		try {
			JSON.parse(trimmed);
		} catch {
			return false;
		}
	}
	return true;
}
