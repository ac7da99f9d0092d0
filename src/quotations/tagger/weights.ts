import type { JudgeWeights } from "./judge.ts";
import { KEY_BITS } from "./mixing.ts";
import type { WordClasses } from "./word-classes.ts";

/**
 * Weight rows found by key, in an open-addressed table with linear probing. Look-ups go all over the tables, so what
 * they cost is the memory they touch: a row of two weights takes one whole number, one of up to five takes two that lie
 * side by side. What was not learned has no row and adds nothing.
 *
 * In a narrow table (two weights) a slot is the upper bits of the key, how far the slot is from the key's own, and both
 * weights; the place in the table tells the key's other bits. In a wide one it is the whole key and the first weight,
 * then four more. Weights are signed bytes.
 */
export interface Table {
	readonly slots: Int32Array;
	/** The table has two to this power slots. */
	readonly bits: number;
	/** How many weights a row has: two, or up to five. */
	readonly stride: number;
	/** What one unit of a weight is worth. */
	readonly scale: number;
}

/** Rows of at most so many weights make a narrow table. */
const NARROW = 2;
/** A narrow slot without a row: rows without a weight are left out. */
export const NO_PAIR = 0;
/** A wide slot without a row; no row has the key of all ones. */
export const EMPTY = -1;
/** The bits of a narrow slot that say which key it is of. */
const CHECK_BITS = 16;
/** Tables are no fuller than this, so that probes are short. */
const FULLEST = 0.75;

export interface ChainWeights {
	readonly table: Table;
	/** Scores of moves between labels, three by three. */
	readonly moves: Float64Array;
}

/** The second stage's tables: boundaries, tokens, the whole. */
export interface RelationWeights {
	readonly boundary: Table;
	readonly token: Table;
	readonly whole: Table;
}

export interface TaggerWeights {
	readonly classes: WordClasses;
	readonly cue: ChainWeights;
	readonly relation: RelationWeights;
	readonly judge: JudgeWeights;
}

/** A table of rows given as sorted keys and `stride` weights each. */
export function makeTable(keys: Int32Array, rows: Int8Array, stride: number, scale: number): Table {
	let bits = KEY_BITS - CHECK_BITS;
	while (2 ** bits * FULLEST < keys.length) bits++;
	const fill = stride > NARROW ? fillWide : fillNarrow;
	for (;;) {
		const slots = fill(keys, rows, stride, bits);
		if (slots) return { slots, bits, stride, scale };
		bits++;
	}
}

function fillWide(keys: Int32Array, rows: Int8Array, stride: number, bits: number): Int32Array {
	const mask = 2 ** bits - 1;
	const slots = new Int32Array(2 ** (bits + 1)).fill(EMPTY);
	for (let i = 0; i < keys.length; i++) {
		const key = keys[i] ?? 0;
		let at = key & mask;
		while (slots[at * 2] !== EMPTY) at = (at + 1) & mask;
		const weight = (e: number): number => (e < stride ? (rows[i * stride + e] ?? 0) & 0xff : 0);
		slots[at * 2] = (key << 8) | weight(0);
		slots[at * 2 + 1] = weight(1) | (weight(2) << 8) | (weight(3) << 16) | (weight(4) << 24);
	}
	return slots;
}

/** Null when a row would stand too far from its key's place for its slot to say so. */
function fillNarrow(keys: Int32Array, rows: Int8Array, stride: number, bits: number): Int32Array | null {
	const mask = 2 ** bits - 1;
	const step = 2 ** (KEY_BITS - bits);
	const slots = new Int32Array(2 ** bits).fill(NO_PAIR);
	for (let i = 0; i < keys.length; i++) {
		const key = keys[i] ?? 0;
		const first = (rows[i * stride] ?? 0) & 0xff;
		const second = stride > 1 ? (rows[i * stride + 1] ?? 0) & 0xff : 0;
		if (first === 0 && second === 0) continue;
		let at = key & mask;
		let check = key >>> bits;
		for (; slots[at] !== NO_PAIR; check += step) at = (at + 1) & mask;
		if (check >= 2 ** CHECK_BITS) return null;
		slots[at] = (check << 16) | (first << 8) | second;
	}
	return slots;
}

/**
 * The slot of a key in a narrow table that is not its first one: its two weights in the second lowest and the lowest
 * byte; `NO_PAIR` when it has none.
 */
export function findPairAfter(slots: Int32Array, bits: number, key: number): number {
	const mask = slots.length - 1;
	const step = 1 << (KEY_BITS - bits);
	let at = ((key & mask) + 1) & mask;
	for (let check = (key >>> bits) + step; ; check += step) {
		const slot = slots[at] ?? NO_PAIR;
		if (slot === NO_PAIR || slot >>> 16 === check) return slot;
		at = (at + 1) & mask;
	}
}

/** Where a key's two numbers begin in a wide table when they stand not in its first slot; -1 when it has none. */
export function findWideAfter(slots: Int32Array, key: number): number {
	const mask = slots.length - 1;
	let at = ((key << 1) + 2) & mask;
	for (let slot = slots[at] ?? EMPTY; slot !== EMPTY; slot = slots[at] ?? EMPTY) {
		if (slot >>> 8 === key) return at;
		at = (at + 2) & mask;
	}
	return -1;
}

/** The keys of a table, sorted, and their weights one row after the other. */
export function readRows({ slots, bits, stride }: Table): { readonly keys: Int32Array; readonly rows: Int8Array } {
	const mask = 2 ** bits - 1;
	const kept: { readonly key: number; readonly weights: readonly number[] }[] = [];
	if (stride > NARROW)
		for (let at = 0; at < slots.length; at += 2) {
			const [head = EMPTY, tail = 0] = [slots[at], slots[at + 1]];
			if (head !== EMPTY) kept.push({ key: head >>> 8, weights: [head, tail, tail >> 8, tail >> 16, tail >> 24] });
		}
	else
		for (const [at, slot] of slots.entries()) {
			if (slot === NO_PAIR) continue;
			const upper = KEY_BITS - bits;
			const check = slot >>> 16;
			const own = (at - (check >>> upper)) & mask;
			kept.push({ key: ((check & (2 ** upper - 1)) << bits) | own, weights: [slot >> 8, slot] });
		}
	kept.sort((a, b) => a.key - b.key);
	const rows = new Int8Array(kept.length * stride);
	for (const [i, { weights }] of kept.entries())
		for (let e = 0; e < stride; e++) rows[i * stride + e] = weights[e] ?? 0;
	return { keys: Int32Array.from(kept, ({ key }) => key), rows };
}
