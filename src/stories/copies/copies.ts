import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { CopyGroup } from "../../model/record.ts";
import type { Span } from "../../model/span.ts";
import { compareText, round } from "../../text/compare.ts";
import { makeId } from "../../text/hash.ts";
import { agencyOf, compareArticles } from "../order.ts";
import { findShingles, SHINGLE_WORDS, type WordSequence } from "./fingerprints.ts";
import { measureRewording } from "./rewording.ts";

/** How one article's text stands to another's. `a` and `b` index the list of articles. */
export interface CopyPair {
	/** The fuller text. */
	readonly a: number;
	readonly b: number;
	/** Share of the shorter text's words that stand in runs of words found in the fuller one, 0–1. */
	readonly contained: number;
	/** The same for the fuller text. */
	readonly containing: number;
}

export interface Copies {
	readonly groups: readonly CopyGroup[];
	/** For each article the index of the article that stands for its exact copies; itself when it has none. */
	readonly leaders: readonly number[];
	/** For each article the text of its near group that the others hold or are held by, or of its exact group; itself when it has neither. */
	readonly bases: readonly number[];
	/** The pairs behind the near groups, and others compared on the way that are copies; by `a`, then `b`. */
	readonly pairs: readonly CopyPair[];
}

/** Fewer words than this are too little to call two texts copies. */
const LEAST_WORDS = 20;
/**
 * Share of the shorter text's words that must stand in common runs. Measured on meter, newspaper
 * reports against the wire texts of their story: a fifth of the wholly derived ones reach it, one in
 * sixty of the partially derived, none of those that are not derived.
 */
const NEAR_CONTAINED = 0.75;
/** Runs of this many words count as common: short enough to survive one word in ten being changed. */
const RUN_WORDS = 4;
/**
 * A rewritten text's sentences must have their counterparts, and it must have kept this share of its
 * words in their order. Of copies made with three to four words in ten replaced here and there, one in
 * fifty is told less or keeps less; of pairs of reports of one event by different hands (ECB+), one in
 * fifty is told as much, and hardly one keeps half. See docs/decisions/text-reuse.md.
 */
const LEAST_TOLD = 0.75;
const LEAST_KEPT = 0.53;
/**
 * What two texts tell in the same words may be a statement or boilerplate; of the rest a copy keeps this
 * share, half of what it keeps where all is rewritten, since a new lead is among it.
 */
const LEAST_KEPT_CHANGED = 0.3;
/** In fewer words outside of quotation marks, two reports of one event have as many in one order by chance. */
const LEAST_REWRITTEN = 45;
/** Of so many numbers half must be the same: the weather of another day has the same sentences and other figures. */
const LEAST_NUMBERS = 4;
const SAME_NUMBERS = 0.5;
/**
 * Outside of quotation marks, this share of the words must have a counterpart, where there are enough of
 * them to judge by: two reports that print one speech are no copies.
 */
const LEAST_TOLD_OUTSIDE = 0.5;
/** Runs by which texts are brought together: short enough that a fifth outlives two words in five being replaced. */
const PRINT_WORDS = 3;
/** Least share of a text's prints that a text holding it has. Two reports of one event have about as many. */
const LEAST_SHARED = 0.08;
/** A print of more texts than this, copies aside, is a set phrase. */
const MOST_SHARING = 400;
/** So many of the texts that share most are looked at in full. */
const MOST_CANDIDATES = 12;
/** A group of more is bound to its base: every copy would be compared with the new one. */
const MOST_MOVED = 60;

/**
 * Articles that are the same text. `exact`: the same words in the same order; `near`: every member
 * holds, or is held by, one text of the group, so members are never chained through one another.
 * The two halves of one capture form a group of their own. A primary document is nobody's copy, and
 * a report that prints it is no copy of another report's for that.
 *
 * @param sequences the words of `articles`, in the same order (sorted by id)
 */
export function findCopies(articles: readonly AnnotatedArticle[], sequences: readonly WordSequence[]): Copies {
	const isReport = articles.map(({ article }) => article.role === "report");
	const leaders = findLeaders(articles, sequences, isReport);
	const { bases, pairs } = findBases(markPrinted(sequences, isReport), leaders, isReport);
	const groups: CopyGroup[] = [];
	const byLeader = groupIndices(leaders);
	for (const members of byLeader) if (members.length > 1) groups.push(makeGroup("exact", members, articles));
	for (const members of groupIndices(bases)) {
		if (members.length > 1 && members.some((member) => leaders[member] !== leaders[members[0] ?? 0])) {
			groups.push(makeGroup("near", members, articles));
		}
	}
	for (const { article } of articles) {
		for (const { kind, kept, dropped } of article.repeats) {
			groups.push({
				id: makeId("copies", kind, article.id, kept[0]?.start ?? 0, dropped[0]?.start ?? 0),
				kind,
				members: [
					{ article: article.id, spans: kept },
					{ article: article.id, spans: dropped },
				],
			});
		}
	}
	groups.sort(
		(x, y) =>
			compareText(x.members[0]?.article ?? "", y.members[0]?.article ?? "") ||
			compareText(x.kind, y.kind) ||
			compareText(x.id, y.id),
	);
	return { groups, leaders, bases, pairs };
}

function makeGroup(
	kind: CopyGroup["kind"],
	members: readonly number[],
	articles: readonly AnnotatedArticle[],
): CopyGroup {
	const list = members.map((member) => {
		const article = articles[member]?.article;
		return { article: article?.id ?? "", spans: (article?.body ?? []).map(({ start, end }): Span => ({ start, end })) };
	});
	return { id: makeId("copies", kind, ...list.map(({ article }) => article)), kind, members: list };
}

function groupIndices(keys: readonly number[]): number[][] {
	const groups = new Map<number, number[]>();
	keys.forEach((key, index) => {
		const group = groups.get(key);
		if (group) group.push(index);
		else groups.set(key, [index]);
	});
	return [...groups.values()];
}

/**
 * An agency's own text stands for its exact copies, else the earliest of them: what draws on the text draws on
 * where it is from.
 */
function findLeaders(
	articles: readonly AnnotatedArticle[],
	sequences: readonly WordSequence[],
	isReport: readonly boolean[],
): number[] {
	const seen = new Map<string, number>();
	const leaders = articles.map((_, index) => index);
	const byTime = articles
		.map(({ article }, index) => ({ article, index }))
		.sort(
			(x, y) =>
				Number(agencyOf(y.article) !== null) - Number(agencyOf(x.article) !== null) ||
				compareArticles(x.article, y.article),
		);
	for (const { index } of byTime) {
		const norms = sequences[index]?.norms ?? [];
		if (norms.length < LEAST_WORDS || !isReport[index]) continue;
		const key = norms.join(" ");
		const leader = seen.get(key);
		if (leader === undefined) seen.set(key, index);
		else leaders[index] = leader;
	}
	return leaders;
}

/** The sequences with what primary documents say counted as quoted, in marks or not: whoever prints it has it from there. */
function markPrinted(sequences: readonly WordSequence[], isReport: readonly boolean[]): readonly WordSequence[] {
	const printed = new Set<number>();
	sequences.forEach(({ words }, index) => {
		if (!isReport[index]) for (const shingle of findShingles(words)) printed.add(shingle);
	});
	if (printed.size === 0) return sequences;
	return sequences.map((sequence, index) => {
		if (!isReport[index]) return sequence;
		const quoted = sequence.quoted.slice();
		findShingles(sequence.words).forEach((shingle, i) => {
			if (printed.has(shingle)) quoted.fill(1, i, i + SHINGLE_WORDS);
		});
		return { ...sequence, quoted };
	});
}

/**
 * Takes the texts from the fullest to the shortest. One that a base holds goes to the base that holds
 * most of it; one that none holds becomes a base. So a text is held against bases alone, and a
 * thousand copies of one text cost a thousand comparisons.
 *
 * The fullest copy may have changed more than the others have. Where a text is held by none but such a copy's own
 * copy, that one becomes the base, if all of the group hold it or are held by it.
 */
function findBases(
	sequences: readonly WordSequence[],
	leaders: readonly number[],
	isReport: readonly boolean[],
): { readonly bases: number[]; readonly pairs: CopyPair[] } {
	const order = sequences
		.map((_, index) => index)
		.filter((index) => leaders[index] === index && isReport[index])
		.filter((index) => (sequences[index]?.norms.length ?? 0) >= LEAST_WORDS)
		.sort((x, y) => (sequences[y]?.norms.length ?? 0) - (sequences[x]?.norms.length ?? 0) || x - y);
	const rank = new Map(order.map((index, at) => [index, at]));
	const baseOf = new Map<number, number>();
	const pairs = new Map<string, CopyPair | null>();
	/** By print the bases, and the copies that hang on them. */
	const [ofBases, ofCopies]: [Postings, Postings] = [new Map(), new Map()];
	const runs = new Map<number, Runs>();
	const runsOf = (index: number): Runs => runs.get(index) ?? findRuns(sequences[index]);
	const compare = (x: number, y: number): CopyPair | null => {
		const [a, b] = (rank.get(x) ?? 0) < (rank.get(y) ?? 0) ? [x, y] : [y, x];
		const key = `${a} ${b}`;
		const known = pairs.get(key);
		if (known !== undefined) return known;
		const pair = comparePair(a, b, sequences, runsOf(a), runsOf(b));
		pairs.set(key, pair);
		return pair;
	};
	const findHolder = (index: number, candidates: readonly number[]): number | null => {
		let best: CopyPair | null = null;
		for (const candidate of candidates) {
			const pair = compare(candidate, index);
			if (
				pair &&
				(!best || pair.contained > best.contained || (pair.contained === best.contained && pair.a < best.a))
			) {
				best = pair;
			}
		}
		return best === null ? null : best.a;
	};
	const post = (index: number, prints: ReadonlySet<number>, postings: Postings): void => {
		for (const print of prints) {
			const posting = postings.get(print);
			if (posting) posting.push(index);
			else postings.set(print, [index]);
		}
	};
	/** Makes a copy the base of its group; false where another of the group is none of it, or one rewritten. */
	const moveBase = (copy: number): boolean => {
		const former = baseOf.get(copy) ?? copy;
		const group = [former, ...[...baseOf].filter(([, base]) => base === former).map(([member]) => member)];
		const holds = (member: number): boolean =>
			member === copy || (compare(member, copy)?.contained ?? 0) >= NEAR_CONTAINED;
		if (group.length > MOST_MOVED || !group.every(holds)) return false;
		for (const member of group) baseOf.set(member, copy);
		baseOf.delete(copy);
		runs.delete(former);
		runs.set(copy, findRuns(sequences[copy]));
		post(copy, findPrints(sequences[copy]), ofBases);
		post(former, findPrints(sequences[former]), ofCopies);
		return true;
	};
	for (const index of order) {
		const prints = findPrints(sequences[index]);
		runs.set(index, findRuns(sequences[index]));
		const base = findHolder(
			index,
			listSharing(prints, ofBases, (one) => !baseOf.has(one)),
		);
		const copy =
			base === null
				? findHolder(
						index,
						listSharing(prints, ofCopies, (one) => baseOf.has(one)),
					)
				: null;
		const held = base ?? (copy !== null && moveBase(copy) ? copy : null);
		if (held === null) post(index, prints, ofBases);
		else {
			baseOf.set(index, held);
			runs.delete(index);
			post(index, prints, ofCopies);
		}
	}
	return {
		bases: leaders.map((leader) => baseOf.get(leader) ?? leader),
		pairs: [...pairs.values()].filter((pair) => pair !== null).sort((x, y) => x.a - y.a || x.b - y.b),
	};
}

type Postings = Map<number, number[]>;

const NO_WORDS = new Uint32Array();

interface Runs {
	readonly list: Uint32Array;
	readonly set: ReadonlySet<number>;
}

/** How the text `b` stands to the fuller one `a`; null when it is no copy of it. */
function comparePair(
	a: number,
	b: number,
	sequences: readonly WordSequence[],
	fuller: Runs,
	shorter: Runs,
): CopyPair | null {
	const [other, text] = [sequences[a], sequences[b]];
	if (!other || !text) return null;
	const inRuns = coverage(shorter.list, fuller.set);
	const { told, kept, changed, keptChanged, outside, toldOutside, keptOutside, numbers, sameNumbers } =
		measureRewording(text, other);
	const rewritten =
		outside >= LEAST_REWRITTEN &&
		told >= LEAST_TOLD &&
		kept >= LEAST_KEPT &&
		keptOutside >= LEAST_KEPT &&
		(changed < LEAST_WORDS || keptChanged >= LEAST_KEPT_CHANGED);
	if (inRuns < NEAR_CONTAINED && !rewritten) return null;
	if (numbers >= LEAST_NUMBERS && sameNumbers < SAME_NUMBERS * numbers) return null;
	if (outside >= LEAST_WORDS && toldOutside < LEAST_TOLD_OUTSIDE) return null;
	return { a, b, contained: inRuns, containing: coverage(fuller.list, shorter.set) };
}

/** Every other of the runs of three words, chosen by its hash, so that both texts choose the same. */
function findPrints(sequence: WordSequence | undefined): ReadonlySet<number> {
	return new Set(findShingles(sequence?.words ?? NO_WORDS, PRINT_WORDS).filter((print) => print % 2 === 0));
}

/** The texts that share most prints with a text, ascending; those alone that `counts` says. */
function listSharing(
	prints: ReadonlySet<number>,
	postings: ReadonlyMap<number, readonly number[]>,
	counts: (index: number) => boolean,
): number[] {
	const shared = new Map<number, number>();
	for (const print of prints) {
		const posting = postings.get(print) ?? [];
		if (posting.length > MOST_SHARING) continue;
		for (const index of posting) if (counts(index)) shared.set(index, (shared.get(index) ?? 0) + 1);
	}
	return [...shared]
		.filter(([, count]) => count >= LEAST_SHARED * prints.size)
		.sort(([x, m], [y, n]) => n - m || x - y)
		.slice(0, MOST_CANDIDATES)
		.map(([index]) => index)
		.sort((x, y) => x - y);
}

/** How much of the shorter of two texts stands in runs of words of the fuller one, and the other way round, 0–1. */
export function measureContained(x: WordSequence, y: WordSequence): Pick<CopyPair, "contained" | "containing"> {
	const [own, other] = [findRuns(x), findRuns(y)];
	const [shorter, fuller] = own.list.length <= other.list.length ? [own, other] : [other, own];
	return { contained: coverage(shorter.list, fuller.set), containing: coverage(fuller.list, shorter.set) };
}

function findRuns(sequence: WordSequence | undefined): Runs {
	const list = findShingles(sequence?.words ?? NO_WORDS, RUN_WORDS);
	return { list, set: new Set(list) };
}

/** Share of words that stand in a run which the other text has too, 0–1. */
function coverage(runs: Uint32Array, other: ReadonlySet<number>): number {
	let covered = 0;
	let until = 0;
	for (let i = 0; i < runs.length; i++) {
		if (!other.has(runs[i] ?? 0)) continue;
		covered += i + RUN_WORDS - Math.max(i, until);
		until = i + RUN_WORDS;
	}
	return round(covered / Math.max(1, runs.length + RUN_WORDS - 1));
}
