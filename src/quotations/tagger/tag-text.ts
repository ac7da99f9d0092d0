import { TokenKind, type Words } from "../../model/annotated.ts";
import type { Span } from "../../model/span.ts";
import { hash32 } from "../../text/hash.ts";
import { spanAt } from "../../text/spans.ts";
import { stemOf } from "../../text/stem.ts";
import type { MarkedStretch } from "../marks/marks.ts";
import { COARSE, FINE, findClasses, type WordClasses } from "./word-classes.ts";

/**
 * An article's tokens as the tagger sees them: every string is hashed here, once, so that features are
 * mixed from integers alone. All arrays have one entry a token.
 */
export interface TagText {
	readonly count: number;
	readonly starts: Uint32Array;
	readonly ends: Uint32Array;
	/** Hash of the folded word, digits made alike. */
	readonly norm: Int32Array;
	readonly stem: Int32Array;
	/** The word itself when it is a function word or a mark, else its ending and shape. */
	readonly group: Int32Array;
	/** Hash of the last three letters. */
	readonly suffix: Int32Array;
	/** Hash of the first three letters. */
	readonly prefix: Int32Array;
	readonly shape: Uint8Array;
	/** The word's classes (see word-classes.ts), or past the last one its shape. */
	readonly coarse: Uint8Array;
	readonly fine: Uint16Array;
	/** Index of the stretch in quotation marks, -1 outside. */
	readonly stretch: Int32Array;
	/** 0 inside or outside of marks, 1 an opening mark, 2 a closing one. */
	readonly mark: Uint8Array;
	readonly sentence: Int32Array;
	/** Index of the stretch of sentences that marks tie together. */
	readonly tied: Int32Array;
	readonly paragraph: Int32Array;
	/** Tokens since the sentence began, and to its last one. */
	readonly fromStart: Uint16Array;
	readonly toEnd: Uint16Array;
	/** Half-open token ranges of the tied stretches, by index. */
	readonly ties: readonly Tie[];
}

export interface Tie {
	readonly first: number;
	readonly end: number;
	/** Whether its first and its last token stand in marks. */
	readonly opens: boolean;
	readonly closes: boolean;
}

export const Shape = {
	lower: 0,
	capital: 1,
	upper: 2,
	mixed: 3,
	number: 4,
	comma: 5,
	stop: 6,
	quote: 7,
	dash: 8,
	colon: 9,
	bracket: 10,
	other: 11,
	initial: 12,
} as const;

/** Words whose form says what they do; others are told by ending and shape. */
const FUNCTION_WORDS = new Set(
	(
		"the a an this that these those it he she they we i you who whom which what whose where when why how his her their its " +
		"our my your him them us me himself herself themselves itself myself there here one some any all both each every no " +
		"none another other many most more much few several such same and or but nor so yet if whether because although " +
		"though while since until unless before after as than like about above across against along among around at behind " +
		"below beneath beside between beyond by despite down during except for from in inside into near of off on onto out " +
		"outside over past through throughout to toward towards under up upon via with within without according not never " +
		"also too just only even still already ever often again then now later earlier recently however meanwhile instead " +
		"is are was were be been being am has have had having do does did done doing will would can could should may might " +
		"must shall isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't couldn't " +
		"shouldn't let's 's said say says saying told tell tells telling ago mr mrs ms dr"
	).split(" "),
);

interface WordHashes {
	readonly norm: number;
	readonly stem: number;
	readonly suffix: number;
	readonly prefix: number;
	readonly function: boolean;
}

const known = new Map<string, WordHashes>();
/** Keeps the memory of hashes bounded; it changes nothing but speed. */
const MOST_KNOWN = 60_000;

/** A folded word with all digits made alike. */
export function evenWord(word: string): string {
	return /\d/.test(word) ? word.replace(/\d/g, "0") : word;
}

export function wordHash(even: string): number {
	return hash32(even) | 0;
}

function hashesOf(word: string): WordHashes {
	const found = known.get(word);
	if (found) return found;
	const even = evenWord(word);
	const made: WordHashes = {
		norm: wordHash(even),
		stem: hash32(stemOf(even), 0x51ed270b) | 0,
		suffix: hash32(even.slice(-3), 0x2f0b4a27) | 0,
		prefix: hash32(even.slice(0, 3), 0x7feb352d) | 0,
		function: FUNCTION_WORDS.has(word),
	};
	if (known.size >= MOST_KNOWN) known.clear();
	known.set(word, made);
	return made;
}

export function readTagText(
	text: string,
	words: Words,
	marked: readonly MarkedStretch[],
	classes: WordClasses,
): TagText {
	const { tokens, sentences, paragraphs } = words;
	const count = tokens.starts.length;
	const made = {
		count,
		starts: tokens.starts,
		ends: tokens.ends,
		norm: new Int32Array(count),
		stem: new Int32Array(count),
		group: new Int32Array(count),
		suffix: new Int32Array(count),
		prefix: new Int32Array(count),
		shape: new Uint8Array(count),
		coarse: new Uint8Array(count),
		fine: new Uint16Array(count),
		stretch: new Int32Array(count).fill(-1),
		mark: new Uint8Array(count),
		sentence: new Int32Array(count),
		tied: new Int32Array(count),
		paragraph: new Int32Array(count),
		fromStart: new Uint16Array(count),
		toEnd: new Uint16Array(count),
		ties: [] as Tie[],
	};
	for (let i = 0; i < count; i++) {
		const start = tokens.starts[i] ?? 0;
		const hashes = hashesOf(tokens.norms[i] ?? "");
		const kind = tokens.kinds[i];
		const shape = shapeOf(text, start, tokens.ends[i] ?? start, (kind ?? TokenKind.mark) as TokenKind);
		made.shape[i] = shape;
		const both = findClasses(classes, hashes.norm);
		made.coarse[i] = both < 0 ? COARSE + shape : both >>> 8;
		made.fine[i] = both < 0 ? FINE + shape : both & 0xff;
		made.norm[i] = hashes.norm;
		made.stem[i] = hashes.stem;
		made.suffix[i] = hashes.suffix;
		made.prefix[i] = hashes.prefix;
		made.group[i] =
			kind === TokenKind.mark || (hashes.function && shape !== Shape.upper)
				? hashes.norm
				: shape === Shape.lower
					? hashes.suffix
					: shape;
	}
	placeMarks(made, marked);
	placeSentences(made, sentences, paragraphs, marked);
	return made;
}

function shapeOf(text: string, start: number, end: number, kind: TokenKind): number {
	if (kind === TokenKind.number) return Shape.number;
	const first = text.charAt(start);
	if (kind === TokenKind.mark) {
		if (first === ",") return Shape.comma;
		if (first === "." || first === "!" || first === "?" || first === "\u2026") return Shape.stop;
		if (/["'\u2018-\u201f\u00ab\u00bb\u2039\u203a`]/.test(first)) return Shape.quote;
		if (/[-\u2010-\u2015]/.test(first)) return Shape.dash;
		if (first === ":" || first === ";") return Shape.colon;
		if (/[()[\]{}]/.test(first)) return Shape.bracket;
		return Shape.other;
	}
	const word = text.slice(start, Math.min(end, start + 24));
	if (/\d/.test(word)) return Shape.mixed;
	if (first === first.toLowerCase()) return /\p{Lu}/u.test(word) ? Shape.mixed : Shape.lower;
	if (end - start <= 2 && text.charAt(start + 1) === ".") return Shape.initial;
	if (end - start > 1 && word === word.toUpperCase()) return Shape.upper;
	return Shape.capital;
}

type Writable = { -readonly [key in keyof TagText]: TagText[key] } & { ties: Tie[] };

function placeMarks(made: Writable, marked: readonly MarkedStretch[]): void {
	let at = 0;
	for (const [index, { outer, parts }] of marked.entries()) {
		while (at < made.count && (made.starts[at] ?? 0) < outer.start) at++;
		const first = parts[0]?.start ?? outer.start;
		const last = parts[parts.length - 1]?.end ?? outer.end;
		for (; at < made.count && (made.starts[at] ?? 0) < outer.end; at++) {
			made.stretch[at] = index;
			made.mark[at] = (made.starts[at] ?? 0) < first ? 1 : (made.starts[at] ?? 0) >= last ? 2 : 0;
		}
	}
}

function placeSentences(
	made: Writable,
	sentences: readonly Span[],
	paragraphs: readonly Span[],
	marked: readonly MarkedStretch[],
): void {
	const outers = marked.map(({ outer }) => outer);
	let paragraph = 0;
	let token = 0;
	let tie: { first: number; end: number } | null = null;
	for (const [index, sentence] of sentences.entries()) {
		while (paragraph + 1 < paragraphs.length && (paragraphs[paragraph]?.end ?? 0) <= sentence.start) paragraph++;
		const first = token;
		while (token < made.count && (made.starts[token] ?? 0) < sentence.end) token++;
		const across = spanAt(outers, sentence.start);
		if (tie && across && across.start < sentence.start) tie.end = token;
		else {
			if (tie) made.ties.push(toTie(made, tie.first, tie.end));
			tie = { first, end: token };
		}
		for (let i = first; i < token; i++) {
			made.sentence[i] = index;
			made.paragraph[i] = paragraph;
			made.tied[i] = made.ties.length;
			made.fromStart[i] = Math.min(i - first, 0xffff);
			made.toEnd[i] = Math.min(token - 1 - i, 0xffff);
		}
	}
	if (tie) made.ties.push(toTie(made, tie.first, tie.end));
}

function toTie(made: Writable, first: number, end: number): Tie {
	return {
		first,
		end,
		opens: (made.stretch[first] ?? -1) >= 0,
		closes: (made.stretch[end - 1] ?? -1) >= 0,
	};
}

/** Index of the token that holds or follows an offset. */
export function tokenAt(made: TagText, offset: number): number {
	let low = 0;
	let high = made.count;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((made.ends[middle] ?? 0) <= offset) low = middle + 1;
		else high = middle;
	}
	return low;
}
