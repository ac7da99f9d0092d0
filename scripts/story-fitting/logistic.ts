/** One pair: its evidence, whether it is of one event, and how much it counts. */
export interface FittedPair {
	readonly evidence: ArrayLike<number>;
	readonly same: boolean;
	readonly counts: number;
}

const MOST_ROUNDS = 30;
const SMALLEST_STEP = 1e-9;

/**
 * Logistic regression by Newton's method, with `shrink` times half the sum of squares of the
 * coefficients taken from the log-likelihood. The first column of the evidence is always 1.
 *
 * @returns a coefficient for each column
 */
export function fitLogistic(pairs: readonly FittedPair[], columns: number, shrink: number): number[] {
	const fitted = new Array<number>(columns).fill(0);
	for (let round = 0; round < MOST_ROUNDS; round++) {
		const slope = fitted.map((value) => -shrink * value);
		const bend = fitted.map((_, i) => fitted.map((_, j) => (i === j ? shrink : 0)));
		for (const { evidence, same, counts } of pairs) {
			let logOdds = 0;
			for (let i = 0; i < columns; i++) logOdds += (fitted[i] ?? 0) * (evidence[i] ?? 0);
			const share = 1 / (1 + Math.exp(-logOdds));
			const off = counts * ((same ? 1 : 0) - share);
			const spread = counts * share * (1 - share);
			for (let i = 0; i < columns; i++) {
				const x = evidence[i] ?? 0;
				if (x === 0) continue;
				slope[i] = (slope[i] ?? 0) + off * x;
				const row = bend[i] ?? [];
				for (let j = 0; j <= i; j++) row[j] = (row[j] ?? 0) + spread * x * (evidence[j] ?? 0);
			}
		}
		for (let i = 0; i < columns; i++) {
			const row = bend[i] ?? [];
			for (let j = i + 1; j < columns; j++) row[j] = bend[j]?.[i] ?? 0;
		}
		let moved = 0;
		solve(bend, slope).forEach((step, i) => {
			fitted[i] = (fitted[i] ?? 0) + step;
			moved += Math.abs(step);
		});
		if (moved < SMALLEST_STEP) break;
	}
	return fitted;
}

/** Gauss and Jordan, with the largest pivot first. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
	const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
	const size = rows.length;
	const at = (i: number, j: number): number => rows[i]?.[j] ?? 0;
	for (let i = 0; i < size; i++) {
		let best = i;
		for (let k = i + 1; k < size; k++) if (Math.abs(at(k, i)) > Math.abs(at(best, i))) best = k;
		const pivot = rows[best] ?? [];
		rows[best] = rows[i] ?? [];
		rows[i] = pivot;
		rows.forEach((row, k) => {
			if (k === i) return;
			const factor = at(k, i) / at(i, i);
			for (let j = i; j <= size; j++) row[j] = at(k, j) - factor * at(i, j);
		});
	}
	return rows.map((_, i) => at(i, size) / at(i, i));
}
