import { compareText, round } from "../../text/compare.ts";

/**
 * Groups of frames of one thing. Strongest ties first; a group holds no two of one report that cannot both be. "12 died
 * in Kelm" and "5 died in Tarn" in one report leave open which of them another's "9 died" is, so that it joins neither;
 * where another report has the 12 as well, the 9 can be the 5 alone.
 */

/** What a frame of any type has: where it stands. */
export interface Frame {
	readonly article: string;
	/** UTF-16 offset of the value in the article. */
	readonly start: number;
}

/** How surely two frames are of one thing, and how their values stand to each other. */
export interface Tie {
	/** 0–1, rounded; 0 keeps them apart. */
	readonly score: number;
	readonly values: "equal" | "compatible" | "apart";
}

export const NO_TIE: Tie = { score: 0, values: "apart" };

/** How frames of one type are joined. */
export interface Grouping<T extends Frame> {
	/** Symmetric. */
	tie(a: T, b: T): Tie;
	/** Frames that share no key are never compared. */
	keysOf(frame: T): readonly string[];
	/** Whether two frames of one report may stand in one group. */
	mayShare(a: T, b: T): boolean;
	/** Whether the words of one report say that one value replaced the other: they are one thing. */
	replaces(a: T, b: T): boolean;
	/** From which strength on values are of one thing: equal, both possible, or apart. */
	readonly joins: Readonly<Record<Tie["values"], number>>;
}

/** Least mean strength between two groups that join for values that can be equal, and for two that cannot. */
const AVERAGE = 0.24;
const AVERAGE_APART = 0.4;
/** A rival this near leaves open which of two is meant. */
const MARGIN = 0.08;
/** A key that more frames than this share finds no pairs: it would make them grow with the square. */
const MOST_POSTED = 600;

export interface FrameGroup<T extends Frame> {
	/** By article, then place. */
	readonly frames: readonly T[];
	/** The tie of two of its frames; null when they share no key. */
	tieOf(a: T, b: T): Tie | null;
}

/** Groups of frames of two reports or more, in the order of their first frame. */
export function groupFrames<T extends Frame>(frames: readonly T[], grouping: Grouping<T>): FrameGroup<T>[] {
	const sorted = [...frames].sort((a, b) => compareText(a.article, b.article) || a.start - b.start);
	const ties = new Map<number, Tie>();
	const keyOf = (i: number, j: number): number => (i < j ? i * sorted.length + j : j * sorted.length + i);
	const pairs: Pair[] = [];
	for (const [i, j] of findCandidates(sorted, grouping)) {
		const a = sorted[i];
		const b = sorted[j];
		if (!a || !b) continue;
		const found = grouping.tie(a, b);
		if (found.score === 0) continue;
		ties.set(keyOf(i, j), found);
		if (a.article !== b.article && found.score >= grouping.joins[found.values]) pairs.push({ i, j, tie: found });
	}
	// Of two ties as strong the one of values that can be equal joins first: what differs may be of another.
	const differs = ({ tie }: Pair): number => Number(tie.values === "apart");
	pairs.sort((x, y) => y.tie.score - x.tie.score || differs(x) - differs(y) || x.i - y.i || x.j - y.j);
	const groupOf = sorted.map((_, index) => [index]);
	const join = (left: number[], right: number[]): void => {
		for (const index of right) groupOf[index] = left;
		left.push(...right);
	};
	const replaced = joinReplaced(sorted, grouping, groupOf, join);
	const rivals = indexRivals(pairs);
	const refusals: Refusals = new Map();
	for (const { i, j, tie: own } of pairs) {
		const left = groupOf[i];
		const right = groupOf[j];
		if (!left || !right || left === right) continue;
		const least = own.values === "apart" ? AVERAGE_APART : AVERAGE;
		const known = refusals.get(left)?.get(right) ?? refusals.get(right)?.get(left);
		// A veto stands however the groups grow, a mean as long as they do not.
		if (known && (known.mean === null || (known.members === left.length + right.length && known.mean < least)))
			continue;
		const mean = meanTie(sorted, grouping, left, right, replaced, (x, y) => ties.get(keyOf(x, y)) ?? null);
		if (mean === null || mean < least) {
			const own = refusals.get(left) ?? new Map<readonly number[], Refusal>();
			refusals.set(left, own.set(right, { mean, members: left.length + right.length }));
			continue;
		}
		if (own.values === "apart" && isAmbiguous(sorted, grouping, i, j, own, rivals, groupOf)) continue;
		join(left, right);
	}
	const at = new Map(sorted.map((frame, index) => [frame, index]));
	const tieOf = (a: T, b: T): Tie | null => ties.get(keyOf(at.get(a) ?? 0, at.get(b) ?? 0)) ?? null;
	return [...new Set(groupOf)]
		.filter((group) => new Set(group.map((index) => sorted[index]?.article)).size > 1)
		.map((group) => ({ frames: [...group].sort((x, y) => x - y).flatMap((index) => sorted[index] ?? []), tieOf }));
}

interface Pair {
	readonly i: number;
	readonly j: number;
	readonly tie: Tie;
}

/** A value and the one that it replaced stand beside each other: at most so many values further. */
const REPLACED_WITHIN = 4;

/** Joins each value with the one that it replaced; the frames so joined. */
function joinReplaced<T extends Frame>(
	sorted: readonly T[],
	grouping: Grouping<T>,
	groupOf: readonly number[][],
	join: (left: number[], right: number[]) => void,
): ReadonlySet<number> {
	const replaced = new Set<number>();
	for (const [i, frame] of sorted.entries()) {
		for (let j = i + 1; j <= i + REPLACED_WITHIN && sorted[j]?.article === frame.article; j++) {
			const other = sorted[j];
			const left = groupOf[i];
			const right = groupOf[j];
			if (!other || !left || !right || left === right || !grouping.replaces(frame, other)) continue;
			join(left, right);
			replaced.add(i).add(j);
		}
	}
	return replaced;
}

/** Pairs that share a key, each once, in order. */
function findCandidates<T extends Frame>(sorted: readonly T[], grouping: Grouping<T>): [number, number][] {
	const postings = new Map<string, number[]>();
	sorted.forEach((frame, index) => {
		for (const key of new Set(grouping.keysOf(frame))) {
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

/** Why two groups were not joined: their mean strength while they had so many members; null for a veto. */
interface Refusal {
	readonly mean: number | null;
	readonly members: number;
}

type Refusals = Map<readonly number[], Map<readonly number[], Refusal>>;

/** The mean strength between the frames of two groups, rounded; null where two of them keep the groups apart. */
function meanTie<T extends Frame>(
	sorted: readonly T[],
	grouping: Grouping<T>,
	left: readonly number[],
	right: readonly number[],
	replaced: ReadonlySet<number>,
	tieOf: (i: number, j: number) => Tie | null,
): number | null {
	// Whatever meets a value or the one that it replaced is of both.
	const spans = left.some((index) => replaced.has(index)) || right.some((index) => replaced.has(index));
	let sum = 0;
	let count = 0;
	for (const i of left) {
		for (const j of right) {
			const a = sorted[i];
			const b = sorted[j];
			if (!a || !b) return null;
			if (a.article === b.article) {
				if (!grouping.mayShare(a, b) && !grouping.replaces(a, b)) return null;
				continue;
			}
			const known = tieOf(i, j);
			if (known === null && !spans) {
				const tie = grouping.tie(a, b);
				if (tie.values === "apart" && tie.score === 0) return null;
			}
			sum += known?.score ?? 0;
			count++;
		}
	}
	return count > 0 ? round(sum / count) : null;
}

interface Rival {
	readonly other: number;
	readonly score: number;
}

function indexRivals(pairs: readonly Pair[]): ReadonlyMap<number, readonly Rival[]> {
	const rivals = new Map<number, Rival[]>();
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

/** Whether one of two values could as well be joined to another of the other's report, which is still free. */
function isAmbiguous<T extends Frame>(
	sorted: readonly T[],
	grouping: Grouping<T>,
	i: number,
	j: number,
	own: Tie,
	rivals: ReadonlyMap<number, readonly Rival[]>,
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
			return !taken && !grouping.mayShare(rival, chosen);
		});
	return rivalled(i, j) || rivalled(j, i);
}
