import type { Span } from "../../../src/model/span.ts";

const WORD = /[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu;

/** How many words stand in `spans` of a text, and how many of them `cover` reaches. */
export function countCovered(
	text: string,
	spans: readonly Span[],
	cover: readonly Span[],
): { readonly words: number; readonly covered: number } {
	let words = 0;
	let covered = 0;
	for (const { start, end } of spans) {
		for (const match of text.slice(start, end).matchAll(WORD)) {
			const from = start + match.index;
			const to = from + match[0].length;
			words++;
			if (cover.some((span) => span.start < to && from < span.end)) covered++;
		}
	}
	return { words, covered };
}

/** The words of a text, case apart. */
export function toWords(text: string): string[] {
	return (text.match(WORD) ?? []).map((word) => word.toLowerCase());
}
