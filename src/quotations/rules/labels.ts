import type { Words } from "../../model/annotated.ts";
import type { Article } from "../../model/article.ts";
import type { Span } from "../../model/span.ts";
import { trimSpan } from "../../text/spans.ts";

/** A paragraph whose opening label says who speaks. */
export interface Labelled {
	readonly paragraph: number;
	readonly source: Span;
	readonly cue: Span;
	readonly content: Span;
	readonly rule: "quotations/transcript" | "quotations/headline";
}

/** A label is no longer than this (UTF-16 units). */
const LONGEST_LABEL = 60;

/** Labels that are no speakers. */
const NOT_SPEAKERS =
	/^(?:note|update|correction|editor.s note|source|photo|image|video|watch|read|read more|related|see also|file|breaking|live|exclusive|analysis|opinion|report|poll|fact check|the latest|listen|background|summary|warning|ps|p\.s|moscow|london|washington|[\p{Lu}][\p{L}]+ \d+)$/iu;

/**
 * Speakers named by a label: `PIKE: The dam holds.` in a transcript, `Minister: The dam holds` as a headline.
 * A transcript needs two labelled paragraphs at least, all in capitals or as Q and A.
 * Must not: `Update: The dam holds.`, a dateline (`TARN:`), a heading over a list.
 */
export function findLabelled(article: Article, words: Words): Labelled[] {
	const { text } = article;
	const headline = article.headline?.span ?? null;
	const found: Labelled[] = [];
	const turns: Labelled[] = [];
	for (const [index, paragraph] of words.paragraphs.entries()) {
		const head = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + LONGEST_LABEL));
		const colon = head.indexOf(":");
		if (colon < 1) continue;
		const label = head.slice(0, colon);
		const content = trimSpan(text, { start: paragraph.start + colon + 1, end: paragraph.end });
		if (content.end <= content.start || NOT_SPEAKERS.test(label.trim())) continue;
		if (!/\s/.test(text.charAt(paragraph.start + colon + 1))) continue;
		const base = {
			paragraph: index,
			source: trimSpan(text, { start: paragraph.start, end: paragraph.start + colon }),
			cue: { start: paragraph.start + colon, end: paragraph.start + colon + 1 },
			content,
		};
		const isHeadline = headline !== null && headline.start === paragraph.start && headline.end >= content.start;
		if (isHeadline && isName(label) && text.indexOf(label.trim(), paragraph.end) >= 0)
			found.push({ ...base, rule: "quotations/headline" });
		else if (/^(?:Q|A|[\p{Lu}][\p{Lu}.'\u2019-]+(?:\s[\p{Lu}.'\u2019-]+){0,3})$/u.test(label))
			turns.push({ ...base, rule: "quotations/transcript" });
	}
	if (turns.length >= 2) found.push(...turns);
	return found.sort((a, b) => a.paragraph - b.paragraph);
}

/** One to three capitalised words, as a headline names a speaker. */
function isName(label: string): boolean {
	return /^\p{Lu}[\p{L}.'\u2019-]*(?:\s\p{Lu}[\p{L}.'\u2019-]*){0,2}$/u.test(label.trim());
}
