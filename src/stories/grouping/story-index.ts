import { compareText } from "../../text/compare.ts";
import { clusterLinks, type Link, type Thresholds } from "./clustering.ts";
import { PostingRows } from "./posting-rows.ts";
import { findKeys, isShort, type Signature } from "./signature.ts";
import { compareSignatures, LEAST_LIKENESS, LEAST_WEIGHT } from "./similarity.ts";

/** Two articles that are alike, `a` before `b` by id. */
export interface IndexedPair {
	readonly a: string;
	readonly b: string;
	readonly weight: number;
	readonly likeness: number;
}

/**
 * A part of more articles than this is parted at the next higher weight, so that no added article has
 * more to cluster anew: 200 take about half a millisecond.
 */
const MOST_IN_PART = 200;
/** The weights above the threshold of growth at which parts that are too large are parted. */
const STEPS = [0.6, 0.7, 0.8, 0.9, 0.96];

/**
 * A row of more articles than this is long: articles that share the key of a long row are compared when
 * they share another key too. One pair of terms that are common in the window makes a row that grows with
 * it, and hardly ever one event; articles of one event share many. The longest story
 * of METER has 29 reports.
 */
const MOST_IN_ROW = 64;

/** What two articles share is enough to compare them: one key of a short row, or two of long ones. */
const ENOUGH = 2;

/** Articles that ties of some weight connect: what is clustered together. */
interface Part {
	readonly members: readonly number[];
	/** Null until they are asked for. */
	groups: readonly (readonly number[])[] | null;
	/** An article has been tied to it: it is found anew when it is asked for. */
	stale: boolean;
}

/** Both parts of a tie, 0–1 to four decimals, in one small integer. */
const SCALE = 10_000;
const ROOM = 20_000;
const pack = (weight: number, likeness: number): number =>
	Math.round(weight * SCALE) * ROOM + Math.round(likeness * SCALE);

/**
 * Articles of a window, what ties them, and their stories. Adding or removing one costs what its
 * neighbourhood costs: the rows of its keys, the pairs found there, and the part of the graph that it
 * ties together. What comes out depends on the articles held alone, never on the order in which they
 * came or on those that have gone.
 */
export class StoryIndex {
	readonly #thresholds: Thresholds;
	readonly #mostInPart: number;
	readonly #mostInRow: number;
	readonly #rows = new PostingRows();
	readonly #slots = new Map<string, number>();
	readonly #ids: string[] = [];
	readonly #signatures: (Signature | null)[] = [];
	/** Of each article the other's slot and the packed tie, one after the other. */
	readonly #ties: number[][] = [];
	readonly #apart: boolean[] = [];
	readonly #parts: (Part | null)[] = [];
	readonly #free: number[] = [];
	/** Of each article the weights that it was tied by from outside, by the other's slot. */
	readonly #raised: (Map<number, number> | null)[] = [];
	/** The search in which a slot was last met, and what it shares with the article searched for: see `ENOUGH`. */
	readonly #met: number[] = [];
	readonly #shared: number[] = [];
	#search = 0;

	constructor(thresholds: Thresholds, mostInPart: number = MOST_IN_PART, mostInRow: number = MOST_IN_ROW) {
		this.#thresholds = thresholds;
		this.#mostInRow = mostInRow;
		this.#mostInPart = mostInPart;
	}

	get size(): number {
		return this.#slots.size;
	}

	/** Bytes of signatures, posting rows and ties, without what the engine adds to each object. */
	get bytes(): number {
		let bytes = this.#rows.bytes;
		for (const signature of this.#signatures) bytes += signature?.byteLength ?? 0;
		for (const ties of this.#ties) bytes += 8 * ties.length;
		return bytes;
	}

	/**
	 * Adds an article; one that is held already is replaced.
	 *
	 * @param apart is compared with all, but stands in no story: a primary document
	 */
	add(id: string, signature: Signature, apart: boolean = false): void {
		this.remove(id);
		const slot = this.#free.pop() ?? this.#ids.length;
		this.#slots.set(id, slot);
		this.#ids[slot] = id;
		this.#signatures[slot] = signature;
		this.#ties[slot] = [];
		this.#apart[slot] = apart;
		this.#parts[slot] = null;
		this.#met[slot] = 0;
		this.#shared[slot] = 0;
		this.#raised[slot] = null;
		const candidates: number[] = [];
		const filled: number[] = [];
		const search = ++this.#search;
		const row: number[] = [];
		for (const key of findKeys(signature)) {
			row.length = 0;
			this.#rows.each(key, (other) => {
				row.push(other);
			});
			if (row.length === this.#mostInRow) filled.push(key);
			const reach = row.length < this.#mostInRow ? ENOUGH : 1;
			for (const other of row) {
				if (this.#met[other] === search) this.#shared[other] = (this.#shared[other] ?? 0) + reach;
				else {
					this.#met[other] = search;
					this.#shared[other] = reach;
					candidates.push(other);
				}
			}
			this.#rows.add(key, slot);
		}
		for (const key of filled) this.#leaveRow(key, slot);
		for (const other of candidates) {
			const known = this.#signatures[other];
			if (!known || other === slot) continue;
			if ((this.#shared[other] ?? 0) < ENOUGH && !isShort(signature, known)) continue;
			const { weight, likeness } = compareSignatures(signature, known);
			if (weight < LEAST_WEIGHT && likeness < LEAST_LIKENESS) continue;
			this.#ties[slot]?.push(other, pack(weight, likeness));
			this.#ties[other]?.push(slot, pack(weight, likeness));
		}
		this.#outdate(slot, this.#neighbours(slot));
	}

	/** Raises the weight of two articles to at least this, for what their words do not show (copies). */
	tie(a: string, b: string, weight: number): void {
		const [x, y] = [this.#slots.get(a), this.#slots.get(b)];
		if (x === undefined || y === undefined || x === y) return;
		for (const [from, to] of [
			[x, y],
			[y, x],
		] as const) {
			const raised = this.#raised[from] ?? new Map<number, number>();
			this.#raised[from] = raised.set(to, Math.max(weight, raised.get(to) ?? 0));
		}
		const at = this.#placeOfTie(x, y);
		const known = at < 0 ? 0 : (this.#ties[x]?.[at + 1] ?? 0);
		if (Math.round(weight * SCALE) <= Math.floor(known / ROOM)) return;
		this.#setTie(x, y, weight, (known % ROOM) / SCALE);
		this.#outdate(x, [y]);
	}

	/** Removes an article and all that tied it; nothing happens when it is not held. */
	remove(id: string): void {
		const slot = this.#slots.get(id);
		if (slot === undefined) return;
		const neighbours = this.#neighbours(slot);
		const members = this.#parts[slot]?.members ?? [];
		const emptied: number[] = [];
		for (const key of findKeys(this.#signatures[slot] ?? new Uint32Array())) {
			this.#rows.delete(key, slot);
			if (this.#rows.count(key, this.#mostInRow + 1) === this.#mostInRow) emptied.push(key);
		}
		const ties = this.#ties[slot] ?? [];
		for (let i = 0; i < ties.length; i += 2) this.#dropTie(ties[i] ?? -1, slot);
		this.#slots.delete(id);
		this.#signatures[slot] = null;
		this.#ties[slot] = [];
		this.#parts[slot] = null;
		for (const other of this.#raised[slot]?.keys() ?? []) this.#raised[other]?.delete(slot);
		this.#raised[slot] = null;
		this.#free.push(slot);
		for (const key of emptied) this.#enterRow(key);
		this.#partAnew([...members, ...neighbours].filter((other) => other !== slot));
	}

	/** A row has become long: pairs that nothing else leads to are not compared any more. */
	#leaveRow(key: number, added: number): void {
		const row: number[] = [];
		this.#rows.each(key, (other) => {
			if (other !== added) row.push(other);
		});
		const keys = new Map<number, Uint32Array>();
		const keysOf = (slot: number): Uint32Array => {
			const known = keys.get(slot) ?? findKeys(this.#signatures[slot] ?? new Uint32Array()).sort();
			keys.set(slot, known);
			return known;
		};
		const inRow = new Set(row);
		for (const x of row) {
			const ties = this.#ties[x] ?? [];
			for (const y of ties.filter((other, i) => i % 2 === 0 && x < other && inRow.has(other))) {
				if (this.#areCompared(x, y, keysOf(x), keysOf(y))) continue;
				const raised = this.#raised[x]?.get(y);
				const strong = (ties[this.#placeOfTie(x, y) + 1] ?? 0) >= Math.round(this.#thresholds.grow * SCALE) * ROOM;
				if (raised === undefined) {
					this.#dropTie(x, y);
					this.#dropTie(y, x);
				} else this.#setTie(x, y, raised, 0);
				if (strong) this.#partAnew([x, y]);
			}
		}
	}

	/** A row is short again: all pairs in it are compared. */
	#enterRow(key: number): void {
		const row: number[] = [];
		this.#rows.each(key, (other) => {
			row.push(other);
		});
		for (const x of row) {
			for (const y of row) {
				const [own, other] = [this.#signatures[x], this.#signatures[y]];
				if (x >= y || !own || !other) continue;
				const raised = this.#raised[x]?.get(y) ?? 0;
				if (raised === 0 && this.#placeOfTie(x, y) >= 0) continue;
				const { weight, likeness } = compareSignatures(own, other);
				if (weight < LEAST_WEIGHT && likeness < LEAST_LIKENESS) continue;
				this.#setTie(x, y, Math.max(weight, raised), likeness);
				if (weight >= this.#thresholds.grow) this.#outdate(x, [y]);
			}
		}
	}

	#areCompared(x: number, y: number, keys: Uint32Array, others: Uint32Array): boolean {
		const [own, other] = [this.#signatures[x], this.#signatures[y]];
		if (!own || !other || isShort(own, other)) return true;
		let shared = 0;
		for (let i = 0, j = 0; i < keys.length && j < others.length; ) {
			const [a, b] = [keys[i] ?? 0, others[j] ?? 0];
			if (a === b) {
				shared += this.#rows.count(a, this.#mostInRow + 1) <= this.#mostInRow ? ENOUGH : 1;
				if (shared >= ENOUGH) return true;
				i++;
				j++;
			} else if (a < b) i++;
			else j++;
		}
		return false;
	}

	/** All ties, by `a`, then `b`. */
	pairs(): IndexedPair[] {
		const pairs: IndexedPair[] = [];
		for (const slot of this.#slots.values()) {
			const ties = this.#ties[slot] ?? [];
			for (let i = 0; i < ties.length; i += 2) {
				const [a, b, packed] = [this.#ids[slot] ?? "", this.#ids[ties[i] ?? -1] ?? "", ties[i + 1] ?? 0];
				if (compareText(a, b) >= 0) continue;
				pairs.push({ a, b, weight: Math.floor(packed / ROOM) / SCALE, likeness: (packed % ROOM) / SCALE });
			}
		}
		return pairs.sort((x, y) => compareText(x.a, y.a) || compareText(x.b, y.b));
	}

	/** All stories as ids, ascending, by first id. */
	groups(): string[][] {
		const groups: string[][] = [];
		const seen = new Set<Part>();
		for (const slot of this.#slots.values()) {
			const part = this.#partOf(slot);
			if (seen.has(part)) continue;
			seen.add(part);
			for (const group of this.#cluster(part)) groups.push(group.map((member) => this.#ids[member] ?? ""));
		}
		return groups.sort((x, y) => compareText(x[0] ?? "", y[0] ?? ""));
	}

	/** The story that an article stands in, as ids, ascending; empty when it is not held. */
	groupOf(id: string): string[] {
		const slot = this.#slots.get(id);
		if (slot === undefined) return [];
		const group = this.#cluster(this.#partOf(slot)).find((members) => members.includes(slot));
		return (group ?? []).map((member) => this.#ids[member] ?? "");
	}

	/** The articles that a tie strong enough for one story joins to this one. */
	#neighbours(slot: number): number[] {
		return this.#apart[slot] ? [] : this.#tiedBy(slot, this.#thresholds.grow);
	}

	#tiedBy(slot: number, least: number): number[] {
		const ties = this.#ties[slot] ?? [];
		const floor = Math.round(least * SCALE) * ROOM;
		const tied: number[] = [];
		for (let i = 0; i < ties.length; i += 2) {
			const other = ties[i] ?? -1;
			if ((ties[i + 1] ?? 0) >= floor && !this.#apart[other]) tied.push(other);
		}
		return tied;
	}

	/** What stood in a part with an article that has been tied to others, or with those, is found anew when asked for. */
	#outdate(slot: number, others: readonly number[]): void {
		for (const touched of [slot, ...others]) {
			const part = this.#parts[touched];
			if (part) part.stale = true;
		}
	}

	#partOf(slot: number): Part {
		const known = this.#parts[slot];
		if (known && !known.stale) return known;
		const part = this.#findPart(slot);
		for (const member of part.members) this.#parts[member] = part;
		return part;
	}

	/** Finds anew the parts of these articles and of all that shared a part with them. */
	#partAnew(slots: readonly number[]): void {
		const queue = new Set(slots);
		for (const slot of slots) for (const member of this.#parts[slot]?.members ?? []) queue.add(member);
		for (const slot of queue) {
			const part = this.#signatures[slot] ? this.#findPart(slot) : null;
			for (const member of part?.members ?? []) {
				this.#parts[member] = part;
				queue.delete(member);
			}
		}
	}

	/** All that ties of the lowest weight connect which does not connect too many. */
	#findPart(slot: number): Part {
		if (this.#apart[slot]) return { members: [slot], groups: null, stale: false };
		const steps = [this.#thresholds.grow, ...STEPS];
		for (const [index, least] of steps.entries()) {
			const most = index === steps.length - 1 ? Number.POSITIVE_INFINITY : this.#mostInPart;
			const members = this.#connected(slot, least, most);
			if (members) return { members, groups: null, stale: false };
		}
		return { members: [slot], groups: null, stale: false };
	}

	/** Null when there are more than `most`. */
	#connected(slot: number, least: number, most: number): number[] | null {
		const search = ++this.#search;
		const members = [slot];
		this.#met[slot] = search;
		for (const member of members) {
			for (const other of this.#tiedBy(member, least)) {
				if (this.#met[other] === search) continue;
				this.#met[other] = search;
				if (members.push(other) > most) return null;
			}
		}
		return members;
	}

	#cluster(part: Part): readonly (readonly number[])[] {
		if (part.groups) return part.groups;
		const members = [...part.members].sort((x, y) => compareText(this.#ids[x] ?? "", this.#ids[y] ?? ""));
		if (members.length === 1) {
			part.groups = [members];
			return part.groups;
		}
		const positions = new Map(members.map((member, position) => [member, position]));
		const links: Link[] = [];
		members.forEach((member, a) => {
			const ties = this.#ties[member] ?? [];
			for (let i = 0; i < ties.length; i += 2) {
				const b = positions.get(ties[i] ?? -1);
				const weight = Math.floor((ties[i + 1] ?? 0) / ROOM) / SCALE;
				if (b !== undefined && a < b && weight >= LEAST_WEIGHT) links.push({ a, b, weight });
			}
		});
		part.groups = clusterLinks(members.length, links, this.#thresholds).map((group) =>
			group.map((position) => members[position] ?? -1),
		);
		return part.groups;
	}

	#setTie(x: number, y: number, weight: number, likeness: number): void {
		for (const [from, to] of [
			[x, y],
			[y, x],
		] as const) {
			const ties = this.#ties[from];
			const at = this.#placeOfTie(from, to);
			if (at >= 0) ties?.splice(at, 2, to, pack(weight, likeness));
			else ties?.push(to, pack(weight, likeness));
		}
	}

	#dropTie(from: number, to: number): void {
		const at = this.#placeOfTie(from, to);
		if (at >= 0) this.#ties[from]?.splice(at, 2);
	}

	/** Where the tie stands in the list of `from`; -1 when there is none. */
	#placeOfTie(from: number, to: number): number {
		const ties = this.#ties[from] ?? [];
		for (let i = 0; i < ties.length; i += 2) if (ties[i] === to) return i;
		return -1;
	}
}
