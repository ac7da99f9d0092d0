import type { Span } from "../../model/span.ts";
import { TELLING, WEIGHTY } from "../term-weight.ts";
import type { SegmentWord } from "../utterances/segments.ts";
import { meetingStem } from "./event-classes.ts";

/** A word of a value's sentence and how far from the value it stands (in words, with what lies between counted in). */
export interface NearWord {
	readonly word: SegmentWord;
	/** Index in the sentence's words. */
	readonly index: number;
	readonly distance: number;
}

/** What is said of a value is said of another less: so much farther (in words) a word is behind another value. */
const OVER_VALUE = 4;
/** The same for a comma, a dash or a colon. */
const OVER_PAUSE = 2;

/** The words beside a value, nearest first; the earlier in case of a tie. */
export function findNearWords(
	words: readonly SegmentWord[],
	value: Span,
	isOther: (word: SegmentWord) => boolean,
	reach: number,
): NearWord[] {
	const near: NearWord[] = [];
	const first = words.findIndex((word) => word.end > value.start);
	const behind = words.findIndex((word) => word.start >= value.end);
	let crossed = words[first]?.pause === true ? OVER_PAUSE : 0;
	for (let i = (first < 0 ? words.length : first) - 1, steps = 1; i >= 0; i--, steps++) {
		const word = words[i];
		if (!word) break;
		if (isOther(word)) crossed += OVER_VALUE;
		if (steps + crossed > reach) break;
		near.push({ word, index: i, distance: steps + crossed });
		if (word.pause) crossed += OVER_PAUSE;
	}
	crossed = 0;
	for (let i = behind, steps = 1; i >= 0 && i < words.length; i++, steps++) {
		const word = words[i];
		if (!word) break;
		// The hyphen of "14-hour" parts nothing.
		if (word.pause && word.start > value.end + 1) crossed += OVER_PAUSE;
		if (isOther(word)) crossed += OVER_VALUE;
		if (steps + crossed > reach) break;
		near.push({ word, index: i, distance: steps + crossed });
	}
	return near.sort((a, b) => a.distance - b.distance || a.index - b.index);
}

/** The telling words beside a value: what it is of. */
export interface Heads {
	/** By the stem under which words meet, with their nearness 0–1. */
	readonly heads: ReadonlyMap<string, number>;
	/** Those right beside the value: "a rise of 4.5 percent". */
	readonly governors: ReadonlySet<string>;
}

const HEAD_REACH = 6;
const GOVERNS = 3;

export function findHeads(
	words: readonly SegmentWord[],
	value: Span,
	isOther: (word: SegmentWord) => boolean,
	isOwn: (word: SegmentWord) => boolean,
	reach: number = HEAD_REACH,
): Heads {
	const heads = new Map<string, number>();
	const governors = new Set<string>();
	for (const { word, distance } of findNearWords(words, value, isOther, reach)) {
		if (word.number || word.weight < TELLING || isOwn(word)) continue;
		const stem = meetingStem(word.stem);
		if (distance <= GOVERNS && word.weight >= WEIGHTY) governors.add(stem);
		heads.set(stem, Math.max(heads.get(stem) ?? 0, 1 - distance / (2 * reach)));
	}
	return { heads, governors };
}

/** How alike the words beside two values are, 0–1: Dice over their nearness. */
export function measureHeads(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
	let shared = 0;
	let total = 0;
	for (const [stem, near] of a) {
		total += near;
		const other = b.get(stem);
		if (other !== undefined) shared += near + other;
	}
	for (const near of b.values()) total += near;
	return total === 0 ? 0 : shared / total;
}

export function shareAny(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
	for (const one of a) if (b.has(one)) return true;
	return false;
}

/** A word this near (0–1) to both values may say the same of both. */
const NEAR = 0.7;

/** Whether a telling word stands near both values. */
export function shareHead(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
	for (const [stem, near] of a) if (near >= NEAR && (b.get(stem) ?? 0) >= NEAR) return true;
	return false;
}
