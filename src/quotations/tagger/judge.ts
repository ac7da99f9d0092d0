import type { RelationContext } from "./relation-context.ts";
import { CONTENTS_FROM, type Decoded, type RelationScores, SOURCES_FROM } from "./relation-lattice.ts";
import type { Window } from "./relation-window.ts";

/**
 * The third stage: is the cue one at all? A logistic regression over what both stages before say of it and where it
 * stands. The second stage's own answer knows what the words look like; how sure the first was, how the reading came
 * out and how near the next cue is tell more, since most of what is no cue stands beside one.
 */
export interface JudgeWeights {
	/** One weight a feature, the last one the constant. */
	readonly weights: Float64Array;
}

/** What the second stage says of a cue. */
export interface CueReading {
	readonly scores: RelationScores;
	/** The log of the sum over every way, the refusal among them. */
	readonly sum: number;
	readonly best: Decoded;
}

export const JUDGE_FEATURES = 28;

/** Distances past this say no more (tokens). */
const FAR = 99;
/** Probabilities are kept from 0 and 1 by this, so that their logits are finite. */
const LEAST = 1e-5;

/** Writes what is asked about one cue: `JUDGE_FEATURES` numbers, the last one 1. */
export function judgeFeatures(
	context: RelationContext,
	index: number,
	window: Window,
	{ scores, sum, best }: CueReading,
	into: Float64Array,
): void {
	const { tag, cues, cueScores, found } = context;
	const { first, end } = found[index] ?? { first: 0, end: 1 };
	const { states, score } = best;
	let source = 0;
	let content = 0;
	let marked = 0;
	let sourceAt = 0;
	let contentAt = 0;
	for (let k = 0; k < states.length; k++) {
		const state = states[k] ?? 0;
		if (state >= CONTENTS_FROM) {
			if (content++ === 0) contentAt = window.first + k - end;
			if ((tag.stretch[window.first + k] ?? -1) >= 0) marked++;
		} else if (state >= SOURCES_FROM && source++ === 0) sourceAt = window.first + k - first;
	}
	let n = 0;
	into[n++] = logit(1 - Math.exp(scores.refused - sum));
	into[n++] = logit(Math.exp(score - sum));
	into[n++] = Math.log((Math.exp(score - sum) + LEAST) / (1 - Math.exp(scores.refused - sum) + LEAST));
	into[n++] = cueScores[first * 2] ?? 0;
	into[n++] = cueScores[first * 2 + 1] ?? 0;
	into[n++] = cueScores[(end - 1) * 2] ?? 0;
	into[n++] = cueScores[(end - 1) * 2 + 1] ?? 0;
	into[n++] = scores.refused;
	into[n++] = scores.sourceless;
	into[n++] = end - first;
	into[n++] = Math.log1p(content);
	into[n++] = Math.log1p(source);
	into[n++] = source === 0 ? 1 : 0;
	into[n++] = signedLog(contentAt);
	into[n++] = signedLog(sourceAt);
	into[n++] = marked > 0 ? 1 : 0;
	into[n++] = marked / content;
	into[n++] = Math.log1p(states.length);
	into[n++] = Math.log1p(tag.fromStart[first] ?? 0);
	into[n++] = Math.log1p(tag.toEnd[end - 1] ?? 0);
	into[n++] = Math.log1p(tag.paragraph[first] ?? 0);
	into[n++] = cues.titled[first] ?? 0;
	into[n++] = Math.log1p(cues.sinceName[first] ?? 0);
	into[n++] = cues.toOpening[end - 1] ?? 0;
	into[n++] = cues.sinceClosing[first] ?? 0;
	into[n++] = Math.log1p(gapBefore(context, index));
	into[n++] = Math.log1p(gapAfter(context, index));
	into[n] = 1;
}

/** How likely the cue is one, 0–1. */
export function judge({ weights }: JudgeWeights, features: Float64Array): number {
	let sum = 0;
	for (let i = 0; i < JUDGE_FEATURES; i++) sum += (weights[i] ?? 0) * (features[i] ?? 0);
	return 1 / (1 + Math.exp(-sum));
}

/** Tokens between a cue and the last one before it that stands in no marks. */
function gapBefore({ tag, found }: RelationContext, index: number): number {
	const { first } = found[index] ?? { first: 0 };
	for (let i = index - 1; i >= 0; i--) {
		const other = found[i];
		if (!other || first - other.end > FAR) break;
		if ((tag.stretch[other.first] ?? -1) < 0) return Math.max(0, first - other.end);
	}
	return FAR;
}

function gapAfter({ tag, found }: RelationContext, index: number): number {
	const { end } = found[index] ?? { end: 0 };
	for (let i = index + 1; i < found.length; i++) {
		const other = found[i];
		if (!other || other.first - end > FAR) break;
		if ((tag.stretch[other.first] ?? -1) < 0) return Math.max(0, other.first - end);
	}
	return FAR;
}

function logit(p: number): number {
	const kept = Math.max(LEAST, Math.min(1 - LEAST, p));
	return Math.log(kept / (1 - kept));
}

function signedLog(n: number): number {
	return Math.sign(n) * Math.log1p(Math.abs(n));
}
