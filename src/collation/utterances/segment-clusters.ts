import { joinByContext } from "./context-joins.ts";
import {
	areGivenApart,
	findApart,
	type Group,
	keyOf,
	LEAST_MEAN,
	mayMeet,
	meanBest,
	mergeGroups,
	type Pair,
	type ScoreOf,
} from "./groups.ts";
import { cannotBeOne, mayJoin } from "./segment-joins.ts";
import { compareSegments, type Profile } from "./segment-similarity.ts";
import type { Segment } from "./segments.ts";
import { byPlace, foldWordings, type Wording } from "./wordings.ts";

/**
 * Segments of one story that give the same words of the same speaker. First average-link clustering with vetoes on
 * what the words share; then what they share little of is joined by what stands beside it, see context-joins.ts.
 * Pairs are taken by falling score, ties by place, so that the order of reports decides nothing.
 */

/** A stem that stands in more wordings than this finds no candidates: it would make them grow with the square. */
const MOST_POSTED = 250;

export interface SegmentCluster {
	/** Sorted by article, then position. */
	readonly segments: readonly Segment[];
}

export interface SegmentComparison {
	readonly clusters: readonly SegmentCluster[];
	readonly profiles: ReadonlyMap<string, Profile>;
}

export function clusterSegments(segments: readonly Segment[]): SegmentComparison {
	const wordings = foldWordings(segments);
	const pairs = findPairs(wordings);
	const apart = findApart(wordings, pairs);
	const scores = new Map(pairs.map(({ i, j, similarity }) => [keyOf(i, j, wordings.length), similarity.score]));
	const scoreOf: ScoreOf = (x, y) => scores.get(keyOf(x, y, wordings.length)) ?? 0;
	const groupOf = joinByWords(wordings, pairs, apart, scoreOf);
	joinByContext(wordings, pairs, groupOf, apart, scoreOf);
	const clusters = [...new Set(groupOf)].map(({ members }) => ({
		segments: members.flatMap((index) => wordings[index]?.segments ?? []).sort(byPlace),
	}));
	const profiles = new Map(
		wordings.flatMap(({ segments, profile }) => segments.map(({ id }) => [id, profile] as const)),
	);
	return { clusters, profiles };
}

function joinByWords(
	wordings: readonly Wording[],
	pairs: readonly Pair[],
	apart: ReadonlySet<number>,
	scoreOf: ScoreOf,
): Group[] {
	const groupOf = wordings.map(
		(wording, index): Group => ({
			members: [index],
			quotations: new Set(wording.segments.map((segment) => segment.quotation)),
		}),
	);
	joinEchoes(wordings, groupOf);
	for (const { i, j, similarity } of pairs) {
		const a = wordings[i];
		const b = wordings[j];
		const left = groupOf[i];
		const right = groupOf[j];
		if (!a || !b || !left || !right || left === right || !mayJoin(a, b, similarity)) continue;
		if (meanBest(left, right, scoreOf) < LEAST_MEAN || areGivenApart(wordings, left, right, scoreOf)) continue;
		if (mayMeet(wordings, left, right, apart)) mergeGroups(groupOf, left, right);
	}
	return groupOf;
}

/** What repeats words stands with them. */
function joinEchoes(wordings: readonly Wording[], groupOf: Group[]): void {
	const indexOf = new Map(wordings.flatMap(({ segments }, index) => segments.map(({ id }) => [id, index] as const)));
	wordings.forEach(({ segments }, index) => {
		for (const { echo } of segments) {
			const left = groupOf[indexOf.get(echo ?? "") ?? -1];
			const right = groupOf[index];
			if (left && right && left !== right) mergeGroups(groupOf, left, right);
		}
	});
}

/** By what else a wording is looked up: the groups of near words that it has one of. */
function nearKeys({ senses }: Profile): Set<string> {
	return new Set([...senses.values()].flatMap((groups) => groups.map((group) => `~${group}`)));
}

/** Of two sentences that one report has in marks, none is another translation of the other. */
function mayTranslate(a: Segment, b: Segment): boolean {
	return a.article !== b.article || a.kind !== "direct" || b.kind !== "direct";
}

/** Pairs of wordings that share a telling stem, by falling score, then by place. */
function findPairs(wordings: readonly Wording[]): Pair[] {
	const postings = new Map<string, number[]>();
	const pairs: Pair[] = [];
	wordings.forEach(({ first, profile }, j) => {
		const met = new Set<number>();
		for (const stem of [...profile.weights.keys(), ...nearKeys(profile)]) {
			const list = postings.get(stem);
			if (!list) {
				postings.set(stem, [j]);
				continue;
			}
			if (list.length > MOST_POSTED) continue;
			for (const i of list) met.add(i);
			list.push(j);
		}
		for (const i of met) {
			const other = wordings[i];
			if (!other || cannotBeOne(other.first, first)) continue;
			const similarity = compareSegments(other.profile, profile, mayTranslate(other.first, first));
			if (similarity.score > 0) pairs.push({ i, j, similarity });
		}
	});
	return pairs.sort((x, y) => y.similarity.score - x.similarity.score || x.i - y.i || x.j - y.j);
}
