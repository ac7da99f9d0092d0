import type { Span } from "../../model/span.ts";
import { findLines } from "../../text/paragraphs.ts";

/** A paragraph of a text, with what rules ask of it. */
export interface Line extends Span {
	/** Its characters, at most the first 2,000: no rule about a line's shape needs more. */
	readonly text: string;
	/** Blank lines above it. */
	readonly gap: number;
	/** It reads as running text: it ends a sentence and has enough words, or is long. */
	readonly prose: boolean;
	/** It ends with a mark that ends sentences. */
	readonly ended: boolean;
	readonly words: number;
}

/** Where a line stands among the others of its text. */
export interface Surroundings {
	readonly lines: readonly Line[];
	readonly index: number;
	/** Index of the first line of prose; `lines.length` when there is none. */
	readonly firstProse: number;
	/** Index of the last line of prose; -1 when there is none. */
	readonly lastProse: number;
}

/** A rule about one line: why it is no part of the report, or null. */
export interface LineRule {
	/** `article/rule-name`. */
	readonly rule: string;
	find(line: Line, around: Surroundings): string | null;
}

/** A rule looks at no more of a line than this, so that a line of megabytes costs nothing. */
const LOOKED_AT = 2000;

/** Words from which an ended line counts as prose: captions, decks and labels stay under it. */
const PROSE_WORDS = 9;

/** Words from which a line counts as prose even when nothing ends it. */
const LONG_WORDS = 40;

/** Words from which a line that a colon ends is a sentence that announces what follows, not a label. */
const ANNOUNCING_WORDS = 12;

/** Words from which a line that holds the end of one sentence and the start of another is running text. */
const BROKEN_WORDS = 14;
const BROKEN = /\p{Ll}[.!?]["”’»)]?\s+["“„«]?\p{Lu}\p{L}/u;

/** Letters of a script without spaces that weigh as much as a word. */
const LETTERS_A_WORD = 3;

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;
const UNSPACED =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;
/** Marks of wires at a line's end ("said.<") and quotation marks made of two strokes are looked past. */
const ENDED = /[.!?…。！？؟।](?:\s?[»›]|["'”’“»›)\]*_])*(?:\s?[<¶|=]){0,2}$/u;

/** Makes a line of a stretch. */
export function toLine(text: string, span: Span, gap: number): Line {
	const head = text.slice(span.start, Math.min(span.end, span.start + LOOKED_AT));
	const tail = text.slice(Math.max(span.start, span.end - 12), span.end);
	const words = countWords(head);
	const ended = ENDED.test(tail);
	const inside = words >= BROKEN_WORDS && BROKEN.test(head);
	const prose = isProse(words, ended) || inside || (words >= ANNOUNCING_WORDS && /[:：]$/.test(tail));
	return { start: span.start, end: span.end, text: head, gap, prose, ended, words };
}

function isProse(words: number, ended: boolean): boolean {
	return (ended && words >= PROSE_WORDS) || words >= LONG_WORDS;
}

/** Words of a stretch; scripts without spaces count by letters. */
export function countWords(text: string): number {
	const unspaced = text.match(UNSPACED)?.length ?? 0;
	if (unspaced === 0) return text.match(WORD)?.length ?? 0;
	return (text.replace(UNSPACED, " ").match(WORD)?.length ?? 0) + Math.floor(unspaced / LETTERS_A_WORD);
}

/** The lines of a text that hold anything, each with the number of blank lines above it. */
export function splitLines(text: string, stretches: readonly Span[]): Line[] {
	const lines: Line[] = [];
	let before = stretches[0]?.start ?? 0;
	for (const span of findLines(text, stretches)) {
		lines.push(toLine(text, span, Math.max(0, countBreaks(text, before, span.start) - 1)));
		before = span.end;
	}
	return lines;
}

function countBreaks(text: string, start: number, end: number): number {
	let breaks = 0;
	for (let at = start; at < end; at++) {
		const code = text.charCodeAt(at);
		if (code === 0x0a || code === 0x2028 || code === 0x2029 || code === 0x85) breaks++;
		else if (code === 0x0d && text.charCodeAt(at + 1) !== 0x0a) breaks++;
	}
	return breaks;
}

/** Places every line among the others. */
export function survey(lines: readonly Line[]): { readonly firstProse: number; readonly lastProse: number } {
	const firstProse = lines.findIndex((line) => line.prose);
	let lastProse = lines.length - 1;
	while (lastProse >= 0 && !lines[lastProse]?.prose) lastProse--;
	return { firstProse: firstProse < 0 ? lines.length : firstProse, lastProse };
}
