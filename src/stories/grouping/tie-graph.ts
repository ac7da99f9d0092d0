import { BlockPool, lengthen } from "./block-pool.ts";
import type { WorkCounts } from "./work-counts.ts";

/**
 * Ties of an article stand in a block of 4, 8, 16… words (2 to the power of its size): how many, then of
 * each the other's number and the weight.
 */
const LEAST_SIZE = 2;

/** Articles by number and the weights that tie them, each a whole number above 0. */
export class TieGraph {
	readonly #counts: WorkCounts;
	readonly #pools: BlockPool[] = [];
	/** Of each article the size of its block, 0 when nothing ties it, and where the block starts. */
	#sizes = new Uint32Array(16);
	#starts = new Uint32Array(16);
	/** The search in which an article was last met. */
	#met = new Uint32Array(16);
	#search = 0;

	constructor(counts: WorkCounts) {
		this.#counts = counts;
	}

	get bytes(): number {
		let bytes = this.#sizes.byteLength + this.#starts.byteLength + this.#met.byteLength;
		for (const pool of this.#pools) bytes += pool.words.byteLength;
		return bytes;
	}

	open(slot: number): void {
		this.#sizes = lengthen(this.#sizes, slot + 1);
		this.#starts = lengthen(this.#starts, slot + 1);
		this.#met = lengthen(this.#met, slot + 1);
	}

	/** Takes an article out, with all that ties it. */
	close(slot: number): void {
		for (const other of this.tiedTo(slot, 0)) this.drop(slot, other);
	}

	/** 0 when nothing ties the two. */
	weightOf(x: number, y: number): number {
		const size = this.#sizes[x] as number;
		if (size === 0) return 0;
		const { words } = this.#poolOf(size);
		const place = this.#placeOf(words, this.#starts[x] as number, y);
		return place < 0 ? 0 : (words[place + 1] as number);
	}

	/** Ties two articles that nothing ties yet. */
	add(x: number, y: number, weight: number): void {
		this.#add(x, y, weight);
		this.#add(y, x, weight);
	}

	drop(x: number, y: number): void {
		this.#drop(x, y);
		this.#drop(y, x);
	}

	tiedTo(slot: number, least: number): number[] {
		const tied: number[] = [];
		this.#readTied(slot, least, tied);
		return tied;
	}

	/** All that ties of at least this weight connect with an article, itself first; null when there are more than `most`. */
	connected(slot: number, least: number, most: number): number[] | null {
		// Searches are told apart by 32 bits.
		if (this.#search === 0xffff_ffff) this.#met.fill(0);
		this.#search = (this.#search % 0xffff_ffff) + 1;
		const search = this.#search;
		const members = [slot];
		this.#met[slot] = search;
		const tied: number[] = [];
		for (const member of members) {
			this.#counts.connected++;
			tied.length = 0;
			this.#readTied(member, least, tied);
			for (const other of tied) {
				if (this.#met[other] === search) continue;
				this.#met[other] = search;
				if (members.push(other) > most) return null;
			}
		}
		return members;
	}

	#readTied(slot: number, least: number, into: number[]): void {
		const size = this.#sizes[slot] as number;
		if (size === 0) return;
		const { words } = this.#poolOf(size);
		const start = this.#starts[slot] as number;
		const end = start + 1 + 2 * (words[start] as number);
		for (let i = start + 1; i < end; i += 2) if ((words[i + 1] as number) >= least) into.push(words[i] as number);
	}

	#add(from: number, to: number, weight: number): void {
		let size = this.#sizes[from] as number;
		let start = this.#starts[from] as number;
		let count = 0;
		if (size === 0) {
			size = LEAST_SIZE;
			start = this.#poolOf(size).take();
		} else {
			const pool = this.#poolOf(size);
			count = pool.words[start] as number;
			if (1 + 2 * (count + 1) > pool.length) {
				const larger = this.#poolOf(++size);
				const moved = larger.take();
				larger.words.set(pool.words.subarray(start, start + 1 + 2 * count), moved);
				pool.give(start);
				start = moved;
			}
		}
		const { words } = this.#poolOf(size);
		words[start] = count + 1;
		words[start + 1 + 2 * count] = to;
		words[start + 2 + 2 * count] = weight;
		this.#sizes[from] = size;
		this.#starts[from] = start;
	}

	#drop(from: number, to: number): void {
		const size = this.#sizes[from] as number;
		if (size === 0) return;
		const pool = this.#poolOf(size);
		const { words } = pool;
		const start = this.#starts[from] as number;
		const place = this.#placeOf(words, start, to);
		if (place < 0) return;
		const count = (words[start] as number) - 1;
		words.copyWithin(place, start + 1 + 2 * count, start + 3 + 2 * count);
		words[start] = count;
		if (count > 0) return;
		pool.give(start);
		this.#sizes[from] = 0;
	}

	/** Where the tie to an article stands; -1 when there is none. */
	#placeOf(words: Uint32Array, start: number, to: number): number {
		const end = start + 1 + 2 * (words[start] as number);
		for (let i = start + 1; i < end; i += 2) if (words[i] === to) return i;
		return -1;
	}

	#poolOf(size: number): BlockPool {
		for (let next = this.#pools.length; next <= size; next++) this.#pools.push(new BlockPool(2 ** next));
		return this.#pools[size] as BlockPool;
	}
}
