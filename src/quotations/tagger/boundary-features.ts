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
	rows: Int32Array,
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
	n = put(rows, n, 2, pair(quotes, side), 0);
	n = put(rows, n, 2, pair(quotes, side), groups);
	n = put(rows, n, 2, pair(quotes, sideDist), 0);
	n = put(rows, n, 2, head, sideDist);
	n = put(rows, n, 2, head, pair(side, groups));
	n = put(rows, n, 2, sideDist, hasR ? (norm[t] ?? 0) : EDGE);
	n = put(rows, n, 2, sideDist, hasL ? (norm[t - 1] ?? 0) : EDGE);
	n = put(rows, n, 2, placeAt(context, facts, window, t), 0);
}

/** The other questions: the keys from `BOUNDARY_FIRST` on. */
export function boundaryFeatures(
	context: RelationContext,
	facts: CueFacts,
	window: Window,
	t: number,
	rows: Int32Array,
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
	const from = before ? t : cue.end;
	const to = before ? cue.first : t;
	const commas = Math.min(3, (context.commas[to] ?? 0) - (context.commas[from] ?? 0));
	const marks = Math.min(3, (context.marks[to] ?? 0) - (context.marks[from] ?? 0));
	const links = Math.min(3, (context.links[to] ?? 0) - (context.links[from] ?? 0));
	const others = Math.min(2, Math.max(0, (context.cuesBefore[to] ?? 0) - (context.cuesBefore[from] ?? 0)));
	const atL = hasL ? (context.cueAt[t - 1] ?? -1) : -1;
	const atR = hasR ? (context.cueAt[t] ?? -1) : -1;
	const touching = (atL >= 0 && atL !== facts.index ? 1 : 0) | (atR >= 0 && atR !== facts.index ? 2 : 0);
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
	const between = (commas << 6) | (marks << 4) | (links << 2) | others;
	let n = BOUNDARY_FIRST;
	n = put(rows, n, 2, side, dist);
	n = put(rows, n, 2, side, wR);
	n = put(rows, n, 2, side, wL);
	n = put(rows, n, 2, side, pair(wL, wR));
	n = put(rows, n, 2, side, groups);
	n = put(rows, n, 2, side, pair(groups, gRR));
	n = put(rows, n, 2, side, pair(gLL, groups));
	n = put(rows, n, 2, side, pair(pair(gLL, groups), gRR));
	n = put(rows, n, 2, side, pair(pair(gLLL, gLL), groups));
	n = put(rows, n, 2, side, pair(groups, pair(gRR, gRRR)));
	n = put(rows, n, 2, side, pair(wR, wRR));
	n = put(rows, n, 2, side, pair(wLL, wL));
	n = put(rows, n, 2, side, hasR ? (stem[t] ?? 0) : EDGE);
	n = put(rows, n, 2, side, pair(hasL ? (suffix[t - 1] ?? 0) : EDGE, hasR ? (suffix[t] ?? 0) : EDGE));
	n = put(rows, n, 2, pair(quotes, place), 0);
	n = put(rows, n, 2, head, pair(side, wR));
	n = put(rows, n, 2, head, pair(side, wL));
	n = put(rows, n, 2, head, pair(side, quotes));
	n = put(rows, n, 2, head, place);
	n = put(rows, n, 2, pair(head, sideDist), wR);
	n = put(rows, n, 2, pair(head, sideDist), groups);
	n = put(rows, n, 2, sideDist, groups);
	n = put(rows, n, 2, sideDist, pair(wL, wR));
	n = put(rows, n, 2, sideDist, pair(facts.sides, 1));
	n = put(rows, n, 2, sideDist, facts.left);
	n = put(rows, n, 2, sideDist, facts.right);
	n = put(rows, n, 2, pair(side, facts.left), groups);
	n = put(rows, n, 2, pair(side, facts.right), groups);
	n = put(rows, n, 2, pair(sideDist, facts.whole), 0);
	n = put(rows, n, 2, pair(side, facts.whole), groups);
	n = put(rows, n, 2, pair(sideDist, facts.groups), groups);
	n = put(rows, n, 2, between, side);
	n = put(rows, n, 2, pair(between, side), groups);
	n = put(rows, n, 2, pair(between, side), quotes);
	n = put(rows, n, 2, pair(commas, sideDist), groups);
	n = put(rows, n, 2, pair(others * 4 + touching, side), groups);
	n = put(rows, n, 2, pair(others * 4 + touching, sideDist), 0);
	n = put(rows, n, 2, pair(touching, side), head);
	n = put(rows, n, 2, place, groups);
	n = put(rows, n, 2, place, facts.marksAround);
	n = put(rows, n, 2, pair(place, paragraph), quotes);
	n = put(rows, n, 2, pair(shLL * 32 + shL, shR * 32 + shRR), side);
	n = put(rows, n, 2, pair(shL * 32 + shR, sideDist), hasR ? (context.heard[t] ?? 0) : 9);
	n = put(rows, n, 2, pair(facts.marksAround, side), quotes);
	n = put(rows, n, 2, pair(facts.marksAround, sideDist), groups);
	n = put(rows, n, 2, pair(facts.marksAround, side), pair(wR, commas));
	n = put(rows, n, 2, pair(facts.last, side), wR);
	n = put(rows, n, 2, pair(facts.last, sideDist), groups);
	n = put(rows, n, 2, pair(gL, shR), pair(facts.right, side));
	n = put(rows, n, 2, side, classes);
	n = put(rows, n, 2, side, pair(classes, cRR));
	n = put(rows, n, 2, side, pair(cLL, classes));
	n = put(rows, n, 2, side, pair(cLL, pair(classes, cRR)));
	n = put(rows, n, 2, side, pair(hasL ? (fine[t - 1] ?? 0) : NO_CLASS, hasR ? (fine[t] ?? 0) : NO_CLASS));
	n = put(rows, n, 2, sideDist, classes);
	n = put(rows, n, 2, pair(between, side), classes);
	n = put(rows, n, 2, kind, dist);
	n = put(rows, n, 2, kind, groups);
	n = put(rows, n, 2, kind, wR);
	n = put(rows, n, 2, kind, classes);
	n = put(rows, n, 2, kind, pair(quotes, 3));
	n = put(rows, n, 2, kind, pair(facts.right, groups));
	n = put(rows, n, 2, kind, pair(place, 4));
	n = put(rows, n, 2, 0, 0);
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
