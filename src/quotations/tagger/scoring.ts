import { keyOf } from "./mixing.ts";
import { findPair, findWide, type Table } from "./weights.ts";

/** Sums up what the weights say to the values that were asked about: the innermost loops of the tagger. */

/** The numbers of the questions from \`first\` to \`end\`. */
export function questions(first: number, end: number): Uint8Array {
	return Uint8Array.from({ length: end - first }, (_, i) => first + i);
}

/** Adds the two weights of each question in \`list\` to \`sums\`. */
export function addPairs(
	{ slots, bits }: Table,
	stage: number,
	asked: Int32Array,
	list: Uint8Array,
	sums: Int32Array,
): void {
	let a = 0;
	let b = 0;
	for (let j = 0; j < list.length; j++) {
		const n = list[j] ?? 0;
		const two = findPair(slots, bits, keyOf(stage, n, asked[n * 2] ?? 0, asked[n * 2 + 1] ?? 0));
		a += (two << 16) >> 24;
		b += (two << 24) >> 24;
	}
	sums[0] = (sums[0] ?? 0) + a;
	sums[1] = (sums[1] ?? 0) + b;
}

/** Adds the five weights of each question in \`list\` to \`sums\`. */
export function addFives({ slots }: Table, stage: number, asked: Int32Array, list: Uint8Array, sums: Int32Array): void {
	let a = 0;
	let b = 0;
	let c = 0;
	let d = 0;
	let e = 0;
	for (let j = 0; j < list.length; j++) {
		const n = list[j] ?? 0;
		const at = findWide(slots, keyOf(stage, n, asked[n * 2] ?? 0, asked[n * 2 + 1] ?? 0));
		if (at < 0) continue;
		const rest = slots[at + 1] ?? 0;
		a += ((slots[at] ?? 0) << 24) >> 24;
		b += (rest << 24) >> 24;
		c += (rest << 16) >> 24;
		d += (rest << 8) >> 24;
		e += rest >> 24;
	}
	sums[0] = (sums[0] ?? 0) + a;
	sums[1] = (sums[1] ?? 0) + b;
	sums[2] = (sums[2] ?? 0) + c;
	sums[3] = (sums[3] ?? 0) + d;
	sums[4] = (sums[4] ?? 0) + e;
}
