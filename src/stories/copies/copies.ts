import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { CopyGroup } from "../../model/record.ts";
import type { Span } from "../../model/span.ts";
import { compareText, round } from "../../text/compare.ts";
import { makeId } from "../../text/hash.ts";
import { compareArticles } from "../order.ts";
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
 * Share of the shorter text's words that must stand in common runs. Measured on meter, newspaper
 * reports against the wire texts of their story: a fifth of the wholly derived ones reach it, one in
 * sixty of the partially derived, none of those that are not derived.
 */
const NEAR_CONTAINED = 0.75;
/** Runs of this many words count as common: short enough to survive one word in ten being changed. */
const RUN_WORDS = 4;
/**
 * Least share of a text's fingerprints that a text holding it has: a quarter survives where one word
 * in five was changed.
 */
const LEAST_SHARED = 0.25;
/** A fingerprint of more texts than this, copies aside, is a set phrase. */
const MOST_SHARING = 400;

/**
 * Articles that are the same text. `exact`: the same words in the same order; `near`: every member
 * holds, or is held by, the group's fullest text, so members are never chained through one another.
 * The two halves of one capture form a group of their own. A primary document is nobody's copy, and
 * a report that prints it is no copy of another report's for that.
 *
 * @param sequences the words of `articles`, in the same order (sorted by id)
 */
export function findCopies(articles: readonly AnnotatedArticle[], sequences: readonly WordSequence[]): Copies {
	const isReport = articles.map(({ article }) => article.role === "report");
	const leaders = findLeaders(articles, sequences, isReport);
	const { bases, pairs } = findBases(sequences, leaders, isReport);
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

/** The earliest of the exact copies stands for them, so that what draws on the text draws on its first print. */
function findLeaders(
	articles: readonly AnnotatedArticle[],
	sequences: readonly WordSequence[],
	isReport: readonly boolean[],
): number[] {
	const seen = new Map<string, number>();
	const leaders = articles.map((_, index) => index);
	const byTime = articles
		.map(({ article }, index) => ({ article, index }))
		.sort((x, y) => compareArticles(x.article, y.article));
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

/**
 * Takes the texts from the fullest to the shortest. One that a base holds goes to the base that holds
 * most of it; one that none holds becomes a base. So a text is held against bases alone, and a
 * thousand copies of one text cost a thousand comparisons.
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
	const baseOf = new Map<number, number>();
	const pairs: CopyPair[] = [];
	const postings = new Map<number, number[]>();
	const runs = new Map<number, { readonly list: Uint32Array; readonly set: ReadonlySet<number> }>();
	for (const index of order) {
		const words = sequences[index]?.words ?? new Uint32Array();
		const shingles = findShingles(words);
		const prints = new Set(findFingerprints(shingles).map((at) => shingles[at] ?? 0));
		const list = findShingles(words, RUN_WORDS);
		const set = new Set(list);
		let best: CopyPair | null = null;
		for (const base of listSharing(prints, postings)) {
			const fuller = runs.get(base);
			if (!fuller) continue;
			const contained = coverage(list, fuller.set);
			if (contained < NEAR_CONTAINED) continue;
			const pair = { a: base, b: index, contained, containing: coverage(fuller.list, set) };
			pairs.push(pair);
			if (!best || contained > best.contained || (contained === best.contained && base < best.a)) best = pair;
		}
		if (best) {
			baseOf.set(index, best.a);
			continue;
		}
		runs.set(index, { list, set });
		for (const print of prints) {
			const posting = postings.get(print);
			if (posting) posting.push(index);
			else postings.set(print, [index]);
		}
	}
	return {
		bases: leaders.map((leader) => baseOf.get(leader) ?? leader),
		pairs: pairs.sort((x, y) => x.a - y.a || x.b - y.b),
	};
}

/** The bases that share enough fingerprints with a text to be worth comparing, ascending. */
function listSharing(prints: ReadonlySet<number>, postings: ReadonlyMap<number, readonly number[]>): number[] {
	const shared = new Map<number, number>();
	for (const print of prints) {
		const posting = postings.get(print) ?? [];
		if (posting.length > MOST_SHARING) continue;
		for (const base of posting) shared.set(base, (shared.get(base) ?? 0) + 1);
	}
	return [...shared]
		.filter(([, count]) => count >= LEAST_SHARED * prints.size)
		.map(([base]) => base)
		.sort((x, y) => x - y);
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
