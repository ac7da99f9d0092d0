import { compareText } from "../../text/compare.ts";
import type { Thresholds } from "./clustering.ts";
import { PostingRows } from "./posting-rows.ts";
import { At, findKeys, findSketch, type Signature, SKETCH } from "./signature.ts";
import { compareSignatures, LEAST_LIKENESS, LEAST_WEIGHT } from "./similarity.ts";
import { StoryParts, WEIGHT_SCALE } from "./story-parts.ts";
import { TieGraph } from "./tie-graph.ts";

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
 * Two articles are compared when they stand at most so many places apart in the row of a key. The row of
 * two terms that are common in the window grows with it; in its order, which the key chooses out of
 * `SKETCH`, those stand together that are likely to share another term, so that articles of one event,
 * which share many keys, meet in one row or another. Rows of up to one more than this compare all.
 */
const REACH = 8;

const NO_SIGNATURE = new Uint32Array();

/**
 * Articles of a window, what ties them, and their stories. Adding or removing one costs what its
 * neighbourhood costs: at most twice `REACH` articles for each of its keys, and the part of the graph
 * that it ties together. What comes out depends on the articles held alone, never on the order in which
 * they came or on those that have gone.
 */
export class StoryIndex {
	readonly #least: number;
	readonly #reach: number;
	readonly #rows: PostingRows;
	readonly #graph = new TieGraph();
	readonly #parts: StoryParts;
	readonly #slots = new Map<string, number>();
	readonly #ids: string[] = [];
	readonly #signatures: (Signature | null)[] = [];
	#sketches = new Uint32Array(SKETCH);
	readonly #apart: boolean[] = [];
	readonly #free: number[] = [];
	/** Of each article the weights that it was tied by from outside, by the other's slot. */
	readonly #raised: (Map<number, number> | null)[] = [];
	/** The search in which a slot was last met. */
	readonly #met: number[] = [];
	#search = 0;

	constructor(thresholds: Thresholds, mostInPart: number = MOST_IN_PART, reach: number = REACH) {
		this.#least = Math.round(thresholds.grow * WEIGHT_SCALE);
		this.#reach = reach;
		this.#rows = new PostingRows((key, a, b) => this.#compareInRow(key, a, b), reach);
		const order = (x: number, y: number): number => compareText(this.#ids[x] ?? "", this.#ids[y] ?? "");
		this.#parts = new StoryParts(this.#graph, thresholds, mostInPart, (x, y) => this.#weigh(x, y), order);
	}

	get size(): number {
		return this.#slots.size;
	}

	/** Bytes of signatures, posting rows, ties and weights, without what the engine adds to each object. */
	get bytes(): number {
		let bytes = this.#rows.bytes + this.#graph.bytes + this.#parts.bytes + this.#sketches.byteLength;
		for (const signature of this.#signatures) bytes += signature?.byteLength ?? 0;
		return bytes;
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
		const found: number[] = [];
		const search = ++this.#search;
		for (const key of findKeys(signature)) {
			this.#rows.add(key, slot);
			const place = this.#rows.near(key, slot, found);
			for (const other of found) {
				if (this.#met[other] === search || other === slot) continue;
				this.#met[other] = search;
				met.push(other);
			}
			this.#eachAcross(found, place, (x, y) => {
				if (this.#graph.weightOf(x, y) > 0) parted.add(namePair(x, y));
			});
		}
		for (const pair of parted) this.#part(...slotsOf(pair));
		for (const other of met) this.#tie(slot, other);
	}

	/** Raises the weight of two articles to at least this, for what their words do not show (copies). */
	tie(a: string, b: string, weight: number): void {
		const [x, y] = [this.#slots.get(a), this.#slots.get(b)];
		if (x === undefined || y === undefined || x === y) return;
		const raised = Math.max(Math.round(weight * WEIGHT_SCALE), this.#raised[x]?.get(y) ?? 0);
		for (const [from, to] of [
			[x, y],
			[y, x],
		] as const) {
			this.#raised[from] = (this.#raised[from] ?? new Map<number, number>()).set(to, raised);
		}
		if (this.#apart[x] || this.#apart[y]) return;
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
		const signature = this.#signatures[slot] ?? NO_SIGNATURE;
		const joined = new Set<number>();
		const found: number[] = [];
		for (const key of this.#apart[slot] ? [] : findKeys(signature)) {
			const place = this.#rows.near(key, slot, found);
			this.#eachAcross(found, place, (x, y) => {
				joined.add(namePair(x, y));
			});
			this.#rows.delete(key, slot);
		}
		const tied = this.#graph.tiedTo(slot, 0);
		this.#graph.close(slot);
		this.#signatures[slot] = null;
		for (const other of this.#raised[slot]?.keys() ?? []) this.#raised[other]?.delete(slot);
		this.#raised[slot] = null;
		for (const pair of joined) {
			const [x, y] = slotsOf(pair);
			if (this.#graph.weightOf(x, y) === 0) this.#tie(x, y);
		}
		this.#parts.close(slot, tied);
	}

	/** All pairs that are compared and alike, by `a`, then `b`. */
	pairs(): IndexedPair[] {
		const pairs: IndexedPair[] = [];
		const found: number[] = [];
		for (const slot of this.#slots.values()) {
			const own = this.#signatures[slot] ?? NO_SIGNATURE;
			const search = ++this.#search;
			const visit = (other: number): void => {
				if (this.#met[other] === search || other === slot) return;
				this.#met[other] = search;
				const [id, otherId] = [this.#ids[slot] ?? "", this.#ids[other] ?? ""];
				// A pair of a report and one apart is met from the latter.
				if (this.#apart[slot] === this.#apart[other] ? id > otherId : this.#apart[other]) return;
				const compared = compareSignatures(own, this.#signatures[other] ?? NO_SIGNATURE);
				const weight = Math.max(compared.weight, (this.#raised[slot]?.get(other) ?? 0) / WEIGHT_SCALE);
				const { likeness } = compared;
				if (weight < LEAST_WEIGHT && likeness < LEAST_LIKENESS) return;
				pairs.push(id < otherId ? { a: id, b: otherId, weight, likeness } : { a: otherId, b: id, weight, likeness });
			};
			for (const key of findKeys(own)) {
				this.#rows.near(key, slot, found);
				for (const other of found) visit(other);
			}
			for (const other of this.#raised[slot]?.keys() ?? []) visit(other);
			if (!this.#apart[slot]) for (const other of this.#parts.membersWith(slot)) visit(other);
		}
		return pairs.sort((x, y) => compareText(x.a, y.a) || compareText(x.b, y.b));
	}

	/** All stories as ids, ascending, by first id; one that stands apart is by itself. */
	groups(): string[][] {
		const groups: string[][] = [];
		const search = ++this.#search;
		for (const slot of this.#slots.values()) {
			if (this.#met[slot] === search) continue;
			for (const group of this.#groupsWith(slot)) {
				for (const member of group) this.#met[member] = search;
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
		return this.#apart[slot] ? [[slot]] : this.#parts.groupsWith(slot);
	}

	#open(id: string, signature: Signature, apart: boolean): number {
		const slot = this.#free.pop() ?? this.#ids.length;
		this.#slots.set(id, slot);
		this.#ids[slot] = id;
		this.#signatures[slot] = signature;
		this.#apart[slot] = apart;
		this.#raised[slot] = null;
		this.#met[slot] = 0;
		this.#graph.open(slot);
		this.#parts.open(slot);
		if (SKETCH * (slot + 1) > this.#sketches.length) {
			const longer = new Uint32Array(SKETCH * (slot + 1 + (slot >>> 2)));
			longer.set(this.#sketches);
			this.#sketches = longer;
		}
		this.#sketches.set(findSketch(signature), SKETCH * slot);
		return slot;
	}

	/** By the sketch that the key chooses, then by day of publication, then by id. */
	#compareInRow(key: number, a: number, b: number): number {
		const way = key & (SKETCH - 1);
		const [x, y] = [this.#sketches[SKETCH * a + way] as number, this.#sketches[SKETCH * b + way] as number];
		if (x !== y) return x - y;
		const [day, other] = [this.#signatures[a]?.[At.earliest] ?? 0, this.#signatures[b]?.[At.earliest] ?? 0];
		return day - other || compareText(this.#ids[a] ?? "", this.#ids[b] ?? "");
	}

	/** Each two of a row that meet only when the one at `place` is not there. */
	#eachAcross(row: readonly number[], place: number, visit: (x: number, y: number) => void): void {
		for (let i = Math.max(0, place - this.#reach); i < place; i++) {
			const other = row[i + this.#reach + 1];
			if (other !== undefined) visit(row[i] as number, other);
		}
	}

	/** In ten-thousandths. */
	#weigh(x: number, y: number): number {
		const [own, other] = [this.#signatures[x] ?? NO_SIGNATURE, this.#signatures[y] ?? NO_SIGNATURE];
		const weight = Math.round(compareSignatures(own, other).weight * WEIGHT_SCALE);
		return Math.max(weight, this.#raised[x]?.get(y) ?? 0);
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
		if (this.#graph.weightOf(x, y) === 0 || this.#raised[x]?.has(y) || this.#meet(x, y)) return;
		this.#graph.drop(x, y);
		this.#parts.partAnew([x, y]);
	}

	#meet(x: number, y: number): boolean {
		const [keys, others] = [x, y].map((slot) => findKeys(this.#signatures[slot] ?? NO_SIGNATURE));
		const found: number[] = [];
		for (let i = 0, j = 0; keys && others && i < keys.length && j < others.length; ) {
			const [key, other] = [keys[i] as number, others[j] as number];
			if (key === other) {
				this.#rows.near(key, x, found);
				if (found.includes(y)) return true;
			}
			if (key <= other) i++;
			if (other <= key) j++;
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
