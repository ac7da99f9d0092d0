/**
 * Classes of words that are used alike ("believes" with "thinks", "senator" with "governor"), learned from the training
 * texts alone: what was learned of one word serves the others. A word is known by its hash.
 */
export interface WordClasses {
	/** Hash and classes side by side, in an open-addressed table; classes of 0 mark an empty place. */
	readonly entries: Int32Array;
	/** Number of places less one; it is a power of two less one. */
	readonly mask: number;
}

/** How many coarse and fine classes there are; words without one have numbers from here on, by their shape. */
export const COARSE = 64;
export const FINE = 256;

/** A word's hash with its classes. */
export interface ClassedWord {
	readonly hash: number;
	readonly coarse: number;
	readonly fine: number;
}

export function makeClasses(words: readonly ClassedWord[]): WordClasses {
	let size = 16;
	while (size < words.length * 2) size *= 2;
	const mask = size - 1;
	const entries = new Int32Array(size * 2);
	for (const { hash, coarse, fine } of words) {
		let at = hash & mask;
		while (entries[at * 2 + 1] !== 0) at = (at + 1) & mask;
		entries[at * 2] = hash | 0;
		entries[at * 2 + 1] = ((coarse << 8) | fine) + 1;
	}
	return { entries, mask };
}

/** Both classes of a word, the coarse one above the lowest eight bits; -1 when it has none. */
export function findClasses({ entries, mask }: WordClasses, hash: number): number {
	let at = hash & mask;
	for (let there = entries[at * 2 + 1] ?? 0; there !== 0; there = entries[at * 2 + 1] ?? 0) {
		if (entries[at * 2] === hash) return there - 1;
		at = (at + 1) & mask;
	}
	return -1;
}

/** The words of a table, sorted by hash as unsigned numbers. */
export function listClasses({ entries }: WordClasses): ClassedWord[] {
	const words: ClassedWord[] = [];
	for (let i = 0; i < entries.length; i += 2) {
		const both = (entries[i + 1] ?? 0) - 1;
		if (both >= 0) words.push({ hash: (entries[i] ?? 0) >>> 0, coarse: both >>> 8, fine: both & 0xff });
	}
	return words.sort((a, b) => a.hash - b.hash);
}
