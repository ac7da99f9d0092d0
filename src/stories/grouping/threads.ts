import type { Thread } from "../../model/record.ts";
import { compareText, round } from "../../text/compare.ts";
import { makeId } from "../../text/hash.ts";
import { clusterLinks, type Link, type Thresholds } from "./clustering.ts";
import type { ArticleFeatures, Feature } from "./features.ts";
import { findShared } from "./reasons.ts";
import type { Pair } from "./similarity.ts";

/** Mean likeness between the reports of two stories from which they are about the same matter. */
const THREAD_LIKENESS = 0.1;
const THREAD: Thresholds = { seed: THREAD_LIKENESS, grow: THREAD_LIKENESS, cohesion: 0, unshown: 0 };
/** Names at least this rare tie stories; how many they must share. */
const NAME_RARITY = 0.4;
const LEAST_NAMES = 2;
/** How many names and terms a thread lists. */
const MOST_ABOUT = 8;

/**
 * Stories about the same matter over time: joined when their words are alike, whatever the dates, and
 * they share at least two rare names. Stories stay apart; the thread only lists them, in the order
 * given.
 *
 * @param stories ids and members (indices into `features`), in the order of the record
 * @param nameEntity gives the entity id for a term that is part of a name in these articles, or null
 * @returns by first story
 */
export function findThreads(
	stories: readonly { readonly id: string; readonly members: readonly number[] }[],
	features: readonly ArticleFeatures[],
	pairs: readonly Pair[],
	nameEntity: (members: readonly number[], feature: Feature) => string | null,
): Thread[] {
	const storyOf = new Map<number, number>();
	stories.forEach(({ members }, story) => {
		for (const member of members) storyOf.set(member, story);
	});
	const totals = new Map<string, { readonly a: number; readonly b: number; total: number }>();
	for (const { a, b, likeness } of pairs) {
		const [x, y] = [storyOf.get(a), storyOf.get(b)];
		if (x === undefined || y === undefined || x === y) continue;
		const key = x < y ? `${x} ${y}` : `${y} ${x}`;
		const known = totals.get(key) ?? { a: Math.min(x, y), b: Math.max(x, y), total: 0 };
		known.total += likeness;
		totals.set(key, known);
	}
	const featuresOf = (members: readonly number[]): ArticleFeatures[] =>
		members.flatMap((member) => features[member] ?? []);
	const links: Link[] = [];
	for (const { a, b, total } of totals.values()) {
		const [x, y] = [stories[a]?.members ?? [], stories[b]?.members ?? []];
		const weight = round(total / (x.length * y.length));
		if (weight < THREAD_LIKENESS) continue;
		if (sharedNames(featuresOf(x), featuresOf(y)).length >= LEAST_NAMES) links.push({ a, b, weight });
	}
	return clusterLinks(stories.length, links, THREAD)
		.filter((group) => group.length > 1)
		.map((group) => {
			const ids = group.map((index) => stories[index]?.id ?? "");
			const [first, ...others] = group.map((index) => stories[index]?.members ?? []);
			const shared = sharedNames(featuresOf(first ?? []), featuresOf(others.flat()));
			const about: string[] = [];
			for (const feature of shared.slice(0, MOST_ABOUT)) {
				const entry = nameEntity(first ?? [], feature) ?? feature.shown;
				if (!about.includes(entry)) about.push(entry);
			}
			return { id: makeId("thread", [...ids].sort(compareText)[0] ?? ""), stories: ids, about };
		});
}

/** Rare names that both groups of reports use, the weightiest first. */
function sharedNames(x: readonly ArticleFeatures[], y: readonly ArticleFeatures[]): Feature[] {
	const best = new Map<string, Feature>();
	for (const own of x) {
		for (const feature of findShared(own, y)) {
			if (feature.name && feature.rarity >= NAME_RARITY && !best.has(feature.term)) best.set(feature.term, feature);
		}
	}
	return [...best.values()].sort((p, q) => q.weight - p.weight || compareText(p.term, q.term));
}
