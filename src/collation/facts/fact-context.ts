import { round } from "../../text/compare.ts";
import { TELLING } from "../term-weight.ts";
import type { SegmentWord } from "../utterances/segments.ts";

/** The telling stems of a sentence with their weight, numbers left out: what a value in it is about. */
export function contextStems(words: readonly SegmentWord[]): ReadonlyMap<string, number> {
	const stems = new Map<string, number>();
	for (const word of words) if (!word.number && word.weight >= TELLING) stems.set(word.stem, word.weight);
	return stems;
}

/** How alike two sentences are, 0–1: Dice over the weights of their telling stems. */
export function measureContext(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
	let shared = 0;
	let total = 0;
	for (const [stem, weight] of a) {
		total += weight;
		if (b.has(stem)) shared += weight;
	}
	for (const weight of b.values()) total += weight;
	return total === 0 ? 0 : round((2 * shared) / total);
}

/** Connected components of what is tied, each in the order of the list; components by their first member. */
export function linkAll<T>(items: readonly T[], tied: (a: T, b: T) => boolean): T[][] {
	const component = new Map<T, T[]>();
	for (const item of items) component.set(item, [item]);
	for (let i = 0; i < items.length; i++) {
		for (let j = i + 1; j < items.length; j++) {
			const a = items[i];
			const b = items[j];
			if (a === undefined || b === undefined || !tied(a, b)) continue;
			const left = component.get(a);
			const right = component.get(b);
			if (!left || !right || left === right) continue;
			for (const member of right) {
				left.push(member);
				component.set(member, left);
			}
		}
	}
	const order = new Map(items.map((item, index) => [item, index]));
	return [...new Set(component.values())].map((members) =>
		members.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
	);
}
