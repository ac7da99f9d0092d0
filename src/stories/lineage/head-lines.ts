import type { Article } from "../../model/article.ts";
import type { Span } from "../../model/span.ts";
import { contains, overlaps, trimSpan } from "../../text/spans.ts";
import { countWords } from "../../text/tokens.ts";

/** A report's text begins within so much of its capture, and ends within so much of its end (UTF-16 units). */
const REACH = 600;
/** A line with more words is a paragraph. */
const MOST_WORDS = 14;
/** Lines at the end that may say where a text is from. */
const MOST_TAIL = 3;

/** The short lines above the first paragraph, the headline aside: masthead, byline, date. */
export function findHeadLines({ text, headline }: Article): Span[] {
	const lines: Span[] = [];
	let start = 0;
	while (start < Math.min(text.length, REACH)) {
		const line = lineFrom(text, start, REACH);
		if (countWords(text.slice(line.start, line.end)) > MOST_WORDS) break;
		start = line.end + 1;
		const trimmed = trimSpan(text, line);
		if (trimmed.end === trimmed.start || (headline?.span && overlaps(headline.span, trimmed))) continue;
		lines.push(trimmed);
	}
	return lines;
}

/** The last short lines of the text, the last one last. */
export function findTailLines({ text, headline }: Article): Span[] {
	const lines: Span[] = [];
	let end = text.length;
	while (end > Math.max(0, text.length - REACH) && lines.length < MOST_TAIL) {
		const from = text.lastIndexOf("\n", end - 1) + 1;
		const trimmed = trimSpan(text, { start: from, end });
		end = from - 1;
		if (trimmed.end === trimmed.start) continue;
		if (trimmed.end - trimmed.start > REACH || countWords(text.slice(trimmed.start, trimmed.end)) > MOST_WORDS) break;
		if (headline?.span && contains(headline.span, trimmed)) break;
		lines.unshift(trimmed);
	}
	return lines;
}

function lineFrom(text: string, start: number, most: number): Span {
	const end = text.indexOf("\n", start);
	return { start, end: Math.min(end < 0 ? text.length : end, start + most) };
}

/** Two to five words in capitals or with capitals, and small words between them. */
const NAME =
	/^(?:\p{Lu}[\p{L}'’.]*|&|and|of|the|la|le|el|de|du|des)(?:[ -](?:\p{Lu}[\p{L}'’.]*|&|and|of|the|la|le|el|de|du|des)){1,4}$/u;
/** "foreign desk" behind an outlet's name. */
const DESK = /(?: \p{Ll}+){1,3}$/u;
const NO_NAME =
	/\b(?:by|correspondents?|reporters?|editors?|desk|edition|exclusive|updated?|published|posted|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december)\b/i;

/** What may be the outlet's name at the head of a text: "Metals Mail" in "By Ada Quill | Metals Mail | 17 May". */
export function headSegments(article: Article): string[] {
	const { text, byline, dateline } = article;
	const authors = new Set(byline?.authors ?? []);
	const lines = findHeadLines(article).filter(({ end }) => !/[.!?"”’]/.test(text.charAt(end - 1)));
	return lines.flatMap(({ start, end }) =>
		text
			.slice(start, end)
			.split(/[|·•,:;–—]|\s-\s/u)
			.map((part) => part.trim().replace(DESK, ""))
			.filter((part) => NAME.test(part) && !NO_NAME.test(part) && !authors.has(part) && part !== dateline?.place),
	);
}
