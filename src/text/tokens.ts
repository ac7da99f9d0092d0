import { TokenKind, type Tokens } from "../model/annotated.ts";
import type { Span } from "../model/span.ts";
import { foldCase } from "./fold.ts";
import { isSpace } from "./spans.ts";

/**
 * One token at a time, tried in this order: an abbreviation of single letters ("U.S.", "a.m."), a
 * number with its separators ("1,200", "3.5", "10:30"), a word with inner apostrophes, hyphens or
 * ampersands ("O'Neill", "vice-president", "AT&T"), also one that a soft hyphen parts at the end of a line, a run of one mark ("--", "..."), any other
 * character.
 */
const TOKEN =
	/(?:\p{L}\.){2,}|\p{Nd}+(?:[.,:\u00a0\u202f]\p{Nd}+)*|[\p{L}\p{M}\p{Nd}\p{Co}]+(?:(?:['\u2019\u02bc&\-\u2010\u2011]|\u00ad(?:[ \t]{0,4}\r?\n[ \t]{0,20})?)[\p{L}\p{M}\p{Nd}]+)*|([.\-\u2013\u2014_*=~#])\1*|[\s\S]/gu;

const STARTS_WITH_DIGIT = /^\p{Nd}/u;
const HAS_LETTER = /\p{L}/u;

/** Possessive endings are tokens of their own, so that "Meridia's" meets "Meridia". */
const POSSESSIVE = /['\u2019\u02bc][sS]$/;

/** What has its own token kind and is not a mark. */
const WORD = /[\p{L}\p{Nd}]/u;

/** Words, numbers and marks of the given stretches, with offsets into `text`. White space is no token. */
export function findTokens(text: string, stretches: readonly Span[]): Tokens {
	const starts: number[] = [];
	const ends: number[] = [];
	const kinds: number[] = [];
	const norms: string[] = [];
	const push = (start: number, end: number, kind: TokenKind): void => {
		starts.push(start);
		ends.push(end);
		kinds.push(kind);
		const written = text.slice(start, end);
		norms.push(foldCase(written.includes("\u00ad") ? written.replace(/\u00ad\s*/g, "") : written));
	};
	for (const stretch of stretches) {
		const part = text.slice(stretch.start, stretch.end);
		for (let at = 0; at < part.length; at = TOKEN.lastIndex) {
			const plain = plainEnd(part, at);
			if (plain > at) {
				const code = part.charCodeAt(at);
				if (isAsciiLetter(code)) push(stretch.start + at, stretch.start + plain, TokenKind.word);
				else if (code > 0x20) push(stretch.start + at, stretch.start + plain, TokenKind.mark);
				TOKEN.lastIndex = plain;
				continue;
			}
			TOKEN.lastIndex = at;
			const match = TOKEN.exec(part);
			if (!match) break;
			const token = match[0];
			if (token.length === 1 && isSpace(token.charCodeAt(0))) continue;
			const start = stretch.start + match.index;
			const end = start + token.length;
			if (!WORD.test(token)) push(start, end, TokenKind.mark);
			else if (STARTS_WITH_DIGIT.test(token) && !HAS_LETTER.test(token)) push(start, end, TokenKind.number);
			else if (token.length > 2 && POSSESSIVE.test(token)) {
				push(start, end - 2, TokenKind.word);
				push(end - 2, end, TokenKind.word);
			} else push(start, end, TokenKind.word);
		}
	}
	return { starts: Uint32Array.from(starts), ends: Uint32Array.from(ends), kinds: Uint8Array.from(kinds), norms };
}

/**
 * Where a token ends that needs no look at `TOKEN`, as most do not: a run of ASCII letters that nothing goes on, one
 * space, one mark that makes no runs. `at` where it takes the look.
 */
function plainEnd(text: string, at: number): number {
	const code = text.charCodeAt(at);
	if (isAsciiLetter(code)) {
		let end = at + 1;
		while (end < text.length && isAsciiLetter(text.charCodeAt(end))) end++;
		if (end === text.length) return end;
		const next = text.charCodeAt(end);
		if (next === 0x20 || next === 0x2c || next === 0x0a || (next === 0x2e && end > at + 1)) return end;
		const goesOn = next > 0x7e || next === 0x27 || next === 0x26 || next === 0x2d || (next >= 0x30 && next <= 0x39);
		return goesOn || next === 0x2e ? at : end;
	}
	if (code === 0x20 || code === 0x0a || code === 0x2c) return at + 1;
	// Of a full stop runs are one token.
	if (code === 0x2e && at + 1 < text.length && text.charCodeAt(at + 1) !== 0x2e) return at + 1;
	return at;
}

function isAsciiLetter(code: number): boolean {
	const lower = code | 0x20;
	return lower >= 0x61 && lower <= 0x7a && code < 0x80;
}

/** A letter of a script that puts no spaces between words. */
export const UNSPACED: RegExp =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** No script without spaces has a letter below Thai's, which most words are spared the look for. */
const LEAST_UNSPACED = 0x0e00;

function mayHoldUnspaced(text: string, start: number, end: number): boolean {
	for (let i = start; i < end; i++) if (text.charCodeAt(i) >= LEAST_UNSPACED) return true;
	return false;
}

/** Whether a letter of a script that puts no spaces between words stands in it. */
export function hasUnspaced(text: string): boolean {
	return mayHoldUnspaced(text, 0, text.length) && UNSPACED.test(text);
}

/**
 * How many words a reader counts: possessive endings are none, and in scripts without spaces between words each
 * letter is one.
 */
export function countWords(text: string): number {
	const { starts, ends, kinds } = findTokens(text, [{ start: 0, end: text.length }]);
	let count = 0;
	kinds.forEach((kind, i) => {
		const [start, end] = [starts[i] ?? 0, ends[i] ?? 0];
		if (kind === TokenKind.mark || (start > 0 && start === ends[i - 1] && POSSESSIVE.test(text.slice(start, end))))
			return;
		let letters = 0;
		if (mayHoldUnspaced(text, start, end)) {
			for (const letter of text.slice(start, end)) if (UNSPACED.test(letter)) letters++;
		}
		count += Math.max(1, letters);
	});
	return count;
}

/** Index of the first token that starts at or after `offset`. */
export function firstTokenFrom(tokens: Pick<Tokens, "starts">, offset: number): number {
	let low = 0;
	let high = tokens.starts.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((tokens.starts[middle] ?? 0) < offset) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Half-open range of token indices that lie inside a span. */
export function tokenRange(tokens: Tokens, span: Span): { readonly first: number; readonly end: number } {
	const first = firstTokenFrom(tokens, span.start);
	let end = firstTokenFrom(tokens, span.end);
	if (end > first && (tokens.ends[end - 1] ?? 0) > span.end) end--;
	return { first, end };
}
