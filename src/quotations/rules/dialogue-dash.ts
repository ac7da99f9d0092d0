import type { Words } from "../../model/annotated.ts";
import type { Article } from "../../model/article.ts";
import type { Span } from "../../model/span.ts";
import { trimSpan } from "../../text/spans.ts";

/** Words that a paragraph's opening dash gives to somebody. */
export interface Dialogue {
	readonly paragraph: number;
	readonly content: readonly Span[];
}

/**
 * Speech after a dash at a paragraph's start, as Russian, Polish, Spanish and others print it; a second dash and a
 * small letter begin the words that say whose it is.
 *
 * Catches: `— Мост закрыт до лета, — сказала мэр.`, `—El puente —dijo ella— sigue cerrado.` (two parts)
 * Must not: `– Anna Wilk, burmistrz` (no second dash: an item of a list), and an item that the page marks as one.
 */
export function findDialogue(article: Article, words: Words): Dialogue[] {
	const { text } = article;
	const items = new Set(
		article.blocks.filter(({ kind }) => kind === "item" || kind === "row").map(({ start }) => start),
	);
	const found: Dialogue[] = [];
	for (const [index, paragraph] of words.paragraphs.entries()) {
		if (!/^[\u2013\u2014\u2015]/.test(text.charAt(paragraph.start)) || items.has(paragraph.start)) continue;
		const line = text.slice(paragraph.start + 1, paragraph.end);
		const [aside, back] = [
			...line.matchAll(/\s[\u2013\u2014\u2015]\s?(?=\p{Ll})|(?<=[\p{L},.])\s?[\u2013\u2014\u2015]\s?/gu),
		];
		if (!aside || !/\s[\u2013\u2014\u2015]\s?$/.test(aside[0])) continue;
		const from = paragraph.start + 1;
		const spans = [{ start: from, end: from + aside.index }];
		if (back) spans.push({ start: from + back.index + back[0].length, end: paragraph.end });
		const content = spans.map((span) => trimSpan(text, span)).filter(({ start, end }) => end > start);
		const [first] = content;
		if (first && /\S\s+\S+\s+\S/.test(text.slice(first.start, first.end))) found.push({ paragraph: index, content });
	}
	return found;
}
