import {
	BOUNDARY_TEMPLATES,
	boundaryFeatures,
	firstBoundaryFeatures,
} from "../../src/quotations/tagger/boundary-features.ts";
import type { CueRange } from "../../src/quotations/tagger/cue-chain.ts";
import { keysOf, Stage } from "../../src/quotations/tagger/mixing.ts";
import { cueFacts, type RelationContext } from "../../src/quotations/tagger/relation-context.ts";
import {
	EVENTS,
	endScore,
	logAdd,
	MOVES,
	moveScore,
	type RelationScores,
	STATES,
} from "../../src/quotations/tagger/relation-lattice.ts";
import { type Window, windowOf } from "../../src/quotations/tagger/relation-window.ts";
import { TOKEN_TEMPLATES, tokenFeatures } from "../../src/quotations/tagger/token-features.ts";
import type { RelationWeights } from "../../src/quotations/tagger/weights.ts";
import { WHOLE_TEMPLATES, wholeFeatures } from "../../src/quotations/tagger/whole-features.ts";
import type { GoldRelation } from "./gold.ts";
import { randomFrom, shuffled } from "./random.ts";
import { Learner, type Rates, Rows, toTable } from "./table.ts";

/** One cue to learn from: with the relation it has, or null for a false cue. */
export interface Lesson {
	readonly context: RelationContext;
	readonly cue: CueRange;
	readonly index: number;
	readonly relation: GoldRelation | null;
}

export interface RelationOptions {
	readonly epochs: number;
	readonly least: number;
	readonly boundary: Rates;
	readonly token: Rates;
	readonly whole: Rates;
	/** See `Learner`. */
	readonly dropout: number;
}

/** @param runs in different orders, whose weights are averaged */
export function trainRelations(lessons: readonly Lesson[], options: RelationOptions, runs: number): RelationWeights {
	const ready = prepare(lessons);
	const boundary = new Learner(ready.boundary.number(options.least), EVENTS, options.boundary, options.dropout);
	const token = new Learner(ready.token.number(options.least), 2, options.token, options.dropout);
	const whole = new Learner(ready.whole.number(options.least), 2, options.whole, options.dropout);
	const last = new Float64Array(2);
	for (let run = 0; run < runs; run++) {
		const random = randomFrom(11 + run);
		for (let epoch = 0; epoch < options.epochs; epoch++) {
			for (const learner of [boundary, token, whole]) learner.beginEpoch(run * options.epochs + epoch);
			for (const one of shuffled(ready.lessons, random)) {
				const { length, cueFirst, cueEnd } = one;
				const events = new Float64Array((length + 1) * EVENTS);
				const tokens = new Float64Array(length * 2);
				let b = one.boundary;
				let t = one.token;
				for (let k = 0; k <= length; k++) {
					if (k > cueFirst && k < cueEnd) continue;
					boundary.score(b++, events, k * EVENTS);
					if (k < length && (k < cueFirst || k >= cueEnd)) token.score(t++, tokens, k * 2);
				}
				whole.score(one.whole, last, 0);
				const [refused = 0, sourceless = 0] = last;
				const gradients = gradientsOf({ length, events, tokens, refused, sourceless, cueFirst, cueEnd }, one.gold);
				b = one.boundary;
				t = one.token;
				for (let k = 0; k <= length; k++) {
					if (k > cueFirst && k < cueEnd) continue;
					boundary.learn(b++, gradients.events, k * EVENTS);
					if (k < length && (k < cueFirst || k >= cueEnd)) token.learn(t++, gradients.tokens, k * 2);
				}
				last[0] = gradients.refused;
				last[1] = gradients.sourceless;
				whole.learn(one.whole, last, 0);
			}
		}
		for (const learner of [boundary, token, whole]) learner.endRun();
	}
	return { boundary: toTable(boundary), token: toTable(token), whole: toTable(whole) };
}

/** A lesson with the numbers of its first places. */
interface Prepared {
	readonly length: number;
	readonly cueFirst: number;
	readonly cueEnd: number;
	readonly gold: Uint8Array;
	readonly boundary: number;
	readonly token: number;
	readonly whole: number;
}

function prepare(lessons: readonly Lesson[]): {
	readonly lessons: readonly Prepared[];
	readonly boundary: Rows;
	readonly token: Rows;
	readonly whole: Rows;
} {
	const boundary = new Rows(BOUNDARY_TEMPLATES);
	const token = new Rows(TOKEN_TEMPLATES);
	const whole = new Rows(WHOLE_TEMPLATES);
	const boundaryAsked = new Int32Array(BOUNDARY_TEMPLATES * 2);
	const boundaryKeys = new Int32Array(BOUNDARY_TEMPLATES);
	const tokenAsked = new Int32Array(TOKEN_TEMPLATES * 2);
	const tokenKeys = new Int32Array(TOKEN_TEMPLATES);
	const wholeAsked = new Int32Array(WHOLE_TEMPLATES * 2);
	const wholeKeys = new Int32Array(WHOLE_TEMPLATES);
	const prepared: Prepared[] = [];
	let b = 0;
	let t = 0;
	for (const lesson of lessons) {
		const { context, cue, index } = lesson;
		const window = windowOf(context.tag, cue);
		const gold = goldStates(lesson, window);
		if (!gold) continue;
		const facts = cueFacts(context, cue, index, window);
		prepared.push({
			length: window.end - window.first,
			cueFirst: cue.first - window.first,
			cueEnd: cue.end - window.first,
			gold,
			boundary: b,
			token: t,
			whole: prepared.length,
		});
		for (let i = window.first; i <= window.end; i++) {
			if (i > cue.first && i < cue.end) continue;
			firstBoundaryFeatures(context, facts, window, i, boundaryAsked);
			boundaryFeatures(context, facts, window, i, boundaryAsked);
			keysOf(Stage.boundary, boundaryAsked, boundaryKeys);
			boundary.add(boundaryKeys);
			b++;
			if (i === window.end || (i >= cue.first && i < cue.end)) continue;
			tokenFeatures(context, facts, i, tokenAsked);
			keysOf(Stage.token, tokenAsked, tokenKeys);
			token.add(tokenKeys);
			t++;
		}
		wholeFeatures(context, facts, window, wholeAsked);
		keysOf(Stage.whole, wholeAsked, wholeKeys);
		whole.add(wholeKeys);
	}
	return { lessons: prepared, boundary, token, whole };
}

/** The gold way through the window; null when the lattice has none for it. */
function goldStates({ cue, relation }: Lesson, window: Window): Uint8Array | null {
	const states = new Uint8Array(window.end - window.first);
	if (!relation) return states;
	const labels = new Uint8Array(states.length);
	for (const { first, end } of relation.content)
		for (let t = Math.max(first, window.first); t < Math.min(end, window.end); t++) labels[t - window.first] = 2;
	const source = nearest(relation.source, cue);
	if (source)
		for (let t = Math.max(source.first, window.first); t < Math.min(source.end, window.end); t++)
			labels[t - window.first] = 1;
	for (let t = cue.first; t < cue.end; t++) labels[t - window.first] = 0;
	let s = 0;
	let c = 0;
	let sources = 0;
	for (let k = 0; k < labels.length; k++) {
		const label = labels[k];
		if (label === 1) {
			if (labels[k - 1] !== 1) sources++;
			s = 1;
		} else if (label === 2) c = 1;
		// While in a source or content the flags say what else is behind.
		states[k] = label === 0 ? s + 2 * c : label === 1 ? 4 + c : 6 + s;
	}
	return sources <= 1 && c === 1 ? states : null;
}

function nearest(ranges: readonly CueRange[], cue: CueRange): CueRange | null {
	let best: CueRange | null = null;
	let least = Number.POSITIVE_INFINITY;
	for (const range of ranges) {
		const gap = range.end <= cue.first ? cue.first - range.end : Math.max(0, range.first - cue.end);
		if (gap < least) {
			least = gap;
			best = range;
		}
	}
	return best;
}

const NONE = Number.NEGATIVE_INFINITY;

interface Gradients {
	readonly events: Float64Array;
	readonly tokens: Float64Array;
	readonly refused: number;
	readonly sourceless: number;
}

/** Gold minus expected counts (Lafferty et al. 2001). */
function gradientsOf(scores: RelationScores, gold: Uint8Array): Gradients {
	const { length } = scores;
	const steps = length + 1;
	const alpha = new Float64Array((steps + 1) * STATES).fill(NONE);
	const beta = new Float64Array((steps + 1) * STATES).fill(NONE);
	alpha[0] = 0;
	for (let k = 0; k < steps; k++)
		for (let m = 0; m < MOVES.length; m++) {
			const [from, to] = MOVES[m] ?? [0, 0];
			const behind = alpha[k * STATES + from] ?? NONE;
			if (behind === NONE) continue;
			const at = (k + 1) * STATES + to;
			alpha[at] = logAdd(alpha[at] ?? NONE, behind + moveScore(scores, m, k));
		}
	let z = NONE;
	for (let s = 0; s < STATES; s++) {
		const end = endScore(scores, s);
		beta[steps * STATES + s] = end;
		z = logAdd(z, (alpha[steps * STATES + s] ?? NONE) + end);
	}
	const events = new Float64Array(steps * EVENTS);
	const tokens = new Float64Array(length * 2);
	for (let k = steps - 1; k >= 0; k--)
		for (let m = 0; m < MOVES.length; m++) {
			const [from, to, first, second] = MOVES[m] ?? [0, 0, -1, -1];
			const ahead = beta[(k + 1) * STATES + to] ?? NONE;
			if (ahead === NONE) continue;
			const score = ahead + moveScore(scores, m, k);
			const at = k * STATES + from;
			beta[at] = logAdd(beta[at] ?? NONE, score);
			const behind = alpha[at] ?? NONE;
			if (behind === NONE || score === NONE) continue;
			const p = Math.exp(behind + score - z);
			if (first >= 0) events[k * EVENTS + first] = (events[k * EVENTS + first] ?? 0) - p;
			if (second >= 0) events[k * EVENTS + second] = (events[k * EVENTS + second] ?? 0) - p;
			if (to >= 6) tokens[k * 2 + 1] = (tokens[k * 2 + 1] ?? 0) - p;
			else if (to >= 4) tokens[k * 2] = (tokens[k * 2] ?? 0) - p;
		}
	const end = (s: number): number => Math.exp((alpha[steps * STATES + s] ?? NONE) + endScore(scores, s) - z);
	let before = 0;
	for (let k = 0; k < steps; k++) {
		// Past the window's end whatever is open closes.
		const last = gold[k - 1] ?? 0;
		const to = k < length ? (gold[k] ?? 0) : last < 4 ? last : last === 4 ? 1 : last === 6 ? 2 : 3;
		const move = MOVES.find(([a, b]) => a === before && b === to);
		if (!move) throw new Error(`no way from state ${before} to ${to}`);
		const [, , first, second] = move;
		if (first >= 0) events[k * EVENTS + first] = (events[k * EVENTS + first] ?? 0) + 1;
		if (second >= 0) events[k * EVENTS + second] = (events[k * EVENTS + second] ?? 0) + 1;
		if (to >= 6) tokens[k * 2 + 1] = (tokens[k * 2 + 1] ?? 0) + 1;
		else if (to >= 4) tokens[k * 2] = (tokens[k * 2] ?? 0) + 1;
		before = to;
	}
	return {
		events,
		tokens,
		refused: (before === 0 ? 1 : 0) - end(0),
		sourceless: (before === 2 ? 1 : 0) - end(2),
	};
}
