import { keyOf } from "./mixing.ts";
import { EMPTY, findPairAfter, findWideAfter, NO_PAIR, type Table } from "./weights.ts";

/**
 * Sums up what the weights say to the values that were asked about: the innermost loops of the tagger.
 *
 * The tables are larger than the caches near a core, so what takes the time is waiting for memory. Each loop therefore
 * goes over its questions twice: first it only makes the keys and fetches the first slot of each, one after the other
 * without looking at them, so that the fetches overlap; then it looks.
 */

/** More questions than any stage asks. */
const MOST_QUESTIONS = 128;

const keys = new Int32Array(MOST_QUESTIONS);
const heads = new Int32Array(MOST_QUESTIONS);
const tails = new Int32Array(MOST_QUESTIONS);

/** The numbers of the questions from `first` to `end`. */
export function questions(first: number, end: number): Uint8Array {
	return Uint8Array.from({ length: end - first }, (_, i) => first + i);
}

/** Adds the two weights of each question in `list` to `sums`. */
export function addPairs(
	{ slots, bits }: Table,
	stage: number,
	asked: Int32Array,
	list: Uint8Array,
	sums: Int32Array,
): void {
	const mask = slots.length - 1;
	for (let j = 0; j < list.length; j++) {
		const n = list[j] ?? 0;
		const key = keyOf(stage, n, asked[n * 2] ?? 0, asked[n * 2 + 1] ?? 0);
		keys[j] = key;
		heads[j] = slots[key & mask] ?? NO_PAIR;
	}
	let a = 0;
	let b = 0;
	for (let j = 0; j < list.length; j++) {
		const key = keys[j] ?? 0;
		let two = heads[j] ?? NO_PAIR;
		if (two >>> 16 !== key >>> bits) {
			if (two === NO_PAIR) continue;
			two = findPairAfter(slots, bits, key);
		}
		a += (two << 16) >> 24;
		b += (two << 24) >> 24;
	}
	sums[0] = (sums[0] ?? 0) + a;
	sums[1] = (sums[1] ?? 0) + b;
}

/** Adds the five weights of each question in `list` to `sums`. */
export function addFives({ slots }: Table, stage: number, asked: Int32Array, list: Uint8Array, sums: Int32Array): void {
	const mask = slots.length - 1;
	for (let j = 0; j < list.length; j++) {
		const n = list[j] ?? 0;
		const key = keyOf(stage, n, asked[n * 2] ?? 0, asked[n * 2 + 1] ?? 0);
		const at = (key << 1) & mask;
		keys[j] = key;
		heads[j] = slots[at] ?? EMPTY;
		tails[j] = slots[at + 1] ?? 0;
	}
	let a = 0;
	let b = 0;
	let c = 0;
	let d = 0;
	let e = 0;
	for (let j = 0; j < list.length; j++) {
		const key = keys[j] ?? 0;
		let head = heads[j] ?? EMPTY;
		if (head === EMPTY) continue;
		let rest = tails[j] ?? 0;
		if (head >>> 8 !== key) {
			const at = findWideAfter(slots, key);
			if (at < 0) continue;
			head = slots[at] ?? 0;
			rest = slots[at + 1] ?? 0;
		}
		a += (head << 24) >> 24;
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
