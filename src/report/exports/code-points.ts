import type { Span } from "../../model/span.ts";
import { firstFrom } from "../../text/span-index.ts";

/**
 * A function from spans in UTF-16 code units, which a record counts in, to spans in code points, which the standards of
 * the web count in. Half of a surrogate pair counts as one where it stands alone; a span that begins or ends inside a
 * pair is widened to hold it whole. One pass over the text, then a binary search a span.
 */
export function countCodePoints(text: string): (span: Span) => Span {
	const pairs: number[] = [];
	for (let at = 0; at + 1 < text.length; at++) {
		if (isPair(text, at)) pairs.push(at++);
	}
	return ({ start, end }) => {
		const from = wholeStart(text, start);
		const to = wholeEnd(text, end);
		return { start: from - firstFrom(pairs, from), end: to - firstFrom(pairs, to) };
	};
}

/** The text of a span, pairs whole, as Unicode has it: half a pair that stands alone becomes U+FFFD, one code point too. */
export function wholeSlice(text: string, { start, end }: Span): string {
	return text.slice(wholeStart(text, start), wholeEnd(text, end)).toWellFormed();
}

/** Where a stretch that begins at an offset begins when it cuts no pair. */
export function wholeStart(text: string, offset: number): number {
	return isPair(text, offset - 1) ? offset - 1 : offset;
}

function wholeEnd(text: string, offset: number): number {
	return isPair(text, offset - 1) ? offset + 1 : offset;
}

function isPair(text: string, at: number): boolean {
	const high = text.charCodeAt(at);
	const low = text.charCodeAt(at + 1);
	return high >= 0xd800 && high < 0xdc00 && low >= 0xdc00 && low < 0xe000;
}
