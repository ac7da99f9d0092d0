import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { Article } from "../../model/article.ts";
import type { VersionGroup } from "../../model/record.ts";
import { compareNullable, compareText } from "../../text/compare.ts";
import { foldCase } from "../../text/fold.ts";
import { findDifferences } from "./differences.ts";

/**
 * Texts of one source that differ, earliest first, with what each next one changed. One source is one
 * `sourceId`; and one outlet, where it has published a copy of its text at a known later time under
 * another address. What another outlet makes of a text is a copy, no version. Sorted by source id.
 *
 * @param bases for each article the index of the fullest text that it is a copy of, as `findCopies` has it
 */
export function findVersions(articles: readonly AnnotatedArticle[], bases: readonly number[] = []): VersionGroup[] {
	const bySource = new Map<string, number[]>();
	const keys = articles.map(({ article }) => article.sourceId);
	for (const [from, to] of findReissues(articles, bases)) {
		const [x, y] = [keys[from] ?? "", keys[to] ?? ""].sort(compareText);
		keys.forEach((key, i) => {
			if (key === y) keys[i] = x ?? key;
		});
	}
	keys.forEach((key, index) => {
		const list = bySource.get(key);
		if (list) list.push(index);
		else bySource.set(key, [index]);
	});
	return [...bySource.values()]
		.filter((group) => group.length > 1)
		.map((group) => {
			const sorted = group
				.flatMap((index) => articles[index] ?? [])
				.sort(({ article: x }, { article: y }) => compareTimes(x, y) || compareText(x.id, y.id));
			return {
				sourceId: sorted[0]?.article.sourceId ?? "",
				articles: sorted.map(({ article }) => article.id),
				changes: sorted.slice(1).flatMap((next, index) => {
					const previous = sorted[index];
					return previous ? [findDifferences(previous, next)] : [];
				}),
			};
		})
		.sort((x, y) => compareText(x.sourceId, y.sourceId));
}

/** Pairs of a text that others copy and a copy of it, of one outlet, at two known times. */
function findReissues(articles: readonly AnnotatedArticle[], bases: readonly number[]): [number, number][] {
	return bases.flatMap((base, index): [number, number][] => {
		const [article, other] = [articles[index]?.article, articles[base]?.article];
		if (!article || !other || base === index || article.sourceId === other.sourceId) return [];
		if (!article.outlet || !other.outlet || foldCase(article.outlet.text) !== foldCase(other.outlet.text)) return [];
		return haveTimes(article, other) && compareTimes(article, other) !== 0 ? [[base, index]] : [];
	});
}

/** Whether both say when they were published, or else when they were captured. */
function haveTimes(x: Article, y: Article): boolean {
	return (
		(x.published.earliest !== null && y.published.earliest !== null) || (x.capture.at !== null && y.capture.at !== null)
	);
}

function compareTimes(x: Article, y: Article): number {
	return (
		compareNullable(x.published.earliest, y.published.earliest) ||
		compareNullable(x.modified.earliest, y.modified.earliest) ||
		compareNullable(x.capture.at, y.capture.at)
	);
}
