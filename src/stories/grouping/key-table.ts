/** Load from which the table is doubled. */
const MOST_FULL = 0.8;

/**
 * A number other than 0 for each of many 32-bit keys: open addressing with linear probing, eight bytes a
 * place. What is taken out leaves no mark: those that follow move up (Knuth, volume 3, 6.4, algorithm R).
 */
export class KeyTable {
	#keys = new Uint32Array(16);
	/** 0 where nothing stands. */
	#values = new Uint32Array(16);
	#size = 0;

	get bytes(): number {
		return this.#keys.byteLength + this.#values.byteLength;
	}

	/** 0 when the key is not there. */
	get(key: number): number {
		return this.#values[this.#find(key)] as number;
	}

	/** @param value not 0 */
	set(key: number, value: number): void {
		let at = this.#find(key);
		if (this.#values[at] === 0) {
			if (this.#size + 1 > MOST_FULL * this.#keys.length) {
				this.#double();
				at = this.#find(key);
			}
			this.#size++;
			this.#keys[at] = key;
		}
		this.#values[at] = value;
	}

	delete(key: number): void {
		const [keys, values, mask] = [this.#keys, this.#values, this.#keys.length - 1];
		let gap = this.#find(key);
		if (values[gap] === 0) return;
		this.#size--;
		for (let at = (gap + 1) & mask; values[at] !== 0; at = (at + 1) & mask) {
			const home = homeOf(keys[at] as number, mask);
			// It may not move before the place that its key asks for.
			if (((at - home) & mask) < ((at - gap) & mask)) continue;
			keys[gap] = keys[at] as number;
			values[gap] = values[at] as number;
			gap = at;
		}
		values[gap] = 0;
	}

	/** Where the key stands, or the free place where it would. */
	#find(key: number): number {
		const mask = this.#keys.length - 1;
		let at = homeOf(key, mask);
		while (this.#values[at] !== 0 && this.#keys[at] !== key) at = (at + 1) & mask;
		return at;
	}

	#double(): void {
		const [keys, values] = [this.#keys, this.#values];
		this.#keys = new Uint32Array(2 * keys.length);
		this.#values = new Uint32Array(2 * keys.length);
		for (let i = 0; i < keys.length; i++) {
			if (values[i] === 0) continue;
			const at = this.#find(keys[i] as number);
			this.#keys[at] = keys[i] as number;
			this.#values[at] = values[i] as number;
		}
	}
}

/** Keys that somebody chose to collide must not make one long run: every bit counts. */
function homeOf(key: number, mask: number): number {
	return (Math.imul(key ^ (key >>> 15), 0x2c1b3c6d) >>> 7) & mask;
}
