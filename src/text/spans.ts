import type { Span } from "../model/span.ts";
import { compareSpans } from "./compare.ts";

/** The text that a span stands for. */
export function sliceOf(text: string, span: Span): string {
	return text.slice(span.start, span.end);
}

export function contains(outer: Span, inner: Span): boolean {
	return outer.start <= inner.start && inner.end <= outer.end;
}

export function overlaps(a: Span, b: Span): boolean {
	return a.start < b.end && b.start < a.end;
}

export function spanLength(spans: readonly Span[]): number {
	let length = 0;
	for (const span of spans) length += span.end - span.start;
	return length;
}

/** Sorts spans and joins those that touch or overlap. */
export function mergeSpans(spans: readonly Span[]): Span[] {
	const sorted = [...spans].sort(compareSpans);
	const merged: { start: number; end: number }[] = [];
	for (const span of sorted) {
		const last = merged[merged.length - 1];
		if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
		else if (span.end > span.start) merged.push({ start: span.start, end: span.end });
	}
	return merged;
}

/** What is left of `spans` where none of `holes` lies. Both are merged first; the result is sorted. */
export function subtractSpans(spans: readonly Span[], holes: readonly Span[]): Span[] {
	const rest: Span[] = [];
	const cut = mergeSpans(holes);
	for (const span of mergeSpans(spans)) {
		let start = span.start;
		for (const hole of cut) {
			if (hole.end <= start) continue;
			if (hole.start >= span.end) break;
			if (hole.start > start) rest.push({ start, end: hole.start });
			start = Math.max(start, hole.end);
		}
		if (start < span.end) rest.push({ start, end: span.end });
	}
	return rest;
}

/** The span without white space at its ends; empty (`start === end`) when it holds nothing else. */
export function trimSpan(text: string, span: Span): Span {
	let { start, end } = span;
	while (start < end && isSpace(text.charCodeAt(start))) start++;
	while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
	return { start, end };
}

/**
 * Index of the first item that ends after `offset`, in a list sorted by place whose items do not
 * overlap; `list.length` when there is none.
 */
export function firstEndingAfter(list: readonly Span[], offset: number): number {
	let low = 0;
	let high = list.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		const item = list[middle];
		if (item && item.end <= offset) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** The items that lie inside a span whole, of a list sorted by place whose items do not overlap. */
export function itemsWithin<T extends Span>(list: readonly T[], span: Span): T[] {
	const found: T[] = [];
	for (let i = firstEndingAfter(list, span.start); i < list.length; i++) {
		const item = list[i];
		if (!item || item.start >= span.end) break;
		if (contains(span, item)) found.push(item);
	}
	return found;
}

/** The item of a sorted, non-overlapping list that holds `offset`, or null. */
export function spanAt<T extends Span>(list: readonly T[], offset: number): T | null {
	const item = list[firstEndingAfter(list, offset)];
	return item && item.start <= offset ? item : null;
}

/** White space as ECMAScript's `\s` has it, and the zero-width and byte-order characters. */
export function isSpace(code: number): boolean {
	return (
		code === 0x20 ||
		(code >= 0x09 && code <= 0x0d) ||
		code === 0xa0 ||
		code === 0x1680 ||
		(code >= 0x2000 && code <= 0x200b) ||
		code === 0x2028 ||
		code === 0x2029 ||
		code === 0x202f ||
		code === 0x205f ||
		code === 0x3000 ||
		code === 0xfeff
	);
}
