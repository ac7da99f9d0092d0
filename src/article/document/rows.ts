import type { Run } from "./pdf-runs.ts";

/** Runs on one baseline, left to right. */
export interface Row {
	readonly runs: readonly Run[];
	readonly y: number;
	/** Size of most of its type. */
	readonly size: number;
	readonly x0: number;
	readonly x1: number;
}

/** Share of the type size by which the baselines of one row may differ. */
const SAME_LINE = 0.25;

/** Type set smaller than this share of its neighbour's, and higher, is a mark on it. */
const SMALL = 0.9;
const LOWEST_RAISE = 0.1;
const HIGHEST_RAISE = 0.7;

/** Runs before and after in which a raised mark's neighbour is looked for. */
const NEIGHBOURS = 300;

/** The rows of a page or column, from the top; a raised mark stands in the row of the word it is on. */
export function toRows(runs: readonly Run[]): Row[] {
	const lowered = lowerMarks([...runs].sort((a, b) => a.y - b.y || a.x0 - b.x0));
	const sorted = lowered.sort((a, b) => a.y - b.y || a.x0 - b.x0);
	const rows: Run[][] = [];
	let baseline = Number.NEGATIVE_INFINITY;
	for (const run of sorted) {
		const row = rows[rows.length - 1];
		if (row && run.y - baseline <= SAME_LINE * Math.min(run.size, row[0]?.size ?? run.size)) row.push(run);
		else {
			rows.push([run]);
			baseline = run.y;
		}
	}
	return rows.map(toRow);
}

function toRow(unsorted: readonly Run[]): Row {
	const runs = withoutShadows([...unsorted].sort((a, b) => a.x0 - b.x0 || a.x1 - b.x1));
	let x1 = Number.NEGATIVE_INFINITY;
	let widest: Run | null = null;
	for (const run of runs) {
		x1 = Math.max(x1, run.x1);
		if (!run.raised && (widest === null || run.text.length > widest.text.length)) widest = run;
	}
	const main = widest ?? runs[0];
	return { runs, y: main?.y ?? 0, size: main?.size ?? 1, x0: runs[0]?.x0 ?? 0, x1 };
}

/** Words set twice, a hair apart, to look bold are taken once. */
function withoutShadows(runs: readonly Run[]): Run[] {
	return runs.filter((run, i) => {
		for (let at = i - 1; at >= 0 && at >= i - 3; at--) {
			const other = runs[at];
			if (other && other.text === run.text && run.x0 - other.x0 < 0.15 * run.size) return false;
		}
		return true;
	});
}

/** Gives a raised mark the baseline of the word it touches. */
function lowerMarks(runs: readonly Run[]): Run[] {
	return runs.map((run, i) => {
		const host = findHost(runs, run, i);
		return host ? { ...run, y: host.y, raised: true } : run;
	});
}

function findHost(runs: readonly Run[], run: Run, index: number): Run | null {
	if (run.text.length > 6) return null;
	for (let at = index + 1; at < runs.length && at <= index + NEIGHBOURS; at++) {
		const other = runs[at];
		if (!other || other.y - run.y > HIGHEST_RAISE * run.size * 2) break;
		const raise = (other.y - run.y) / other.size;
		if (run.size > SMALL * other.size || raise < LOWEST_RAISE || raise > HIGHEST_RAISE) continue;
		const touching = 0.35 * other.size;
		const after = run.x0 - other.x1;
		const before = other.x0 - run.x1;
		if ((after > -touching && after < touching) || (before > -touching && before < 1.5 * touching)) return other;
	}
	return null;
}
