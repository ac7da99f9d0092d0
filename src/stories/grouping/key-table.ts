/** Load from which the table is doubled. */
const MOST_FULL = 0.8;

/**
 * A number other than 0 for each of many 32-bit keys: open addressing with linear probing, eight bytes a
 * place. What is taken out leaves no mark: those that follow move up (Knuth, volume 3, 6.4, algorithm R).
 */
export class KeyTable {
	/** Key and value of each place, side by side so that one fetch brings both; the value is 0 where nothing stands. */
	#places = new Uint32Array(32);
	#size = 0;

	get bytes(): number {
		return this.#places.byteLength;
	}

	/** 0 when the key is not there. */
	get(key: number): number {
		return this.#places[this.#find(key) + 1] as number;
	}

	/** @param value not 0 */
	set(key: number, value: number): void {
		let at = this.#find(key);
		if (this.#places[at + 1] === 0) {
			if (2 * (this.#size + 1) > MOST_FULL * this.#places.length) {
				this.#double();
				at = this.#find(key);
			}
			this.#size++;
			this.#places[at] = key;
		}
		this.#places[at + 1] = value;
	}

	delete(key: number): void {
		const [places, mask] = [this.#places, this.#places.length - 2];
		let gap = this.#find(key);
		if (places[gap + 1] === 0) return;
		this.#size--;
		for (let at = (gap + 2) & mask; places[at + 1] !== 0; at = (at + 2) & mask) {
			const home = homeOf(places[at] as number, mask);
			// It may not move before the place that its key asks for.
			if (((at - home) & mask) < ((at - gap) & mask)) continue;
			places[gap] = places[at] as number;
			places[gap + 1] = places[at + 1] as number;
			gap = at;
		}
		places[gap + 1] = 0;
	}

	/** Where the key stands, or the free place where it would: an even number. */
	#find(key: number): number {
		const [places, mask] = [this.#places, this.#places.length - 2];
		let at = homeOf(key, mask);
		while (places[at + 1] !== 0 && places[at] !== key) at = (at + 2) & mask;
		return at;
	}

	#double(): void {
		const places = this.#places;
		this.#places = new Uint32Array(2 * places.length);
		for (let from = 0; from < places.length; from += 2) {
			if (places[from + 1] === 0) continue;
			const at = this.#find(places[from] as number);
			this.#places[at] = places[from] as number;
			this.#places[at + 1] = places[from + 1] as number;
		}
	}
}

/** Keys that somebody chose to collide must not make one long run: every bit counts. */
function homeOf(key: number, mask: number): number {
	return (Math.imul(key ^ (key >>> 15), 0x2c1b3c6d) >>> 6) & mask;
}
