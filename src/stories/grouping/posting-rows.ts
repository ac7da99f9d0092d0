/** Rows under 32-bit keys: which numbers stand under a key. Typed arrays, since a window holds 150 million entries. */
export class PostingRows {
	/** First entry of each bucket plus 1; 0 when it is empty. A power of two long. */
	#buckets = new Uint32Array(1 << 10);
	#keys = new Uint32Array(1 << 10);
	#items = new Uint32Array(1 << 10);
	/** The next entry of the bucket plus 1; 0 at its end. Of freed entries: the next freed one. */
	#next = new Uint32Array(1 << 10);
	#used = 0;
	#free = 0;
	#size = 0;

	get size(): number {
		return this.#size;
	}

	/** Bytes held. */
	get bytes(): number {
		return 4 * (this.#buckets.length + this.#keys.length + this.#items.length + this.#next.length);
	}

	add(key: number, item: number): void {
		if (this.#size >= this.#buckets.length) this.#spread();
		let entry = this.#free;
		if (entry > 0) this.#free = this.#next[entry - 1] ?? 0;
		else {
			if (this.#used === this.#keys.length) this.#grow();
			entry = ++this.#used;
		}
		const bucket = key & (this.#buckets.length - 1);
		this.#keys[entry - 1] = key;
		this.#items[entry - 1] = item;
		this.#next[entry - 1] = this.#buckets[bucket] ?? 0;
		this.#buckets[bucket] = entry;
		this.#size++;
	}

	delete(key: number, item: number): void {
		const bucket = key & (this.#buckets.length - 1);
		let before = 0;
		for (let entry = this.#buckets[bucket] ?? 0; entry > 0; before = entry, entry = this.#next[entry - 1] ?? 0) {
			if (this.#keys[entry - 1] !== key || this.#items[entry - 1] !== item) continue;
			const after = this.#next[entry - 1] ?? 0;
			if (before === 0) this.#buckets[bucket] = after;
			else this.#next[before - 1] = after;
			this.#next[entry - 1] = this.#free;
			this.#free = entry;
			this.#size--;
			return;
		}
	}

	each(key: number, visit: (item: number) => void): void {
		const bucket = key & (this.#buckets.length - 1);
		for (let entry = this.#buckets[bucket] ?? 0; entry > 0; entry = this.#next[entry - 1] ?? 0) {
			if (this.#keys[entry - 1] === key) visit(this.#items[entry - 1] ?? 0);
		}
	}

	/** How many items stand under a key; counts no further than `most`. */
	count(key: number, most: number): number {
		const bucket = key & (this.#buckets.length - 1);
		let found = 0;
		for (let entry = this.#buckets[bucket] ?? 0; entry > 0 && found < most; entry = this.#next[entry - 1] ?? 0) {
			if (this.#keys[entry - 1] === key) found++;
		}
		return found;
	}

	#grow(): void {
		const length = Math.ceil(this.#keys.length * 1.5);
		this.#keys = copyTo(this.#keys, length);
		this.#items = copyTo(this.#items, length);
		this.#next = copyTo(this.#next, length);
	}

	#spread(): void {
		const buckets = new Uint32Array(this.#buckets.length * 2);
		const heads = this.#buckets;
		for (let bucket = 0; bucket < heads.length; bucket++) {
			let entry = heads[bucket] ?? 0;
			while (entry > 0) {
				const after = this.#next[entry - 1] ?? 0;
				const to = (this.#keys[entry - 1] ?? 0) & (buckets.length - 1);
				this.#next[entry - 1] = buckets[to] ?? 0;
				buckets[to] = entry;
				entry = after;
			}
		}
		this.#buckets = buckets;
	}
}

function copyTo(array: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
	const longer = new Uint32Array(length);
	longer.set(array);
	return longer;
}
