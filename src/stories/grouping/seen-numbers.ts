/**
 * Which of a few whole numbers below 2³² have been seen: a table of some KB that stays near the
 * processor, where a mark on each of 10⁶ slots would have to be fetched.
 */
export class SeenNumbers {
	readonly #numbers: Uint32Array;
	/** The round in which the place was taken. */
	readonly #rounds: Uint32Array;
	#round = 1;

	/** @param most so many are added at most between two clearings */
	constructor(most: number) {
		const length = 2 ** Math.ceil(Math.log2(2 * most));
		this.#numbers = new Uint32Array(length);
		this.#rounds = new Uint32Array(length);
	}

	clear(): void {
		this.#round = (this.#round + 1) >>> 0;
		if (this.#round > 0) return;
		this.#rounds.fill(0);
		this.#round = 1;
	}

	has(number: number): boolean {
		return this.#rounds[this.#find(number)] === this.#round;
	}

	/** Whether it had not been seen. */
	add(number: number): boolean {
		const at = this.#find(number);
		if (this.#rounds[at] === this.#round) return false;
		this.#rounds[at] = this.#round;
		this.#numbers[at] = number;
		return true;
	}

	/** Where the number stands, or the free place where it would. */
	#find(number: number): number {
		const mask = this.#numbers.length - 1;
		let at = (Math.imul(number, 0x9e3779b1) >>> 8) & mask;
		while (this.#rounds[at] === this.#round && this.#numbers[at] !== number) at = (at + 1) & mask;
		return at;
	}
}
