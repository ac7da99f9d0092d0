import { compareText } from "../../text/compare.ts";
import { clusterLinks, type Link, type Thresholds } from "./clustering.ts";
import { PostingRows } from "./posting-rows.ts";
import { findKeys, type Signature } from "./signature.ts";
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
 * more to cluster anew. The longest story of METER has 29 reports.
 */
const MOST_IN_PART = 1000;
/** The weights, from the threshold of growth on, at which parts that are too large are parted. */
const STEPS = [0.4, 0.55, 0.7, 0.85, 0.95];

/** Articles that ties of some weight connect: what is clustered together. */
interface Part {
	readonly members: readonly number[];
	/** Null until they are asked for. */
	groups: readonly (readonly number[])[] | null;
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
	readonly #rows = new PostingRows();
	readonly #slots = new Map<string, number>();
	readonly #ids: string[] = [];
	readonly #signatures: (Signature | null)[] = [];
	/** Of each article the other's slot and the packed tie, one after the other. */
	readonly #ties: number[][] = [];
	readonly #apart: boolean[] = [];
	readonly #parts: (Part | null)[] = [];
	readonly #free: number[] = [];
	/** The search in which a slot was last met. */
	readonly #met: number[] = [];
	#search = 0;

	constructor(thresholds: Thresholds, mostInPart: number = MOST_IN_PART) {
		this.#thresholds = thresholds;
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
		const candidates: number[] = [];
		const search = ++this.#search;
		for (const key of findKeys(signature)) {
			this.#rows.each(key, (other) => {
				if (this.#met[other] === search) return;
				this.#met[other] = search;
				candidates.push(other);
			});
			this.#rows.add(key, slot);
		}
		for (const other of candidates) {
			const { weight, likeness } = compareSignatures(signature, this.#signatures[other] ?? signature);
			if (other === slot || (weight < LEAST_WEIGHT && likeness < LEAST_LIKENESS)) continue;
			this.#setTie(slot, other, weight, likeness);
		}
		this.#partAnew([slot, ...this.#neighbours(slot)]);
	}

	/** Raises the weight of two articles to at least this, for what their words do not show (copies). */
	tie(a: string, b: string, weight: number): void {
		const [x, y] = [this.#slots.get(a), this.#slots.get(b)];
		if (x === undefined || y === undefined || x === y) return;
		const at = this.#placeOfTie(x, y);
		const known = at < 0 ? 0 : (this.#ties[x]?.[at + 1] ?? 0);
		if (Math.round(weight * SCALE) <= Math.floor(known / ROOM)) return;
		this.#setTie(x, y, weight, (known % ROOM) / SCALE);
		this.#partAnew([x, y]);
	}

	/** Removes an article and all that tied it; nothing happens when it is not held. */
	remove(id: string): void {
		const slot = this.#slots.get(id);
		if (slot === undefined) return;
		const neighbours = this.#neighbours(slot);
		const members = this.#parts[slot]?.members ?? [];
		for (const key of findKeys(this.#signatures[slot] ?? new Uint32Array())) this.#rows.delete(key, slot);
		const ties = this.#ties[slot] ?? [];
		for (let i = 0; i < ties.length; i += 2) this.#dropTie(ties[i] ?? -1, slot);
		this.#slots.delete(id);
		this.#signatures[slot] = null;
		this.#ties[slot] = [];
		this.#parts[slot] = null;
		this.#free.push(slot);
		this.#partAnew([...members, ...neighbours].filter((other) => other !== slot));
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
			const part = this.#parts[slot];
			if (!part || seen.has(part)) continue;
			seen.add(part);
			for (const group of this.#cluster(part)) groups.push(group.map((member) => this.#ids[member] ?? ""));
		}
		return groups.sort((x, y) => compareText(x[0] ?? "", y[0] ?? ""));
	}

	/** The story that an article stands in, as ids, ascending; empty when it is not held. */
	groupOf(id: string): string[] {
		const slot = this.#slots.get(id);
		const part = slot === undefined ? null : this.#parts[slot];
		if (slot === undefined || !part) return [];
		const group = this.#cluster(part).find((members) => members.includes(slot));
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
		if (this.#apart[slot]) return { members: [slot], groups: null };
		const steps = [this.#thresholds.grow, ...STEPS];
		for (const [index, least] of steps.entries()) {
			const most = index === steps.length - 1 ? Number.POSITIVE_INFINITY : this.#mostInPart;
			const members = this.#connected(slot, least, most);
			if (members) return { members, groups: null };
		}
		return { members: [slot], groups: null };
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
