import { JUDGE_FEATURES, type JudgeWeights } from "../../src/quotations/tagger/judge.ts";

/** A cue that models found which had not learned from its article. */
export interface Case {
	readonly features: Float64Array;
	readonly isCue: boolean;
}

const MOST_STEPS = 30;
/** Smaller steps than this share of a whole one are given up: Newton's method has come to rest. */
const LEAST_SHARE_OF_STEP = 1e-4;

/**
 * Logistic regression by Newton's method, on features brought to mean 0 and deviation 1 first; the weights that come
 * back are for features as they are.
 *
 * @param pull towards nought, as the square of a weight costs as much as so many halves of a case
 */
export function trainJudge(cases: readonly Case[], pull: number): JudgeWeights {
	const n = JUDGE_FEATURES;
	const constant = n - 1;
	const mean = new Float64Array(n);
	const deviation = new Float64Array(n).fill(1);
	for (let j = 0; j < constant; j++) {
		mean[j] = cases.reduce((sum, { features }) => sum + (features[j] ?? 0), 0) / cases.length;
		const squares = cases.reduce((sum, { features }) => sum + ((features[j] ?? 0) - (mean[j] ?? 0)) ** 2, 0);
		deviation[j] = Math.sqrt(squares / cases.length) || 1;
	}
	const unknown = cases.find(({ features }) => !features.every(Number.isFinite));
	if (unknown) throw new Error(`a case of the judge has no finite features: ${unknown.features.join(" ")}`);
	const rows = cases.map(({ features }) => features.map((x, j) => (x - (mean[j] ?? 0)) / (deviation[j] ?? 1)));
	let weights = new Float64Array(n);
	let likelihood = likelihoodOf(rows, cases, weights, pull);
	for (let step = 0; step < MOST_STEPS; step++) {
		const gradient = weights.map((w, j) => (j === constant ? 0 : -pull * w));
		const curvature = Array.from({ length: n }, (_, j) =>
			new Float64Array(n).map((_, k) => (j === k && j !== constant ? pull : 0)),
		);
		for (const [i, row] of rows.entries()) {
			const p = 1 / (1 + Math.exp(-sumOf(row, weights)));
			const error = (cases[i]?.isCue ? 1 : 0) - p;
			const weight = p * (1 - p);
			for (let j = 0; j < n; j++) {
				const x = row[j] ?? 0;
				gradient[j] = (gradient[j] ?? 0) + error * x;
				const line = curvature[j];
				if (line) for (let k = 0; k < n; k++) line[k] = (line[k] ?? 0) + weight * x * (row[k] ?? 0);
			}
		}
		// A whole step may overshoot: half of it, and half of that, until the cases become likelier.
		const move = solve(curvature, gradient);
		let moved = weights;
		let reached = likelihood;
		for (let share = 1; share > LEAST_SHARE_OF_STEP && !(reached > likelihood); share /= 2) {
			moved = weights.map((w, j) => w + share * (move[j] ?? 0));
			reached = likelihoodOf(rows, cases, moved, pull);
		}
		if (!(reached > likelihood)) break;
		weights = moved;
		likelihood = reached;
	}
	const plain = weights.map((w, j) => w / (deviation[j] ?? 1));
	for (let j = 0; j < constant; j++) plain[constant] = (plain[constant] ?? 0) - (plain[j] ?? 0) * (mean[j] ?? 0);
	return { weights: plain };
}

function sumOf(row: Float64Array, weights: Float64Array): number {
	let sum = 0;
	for (let j = 0; j < row.length; j++) sum += (weights[j] ?? 0) * (row[j] ?? 0);
	return sum;
}

/** The log of how likely the cases are, less the pull. */
function likelihoodOf(
	rows: readonly Float64Array[],
	cases: readonly Case[],
	weights: Float64Array,
	pull: number,
): number {
	let total = 0;
	for (const [i, row] of rows.entries()) {
		const sum = sumOf(row, weights) * (cases[i]?.isCue ? 1 : -1);
		total -= sum > 0 ? Math.log1p(Math.exp(-sum)) : Math.log1p(Math.exp(sum)) - sum;
	}
	for (let j = 0; j + 1 < weights.length; j++) total -= (pull / 2) * (weights[j] ?? 0) ** 2;
	return total;
}

/** Solves a system with a symmetric positive definite matrix by Gauss's elimination with the largest pivot. */
function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
	const n = right.length;
	const rows = matrix.map((line, i) => Float64Array.from([...line, right[i] ?? 0]));
	for (let column = 0; column < n; column++) {
		let best = column;
		for (let i = column + 1; i < n; i++)
			if (Math.abs(rows[i]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = i;
		const pivot = rows[best];
		const other = rows[column];
		if (!pivot || !other || (pivot[column] ?? 0) === 0) throw new Error("the judge's cases do not tell its weights");
		rows[best] = other;
		rows[column] = pivot;
		for (let i = 0; i < n; i++) {
			const line = rows[i];
			if (!line || i === column) continue;
			const factor = (line[column] ?? 0) / (pivot[column] ?? 1);
			if (factor !== 0) for (let k = column; k <= n; k++) line[k] = (line[k] ?? 0) - factor * (pivot[k] ?? 0);
		}
	}
	return right.map((_, i) => (rows[i]?.[n] ?? 0) / (rows[i]?.[i] ?? 1));
}
