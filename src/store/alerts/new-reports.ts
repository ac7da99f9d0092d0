import type { RecordArticle } from "../../model/record.ts";
import type { Place, Span } from "../../model/span.ts";
import { countOf } from "../../report/view/count-words.ts";
import { clipWords } from "../../report/view/shorten.ts";
import { makeId } from "../../text/hash.ts";
import { findSentences } from "../../text/sentences.ts";
import { contains } from "../../text/spans.ts";
import { citeReports, describeStory, type Finding, type Looked, storyOf } from "./finding.ts";

/**
 * New reports that have the words: a text that is carried by five outlets is found once, and so is one that is edited
 * again.
 *
 * Catches a report of "the ferry sank" for `ferry`; not a copy of a report that was found before.
 */
export function findReports({ index, isOld, words }: Looked): Finding[] {
	if (words === null) return [];
	const found = new Map<string, readonly Span[]>();
	for (const article of index.record.articles) {
		if (article.role !== "report" || isOld(article.id)) continue;
		const spans = words.inReport(article);
		if (spans !== null) found.set(article.id, spans);
	}
	// A copy that has the words in text of its own as well is a report of its own.
	const copies = index.record.copyGroups.map(({ members }) =>
		members.flatMap(({ article, spans }) =>
			(found.get(article) ?? []).every((word) => spans.some((span) => contains(span, word))) ? [article] : [],
		),
	);
	return groupCopies(index.record.articles, copies).flatMap((group): Finding[] => {
		const own = group.flatMap(({ id }) => (found.has(id) ? [id] : []));
		const [first] = own;
		const article = index.articles.get(first ?? "");
		if (!article || group.some(({ id }) => isOld(id))) return [];
		const places = own.flatMap((id) => placesOf(index.articles.get(id), found.get(id) ?? []));
		const others = own.length - 1;
		const title = article.headline?.text ?? places[0]?.exact ?? article.capture.place;
		return [
			{
				keys: own.map((id) => ({
					key: makeId("report", index.articles.get(id)?.sourceId ?? id),
					article: id,
					cited: true,
				})),
				entry: {
					kind: "words",
					title: clipWords(title),
					summary: others > 0 ? `With ${countOf(others, "copy", "copies")} of its text.` : "",
					details: [],
					story: describeStory(index, storyOf(index, article.id)),
					reports: citeReports(index, own, places),
				},
			},
		];
	});
}

/** Articles that are one text or of one source, in the order of the record. */
function groupCopies(articles: readonly RecordArticle[], copies: readonly (readonly string[])[]): RecordArticle[][] {
	const groups = new Map<string, RecordArticle[]>(articles.map((article) => [article.id, [article]]));
	const join = (ids: readonly string[]): void => {
		const joined = [...new Set(ids.flatMap((id) => groups.get(id) ?? []))];
		for (const { id } of joined) groups.set(id, joined);
	};
	for (const ids of copies) join(ids);
	const bySource = new Map<string, string[]>();
	for (const { id, sourceId } of articles) bySource.set(sourceId, [...(bySource.get(sourceId) ?? []), id]);
	for (const ids of bySource.values()) if (ids.length > 1) join(ids);
	const rank = new Map(articles.map(({ id }, at) => [id, at]));
	return [...new Set(groups.values())].map((group) =>
		[...group].sort((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0)),
	);
}

/** Sentences that an entry gives of a report. */
const SENTENCES = 2;

/** The first sentences that have the words. */
function placesOf(article: RecordArticle | undefined, spans: readonly Span[]): (Place & { readonly exact: string })[] {
	if (!article) return [];
	const sentences = findSentences(article.text, article.body);
	return sentences
		.filter((sentence) => spans.some(({ start, end }) => sentence.start <= start && end <= sentence.end))
		.slice(0, SENTENCES)
		.map(({ start, end }) => ({ article: article.id, start, end, exact: article.text.slice(start, end) }));
}
