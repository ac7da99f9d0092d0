import type { RecordArticle } from "../../model/record.ts";
import { groupBy } from "../view/group-by.ts";
import { lastPart } from "../view/record-index.ts";
import { measureLikeness } from "../view/wordings.ts";

/** One report of two records under two ids. */
export interface ArticlePair {
	readonly from: RecordArticle;
	readonly to: RecordArticle;
}

export interface ArticlePairs {
	/** The same text, read from another place. */
	readonly moved: readonly ArticlePair[];
	/** Another text of one source. */
	readonly versions: readonly ArticlePair[];
	readonly added: readonly RecordArticle[];
	readonly removed: readonly RecordArticle[];
}

/** Two texts of one file name are versions of one report where this share of their words is the same (Dice). */
const LIKE = 0.5;

/**
 * Which articles of two records are one report: of one id; the same text from another place; another text of one
 * source; and, from files that lie in another folder now, a text much like it under a file name that neither record has
 * twice. Each is paired once, in the order of the records.
 */
export function pairArticles(earlier: readonly RecordArticle[], later: readonly RecordArticle[]): ArticlePairs {
	const known = new Set(earlier.map(({ id }) => id));
	const here = new Set(later.map(({ id }) => id));
	let removed = earlier.filter(({ id }) => !here.has(id));
	let added = later.filter(({ id }) => !known.has(id));
	const take = (keyOf: (article: RecordArticle) => string | null, fits: (pair: ArticlePair) => boolean) => {
		const pairs = pairByKey(removed, added, keyOf).filter(fits);
		const gone = new Set(pairs.flatMap(({ from, to }) => [from, to]));
		removed = removed.filter((article) => !gone.has(article));
		added = added.filter((article) => !gone.has(article));
		return pairs;
	};
	const always = (): boolean => true;
	const byPlace = take(({ text, capture }) => JSON.stringify([text, lastPart(capture.place)]), always);
	const byText = take(({ text }) => text, always);
	const bySource = take(({ sourceId }) => sourceId, always);
	const nameOf = ({ capture }: RecordArticle): string => lastPart(capture.place);
	const names = [earlier, later].map((list) => groupBy(list, nameOf));
	const isOnly = (name: string): boolean => names.every((lists) => lists.get(name)?.length === 1);
	const byName = take(
		(article) => (article.capture.url === null && isOnly(nameOf(article)) ? nameOf(article) : null),
		({ from, to }) => measureLikeness(from.text, to.text) >= LIKE,
	);
	return { moved: [...byPlace, ...byText], versions: [...bySource, ...byName], added, removed };
}

function pairByKey(
	earlier: readonly RecordArticle[],
	later: readonly RecordArticle[],
	keyOf: (article: RecordArticle) => string | null,
): ArticlePair[] {
	const waiting = groupBy(
		earlier.filter((article) => keyOf(article) !== null),
		(article) => keyOf(article) ?? "",
	);
	return later.flatMap((to) => {
		const key = keyOf(to);
		const from = key === null ? undefined : waiting.get(key)?.shift();
		return from ? [{ from, to }] : [];
	});
}
