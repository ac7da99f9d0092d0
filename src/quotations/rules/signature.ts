import type { Words } from "../../model/annotated.ts";
import type { Span } from "../../model/span.ts";
import type { MarkedStretch } from "../marks/marks.ts";

/** A statement in marks that a name signs, behind a dash or alone below it. */
export interface Signed {
	readonly stretch: MarkedStretch;
	readonly source: Span;
	/** The dash, where there is one. */
	readonly cue: Span | null;
	/** Indices of the paragraphs that the statement and its signature fill. */
	readonly paragraphs: readonly number[];
}

/** What follows the words in marks, or stands in the paragraph below, is no longer (UTF-16 units). */
const LONGEST = 140;

const SIGNATURE =
	/^\s*([\u2012-\u2015]|--|(?<=\s)-(?=\s))\s?((?:[A-Z][a-z]{0,3}\.\s)*\p{Lu}[\p{L}.'\u2019-]*(?:\s(?:(?:de|da|del|la|van|von|der|bin|al)\s)*\p{Lu}[\p{L}.'\u2019-]*){0,5}(?:,\s[^\n\u201c\u201d"]{1,90}?)?)[.\s]*$/u;

/** Words that make a statement even without a full stop. */
const STATEMENT = 8;
/** And fewer, of which only the first has a capital. */
const LEAST = 3;

/**
 * Statements that fill a paragraph and are signed at its end or in the paragraph below, as columns of readers'
 * voices and pulled quotations print them.
 *
 * Catches: `“The dam holds.” — Orla Pike, mayor of Tarn`, and `Orla Pike, baker, Tarn` alone in the paragraph below.
 * Must not: `“Mending Dams” — Orla Pike` (a title and its author); `“It holds” — Pike said so twice.` (a sentence);
 * `Orla Pike` alone below (a byline).
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
		if (whole === undefined) {
			const plain = filled && isStop(text, stretch) ? UNDASHED.exec(text.slice(place.start, place.end)) : null;
			if (!plain) continue;
			const end = place.start + plain[0].trimEnd().length;
			found.push({ stretch, source: { start: place.start, end }, cue: null, paragraphs: filling(stretch, 1) });
			continue;
		}
		const at = place.start + whole.indexOf(dash);
		const from = place.start + whole.indexOf(name, whole.indexOf(dash) + dash.length);
		found.push({
			stretch,
			source: { start: from, end: from + name.trimEnd().length },
			cue: { start: at, end: at + dash.length },
			paragraphs: filling(stretch, filled ? 1 : 0),
		});
	}
	return found;
}

/** A name and what the person is, in lower case or an age: "Orla Pike, baker, Tarn", "Joren Hale, 41, Vell". */
const UNDASHED =
	/^\p{Lu}[\p{L}.'\u2019-]*(?:\s(?:(?:de|da|del|la|van|von|der|bin|al)\s)*\p{Lu}[\p{L}.'\u2019-]*){1,4},\s(?:\d{1,3}\b|\p{Ll})[^\n\u201c\u201d".!?:]{0,80}$/u;

/** The indices of the paragraphs of a stretch and of those below it. */
function filling({ paragraph, lastParagraph }: MarkedStretch, below: number): number[] {
	return Array.from({ length: lastParagraph + below - paragraph + 1 }, (_, i) => paragraph + i);
}

/** Without a dash only a whole statement is signed: one that a stop ends. */
function isStop(text: string, { parts }: MarkedStretch): boolean {
	const end = parts.at(-1)?.end ?? 0;
	return /[.!?\u2026]['\u2019)]?$/.test(text.slice(Math.max(0, end - 2), end));
}

function isStatement(text: string, { parts }: MarkedStretch): boolean {
	const last = parts.at(-1);
	const [first] = parts;
	if (!first || !last) return false;
	if (/[.!?\u2026]['\u2019)]?$/.test(text.slice(Math.max(last.start, last.end - 2), last.end))) return true;
	const words = text.slice(first.start, Math.min(last.end, first.start + 200)).split(/\s+/);
	// "It is a disgrace", and not "Mending the Dams".
	return words.length >= STATEMENT || (words.length >= LEAST && words.slice(1).every((word) => /^\p{Ll}/u.test(word)));
}
