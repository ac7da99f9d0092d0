import {
	CUE_FIRST,
	CUE_SECOND,
	CUE_TEMPLATES,
	type CueContext,
	cueFeatures,
	firstCueFeatures,
	secondCueFeatures,
} from "./cue-features.ts";
import { Stage } from "./mixing.ts";
import { addPairs, questions } from "./scoring.ts";
import type { ChainWeights } from "./weights.ts";

/**
 * The first stage: which tokens are cues. A linear chain over outside, begin and inside, one chain for each
 * stretch of sentences that marks tie together.
 */

/** A cue as a half-open range of tokens. */
export interface CueRange {
	readonly first: number;
	readonly end: number;
}

/** What marks tie together is no longer than this in prose (tokens): longer is a table or noise, and has no cues. */
const LONGEST_TIE = 3_000;

/**
 * A token whose first questions sum up to less is no cue, and is asked no more. One in twenty is done with so; a bound
 * that spares a third of all costs 0.3 of overlapping cues on articles held out.
 */
const LEAST_BEGIN = -1;
const LEAST_INSIDE = LEAST_BEGIN + 1;
/** The same for begin after the next questions, unless a cue may be going on from the token before: see `open`. */
const LEAST_SECOND = -1.3;
/** A cue may begin or go on at a token that has as much, and then the next token is asked everything. */
const LEAST_OPEN = -2;
const LEAST_GOING_ON = 0;
/** The score of what cannot be. */
const NEVER = -9;

const FIRST: Uint8Array = questions(0, CUE_FIRST);
const OTHERS: Uint8Array = questions(CUE_FIRST, CUE_TEMPLATES);
/** Those that are neither among the first nor among the second. */
const LAST: Uint8Array = OTHERS.filter((question) => !CUE_SECOND.includes(question));

const asked = new Int32Array(CUE_TEMPLATES * 2);
const two = new Int32Array(2);

/**
 * Scores of begin and inside (outside is nought), two a token.
 *
 * @param thorough asks all questions of every token that the first leave, as training does
 */
export function scoreCues(context: CueContext, weights: ChainWeights, thorough: boolean): Float64Array {
	const { tag } = context;
	const scores = new Float64Array(tag.count * 2).fill(NEVER);
	const { table } = weights;
	const { scale } = table;
	let open = false;
	for (let i = 0; i < tag.count; i++) {
		const tie = tag.ties[tag.tied[i] ?? 0];
		if (!tie || tie.end - tie.first > LONGEST_TIE) continue;
		const followed: boolean = open && i > tie.first;
		open = false;
		firstCueFeatures(context, i, asked);
		two.fill(0);
		addPairs(table, Stage.cue, asked, FIRST, two);
		if ((two[0] ?? 0) * scale < LEAST_BEGIN && (two[1] ?? 0) * scale < LEAST_INSIDE) continue;
		if (!thorough) {
			secondCueFeatures(context, i, asked);
			addPairs(table, Stage.cue, asked, CUE_SECOND, two);
			if (!followed && (two[0] ?? 0) * scale < LEAST_SECOND) continue;
		}
		cueFeatures(context, i, asked);
		addPairs(table, Stage.cue, asked, thorough ? OTHERS : LAST, two);
		const begin = (two[0] ?? 0) * scale;
		const inside = (two[1] ?? 0) * scale;
		scores[i * 2] = begin;
		scores[i * 2 + 1] = inside;
		open = begin >= LEAST_OPEN || (followed && inside >= LEAST_GOING_ON);
	}
	return scores;
}

/**
 * The best chain's cues.
 *
 * @param lean added to every begin: more than nought finds more cues, for a later stage to refuse
 */
export function decodeCues(context: CueContext, scores: Float64Array, moves: Float64Array, lean: number): CueRange[] {
	const { tag } = context;
	const cues: CueRange[] = [];
	for (const { first, end } of tag.ties)
		if (end - first <= LONGEST_TIE) decodeTie(first, end, scores, moves, lean, cues);
	return cues;
}

function decodeTie(
	first: number,
	end: number,
	scores: Float64Array,
	moves: Float64Array,
	lean: number,
	cues: CueRange[],
): void {
	const length = end - first;
	if (length <= 0) return;
	const back = new Uint8Array(length * 3);
	let o = 0;
	let b = Number.NEGATIVE_INFINITY;
	let n = Number.NEGATIVE_INFINITY;
	for (let i = 0; i < length; i++) {
		const begin = (scores[(first + i) * 2] ?? 0) + lean;
		const inside = scores[(first + i) * 2 + 1] ?? 0;
		const toO = best3(o + (moves[0] ?? 0), b + (moves[3] ?? 0), n + (moves[6] ?? 0));
		const toB = best3(o + (moves[1] ?? 0), b + (moves[4] ?? 0), n + (moves[7] ?? 0));
		const toN = best3(Number.NEGATIVE_INFINITY, b + (moves[5] ?? 0), n + (moves[8] ?? 0));
		back[i * 3] = toO;
		back[i * 3 + 1] = toB;
		back[i * 3 + 2] = toN;
		const o2 = toO === 0 ? o + (moves[0] ?? 0) : toO === 1 ? b + (moves[3] ?? 0) : n + (moves[6] ?? 0);
		const b2 = toB === 0 ? o + (moves[1] ?? 0) : toB === 1 ? b + (moves[4] ?? 0) : n + (moves[7] ?? 0);
		const n2 = toN === 1 ? b + (moves[5] ?? 0) : n + (moves[8] ?? 0);
		o = o2;
		b = b2 + begin;
		n = n2 + inside;
	}
	let state = best3(o, b, n);
	let stop = -1;
	const found: CueRange[] = [];
	for (let i = length - 1; i >= 0; i--) {
		if (state !== 0 && stop < 0) stop = i + 1;
		if (state === 1) {
			found.push({ first: first + i, end: first + stop });
			stop = -1;
		}
		state = back[i * 3 + state] ?? 0;
	}
	for (let k = found.length - 1; k >= 0; k--) {
		const cue = found[k];
		if (cue) cues.push(cue);
	}
}

function best3(a: number, b: number, c: number): number {
	return a >= b ? (a >= c ? 0 : 2) : b >= c ? 1 : 2;
}

/** How sure the first stage is of a cue, as a class from 1 to 14: the score of its first token, in halves. */
export function marginOf(scores: Float64Array, cue: CueRange): number {
	return Math.max(1, Math.min(14, Math.floor((scores[cue.first * 2] ?? 0) * 2) + 7));
}
