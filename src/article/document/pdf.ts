import type { Problem } from "../../model/problem.ts";
import type { DocumentContent } from "./document.ts";
import { type PdfInfo, readPdfPages } from "./pdf-pages.ts";
import type { PdfPage } from "./pdf-runs.ts";
import { layOutPdf } from "./pdf-text.ts";

/** Share of pages without text from which it is said that some are pictures. */
const PICTURES = 0.2;

/** Share of characters that no font explains from which the text is said to be unreadable. */
const UNREADABLE = 0.3;

/** The text of a PDF's text layer, or why there is none. */
export async function readPdf(bytes: Uint8Array): Promise<DocumentContent | Problem> {
	const content = await readPdfPages(bytes);
	if ("code" in content) return content;
	const { pages, info, damaged } = content;
	const empty = pages.filter((page) => page.runs.length === 0 && page.turned.length === 0);
	if (empty.length === pages.length) {
		return refuse(
			"article/no-text-layer",
			"this document has no text layer: its pages are pictures, or empty; run it through text recognition first",
		);
	}
	if (unreadable(pages) > UNREADABLE) {
		return refuse(
			"article/no-text-layer",
			"the fonts of this document do not say which letters they draw; run it through text recognition first",
		);
	}
	const text = layOutPdf(pages);
	const problems: Problem[] = [];
	if (damaged.length > 0) {
		const reason = `${damaged.length} of ${pages.length + damaged.length} pages are damaged and left out (${listNumbers(damaged)})`;
		problems.push({ code: "article/damaged-pages", span: null, reason });
	}
	if (empty.length > PICTURES * pages.length) {
		const which = listNumbers(empty.map((page) => page.number));
		const reason = `${empty.length} of ${pages.length} pages have no text: they are empty or pictures (${which})`;
		problems.push({ code: "article/pages-without-text", span: null, reason });
	}
	return { text, claims: toClaims(info), problems };
}

function listNumbers(numbers: readonly number[]): string {
	return numbers.length > MOST_NAMED ? `${numbers.slice(0, MOST_NAMED).join(", ")} …` : numbers.join(", ");
}

/** Page numbers that a problem names. */
const MOST_NAMED = 12;

function refuse(code: string, reason: string): Problem {
	return { code, span: null, reason };
}

/** Share of the characters that are private ones or replacements: glyphs that nobody named. */
function unreadable(pages: readonly PdfPage[]): number {
	let all = 0;
	let lost = 0;
	for (const { runs } of pages) {
		for (const { text } of runs) {
			all += text.length;
			lost += text.match(/[\p{Co}\ufffd]/gu)?.length ?? 0;
		}
	}
	return all === 0 ? 0 : lost / all;
}

function toClaims(info: PdfInfo): DocumentContent["claims"] {
	return {
		titles: [stated(info.title, "pdf-info"), stated(info.xmpTitle, "xmp")].filter((one) => one !== null),
		authors: [stated(info.author, "pdf-info"), stated(info.xmpAuthor, "xmp")].filter((one) => one !== null),
		created: stated(info.created, "pdf-info"),
		modified: stated(info.modified, "pdf-info"),
		language: stated(info.language, "pdf-catalog"),
	};
}

function stated(text: string | null, from: string): { readonly text: string; readonly from: string } | null {
	return text === null ? null : { text, from };
}
