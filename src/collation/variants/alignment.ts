import type { AlignmentColumn } from "../../model/record.ts";
import { compareText, round } from "../../text/compare.ts";
import { TELLING } from "../term-weight.ts";
import type { SegmentWord } from "../utterances/segments.ts";
import { ColumnGraph } from "./column-graph.ts";
import { alignPair, type Match } from "./pairwise-alignment.ts";
import { compareWords } from "./word-likeness.ts";

/** A rendition's words as alignment takes them. */
export interface Witness {
	readonly rendition: string;
	readonly article: string;
	readonly words: readonly SegmentWord[];
	/** For each word, whether it is the outlet's own and not in quotation marks. */
	readonly outlet: readonly boolean[];
	/**
	 * For each word, which sentence of the utterance it belongs to: a number that the wordings of one
	 * sentence share.
	 */
	readonly sentences: readonly number[];
	/**
	 * True when it gives whole sentences, so that what others have more in the same sentence is left
	 * out here; a fragment leaves out nothing but what lies between its own words.
	 */
	readonly whole: boolean;
	/** True when its outlet gives it as what was not said, or as denied: "denied that the quay would close". */
	readonly denied?: boolean;
}

/** Words of several renditions in columns: column by column, which word of which witness. */
export interface WordAlignment {
	/** Sorted by id. */
	readonly witnesses: readonly Witness[];
	/** For each column, in reading order: position of the word in each witness, or -1. */
	readonly columns: readonly Int32Array[];
	/** Words that stand in another place in one of two wordings. */
	readonly transposed: readonly Transposition[];
}

/** Equal words in a row, given by position in two witnesses. */
export interface Transposition {
	readonly witnesses: readonly [number, number];
	readonly matches: readonly Match[];
}

/** Past this many distinct wordings consistency is not computed: it grows with the cube. */
const MOST_FOR_CONSISTENCY = 24;

/**
 * Aligns renditions of one utterance word by word (marks aside). Identical wordings are folded; every
 * pair is aligned (Gotoh), pairs are made consistent with each other (Notredame et al. 2000), and the
 * edges are taken by falling weight into columns that stay in one reading order. Ties go by content,
 * so the order of the witnesses decides nothing.
 */
export function alignRenditions(renditions: readonly Witness[]): WordAlignment {
	const witnesses = [...renditions].sort(
		(a, b) => compareText(wordingOf(a), wordingOf(b)) || compareText(a.rendition, b.rendition),
	);
	const distinct: Witness[] = [];
	const wordingIndex: number[] = [];
	for (const witness of witnesses) {
		const last = distinct[distinct.length - 1];
		if (!last || wordingOf(last) !== wordingOf(witness)) distinct.push(witness);
		wordingIndex.push(distinct.length - 1);
	}
	const edges = weighEdges(distinct);
	const graph = new ColumnGraph(distinct.map((one) => one.words.length));
	for (const edge of edges) graph.merge(edge.s, edge.i, edge.t, edge.j);
	const folded = graph.columns();
	const columns = folded.map((column) => Int32Array.from(wordingIndex, (index) => column[index] ?? -1));
	return { witnesses, columns, transposed: findTransposed(distinct, folded, wordingIndex) };
}

interface Edge {
	readonly s: number;
	readonly i: number;
	readonly t: number;
	readonly j: number;
	readonly weight: number;
}

/** What makes two witnesses one: the words, and whose they are. */
function wordingOf({ words, outlet }: Witness): string {
	return `${outlet.includes(true) ? "told" : "said"} ${words.map((word) => word.norm).join(" ")}`;
}

function weighEdges(distinct: readonly Witness[]): Edge[] {
	const direct = new Map<string, number>();
	const partners = new Map<string, { t: number; j: number; weight: number }[]>();
	const link = (s: number, i: number, t: number, j: number, weight: number): void => {
		const key = `${s}.${i}`;
		const list = partners.get(key);
		if (list) list.push({ t, j, weight });
		else partners.set(key, [{ t, j, weight }]);
	};
	for (let s = 0; s < distinct.length; s++) {
		for (let t = s + 1; t < distinct.length; t++) {
			const a = distinct[s]?.words ?? [];
			const b = distinct[t]?.words ?? [];
			const matches = alignPair(a.length, b.length, compareWords(a, b));
			for (const match of matches) {
				// A shared rare word anchors; a shared article must not.
				const anchor = 0.25 + Math.min(a[match.a]?.weight ?? 0, b[match.b]?.weight ?? 0);
				const weight = round(match.weight * anchor);
				direct.set(`${s}.${match.a} ${t}.${match.b}`, weight);
				link(s, match.a, t, match.b, weight);
				link(t, match.b, s, match.a, weight);
			}
		}
	}
	const edges: Edge[] = [];
	for (const [key, weight] of direct) {
		const [left = "", right = ""] = key.split(" ");
		const [s = 0, i = 0] = left.split(".").map(Number);
		const [t = 0, j = 0] = right.split(".").map(Number);
		let sum = weight;
		if (distinct.length <= MOST_FOR_CONSISTENCY) {
			for (const through of partners.get(left) ?? []) {
				if (through.t === t) continue;
				const onward = partners.get(`${through.t}.${through.j}`)?.find((one) => one.t === t && one.j === j);
				if (onward) sum += Math.min(through.weight, onward.weight);
			}
		}
		edges.push({ s, i, t, j, weight: round(sum) });
	}
	// Spoken words find their places first; an outlet's own are set against them.
	const told = (edge: Edge): number =>
		Number([edge.s, edge.t].some((index) => distinct[index]?.outlet.includes(true) === true));
	return edges.sort(
		(a, b) => told(a) - told(b) || b.weight - a.weight || a.s - b.s || a.i - b.i || a.t - b.t || a.j - b.j,
	);
}

/** The same words in a row, at least this many and one of them telling, on both sides outside common columns: moved. */
const LEAST_TRANSPOSED = 3;
/** Maximal runs of equal words that two wordings have in different places. */
function findTransposed(
	distinct: readonly Witness[],
	columns: readonly Int32Array[],
	wordingIndex: readonly number[],
): Transposition[] {
	const transposed: Transposition[] = [];
	for (let s = 0; s < distinct.length; s++) {
		for (let t = s + 1; t < distinct.length; t++) {
			const a = wordsApart(distinct[s], columns, s, t);
			const b = wordsApart(distinct[t], columns, t, s);
			const same = (i: number, j: number): boolean => a[i] !== undefined && a[i]?.norm === b[j]?.norm;
			for (let i = 0; i < a.length; i++) {
				for (let j = 0; j < b.length; j++) {
					if (!same(i, j) || same(i - 1, j - 1)) continue;
					const matches: Match[] = [];
					let telling = false;
					while (same(i + matches.length, j + matches.length)) {
						const weight = a[i + matches.length]?.weight ?? 0;
						if (weight >= TELLING) telling = true;
						matches.push({ a: i + matches.length, b: j + matches.length, weight });
					}
					if (matches.length < LEAST_TRANSPOSED || !telling) continue;
					transposed.push({ witnesses: [wordingIndex.indexOf(s), wordingIndex.indexOf(t)], matches });
				}
			}
		}
	}
	return transposed;
}

/** A wording's words by position, with holes where the other wording has a word in the same column. */
function wordsApart(
	witness: Witness | undefined,
	columns: readonly Int32Array[],
	own: number,
	other: number,
): (SegmentWord | undefined)[] {
	const words: (SegmentWord | undefined)[] = [...(witness?.words ?? [])];
	for (const column of columns) {
		if ((column[own] ?? -1) >= 0 && (column[other] ?? -1) >= 0) words[column[own] ?? 0] = undefined;
	}
	return words;
}

/** The columns as the record gives them: spans and text of every cell, and whether all agree. */
export function describeColumns(alignment: WordAlignment, textOf: (article: string) => string): AlignmentColumn[] {
	return alignment.columns.map((column) => {
		const norms = new Set<string>();
		const cells = alignment.witnesses.flatMap((witness, index) => {
			const word = witness.words[column[index] ?? -1];
			if (!word) return [];
			norms.add(word.norm);
			const { start, end } = word;
			return [
				{ rendition: witness.rendition, spans: [{ start, end }], text: textOf(witness.article).slice(start, end) },
			];
		});
		cells.sort((a, b) => compareText(a.rendition, b.rendition));
		return { cells, agreed: norms.size === 1 && reachesAll(alignment, column) };
	});
}

/** Whether no witness that reaches the column leaves it out. */
function reachesAll(alignment: WordAlignment, column: Int32Array): boolean {
	const at = alignment.columns.indexOf(column);
	return alignment.witnesses.every((_, index) => (column[index] ?? -1) >= 0 || !isInside(alignment, index, at));
}

interface Reach {
	/** First column the witness has a word in, and one past the last. */
	readonly extent: { readonly start: number; readonly end: number } | null;
	readonly sentences: ReadonlySet<number>;
	readonly whole: boolean;
}

const reaches = new WeakMap<
	WordAlignment,
	{ readonly witnesses: readonly Reach[]; readonly columns: readonly number[] }
>();

function findReach(alignment: WordAlignment): {
	readonly witnesses: readonly Reach[];
	readonly columns: readonly number[];
} {
	const known = reaches.get(alignment);
	if (known) return known;
	const rootOf = joinSentences(alignment);
	const witnesses = alignment.witnesses.map((witness, index): Reach => {
		const has = (column: Int32Array): boolean => (column[index] ?? -1) >= 0;
		const start = alignment.columns.findIndex(has);
		const extent = start < 0 ? null : { start, end: alignment.columns.findLastIndex(has) + 1 };
		return { extent, sentences: new Set(witness.sentences.map(rootOf)), whole: witness.whole };
	});
	const columns = alignment.columns.map((column) => {
		// A column is of the sentence that most have there: one may give in one sentence what others give in two.
		const counts = new Map<number, number>();
		column.forEach((position, index) => {
			if (position < 0) return;
			const sentence = rootOf(alignment.witnesses[index]?.sentences[position] ?? -1);
			counts.set(sentence, (counts.get(sentence) ?? 0) + 1);
		});
		return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? -1;
	});
	const found = { witnesses, columns };
	reaches.set(alignment, found);
	return found;
}

/** Two sentences with this many telling words in common columns give one thing, wherever each of them ends. */
const LEAST_COMMON = 2;

/** Sentences that the alignment itself shows to be one: what one report gives in two, another gives in one. */
function joinSentences(alignment: WordAlignment): (sentence: number) => number {
	const common = new Map<string, number>();
	for (const column of alignment.columns) {
		const here = new Set<number>();
		column.forEach((position, index) => {
			const witness = alignment.witnesses[index];
			if (witness && (witness.words[position]?.weight ?? 0) >= TELLING) here.add(witness.sentences[position] ?? -1);
		});
		const sorted = [...here].sort((a, b) => a - b);
		for (const [i, a] of sorted.entries()) {
			for (const b of sorted.slice(i + 1)) common.set(`${a} ${b}`, (common.get(`${a} ${b}`) ?? 0) + 1);
		}
	}
	const parent = new Map<number, number>();
	const rootOf = (sentence: number): number => {
		let root = sentence;
		for (let up = parent.get(root); up !== undefined; up = parent.get(root)) root = up;
		return root;
	};
	// Two sentences that one report gives one after the other are two, whatever a third runs together.
	const givesBoth = (a: number, b: number): boolean =>
		alignment.witnesses.some(({ sentences }) => {
			const roots = new Set(sentences.map(rootOf));
			return roots.has(a) && roots.has(b);
		});
	const ties = [...common]
		.filter(([, count]) => count >= LEAST_COMMON)
		.sort((x, y) => y[1] - x[1] || compareText(x[0], y[0]));
	for (const [pair] of ties) {
		const [a = 0, b = 0] = pair.split(" ").map((sentence) => rootOf(Number(sentence)));
		if (a !== b && !givesBoth(a, b)) parent.set(Math.max(a, b), Math.min(a, b));
	}
	return rootOf;
}

/**
 * Whether a witness that has no word in a column leaves it out: it has words on both sides, or it
 * gives the sentence that the column belongs to, whole.
 */
export function isInside(alignment: WordAlignment, witness: number, column: number): boolean {
	const { witnesses, columns } = findReach(alignment);
	const reach = witnesses[witness];
	if (!reach?.extent) return false;
	if (reach.whole && reach.sentences.has(columns[column] ?? -1)) return true;
	return reach.extent.start < column && column < reach.extent.end - 1;
}
