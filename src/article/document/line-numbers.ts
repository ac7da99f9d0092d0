import type { Run } from "./pdf-runs.ts";
import { toRows } from "./rows.ts";

/**
 * The numbers of the lines in the margin of a transcript or a draft.
 *
 * Catches: 1, 2, 3 … 25 at one height of the margin each, one before every line.
 * Leaves: "1." to "4." before four items of a list, which are not at every line.
 */
export const LINE_NUMBER_RULE = "article/line-number";

/** Numbers one after the other from which they are lines' numbers, and share of the page's rows that have one. */
const FEWEST = 8;
const SHARE = 0.6;

/** How far a number stands before its line, in type sizes, and how far its edge may be from the others'. */
const BEFORE = 0.8;
const ALIGNED = 3;

/** The runs of a page that number its lines; empty when it has none. */
export function findLineNumbers(runs: readonly Run[]): Run[] {
	const rows = toRows(runs);
	const found: Run[] = [];
	let last: { readonly value: number; readonly run: Run } | null = null;
	for (const { runs: own } of rows) {
		const [first, second] = own;
		if (!first || !/^\d{1,3}$/.test(first.text)) continue;
		if (second && second.x0 - first.x1 < BEFORE * first.size) continue;
		const value = Number(first.text);
		const aligned = last === null || Math.abs(first.x1 - last.run.x1) <= ALIGNED;
		if (last === null ? value <= 5 : aligned && value - last.value >= 1 && value - last.value <= 5) {
			found.push(first);
			last = { value, run: first };
		}
	}
	const steps = last === null ? 0 : last.value - Number(found[0]?.text);
	// Every line counts, or every fifth.
	const regular = steps === found.length - 1 || steps === (found.length - 1) * 5;
	return regular &&
		found.length >= FEWEST &&
		found.length >= (steps === found.length - 1 ? SHARE : SHARE / 5) * rows.length
		? found
		: [];
}
