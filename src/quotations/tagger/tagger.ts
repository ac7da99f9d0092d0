import type { Words } from "../../model/annotated.ts";
import type { Span } from "../../model/span.ts";
import type { MarkedStretch } from "../marks/marks.ts";
import { type CueRange, decodeCues, marginOf, scoreCues } from "./cue-chain.ts";
import { readCueContext } from "./cue-features.ts";
import { cueFacts, type RelationContext, readRelationContext } from "./relation-features.ts";
import { decodeRelation, scoreRelation, sumOfWays } from "./relation-lattice.ts";
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
export const LEAN = 1;

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
	const tag = readTagText(text, words, marked);
	const { cues, margins } = findCues(tag, weights);
	const context = readRelationContext(tag, cues, margins);
	const found: Tagged[] = [];
	let work = MOST_WORK * tag.count + LEAST_WORK;
	for (const [index, cue] of cues.entries()) {
		// A cue in marks is the speaker's own (see draftTagged).
		if ((tag.stretch[cue.first] ?? -1) >= 0) continue;
		const window = windowOf(tag, cue);
		work -= window.end - window.first;
		if (work < 0) break;
		const relation = findRelation(context, cue, index, window, weights.relation);
		if (relation) found.push(relation);
	}
	return found;
}

function findCues(
	tag: TagText,
	weights: TaggerWeights,
): { readonly cues: readonly CueRange[]; readonly margins: Uint8Array } {
	const context = readCueContext(tag);
	const scores = scoreCues(context, weights.cue);
	const cues = decodeCues(context, scores, weights.cue.moves, LEAN);
	return { cues, margins: Uint8Array.from(cues, (cue) => marginOf(scores, cue)) };
}

function findRelation(
	context: RelationContext,
	cue: CueRange,
	index: number,
	window: Window,
	weights: RelationWeights,
): Tagged | null {
	const { tag } = context;
	const scores = scoreRelation(context, cueFacts(context, cue, index, window), window, weights);
	const sum = sumOfWays(scores);
	const presence = 1 - Math.exp(scores.refused - sum);
	if (presence < LEAST_PRESENCE) return null;
	const { states, score } = decodeRelation(scores);
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
		if (state >= 6) content.push(span(window.first + k, window.first + end));
		else if (state >= 4) source = span(window.first + k, window.first + end);
		k = end;
	}
	if (content.length === 0) return null;
	return { cue: span(cue.first, cue.end), source, content, presence, share: Math.exp(score - sum) };
}
