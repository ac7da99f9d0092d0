import type { AnnotatedArticle } from "../model/annotated.ts";
import type { CopyGroup } from "../model/record.ts";
import type { Span } from "../model/span.ts";
import { compareText, round } from "../text/compare.ts";
import { makeId } from "../text/hash.ts";
import { findFingerprints, findShingles, type WordSequence } from "./fingerprints.ts";

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
	/** For each article the fullest text of its near group, or of its exact group; itself when it has neither. */
	readonly bases: readonly number[];
	/** The pairs behind the near groups, by `a`, then `b`. */
	readonly pairs: readonly CopyPair[];
}

/** Fewer words than this are too little to call two texts copies. */
const LEAST_WORDS = 20;
/**
 * Share of the shorter text that must stand in common runs. Copies cut, reordered and edited lie
 * above it, texts that merely share quotations below (measured on meter's wholly derived reports).
 */
const NEAR_CONTAINED = 0.75;
/** Runs of this many words count as common: short enough to survive one word in ten being changed. */
const RUN_WORDS = 4;
/** Articles that share a fingerprint with more others than this share a set phrase, not a text. */
const MOST_SHARING = 400;

/**
 * Articles that are the same text. `exact`: the same words in the same order; `near`: every member
 * holds, or is held by, the group's fullest text, so members are never chained through one another.
 * The two halves of one capture form a group of their own.
 *
 * @param sequences the words of `articles`, in the same order (sorted by id)
 */
export function findCopies(articles: readonly AnnotatedArticle[], sequences: readonly WordSequence[]): Copies {
	const leaders = findLeaders(sequences);
	const pairs = findCopyPairs(sequences, leaders);
	const bases = findBases(sequences, leaders, pairs);
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

function findLeaders(sequences: readonly WordSequence[]): number[] {
	const seen = new Map<string, number>();
	return sequences.map(({ norms }, index) => {
		if (norms.length < LEAST_WORDS) return index;
		const key = norms.join(" ");
		const leader = seen.get(key);
		if (leader === undefined) seen.set(key, index);
		return leader ?? index;
	});
}

function findCopyPairs(sequences: readonly WordSequence[], leaders: readonly number[]): CopyPair[] {
	const postings = new Map<number, number[]>();
	const prints = sequences.map((sequence, index) => {
		if (leaders[index] !== index || sequence.norms.length < LEAST_WORDS) return [];
		const shingles = findShingles(sequence.words);
		const distinct = [...new Set(findFingerprints(shingles).map((at) => shingles[at] ?? 0))];
		for (const print of distinct) {
			const list = postings.get(print);
			if (list) list.push(index);
			else postings.set(print, [index]);
		}
		return distinct;
	});
	const runs = sequences.map(() => null as { readonly list: Uint32Array; readonly set: Set<number> } | null);
	const runsOf = (index: number): { readonly list: Uint32Array; readonly set: Set<number> } => {
		const known = runs[index];
		if (known) return known;
		const list = findShingles(sequences[index]?.words ?? new Uint32Array(), RUN_WORDS);
		const made = { list, set: new Set(list) };
		runs[index] = made;
		return made;
	};
	const pairs: CopyPair[] = [];
	const shared = new Uint32Array(sequences.length);
	prints.forEach((own, index) => {
		const touched: number[] = [];
		for (const print of own) {
			const list = postings.get(print) ?? [];
			if (list.length > MOST_SHARING) continue;
			for (const other of list) {
				if (other >= index) break;
				if (shared[other] === 0) touched.push(other);
				shared[other] = (shared[other] ?? 0) + 1;
			}
		}
		for (const other of touched) {
			const least = Math.min(own.length, prints[other]?.length ?? 0);
			// A third of the shorter text's fingerprints in common is well below what a copy with a tenth of its words changed keeps.
			if ((shared[other] ?? 0) * 4 >= least) {
				const longer = isFuller(sequences, other, index) ? other : index;
				const shorter = longer === other ? index : other;
				const contained = coverage(runsOf(shorter).list, runsOf(longer).set);
				if (contained >= NEAR_CONTAINED) {
					pairs.push({
						a: longer,
						b: shorter,
						contained,
						containing: coverage(runsOf(longer).list, runsOf(shorter).set),
					});
				}
			}
			shared[other] = 0;
		}
	});
	return pairs.sort((x, y) => x.a - y.a || x.b - y.b);
}

function isFuller(sequences: readonly WordSequence[], first: number, second: number): boolean {
	const difference = (sequences[first]?.norms.length ?? 0) - (sequences[second]?.norms.length ?? 0);
	return difference > 0 || (difference === 0 && first < second);
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

/** Every text that no fuller text holds is a base; the others go to the base that holds most of them. */
function findBases(
	sequences: readonly WordSequence[],
	leaders: readonly number[],
	pairs: readonly CopyPair[],
): number[] {
	const order = sequences.map((_, index) => index).sort((x, y) => (x === y ? 0 : isFuller(sequences, x, y) ? -1 : 1));
	const held = new Map<number, CopyPair[]>();
	for (const pair of pairs) held.set(pair.b, [...(held.get(pair.b) ?? []), pair]);
	const base = new Map<number, number>();
	for (const index of order) {
		if (leaders[index] !== index) continue;
		let best: CopyPair | null = null;
		for (const pair of held.get(index) ?? []) {
			if (base.get(pair.a) !== pair.a) continue;
			if (!best || pair.contained > best.contained || (pair.contained === best.contained && pair.a < best.a))
				best = pair;
		}
		base.set(index, best ? best.a : index);
	}
	return leaders.map((leader) => base.get(leader) ?? leader);
}
