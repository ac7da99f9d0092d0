import type { Words } from "../../model/annotated.ts";
import type { Span } from "../../model/span.ts";
import type { MarkedStretch } from "../marks/marks.ts";
import { type CueRange, decodeCues, scoreCues } from "./cue-chain.ts";
import { readCueContext } from "./cue-features.ts";
import { type CueReading, JUDGE_FEATURES, judge, judgeFeatures } from "./judge.ts";
import { cueFacts, type RelationContext, readRelationContext } from "./relation-context.ts";
import { CONTENTS_FROM, decodeRelation, SOURCES_FROM, sumOfWays } from "./relation-lattice.ts";
import { scoreRelation } from "./relation-scores.ts";
import { type Window, windowOf } from "./relation-window.ts";
import { readTagText, type TagText } from "./tag-text.ts";
import type { RelationWeights, TaggerWeights } from "./weights.ts";

/** An attribution that the tagger proposes; spans are those of whole tokens, marks included. */
export interface Tagged {
	readonly cue: Span;
	readonly source: Span | null;
	/** Sorted, at least one. */
	readonly content: readonly Span[];
	/** How likely the cue is one at all, 0–1. */
	readonly presence: number;
	/** How likely it has just this source and content, 0–1: part of `presence`. */
	readonly share: number;
}

/**
 * Added to every cue's begin score, so that the first stage gives the second more cues than it would keep: trained
 * with the same, and chosen on held-out articles of the train part.
 */
export const LEAN = 1.5;

/** Cues less likely than this are nobody's use: no figure is better for keeping them. */
const LEAST_PRESENCE = 0.1;

/**
 * The windows of an article's cues together hold one and a half times its tokens in news; past four times, which only
 * noise reaches ("said said said …" without end), no further cue is read, so that time stays linear.
 */
const MOST_WORK = 4;
const LEAST_WORK = 20_000;

/** The attributions of an article by the trained model, in the order of their cues. */
export function tagQuotations(
	text: string,
	words: Words,
	marked: readonly MarkedStretch[],
	weights: TaggerWeights,
): Tagged[] {
	const tag = readTagText(text, words, marked, weights.classes);
	const cueContext = readCueContext(tag);
	const scores = scoreCues(cueContext, weights.cue, false);
	const cues = decodeCues(cueContext, scores, weights.cue.moves, LEAN);
	const context = readRelationContext(cueContext, cues, scores);
	const features = new Float64Array(JUDGE_FEATURES);
	const found: Tagged[] = [];
	let work = MOST_WORK * tag.count + LEAST_WORK;
	for (const [index, cue] of cues.entries()) {
		// A cue in marks is the speaker's own (see draftTagged).
		if ((tag.stretch[cue.first] ?? -1) >= 0) continue;
		const window = windowOf(tag, cue);
		work -= window.end - window.first;
		if (work < 0) break;
		const reading = readCue(context, cue, index, window, weights.relation, false);
		if (!reading) continue;
		judgeFeatures(context, index, window, reading, features);
		const presence = judge(weights.judge, features);
		if (presence >= LEAST_PRESENCE) found.push(toTagged(tag, cue, window, reading, presence));
	}
	return found;
}

/**
 * The second stage's answer for a cue: every way's scores, the best way that does not refuse it, and their sum; null
 * where its window has no room for a content.
 *
 * @param thorough see \`scoreRelation\`
 */
export function readCue(
	context: RelationContext,
	cue: CueRange,
	index: number,
	window: Window,
	weights: RelationWeights,
	thorough: boolean,
): CueReading | null {
	const scores = scoreRelation(context, cueFacts(context, cue, index, window), window, weights, thorough);
	const best = decodeRelation(scores);
	return best.score === Number.NEGATIVE_INFINITY ? null : { scores, sum: sumOfWays(scores), best };
}

function toTagged(tag: TagText, cue: CueRange, window: Window, { best, sum }: CueReading, presence: number): Tagged {
	const { states, score } = best;
	const span = (first: number, end: number): Span => ({
		start: tag.starts[first] ?? 0,
		end: tag.ends[end - 1] ?? 0,
	});
	let source: Span | null = null;
	const content: Span[] = [];
	for (let k = 0; k < states.length; ) {
		const state = states[k] ?? 0;
		let end = k + 1;
		while (end < states.length && states[end] === state) end++;
		if (state >= CONTENTS_FROM) content.push(span(window.first + k, window.first + end));
		else if (state >= SOURCES_FROM) source = span(window.first + k, window.first + end);
		k = end;
	}
	return { cue: span(cue.first, cue.end), source, content, presence, share: Math.exp(score - sum) };
}
