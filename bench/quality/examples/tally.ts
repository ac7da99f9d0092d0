import { round } from "../../../src/text/compare.ts";

export interface Comparison {
	readonly figures: { readonly [name: string]: number };
	readonly items: { readonly [id: string]: number };
}

/** Collects what one part of the comparison finds: an item per gold finding, figures from counts. */
export class Tally {
	readonly figures: { [name: string]: number } = {};
	readonly items: { [id: string]: number } = {};

	/** Notes one gold finding: 1 when it was found, 0 when not. Returns `found`. */
	note(id: string, found: boolean): boolean {
		this.items[id] = found ? 1 : 0;
		return found;
	}

	/** Share of `right` in `all`; 1 when there is nothing to be right about. */
	share(name: string, right: number, all: number): void {
		this.figures[name] = all === 0 ? 1 : round(right / all);
	}

	/** Precision, recall and F1. `right` of the found ones are right, `recalled` of the gold ones were found. */
	rates(name: string, right: number, found: number, recalled: number, gold: number): void {
		const precision = found === 0 ? (gold === 0 ? 1 : 0) : right / found;
		const recall = gold === 0 ? 1 : recalled / gold;
		this.figures[`${name} precision`] = round(precision);
		this.figures[`${name} recall`] = round(recall);
		this.figures[`${name} F1`] = precision + recall === 0 ? 0 : round((2 * precision * recall) / (precision + recall));
	}
}

/** Joins what the parts found; items and figures sorted as given. */
export function joinTallies(tallies: readonly Tally[]): Comparison {
	return {
		figures: Object.assign({}, ...tallies.map((tally) => tally.figures)) as Comparison["figures"],
		items: Object.assign({}, ...tallies.map((tally) => tally.items)) as Comparison["items"],
	};
}

/** Unordered pairs of a list, in order. */
export function pairsOf<T>(list: readonly T[]): [T, T][] {
	return list.flatMap((a, at) => list.slice(at + 1).map((b): [T, T] => [a, b]));
}
