import { compareText, round } from "../../text/compare.ts";
import { compareSegments, type Profile, profileOf, type SegmentSimilarity } from "./segment-similarity.ts";
import type { Segment } from "./segments.ts";

/**
 * Segments of one story that give the same words of the same speaker: average-link clustering with
 * vetoes. Equal wordings of one speaker are folded first. Pairs are taken by falling score, ties by
 * place, so that the order of reports decides nothing.
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

/** Equal words of one speaker, wherever they stand: compared once. */
interface Wording {
	readonly first: Segment;
	readonly segments: Segment[];
	readonly profile: Profile;
}

export function clusterSegments(segments: readonly Segment[]): SegmentComparison {
	const wordings = foldWordings([...segments].sort(byPlace));
	const pairs = findPairs(wordings);
	const scores = new Map<number, number>();
	const keyOf = (i: number, j: number): number => Math.min(i, j) * wordings.length + Math.max(i, j);
	for (const pair of pairs) scores.set(keyOf(pair.i, pair.j), pair.similarity.score);

	const clusterOf = wordings.map((wording, index) => ({
		members: [index],
		quotations: new Set(wording.segments.map((segment) => segment.quotation)),
	}));
	for (const { i, j, similarity } of pairs) {
		const a = wordings[i];
		const b = wordings[j];
		const left = clusterOf[i];
		const right = clusterOf[j];
		if (!a || !b || !left || !right || left === right || !mayJoin(a, b, similarity)) continue;
		if (meet(left.quotations, right.quotations)) continue;
		let sum = 0;
		let vetoed = false;
		for (const x of left.members) {
			for (const y of right.members) {
				if (cannotBeOne(wordings[x]?.first, wordings[y]?.first)) vetoed = true;
				sum += scores.get(keyOf(x, y)) ?? 0;
			}
		}
		if (vetoed || round(sum / (left.members.length * right.members.length)) < AVERAGE) continue;
		for (const y of right.members) {
			left.members.push(y);
			clusterOf[y] = left;
		}
		for (const quotation of right.quotations) left.quotations.add(quotation);
	}
	const clusters = [...new Set(clusterOf)].map(({ members }) => ({
		segments: members.flatMap((index) => wordings[index]?.segments ?? []).sort(byPlace),
	}));
	const profiles = new Map(
		wordings.flatMap(({ segments, profile }) => segments.map(({ id }) => [id, profile] as const)),
	);
	return { clusters, profiles };
}

function foldWordings(sorted: readonly Segment[]): Wording[] {
	const folded = new Map<string, Segment[]>();
	for (const segment of sorted) {
		const words = segment.words.map((word) => word.norm).join(" ");
		const speaker = segment.speaker ?? [...segment.speakerWords].sort(compareText).join(" ");
		const known = segment.speaker === null ? "as" : "is";
		const key = [known, speaker, segment.candidates.join(), segment.polarity, words].join("\n");
		const list = folded.get(key);
		// Two equal sentences of one quotation are said twice.
		if (list && list[list.length - 1]?.quotation !== segment.quotation) list.push(segment);
		else if (list) folded.set(`${key}\n${segment.id}`, [segment]);
		else folded.set(key, [segment]);
	}
	// A wire text carried ten times does not make its own words common.
	const groups = [...folded.values()];
	const counts = new Map<string, number>();
	for (const [first] of groups) {
		for (const stem of new Set(first?.words.map((word) => word.stem))) counts.set(stem, (counts.get(stem) ?? 0) + 1);
	}
	const commonness = (stem: string): number =>
		groups.length < LEAST_FOR_TOPIC ? 0 : (counts.get(stem) ?? 0) / groups.length;
	return groups.flatMap((segments) => {
		const [first] = segments;
		return first ? [{ first, segments, profile: profileOf(first, commonness) }] : [];
	});
}

interface Pair {
	readonly i: number;
	readonly j: number;
	readonly similarity: SegmentSimilarity;
}

/** Pairs of wordings that share a telling stem, by falling score, then by place. */
function findPairs(wordings: readonly Wording[]): Pair[] {
	const postings = new Map<string, number[]>();
	const pairs: Pair[] = [];
	wordings.forEach(({ first, profile }, j) => {
		const met = new Set<number>();
		for (const stem of profile.weights.keys()) {
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
			const similarity = compareSegments(other.profile, profile);
			if (similarity.score > 0) pairs.push({ i, j, similarity });
		}
	});
	return pairs.sort((x, y) => y.similarity.score - x.similarity.score || x.i - y.i || x.j - y.j);
}

function mayJoin(a: Wording, b: Wording, similarity: SegmentSimilarity): boolean {
	if (similarity.shared < LEAST_SHARED && similarity.dice < 0.9) return false;
	if (similarity.score < (a.first.speaker && b.first.speaker ? JOIN : JOIN_UNRESOLVED)) return false;
	const left = a.profile;
	const right = b.profile;
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
function cannotBeOne(a: Segment | undefined, b: Segment | undefined): boolean {
	if (!a || !b || a.quotation === b.quotation || a.polarity !== b.polarity) return true;
	if (a.speaker !== null && b.speaker !== null) return a.speaker !== b.speaker;
	// "the rescue service" is not "the minister", whoever either may be.
	if (a.speakerWords.size > 0 && b.speakerWords.size > 0 && !meet(a.speakerWords, b.speakerWords)) return true;
	if (a.speaker === null && b.speaker === null) return false;
	const [known, open] = a.speaker === null ? [b, a] : [a, b];
	return open.candidates.length > 0 && !open.candidates.includes(known.speaker ?? "");
}

function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
	const [small, large] = a.size <= b.size ? [a, b] : [b, a];
	for (const one of small) if (large.has(one)) return true;
	return false;
}

function byPlace(a: Segment, b: Segment): number {
	return compareText(a.article, b.article) || a.position - b.position;
}
