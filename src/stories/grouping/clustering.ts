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
	/** The mean weight between must reach this share of the mean weight inside the looser of the two clusters. */
	readonly cohesion: number;
	/**
	 * So many pairs of weight 0 count as inside every cluster: a small one has hardly shown how tightly it
	 * holds, and is taken in for less than it takes to join two that have.
	 */
	readonly unshown: number;
}

interface Cluster {
	/** Its lowest member. */
	label: number;
	members: number[];
	/** Sum of the weights of all pairs inside. */
	inner: number;
	/** Sum of the weights of all pairs between this cluster and another. */
	readonly links: Map<Cluster, number>;
}

/**
 * Average-link clustering over weighted pairs: the two clusters with the highest mean weight over all
 * pairs between them (a pair that is not listed weighs 0) are joined, as long as that mean is enough
 * and not less than what holds each of them together. Two that were refused are looked at again when
 * a third that is tied to both has joined one of them. Ties go to the cluster with the lower number,
 * which is its first member's, so the result depends on the numbering alone, never on the order of
 * `links`. Clusters that no pair of at least `grow` ties never meet: each part that such pairs connect
 * can be clustered by itself.
 *
 * Takes time in proportion to the number of links but for logarithms: joining moves the shorter list
 * of links, and a mean that has fallen since it was offered is looked at when its turn comes.
 *
 * @param count number of items; a link names two of them
 * @returns clusters, members ascending, by first member
 */
export function clusterLinks(count: number, links: readonly Link[], thresholds: Thresholds): number[][] {
	const clusters = Array.from(
		{ length: count },
		(_, index): Cluster => ({ label: index, members: [index], inner: 0, links: new Map() }),
	);
	/** The cluster of each item, or one that was taken into it. */
	const holder = [...clusters];
	const takenInto = new Map<Cluster, Cluster>();
	const find = (index: number): Cluster | undefined => {
		let at = holder[index];
		for (let next = at && takenInto.get(at); next; next = takenInto.get(next)) at = next;
		if (at) holder[index] = at;
		return at;
	};
	const heap = new LinkHeap();
	const offer = (x: Cluster, y: Cluster): void => {
		const weight = meanBetween(x, y);
		if (weight >= thresholds.grow) heap.push({ a: Math.min(x.label, y.label), b: Math.max(x.label, y.label), weight });
	};
	for (const { a, b, weight } of links) {
		const [x, y] = [clusters[a], clusters[b]];
		if (!x || !y) continue;
		x.links.set(y, weight);
		y.links.set(x, weight);
	}
	for (const { a, b } of links) {
		const [x, y] = [clusters[a], clusters[b]];
		if (x && y) offer(x, y);
	}
	for (let top = heap.pop(); top; top = heap.pop()) {
		const [x, y] = [find(top.a), find(top.b)];
		if (!x || !y || x === y) continue;
		// What has grown since it was offered is offered again at what it is worth now.
		if (
			Math.min(x.label, y.label) !== top.a ||
			Math.max(x.label, y.label) !== top.b ||
			meanBetween(x, y) !== top.weight
		) {
			offer(x, y);
			continue;
		}
		if (top.weight < leastBetween(x, y, thresholds)) continue;
		const [into, from] = x.links.size < y.links.size ? [y, x] : [x, y];
		takenInto.set(from, into);
		for (const both of takeIn(into, from)) offer(into, both);
	}
	return clusters
		.filter((cluster) => !takenInto.has(cluster))
		.map(({ members }) => members.sort((x, y) => x - y))
		.sort((x, y) => (x[0] ?? 0) - (y[0] ?? 0));
}

/** Takes one cluster into another, and returns the clusters that both were tied to. */
function takeIn(into: Cluster, from: Cluster): Cluster[] {
	into.inner += from.inner + (into.links.get(from) ?? 0);
	for (const member of from.members) into.members.push(member);
	into.label = Math.min(into.label, from.label);
	into.links.delete(from);
	from.links.delete(into);
	const both: Cluster[] = [];
	for (const [other, weight] of from.links) {
		const known = into.links.get(other);
		if (known !== undefined) both.push(other);
		const total = (known ?? 0) + weight;
		into.links.set(other, total);
		other.links.delete(from);
		other.links.set(into, total);
	}
	from.links.clear();
	from.members = [];
	return both;
}

/** Mean weight between two clusters; -1 when nothing ties them. */
function meanBetween(x: Cluster, y: Cluster): number {
	const total = x.links.get(y);
	return total === undefined ? -1 : round(total / (x.members.length * y.members.length), 6);
}

function leastBetween(a: Cluster, b: Cluster, { seed, grow, cohesion, unshown }: Thresholds): number {
	if (a.members.length === 1 && b.members.length === 1) return seed;
	return Math.max(grow, round(cohesion * Math.min(meanInside(a, unshown), meanInside(b, unshown)), 6));
}

/** A single item holds nothing together. */
function meanInside({ members, inner }: Cluster, unshown: number): number {
	return members.length < 2 ? 0 : inner / ((members.length * (members.length - 1)) / 2 + unshown);
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
