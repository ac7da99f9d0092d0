import { round } from "../../text/compare.ts";
import { agree, cannotBeOne } from "./segment-joins.ts";
import type { SegmentSimilarity } from "./segment-similarity.ts";
import type { Wording } from "./wordings.ts";

/** A pair of wordings by their index, the first the smaller. */
export interface Pair {
	readonly i: number;
	readonly j: number;
	readonly similarity: SegmentSimilarity;
}

/** Wordings held to give one thing, by index. */
export interface Group {
	readonly members: number[];
	readonly quotations: Set<string>;
}

/** What two wordings by their index share, 0 where that is nothing. */
export type ScoreOf = (x: number, y: number) => number;

/** One number for two wordings by their index, whichever comes first. */
export function keyOf(i: number, j: number, count: number): number {
	return Math.min(i, j) * count + Math.max(i, j);
}

/** From this score on two wordings that differ in a number or a negation are set against each other, whatever else joins. */
const OPPOSED = 0.4;

/** Pairs that say much the same and differ in what counts: two wordings that never meet in one group. */
export function findApart(wordings: readonly Wording[], pairs: readonly Pair[]): ReadonlySet<number> {
	const apart = new Set<number>();
	for (const { i, j, similarity } of pairs) {
		const a = wordings[i];
		const b = wordings[j];
		// “Not told for months” in a heading stands above words of the same report, which tell more of what is denied.
		if ([a, b].some((one) => one !== undefined && one.first.echo !== null && one.first.marked.length > 0)) continue;
		if (a && b && similarity.score >= OPPOSED && !agree(a, b, similarity)) apart.add(keyOf(i, j, wordings.length));
	}
	return apart;
}

/** Whether nothing in one group keeps it from being one with anything in the other. */
export function mayMeet(wordings: readonly Wording[], left: Group, right: Group, apart: ReadonlySet<number>): boolean {
	for (const quotation of right.quotations) if (left.quotations.has(quotation)) return false;
	return left.members.every((x) =>
		right.members.every((y) => {
			const one = wordings[x]?.first;
			const other = wordings[y]?.first;
			return (
				one !== undefined && other !== undefined && !apart.has(keyOf(x, y, wordings.length)) && !cannotBeOne(one, other)
			);
		}),
	);
}

/** Reports that give both of two groups, from which on they give two things. */
const LEAST_BOTH = 2;
/** A report's summary of words that it gives as well has at least this score beside them. */
const LEAST_SUMMARY = 0.5;

/**
 * Whether reports that have a member of each of two groups give two things: "had signals of their readiness" in two
 * reports that both have "is an ally" besides. Not where in one of them the two are alike, as a summary and its words are.
 */
export function areGivenApart(wordings: readonly Wording[], left: Group, right: Group, scoreOf: ScoreOf): boolean {
	const of = (group: Group): Map<string, number[]> => {
		const byArticle = new Map<string, number[]>();
		for (const x of group.members) {
			for (const { article, headline, echo } of wordings[x]?.segments ?? []) {
				if (headline || echo !== null) continue;
				const list = byArticle.get(article);
				if (list) list.push(x);
				else byArticle.set(article, [x]);
			}
		}
		return byArticle;
	};
	const own = of(left);
	let both = 0;
	for (const [article, others] of of(right)) {
		const mine = own.get(article);
		if (!mine) continue;
		if (mine.some((x) => others.some((y) => scoreOf(x, y) >= LEAST_SUMMARY))) return false;
		both++;
	}
	return both >= LEAST_BOTH;
}

export function mergeGroups(groupOf: Group[], left: Group, right: Group): void {
	for (const y of right.members) {
		left.members.push(y);
		groupOf[y] = left;
	}
	for (const quotation of right.quotations) left.quotations.add(quotation);
}

/**
 * Two groups are joined from this mean of what the members of the smaller share with their best partners in the larger: one
 * pair alone joins none. The mean over all pairs would keep one translation from a group that has three.
 */
export const LEAST_MEAN = 0.3;

export function meanBest(left: Group, right: Group, scoreOf: ScoreOf): number {
	const [small, large] = left.members.length <= right.members.length ? [left, right] : [right, left];
	let sum = 0;
	for (const x of small.members) {
		let best = 0;
		for (const y of large.members) best = Math.max(best, scoreOf(x, y));
		sum += best;
	}
	return round(sum / small.members.length);
}
