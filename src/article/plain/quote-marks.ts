import type { Dropped } from "../../model/article.ts";
import { type Line, toLine } from "../lines/lines.ts";

/**
 * The marks that lead quoted lines of mail and Markdown.
 *
 * Catches: "> " before "Dam talks collapse", and ">" alone between two paragraphs.
 * Leaves: ">" inside a paragraph of several lines, since a block is one stretch; "> 5 mm".
 */
const QUOTE_MARK_RULE = "article/quote-mark";

const LEAD = /^(?:>[ \t]?)+[ \t]*/;

/** Share of a text's lines from which the whole is quoted: then no part of it is set off from the rest. */
const WHOLE = 0.8;

export interface QuotedLines {
	readonly lines: readonly Line[];
	/** The starts of the lines that are set off as a quotation. */
	readonly quoted: ReadonlySet<number>;
}

/** Takes the marks off the heads of quoted lines; the line below a mark alone has a blank line above it. */
export function trimQuoteMarks(text: string, lines: readonly Line[], dropped: Dropped[]): QuotedLines {
	if (!lines.some((line) => line.text.startsWith(">"))) return { lines, quoted: new Set() };
	const kept: Line[] = [];
	const quoted = new Set<number>();
	let blank = 0;
	for (const line of lines) {
		const lead = LEAD.exec(line.text)?.[0].length ?? 0;
		if (lead > 0 && !/^\d/.test(line.text.slice(lead))) {
			const end = line.start + line.text.slice(0, lead).trimEnd().length;
			dropped.push({ start: line.start, end, rule: QUOTE_MARK_RULE, reason: "a mark of quoting, no word of the text" });
			if (line.start + lead >= line.end) {
				blank = 1;
				continue;
			}
			quoted.add(line.start + lead);
			kept.push(toLine(text, { start: line.start + lead, end: line.end }, line.gap + blank));
		} else kept.push(blank > 0 ? toLine(text, line, line.gap + blank) : line);
		blank = 0;
	}
	return { lines: kept, quoted: quoted.size >= kept.length * WHOLE ? new Set() : quoted };
}
