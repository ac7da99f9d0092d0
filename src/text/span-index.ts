import type { Span } from "../model/span.ts";

/**
 * Finds the items that share characters with any of some spans, in the order of the items.
 *
 * @param spansOf the spans of an item, in any order
 */
export function indexSpans<T>(
	items: readonly T[],
	spansOf: (item: T) => readonly Span[],
): (spans: readonly Span[]) => T[] {
	const list = items
		.flatMap((item, order) => spansOf(item).map(({ start, end }) => ({ start, end, order })))
		.sort((a, b) => a.start - b.start || a.end - b.end || a.order - b.order);
	const starts = list.map(({ start }) => start);
	const reach: number[] = [];
	for (const { end } of list) reach.push(Math.max(end, reach[reach.length - 1] ?? 0));
	return (spans) => {
		const found = new Set<number>();
		for (const span of spans)
			for (let i = firstFrom(starts, span.end) - 1; i >= 0 && (reach[i] ?? 0) > span.start; i--) {
				const one = list[i];
				if (one && one.end > span.start) found.add(one.order);
			}
		return [...found].sort((a, b) => a - b).flatMap((order) => items.slice(order, order + 1));
	};
}

/** Index of the first number in a sorted list that is not below `value`. */
export function firstFrom(sorted: readonly number[], value: number): number {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((sorted[middle] ?? 0) < value) low = middle + 1;
		else high = middle;
	}
	return low;
}
