import { round } from "../../../src/text/compare.ts";

export interface Comparison {
	readonly figures: { readonly [name: string]: number };
	readonly items: { readonly [id: string]: number };
}

/** What a figure is worked out from, so that comparisons of several records can be summed. */
type Counted =
	| { readonly kind: "count"; readonly count: number }
	| { readonly kind: "share"; readonly right: number; readonly all: number; readonly empty: number }
	| {
			readonly kind: "rates";
			readonly right: number;
			readonly found: number;
			readonly recalled: number;
			readonly gold: number;
	  };

/** Collects what one part of the comparison finds: an item per gold finding, figures from counts. */
export class Tally {
	readonly #counted = new Map<string, Counted>();
	readonly #items = new Map<string, number>();

	get items(): Comparison["items"] {
		return Object.fromEntries(this.#items);
	}

	get figures(): Comparison["figures"] {
		const figures: { [name: string]: number } = {};
		for (const [name, counted] of this.#counted) {
			if (counted.kind === "count") figures[name] = counted.count;
			else if (counted.kind === "share")
				figures[name] = counted.all === 0 ? counted.empty : round(counted.right / counted.all);
			else Object.assign(figures, toRates(name, counted));
		}
		return figures;
	}

	/** Notes one gold finding: 1 when it was found, 0 when not. Returns `found`. */
	note(id: string, found: boolean): boolean {
		this.#items.set(id, found ? 1 : 0);
		return found;
	}

	/** A number of mistakes. */
	count(name: string, count: number): void {
		this.#counted.set(name, { kind: "count", count });
	}

	/** Share of `right` in `all`; `empty` when `all` is none: 1 for what there is nothing to be right about. */
	share(name: string, right: number, all: number, empty: number = 1): void {
		this.#counted.set(name, { kind: "share", right, all, empty });
	}

	/** Precision, recall and F1. `right` of the found ones are right, `recalled` of the gold ones were found. */
	rates(name: string, right: number, found: number, recalled: number, gold: number): void {
		this.#counted.set(name, { kind: "rates", right, found, recalled, gold });
	}

	/** Adds the items of another tally, `prefix` before each, and sums what figures of the same name are made of. */
	add(other: Tally, prefix: string = ""): this {
		for (const [id, value] of other.#items) this.#items.set(prefix + id, value);
		for (const [name, counted] of other.#counted) {
			const own = this.#counted.get(name);
			this.#counted.set(name, own ? sum(own, counted) : counted);
		}
		return this;
	}
}

function sum(a: Counted, b: Counted): Counted {
	if (a.kind === "count" && b.kind === "count") return { kind: "count", count: a.count + b.count };
	if (a.kind === "share" && b.kind === "share") {
		return { kind: "share", right: a.right + b.right, all: a.all + b.all, empty: Math.min(a.empty, b.empty) };
	}
	if (a.kind === "rates" && b.kind === "rates") {
		return {
			kind: "rates",
			right: a.right + b.right,
			found: a.found + b.found,
			recalled: a.recalled + b.recalled,
			gold: a.gold + b.gold,
		};
	}
	throw new Error(`a ${a.kind} and a ${b.kind} bear one name`);
}

function toRates(
	name: string,
	{ right, found, recalled, gold }: Extract<Counted, { kind: "rates" }>,
): { [name: string]: number } {
	const precision = found === 0 ? (gold === 0 ? 1 : 0) : right / found;
	const recall = gold === 0 ? 1 : recalled / gold;
	return {
		[`${name} precision`]: round(precision),
		[`${name} recall`]: round(recall),
		[`${name} F1`]: precision + recall === 0 ? 0 : round((2 * precision * recall) / (precision + recall)),
	};
}

/** Joins what the parts found; items and figures in the order given. */
export function joinTallies(tallies: readonly Tally[]): Tally {
	return tallies.reduce((whole, part) => whole.add(part), new Tally());
}

/** Unordered pairs of a list, in order. */
export function pairsOf<T>(list: readonly T[]): [T, T][] {
	return list.flatMap((a, at) => list.slice(at + 1).map((b): [T, T] => [a, b]));
}
