/** So many at once, and so many a minute after that. */
export interface Rate {
	readonly burst: number;
	readonly perMinute: number;
}

/** Those who asked last; of more than these, who asked longest ago is forgotten, who has waited long enough by then. */
const MOST_KNOWN = 10_000;

/** Counts what each of many asks for, as buckets that fill again with time. */
export class RateLimit {
	readonly #rate: Rate;
	readonly #now: () => number;
	readonly #buckets = new Map<string, { left: number; at: number }>();

	/** @param now milliseconds on a clock that never runs back */
	constructor(rate: Rate, now: () => number) {
		this.#rate = rate;
		this.#now = now;
	}

	/** Seconds to wait before it may be asked again; null where it may be now, which is counted. */
	take(who: string): number | null {
		const { left, at } = this.#fill(who);
		this.#buckets.delete(who);
		this.#buckets.set(who, { left: left >= 1 ? left - 1 : left, at });
		if (this.#buckets.size > MOST_KNOWN) this.#buckets.delete(this.#buckets.keys().next().value ?? who);
		return left >= 1 ? null : this.#wait(left);
	}

	/** The same without counting. */
	peek(who: string): number | null {
		const { left } = this.#fill(who);
		return left >= 1 ? null : this.#wait(left);
	}

	#wait(left: number): number {
		return Math.max(1, Math.ceil(((1 - left) * 60) / this.#rate.perMinute));
	}

	#fill(who: string): { readonly left: number; readonly at: number } {
		const now = this.#now();
		const { left, at } = this.#buckets.get(who) ?? { left: this.#rate.burst, at: now };
		return { left: Math.min(this.#rate.burst, left + ((now - at) * this.#rate.perMinute) / 60_000), at: now };
	}
}
