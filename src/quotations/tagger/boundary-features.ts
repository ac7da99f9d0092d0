import { distanceClass, pair, put } from "./mixing.ts";
import { type CueFacts, EDGE, NO_CLASS, type RelationContext } from "./relation-context.ts";
import type { Window } from "./relation-window.ts";

/**
 * What the second stage asks about the boundary before token `t` (which may be the window's end): may a source or a
 * content begin or end here?
 */
export const BOUNDARY_TEMPLATES = 72;
/** How many of them are asked of every boundary (see `firstBoundaryFeatures`). */
export const BOUNDARY_FIRST = 8;

/** The few questions that tell most places inside a phrase from boundaries, found like those of `firstCueFeatures`. */
export function firstBoundaryFeatures(
	context: RelationContext,
	facts: CueFacts,
	window: Window,
	t: number,
	asked: Int32Array,
): void {
	const { norm, group } = context.tag;
	const { cue, head } = facts;
	const before = t <= cue.first;
	const side = before ? 1 : 2;
	const sideDist = side * 16 + distanceClass(before ? cue.first - t : t - cue.end);
	const hasL = t > window.first;
	const hasR = t < window.end;
	const groups = pair(hasL ? (group[t - 1] ?? 0) : EDGE, hasR ? (group[t] ?? 0) : EDGE);
	const quotes = quotesAt(context, facts, window, t);
	let n = 0;
	n = put(asked, n, pair(quotes, side), 0);
	n = put(asked, n, pair(quotes, side), groups);
	n = put(asked, n, pair(quotes, sideDist), 0);
	n = put(asked, n, head, sideDist);
	n = put(asked, n, head, pair(side, groups));
	n = put(asked, n, sideDist, hasR ? (norm[t] ?? 0) : EDGE);
	n = put(asked, n, sideDist, hasL ? (norm[t - 1] ?? 0) : EDGE);
	n = put(asked, n, placeAt(context, facts, window, t), 0);
}

/**
 * The next few questions, of what is left after the first: these numbers, found in the same way. \`boundaryFeatures\`
 * writes them once more, which costs less than keeping them apart.
 */
export const BOUNDARY_SECOND: Uint8Array = Uint8Array.of(10, 19, 20, 39, 49, 54, 57, 63);

export function secondBoundaryFeatures(
	context: RelationContext,
	facts: CueFacts,
	window: Window,
	t: number,
	asked: Int32Array,
): void {
	const { norm, stem, shape, coarse } = context.tag;
	const side = t <= facts.cue.first ? 1 : 2;
	const hasL = t > window.first;
	const hasLL = t - 1 > window.first;
	const hasR = t < window.end;
	const hasRR = t + 1 < window.end;
	const wL = hasL ? (norm[t - 1] ?? 0) : EDGE;
	const wR = hasR ? (norm[t] ?? 0) : EDGE;
	const shL = hasL ? (shape[t - 1] ?? 0) : 31;
	const shR = hasR ? (shape[t] ?? 0) : 31;
	const shLL = hasLL ? (shape[t - 2] ?? 0) : 31;
	const shRR = hasRR ? (shape[t + 1] ?? 0) : 31;
	const classes = (hasL ? (coarse[t - 1] ?? 0) : NO_CLASS) * 1024 + (hasR ? (coarse[t] ?? 0) : NO_CLASS);
	const between = betweenAt(context, facts, t);
	put(asked, 10, side, wL);
	put(asked, 19, side, pair(hasLL ? (norm[t - 2] ?? 0) : EDGE, wL));
	put(asked, 20, side, hasR ? (stem[t] ?? 0) : EDGE);
	put(asked, 39, between, side);
	put(asked, 49, pair(shLL * 32 + shL, shR * 32 + shRR), side);
	put(asked, 54, pair(facts.last, side), wR);
	put(asked, 57, side, classes);
	put(asked, 63, pair(between, side), classes);
}

/** The other questions: the keys from `BOUNDARY_FIRST` on. */
export function boundaryFeatures(
	context: RelationContext,
	facts: CueFacts,
	window: Window,
	t: number,
	asked: Int32Array,
): void {
	const { tag } = context;
	const { norm, stem, group, shape, suffix } = tag;
	const { cue } = facts;
	const before = t <= cue.first;
	const side = before ? 1 : 2;
	const gap = before ? cue.first - t : t - cue.end;
	const dist = distanceClass(gap);
	const hasL = t > window.first;
	const hasLL = t - 1 > window.first;
	const hasR = t < window.end;
	const hasRR = t + 1 < window.end;
	const wL = hasL ? (norm[t - 1] ?? 0) : EDGE;
	const wR = hasR ? (norm[t] ?? 0) : EDGE;
	const wLL = hasLL ? (norm[t - 2] ?? 0) : EDGE;
	const wRR = hasRR ? (norm[t + 1] ?? 0) : EDGE;
	const gL = hasL ? (group[t - 1] ?? 0) : EDGE;
	const gR = hasR ? (group[t] ?? 0) : EDGE;
	const gLL = hasLL ? (group[t - 2] ?? 0) : EDGE;
	const gLLL = t - 2 > window.first ? (group[t - 3] ?? 0) : EDGE;
	const gRR = hasRR ? (group[t + 1] ?? 0) : EDGE;
	const gRRR = t + 2 < window.end ? (group[t + 2] ?? 0) : EDGE;
	const shL = hasL ? (shape[t - 1] ?? 0) : 31;
	const shR = hasR ? (shape[t] ?? 0) : 31;
	const shLL = hasLL ? (shape[t - 2] ?? 0) : 31;
	const shRR = hasRR ? (shape[t + 1] ?? 0) : 31;
	const quotes = quotesAt(context, facts, window, t);
	const between = betweenAt(context, facts, t);
	const commas = between >> 6;
	const others = between & 3;
	const touching = touchingAt(context, facts, window, t);
	const place = placeAt(context, facts, window, t);
	const paragraph =
		Math.max(-2, Math.min(3, (tag.paragraph[hasR ? t : t - 1] ?? 0) - (tag.paragraph[cue.first] ?? 0))) + 2;
	const { head } = facts;
	const sideDist = side * 16 + dist;
	const { coarse, fine } = tag;
	const cL = hasL ? (coarse[t - 1] ?? 0) : NO_CLASS;
	const cLL = hasLL ? (coarse[t - 2] ?? 0) : NO_CLASS;
	const cR = hasR ? (coarse[t] ?? 0) : NO_CLASS;
	const cRR = hasRR ? (coarse[t + 1] ?? 0) : NO_CLASS;
	const classes = cL * 1024 + cR;
	const kind = facts.kind * 4 + side;
	const groups = pair(gL, gR);
	let n = BOUNDARY_FIRST;
	n = put(asked, n, side, dist);
	n = put(asked, n, side, wR);
	n = put(asked, n, side, wL);
	n = put(asked, n, side, pair(wL, wR));
	n = put(asked, n, side, groups);
	n = put(asked, n, side, pair(groups, gRR));
	n = put(asked, n, side, pair(gLL, groups));
	n = put(asked, n, side, pair(pair(gLL, groups), gRR));
	n = put(asked, n, side, pair(pair(gLLL, gLL), groups));
	n = put(asked, n, side, pair(groups, pair(gRR, gRRR)));
	n = put(asked, n, side, pair(wR, wRR));
	n = put(asked, n, side, pair(wLL, wL));
	n = put(asked, n, side, hasR ? (stem[t] ?? 0) : EDGE);
	n = put(asked, n, side, pair(hasL ? (suffix[t - 1] ?? 0) : EDGE, hasR ? (suffix[t] ?? 0) : EDGE));
	n = put(asked, n, pair(quotes, place), 0);
	n = put(asked, n, head, pair(side, wR));
	n = put(asked, n, head, pair(side, wL));
	n = put(asked, n, head, pair(side, quotes));
	n = put(asked, n, head, place);
	n = put(asked, n, pair(head, sideDist), wR);
	n = put(asked, n, pair(head, sideDist), groups);
	n = put(asked, n, sideDist, groups);
	n = put(asked, n, sideDist, pair(wL, wR));
	n = put(asked, n, sideDist, pair(facts.sides, 1));
	n = put(asked, n, sideDist, facts.left);
	n = put(asked, n, sideDist, facts.right);
	n = put(asked, n, pair(side, facts.left), groups);
	n = put(asked, n, pair(side, facts.right), groups);
	n = put(asked, n, pair(sideDist, facts.whole), 0);
	n = put(asked, n, pair(side, facts.whole), groups);
	n = put(asked, n, pair(sideDist, facts.groups), groups);
	n = put(asked, n, between, side);
	n = put(asked, n, pair(between, side), groups);
	n = put(asked, n, pair(between, side), quotes);
	n = put(asked, n, pair(commas, sideDist), groups);
	n = put(asked, n, pair(others * 4 + touching, side), groups);
	n = put(asked, n, pair(others * 4 + touching, sideDist), 0);
	n = put(asked, n, pair(touching, side), head);
	n = put(asked, n, place, groups);
	n = put(asked, n, place, facts.marksAround);
	n = put(asked, n, pair(place, paragraph), quotes);
	n = put(asked, n, pair(shLL * 32 + shL, shR * 32 + shRR), side);
	n = put(asked, n, pair(shL * 32 + shR, sideDist), hasR ? (context.heard[t] ?? 0) : 9);
	n = put(asked, n, pair(facts.marksAround, side), quotes);
	n = put(asked, n, pair(facts.marksAround, sideDist), groups);
	n = put(asked, n, pair(facts.marksAround, side), pair(wR, commas));
	n = put(asked, n, pair(facts.last, side), wR);
	n = put(asked, n, pair(facts.last, sideDist), groups);
	n = put(asked, n, pair(gL, shR), pair(facts.right, side));
	n = put(asked, n, side, classes);
	n = put(asked, n, side, pair(classes, cRR));
	n = put(asked, n, side, pair(cLL, classes));
	n = put(asked, n, side, pair(cLL, pair(classes, cRR)));
	n = put(asked, n, side, pair(hasL ? (fine[t - 1] ?? 0) : NO_CLASS, hasR ? (fine[t] ?? 0) : NO_CLASS));
	n = put(asked, n, sideDist, classes);
	n = put(asked, n, pair(between, side), classes);
	n = put(asked, n, kind, dist);
	n = put(asked, n, kind, groups);
	n = put(asked, n, kind, wR);
	n = put(asked, n, kind, classes);
	n = put(asked, n, kind, pair(quotes, 3));
	n = put(asked, n, kind, pair(facts.right, groups));
	n = put(asked, n, kind, pair(place, 4));
	n = put(asked, n, 0, 0);
}

/** Marks on both sides of a boundary, and whether they are the cue's own. */
function quotesAt({ tag }: RelationContext, facts: CueFacts, window: Window, t: number): number {
	const { stretch, mark } = tag;
	const hasL = t > window.first;
	const hasR = t < window.end;
	const qL = hasL ? (stretch[t - 1] ?? -1) : -1;
	const qR = hasR ? (stretch[t] ?? -1) : -1;
	return (
		(qL >= 0 ? 1 : 0) |
		(qR >= 0 ? 2 : 0) |
		(qL === qR ? 4 : 0) |
		(facts.stretch >= 0 ? 8 : 0) |
		(facts.stretch >= 0 && (qL === facts.stretch || qR === facts.stretch) ? 16 : 0) |
		((hasL ? (mark[t - 1] ?? 0) : 0) << 5) |
		((hasR ? (mark[t] ?? 0) : 0) << 7)
	);
}

/** Whether another cue ends (1) or begins (2) here. */
function touchingAt({ cueAt }: RelationContext, { index }: CueFacts, window: Window, t: number): number {
	const atL = t > window.first ? (cueAt[t - 1] ?? -1) : -1;
	const atR = t < window.end ? (cueAt[t] ?? -1) : -1;
	return (atL >= 0 && atL !== index ? 1 : 0) | (atR >= 0 && atR !== index ? 2 : 0);
}

/** What stands between the boundary and the cue: commas, marks, links and other cues, each counted to three. */
function betweenAt(context: RelationContext, { cue }: CueFacts, t: number): number {
	const from = t <= cue.first ? t : cue.end;
	const to = t <= cue.first ? cue.first : t;
	const commas = Math.min(3, (context.commas[to] ?? 0) - (context.commas[from] ?? 0));
	const marks = Math.min(3, (context.marks[to] ?? 0) - (context.marks[from] ?? 0));
	const links = Math.min(3, (context.links[to] ?? 0) - (context.links[from] ?? 0));
	const others = Math.min(2, Math.max(0, (context.cuesBefore[to] ?? 0) - (context.cuesBefore[from] ?? 0)));
	return (commas << 6) | (marks << 4) | (links << 2) | others;
}

/** How many sentences away from the cue's, and whether one begins or is about to end here. */
function placeAt({ tag }: RelationContext, facts: CueFacts, window: Window, t: number): number {
	const { sentence } = tag;
	const hasR = t < window.end;
	const there = hasR ? (sentence[t] ?? 0) : (sentence[t - 1] ?? 0) + 1;
	const away = Math.max(-3, Math.min(4, there - facts.sentence));
	const opens = hasR ? (tag.fromStart[t] === 0 ? 1 : 0) : 1;
	const remains = hasR ? Math.min(3, (tag.toEnd[t] ?? 0) + 1) : 0;
	return pair(away * 16 + remains * 2 + opens, t <= facts.cue.first ? 1 : 2);
}
