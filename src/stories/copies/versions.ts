import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { Article } from "../../model/article.ts";
import type { Passage, VersionGroup } from "../../model/record.ts";
import { compareNullable, compareText } from "../../text/compare.ts";
import { spanLength } from "../../text/spans.ts";
import { foldName } from "../entities/fold-name.ts";
import { ownerOf } from "../order.ts";
import { isCorrected } from "./corrected.ts";
import { findDifferences } from "./differences.ts";

/** Two reports of one outlet under one headline are one report that went on where they share this part of the shorter. */
const SHARED_PART = 0.3;

/**
 * Texts of one source that differ, earliest first, with what each next one changed. One source is one
 * `sourceId`; and one outlet or agency, where another address has a copy of its text, or a text of the same
 * headline that shares a good part of it, and times or the text itself say which is later. What another
 * outlet makes of a text is a copy, no version; nor are two texts of a heading that comes every day. Sorted
 * by source id.
 *
 * @param bases for each article the index of the fullest text that it is a copy of, as `findCopies` has it
 */
export function findVersions(
	articles: readonly AnnotatedArticle[],
	bases: readonly number[] = [],
	passages: readonly Passage[] = [],
): VersionGroup[] {
	const bySource = new Map<string, number[]>();
	const keys = articles.map(({ article }) => article.sourceId);
	for (const [from, to] of [...findReissues(articles, bases), ...findSameHeadlines(articles, passages)]) {
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

/** Pairs of a text that others copy and a copy of it, of one owner, one of them later. */
function findReissues(articles: readonly AnnotatedArticle[], bases: readonly number[]): [number, number][] {
	return bases.flatMap((base, index): [number, number][] => {
		const [article, other] = [articles[index]?.article, articles[base]?.article];
		return article && other && base !== index && areOfOneSource(article, other) ? [[base, index]] : [];
	});
}

/** Pairs of one owner under one headline of its own that share a good part of the shorter body. */
function findSameHeadlines(articles: readonly AnnotatedArticle[], passages: readonly Passage[]): [number, number][] {
	const indexOf = new Map(articles.map(({ article }, index) => [article.id, index]));
	const shared = new Map<string, { readonly a: number; readonly b: number; length: number }>();
	for (const { a, b } of passages) {
		const [x, y] = [indexOf.get(a.article), indexOf.get(b.article)];
		const [article, other] = [articles[x ?? -1]?.article, articles[y ?? -1]?.article];
		if (x === undefined || y === undefined || !article || !other || !haveOneHeadline(article, other)) continue;
		if (!areOfOneSource(article, other)) continue;
		const known = shared.get(`${x} ${y}`) ?? { a: x, b: y, length: 0 };
		known.length += a.end - a.start;
		shared.set(`${x} ${y}`, known);
	}
	return [...shared.values()]
		.filter(({ a, b, length }) => {
			const lengths = [a, b].map((index) => spanLength(articles[index]?.article.body ?? []));
			return length >= SHARED_PART * Math.min(...lengths);
		})
		.map(({ a, b }) => [a, b]);
}

function haveOneHeadline({ headline: x }: Article, { headline: y }: Article): boolean {
	return x !== null && y !== null && !x.made && !y.made && foldName(x.text) === foldName(y.text);
}

/** Whether both are one owner's under two addresses, and something says which is later. */
function areOfOneSource(x: Article, y: Article): boolean {
	const owner = ownerOf(x);
	if (owner === null || owner !== ownerOf(y) || x.sourceId === y.sourceId) return false;
	return compareTimes(x, y) !== 0 && (haveTimes(x, y) || isCorrected(x) !== isCorrected(y));
}

/** Whether both say when they were published, or else when they were captured. */
function haveTimes(x: Article, y: Article): boolean {
	return (
		(x.published.earliest !== null && y.published.earliest !== null) || (x.capture.at !== null && y.capture.at !== null)
	);
}

/**
 * The earlier first, as far as times tell: of one time of publication, what states no change before what states one;
 * and the one that corrects itself last.
 */
function compareTimes(x: Article, y: Article): number {
	return (
		compareNullable(x.published.earliest, y.published.earliest) ||
		compareText(x.modified.earliest ?? "", y.modified.earliest ?? "") ||
		compareNullable(x.capture.at, y.capture.at) ||
		Number(isCorrected(x)) - Number(isCorrected(y))
	);
}
