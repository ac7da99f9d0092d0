import { compareText } from "../../text/compare.ts";
import { ArticleKeys, MOST_KEYS, SKETCH } from "./article-keys.ts";
import { lengthen } from "./block-pool.ts";
import type { Thresholds } from "./clustering.ts";
import { PostingRows } from "./posting-rows.ts";
import { SeenNumbers } from "./seen-numbers.ts";
import { At, type Signature } from "./signature.ts";
import { SignaturePool } from "./signature-pool.ts";
import { compareSignatures, LEAST_LIKENESS, LEAST_WEIGHT, type Weighed } from "./similarity.ts";
import { StoryParts, WEIGHT_SCALE } from "./story-parts.ts";
import { TieGraph } from "./tie-graph.ts";
import { WorkCounts } from "./work-counts.ts";

/** Two articles that are alike, `a` before `b` by id. */
export interface IndexedPair {
	readonly a: string;
	readonly b: string;
	readonly weight: number;
	readonly likeness: number;
}

/**
 * A part of more articles than this is parted at the next higher weight, so that no added article has
 * more to cluster anew.
 */
const MOST_IN_PART = 80;

/**
 * Two articles are compared when they stand at most so many places apart in the row of a key, and its
 * sketch names the same term for both. The row of two terms that are common in the window grows with it;
 * in its order, which the key chooses out of `SKETCH`, those stand together that share another term and
 * are likely to share more, so that articles of one event, which share many keys, meet in one row or
 * another. Rows of up to one more than this compare all.
 */
const REACH = 4;

/**
 * Articles of a window, what ties them, and their stories. Adding or removing one costs what its
 * neighbourhood costs: at most twice `REACH` articles for each of its keys, and the part of the graph
 * that it ties together. What comes out depends on the articles held alone, never on the order in which
 * they came or on those that have gone.
 */
export class StoryIndex {
	/** What has been done so far; whoever measures may set it back. */
	readonly counts: WorkCounts = new WorkCounts();
	readonly #least: number;
	readonly #reach: number;
	readonly #rows: PostingRows;
	readonly #graph: TieGraph;
	readonly #parts: StoryParts;
	readonly #slots = new Map<string, number>();
	readonly #ids: string[] = [];
	readonly #signatures = new SignaturePool();
	#sketches = new Uint32Array(SKETCH);
	readonly #apart = new Set<number>();
	readonly #free: number[] = [];
	/** Of an article the weights that it was tied by from outside, by the other's slot. */
	readonly #raised = new Map<number, Map<number, number>>();
	readonly #keys = new ArticleKeys();
	readonly #otherKeys = new ArticleKeys();
	readonly #seen: SeenNumbers;

	constructor(thresholds: Thresholds, mostInPart: number = MOST_IN_PART, reach: number = REACH) {
		this.#least = Math.round(thresholds.grow * WEIGHT_SCALE);
		this.#reach = reach;
		this.#rows = new PostingRows((key, a, b) => this.#compareInRow(key, a, b), reach, this.counts);
		this.#seen = new SeenNumbers(MOST_KEYS * (2 * reach + 1));
		const order = (x: number, y: number): number => compareText(this.#ids[x] ?? "", this.#ids[y] ?? "");
		this.#graph = new TieGraph(this.counts);
		const weigh = (x: number, y: number): number => this.#weigh(x, y);
		this.#parts = new StoryParts(this.#graph, thresholds, mostInPart, weigh, order, this.counts);
	}

	get size(): number {
		return this.#slots.size;
	}

	/** Bytes of signatures, posting rows, ties and weights, without ids and what the engine adds to each object. */
	get bytes(): number {
		const { bytes } = this.#signatures;
		return bytes + this.#rows.bytes + this.#graph.bytes + this.#parts.bytes + this.#sketches.byteLength;
	}

	/**
	 * Adds an article; one that is held already is replaced.
	 *
	 * @param apart is compared with all, but stands in no story: a primary document
	 */
	add(id: string, signature: Signature, apart: boolean = false): void {
		this.remove(id);
		const slot = this.#open(id, signature, apart);
		// Others meet as if it were not there.
		if (apart) return;
		const met: number[] = [];
		const parted = new Set<number>();
		const { keys, count } = this.#keys;
		const { found } = this.#rows;
		this.#seen.clear();
		for (let i = 0; i < count; i++) {
			const place = this.#rows.add(keys[i] as number, slot);
			for (let at = 0; at < found.count; at++) {
				const other = found.items[at] as number;
				if (!this.#isNear(keys[i] as number, slot, other, at - place) || other === slot) continue;
				if (this.#seen.add(other)) met.push(other);
			}
			this.counts.read += found.count;
			this.#eachAcross(keys[i] as number, place, (x, y) => {
				if (this.#graph.weightOf(x, y) > 0) parted.add(namePair(x, y));
			});
		}
		this.counts.rows += count;
		this.counts.met += met.length;
		this.counts.questioned += parted.size;
		this.counts.weighedOnAdding += met.length;
		for (const pair of parted) this.#part(...slotsOf(pair));
		for (const other of met) this.#tie(slot, other);
	}

	/** Raises the weight of two articles to at least this, for what their words do not show (copies). */
	tie(a: string, b: string, weight: number): void {
		const [x, y] = [this.#slots.get(a), this.#slots.get(b)];
		if (x === undefined || y === undefined || x === y) return;
		const raised = Math.max(Math.round(weight * WEIGHT_SCALE), this.#raised.get(x)?.get(y) ?? 0);
		for (const [from, to] of [
			[x, y],
			[y, x],
		] as const) {
			this.#raised.set(from, (this.#raised.get(from) ?? new Map<number, number>()).set(to, raised));
		}
		if (this.#apart.has(x) || this.#apart.has(y)) return;
		this.#parts.reweigh(x, y);
		this.#graph.drop(x, y);
		this.#tie(x, y);
	}

	/** Removes an article and all that tied it; nothing happens when it is not held. */
	remove(id: string): void {
		const slot = this.#slots.get(id);
		if (slot === undefined) return;
		this.#slots.delete(id);
		this.#free.push(slot);
		const joined = new Set<number>();
		if (!this.#apart.has(slot)) {
			this.#readKeys(this.#keys, slot);
			const { keys, count } = this.#keys;
			for (let i = 0; i < count; i++) {
				const place = this.#rows.delete(keys[i] as number, slot);
				this.counts.read += this.#rows.found.count;
				this.#eachAcross(keys[i] as number, place, (x, y) => {
					joined.add(namePair(x, y));
				});
			}
			this.counts.rows += count;
		}
		const tied = this.#graph.tiedTo(slot, 0);
		this.#graph.close(slot);
		this.#signatures.release(slot);
		this.#apart.delete(slot);
		for (const other of this.#raised.get(slot)?.keys() ?? []) this.#raised.get(other)?.delete(slot);
		this.#raised.delete(slot);
		for (const pair of joined) {
			const [x, y] = slotsOf(pair);
			if (this.#graph.weightOf(x, y) > 0) continue;
			this.counts.weighedOnRemoving++;
			this.#tie(x, y);
		}
		this.#parts.close(slot, tied);
	}

	/** All pairs that are compared and alike, by `a`, then `b`. */
	pairs(): IndexedPair[] {
		const pairs: IndexedPair[] = [];
		for (const slot of this.#slots.values()) {
			const met = new Set<number>();
			const isApart = this.#apart.has(slot);
			const visit = (other: number): void => {
				if (met.has(other) || other === slot) return;
				met.add(other);
				const [id, otherId] = [this.#ids[slot] ?? "", this.#ids[other] ?? ""];
				// A pair of a report and one apart is met from the latter.
				if (isApart === this.#apart.has(other) ? id > otherId : !isApart) return;
				const compared = this.#compare(slot, other);
				const weight = Math.max(compared.weight, (this.#raised.get(slot)?.get(other) ?? 0) / WEIGHT_SCALE);
				const { likeness } = compared;
				if (weight < LEAST_WEIGHT && likeness < LEAST_LIKENESS) return;
				pairs.push(id < otherId ? { a: id, b: otherId, weight, likeness } : { a: otherId, b: id, weight, likeness });
			};
			this.#readKeys(this.#keys, slot);
			const { keys, count } = this.#keys;
			for (let i = 0; i < count; i++) {
				const key = keys[i] as number;
				const place = this.#rows.near(key, slot);
				const { items, count: near } = this.#rows.found;
				for (let at = 0; at < near; at++) {
					const other = items[at] as number;
					if (this.#isNear(key, slot, other, at - place)) visit(other);
				}
			}
			for (const other of this.#raised.get(slot)?.keys() ?? []) visit(other);
			if (!isApart) for (const other of this.#parts.membersWith(slot)) visit(other);
		}
		return pairs.sort((x, y) => compareText(x.a, y.a) || compareText(x.b, y.b));
	}

	/** All stories as ids, ascending, by first id; one that stands apart is by itself. */
	groups(): string[][] {
		const groups: string[][] = [];
		const met = new Set<number>();
		for (const slot of this.#slots.values()) {
			if (met.has(slot)) continue;
			for (const group of this.#groupsWith(slot)) {
				for (const member of group) met.add(member);
				groups.push(group.map((member) => this.#ids[member] ?? ""));
			}
		}
		return groups.sort((x, y) => compareText(x[0] ?? "", y[0] ?? ""));
	}

	/** The story that an article stands in, as ids, ascending; empty when it is not held. */
	groupOf(id: string): string[] {
		const slot = this.#slots.get(id);
		if (slot === undefined) return [];
		const group = this.#groupsWith(slot).find((members) => members.includes(slot));
		return (group ?? []).map((member) => this.#ids[member] ?? "");
	}

	#groupsWith(slot: number): readonly (readonly number[])[] {
		return this.#apart.has(slot) ? [[slot]] : this.#parts.groupsWith(slot);
	}

	#open(id: string, signature: Signature, apart: boolean): number {
		const slot = this.#free.pop() ?? this.#ids.length;
		this.#slots.set(id, slot);
		this.#ids[slot] = id;
		this.#signatures.hold(slot, signature);
		if (apart) this.#apart.add(slot);
		this.#graph.open(slot);
		this.#parts.open(slot);
		this.#sketches = lengthen(this.#sketches, SKETCH * (slot + 1));
		this.#keys.read(signature);
		this.#keys.sketch(this.#sketches, SKETCH * slot);
		return slot;
	}

	#readKeys(into: ArticleKeys, slot: number): void {
		into.read(this.#signatures.wordsOf(slot), this.#signatures.startOf(slot));
	}

	/** By the sketch that the key chooses, then by day of publication, then by id. */
	#compareInRow(key: number, a: number, b: number): number {
		const way = key & (SKETCH - 1);
		const [x, y] = [this.#sketches[SKETCH * a + way] as number, this.#sketches[SKETCH * b + way] as number];
		if (x !== y) return x - y;
		return this.#dayOf(a) - this.#dayOf(b) || compareText(this.#ids[a] ?? "", this.#ids[b] ?? "");
	}

	#dayOf(slot: number): number {
		return this.#signatures.wordsOf(slot)[this.#signatures.startOf(slot) + At.earliest] as number;
	}

	/** Whether two articles of the row read last are compared that stand so many places apart. */
	#isNear(key: number, x: number, y: number, places: number): boolean {
		return this.#rows.found.row === 0 || (Math.abs(places) <= this.#reach && this.#shareTerm(key, x, y));
	}

	/** Whether the sketch that the key chooses begins with one term for both. */
	#shareTerm(key: number, x: number, y: number): boolean {
		const way = key & (SKETCH - 1);
		const [own, other] = [this.#sketches[SKETCH * x + way] as number, this.#sketches[SKETCH * y + way] as number];
		return own >>> 16 === other >>> 16;
	}

	/** Each two of the row read last that are compared only when the one at `place` is not there. */
	#eachAcross(key: number, place: number, visit: (x: number, y: number) => void): void {
		const { items, count, row } = this.#rows.found;
		const reach = this.#reach;
		if (row === reach + 2) this.#eachNotNear(key, place, visit);
		else if (row > 0) {
			for (let i = Math.max(0, place - reach); i < place && i + reach + 1 < count; i++) {
				const [x, y] = [items[i] as number, items[i + reach + 1] as number];
				if (this.#shareTerm(key, x, y)) visit(x, y);
			}
		}
	}

	/** The same of a row that has no order and compares all without the one at `place`. */
	#eachNotNear(key: number, place: number, visit: (x: number, y: number) => void): void {
		const { items, count } = this.#rows.found;
		for (let i = 0; i < count; i++) {
			for (let j = i + 1; j < count; j++) {
				const [x, y] = [items[i] as number, items[j] as number];
				if (i !== place && j !== place && !this.#isNear(key, x, y, j - i)) visit(x, y);
			}
		}
	}

	#compare(x: number, y: number): Weighed {
		const signatures = this.#signatures;
		return compareSignatures(
			signatures.wordsOf(x),
			signatures.wordsOf(y),
			signatures.startOf(x),
			signatures.startOf(y),
		);
	}

	/** In ten-thousandths. */
	#weigh(x: number, y: number): number {
		const weight = Math.round(this.#compare(x, y).weight * WEIGHT_SCALE);
		return Math.max(weight, this.#raised.get(x)?.get(y) ?? 0);
	}

	/** Ties two articles when they weigh enough. */
	#tie(x: number, y: number): void {
		const weight = this.#weigh(x, y);
		if (weight < this.#least) return;
		this.#graph.add(x, y, weight);
		this.#parts.outdate([x, y]);
	}

	/** Takes a tie away when no row leads from one article to the other any more. */
	#part(x: number, y: number): void {
		if (this.#graph.weightOf(x, y) === 0 || this.#raised.get(x)?.has(y) || this.#meet(x, y)) return;
		this.#graph.drop(x, y);
		this.#parts.partAnew([x, y]);
	}

	/** Whether a row leads from one article to the other. */
	#meet(x: number, y: number): boolean {
		this.#readKeys(this.#keys, x);
		this.#readKeys(this.#otherKeys, y);
		this.#seen.clear();
		for (let i = 0; i < this.#keys.count; i++) this.#seen.add(this.#keys.keys[i] as number);
		for (let i = 0; i < this.#otherKeys.count; i++) {
			const key = this.#otherKeys.keys[i] as number;
			if (!this.#seen.has(key)) continue;
			const place = this.#rows.near(key, x);
			const { items, count } = this.#rows.found;
			for (let at = 0; at < count; at++) if (items[at] === y && this.#isNear(key, x, y, at - place)) return true;
		}
		return false;
	}
}

/** Two slots, the lower first, in one number; slots are below 2²⁶, as windows are. */
const SLOTS = 2 ** 26;

function namePair(x: number, y: number): number {
	return x < y ? x * SLOTS + y : y * SLOTS + x;
}

function slotsOf(pair: number): [number, number] {
	return [Math.floor(pair / SLOTS), pair % SLOTS];
}
