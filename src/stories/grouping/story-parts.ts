import { lengthen } from "./block-pool.ts";
import { clusterLinks, type Link, type Thresholds } from "./clustering.ts";
import { LEAST_WEIGHT } from "./similarity.ts";
import type { TieGraph } from "./tie-graph.ts";
import type { WorkCounts } from "./work-counts.ts";

/** Weights in ties and parts are ten-thousandths. */
export const WEIGHT_SCALE = 10_000;

/** The weights above the threshold of growth at which parts that are too large are parted. */
const STEPS = [0.6, 0.7, 0.8, 0.9, 0.96];

/** Articles that ties of some weight connect: what is clustered together. */
interface Part {
	readonly members: readonly number[];
	/** The weight of each two members, see `placeOfPair`; null when there are too many members to weigh them. */
	readonly weights: Uint16Array | null;
	/** Null until they are asked for. */
	groups: readonly (readonly number[])[] | null;
	/** An article has been tied to it: it is found anew when it is asked for. */
	stale: boolean;
}

const UNWEIGHED = 0xffff;

/**
 * The parts of a graph of ties and the stories in each. A part holds every weight between its members,
 * also of those that no row led to, and keeps them when it grows or shrinks: an added article is weighed
 * against the part that it joins.
 */
export class StoryParts {
	readonly #graph: TieGraph;
	readonly #thresholds: Thresholds;
	readonly #most: number;
	readonly #weigh: (x: number, y: number) => number;
	readonly #order: (x: number, y: number) => number;
	readonly #counts: WorkCounts;
	/** Of each article its part, null while it is alone, and its place among the members. */
	readonly #parts: (Part | null)[] = [];
	#places = new Uint32Array(16);

	/**
	 * @param most a part of more is parted at a higher weight
	 * @param weigh the weight of two articles in ten-thousandths
	 * @param order of articles, never 0 for two
	 */
	constructor(
		graph: TieGraph,
		thresholds: Thresholds,
		most: number,
		weigh: (x: number, y: number) => number,
		order: (x: number, y: number) => number,
		counts: WorkCounts,
	) {
		this.#graph = graph;
		this.#thresholds = thresholds;
		this.#most = most;
		this.#weigh = weigh;
		this.#order = order;
		this.#counts = counts;
	}

	/** Bytes of the weights held. */
	get bytes(): number {
		let bytes = this.#places.byteLength;
		for (const part of this.#parts) bytes += (part?.weights?.byteLength ?? 0) / (part?.members.length ?? 1);
		return bytes;
	}

	open(slot: number): void {
		this.#parts[slot] = null;
		this.#places = lengthen(this.#places, slot + 1);
	}

	/** Ties of the article have been taken from the graph: what they connected is found anew. */
	close(slot: number, tied: readonly number[]): void {
		const members = this.#parts[slot]?.members ?? [];
		this.#parts[slot] = null;
		this.partAnew([...members, ...tied].filter((other) => other !== slot));
	}

	/** These have been tied to something: their parts are found anew when they are asked for. */
	outdate(slots: readonly number[]): void {
		for (const slot of slots) {
			const part = this.#parts[slot];
			if (part) part.stale = true;
		}
	}

	/** Two articles weigh something else now. */
	reweigh(x: number, y: number): void {
		const part = this.#parts[x];
		if (!part || part !== this.#parts[y]) return;
		if (part.weights) part.weights[this.#placeOfPair(x, y)] = UNWEIGHED;
		part.groups = null;
	}

	/** Finds anew the parts of these articles and of all that shared a part with them. */
	partAnew(slots: readonly number[]): void {
		const queue = new Set(slots);
		for (const slot of slots) for (const member of this.#parts[slot]?.members ?? []) queue.add(member);
		for (const slot of queue) {
			for (const member of this.#findPart(slot).members) queue.delete(member);
		}
	}

	/** All members of the part that an article stands in, itself among them. */
	membersWith(slot: number): readonly number[] {
		return this.#partOf(slot).members;
	}

	/** The stories of the part that an article stands in, members in order. */
	groupsWith(slot: number): readonly (readonly number[])[] {
		const part = this.#partOf(slot);
		part.groups ??= this.#cluster(part);
		return part.groups;
	}

	#partOf(slot: number): Part {
		const known = this.#parts[slot];
		return known && !known.stale ? known : this.#findPart(slot);
	}

	/** All that ties of the lowest weight connect which does not connect too many. */
	#findPart(slot: number): Part {
		for (const least of [this.#thresholds.grow, ...STEPS]) {
			const members = this.#graph.connected(slot, Math.round(least * WEIGHT_SCALE), this.#most);
			if (members) return this.#makePart(members);
		}
		const least = STEPS.at(-1) ?? this.#thresholds.grow;
		const all = this.#graph.connected(slot, Math.round(least * WEIGHT_SCALE), Number.POSITIVE_INFINITY);
		return this.#makePart(all ?? [slot]);
	}

	#makePart(members: readonly number[]): Part {
		const count = members.length;
		const weights = count > 1 && count <= this.#most ? new Uint16Array((count * (count - 1)) / 2) : null;
		let at = 0;
		for (let j = 1; weights && j < count; j++) {
			const y = members[j] as number;
			const part = this.#parts[y];
			for (let i = 0; i < j; i++, at++) {
				const x = members[i] as number;
				const known = part && part === this.#parts[x] ? part.weights : null;
				weights[at] = known ? (known[this.#placeOfPair(x, y)] as number) : UNWEIGHED;
			}
		}
		const part = { members, weights, groups: null, stale: false };
		members.forEach((member, place) => {
			this.#parts[member] = count > 1 ? part : null;
			this.#places[member] = place;
		});
		return part;
	}

	/** Pairs of members by the later of the two in the part, then by the earlier. */
	#placeOfPair(x: number, y: number): number {
		const [a, b] = [this.#places[x] as number, this.#places[y] as number];
		return a < b ? (b * (b - 1)) / 2 + a : (a * (a - 1)) / 2 + b;
	}

	/** What only ties of the highest step connect, and too many of them, is one story as it stands. */
	#cluster({ members, weights }: Part): readonly (readonly number[])[] {
		const sorted = [...members].sort(this.#order);
		if (!weights) return [sorted];
		const ranks: number[] = [];
		sorted.forEach((member, rank) => {
			ranks[this.#places[member] as number] = rank;
		});
		this.#counts.clustered += members.length;
		this.#counts.clusteredPairs += weights.length;
		const links: Link[] = [];
		let at = 0;
		for (let j = 1; j < members.length; j++) {
			for (let i = 0; i < j; i++, at++) {
				if (weights[at] === UNWEIGHED) {
					this.#counts.weighedInParts++;
					weights[at] = this.#weigh(members[i] as number, members[j] as number);
				}
				const weight = (weights[at] as number) / WEIGHT_SCALE;
				const [a, b] = [ranks[i] as number, ranks[j] as number];
				if (weight >= LEAST_WEIGHT) links.push({ a: Math.min(a, b), b: Math.max(a, b), weight });
			}
		}
		return clusterLinks(members.length, links, this.#thresholds).map((group) =>
			group.map((rank) => sorted[rank] as number),
		);
	}
}
