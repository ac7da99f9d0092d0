import { BlockPool } from "./block-pool.ts";
import { KeyTable } from "./key-table.ts";
import type { WorkCounts } from "./work-counts.ts";

/** The order of the row of a key; never 0 for two items, and the same as long as both stand in the row. */
export type RowOrder = (key: number, a: number, b: number) => number;

/** Parts of the rows that grow by themselves, by the first bits of the key: none takes long to copy. */
const PARTS = 256;
const PART_SHIFT = 24;

/**
 * Rows under 32-bit keys: which numbers (below 2³¹) stand under a key, in order. Typed arrays, since a
 * window of 10⁶ articles holds 10⁸ entries. Finding a place takes the logarithm of the row, taking it
 * moves at most the row's numbers, four bytes each. Rows in which all are near each other are most, and
 * are put in order when they grow.
 *
 * Each way of reading a row leaves in `found` the items that are near an item, or near the place where it
 * would stand, in order, with the item itself when it is there; a row of at most one more than the reach
 * is given whole, in no order, and one of two more whole and in order. What is returned is the place in
 * `found` of the item, or of the first that would follow it; of a row in no order 0.
 */
export class PostingRows {
	readonly found: FoundItems;
	readonly #order: RowOrder;
	readonly #reach: number;
	readonly #counts: WorkCounts;
	readonly #parts: (RowsOfPart | undefined)[] = [];

	/** @param reach at most so many places apart two items are near */
	constructor(order: RowOrder, reach: number, counts: WorkCounts) {
		this.found = new FoundItems(2 * reach + 2);
		this.#order = order;
		this.#reach = reach;
		this.#counts = counts;
	}

	get bytes(): number {
		let bytes = 0;
		for (const part of this.#parts) bytes += part?.bytes ?? 0;
		return bytes;
	}

	/** Puts an item in its row, where it stands once however often it is added, and reads the row with it. */
	add(key: number, item: number): number {
		let part = this.#parts[key >>> PART_SHIFT];
		if (!part) {
			while (this.#parts.length < PARTS) this.#parts.push(undefined);
			part = new RowsOfPart(this.#order, this.#reach, this.#counts, this.found);
			this.#parts[key >>> PART_SHIFT] = part;
		}
		this.found.clear();
		return part.add(key, item);
	}

	/** Reads the row of an item with it, and takes it out. */
	delete(key: number, item: number): number {
		this.found.clear();
		return this.#parts[key >>> PART_SHIFT]?.delete(key, item) ?? 0;
	}

	near(key: number, item: number): number {
		this.found.clear();
		return this.#parts[key >>> PART_SHIFT]?.near(key, item) ?? 0;
	}
}

/** What was read last: the first `count` of the items. */
class FoundItems {
	readonly items: Uint32Array;
	count = 0;
	/** How many the row holds that they were read from; 0 when it is in no order. */
	row = 0;

	constructor(most: number) {
		this.items = new Uint32Array(most);
	}

	clear(): void {
		this.count = 0;
		this.row = 0;
	}

	push(item: number): void {
		this.items[this.count++] = item;
	}
}

/** A row of one item is the item plus 1; from here on the number names a block. */
const IN_BLOCK = 2 ** 31;
const SIZE_SHIFT = 26;
const BLOCK_MASK = 2 ** SIZE_SHIFT - 1;
/** Blocks hold 4, 8, 16… words (2 to the power of their size): how many items, then the items. */
const LEAST_SIZE = 2;

class RowsOfPart {
	readonly #order: RowOrder;
	readonly #reach: number;
	readonly #counts: WorkCounts;
	readonly #found: FoundItems;
	readonly #table = new KeyTable();
	readonly #pools: (BlockPool | undefined)[] = [];

	constructor(order: RowOrder, reach: number, counts: WorkCounts, found: FoundItems) {
		this.#order = order;
		this.#reach = reach;
		this.#counts = counts;
		this.#found = found;
	}

	get bytes(): number {
		let bytes = this.#table.bytes;
		for (const pool of this.#pools) bytes += pool?.words.byteLength ?? 0;
		return bytes;
	}

	add(key: number, item: number): number {
		const row = this.#table.get(key);
		if (row >= IN_BLOCK) return this.#insert(key, row, item);
		if (row === 0) this.#table.set(key, item + 1);
		else if (row !== item + 1) {
			const pool = this.#poolOf(LEAST_SIZE);
			const block = pool.take();
			pool.words[block] = 2;
			pool.words[block + 1] = row - 1;
			pool.words[block + 2] = item;
			this.#table.set(key, nameBlock(LEAST_SIZE, block));
			this.#found.push(row - 1);
		}
		this.#found.push(item);
		return 0;
	}

	#insert(key: number, row: number, item: number): number {
		let size = sizeOf(row);
		let block = blockOf(row);
		let { words } = this.#poolOf(size);
		let count = words[block] as number;
		let place = this.#placeOf(key, item, words, block, count);
		if (place === count || words[block + 1 + place] !== item) {
			if (count === this.#reach + 1) {
				// From here on the order says which are near.
				words.subarray(block + 1, block + 1 + count).sort((a, b) => this.#compare(key, a, b));
				place = this.#search(key, item, words, block, count);
			}
			if (count + 1 === 2 ** size) [size, block] = this.#move(key, size, block, size + 1);
			words = this.#poolOf(size).words;
			shift(words, block + 1 + place, block + 1 + count, 1);
			this.#counts.moved += count - place;
			words[block + 1 + place] = item;
			words[block] = ++count;
		}
		return this.#read(words, block, count, place, true);
	}

	delete(key: number, item: number): number {
		const row = this.#table.get(key);
		if (row < IN_BLOCK) {
			if (row > 0) this.#found.push(row - 1);
			if (row === item + 1) this.#table.delete(key);
			return 0;
		}
		const size = sizeOf(row);
		const block = blockOf(row);
		const pool = this.#poolOf(size);
		const { words } = pool;
		const count = words[block] as number;
		const place = this.#placeOf(key, item, words, block, count);
		const isThere = place < count && words[block + 1 + place] === item;
		const before = this.#read(words, block, count, place, isThere);
		if (!isThere) return before;
		shift(words, block + 2 + place, block + 1 + count, -1);
		this.#counts.moved += count - place - 1;
		words[block] = count - 1;
		if (count === 2) {
			this.#table.set(key, (words[block + 1] as number) + 1);
			pool.give(block);
		} else if (size > LEAST_SIZE && count <= 2 ** (size - 2)) {
			// Only when a quarter is left: a row that grows and shrinks by one is not moved each time.
			this.#move(key, size, block, size - 1);
		}
		return before;
	}

	near(key: number, item: number): number {
		const row = this.#table.get(key);
		if (row < IN_BLOCK) {
			if (row > 0) this.#found.push(row - 1);
			return 0;
		}
		const block = blockOf(row);
		const { words } = this.#poolOf(sizeOf(row));
		const count = words[block] as number;
		const place = this.#placeOf(key, item, words, block, count);
		return this.#read(words, block, count, place, place < count && words[block + 1 + place] === item);
	}

	/** @returns the place in `found` */
	#read(words: Uint32Array, block: number, count: number, place: number, isThere: boolean): number {
		const isOrdered = count > this.#reach + 1;
		const isWhole = count <= this.#reach + 2;
		const start = isWhole ? 0 : Math.max(0, place - this.#reach);
		const end = isWhole ? count : Math.min(count, place + this.#reach + (isThere ? 1 : 0));
		if (isOrdered) this.#found.row = count;
		for (let i = start; i < end; i++) this.#found.push(words[block + 1 + i] as number);
		return isOrdered ? place - start : 0;
	}

	/** Where an item stands in its row, or would stand; at the end of a row that has no order. */
	#placeOf(key: number, item: number, words: Uint32Array, block: number, count: number): number {
		if (count > this.#reach + 1) return this.#search(key, item, words, block, count);
		let place = 0;
		while (place < count && words[block + 1 + place] !== item) place++;
		return place;
	}

	#search(key: number, item: number, words: Uint32Array, block: number, count: number): number {
		let low = 0;
		let high = count;
		while (low < high) {
			const middle = (low + high) >>> 1;
			const other = words[block + 1 + middle] as number;
			if (other !== item && this.#compare(key, other, item) < 0) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	#compare(key: number, a: number, b: number): number {
		this.#counts.placed++;
		return this.#order(key, a, b);
	}

	/** Moves a row to a block of another size; that size and the block. */
	#move(key: number, size: number, block: number, to: number): [number, number] {
		const [from, pool] = [this.#poolOf(size), this.#poolOf(to)];
		const moved = pool.take();
		pool.words.set(from.words.subarray(block, block + 1 + (from.words[block] as number)), moved);
		from.give(block);
		this.#table.set(key, nameBlock(to, moved));
		return [to, moved];
	}

	#poolOf(size: number): BlockPool {
		let pool = this.#pools[size];
		if (!pool) {
			while (this.#pools.length < size) this.#pools.push(undefined);
			pool = new BlockPool(2 ** size);
			this.#pools[size] = pool;
		}
		return pool;
	}
}

/** So few words are moved sooner one by one. */
const FEW = 24;

/** Moves words one place up (1) or down (-1). */
function shift(words: Uint32Array, start: number, end: number, by: 1 | -1): void {
	if (end - start > FEW) words.copyWithin(start + by, start, end);
	else if (by === 1) for (let i = end; i > start; i--) words[i] = words[i - 1] as number;
	else for (let i = start; i < end; i++) words[i - 1] = words[i] as number;
}

function nameBlock(size: number, block: number): number {
	return IN_BLOCK + size * 2 ** SIZE_SHIFT + block / 2 ** size;
}

function sizeOf(row: number): number {
	return (row - IN_BLOCK) >>> SIZE_SHIFT;
}

/** Where the block of a row starts in its pool. */
function blockOf(row: number): number {
	return (row & BLOCK_MASK) * 2 ** sizeOf(row);
}
