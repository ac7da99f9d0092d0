/**
 * Numbers that only look random: the same seed gives the same ones on every machine.
 *
 * mulberry32 (Tommy Ettinger, public domain).
 */
export class Random {
	#state: number;

	constructor(seed: number) {
		this.#state = seed >>> 0;
	}

	/** A fraction from 0 up to but not including 1. */
	next(): number {
		this.#state = (this.#state + 0x6d2b79f5) >>> 0;
		let t = this.#state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	}

	/** A whole number from 0 up to but not including `limit`. */
	below(limit: number): number {
		return Math.floor(this.next() * limit);
	}

	/** One of a list that is not empty. */
	pick<T>(list: readonly T[]): T {
		const chosen = list[this.below(list.length)];
		if (chosen === undefined) throw new Error("nothing to pick from");
		return chosen;
	}
}
