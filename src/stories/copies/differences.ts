import { type AnnotatedArticle, TokenKind, type Words } from "../../model/annotated.ts";
import type { VersionChange, VersionDifference, VersionDifferenceKind } from "../../model/record.ts";
import type { Place, Span } from "../../model/span.ts";
import { compareText } from "../../text/compare.ts";
import { firstEndingAfter, mergeSpans, overlaps, sliceOf } from "../../text/spans.ts";

/**
 * Two sentences that share this much of their words in order are one sentence, changed: 2 × common /
 * both lengths. A sentence with half of its words replaced reaches it, two sentences on one matter
 * rarely do.
 */
const LEAST_ALIKE = 0.5;
/** More changed sentences than this on a side are paired no more: the text is another one. */
const MOST_PAIRED = 400;
/** A sentence's further words are not aligned; it bounds the work on text without sentences. */
const MOST_WORDS = 120;

/** A sentence as it is compared. */
export interface Sentence extends Place {
	/** Folded words, without marks: equal where only typography differs. */
	readonly key: string;
	readonly words: readonly (Span & { readonly norm: string; readonly isNumber: boolean })[];
}

interface Hunk {
	readonly from: Span;
	readonly to: Span;
}

/** What `to` changed of `from`. With the sides exchanged, the same differences with theirs exchanged. */
export function findDifferences(from: AnnotatedArticle, to: AnnotatedArticle): VersionChange {
	const {
		equal,
		alike: changed,
		removed,
		added,
	} = pairSentences(listSentences(from.article.id, from.words), listSentences(to.article.id, to.words));
	const differences: VersionDifference[] = [];
	for (const [x, y] of equal) {
		if (shownText(from, x) !== shownText(to, y)) {
			differences.push({ kind: "typography", from: placeOf(x), to: placeOf(y) });
		}
	}
	for (const [x, y] of changed) differences.push(...compareSentences(x, y, marksOf(from), marksOf(to)));
	const [lost, gained] = [new Set(changed.map(([x]) => x)), new Set(changed.map(([, y]) => y))];
	for (const x of removed) if (!lost.has(x)) differences.push({ kind: "removed", from: placeOf(x), to: null });
	for (const y of added) if (!gained.has(y)) differences.push({ kind: "added", from: null, to: placeOf(y) });
	return {
		from: from.article.id,
		to: to.article.id,
		removed: removed.map(placeOf),
		added: added.map(placeOf),
		differences: differences.sort(
			(x, y) => compareStarts(x.to, y.to) || compareStarts(x.from, y.from) || compareText(x.kind, y.kind),
		),
	};
}

/** Places of the text `to` first, in order; what it no longer has after them. */
function compareStarts(x: Place | null, y: Place | null): number {
	if (!x || !y) return x ? -1 : y ? 1 : 0;
	return x.start - y.start || x.end - y.end;
}

function placeOf({ article, start, end }: Sentence): Place {
	return { article, start, end };
}

function shownText({ article }: AnnotatedArticle, sentence: Span): string {
	return sliceOf(article.text, sentence).replace(/\s+/g, " ");
}

/** Two texts' sentences, each in one pair at most. */
export interface SentencePairs {
	/** The same words, but for marks, case and spacing; the first with the first. */
	readonly equal: readonly (readonly [Sentence, Sentence])[];
	/** One sentence, changed; the most alike first. */
	readonly alike: readonly (readonly [Sentence, Sentence])[];
	/** Those of the first text that stand in no pair of the same words, and of the second; in order. */
	readonly removed: readonly Sentence[];
	readonly added: readonly Sentence[];
}

export function pairSentences(before: readonly Sentence[], after: readonly Sentence[]): SentencePairs {
	const { pairs, removed, added } = pairEqual(before, after);
	return { equal: pairs, alike: pairAlike(removed, added), removed, added };
}

/** The sentences of an article, in order, with their words. */
export function listSentences(article: string, { tokens, sentences }: Pick<Words, "tokens" | "sentences">): Sentence[] {
	const lists = sentences.map((): Sentence["words"][number][] => []);
	tokens.norms.forEach((norm, i) => {
		if (tokens.kinds[i] === TokenKind.mark) return;
		const start = tokens.starts[i] ?? 0;
		lists[firstEndingAfter(sentences, start)]?.push({
			start,
			end: tokens.ends[i] ?? start,
			norm,
			isNumber: tokens.kinds[i] === TokenKind.number,
		});
	});
	return sentences.map(({ start, end }, i) => {
		const list = lists[i] ?? [];
		return { article, start, end, words: list, key: list.map(({ norm }) => norm).join(" ") };
	});
}

/** The sentences with the same words, first with first; and what is left on either side. */
function pairEqual(
	before: readonly Sentence[],
	after: readonly Sentence[],
): {
	readonly pairs: readonly (readonly [Sentence, Sentence])[];
	readonly removed: readonly Sentence[];
	readonly added: readonly Sentence[];
} {
	const waiting = new Map<string, Sentence[]>();
	for (const sentence of after) {
		const list = waiting.get(sentence.key);
		if (list) list.push(sentence);
		else waiting.set(sentence.key, [sentence]);
	}
	for (const list of waiting.values()) list.reverse();
	const pairs: (readonly [Sentence, Sentence])[] = [];
	const removed: Sentence[] = [];
	for (const sentence of before) {
		const other = waiting.get(sentence.key)?.pop();
		if (other) pairs.push([sentence, other]);
		else removed.push(sentence);
	}
	const met = new Set(pairs.map(([, other]) => other));
	return { pairs, removed, added: after.filter((sentence) => !met.has(sentence)) };
}

/** Pairs of changed sentences, the most alike first, each sentence in one. */
function pairAlike(removed: readonly Sentence[], added: readonly Sentence[]): (readonly [Sentence, Sentence])[] {
	if (removed.length > MOST_PAIRED || added.length > MOST_PAIRED) return [];
	const found: { readonly i: number; readonly j: number; readonly alike: number }[] = [];
	removed.forEach((x, i) => {
		const known = new Set(x.words.map(({ norm }) => norm));
		added.forEach((y, j) => {
			const least = (LEAST_ALIKE * (x.words.length + y.words.length)) / 2;
			if (y.words.filter(({ norm }) => known.has(norm)).length < least) return;
			const [a, b] = [normsOf(x), normsOf(y)];
			const alike = (2 * (fillCommon(a, b)[0]?.[0] ?? 0)) / Math.max(1, a.length + b.length);
			if (alike >= LEAST_ALIKE) found.push({ i, j, alike });
		});
	});
	found.sort((p, q) => q.alike - p.alike || p.i + p.j - q.i - q.j);
	const [left, right] = [new Set<number>(), new Set<number>()];
	return found.flatMap(({ i, j }) => {
		const [x, y] = [removed[i], added[j]];
		if (left.has(i) || right.has(j) || !x || !y) return [];
		left.add(i);
		right.add(j);
		return [[x, y] as const];
	});
}

function normsOf({ words }: Sentence): string[] {
	return words.slice(0, MOST_WORDS).map(({ norm }) => norm);
}

/** Lengths of the longest common subsequences of every pair of endings. */
function fillCommon(a: readonly string[], b: readonly string[]): Uint16Array[] {
	const rows = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
	for (let i = a.length - 1; i >= 0; i--) {
		const [row, below] = [rows[i], rows[i + 1]];
		if (!row || !below) continue;
		for (let j = b.length - 1; j >= 0; j--) {
			row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
		}
	}
	return rows;
}

/** Where names, numbers and words in marks stand in a text; each list sorted, without overlaps. */
export interface Marks {
	readonly names: readonly Span[];
	readonly numbers: readonly Span[];
	readonly quoted: readonly Span[];
}

function marksOf({ entities, numbers, quotations }: AnnotatedArticle): Marks {
	return {
		names: mergeSpans(
			entities.flatMap(({ mentions }) => mentions.filter(({ form }) => form !== "pronoun" && form !== "description")),
		),
		numbers: mergeSpans(numbers),
		quoted: mergeSpans(quotations.flatMap(({ kind, content }) => (kind === "direct" ? content : []))),
	};
}

/** Where the words of two sentences differ, in the order of both. */
export function compareSentences(x: Sentence, y: Sentence, before: Marks, after: Marks): VersionDifference[] {
	// Of equally good alignments the choice must not hang on which side is the later one.
	const turned = compareText(x.key, y.key) > 0;
	const hunks = turned
		? findHunks(normsOf(y), normsOf(x)).map(({ from, to }) => ({ from: to, to: from }))
		: findHunks(normsOf(x), normsOf(y));
	return hunks.map(({ from, to }) => {
		const [left, right] = [spanOf(x, from), spanOf(y, to)];
		const touches = (kind: keyof Marks): boolean =>
			(left !== null && isTouched(left, before[kind])) || (right !== null && isTouched(right, after[kind]));
		const hasNumber = [...x.words.slice(from.start, from.end), ...y.words.slice(to.start, to.end)].some(
			({ isNumber }) => isNumber,
		);
		const kind: VersionDifferenceKind = touches("quoted")
			? "quotation"
			: hasNumber || touches("numbers")
				? "number"
				: touches("names")
					? "name"
					: "wording";
		return { kind, from: left, to: right };
	});
}

/** Ranges of words that differ between common ones. */
function findHunks(a: readonly string[], b: readonly string[]): Hunk[] {
	const rows = fillCommon(a, b);
	const hunks: Hunk[] = [];
	let [i, j, fromI, fromJ] = [0, 0, 0, 0];
	const close = (): void => {
		if (i > fromI || j > fromJ) hunks.push({ from: { start: fromI, end: i }, to: { start: fromJ, end: j } });
	};
	while (i < a.length && j < b.length) {
		if (a[i] === b[j]) {
			close();
			[i, j] = [i + 1, j + 1];
			[fromI, fromJ] = [i, j];
		} else if ((rows[i + 1]?.[j] ?? 0) >= (rows[i]?.[j + 1] ?? 0)) i++;
		else j++;
	}
	[i, j] = [a.length, b.length];
	close();
	return hunks;
}

function spanOf({ article, words }: Sentence, range: Span): Place | null {
	const [first, last] = [words[range.start], words[range.end - 1]];
	return first && last && range.end > range.start ? { article, start: first.start, end: last.end } : null;
}

function isTouched(span: Span, marks: readonly Span[]): boolean {
	const mark = marks[firstEndingAfter(marks, span.start)];
	return mark !== undefined && overlaps(mark, span);
}
