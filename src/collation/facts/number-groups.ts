import { compareText, round } from "../../text/compare.ts";
import { stemOf } from "../../text/stem.ts";
import { meetingStem } from "./event-classes.ts";
import type { NumberFrame } from "./number-frames.ts";
import type { Tie } from "./number-ties.ts";
import { relateFrames } from "./unit-scale.ts";

/**
 * Groups of numbers of one thing. Strongest ties first; a group holds no two numbers of one report that cannot be
 * equal. "12 died in Kelm" and "5 died in Tarn" in one report leave open which of them another's "9 died" is, so that
 * it joins neither; where another report has the 12 as well, the 9 can be the 5 alone.
 */

/** Numbers that can be equal are of one thing from this strength on. */
export const JOINS = 0.5;
/** Numbers that cannot be equal need more. */
export const JOINS_APART = 0.5;
/** Least mean strength between two groups that join. */
const AVERAGE = 0.4;
/** A rival this near leaves open which of two is meant. */
const MARGIN = 0.08;

export interface NumberGroup {
	readonly frames: readonly NumberFrame[];
	/** Strength by the two frames; absent pairs have none. */
	tieOf(a: NumberFrame, b: NumberFrame): Tie | null;
}

/**
 * @param frames of one story
 * @param tie strength of two frames, symmetric
 */
export function groupNumbers(
	frames: readonly NumberFrame[],
	tie: (a: NumberFrame, b: NumberFrame) => Tie,
): NumberGroup[] {
	const sorted = [...frames].sort(
		(a, b) => compareText(a.article, b.article) || a.number.start - b.number.start || a.number.end - b.number.end,
	);
	const ties = new Map<number, Tie>();
	const keyOf = (i: number, j: number): number => (i < j ? i * sorted.length + j : j * sorted.length + i);
	const pairs: { i: number; j: number; tie: Tie }[] = [];
	for (const [i, j] of candidates(sorted)) {
		const a = sorted[i];
		const b = sorted[j];
		if (!a || !b) continue;
		const found = tie(a, b);
		if (found.score === 0) continue;
		ties.set(keyOf(i, j), found);
		if (a.article !== b.article && found.score >= (found.values === "apart" ? JOINS_APART : JOINS))
			pairs.push({ i, j, tie: found });
	}
	pairs.sort((x, y) => y.tie.score - x.tie.score || x.i - y.i || x.j - y.j);
	const groupOf = sorted.map((_, index) => [index]);
	for (const [i, frame] of sorted.entries()) {
		const former = sorted.findIndex((one) => one.article === frame.article && one.number === frame.former);
		const left = groupOf[i];
		const right = groupOf[former];
		if (frame.former === null || !left || !right || left === right) continue;
		for (const index of right) groupOf[index] = left;
		left.push(...right);
	}
	const rivals = indexRivals(pairs);
	for (const { i, j, tie: own } of pairs) {
		const left = groupOf[i];
		const right = groupOf[j];
		if (!left || !right || left === right) continue;
		if (!mayJoin(sorted, left, right, (x, y) => ties.get(keyOf(x, y)) ?? null)) continue;
		if (own.values === "apart" && isAmbiguous(sorted, i, j, own, rivals, groupOf)) continue;
		for (const index of right) groupOf[index] = left;
		left.push(...right);
	}
	const at = new Map(sorted.map((frame, index) => [frame, index]));
	const tieOf = (a: NumberFrame, b: NumberFrame): Tie | null => ties.get(keyOf(at.get(a) ?? 0, at.get(b) ?? 0)) ?? null;
	return [...new Set(groupOf)]
		.filter((group) => new Set(group.map((index) => sorted[index]?.article)).size > 1)
		.map((group) => ({
			frames: [...group].sort((x, y) => x - y).flatMap((index) => sorted[index] ?? []),
			tieOf,
		}));
}

/** A key that more numbers than this share finds no pairs: it would make them grow with the square. */
const MOST_POSTED = 600;

/** Pairs that share what could make them one: class, noun, owner or value. Each pair once, in order. */
function candidates(sorted: readonly NumberFrame[]): [number, number][] {
	const postings = new Map<string, number[]>();
	sorted.forEach((frame, index) => {
		for (const key of keysOf(frame)) {
			const list = postings.get(key);
			if (list) list.push(index);
			else postings.set(key, [index]);
		}
	});
	const seen = new Set<number>();
	for (const list of postings.values()) {
		if (list.length > MOST_POSTED) continue;
		for (const [x, i] of list.entries()) for (const j of list.slice(x + 1)) seen.add(i * sorted.length + j);
	}
	return [...seen].sort((a, b) => a - b).map((key) => [Math.floor(key / sorted.length), key % sorted.length]);
}

function keysOf({ number, of, noun, owner, people }: NumberFrame): string[] {
	const keys = [`${number.kind} ${number.low}-${number.high}`];
	if (of) keys.push(`class ${of.name}`);
	if (noun && !(people && noun === "person")) keys.push(`noun ${number.kind} ${meetingStem(stemOf(noun))}`);
	if (people && !of) keys.push("people");
	if (owner && number.kind !== "count") keys.push(`owner ${number.kind} ${owner}`);
	if (number.kind === "measure") keys.push("measure");
	return keys;
}

function mayJoin(
	sorted: readonly NumberFrame[],
	left: readonly number[],
	right: readonly number[],
	tieOf: (i: number, j: number) => Tie | null,
): boolean {
	let sum = 0;
	let count = 0;
	for (const i of left) {
		for (const j of right) {
			const a = sorted[i];
			const b = sorted[j];
			if (!a || !b) return false;
			const values = relateFrames(a, b);
			if (a.article === b.article) {
				if ((values === "apart" || values === null) && !replaces(a, b)) return false;
				continue;
			}
			const tie = tieOf(i, j);
			if (tie === null && values === "apart" && !replacesIn(sorted, left, right)) return false;
			sum += tie?.score ?? 0;
			count++;
		}
	}
	return count > 0 && round(sum / count) >= AVERAGE;
}

function replaces(a: NumberFrame, b: NumberFrame): boolean {
	return a.former === b.number || b.former === a.number;
}

/** Whether a group holds a number with the one that it replaced: whatever meets either is of both. */
function replacesIn(sorted: readonly NumberFrame[], left: readonly number[], right: readonly number[]): boolean {
	return [left, right].some((group) => group.some((index) => sorted[index]?.former !== null));
}

function indexRivals(
	pairs: readonly { i: number; j: number; tie: Tie }[],
): ReadonlyMap<number, readonly { other: number; score: number }[]> {
	const rivals = new Map<number, { other: number; score: number }[]>();
	const add = (from: number, other: number, score: number): void => {
		const list = rivals.get(from);
		if (list) list.push({ other, score });
		else rivals.set(from, [{ other, score }]);
	};
	for (const { i, j, tie } of pairs) {
		add(i, j, tie.score);
		add(j, i, tie.score);
	}
	return rivals;
}

/** Whether one of two numbers could as well be joined to another number of the other's report, which is still free. */
function isAmbiguous(
	sorted: readonly NumberFrame[],
	i: number,
	j: number,
	own: Tie,
	rivals: ReadonlyMap<number, readonly { other: number; score: number }[]>,
	groupOf: readonly number[][],
): boolean {
	const rivalled = (from: number, to: number): boolean =>
		(rivals.get(from) ?? []).some(({ other, score }) => {
			const rival = sorted[other];
			const chosen = sorted[to];
			if (other === to || !rival || !chosen || rival.article !== chosen.article) return false;
			if (groupOf[other] === groupOf[to] || score < own.score - MARGIN) return false;
			// A rival that already has its fellow in this report is not free.
			const taken = (groupOf[other] ?? []).some((index) => sorted[index]?.article === sorted[from]?.article);
			return !taken && relateFrames(rival, chosen) === "apart";
		});
	return rivalled(i, j) || rivalled(j, i);
}
