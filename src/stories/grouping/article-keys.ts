import { mix32 } from "../../text/hash.ts";
import { SeenNumbers } from "./seen-numbers.ts";
import { At, HEAD, type Signature } from "./signature.ts";

/** A key is a pair of the heaviest terms, of which one is among the very heaviest. */
const KEY_TERMS = 16;
const KEY_HEADS = 8;
/** Texts of so few terms have hardly a pair: each term is a key as well. */
const LONE_TERMS = 3;

/** An article has no more keys than this. */
export const MOST_KEYS: number = KEY_HEADS * KEY_TERMS;

/** So many orders the posting rows have: see `sketch`. */
export const SKETCH = 16;

/** The keys of one article at a time, and what places it in the rows of these keys. */
export class ArticleKeys {
	/** The first `count` are the keys of the article read last, each once, in no order. */
	readonly keys: Uint32Array;
	count = 0;
	/** The heaviest terms, the heaviest first; of equals the lower hash. */
	readonly #hashes: Uint32Array;
	readonly #weights: Uint32Array;
	#terms = 0;
	readonly #seen: SeenNumbers;

	/** @param terms a key is a pair of so many heaviest terms */
	constructor(terms: number = KEY_TERMS) {
		this.keys = new Uint32Array(KEY_HEADS * terms);
		this.#hashes = new Uint32Array(terms);
		this.#weights = new Uint32Array(terms);
		this.#seen = new SeenNumbers(this.keys.length);
	}

	/**
	 * Reads the keys of the posting rows that an article stands in: one for each two of its heaviest terms
	 * of which one is among the `KEY_HEADS` heaviest. Single terms would make rows that grow with the
	 * window.
	 *
	 * @param start where the signature starts in `words`
	 */
	read(words: Signature, start: number = 0): void {
		this.#readHeaviest(words, start);
		const hashes = this.#hashes;
		this.count = 0;
		this.#seen.clear();
		if ((words[start + At.terms] ?? 0) <= LONE_TERMS) {
			for (let i = 0; i < this.#terms; i++) this.#add(mixPair(hashes[i] as number, hashes[i] as number));
		}
		for (let i = 0; i < KEY_HEADS; i++) {
			for (let j = i + 1; j < this.#terms; j++) {
				const a = hashes[i] as number;
				const b = hashes[j] as number;
				this.#add(a < b ? mixPair(a, b) : mixPair(b, a));
			}
		}
	}

	/**
	 * The two least hashes of the heaviest terms, for each of `SKETCH` ways of hashing, 16 bits of each in a
	 * word, the least first: two articles have as large a share of the first in common as of their heaviest
	 * terms (Broder 1997), and those that have both are likely to tell one event.
	 */
	sketch(into: Uint32Array, at: number): void {
		for (let way = 0; way < SKETCH; way++) {
			let [least, next] = [0xffff_ffff, 0xffff_ffff];
			for (let i = 0; i < this.#terms; i++) {
				const hash = mix32(this.#hashes[i] as number, way + 1);
				if (hash < least) {
					next = least;
					least = hash;
				} else if (hash < next) next = hash;
			}
			into[at + way] = (least << 16) | (next & 0xffff);
		}
	}

	/** Two pairs of terms can have one key. */
	#add(key: number): void {
		if (this.#seen.add(key)) this.keys[this.count++] = key;
	}

	#readHeaviest(words: Signature, start: number): void {
		const [hashes, weights] = [this.#hashes, this.#weights];
		const most = hashes.length;
		const end = start + HEAD + 2 * (words[start + At.terms] ?? 0);
		let kept = 0;
		for (let i = start + HEAD; i < end; i += 2) {
			const weight = (words[i + 1] as number) >>> 1;
			if (kept === most && weight <= (weights[kept - 1] as number)) continue;
			let at = kept < most ? kept++ : kept - 1;
			for (; at > 0 && (weights[at - 1] as number) < weight; at--) {
				weights[at] = weights[at - 1] as number;
				hashes[at] = hashes[at - 1] as number;
			}
			weights[at] = weight;
			hashes[at] = words[i] as number;
		}
		this.#terms = kept;
	}
}

function mixPair(a: number, b: number): number {
	let h = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ b;
	h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
	h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
	return (h ^ (h >>> 15)) >>> 0;
}
