import { hash32 } from "../../text/hash.ts";
import type { CueRange } from "./cue-chain.ts";
import { distanceClass, pair, put } from "./mixing.ts";
import type { Window } from "./relation-window.ts";
import { Shape, type TagText } from "./tag-text.ts";

/** What the second stage asks about one cue's window. */
export const BOUNDARY_TEMPLATES = 58;
export const TOKEN_TEMPLATES = 22;
export const WHOLE_TEMPLATES = 36;

export interface RelationContext {
	readonly tag: TagText;
	/** Index of the cue that a token belongs to, -1 for none. */
	readonly cueAt: Int16Array;
	/** Cues of the article that start before a token. */
	readonly cuesBefore: Int16Array;
	/** How often a capitalised word stands beside a cue elsewhere in the article, at most 3. */
	readonly heard: Uint8Array;
	/** Commas, quotation marks and linking words before a token: differences count what lies between. */
	readonly commas: Int32Array;
	readonly marks: Int32Array;
	readonly links: Int32Array;
	/** The cue's score in the first stage, as a class; indexed like the cues. */
	readonly margins: Uint8Array;
}

/** Words that join or begin clauses inside a sentence. */
const LINKS: ReadonlySet<number> = new Set(
	"and but or that which who whom whose because while as if after before when where although though since until than"
		.split(" ")
		.map((word) => hash32(word) | 0),
);

/** Stands for what lies outside of the window. */
const EDGE = 0x5bd1e995;

export function readRelationContext(tag: TagText, cues: readonly CueRange[], margins: Uint8Array): RelationContext {
	const { count } = tag;
	const cueAt = new Int16Array(count + 1).fill(-1);
	const cuesBefore = new Int16Array(count + 1);
	const commas = new Int32Array(count + 1);
	const marks = new Int32Array(count + 1);
	const links = new Int32Array(count + 1);
	for (const [index, { first, end }] of cues.entries()) for (let i = first; i < end; i++) cueAt[i] = index;
	const beside = new Map<number, number>();
	for (const { first, end } of cues) {
		const inMarks = (tag.stretch[first] ?? -1) >= 0;
		if (inMarks) continue;
		for (let i = Math.max(0, first - 4); i < Math.min(count, end + 4); i++) {
			if (i >= first && i < end) continue;
			const shape = tag.shape[i] ?? 0;
			if (shape !== Shape.capital && shape !== Shape.upper) continue;
			if (tag.sentence[i] !== tag.sentence[first] || (tag.stretch[i] ?? -1) >= 0) continue;
			const norm = tag.norm[i] ?? 0;
			beside.set(norm, (beside.get(norm) ?? 0) + 1);
		}
	}
	const heard = new Uint8Array(count + 1);
	for (let i = 0; i < count; i++) {
		const shape = tag.shape[i] ?? 0;
		if (shape === Shape.capital || shape === Shape.upper) {
			let times = beside.get(tag.norm[i] ?? 0) ?? 0;
			for (let k = Math.max(0, i - 4); k < Math.min(count, i + 5); k++)
				if (k !== i && (cueAt[k] ?? -1) >= 0 && tag.sentence[k] === tag.sentence[i]) {
					times--;
					break;
				}
			heard[i] = Math.max(0, Math.min(3, times)) + 1;
		}
		const starts = (cueAt[i] ?? -1) >= 0 && (i === 0 || cueAt[i] !== cueAt[i - 1]);
		cuesBefore[i + 1] = (cuesBefore[i] ?? 0) + (starts ? 1 : 0);
		commas[i + 1] = (commas[i] ?? 0) + (shape === Shape.comma ? 1 : 0);
		marks[i + 1] = (marks[i] ?? 0) + (tag.mark[i] ? 1 : 0);
		links[i + 1] = (links[i] ?? 0) + (LINKS.has(tag.norm[i] ?? 0) ? 1 : 0);
	}
	return { tag, cueAt, cuesBefore, heard, commas, marks, links, margins };
}

/** What is the same for a cue's whole window. */
export interface CueFacts {
	readonly cue: CueRange;
	readonly index: number;
	readonly head: number;
	readonly last: number;
	readonly whole: number;
	readonly groups: number;
	readonly left: number;
	readonly right: number;
	readonly sides: number;
	readonly stretch: number;
	readonly sentence: number;
	/** Whether marks stand right before, right after, further before and further after the cue in the window. */
	readonly marksAround: number;
}

export function cueFacts(context: RelationContext, cue: CueRange, index: number, window: Window): CueFacts {
	const { tag } = context;
	const { first, end } = cue;
	let whole = 0;
	let groups = 0;
	for (let i = first; i < end; i++) {
		whole = pair(whole, tag.stem[i] ?? 0);
		groups = pair(groups, tag.group[i] ?? 0);
	}
	const same = (i: number): boolean => i >= window.first && i < window.end;
	const at = (list: Int32Array, i: number): number => (same(i) ? (list[i] ?? 0) : EDGE);
	const sentence = tag.sentence[first] ?? 0;
	const own = (tag.stretch[first] ?? -1) >= 0;
	const marked = (from: number, to: number): number => {
		const n = (context.marks[Math.min(to, window.end)] ?? 0) - (context.marks[Math.max(from, window.first)] ?? 0);
		return n > 0 ? 1 : 0;
	};
	const marksAround =
		marked(first - 2, first) |
		(marked(end, end + 2) << 1) |
		(marked(window.first, first) << 2) |
		(marked(end, window.end) << 3) |
		(own ? 16 : 0);
	return {
		cue,
		index,
		head: headOf(tag, cue),
		last: tag.stem[end - 1] ?? 0,
		whole,
		groups,
		left: at(tag.group, first - 1),
		right: at(tag.group, end),
		sides: pair(at(tag.group, first - 1), at(tag.group, end)),
		stretch: tag.stretch[first] ?? -1,
		sentence,
		marksAround,
	};
}

/** The stem of the cue's word that says most: the last one that is no function word, else the last. */
function headOf(tag: TagText, { first, end }: CueRange): number {
	for (let i = end - 1; i >= first; i--) if (tag.group[i] !== tag.norm[i]) return tag.stem[i] ?? 0;
	return tag.stem[end - 1] ?? 0;
}

/**
 * The boundary before token `t` (which may be the window's end): may a source or a content begin or end here?
 */
export function boundaryFeatures(
	context: RelationContext,
	facts: CueFacts,
	window: Window,
	t: number,
	rows: Int32Array,
): void {
	const { tag } = context;
	const { norm, stem, group, shape, stretch, mark, sentence, suffix } = tag;
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
	const qL = hasL ? (stretch[t - 1] ?? -1) : -1;
	const qR = hasR ? (stretch[t] ?? -1) : -1;
	const quotes =
		(qL >= 0 ? 1 : 0) |
		(qR >= 0 ? 2 : 0) |
		(qL === qR ? 4 : 0) |
		(facts.stretch >= 0 ? 8 : 0) |
		(facts.stretch >= 0 && (qL === facts.stretch || qR === facts.stretch) ? 16 : 0) |
		((hasL ? (mark[t - 1] ?? 0) : 0) << 5) |
		((hasR ? (mark[t] ?? 0) : 0) << 7);
	const from = before ? t : cue.end;
	const to = before ? cue.first : t;
	const commas = Math.min(3, (context.commas[to] ?? 0) - (context.commas[from] ?? 0));
	const marks = Math.min(3, (context.marks[to] ?? 0) - (context.marks[from] ?? 0));
	const links = Math.min(3, (context.links[to] ?? 0) - (context.links[from] ?? 0));
	const others = Math.min(2, Math.max(0, (context.cuesBefore[to] ?? 0) - (context.cuesBefore[from] ?? 0)));
	const atL = hasL ? (context.cueAt[t - 1] ?? -1) : -1;
	const atR = hasR ? (context.cueAt[t] ?? -1) : -1;
	const touching = (atL >= 0 && atL !== facts.index ? 1 : 0) | (atR >= 0 && atR !== facts.index ? 2 : 0);
	const there = hasR ? (sentence[t] ?? 0) : (sentence[t - 1] ?? 0) + 1;
	const away = Math.max(-3, Math.min(4, there - facts.sentence));
	const opens = hasR ? (tag.fromStart[t] === 0 ? 1 : 0) : 1;
	const remains = hasR ? Math.min(3, (tag.toEnd[t] ?? 0) + 1) : 0;
	const place = pair(away * 16 + remains * 2 + opens, side);
	const paragraph =
		Math.max(-2, Math.min(3, (tag.paragraph[hasR ? t : t - 1] ?? 0) - (tag.paragraph[cue.first] ?? 0))) + 2;
	const { head } = facts;
	const sideDist = side * 16 + dist;
	const groups = pair(gL, gR);
	const between = (commas << 6) | (marks << 4) | (links << 2) | others;
	let n = 0;
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
	n = put(rows, n, 2, pair(quotes, side), 0);
	n = put(rows, n, 2, pair(quotes, side), groups);
	n = put(rows, n, 2, pair(quotes, sideDist), 0);
	n = put(rows, n, 2, pair(quotes, place), 0);
	n = put(rows, n, 2, head, sideDist);
	n = put(rows, n, 2, head, pair(side, wR));
	n = put(rows, n, 2, head, pair(side, wL));
	n = put(rows, n, 2, head, pair(side, groups));
	n = put(rows, n, 2, head, pair(side, quotes));
	n = put(rows, n, 2, head, place);
	n = put(rows, n, 2, pair(head, sideDist), wR);
	n = put(rows, n, 2, pair(head, sideDist), groups);
	n = put(rows, n, 2, sideDist, groups);
	n = put(rows, n, 2, sideDist, wR);
	n = put(rows, n, 2, sideDist, wL);
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
	n = put(rows, n, 2, place, 0);
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
	n = put(rows, n, 2, 0, 0);
}

/** One token of the window: does it stand in a source or in a content? */
export function tokenFeatures(context: RelationContext, facts: CueFacts, t: number, rows: Int32Array): void {
	const { tag } = context;
	const { cue, head } = facts;
	const before = t < cue.first;
	const side = before ? 1 : 2;
	const dist = distanceClass(before ? cue.first - t - 1 : t - cue.end);
	const from = before ? t + 1 : cue.end;
	const to = before ? cue.first : t;
	const commas = Math.min(3, (context.commas[to] ?? 0) - (context.commas[from] ?? 0));
	const marks = Math.min(3, (context.marks[to] ?? 0) - (context.marks[from] ?? 0));
	const others = Math.min(2, Math.max(0, (context.cuesBefore[to] ?? 0) - (context.cuesBefore[from] ?? 0)));
	const at = context.cueAt[t] ?? -1;
	const other = at >= 0 && at !== facts.index ? 1 : 0;
	const w = tag.norm[t] ?? 0;
	const g = tag.group[t] ?? 0;
	const sh = tag.shape[t] ?? 0;
	const q = tag.stretch[t] ?? -1;
	const quotes = (q >= 0 ? 1 : 0) | (facts.stretch >= 0 ? 2 : 0) | (q === facts.stretch ? 4 : 0);
	const away = Math.max(-3, Math.min(4, (tag.sentence[t] ?? 0) - facts.sentence));
	const sideDist = side * 16 + dist;
	let n = 0;
	n = put(rows, n, 3, side, w);
	n = put(rows, n, 3, side, g);
	n = put(rows, n, 3, sideDist, g);
	n = put(rows, n, 3, sideDist, w);
	n = put(rows, n, 3, sideDist, 0);
	n = put(rows, n, 3, pair(side, head), g);
	n = put(rows, n, 3, pair(side, head), sh);
	n = put(rows, n, 3, pair(side, head), commas);
	n = put(rows, n, 3, pair(sideDist, head), sh);
	n = put(rows, n, 3, pair(side, quotes), away);
	n = put(rows, n, 3, pair(side, quotes), head);
	n = put(rows, n, 3, pair(side, quotes), facts.marksAround);
	n = put(rows, n, 3, pair(side, quotes), pair(marks, commas));
	n = put(rows, n, 3, pair(side, others * 2 + other), g);
	n = put(rows, n, 3, pair(side, others * 2 + other), quotes);
	n = put(rows, n, 3, pair(side, away), facts.marksAround);
	n = put(rows, n, 3, pair(side, sh), pair(context.heard[t] ?? 0, dist));
	n = put(rows, n, 3, pair(side, facts.left), g);
	n = put(rows, n, 3, pair(side, facts.right), g);
	n = put(rows, n, 3, pair(side, facts.whole), 0);
	n = put(rows, n, 3, pair(side, commas), pair(facts.sides, 0));
	n = put(rows, n, 3, 0, 0);
}

/** The cue as a whole: is it one at all (first event), and is nobody named as its source (second)? */
export function wholeFeatures(context: RelationContext, facts: CueFacts, window: Window, rows: Int32Array): void {
	const { tag } = context;
	const { cue, head } = facts;
	const at = (list: Int32Array, i: number): number => (i >= window.first && i < window.end ? (list[i] ?? 0) : EDGE);
	const shapeAt = (i: number): number => (i >= window.first && i < window.end ? (tag.shape[i] ?? 0) : 31);
	const l = at(tag.norm, cue.first - 1);
	const ll = at(tag.norm, cue.first - 2);
	const r = at(tag.norm, cue.end);
	const rr = at(tag.norm, cue.end + 1);
	const gl = facts.left;
	const gll = at(tag.group, cue.first - 2);
	const gr = facts.right;
	const grr = at(tag.group, cue.end + 1);
	const margin = context.margins[facts.index] ?? 0;
	const from = distanceClass(tag.fromStart[cue.first] ?? 0);
	const to = distanceClass(tag.toEnd[cue.end - 1] ?? 0);
	const shapes = pair(shapeAt(cue.first - 1), shapeAt(cue.end));
	let n = 0;
	n = put(rows, n, 4, 0, 0);
	n = put(rows, n, 4, margin, 0);
	n = put(rows, n, 4, margin, head);
	n = put(rows, n, 4, margin, facts.marksAround);
	n = put(rows, n, 4, head, 0);
	n = put(rows, n, 4, facts.last, 0);
	n = put(rows, n, 4, facts.whole, 0);
	n = put(rows, n, 4, facts.groups, 0);
	n = put(rows, n, 4, facts.whole, gl);
	n = put(rows, n, 4, facts.whole, gr);
	n = put(rows, n, 4, facts.whole, l);
	n = put(rows, n, 4, facts.whole, r);
	n = put(rows, n, 4, facts.whole, facts.sides);
	n = put(rows, n, 4, head, gl);
	n = put(rows, n, 4, head, gr);
	n = put(rows, n, 4, head, facts.sides);
	n = put(rows, n, 4, head, pair(gll, gl));
	n = put(rows, n, 4, head, pair(gr, grr));
	n = put(rows, n, 4, head, facts.marksAround);
	n = put(rows, n, 4, facts.groups, gl);
	n = put(rows, n, 4, facts.groups, gr);
	n = put(rows, n, 4, facts.groups, facts.sides);
	n = put(rows, n, 4, facts.groups, facts.marksAround);
	n = put(rows, n, 4, l, 0);
	n = put(rows, n, 4, r, 0);
	n = put(rows, n, 4, pair(ll, l), 0);
	n = put(rows, n, 4, pair(r, rr), 0);
	n = put(rows, n, 4, pair(gll, gl), pair(gr, grr));
	n = put(rows, n, 4, facts.sides, 0);
	n = put(rows, n, 4, shapes, head);
	n = put(rows, n, 4, shapes, facts.groups);
	n = put(rows, n, 4, from, head);
	n = put(rows, n, 4, to, head);
	n = put(rows, n, 4, pair(from, to), facts.marksAround);
	n = put(rows, n, 4, pair(margin, facts.marksAround), head);
	n = put(rows, n, 4, pair(gl, to), facts.last);
}
