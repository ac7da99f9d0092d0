import { compareText, round } from "../text/compare.ts";
import { compareSegments, type Profile, profileOf, type SegmentSimilarity } from "./segment-similarity.ts";
import type { Segment } from "./segments.ts";

/**
 * Segments of one story that give the same words of the same speaker: average-link clustering with
 * vetoes. Pairs are taken by falling score, ties by id, so that the order of reports decides nothing.
 */

/** Least score of a pair that may join two clusters; on the project's own examples. */
const JOIN = 0.42;
/** Least mean score between the clusters so joined. */
const AVERAGE = 0.3;
/** A pair whose speaker is known on one side only has to be this alike. */
const JOIN_UNRESOLVED = 0.6;
/** Two numbers, or a negation or an open question on one side, keep segments apart below this likeness of everything else. */
const JOIN_ACROSS_DIFFERENCE = 0.7;
/** Fewer shared telling stems than this never join by score alone. */
const LEAST_SHARED = 2;

/** Below this many wordings, what they share may be the very thing that was said. */
const LEAST_FOR_TOPIC = 12;

export interface SegmentCluster {
	/** Sorted by article, then position. */
	readonly segments: readonly Segment[];
}

export interface SegmentComparison {
	readonly clusters: readonly SegmentCluster[];
	readonly profiles: ReadonlyMap<string, Profile>;
}

export function clusterSegments(segments: readonly Segment[]): SegmentComparison {
	const sorted = [...segments].sort(byPlace);
	const profiles = profileAll(sorted);
	const pairs = findPairs(sorted, profiles);
	const score = new Map<string, number>();
	for (const pair of pairs) score.set(keyOf(pair.a, pair.b), pair.similarity.score);

	const clusterOf = new Map<string, Set<Segment>>();
	for (const segment of sorted) clusterOf.set(segment.id, new Set([segment]));
	for (const pair of pairs) {
		if (!mayJoin(pair.a, pair.b, pair.similarity, profiles)) continue;
		const left = clusterOf.get(pair.a.id);
		const right = clusterOf.get(pair.b.id);
		if (!left || !right || left === right) continue;
		let sum = 0;
		let vetoed = false;
		for (const a of left) {
			for (const b of right) {
				if (cannotBeOne(a, b)) vetoed = true;
				sum += score.get(keyOf(a, b)) ?? 0;
			}
		}
		if (vetoed || round(sum / (left.size * right.size)) < AVERAGE) continue;
		for (const b of right) {
			left.add(b);
			clusterOf.set(b.id, left);
		}
	}
	const clusters = [...new Set(clusterOf.values())].map((members) => ({ segments: [...members].sort(byPlace) }));
	return { clusters, profiles };
}

function profileAll(segments: readonly Segment[]): Map<string, Profile> {
	const counts = new Map<string, number>();
	// Folded wordings count once, or a wire text carried ten times would make its own words common.
	const wordings = new Map<string, Segment>();
	for (const segment of segments) {
		const key = segment.words.map((word) => word.norm).join(" ");
		if (!wordings.has(key)) wordings.set(key, segment);
	}
	for (const segment of wordings.values()) {
		for (const stem of new Set(segment.words.map((word) => word.stem))) counts.set(stem, (counts.get(stem) ?? 0) + 1);
	}
	const total = wordings.size;
	const commonness = (stem: string): number => (total < LEAST_FOR_TOPIC ? 0 : (counts.get(stem) ?? 0) / total);
	return new Map(segments.map((segment) => [segment.id, profileOf(segment, commonness)]));
}

interface Pair {
	readonly a: Segment;
	readonly b: Segment;
	readonly similarity: SegmentSimilarity;
}

/** Pairs that share a telling stem, by falling score, then by id. */
function findPairs(segments: readonly Segment[], profiles: ReadonlyMap<string, Profile>): Pair[] {
	const postings = new Map<string, number[]>();
	const pairs: Pair[] = [];
	segments.forEach((segment, index) => {
		const profile = profiles.get(segment.id);
		if (!profile) return;
		const met = new Set<number>();
		for (const stem of profile.weights.keys()) {
			let list = postings.get(stem);
			if (!list) {
				list = [];
				postings.set(stem, list);
			}
			for (const other of list) met.add(other);
			list.push(index);
		}
		for (const other of met) {
			const earlier = segments[other];
			const earlierProfile = earlier && profiles.get(earlier.id);
			if (!earlierProfile) continue;
			const similarity = compareSegments(earlierProfile, profile);
			if (similarity.score > 0) pairs.push({ a: earlier, b: segment, similarity });
		}
	});
	return pairs.sort(
		(x, y) => y.similarity.score - x.similarity.score || compareText(x.a.id, y.a.id) || compareText(x.b.id, y.b.id),
	);
}

function mayJoin(
	a: Segment,
	b: Segment,
	similarity: SegmentSimilarity,
	profiles: ReadonlyMap<string, Profile>,
): boolean {
	if (similarity.shared < LEAST_SHARED && similarity.dice < 0.9) return false;
	if (similarity.score < (a.speaker && b.speaker ? JOIN : JOIN_UNRESOLVED)) return false;
	const left = profiles.get(a.id);
	const right = profiles.get(b.id);
	if (!left || !right) return false;
	const numbersDiffer =
		left.numbers.length > 0 && right.numbers.length > 0 && !left.numbers.some((one) => right.numbers.includes(one));
	const polarityDiffers = left.negations % 2 !== right.negations % 2;
	const settledDiffers = left.underStudy !== right.underStudy;
	return !(numbersDiffer || polarityDiffers || settledDiffers) || similarity.score >= JOIN_ACROSS_DIFFERENCE;
}

/**
 * What never is one thing said once: two sentences of one quotation, what is said and what is denied or
 * not said, or words of two known speakers.
 */
function cannotBeOne(a: Segment, b: Segment): boolean {
	if (a.quotation === b.quotation || a.polarity !== b.polarity) return true;
	if (a.speaker !== null && b.speaker !== null) return a.speaker !== b.speaker;
	// "the rescue service" is not "the minister", whoever either may be.
	if (a.speakerWords.size > 0 && b.speakerWords.size > 0 && !meet(a.speakerWords, b.speakerWords)) return true;
	if (a.speaker === null && b.speaker === null) return false;
	const [known, open] = a.speaker === null ? [b, a] : [a, b];
	return open.candidates.length > 0 && !open.candidates.includes(known.speaker ?? "");
}

function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
	for (const word of a) if (b.has(word)) return true;
	return false;
}

function keyOf(a: Segment, b: Segment): string {
	return a.id < b.id ? `${a.id} ${b.id}` : `${b.id} ${a.id}`;
}

function byPlace(a: Segment, b: Segment): number {
	return compareText(a.article, b.article) || a.position - b.position;
}
