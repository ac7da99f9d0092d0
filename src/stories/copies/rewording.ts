import { round } from "../../text/compare.ts";
import type { WordSequence } from "./fingerprints.ts";

/** How much of one text another tells again, sentence by sentence, whatever the order of sentences. */
export interface Rewording {
	/** Share of the words that stand in sentences with a counterpart, 0–1. */
	readonly told: number;
	/** Share of the words that the counterparts have too, in the same order within the sentence, 0–1. */
	readonly kept: number;
	/** Words outside of sentences that stand in both as they are, and the share of them that their counterparts keep. */
	readonly changed: number;
	readonly keptChanged: number;
	/**
	 * Words outside of quotation marks, the share of them that stand in sentences with a counterpart, and
	 * the share that those keep, taking each sentence to be kept alike within marks and without.
	 */
	readonly outside: number;
	readonly toldOutside: number;
	readonly keptOutside: number;
	/** Numbers in sentences with a counterpart, and how many of them the counterpart has. */
	readonly numbers: number;
	readonly sameNumbers: number;
}

/**
 * A sentence has a counterpart where one sentence, or two that follow each other, have this share of its
 * words in order: of fifteen words with two in five replaced, one sentence in fifty keeps fewer.
 */
const SENTENCE_KEPT = 0.34;

const SMALL_NUMBERS: ReadonlyMap<string, string> = new Map(
	"two three four five six seven eight nine ten eleven twelve".split(" ").map((word, at) => [word, String(at + 2)]),
);

/** A sentence that keeps this share stands there as it is. */
const VERBATIM = 0.9;
/** A longer sentence is taken in pieces: what no sentence is bounds the work. */
const MOST_SENTENCE = 60;
/** A word in more windows than this tells none from another. */
const MOST_WINDOWS = 100;
/** Windows that are aligned with a sentence, those with most of its words first. */
const MOST_ALIGNED = 6;

interface Range {
	readonly from: number;
	readonly to: number;
}

/** Where a text may hold counterparts, and in which of these places each of its words stands. */
interface WindowIndex {
	readonly windows: readonly Range[];
	readonly holders: ReadonlyMap<number, readonly number[]>;
}

/** Many texts are held against one. Only so many are kept, for each takes some 60 KB. */
let indexes = new WeakMap<WordSequence, WindowIndex>();
let indexed = 0;
const MOST_INDEXED = 400;

function indexWindows(sequence: WordSequence): WindowIndex {
	const known = indexes.get(sequence);
	if (known) return known;
	const windows = listWindows(sequence);
	const holders = new Map<number, number[]>();
	windows.forEach(({ from, to }, index) => {
		for (let i = from; i < to; i++) {
			const word = sequence.words[i] ?? 0;
			const list = holders.get(word);
			if (list === undefined) holders.set(word, [index]);
			// Each window once, however often it has the word.
			else if (list[list.length - 1] !== index) list.push(index);
		}
	});
	const index = { windows, holders };
	if (indexed >= MOST_INDEXED) [indexes, indexed] = [new WeakMap(), 0];
	indexes.set(sequence, index);
	indexed++;
	return index;
}

/** How much of `text` stands in `other`. */
export function measureRewording(text: WordSequence, other: WordSequence): Rewording {
	const { windows, holders } = indexWindows(other);
	// By window the words that it shares with the sentence at hand, and the windows that have some.
	const counts = new Uint16Array(windows.length);
	const touched: number[] = [];
	let [changed, keptChanged, keptOutside] = [0, 0, 0];
	let [told, kept, outside, toldOutside, numbers, sameNumbers] = [0, 0, 0, 0, 0, 0];
	for (const sentence of listSentences(text)) {
		const length = sentence.to - sentence.from;
		let unquoted = 0;
		for (let i = sentence.from; i < sentence.to; i++) if (text.quoted[i] === 0) unquoted++;
		outside += unquoted;
		touched.length = 0;
		let everywhere = 0;
		for (let i = sentence.from; i < sentence.to; i++) {
			const list = holders.get(text.words[i] ?? 0);
			if (list === undefined) continue;
			if (list.length > MOST_WINDOWS) everywhere++;
			else {
				for (const index of list) {
					const count = counts[index] ?? 0;
					if (count === 0) touched.push(index);
					counts[index] = count + 1;
				}
			}
		}
		let best = 0;
		let held: Range | null = null;
		const likely: { readonly index: number; readonly most: number }[] = [];
		for (const index of touched) {
			const most = (counts[index] ?? 0) + everywhere;
			counts[index] = 0;
			if (most >= SENTENCE_KEPT * length) likely.push({ index, most });
		}
		const likeliest = likely.sort((x, y) => y.most - x.most || x.index - y.index).slice(0, MOST_ALIGNED);
		for (const { index, most } of likeliest) {
			if (most <= best) break;
			const window = windows[index];
			if (!window) continue;
			const common = countCommon(
				text.words.subarray(sentence.from, sentence.to),
				other.words.subarray(window.from, window.to),
			);
			if (common > best) [best, held] = [common, window];
		}
		if (best < VERBATIM * length) changed += length;
		if (!held || best < SENTENCE_KEPT * length) continue;
		if (best < VERBATIM * length) keptChanged += best;
		told += length;
		kept += best;
		toldOutside += unquoted;
		keptOutside += (best * unquoted) / length;
		let known: ReadonlySet<string> | null = null;
		for (let i = sentence.from; i < sentence.to; i++) {
			const norm = digitsOf(text.norms[i] ?? "");
			if (!startsWithDigit(norm)) continue;
			known ??= new Set(other.norms.slice(held.from, held.to).map(digitsOf));
			numbers++;
			if (known.has(norm)) sameNumbers++;
		}
	}
	const all = Math.max(1, text.words.length);
	return {
		told: round(told / all),
		kept: round(kept / all),
		changed,
		keptChanged: round(keptChanged / Math.max(1, changed)),
		outside,
		toldOutside: round(toldOutside / Math.max(1, outside)),
		keptOutside: round(keptOutside / Math.max(1, outside)),
		numbers,
		sameNumbers,
	};
}

/** Small numbers in words as digits: houses differ in where they begin to write digits. */
function digitsOf(norm: string): string {
	return SMALL_NUMBERS.get(norm) ?? norm;
}

function startsWithDigit(norm: string): boolean {
	const code = norm.charCodeAt(0);
	return code >= 0x30 && code <= 0x39;
}

function listSentences({ sentences }: WordSequence): Range[] {
	const ranges: Range[] = [];
	let from = 0;
	for (let i = 1; i <= sentences.length; i++) {
		if (i < sentences.length && sentences[i] === sentences[from] && i - from < MOST_SENTENCE) continue;
		ranges.push({ from, to: i });
		from = i;
	}
	return ranges;
}

function listWindows(sequence: WordSequence): Range[] {
	const sentences = listSentences(sequence);
	return sentences.flatMap((sentence, i) => {
		const next = sentences[i + 1];
		return next ? [sentence, { from: sentence.from, to: next.to }] : [sentence];
	});
}

/** Length of the longest common subsequence of words. */
function countCommon(a: Uint32Array, b: Uint32Array): number {
	const row = new Uint16Array(b.length + 1);
	for (const word of a) {
		let diagonal = 0;
		let before = 0;
		for (let j = 1; j <= b.length; j++) {
			const above = row[j] ?? 0;
			before = word === b[j - 1] ? diagonal + 1 : above > before ? above : before;
			row[j] = before;
			diagonal = above;
		}
	}
	return row[b.length] ?? 0;
}
