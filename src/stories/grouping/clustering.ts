import { round } from "../../text/compare.ts";

/** How strongly two items, `a < b`, belong together, 0–1. */
export interface Link {
	readonly a: number;
	readonly b: number;
	readonly weight: number;
}

/** What it takes for two clusters to be joined. Weights are 0–1. */
export interface Thresholds {
	/** Least weight of two single items. */
	readonly seed: number;
	/** Least mean weight between two clusters of which one has grown. */
	readonly grow: number;
	/** The mean weight between must reach this share of the mean of the two clusters' inner weights … */
	readonly cohesion: number;
	/** … of which no more than this counts, so that copies do not shut the others out. */
	readonly most: number;
}

interface Cluster {
	members: number[];
	/** Sum of the weights of all pairs inside. */
	inner: number;
	/** Sum of the weights of all pairs between this cluster and another, by the other's number. */
	readonly links: Map<number, number>;
}

/**
 * Average-link clustering over weighted pairs: the two clusters with the highest mean weight over all
 * pairs between them (a pair that is not listed weighs 0) are joined, as long as that mean is enough
 * and not much less than what holds each of them together. Ties go to the cluster with the lower first
 * member, so the result depends on the numbering alone, never on the order of `links`. Clusters that
 * no pair ties never meet: each connected part can be clustered by itself.
 *
 * @param count number of items; a link names two of them
 * @returns clusters, members ascending, by first member
 */
export function clusterLinks(count: number, links: readonly Link[], thresholds: Thresholds): number[][] {
	const clusters = Array.from(
		{ length: count },
		(_, index): Cluster => ({ members: [index], inner: 0, links: new Map() }),
	);
	const heap = new LinkHeap();
	const offer = (a: number, b: number): void => {
		const weight = meanBetween(clusters[a], clusters[b], b);
		if (weight >= thresholds.grow) heap.push({ a: Math.min(a, b), b: Math.max(a, b), weight });
	};
	for (const { a, b, weight } of links) {
		clusters[a]?.links.set(b, weight);
		clusters[b]?.links.set(a, weight);
	}
	for (const { a, b } of links) offer(a, b);
	for (let top = heap.pop(); top; top = heap.pop()) {
		const into = clusters[top.a];
		const from = clusters[top.b];
		// An offer made before one of the two grew no longer holds; growing made a new one.
		if (!into || !from || meanBetween(into, from, top.b) !== top.weight) continue;
		if (top.weight < leastBetween(into, from, thresholds)) continue;
		into.inner += from.inner + (into.links.get(top.b) ?? 0);
		into.members.push(...from.members);
		from.members = [];
		into.links.delete(top.b);
		for (const [other, weight] of from.links) {
			const neighbour = clusters[other];
			if (other === top.a || !neighbour) continue;
			const joined = (into.links.get(other) ?? 0) + weight;
			into.links.set(other, joined);
			neighbour.links.delete(top.b);
			neighbour.links.set(top.a, joined);
		}
		from.links.clear();
		for (const other of into.links.keys()) offer(top.a, other);
	}
	return clusters
		.filter(({ members }) => members.length > 0)
		.map(({ members }) => members.sort((x, y) => x - y))
		.sort((x, y) => (x[0] ?? 0) - (y[0] ?? 0));
}

/** Mean weight between two clusters; -1 when nothing ties them or one has been taken in. */
function meanBetween(a: Cluster | undefined, b: Cluster | undefined, numberOfB: number): number {
	const total = a?.links.get(numberOfB);
	if (!a || !b || total === undefined || b.members.length === 0) return -1;
	return round(total / (a.members.length * b.members.length), 6);
}

function leastBetween(a: Cluster, b: Cluster, { seed, grow, cohesion, most }: Thresholds): number {
	if (a.members.length === 1 && b.members.length === 1) return seed;
	return Math.max(grow, round(cohesion * Math.min(most, (meanInside(a) + meanInside(b)) / 2), 6));
}

/** A single item holds nothing together. */
function meanInside({ members, inner }: Cluster): number {
	return members.length < 2 ? 0 : (2 * inner) / (members.length * (members.length - 1));
}

/** A binary heap: heaviest first, ties by `a`, then `b`. */
class LinkHeap {
	readonly #items: Link[] = [];

	push(link: Link): void {
		const items = this.#items;
		let at = items.length;
		items.push(link);
		while (at > 0) {
			const parent = (at - 1) >>> 1;
			const above = items[parent];
			if (!above || !before(link, above)) break;
			items[at] = above;
			at = parent;
		}
		items[at] = link;
	}

	pop(): Link | undefined {
		const items = this.#items;
		const top = items[0];
		const last = items.pop();
		if (top === undefined || last === undefined || items.length === 0) return top;
		let at = 0;
		for (;;) {
			let child = 2 * at + 1;
			const left = items[child];
			const right = items[child + 1];
			if (left === undefined) break;
			let best = left;
			if (right !== undefined && before(right, left)) {
				best = right;
				child++;
			}
			if (!before(best, last)) break;
			items[at] = best;
			at = child;
		}
		items[at] = last;
		return top;
	}
}

function before(x: Link, y: Link): boolean {
	return x.weight > y.weight || (x.weight === y.weight && (x.a < y.a || (x.a === y.a && x.b < y.b)));
}
