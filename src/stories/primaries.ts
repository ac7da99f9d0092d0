import type { AnnotatedArticle } from "../model/annotated.ts";
import type { Passage } from "../model/record.ts";
import { countWords } from "../text/tokens.ts";
import type { Pair } from "./grouping/similarity.ts";

/**
 * Places primary documents in stories, after the reports have been grouped: which reports tell one
 * story does not depend on what they are held against.
 *
 * A primary goes to the story whose reports share most words with it in passages, quoted or not; where
 * none shares a passage, to that of the report most like it, from `least` on. One that meets neither
 * stands in no story: a story is made of reports.
 *
 * @param groups stories as indices into `articles`, reports alone
 * @returns for each story the indices of its primaries, ascending
 */
export function placePrimaries(
	articles: readonly AnnotatedArticle[],
	groups: readonly (readonly number[])[],
	passages: readonly Passage[],
	pairs: readonly Pair[],
	least: number,
): number[][] {
	const groupOf = new Map<number, number>();
	groups.forEach((members, group) => {
		for (const member of members) groupOf.set(member, group);
	});
	const indexOf = new Map(articles.map(({ article }, index) => [article.id, index]));
	const placed: number[][] = groups.map(() => []);
	for (const [index, { article }] of articles.entries()) {
		if (article.role !== "primary") continue;
		const words = new Map<number, number>();
		for (const { a, b, exact } of passages) {
			if ((a.article === article.id) === (b.article === article.id)) continue;
			const other = indexOf.get(a.article === article.id ? b.article : a.article) ?? -1;
			const group = groupOf.get(other);
			if (group !== undefined) words.set(group, (words.get(group) ?? 0) + countWords(exact));
		}
		const alike = new Map<number, number>();
		for (const { a, b, weight } of pairs) {
			if ((a === index) === (b === index) || weight < least) continue;
			const group = groupOf.get(a === index ? b : a);
			if (group !== undefined) alike.set(group, Math.max(alike.get(group) ?? 0, weight));
		}
		const group = mostOf(words.size > 0 ? words : alike);
		if (group !== null) placed[group]?.push(index);
	}
	return placed;
}

/** The key with the greatest value; of equals the smallest. */
function mostOf(values: ReadonlyMap<number, number>): number | null {
	let best: number | null = null;
	let most = 0;
	for (const [key, value] of values) {
		if (value > most || (value === most && best !== null && key < best)) [best, most] = [key, value];
	}
	return best;
}
