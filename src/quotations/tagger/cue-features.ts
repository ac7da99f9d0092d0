import { distanceClass, pair, put } from "./mixing.ts";
import { Shape, type TagText, wordHash } from "./tag-text.ts";

/**
 * What the first stage asks about one token: is it part of a cue? Writes two values a template, always the same number
 * of templates.
 */
export const CUE_TEMPLATES = 75;
/** How many of them are asked of every token (see `firstCueFeatures`). */
export const CUE_FIRST = 8;

export interface CueContext {
	readonly tag: TagText;
	/** Tokens to the next opening mark of the same tie, and since the last closing mark, at most 15. */
	readonly toOpening: Uint8Array;
	readonly sinceClosing: Uint8Array;
	/** Whether the sentence capitalises most words, as headlines do. */
	readonly titled: Uint8Array;
	/** Tokens since the last capitalised word or pronoun of the sentence, at most 15. */
	readonly sinceName: Uint8Array;
	/** The group of the sentence's first word. */
	readonly opener: Int32Array;
	/** The last pronoun of the sentence before a token, or NAME; another number once a comma came after it; 0 for none. */
	readonly subject: Int32Array;
	/** Tokens since then, at most 4. */
	readonly sinceSubject: Uint8Array;
	/** The next small word of the sentence that may lead into a content, within five tokens, and how far it is. */
	readonly lead: Int32Array;
	readonly toLead: Uint8Array;
	/** Whether words in marks stand before (1) and after (2) a token in its sentence, and whether it stands in marks (4). */
	readonly around: Uint8Array;
	/** Paragraph of the article, at most 5. */
	readonly place: Uint8Array;
	/** How often the article has the word's stem, at most 3. */
	readonly times: Uint8Array;
}

/** Stands for any capitalised word among the subjects. */
const NAME = 1;
/** Turns a subject into another number once a comma came after it. */
const PARTED = 0x55;
const NEAR_SUBJECT = 4;
const NEAR_LEAD = 5;

const hashesOf = (words: string): ReadonlySet<number> => new Set(words.split(" ").map(wordHash));
const PRONOUNS = hashesOf("he she they it i we you who which that");
const LEADS = hashesOf("that to whether if for about on as a the his her how why what of with in it by");
const COMMA = wordHash(",");

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
	return { tag, toOpening, sinceClosing, titled, sinceName, ...readSentenceContext(tag) };
}

type SentenceContext = Pick<
	CueContext,
	"opener" | "subject" | "sinceSubject" | "lead" | "toLead" | "around" | "place" | "times"
>;

function readSentenceContext(tag: TagText): SentenceContext {
	const { count, norm, stem, shape } = tag;
	const opener = new Int32Array(count);
	const subject = new Int32Array(count);
	const sinceSubject = new Uint8Array(count);
	const lead = new Int32Array(count);
	const toLead = new Uint8Array(count);
	const around = new Uint8Array(count);
	const place = new Uint8Array(count);
	const times = new Uint8Array(count);
	const stems = new Map<number, number>();
	for (let i = 0; i < count; i++) stems.set(stem[i] ?? 0, (stems.get(stem[i] ?? 0) ?? 0) + 1);
	let first = 0;
	let who = 0;
	let since = NEAR_SUBJECT;
	let marks = 0;
	for (let i = 0; i < count; i++) {
		if (tag.fromStart[i] === 0) {
			first = tag.group[i] ?? 0;
			who = 0;
			since = NEAR_SUBJECT;
			marks = 0;
		}
		opener[i] = first;
		subject[i] = who;
		sinceSubject[i] = since;
		around[i] = marks;
		place[i] = Math.min(5, tag.paragraph[i] ?? 0);
		times[i] = Math.min(3, stems.get(stem[i] ?? 0) ?? 0);
		if ((tag.stretch[i] ?? -1) >= 0) marks = 1;
		const named = (shape[i] === Shape.capital || shape[i] === Shape.upper) && tag.fromStart[i] !== 0;
		if (named || PRONOUNS.has(norm[i] ?? 0)) {
			who = named ? NAME : (norm[i] ?? 0);
			since = 0;
		} else {
			if (norm[i] === COMMA && who !== 0) who ^= PARTED;
			since = Math.min(NEAR_SUBJECT, since + 1);
		}
	}
	marks = 0;
	let next = 0;
	let away = NEAR_LEAD;
	for (let i = count - 1; i >= 0; i--) {
		if (i + 1 < count && tag.sentence[i] !== tag.sentence[i + 1]) {
			marks = 0;
			away = NEAR_LEAD;
		}
		const inside = (tag.stretch[i] ?? -1) >= 0;
		around[i] = (around[i] ?? 0) | marks | (inside ? 4 : 0);
		if (inside) marks = 2;
		lead[i] = away < NEAR_LEAD ? next : 0;
		toLead[i] = away < NEAR_LEAD ? away + 1 : 0;
		if (LEADS.has(norm[i] ?? 0)) {
			next = norm[i] ?? 0;
			away = 0;
		} else away = Math.min(NEAR_LEAD, away + 1);
	}
	return { opener, subject, sinceSubject, lead, toLead, around, place, times };
}

function isNameLike(tag: TagText, i: number): boolean {
	const shape = tag.shape[i] ?? 0;
	return shape === Shape.capital || shape === Shape.upper;
}

const EDGE = 0x5bd1e995;
const NO_CLASS = 999;

/**
 * The few questions that tell most tokens from cues by themselves: the first `CUE_FIRST` keys. They were found one by
 * one, each the one that with those before it leaves the fewest tokens to ask more about (articles held out of the
 * train part).
 */
export function firstCueFeatures({ tag, lead, toLead }: CueContext, i: number, asked: Int32Array): void {
	const { stem, group, coarse, fine } = tag;
	const before = i > 0 && tag.tied[i - 1] === tag.tied[i];
	const after = tag.tied[i + 1] === tag.tied[i];
	const s = stem[i] ?? 0;
	const g = group[i] ?? 0;
	const gr = after ? (group[i + 1] ?? 0) : EDGE;
	let n = 0;
	n = put(asked, n, s, 0);
	n = put(asked, n, after ? (stem[i + 1] ?? 0) : EDGE, 0);
	n = put(asked, n, before ? (group[i - 1] ?? 0) : EDGE, g);
	n = put(asked, n, g, gr);
	n = put(asked, n, s, gr);
	n = put(asked, n, coarse[i] ?? 0, 0);
	n = put(asked, n, s, after ? (coarse[i + 1] ?? 0) : NO_CLASS);
	n = put(asked, n, fine[i] ?? 0, pair(lead[i] ?? 0, toLead[i] ?? 0));
}

/**
 * The next few questions, of the tokens that the first leave: these numbers, found in the same way. `cueFeatures` writes
 * them once more, which costs less than keeping them apart.
 */
export const CUE_SECOND: Uint8Array = Uint8Array.of(18, 23, 30, 37, 41, 54, 55, 71);

export function secondCueFeatures(context: CueContext, i: number, asked: Int32Array): void {
	const { tag } = context;
	const { stem, group, shape, fine, tied } = tag;
	const a1 = i > 0 && tied[i - 1] === tied[i];
	const b1 = tied[i + 1] === tied[i];
	const s = stem[i] ?? 0;
	const inside = (tag.stretch[i] ?? -1) >= 0 ? 1 : 0;
	const opening = context.toOpening[i] ?? 0;
	put(asked, 18, group[i] ?? 0, 0);
	put(asked, 23, shape[i] ?? 0, pair(a1 ? (shape[i - 1] ?? 0) : 31, b1 ? (shape[i + 1] ?? 0) : 31));
	put(asked, 30, s, context.titled[i] ?? 0);
	put(asked, 37, opening, inside);
	put(asked, 41, pair(s, opening < 9 ? opening : 9), 1);
	put(asked, 54, a1 ? (fine[i - 1] ?? 0) : NO_CLASS, 0);
	put(asked, 55, b1 ? (fine[i + 1] ?? 0) : NO_CLASS, 0);
	put(asked, 71, context.times[i] ?? 0, s);
}

/** The other questions: the keys from `CUE_FIRST` on. */
export function cueFeatures(context: CueContext, i: number, asked: Int32Array): void {
	const { tag } = context;
	const { norm, stem, group, suffix, prefix, shape } = tag;
	const sentence = tag.tied[i];
	const a1 = i > 0 && tag.tied[i - 1] === sentence;
	const a2 = i > 1 && tag.tied[i - 2] === sentence;
	const b1 = tag.tied[i + 1] === sentence;
	const b2 = tag.tied[i + 2] === sentence;
	const w = norm[i] ?? 0;
	const wl = a1 ? (norm[i - 1] ?? 0) : EDGE;
	const wll = a2 ? (norm[i - 2] ?? 0) : EDGE;
	const wr = b1 ? (norm[i + 1] ?? 0) : EDGE;
	const wrr = b2 ? (norm[i + 2] ?? 0) : EDGE;
	const s = stem[i] ?? 0;
	const sl = a1 ? (stem[i - 1] ?? 0) : EDGE;
	const g = group[i] ?? 0;
	const gl = a1 ? (group[i - 1] ?? 0) : EDGE;
	const gll = a2 ? (group[i - 2] ?? 0) : EDGE;
	const gr = b1 ? (group[i + 1] ?? 0) : EDGE;
	const grr = b2 ? (group[i + 2] ?? 0) : EDGE;
	const { coarse, fine } = tag;
	const c = coarse[i] ?? 0;
	const cl = a1 ? (coarse[i - 1] ?? 0) : NO_CLASS;
	const cll = a2 ? (coarse[i - 2] ?? 0) : NO_CLASS;
	const cr = b1 ? (coarse[i + 1] ?? 0) : NO_CLASS;
	const crr = b2 ? (coarse[i + 2] ?? 0) : NO_CLASS;
	const f = fine[i] ?? 0;
	const fl = a1 ? (fine[i - 1] ?? 0) : NO_CLASS;
	const fll = a2 ? (fine[i - 2] ?? 0) : NO_CLASS;
	const fr = b1 ? (fine[i + 1] ?? 0) : NO_CLASS;
	const frr = b2 ? (fine[i + 2] ?? 0) : NO_CLASS;
	const before = pair(cll, cl);
	const after = pair(cr, crr);
	const subject = context.subject[i] ?? 0;
	const lead = context.lead[i] ?? 0;
	const led = pair(lead, context.toLead[i] ?? 0);
	const around = context.around[i] ?? 0;
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
	let n = CUE_FIRST;
	n = put(asked, n, w, 0);
	n = put(asked, n, wl, 0);
	n = put(asked, n, wr, 0);
	n = put(asked, n, wll, 0);
	n = put(asked, n, wrr, 0);
	n = put(asked, n, wr, wrr);
	n = put(asked, n, sl, 0);
	n = put(asked, n, suffix[i] ?? 0, 0);
	n = put(asked, n, prefix[i] ?? 0, 0);
	n = put(asked, n, suffix[i] ?? 0, b1 ? (suffix[i + 1] ?? 0) : EDGE);
	n = put(asked, n, g, 0);
	n = put(asked, n, gl, 0);
	n = put(asked, n, gr, 0);
	n = put(asked, n, gll, gl);
	n = put(asked, n, gr, grr);
	n = put(asked, n, sh, pair(shl, shr));
	n = put(asked, n, sh, from);
	n = put(asked, n, s, near);
	n = put(asked, n, s, inside);
	n = put(asked, n, s, state);
	n = put(asked, n, g, state);
	n = put(asked, n, state, titled);
	n = put(asked, n, s, titled);
	n = put(asked, n, s, from);
	n = put(asked, n, s, to);
	n = put(asked, n, g, to);
	n = put(asked, n, s, since);
	n = put(asked, n, g, since);
	n = put(asked, n, s, pair(shl, shr));
	n = put(asked, n, opening, inside);
	n = put(asked, n, closing, inside);
	n = put(asked, n, pair(s, sh), titled);
	n = put(asked, n, pair(gl, inside), pair(gr, sh));
	n = put(asked, n, pair(s, opening < 9 ? opening : 9), 1);
	n = put(asked, n, pair(s, closing < 9 ? closing : 9), 2);
	n = put(asked, n, cl, 0);
	n = put(asked, n, cr, 0);
	n = put(asked, n, cl, c);
	n = put(asked, n, c, cr);
	n = put(asked, n, pair(cl, c), cr);
	n = put(asked, n, before, 0);
	n = put(asked, n, after, 0);
	n = put(asked, n, s, cl);
	n = put(asked, n, c, after);
	n = put(asked, n, before, c);
	n = put(asked, n, f, 0);
	n = put(asked, n, fl, 0);
	n = put(asked, n, fr, 0);
	n = put(asked, n, fl, f);
	n = put(asked, n, f, fr);
	n = put(asked, n, fll, fl);
	n = put(asked, n, fr, frr);
	n = put(asked, n, s, fr);
	n = put(asked, n, s, context.opener[i] ?? 0);
	n = put(asked, n, s, subject);
	n = put(asked, n, s, led);
	n = put(asked, n, s, lead);
	n = put(asked, n, pair(g, subject), led);
	n = put(asked, n, f, subject);
	n = put(asked, n, f, pair(subject, context.sinceSubject[i] ?? 0));
	n = put(asked, n, around, s);
	n = put(asked, n, around, f);
	n = put(asked, n, context.place[i] ?? 0, s);
	n = put(asked, n, context.times[i] ?? 0, s);
	n = put(asked, n, pair(around, g), lead);
	n = put(asked, n, context.place[i] ?? 0, f);
	n = put(asked, n, 0, 0);
}
