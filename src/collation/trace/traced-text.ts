import { TokenKind, type Words } from "../../model/annotated.ts";
import { UserError } from "../../model/problem.ts";
import type { Span } from "../../model/span.ts";
import { findLines } from "../../text/paragraphs.ts";
import { findSentences } from "../../text/sentences.ts";
import { findTokens } from "../../text/tokens.ts";
import type { WeightOf } from "../term-weight.ts";
import { findSegmentWords, type SegmentWord, type WordedText } from "../utterances/segments.ts";

/** The text that is looked for, as it is compared. */
export interface Traced {
	readonly text: string;
	readonly words: readonly SegmentWord[];
	/** Half-open ranges of `words`, one a sentence. */
	readonly sentences: readonly Span[];
	/** Words before which something may be missing: behind an ellipsis, or an editor's brackets. */
	readonly holes: ReadonlySet<number>;
}

/**
 * Longer texts are no sentence and no quotation. Each pair of word sequences costs the product of their lengths; a page
 * of print has 400 words.
 */
const MOST_WORDS = 400;
/** UTF-16 units that so many words may take with what stands between them; more is not read at all. */
const MOST_UNITS = 20_000;

/**
 * Reads the text to be traced: its words and sentences, marks at its ends aside.
 *
 * @throws UserError `trace/no-words` when it holds none, `trace/too-long` past 400 words
 */
export function readTraced(text: string, weightOf: WeightOf): Traced {
	if (text.length > MOST_UNITS) throw tooLong(`${text.length} characters`);
	const paragraphs = findLines(text, [{ start: 0, end: text.length }]);
	const tokens = findTokens(text, paragraphs);
	const spans = findSentences(text, paragraphs);
	const worded: WordedText = { article: { text }, words: { paragraphs, sentences: spans, tokens } };
	const words: SegmentWord[] = [];
	const sentences: Span[] = [];
	for (const span of spans) {
		const start = words.length;
		words.push(...splitUnspaced(text, findSegmentWords(worded, span, weightOf)));
		if (words.length > start) sentences.push({ start, end: words.length });
	}
	if (words.length === 0) {
		throw new UserError("trace/no-words", "there is no word in the text to trace: give a sentence or a quotation");
	}
	if (words.length > MOST_WORDS) throw tooLong(`${words.length} words`);
	return { text, words, sentences, holes: findHoles(words, worded.words) };
}

function tooLong(size: string): UserError {
	return new UserError(
		"trace/too-long",
		`a sentence or a quotation of at most ${MOST_WORDS} words can be traced, and this has ${size}; give its sentences one by one`,
	);
}

/** Scripts without spaces between words: each letter is taken for one. */
const UNSPACED =
	/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Words as they are, and what a script writes without spaces letter by letter. */
export function splitUnspaced(text: string, words: readonly SegmentWord[]): readonly SegmentWord[] {
	if (!words.some(({ start }) => UNSPACED.test(text.slice(start, start + 2)))) return words;
	return words.flatMap((word): SegmentWord[] => {
		if (!UNSPACED.test(text.slice(word.start, word.start + 2))) return [word];
		let at = word.start;
		return [...text.slice(word.start, word.end)].map((letter) => {
			const start = at;
			at += letter.length;
			return { ...word, start, end: at, norm: letter, stem: letter, weight: LETTER_WEIGHT, capital: false };
		});
	});
}

/** A letter of such a script says about as much as a word of middling rarity. */
const LETTER_WEIGHT = 0.5;

function findHoles(words: readonly SegmentWord[], { tokens }: Words): ReadonlySet<number> {
	const holes = new Set<number>();
	let at = 0;
	let open = false;
	let bracketed = false;
	for (let i = 0; i < tokens.norms.length; i++) {
		const norm = tokens.norms[i] ?? "";
		// Folding opens "…" to three full stops.
		if (/^(?:\.{2,}|\u2026)$/.test(norm)) open = true;
		if (norm === "[") bracketed = true;
		if (norm === "]") {
			bracketed = false;
			open = true;
		}
		if (bracketed || tokens.kinds[i] === TokenKind.mark) continue;
		while (at < words.length && (words[at]?.end ?? 0) <= (tokens.starts[i] ?? 0)) at++;
		if (open && at > 0 && at < words.length) holes.add(at);
		open = false;
	}
	return holes;
}
