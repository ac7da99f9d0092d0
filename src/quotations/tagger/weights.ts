import type { JudgeWeights } from "./judge.ts";
import type { WordClasses } from "./word-classes.ts";

/**
 * Weight rows found by key, in an open-addressed table with linear probing. A row is two whole numbers: the key and the
 * first weight, and up to four more weights, all signed bytes. The two lie apart, since most keys that are asked for have
 * no row: these read the first list alone. What was not learned has no row and adds nothing.
 */
export interface Table {
	readonly entries: Int32Array;
	/** The other weights of each place. */
	readonly rest: Int32Array;
	/** How many weights a row has, five at most. */
	readonly stride: number;
	/** Number of places less one; it is a power of two less one. */
	readonly mask: number;
	/** What one unit of a weight is worth. */
	readonly scale: number;
}

/** A place without a row; no row has the key of all ones. */
const EMPTY = -1;

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

/** A table of rows given as sorted keys and `stride` weights each; at most half full, so that probes are short. */
export function makeTable(keys: Int32Array, rows: Int8Array, stride: number, scale: number): Table {
	let size = 16;
	while (size < keys.length * 2) size *= 2;
	const mask = size - 1;
	const entries = new Int32Array(size).fill(EMPTY);
	const rest = new Int32Array(size);
	for (let i = 0; i < keys.length; i++) {
		const key = keys[i] ?? 0;
		let at = key & mask;
		while (entries[at] !== EMPTY) at = (at + 1) & mask;
		const weight = (e: number): number => (e < stride ? (rows[i * stride + e] ?? 0) & 0xff : 0);
		entries[at] = (key << 8) | weight(0);
		rest[at] = weight(1) | (weight(2) << 8) | (weight(3) << 16) | (weight(4) << 24);
	}
	return { entries, rest, stride, mask, scale };
}

/** A key's place in `entries` and `rest`, -1 when it has none. */
export function findRow(entries: Int32Array, mask: number, key: number): number {
	let at = key & mask;
	for (let there = entries[at] ?? EMPTY; there !== EMPTY; there = entries[at] ?? EMPTY) {
		if (there >>> 8 === key) return at;
		at = (at + 1) & mask;
	}
	return -1;
}

/** The keys of a table, sorted, and their weights one row after the other. */
export function readRows({ entries, rest, stride, mask }: Table): {
	readonly keys: Int32Array;
	readonly rows: Int8Array;
} {
	const keys: number[] = [];
	for (const entry of entries) if (entry !== EMPTY) keys.push(entry >>> 8);
	keys.sort((a, b) => a - b);
	const rows = new Int8Array(keys.length * stride);
	for (const [i, key] of keys.entries()) {
		const at = findRow(entries, mask, key);
		const [head = 0, tail = 0] = [entries[at], rest[at]];
		for (let e = 0; e < stride; e++) rows[i * stride + e] = e === 0 ? head : tail >> ((e - 1) * 8);
	}
	return { keys: Int32Array.from(keys), rows };
}
