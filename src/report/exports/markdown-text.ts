import type { Place } from "../../model/span.ts";
import { showText } from "../terminal/safe-text.ts";
import { type RecordIndex, siglaOf, siglumOf } from "../view/record-index.ts";

/** What means something inside a line of Markdown (CommonMark, and the tables, strikes and links of GitHub's). */
const INLINE = /[\\`*_[\]<>|~$]|&(?=[#A-Za-z])/g;
/** What begins a block where it stands first. */
const BLOCK = /^(?:[#+\-=:]|\d{1,9}[.)](?=\s|$))/;

/** Text from a report as Markdown that shows it as it stands: one line, nothing in it is markup. */
export function escapeMarkdown(text: string): string {
	const inline = showText(text).trim().replace(INLINE, "\\$&");
	return inline.replace(BLOCK, (mark) => `${mark.slice(0, -1)}\\${mark.slice(-1)}`);
}

/** Words in quotation marks where they are somebody's own. */
export function quoteMarkdown(text: string, marked: boolean): string {
	return marked ? `“${escapeMarkdown(text)}”` : escapeMarkdown(text);
}

/** A link whose address was escaped as a URL already. */
export function linkMarkdown(text: string, address: string | null): string {
	const shown = escapeMarkdown(text);
	return address === null ? shown : `[${shown}](<${address.replace(/[<>\\]/g, encodeURIComponent)}>)`;
}

/** The sigla of articles, parted by blanks. */
export function nameReports(index: RecordIndex, articles: Iterable<string>): string {
	return siglaOf(index, articles).map(escapeMarkdown).join(" ");
}

/** `A:120–188`, the characters that a finding stands on; of several the first few. */
export function citePlaces(index: RecordIndex, places: readonly Place[], most: number = 3): string {
	const shown = places.slice(0, most).map(({ article, start, end }) => {
		return `${escapeMarkdown(siglumOf(index, article))}:${start}–${end}`;
	});
	return [...shown, ...(places.length > most ? ["…"] : [])].join(", ");
}

/** A row of a table. */
export function rowOf(cells: readonly string[]): string {
	return `| ${cells.join(" | ")} |`;
}
