import type { Words } from "../../model/annotated.ts";
import type { Span } from "../../model/span.ts";
import type { MarkedStretch } from "../marks/marks.ts";

/** A statement in marks that a name behind a dash signs. */
export interface Signed {
	readonly stretch: MarkedStretch;
	readonly source: Span;
	/** The dash. */
	readonly cue: Span;
	/** Indices of the paragraphs that the statement and its signature fill. */
	readonly paragraphs: readonly number[];
}

/** What follows the words in marks, or stands in the paragraph below, is no longer (UTF-16 units). */
const LONGEST = 140;

const SIGNATURE =
	/^\s*([\u2012-\u2015]|--|(?<=\s)-(?=\s))\s?((?:[A-Z][a-z]{0,3}\.\s)*\p{Lu}[\p{L}.'\u2019-]*(?:\s(?:(?:de|da|del|la|van|von|der|bin|al)\s)*\p{Lu}[\p{L}.'\u2019-]*){0,5}(?:,\s[^\n\u201c\u201d"]{1,90}?)?)[.\s]*$/u;

/** Words that make a statement even without a full stop. */
const STATEMENT = 8;

/**
 * Statements that fill a paragraph and are signed at its end or in the paragraph below, as columns of readers'
 * voices and pulled quotations print them.
 *
 * Catches: `“The dam holds.” — Orla Pike, mayor of Tarn`
 * Must not: `“Mending Dams” — Orla Pike` (a title and its author); `“It holds” — Pike said so twice.` (a sentence)
 */
export function findSigned(text: string, words: Words, marked: readonly MarkedStretch[]): Signed[] {
	const { paragraphs } = words;
	const found: Signed[] = [];
	for (const stretch of marked) {
		const first = paragraphs[stretch.paragraph];
		const last = paragraphs[stretch.lastParagraph];
		if (!first || !last || stretch.outer.start !== first.start || !isStatement(text, stretch)) continue;
		const below = paragraphs[stretch.lastParagraph + 1];
		const filled = text.slice(stretch.outer.end, last.end).trim() === "";
		const place = filled ? below : { start: stretch.outer.end, end: last.end };
		if (!place || place.end - place.start > LONGEST) continue;
		const signature = SIGNATURE.exec(text.slice(place.start, place.end));
		const [whole, dash = "", name = ""] = signature ?? [];
		if (whole === undefined) continue;
		const at = place.start + whole.indexOf(dash);
		const from = place.start + whole.indexOf(name, whole.indexOf(dash) + dash.length);
		const end = stretch.lastParagraph + (filled ? 1 : 0);
		found.push({
			stretch,
			source: { start: from, end: from + name.trimEnd().length },
			cue: { start: at, end: at + dash.length },
			paragraphs: Array.from({ length: end - stretch.paragraph + 1 }, (_, i) => stretch.paragraph + i),
		});
	}
	return found;
}

function isStatement(text: string, { parts }: MarkedStretch): boolean {
	const last = parts.at(-1);
	const [first] = parts;
	if (!first || !last) return false;
	if (/[.!?\u2026]['\u2019)]?$/.test(text.slice(Math.max(last.start, last.end - 2), last.end))) return true;
	return text.slice(first.start, Math.min(last.end, first.start + 200)).split(/\s+/).length >= STATEMENT;
}
