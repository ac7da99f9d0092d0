import { CUE_TEMPLATES, cueFeatures, firstCueFeatures } from "../../src/quotations/tagger/cue-features.ts";
import { keysOf, Stage } from "../../src/quotations/tagger/mixing.ts";
import type { ChainWeights } from "../../src/quotations/tagger/weights.ts";
import type { TrainingArticle } from "./gold.ts";
import { randomFrom, shuffled } from "./random.ts";
import { Learner, type Rates, Rows, toTable } from "./table.ts";

export interface CueOptions {
	readonly epochs: number;
	/** Rows with fewer tokens are not learned. */
	readonly least: number;
	readonly rates: Rates;
	/** See `Learner`. */
	readonly dropout: number;
}

/**
 * Trains the first stage: a conditional random field over outside, begin and inside (Lafferty et al. 2001).
 *
 * @param runs in different orders, whose weights are averaged
 */
export function trainCues(articles: readonly TrainingArticle[], options: CueOptions, runs: number): ChainWeights {
	const mean = new Float64Array(9);
	const asked = new Int32Array(CUE_TEMPLATES * 2);
	const keys = new Int32Array(CUE_TEMPLATES);
	const { rates } = options;
	const rows = new Rows(CUE_TEMPLATES);
	const firstPlace = new Map<TrainingArticle, number>();
	let places = 0;
	for (const article of articles) {
		firstPlace.set(article, places);
		places += article.tag.count;
		for (let i = 0; i < article.tag.count; i++) {
			firstCueFeatures(article.cueContext, i, asked);
			cueFeatures(article.cueContext, i, asked);
			keysOf(Stage.cue, asked, keys);
			rows.add(keys);
		}
	}
	const learner = new Learner(rows.number(options.least), 2, rates, options.dropout);
	for (let run = 0; run < runs; run++) {
		const moves = new Float64Array(9);
		const moveSquares = new Float64Array(9).fill(1);
		const random = randomFrom(7 + run);
		for (let epoch = 0; epoch < options.epochs; epoch++) {
			learner.beginEpoch(run * options.epochs + epoch);
			for (const article of shuffled(articles, random)) {
				const { tag } = article;
				const base = firstPlace.get(article) ?? 0;
				const gold = new Uint8Array(tag.count);
				for (const { cue } of article.relations)
					for (let i = cue.first; i < cue.end; i++) gold[i] = i === cue.first ? 1 : 2;
				for (const { first, end } of tag.ties) {
					if (article.aside.subarray(first, end).includes(1)) continue;
					const scores = new Float64Array((end - first) * 2);
					for (let i = first; i < end; i++) learner.score(base + i, scores, (i - first) * 2);
					const { gradients, moveGradients } = gradientsOf(end - first, scores, moves, gold.subarray(first, end));
					for (let i = first; i < end; i++) learner.learn(base + i, gradients, (i - first) * 2);
					for (let m = 0; m < 9; m++) {
						const g = moveGradients[m] ?? 0;
						const squares = (moveSquares[m] ?? 0) + g * g;
						moveSquares[m] = squares;
						moves[m] = (moves[m] ?? 0) + (rates.rate * g) / Math.sqrt(squares);
					}
				}
			}
		}
		learner.endRun();
		for (let m = 0; m < 9; m++) mean[m] = (mean[m] ?? 0) + (moves[m] ?? 0) / runs;
	}
	return { table: toTable(learner), moves: mean };
}

function logSum(a: number, b: number, c: number): number {
	const most = Math.max(a, b, c);
	if (most === Number.NEGATIVE_INFINITY) return most;
	return most + Math.log(Math.exp(a - most) + Math.exp(b - most) + Math.exp(c - most));
}

const NONE = Number.NEGATIVE_INFINITY;

/** Gold minus expected counts of labels and moves. */
function gradientsOf(
	length: number,
	scores: Float64Array,
	moves: Float64Array,
	gold: Uint8Array,
): { readonly gradients: Float64Array; readonly moveGradients: Float64Array } {
	const alpha = new Float64Array(length * 3);
	const beta = new Float64Array(length * 3);
	const score = (i: number, s: number): number => (s === 0 ? 0 : (scores[i * 2 + s - 1] ?? 0));
	const move = (a: number, b: number): number => (a === 0 && b === 2 ? NONE : (moves[a * 3 + b] ?? 0));
	for (let i = 0; i < length; i++)
		for (let s = 0; s < 3; s++) {
			const into =
				i === 0
					? s === 2
						? NONE
						: move(0, s)
					: logSum(
							(alpha[(i - 1) * 3] ?? 0) + move(0, s),
							(alpha[(i - 1) * 3 + 1] ?? 0) + move(1, s),
							(alpha[(i - 1) * 3 + 2] ?? 0) + move(2, s),
						);
			alpha[i * 3 + s] = into + score(i, s);
		}
	for (let i = length - 2; i >= 0; i--)
		for (let s = 0; s < 3; s++)
			beta[i * 3 + s] = logSum(
				move(s, 0) + score(i + 1, 0) + (beta[(i + 1) * 3] ?? 0),
				move(s, 1) + score(i + 1, 1) + (beta[(i + 1) * 3 + 1] ?? 0),
				move(s, 2) + score(i + 1, 2) + (beta[(i + 1) * 3 + 2] ?? 0),
			);
	const z = logSum(alpha[(length - 1) * 3] ?? 0, alpha[(length - 1) * 3 + 1] ?? 0, alpha[(length - 1) * 3 + 2] ?? 0);
	const gradients = new Float64Array(length * 2);
	const moveGradients = new Float64Array(9);
	for (let i = 0; i < length; i++) {
		const label = gold[i] ?? 0;
		for (let s = 1; s < 3; s++) {
			const p = Math.exp((alpha[i * 3 + s] ?? 0) + (beta[i * 3 + s] ?? 0) - z);
			gradients[i * 2 + s - 1] = (label === s ? 1 : 0) - p;
		}
		if (i === 0) continue;
		const before = gold[i - 1] ?? 0;
		moveGradients[before * 3 + label] = (moveGradients[before * 3 + label] ?? 0) + 1;
		for (let a = 0; a < 3; a++)
			for (let b = 0; b < 3; b++) {
				const p = Math.exp((alpha[(i - 1) * 3 + a] ?? 0) + move(a, b) + score(i, b) + (beta[i * 3 + b] ?? 0) - z);
				moveGradients[a * 3 + b] = (moveGradients[a * 3 + b] ?? 0) - p;
			}
	}
	return { gradients, moveGradients };
}
