import { findColumns } from "./columns.ts";
import { type DocumentText, type Entry, type Part, writeDocumentText } from "./document-text.ts";
import { type Fonts, findHeadings, findTitle, measureFonts } from "./headings.ts";
import { gatherWords, joinLines } from "./hyphenation.ts";
import { findLineNumbers, LINE_NUMBER_RULE } from "./line-numbers.ts";
import { isEnded, isSameSize, type Paragraph, toParagraphs } from "./paragraphs.ts";
import type { PdfPage } from "./pdf-runs.ts";
import { findRunningHeads, RUNNING_HEAD_RULE } from "./running-heads.ts";
import { toTextLines } from "./text-lines.ts";

/** Notes are set smaller than the text they are about. */
const NOTE_SIZE = 0.94;
const NOTE = /^(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[*†‡§]+|\d{1,3}[.)]?)\s?\S/u;

/** Share of paragraphs that are indented from which a document shows paragraphs so. */
const INDENTING = 0.4;

const TURNED_RULE = "article/turned-text";

/**
 * Lays out the text of a PDF for reading: columns one after the other, lines joined to paragraphs, also
 * over columns and pages, notes after the paragraph that ends their page. Running heads, page numbers,
 * line numbers and text that stands askew are dropped and stand after the paragraph they interrupt.
 */
export function layOutPdf(pages: readonly PdfPage[]): DocumentText {
	const heads = findRunningHeads(pages);
	const taken = new Set(heads.flatMap((head) => head.runs));
	const kept = pages.map((page) => {
		const rest = page.runs.filter((run) => !taken.has(run));
		const numbers = new Set(findLineNumbers(rest));
		return { page, numbers, runs: rest.filter((run) => !numbers.has(run)) };
	});
	const columns = findColumns(kept.map(({ runs }) => runs));
	const cut = kept.map(({ page, numbers }, i) => ({
		page,
		numbers,
		columns: (columns[i] ?? []).map((runs) => toTextLines(runs, page.width)),
	}));
	const lines = cut.flatMap((page) => page.columns.flat());
	const fonts = measureFonts(lines);
	const words = gatherWords(lines.map((line) => line.text));
	const read = cut.map(({ columns: own, page }) =>
		own.map((column) => toParagraphs(column, page.number, fonts.bodySize)),
	);
	const headings = findHeadings(read.flat(2), fonts);
	const title = findTitle((read[0] ?? []).flat(), headings, fonts);
	const indenting = isIndenting(read.flat(2));
	const entries: Entry[] = [];
	// What closes only when a later column has been read: the paragraph that may go on there.
	let open: Paragraph[] = [];
	let waiting: Entry[] = [];
	const toEntry = (paragraphs: readonly Paragraph[]): Entry => {
		const [first] = paragraphs;
		const heading = first !== undefined && headings.has(first);
		const plain = first === undefined || first.kind === "text" ? "paragraph" : first.kind;
		const kind = heading ? "heading" : plain;
		return {
			kind,
			parts: joinParagraphs(paragraphs, words),
			dropped: null,
			title: first !== undefined && first === title,
		};
	};
	const close = (): void => {
		if (open.length > 0) entries.push(toEntry(open));
		entries.push(...waiting);
		open = [];
		waiting = [];
	};
	for (const [i, { page, numbers }] of cut.entries()) {
		for (const column of read[i] ?? []) {
			const { body, notes } = partNotes(column, fonts);
			for (const [at, paragraph] of body.entries()) {
				const last = open[open.length - 1];
				if (at === 0 && last && !headings.has(last) && !headings.has(paragraph) && goesOn(last, paragraph, indenting)) {
					open.push(paragraph);
					continue;
				}
				close();
				open = [paragraph];
			}
			for (const note of notes) waiting.push(toEntry([note]));
		}
		for (const head of heads) {
			if (head.page === page.number) waiting.push(drop(page.number, head.text, RUNNING_HEAD_RULE, head.reason));
		}
		if (numbers.size > 0) {
			const text = [...numbers].map((run) => run.text).join(" ");
			waiting.push(drop(page.number, text, LINE_NUMBER_RULE, "the numbers of the lines"));
		}
		for (const text of page.turned) waiting.push(drop(page.number, text, TURNED_RULE, "stands askew on the page"));
	}
	close();
	return writeDocumentText(entries);
}

function drop(page: number, text: string, rule: string, reason: string): Entry {
	return { kind: "paragraph", parts: [{ page, text }], dropped: { rule, reason }, title: false };
}

/** Parts the notes at the foot of a column from the text above them. */
function partNotes(
	column: readonly Paragraph[],
	fonts: Fonts,
): { body: readonly Paragraph[]; notes: readonly Paragraph[] } {
	let from = column.length;
	for (let at = column.length - 1; at >= 0; at--) {
		const paragraph = column[at];
		if (!paragraph || paragraph.size >= NOTE_SIZE * fonts.bodySize || paragraph.kind === "row") break;
		if (NOTE.test(paragraph.lines[0]?.text ?? "")) from = at;
	}
	return { body: column.slice(0, from), notes: column.slice(from) };
}

function isIndenting(paragraphs: readonly Paragraph[]): boolean {
	const text = paragraphs.filter((paragraph) => paragraph.kind === "text" && paragraph.lines.length > 1);
	return text.filter((paragraph) => paragraph.indented).length > INDENTING * text.length;
}

/** Whether the first paragraph of a column goes on with the last one of the column before it. */
function goesOn(last: Paragraph, next: Paragraph, indenting: boolean): boolean {
	if (last.kind === "row" || next.kind !== "text" || !isSameSize(last.size, next.size)) return false;
	const before = last.lines[last.lines.length - 1]?.text ?? "";
	const after = next.lines[0]?.text ?? "";
	if (/[\p{L}\p{N}][-‐\u00ad]$/u.test(before)) return true;
	if (/^\p{Ll}/u.test(after)) return !isEnded(before);
	if (next.indented) return false;
	if (isEnded(before)) return indenting && last.full;
	return last.full;
}

/** The lines of a paragraph as running text, a part for each page that it stands on. */
function joinParagraphs(paragraphs: readonly Paragraph[], words: ReadonlySet<string>): Part[] {
	const parts: { page: number; text: string }[] = [];
	for (const { page, lines } of paragraphs) {
		for (const { text, cells } of lines) {
			const written = cells ? cells.join("\t") : text;
			const last = parts[parts.length - 1];
			if (!last) {
				parts.push({ page, text: written });
				continue;
			}
			const [before, after] = joinLines(last.text, written, words);
			last.text = before;
			if (last.page === page) last.text += after;
			else parts.push({ page, text: after });
		}
	}
	return parts;
}
