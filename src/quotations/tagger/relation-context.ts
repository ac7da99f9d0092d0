import { hash32 } from "../../text/hash.ts";
import { type CueRange, marginOf } from "./cue-chain.ts";
import type { CueContext } from "./cue-features.ts";
import { pair } from "./mixing.ts";
import type { Window } from "./relation-window.ts";
import { Shape, type TagText } from "./tag-text.ts";

/** What the second stage's questions look at: one article with its cues, and one of its cues. */
export interface RelationContext {
	readonly cues: CueContext;
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
	/** The article's cues as the first stage finds them, and its scores of all tokens (see `scoreCues`). */
	readonly found: readonly CueRange[];
	readonly cueScores: Float64Array;
}

/** Words that join or begin clauses inside a sentence. */
const LINKS: ReadonlySet<number> = new Set(
	"and but or that which who whom whose because while as if after before when where although though since until than"
		.split(" ")
		.map((word) => hash32(word) | 0),
);

/** Stand for what lies outside of the window. */
export const EDGE = 0x5bd1e995;
export const NO_CLASS = 999;

export function readRelationContext(
	cueContext: CueContext,
	cues: readonly CueRange[],
	cueScores: Float64Array,
): RelationContext {
	const { tag } = cueContext;
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
	const margins = Uint8Array.from(cues, (cue) => marginOf(cueScores, cue));
	return { tag, cues: cueContext, cueAt, cuesBefore, heard, commas, marks, links, margins, found: cues, cueScores };
}

/** What is the same for a cue's whole window. */
export interface CueFacts {
	readonly cue: CueRange;
	readonly index: number;
	readonly head: number;
	/** The fine class of the head. */
	readonly kind: number;
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
	const head = headOf(tag, cue);
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
		head: tag.stem[head] ?? 0,
		kind: tag.fine[head] ?? 0,
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

/** The place of the cue's word that says most: the last one that is no function word, else the last. */
function headOf(tag: TagText, { first, end }: CueRange): number {
	for (let i = end - 1; i >= first; i--) if (tag.group[i] !== tag.norm[i]) return i;
	return end - 1;
}
