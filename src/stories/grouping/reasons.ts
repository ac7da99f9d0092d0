import type { ArticleFeatures, Feature } from "./features.ts";
import { dayGap } from "./similarity.ts";

/** A shared term that adds less than this to the likeness of two articles is no reason. */
const LEAST_SHARE = 0.004;

/** What ties one article to a group of others: the shared terms that say most, names first. */
export function findShared(own: ArticleFeatures, others: readonly ArticleFeatures[]): Feature[] {
	const weights = new Map<number, number>();
	for (const other of others) {
		for (let i = 0, j = 0; i < own.hashes.length && j < other.hashes.length; ) {
			const [x, y] = [own.hashes[i] ?? 0, other.hashes[j] ?? 0];
			if (x === y) {
				weights.set(i, (weights.get(i) ?? 0) + (own.weights[i] ?? 0) * (other.weights[j] ?? 0));
				i++;
				j++;
			} else if (x < y) i++;
			else j++;
		}
	}
	return [...weights]
		.filter(([, weight]) => weight / others.length >= LEAST_SHARE)
		.sort(([i, x], [j, y]) => y - x || i - j)
		.flatMap(([index]) => own.features[index] ?? []);
}

/** `published the same day`, `published 3 days apart`; null when a date is unknown. */
export function describeGap(own: ArticleFeatures, others: readonly ArticleFeatures[]): string | null {
	let least: number | null = null;
	for (const other of others) {
		const gap = dayGap(own, other);
		if (gap !== null && (least === null || gap < least)) least = gap;
	}
	if (least === null) return null;
	if (least === 0) return "published the same day";
	if (least === 1) return "published a day apart";
	if (least < 60) return `published ${least} days apart`;
	if (least < 730) return `published ${Math.round(least / 30)} months apart`;
	return `published ${Math.round(least / 365)} years apart`;
}
