/** Blocks of one length, one after the other in one typed array that grows by a quarter. */
export class BlockPool {
	words: Uint32Array;
	/** Words in a block. */
	readonly length: number;
	#used = 0;
	/** The block given back last plus 1, whose first word says the same of the one before it. */
	#free = 0;

	constructor(length: number) {
		this.length = length;
		this.words = new Uint32Array(length);
	}

	/** Where the block starts in `words`, which may be another array now. Its words are of any value. */
	take(): number {
		if (this.#free > 0) {
			const block = this.#free - 1;
			this.#free = this.words[block] as number;
			return block;
		}
		const block = this.#used;
		this.#used += this.length;
		if (this.#used > this.words.length) {
			const blocks = this.words.length / this.length;
			const longer = new Uint32Array((blocks + 1 + (blocks >>> 2)) * this.length);
			longer.set(this.words);
			this.words = longer;
		}
		return block;
	}

	give(block: number): void {
		this.words[block] = this.#free;
		this.#free = block + 1;
	}
}

/** An array of at least so many words with what the given one holds: that one, or one a quarter longer than asked. */
export function lengthen(words: Uint32Array<ArrayBuffer>, least: number): Uint32Array<ArrayBuffer> {
	if (words.length >= least) return words;
	const longer = new Uint32Array(least + (least >>> 2));
	longer.set(words);
	return longer;
}
