import { distanceClass, pair, put } from "./mixing.ts";
import { Shape, type TagText } from "./tag-text.ts";

/**
 * What the first stage asks about one token: is it part of a cue? Writes one row number a template, always
 * the same number of them.
 */
export const CUE_TEMPLATES = 62;

export interface CueContext {
	readonly tag: TagText;
	/** Tokens to the next opening mark of the same tie, and since the last closing mark, at most 15. */
	readonly toOpening: Uint8Array;
	readonly sinceClosing: Uint8Array;
	/** Whether the sentence capitalises most words, as headlines do. */
	readonly titled: Uint8Array;
	/** Tokens since the last capitalised word or pronoun of the sentence, at most 15. */
	readonly sinceName: Uint8Array;
}

const FAR = 15;

export function readCueContext(tag: TagText): CueContext {
	const { count } = tag;
	const toOpening = new Uint8Array(count);
	const sinceClosing = new Uint8Array(count);
	const titled = new Uint8Array(count);
	const sinceName = new Uint8Array(count);
	let last = FAR;
	let name = FAR;
	for (let i = 0; i < count; i++) {
		if (i > 0 && tag.tied[i] !== tag.tied[i - 1]) last = FAR;
		if (tag.fromStart[i] === 0) name = FAR;
		sinceClosing[i] = last;
		sinceName[i] = name;
		last = tag.mark[i] === 2 ? 0 : Math.min(FAR, last + 1);
		name = isNameLike(tag, i) ? 0 : Math.min(FAR, name + 1);
	}
	let next = FAR;
	for (let i = count - 1; i >= 0; i--) {
		if (i + 1 < count && tag.tied[i] !== tag.tied[i + 1]) next = FAR;
		toOpening[i] = next;
		next = tag.mark[i] === 1 ? 0 : Math.min(FAR, next + 1);
	}
	for (let first = 0; first < count; ) {
		let end = first;
		let words = 0;
		let capitals = 0;
		while (end < count && tag.sentence[end] === tag.sentence[first]) {
			const shape = tag.shape[end] ?? 0;
			if (shape <= Shape.upper) words++;
			if (shape === Shape.capital || shape === Shape.upper) capitals++;
			end++;
		}
		const title = words > 3 && capitals >= words * 0.6 ? 1 : 0;
		for (let i = first; i < end; i++) titled[i] = title;
		first = Math.max(end, first + 1);
	}
	return { tag, toOpening, sinceClosing, titled, sinceName };
}

function isNameLike(tag: TagText, i: number): boolean {
	const shape = tag.shape[i] ?? 0;
	return shape === Shape.capital || shape === Shape.upper;
}

const EDGE = 0x5bd1e995;

export function cueFeatures(context: CueContext, i: number, rows: Int32Array): void {
	const { tag } = context;
	const { norm, stem, group, suffix, prefix, shape } = tag;
	const sentence = tag.tied[i];
	const a1 = i > 0 && tag.tied[i - 1] === sentence;
	const a2 = i > 1 && tag.tied[i - 2] === sentence;
	const a3 = i > 2 && tag.tied[i - 3] === sentence;
	const b1 = tag.tied[i + 1] === sentence;
	const b2 = tag.tied[i + 2] === sentence;
	const b3 = tag.tied[i + 3] === sentence;
	const w = norm[i] ?? 0;
	const wl = a1 ? (norm[i - 1] ?? 0) : EDGE;
	const wll = a2 ? (norm[i - 2] ?? 0) : EDGE;
	const wr = b1 ? (norm[i + 1] ?? 0) : EDGE;
	const wrr = b2 ? (norm[i + 2] ?? 0) : EDGE;
	const s = stem[i] ?? 0;
	const sl = a1 ? (stem[i - 1] ?? 0) : EDGE;
	const sr = b1 ? (stem[i + 1] ?? 0) : EDGE;
	const g = group[i] ?? 0;
	const gl = a1 ? (group[i - 1] ?? 0) : EDGE;
	const gll = a2 ? (group[i - 2] ?? 0) : EDGE;
	const glll = a3 ? (group[i - 3] ?? 0) : EDGE;
	const gr = b1 ? (group[i + 1] ?? 0) : EDGE;
	const grr = b2 ? (group[i + 2] ?? 0) : EDGE;
	const grrr = b3 ? (group[i + 3] ?? 0) : EDGE;
	const inside = (tag.stretch[i] ?? -1) >= 0 ? 1 : 0;
	const opening = context.toOpening[i] ?? 0;
	const closing = context.sinceClosing[i] ?? 0;
	const titled = context.titled[i] ?? 0;
	const since = distanceClass(context.sinceName[i] ?? 0);
	const from = distanceClass(tag.fromStart[i] ?? 0);
	const to = distanceClass(tag.toEnd[i] ?? 0);
	const sh = shape[i] ?? 0;
	const shl = a1 ? (shape[i - 1] ?? 0) : 31;
	const shr = b1 ? (shape[i + 1] ?? 0) : 31;
	const near = pair(opening < 4 ? opening : 4, closing < 4 ? closing : 4);
	const state = pair(near, inside);
	let n = 0;
	n = put(rows, n, 1, w, 0);
	n = put(rows, n, 1, wl, 0);
	n = put(rows, n, 1, wr, 0);
	n = put(rows, n, 1, wll, 0);
	n = put(rows, n, 1, wrr, 0);
	n = put(rows, n, 1, wl, w);
	n = put(rows, n, 1, w, wr);
	n = put(rows, n, 1, wll, wl);
	n = put(rows, n, 1, wr, wrr);
	n = put(rows, n, 1, pair(wl, w), wr);
	n = put(rows, n, 1, pair(wll, wl), w);
	n = put(rows, n, 1, pair(w, wr), wrr);
	n = put(rows, n, 1, s, 0);
	n = put(rows, n, 1, sl, 0);
	n = put(rows, n, 1, sr, 0);
	n = put(rows, n, 1, s, sr);
	n = put(rows, n, 1, sl, s);
	n = put(rows, n, 1, suffix[i] ?? 0, 0);
	n = put(rows, n, 1, prefix[i] ?? 0, 0);
	n = put(rows, n, 1, suffix[i] ?? 0, a1 ? (suffix[i - 1] ?? 0) : EDGE);
	n = put(rows, n, 1, suffix[i] ?? 0, b1 ? (suffix[i + 1] ?? 0) : EDGE);
	n = put(rows, n, 1, g, 0);
	n = put(rows, n, 1, gl, 0);
	n = put(rows, n, 1, gr, 0);
	n = put(rows, n, 1, gl, g);
	n = put(rows, n, 1, g, gr);
	n = put(rows, n, 1, gll, gl);
	n = put(rows, n, 1, gr, grr);
	n = put(rows, n, 1, pair(gl, g), gr);
	n = put(rows, n, 1, pair(gll, gl), g);
	n = put(rows, n, 1, pair(g, gr), grr);
	n = put(rows, n, 1, pair(pair(gll, gl), g), gr);
	n = put(rows, n, 1, pair(pair(gl, g), gr), grr);
	n = put(rows, n, 1, pair(glll, gll), pair(gl, g));
	n = put(rows, n, 1, pair(g, gr), pair(grr, grrr));
	n = put(rows, n, 1, s, pair(gl, gr));
	n = put(rows, n, 1, s, gl);
	n = put(rows, n, 1, s, gr);
	n = put(rows, n, 1, s, pair(gr, grr));
	n = put(rows, n, 1, s, pair(gll, gl));
	n = put(rows, n, 1, sh, pair(shl, shr));
	n = put(rows, n, 1, sh, from);
	n = put(rows, n, 1, s, near);
	n = put(rows, n, 1, s, inside);
	n = put(rows, n, 1, s, state);
	n = put(rows, n, 1, g, state);
	n = put(rows, n, 1, state, titled);
	n = put(rows, n, 1, s, titled);
	n = put(rows, n, 1, s, from);
	n = put(rows, n, 1, s, to);
	n = put(rows, n, 1, g, to);
	n = put(rows, n, 1, s, since);
	n = put(rows, n, 1, g, since);
	n = put(rows, n, 1, pair(s, since), gr);
	n = put(rows, n, 1, s, pair(shl, shr));
	n = put(rows, n, 1, opening, inside);
	n = put(rows, n, 1, closing, inside);
	n = put(rows, n, 1, pair(s, sh), titled);
	n = put(rows, n, 1, pair(gl, inside), pair(gr, sh));
	n = put(rows, n, 1, pair(s, opening < 9 ? opening : 9), 1);
	n = put(rows, n, 1, pair(s, closing < 9 ? closing : 9), 2);
	n = put(rows, n, 1, 0, 0);
}
