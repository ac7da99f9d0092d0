import { type AnnotatedArticle, TokenKind } from "../../model/annotated.ts";
import type { Span } from "../../model/span.ts";
import { hash32, mix32 } from "../../text/hash.ts";
import { firstEndingAfter, isSpace, mergeSpans } from "../../text/spans.ts";
import { hasUnspaced } from "../../text/tokens.ts";

/**
 * The words and numbers of an article's body, without marks and without the headline: what copies
 * and passages are found in. Where a script puts no spaces between words, each two letters that follow one
 * another are a word. Arrays run in parallel.
 */
export interface WordSequence {
	readonly article: string;
	readonly norms: readonly string[];
	/** Hash of each word. */
	readonly words: Uint32Array;
	readonly starts: Uint32Array;
	readonly ends: Uint32Array;
	/**
	 * Number of the unbroken stretch of body that the word stands in: text that was dropped between two
	 * words parts them, so that nothing found in a stretch holds any of it.
	 */
	readonly stretches: Uint32Array;
	/** Number of the sentence that the word stands in. */
	readonly sentences: Uint32Array;
	/** 1 where the word stands inside the quotation marks of a quotation. */
	readonly quoted: Uint8Array;
}

/** How many words a shingle has. */
export const SHINGLE_WORDS = 5;
/**
 * Winnowing's window (Schleimer, Wilkerson and Aiken 2003): with shingles of 5 words and windows of
 * 4, any shared run of 8 words has a fingerprint in common.
 */
const WINDOW = 4;

export function findWordSequence(annotated: AnnotatedArticle): WordSequence {
	const { article, words, quotations } = annotated;
	const { tokens } = words;
	const body = mergeSpans(article.body);
	const marked = mergeSpans(
		quotations.flatMap(({ kind, marked, content }) => (kind === "direct" ? [...marked, ...content] : marked)),
	);
	const norms: string[] = [];
	const starts: number[] = [];
	const ends: number[] = [];
	const stretches: number[] = [];
	const sentences: number[] = [];
	const quoted: number[] = [];
	let stretch = 0;
	let lastSpan = -1;
	for (let i = 0; i < tokens.norms.length; i++) {
		if (tokens.kinds[i] === TokenKind.mark) continue;
		const start = tokens.starts[i] ?? 0;
		const span = firstEndingAfter(body, start);
		const holder = body[span];
		if (!holder || holder.start > start) continue;
		if (lastSpan >= 0 && span !== lastSpan && !onlySpace(article.text, body, lastSpan, span)) stretch++;
		lastSpan = span;
		const end = tokens.ends[i] ?? start;
		const sentence = firstEndingAfter(words.sentences, start);
		const quote = marked[firstEndingAfter(marked, start)];
		const isQuoted = quote && quote.start <= start ? 1 : 0;
		const push = (norm: string, from: number, to: number): void => {
			norms.push(norm);
			starts.push(from);
			ends.push(to);
			stretches.push(stretch);
			sentences.push(sentence);
			quoted.push(isQuoted);
		};
		const norm = tokens.norms[i] ?? "";
		if (!hasUnspaced(norm)) push(norm, start, end);
		else for (const word of splitUnspaced({ start, end }, article.text)) push(word.norm, word.start, word.end);
	}
	return {
		article: article.id,
		norms,
		words: Uint32Array.from(norms, (norm) => hash32(norm)),
		starts: Uint32Array.from(starts),
		ends: Uint32Array.from(ends),
		stretches: Uint32Array.from(stretches),
		sentences: Uint32Array.from(sentences),
		quoted: Uint8Array.from(quoted),
	};
}

/** Of a run of letters without spaces every two neighbours. */
function splitUnspaced(span: Span, text: string): (Span & { readonly norm: string })[] {
	const letters: (Span & { readonly norm: string })[] = [];
	let start = span.start;
	for (const letter of text.slice(span.start, span.end)) {
		letters.push({ start, end: start + letter.length, norm: letter });
		start += letter.length;
	}
	if (letters.length < 2) return letters;
	return letters.slice(1).map((second, i) => {
		const first = letters[i] ?? second;
		return { start: first.start, end: second.end, norm: first.norm + second.norm };
	});
}

function onlySpace(text: string, body: readonly Span[], first: number, last: number): boolean {
	if (last !== first + 1) return false;
	const end = body[last]?.start ?? 0;
	for (let at = body[first]?.end ?? end; at < end; at++) if (!isSpace(text.charCodeAt(at))) return false;
	return true;
}

/** Hashes of every run of `size` words, by the index of the run's first word. */
export function findShingles(words: Uint32Array, size: number = SHINGLE_WORDS): Uint32Array {
	const count = Math.max(0, words.length - size + 1);
	const shingles = new Uint32Array(count);
	for (let i = 0; i < count; i++) {
		let hash = words[i] ?? 0;
		for (let k = 1; k < size; k++) hash = mix32(hash, words[i + k] ?? 0);
		shingles[i] = hash;
	}
	return shingles;
}

/** Indices of the shingles that winnowing keeps: the lowest of every window, the last of equals. */
export function findFingerprints(shingles: Uint32Array): number[] {
	const kept: number[] = [];
	const last = Math.max(0, shingles.length - WINDOW);
	for (let from = 0; from <= last; from++) {
		let lowest = from;
		for (let i = from + 1; i < Math.min(from + WINDOW, shingles.length); i++) {
			if ((shingles[i] ?? 0) <= (shingles[lowest] ?? 0)) lowest = i;
		}
		if (lowest < shingles.length && kept[kept.length - 1] !== lowest) kept.push(lowest);
	}
	return kept;
}
