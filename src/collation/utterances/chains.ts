import { compareText } from "../../text/compare.ts";
import type { SegmentCluster, SegmentComparison } from "./segment-clusters.ts";
import type { Segment } from "./segments.ts";

/**
 * Neighbouring clusters that are one utterance: tied by a connective ("because", "in that sense"),
 * by standing in one sentence, or because some rendition gives both as one sentence.
 */

/** A segment that also gives this share of its neighbour's telling weight gives both. */
const GIVES_BOTH = 0.6;
const LEAST_SHARED = 2;

/** Clusters joined into chains; each inner list is one utterance's clusters, all in a stated order. */
export function chainClusters(comparison: SegmentComparison): SegmentCluster[][] {
	const { clusters } = comparison;
	const clusterOf = new Map<string, number>();
	clusters.forEach((cluster, index) => {
		for (const segment of cluster.segments) clusterOf.set(segment.id, index);
	});
	const parent = clusters.map((_, index) => index);
	const find = (index: number): number => {
		let root = index;
		while (parent[root] !== root) root = parent[root] ?? root;
		parent[index] = root;
		return root;
	};
	for (const [before, after] of findNeighbours(clusters)) {
		const a = clusterOf.get(before.id);
		const b = clusterOf.get(after.id);
		if (a === undefined || b === undefined || find(a) === find(b)) continue;
		const tied =
			after.tie !== "none" ||
			givesBoth(clusters[a], after, before, comparison) ||
			givesBoth(clusters[b], before, after, comparison);
		if (tied) parent[Math.max(find(a), find(b))] = Math.min(find(a), find(b));
	}
	const chains = new Map<number, SegmentCluster[]>();
	clusters.forEach((cluster, index) => {
		const root = find(index);
		const chain = chains.get(root);
		if (chain) chain.push(cluster);
		else chains.set(root, [cluster]);
	});
	return [...chains.values()];
}

/**
 * Segments that follow each other in one article's words of one speaker: in one quotation, or a
 * quotation and the next.
 */
function findNeighbours(clusters: readonly SegmentCluster[]): [Segment, Segment][] {
	const byArticle = new Map<string, Segment[]>();
	for (const cluster of clusters) {
		for (const segment of cluster.segments) {
			const list = byArticle.get(segment.article);
			if (list) list.push(segment);
			else byArticle.set(segment.article, [segment]);
		}
	}
	const neighbours: [Segment, Segment][] = [];
	for (const article of [...byArticle.keys()].sort(compareText)) {
		const segments = (byArticle.get(article) ?? []).sort((a, b) => a.position - b.position);
		for (let i = 1; i < segments.length; i++) {
			const before = segments[i - 1];
			const after = segments[i];
			if (!before || !after || before.position + 1 !== after.position) continue;
			const together =
				before.quotation === after.quotation || (before.speaker !== null && before.speaker === after.speaker);
			if (together && before.kind === "direct" && after.kind === "direct") neighbours.push([before, after]);
			else if (before.quotation === after.quotation) neighbours.push([before, after]);
		}
	}
	return neighbours;
}

/** Whether some member of `cluster` says, beside its own cluster's words, what `neighbour` says. */
function givesBoth(
	cluster: SegmentCluster | undefined,
	neighbour: Segment,
	own: Segment,
	{ profiles }: SegmentComparison,
): boolean {
	const wanted = profiles.get(neighbour.id);
	const already = profiles.get(own.id);
	if (!cluster || !wanted || !already || wanted.total === 0) return false;
	for (const member of cluster.segments) {
		if (member.quotation === neighbour.quotation || member.speaker !== neighbour.speaker) continue;
		const profile = profiles.get(member.id);
		if (!profile) continue;
		let weight = 0;
		let shared = 0;
		let rest = 0;
		for (const [stem, value] of wanted.weights) {
			if (already.weights.has(stem)) continue;
			rest += value;
			if (!profile.weights.has(stem)) continue;
			weight += value;
			shared++;
		}
		if (shared >= LEAST_SHARED && weight / rest >= GIVES_BOTH) return true;
	}
	return false;
}
