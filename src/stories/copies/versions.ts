import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { VersionGroup } from "../../model/record.ts";
import type { Place } from "../../model/span.ts";
import { compareNullable, compareText } from "../../text/compare.ts";
import { foldCase } from "../../text/fold.ts";
import { sliceOf } from "../../text/spans.ts";

/**
 * Articles of one source whose texts differ, earliest first (by published date, capture time, id),
 * with the sentences that each next version no longer has and those that it adds. Differences of
 * case, spacing and marks are none. Sorted by source id.
 */
export function findVersions(articles: readonly AnnotatedArticle[]): VersionGroup[] {
	const bySource = new Map<string, AnnotatedArticle[]>();
	for (const annotated of articles) {
		const { sourceId } = annotated.article;
		bySource.set(sourceId, [...(bySource.get(sourceId) ?? []), annotated]);
	}
	return [...bySource]
		.filter(([, group]) => group.length > 1)
		.sort(([x], [y]) => compareText(x, y))
		.map(([sourceId, group]) => {
			const sorted = [...group].sort(
				({ article: x }, { article: y }) =>
					compareNullable(x.published.earliest, y.published.earliest) ||
					compareNullable(x.capture.at, y.capture.at) ||
					compareText(x.id, y.id),
			);
			return {
				sourceId,
				articles: sorted.map(({ article }) => article.id),
				changes: sorted.slice(1).flatMap((next, index) => {
					const previous = sorted[index];
					return previous ? [findChanges(previous, next)] : [];
				}),
			};
		});
}

function findChanges(from: AnnotatedArticle, to: AnnotatedArticle): VersionGroup["changes"][number] {
	const before = listSentences(from);
	const after = listSentences(to);
	const kept = countKeys(before);
	const given = countKeys(after);
	return {
		from: from.article.id,
		to: to.article.id,
		removed: before.filter(({ key }) => !take(given, key)).map(({ place }) => place),
		added: after.filter(({ key }) => !take(kept, key)).map(({ place }) => place),
	};
}

function listSentences({ article, words }: AnnotatedArticle): { readonly key: string; readonly place: Place }[] {
	return words.sentences.map((sentence) => ({
		key: foldCase(sliceOf(article.text, sentence)).replace(/[^\p{L}\p{M}\p{Nd}]+/gu, " "),
		place: { article: article.id, start: sentence.start, end: sentence.end },
	}));
}

function countKeys(sentences: readonly { readonly key: string }[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { key } of sentences) counts.set(key, (counts.get(key) ?? 0) + 1);
	return counts;
}

/** Takes one of `key` from the counts; false when none is left. */
function take(counts: Map<string, number>, key: string): boolean {
	const count = counts.get(key) ?? 0;
	if (count > 0) counts.set(key, count - 1);
	return count > 0;
}
