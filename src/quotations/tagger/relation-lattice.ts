import {
	BOUNDARY_TEMPLATES,
	boundaryFeatures,
	type CueFacts,
	type RelationContext,
	TOKEN_TEMPLATES,
	tokenFeatures,
	WHOLE_TEMPLATES,
	wholeFeatures,
} from "./relation-features.ts";
import type { Window } from "./relation-window.ts";
import { findRow, type RelationWeights } from "./weights.ts";

/**
 * The second stage's lattice: every way to lay one source at most and any number of content spans over a window.
 *
 * Eight states: outside with or without a source and a content behind it (0 none, 1 source, 2 content, 3 both), in the
 * source before (4) or after (5) a content, in a content before (6) or after (7) the source.
 */
export const STATES = 8;

/** What happens at a boundary, each with a score of its own. */
const Event = { startSource: 0, endSource: 1, startContent: 2, endContent: 3, resumeContent: 4 } as const;
export const EVENTS = 5;

/** From, to, and the events on the way, -1 for none. */
export const MOVES: readonly (readonly [from: number, to: number, first: number, second: number])[] = [
	[0, 0, -1, -1],
	[1, 1, -1, -1],
	[2, 2, -1, -1],
	[3, 3, -1, -1],
	[0, 4, Event.startSource, -1],
	[2, 5, Event.startSource, -1],
	[0, 6, Event.startContent, -1],
	[1, 7, Event.startContent, -1],
	[2, 6, Event.resumeContent, -1],
	[3, 7, Event.resumeContent, -1],
	[4, 4, -1, -1],
	[5, 5, -1, -1],
	[4, 1, Event.endSource, -1],
	[5, 3, Event.endSource, -1],
	[4, 7, Event.endSource, Event.startContent],
	[5, 7, Event.endSource, Event.resumeContent],
	[6, 6, -1, -1],
	[7, 7, -1, -1],
	[6, 2, Event.endContent, -1],
	[7, 3, Event.endContent, -1],
	[6, 5, Event.endContent, Event.startSource],
];

/** The same, a list for each column: the innermost loops read them. */
const MOVE_FROM: Uint8Array = Uint8Array.from(MOVES, ([from]) => from);
const MOVE_TO: Uint8Array = Uint8Array.from(MOVES, ([, to]) => to);
const MOVE_FIRST: Int8Array = Int8Array.from(MOVES, ([, , first]) => first);
const MOVE_SECOND: Int8Array = Int8Array.from(MOVES, ([, , , second]) => second);

/** The scores of one window: five events a boundary, source and content a token, and the two of the whole. */
export interface RelationScores {
	readonly length: number;
	/** Boundary `k` stands before the window's token `k`; there is one more than tokens. */
	readonly events: Float64Array;
	readonly tokens: Float64Array;
	readonly refused: number;
	readonly sourceless: number;
	/** The cue's place in the window. */
	readonly cueFirst: number;
	readonly cueEnd: number;
}

const boundaryRows = new Int32Array(BOUNDARY_TEMPLATES);
const tokenRows = new Int32Array(TOKEN_TEMPLATES);
const wholeRows = new Int32Array(WHOLE_TEMPLATES);

export function scoreRelation(
	context: RelationContext,
	facts: CueFacts,
	window: Window,
	weights: RelationWeights,
): RelationScores {
	const length = window.end - window.first;
	const events = new Float64Array((length + 1) * EVENTS);
	const tokens = new Float64Array(length * 2);
	const { cue } = facts;
	const { boundary, token, whole } = weights;
	for (let k = 0; k <= length; k++) {
		const t = window.first + k;
		if (t > cue.first && t < cue.end) continue;
		boundaryFeatures(context, facts, window, t, boundaryRows);
		const { entries, mask } = boundary;
		let a = 0;
		let b = 0;
		let c = 0;
		let d = 0;
		let e = 0;
		for (let j = 0; j < BOUNDARY_TEMPLATES; j++) {
			const row = findRow(entries, mask, boundaryRows[j] ?? 0);
			if (row < 0) continue;
			const rest = entries[row + 1] ?? 0;
			a += ((entries[row] ?? 0) << 24) >> 24;
			b += (rest << 24) >> 24;
			c += (rest << 16) >> 24;
			d += (rest << 8) >> 24;
			e += rest >> 24;
		}
		const at = k * EVENTS;
		events[at] = a * boundary.scale;
		events[at + 1] = b * boundary.scale;
		events[at + 2] = c * boundary.scale;
		events[at + 3] = d * boundary.scale;
		events[at + 4] = e * boundary.scale;
		if (k === length || (t >= cue.first && t < cue.end)) continue;
		tokenFeatures(context, facts, t, tokenRows);
		let source = 0;
		let content = 0;
		for (let j = 0; j < TOKEN_TEMPLATES; j++) {
			const row = findRow(token.entries, token.mask, tokenRows[j] ?? 0);
			if (row < 0) continue;
			source += ((token.entries[row] ?? 0) << 24) >> 24;
			content += ((token.entries[row + 1] ?? 0) << 24) >> 24;
		}
		tokens[k * 2] = source * token.scale;
		tokens[k * 2 + 1] = content * token.scale;
	}
	wholeFeatures(context, facts, window, wholeRows);
	let refused = 0;
	let sourceless = 0;
	for (let j = 0; j < WHOLE_TEMPLATES; j++) {
		const row = findRow(whole.entries, whole.mask, wholeRows[j] ?? 0);
		if (row < 0) continue;
		refused += ((whole.entries[row] ?? 0) << 24) >> 24;
		sourceless += ((whole.entries[row + 1] ?? 0) << 24) >> 24;
	}
	return {
		length,
		events,
		tokens,
		refused: refused * whole.scale,
		sourceless: sourceless * whole.scale,
		cueFirst: cue.first - window.first,
		cueEnd: cue.end - window.first,
	};
}

/** The score of a move at a boundary, the token after it included; minus infinity where it may not be. */
export function moveScore(scores: RelationScores, move: number, k: number): number {
	const to = MOVE_TO[move] ?? 0;
	const first = MOVE_FIRST[move] ?? -1;
	const second = MOVE_SECOND[move] ?? -1;
	let score = 0;
	if (to >= 4) {
		if (k >= scores.length || (k >= scores.cueFirst && k < scores.cueEnd)) return Number.NEGATIVE_INFINITY;
		score = scores.tokens[k * 2 + (to >= 6 ? 1 : 0)] ?? 0;
	}
	if (first >= 0) score += scores.events[k * EVENTS + first] ?? 0;
	if (second >= 0) score += scores.events[k * EVENTS + second] ?? 0;
	return score;
}

/** The score of ending in a state: nothing found is a refusal, a source without content may not be. */
export function endScore(scores: RelationScores, state: number): number {
	if (state === 0) return scores.refused;
	if (state === 2) return scores.sourceless;
	return state === 3 ? 0 : Number.NEGATIVE_INFINITY;
}

/** The best way through: a state a token, and its score; all nought when the cue is refused. */
export function decodeRelation(scores: RelationScores): { readonly states: Uint8Array; readonly score: number } {
	const { length } = scores;
	const back = new Uint8Array((length + 1) * STATES);
	let now = new Float64Array(STATES).fill(Number.NEGATIVE_INFINITY);
	let next = new Float64Array(STATES);
	now[0] = 0;
	for (let k = 0; k <= length; k++) {
		next.fill(Number.NEGATIVE_INFINITY);
		for (let m = 0; m < MOVES.length; m++) {
			const from = MOVE_FROM[m] ?? 0;
			const to = MOVE_TO[m] ?? 0;
			const behind = now[from] ?? 0;
			if (behind === Number.NEGATIVE_INFINITY) continue;
			const score = behind + moveScore(scores, m, k);
			if (score > (next[to] ?? 0)) {
				next[to] = score;
				back[k * STATES + to] = from;
			}
		}
		[now, next] = [next, now];
	}
	let state = 0;
	let best = Number.NEGATIVE_INFINITY;
	for (let s = 0; s < 4; s++) {
		const score = (now[s] ?? 0) + endScore(scores, s);
		if (score > best) {
			best = score;
			state = s;
		}
	}
	const states = new Uint8Array(length);
	for (let k = length; k > 0; k--) {
		state = back[k * STATES + state] ?? 0;
		states[k - 1] = state;
	}
	return { states, score: best };
}

/** The log of the sum over every way through, of which each way's share is its probability. */
export function sumOfWays(scores: RelationScores): number {
	let now = new Float64Array(STATES).fill(Number.NEGATIVE_INFINITY);
	let next = new Float64Array(STATES);
	now[0] = 0;
	for (let k = 0; k <= scores.length; k++) {
		next.fill(Number.NEGATIVE_INFINITY);
		for (let m = 0; m < MOVES.length; m++) {
			const from = MOVE_FROM[m] ?? 0;
			const to = MOVE_TO[m] ?? 0;
			const behind = now[from] ?? Number.NEGATIVE_INFINITY;
			if (behind === Number.NEGATIVE_INFINITY) continue;
			next[to] = logAdd(next[to] ?? Number.NEGATIVE_INFINITY, behind + moveScore(scores, m, k));
		}
		[now, next] = [next, now];
	}
	let sum = Number.NEGATIVE_INFINITY;
	for (let s = 0; s < 4; s++) sum = logAdd(sum, (now[s] ?? Number.NEGATIVE_INFINITY) + endScore(scores, s));
	return sum;
}

export function logAdd(a: number, b: number): number {
	if (a === Number.NEGATIVE_INFINITY) return b;
	if (b === Number.NEGATIVE_INFINITY) return a;
	return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));
}
