import { evenWord, wordHash } from "../../src/quotations/tagger/tag-text.ts";
import {
	type ClassedWord,
	COARSE,
	FINE,
	makeClasses,
	type WordClasses,
} from "../../src/quotations/tagger/word-classes.ts";
import { compareText } from "../../src/text/compare.ts";
import { findLines } from "../../src/text/paragraphs.ts";
import { findSentences } from "../../src/text/sentences.ts";
import { findTokens } from "../../src/text/tokens.ts";

/** Words that come more seldom have no class. */
const LEAST_COUNT = 3;
const MOST_ROUNDS = 8;

/**
 * Word classes by the exchange algorithm (Kneser and Ney 1993): each word in turn goes to the class that makes the
 * texts likeliest under a bigram model of classes, until few words move.
 */
export function trainClasses(texts: readonly string[]): WordClasses {
	const sentences = texts.flatMap(readSentences);
	const counts = new Map<string, number>();
	for (const sentence of sentences) for (const word of sentence) counts.set(word, (counts.get(word) ?? 0) + 1);
	const words = [...counts]
		.filter(([, count]) => count >= LEAST_COUNT)
		.sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]))
		.map(([word]) => word);
	const bigrams = countBigrams(sentences, words);
	const coarse = exchange(bigrams, words.length, COARSE);
	const fine = exchange(bigrams, words.length, FINE);
	return makeClasses(
		words.map((word, i): ClassedWord => ({ hash: wordHash(word), coarse: coarse[i] ?? 0, fine: fine[i] ?? 0 })),
	);
}

function readSentences(text: string): string[][] {
	const paragraphs = findLines(text, [{ start: 0, end: text.length }]);
	const tokens = findTokens(text, paragraphs);
	let at = 0;
	return findSentences(text, paragraphs).map(({ end }) => {
		const words: string[] = [];
		for (; at < tokens.starts.length && (tokens.starts[at] ?? 0) < end; at++)
			words.push(evenWord(tokens.norms[at] ?? ""));
		return words;
	});
}

/** Who follows whom how often: a list for each word, of those after it and of those before it. */
interface Bigrams {
	readonly after: readonly (readonly Pair[])[];
	readonly before: readonly (readonly Pair[])[];
}
type Pair = readonly [word: number, count: number];

/** Words by number; past the last stand all rare words as one, then the sentence's edge. */
function countBigrams(sentences: readonly (readonly string[])[], words: readonly string[]): Bigrams {
	const numbers = new Map(words.map((word, i) => [word, i]));
	const rare = words.length;
	const edge = rare + 1;
	const after = Array.from({ length: edge + 1 }, () => new Map<number, number>());
	const before = Array.from({ length: edge + 1 }, () => new Map<number, number>());
	for (const sentence of sentences) {
		let left = edge;
		for (const right of [...sentence.map((word) => numbers.get(word) ?? rare), edge]) {
			after[left]?.set(right, (after[left]?.get(right) ?? 0) + 1);
			before[right]?.set(left, (before[right]?.get(left) ?? 0) + 1);
			left = right;
		}
	}
	return { after: after.map((map) => [...map]), before: before.map((map) => [...map]) };
}

/** The class of every word, rare words and the edge having one of their own each. */
function exchange({ after, before }: Bigrams, words: number, classes: number): Int32Array {
	const all = classes + 2;
	const classOf = Int32Array.from({ length: words + 2 }, (_, i) => (i < words ? i % classes : classes + i - words));
	const pairs = new Float64Array(all * all);
	const sizes = new Float64Array(all);
	const counts = after.map((list) => list.reduce((sum, [, count]) => sum + count, 0));
	for (const [word, list] of after.entries()) {
		const own = classOf[word] ?? 0;
		sizes[own] = (sizes[own] ?? 0) + (counts[word] ?? 0);
		for (const [right, count] of list) add(pairs, own * all + (classOf[right] ?? 0), count);
	}
	const right = new Float64Array(all);
	const left = new Float64Array(all);
	for (let round = 0; round < MOST_ROUNDS; round++) {
		let moved = 0;
		for (let word = 0; word < words; word++) {
			right.fill(0);
			left.fill(0);
			let self = 0;
			for (const [other, count] of after[word] ?? [])
				if (other === word) self += count;
				else add(right, classOf[other] ?? 0, count);
			for (const [other, count] of before[word] ?? []) if (other !== word) add(left, classOf[other] ?? 0, count);
			const place = (own: number, sign: number): void => {
				for (let c = 0; c < all; c++) {
					if (right[c]) add(pairs, own * all + c, sign * (right[c] ?? 0));
					if (left[c]) add(pairs, c * all + own, sign * (left[c] ?? 0));
				}
				add(pairs, own * all + own, sign * self);
				add(sizes, own, sign * (counts[word] ?? 0));
			};
			const from = classOf[word] ?? 0;
			place(from, -1);
			const to = bestClass({ pairs, sizes, right, left, self, count: counts[word] ?? 0, classes, from });
			place(to, 1);
			classOf[word] = to;
			if (to !== from) moved++;
		}
		if (moved < words / 100) break;
	}
	return classOf;
}

interface Choice {
	readonly pairs: Float64Array;
	readonly sizes: Float64Array;
	readonly right: Float64Array;
	readonly left: Float64Array;
	readonly self: number;
	readonly count: number;
	readonly classes: number;
	readonly from: number;
}

function bestClass({ pairs, sizes, right, left, self, count, classes, from }: Choice): number {
	const all = classes + 2;
	const rights = [...right.keys()].filter((c) => right[c]);
	const lefts = [...left.keys()].filter((c) => left[c]);
	let best = Number.NEGATIVE_INFINITY;
	let to = from;
	for (let k = 0; k < classes; k++) {
		const both = pairs[k * all + k] ?? 0;
		const size = sizes[k] ?? 0;
		let gain = weigh(both + (right[k] ?? 0) + (left[k] ?? 0) + self) - weigh(both);
		gain -= 2 * (weigh(size + count) - weigh(size));
		for (const c of rights) {
			if (c === k) continue;
			const there = pairs[k * all + c] ?? 0;
			gain += weigh(there + (right[c] ?? 0)) - weigh(there);
		}
		for (const c of lefts) {
			if (c === k) continue;
			const there = pairs[c * all + k] ?? 0;
			gain += weigh(there + (left[c] ?? 0)) - weigh(there);
		}
		if (gain > best + 1e-9) {
			best = gain;
			to = k;
		}
	}
	return to;
}

function add(list: Float64Array, at: number, more: number): void {
	list[at] = (list[at] ?? 0) + more;
}

/** Counts weighed by their logarithm; most are small, so their weights are kept. */
const WEIGHED = Float64Array.from({ length: 1 << 16 }, (_, n) => (n > 0 ? n * Math.log(n) : 0));

function weigh(count: number): number {
	return count < WEIGHED.length ? (WEIGHED[count] ?? 0) : count * Math.log(count);
}
