import { round } from "../text/compare.ts";

/** How strongly two items, `a < b`, belong together, 0–1. */
export interface Link {
	readonly a: number;
	readonly b: number;
	readonly weight: number;
}

/**
 * Average-link clustering over weighted links: the two clusters with the highest mean weight over all
 * pairs between them (a pair that is not listed weighs 0) are joined until none reaches `threshold`.
 * Ties go to the cluster with the lower first member, so the result depends on the numbering alone,
 * never on the order of `links`. Clusters that no link ties never meet: each connected part can be
 * clustered by itself.
 *
 * @param sizes how many reports each item stands for (copies are one item)
 * @returns clusters, members ascending, by first member
 */
export function clusterLinks(sizes: readonly number[], links: readonly Link[], threshold: number): number[][] {
	const clusters = sizes.map((size, index) => ({ members: [index], size, links: new Map<number, number>() }));
	const heap = new LinkHeap();
	const offer = (a: number, b: number): void => {
		const first = clusters[a];
		const second = clusters[b];
		const total = first?.links.get(b);
		if (!first || !second || total === undefined) return;
		const mean = round(total / (first.size * second.size), 6);
		if (mean >= threshold) heap.push({ a: Math.min(a, b), b: Math.max(a, b), weight: mean });
	};
	for (const { a, b, weight } of links) {
		const total = weight * (sizes[a] ?? 1) * (sizes[b] ?? 1);
		clusters[a]?.links.set(b, total);
		clusters[b]?.links.set(a, total);
	}
	for (const { a, b } of links) offer(a, b);
	for (let top = heap.pop(); top; top = heap.pop()) {
		const into = clusters[top.a];
		const from = clusters[top.b];
		if (!into || !from || into.members.length === 0 || from.members.length === 0) continue;
		const total = into.links.get(top.b);
		if (total === undefined || round(total / (into.size * from.size), 6) !== top.weight) continue;
		into.members.push(...from.members);
		into.size += from.size;
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
