import { BlockPool, lengthen } from "./block-pool.ts";
import type { Signature } from "./signature.ts";

/** Blocks are multiples of a cache line of 64 bytes. */
const LINE = 16;

/**
 * Signatures by slot in a few large arrays, one for each length in cache lines: a window of 10⁶ articles
 * is then no 10⁶ objects for the collector to visit, and a signature takes the bytes that it has.
 */
export class SignaturePool {
	readonly #pools: (BlockPool | undefined)[] = [];
	/** Of each slot its length in lines, and where it starts in their pool. */
	#lines = new Uint32Array(LINE);
	#starts = new Uint32Array(LINE);

	get bytes(): number {
		let bytes = this.#lines.byteLength + this.#starts.byteLength;
		for (const pool of this.#pools) bytes += pool?.words.byteLength ?? 0;
		return bytes;
	}

	/** Keeps a signature under a slot that holds none. */
	hold(slot: number, signature: Signature): void {
		this.#lines = lengthen(this.#lines, slot + 1);
		this.#starts = lengthen(this.#starts, slot + 1);
		const lines = Math.ceil(signature.length / LINE);
		const pool = this.#poolOf(lines);
		const start = pool.take();
		pool.words.set(signature, start);
		this.#lines[slot] = lines;
		this.#starts[slot] = start;
	}

	release(slot: number): void {
		this.#poolOf(this.#lines[slot] as number).give(this.#starts[slot] as number);
	}

	/** The array in which the signature stands from `startOf` on, until the next one is held. */
	wordsOf(slot: number): Uint32Array {
		return this.#poolOf(this.#lines[slot] as number).words;
	}

	startOf(slot: number): number {
		return this.#starts[slot] as number;
	}

	#poolOf(lines: number): BlockPool {
		let pool = this.#pools[lines];
		if (!pool) {
			while (this.#pools.length < lines) this.#pools.push(undefined);
			pool = new BlockPool(lines * LINE);
			this.#pools[lines] = pool;
		}
		return pool;
	}
}
