import type { Dropped, Link } from "../../model/article.ts";
import type { Span } from "../../model/span.ts";
import { type Line, toLine } from "../lines/lines.ts";
import { headsOtherStories } from "../lines/see-also.ts";

/**
 * Markdown's marks around lines: headings, emphasis of a whole line, images and links.
 *
 * Catches: "## A sister lost", "**By Ada Quill**", a line of "====" under a heading, "![The Amber](amber.jpg)".
 * Leaves: "#fraud", "**63** were hurt": marks inside a line stay, since a block of the body is whole.
 */
const MARKDOWN_MARK_RULE = "article/markdown-mark";
const MARK_REASON = "a mark of Markdown, no word of the text";

/** A link or an image; names and addresses are bounded, so that a line of brackets costs nothing. */
const LINK =
	/(!?)\[([^[\]\n]{0,300})\]\(\s*<?([^\s()<>]{0,1000}(?:\([^\s()<>]{0,200}\)[^\s()<>]{0,200})?)>?(?:\s+["'][^"'\n]{0,300}["'])?\s*\)/g;
const IMAGE = /^(?:\[\s*)?!\[[^[\]\n]{0,500}\]\([^()\n]{0,1200}\)(?:\s*\]\([^()\n]{0,1200}\))?$/;
const HEADING = /^#{1,6}\s+(?=\S)/;
const HEADING_END = /\s+#{1,6}$/;
const UNDERLINE = /^(?:={3,}|-{3,})$/;
const EMPHASIS: readonly string[] = ["***", "**", "__", "*", "_"];
const SOURCE =
	/^(?:(?:original )?source|quelle|fuente|fonte|source|bron|källa|kilde|źródło|zdroj|источник|джерело|kaynak)$/iu;

/** Words that a heading over a line of dashes may have. */
const MOST_HEADING_WORDS = 25;

/** UTF-16 units of a line in which links are looked for. */
const LOOKED_AT = 20_000;

export interface MarkdownLines {
	/** Without marks at their ends; `text` of each without links' addresses, for the rules about lines. */
	readonly lines: readonly Line[];
	readonly headings: ReadonlySet<number>;
	readonly links: readonly Link[];
}

/** Takes the marks off Markdown's lines. `headings` holds the start of each line that is one. */
export function readMarkdown(text: string, lines: readonly Line[], dropped: Dropped[]): MarkdownLines {
	const headings = new Set<number>();
	const links: Link[] = [];
	const read: Line[] = [];
	const drop = (start: number, end: number): void => {
		if (text.slice(start, end).trim() !== "")
			dropped.push({ ...trim(text, start, end), rule: MARKDOWN_MARK_RULE, reason: MARK_REASON });
	};
	for (const [i, line] of lines.entries()) {
		const above = read[read.length - 1];
		if (
			UNDERLINE.test(line.text) &&
			line.gap === 0 &&
			above &&
			above.end === lines[i - 1]?.end &&
			above.words <= MOST_HEADING_WORDS &&
			!above.prose
		) {
			drop(line.start, line.end);
			headings.add(above.start);
			continue;
		}
		if (isMarkup(line.text)) {
			drop(line.start, line.end);
			continue;
		}
		if (IMAGE.test(line.text)) {
			dropped.push({
				start: line.start,
				end: line.end,
				rule: "article/photo-caption",
				reason: "a picture, with the words that stand for it",
			});
			continue;
		}
		const lead = HEADING.exec(line.text)?.[0].length ?? 0;
		const tail =
			lead > 0 ? (HEADING_END.exec(text.slice(Math.max(line.start, line.end - 12), line.end))?.[0].length ?? 0) : 0;
		let span: Span = { start: line.start + lead, end: line.end - tail };
		if (span.start >= span.end) span = line;
		const marks = emphasisOf(text, span);
		if (marks > 0) span = { start: span.start + marks, end: span.end - marks };
		drop(line.start, span.start);
		drop(span.end, line.end);
		if (lead > 0) headings.add(span.start);
		links.push(...findLinks(text, span));
		const made = toLine(text, span, line.gap);
		read.push({ ...made, ...shown(text, span, made) });
	}
	return { lines: read, headings, links };
}

/** Elements of HTML, or pictures and badges by reference, and no word beside them. */
function isMarkup(line: string): boolean {
	const badges = /^\[?!\[/.test(line) && /\]\[/.test(line);
	if (!badges && !/^<[a-z/!]/i.test(line)) return false;
	const bare = line
		.replace(/<[^<>]{0,1500}>/g, "")
		.replace(/!\[[^[\]]{0,300}\](?:\[[^[\]]{0,100}\]|\([^()]{0,1000}\))/g, "")
		.replace(/\[\s*\](?:\[[^[\]]{0,100}\]|\([^()]{0,1000}\))/g, "");
	return !/[\p{L}\p{N}]/u.test(bare);
}

function trim(text: string, start: number, end: number): Span {
	const written = text.slice(start, end);
	return { start: start + written.length - written.trimStart().length, end: start + written.trimEnd().length };
}

/** Units of the marks that emphasise a whole line; 0 when none do. */
function emphasisOf(text: string, { start, end }: Span): number {
	for (const mark of EMPHASIS) {
		if (end - start <= mark.length * 2 || !text.startsWith(mark, start) || text.slice(end - mark.length, end) !== mark)
			continue;
		const inner = text.slice(start + mark.length, Math.min(end - mark.length, start + 2000));
		return /^\s|\s$/.test(inner) || inner.includes(mark) ? 0 : mark.length;
	}
	return 0;
}

function findLinks(text: string, { start, end }: Span): Link[] {
	const links: Link[] = [];
	for (const match of text.slice(start, Math.min(end, start + LOOKED_AT)).matchAll(LINK)) {
		const [, image, words = "", url = ""] = match;
		if (image !== "" || words === "" || url === "") continue;
		const at = start + match.index + 1;
		links.push({ start: at, end: at + words.length, url });
	}
	return links;
}

/** How a line reads: links as their words alone, so that rules see what a reader sees. */
function shown(text: string, span: Span, line: Line): Partial<Line> {
	if (!line.text.includes("](")) return {};
	const words = line.text.replace(LINK, (_, image: string, name: string, url: string) => {
		if (image !== "") return "";
		return SOURCE.test(name.trim()) ? `${name}: ${url}` : name;
	});
	const plain = toLine(words, { start: 0, end: words.length }, line.gap);
	const whole =
		text
			.slice(span.start, Math.min(span.end, span.start + LOOKED_AT))
			.replace(LINK, "")
			.trim() === "";
	// A line that is a link and no sentence points elsewhere, unless it is a label.
	return {
		text: words,
		prose: plain.prose,
		ended: plain.ended && !(whole && headsOtherStories(words)),
		words: plain.words,
	};
}
