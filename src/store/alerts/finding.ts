import type { AlertEntry, CitedReport } from "../../model/alert.ts";
import type { RecordArticle, Story } from "../../model/record.ts";
import type { Place, Span } from "../../model/span.ts";
import { describeDate } from "../../report/view/date-words.ts";
import { orderArticles, type RecordIndex, reportsOf } from "../../report/view/record-index.ts";
import { titleOf } from "../../report/view/story-lists.ts";
import { compareSpans } from "../../text/compare.ts";
import { makeId } from "../../text/hash.ts";
import type { WordMatcher } from "./word-matcher.ts";

/** What is looked through, and what of it is not new. */
export interface Looked {
	readonly index: RecordIndex;
	/** Whether the store had an article before the alert was. */
	isOld(article: string): boolean;
	/** Of the words that are asked for; null where none are. */
	readonly words: WordMatcher | null;
}

/**
 * Something found. Its keys are made of what it stands on in single reports, so that the same thing is known again when
 * its story grows, is joined with another or is collated anew: two findings that share a key are one.
 */
export interface Finding {
	readonly keys: readonly FindingKey[];
	readonly entry: Omit<AlertEntry, "id" | "alert" | "foundAt">;
}

export interface FindingKey {
	readonly key: string;
	/** The article that it stands on: with it the key is forgotten. */
	readonly article: string;
	/** Whether the entry gives words of the article: with it the entry is forgotten. */
	readonly cited: boolean;
}

/** Reports that an entry cites, and stretches of each; characters of one that is the words of a whole sentence. */
const MOST_REPORTS = 12;
const MOST_WORDS = 4;
const LONGEST = 600;

/** Reports with the words that a finding stands on, in the order of the record. */
export function citeReports(index: RecordIndex, articles: Iterable<string>, places: readonly Place[]): CitedReport[] {
	return orderArticles(index, articles)
		.slice(0, MOST_REPORTS)
		.flatMap((id) => {
			const article = index.articles.get(id);
			if (!article) return [];
			const own = places.filter((place) => place.article === id);
			return [citeReport(article, own)];
		});
}

function citeReport(article: RecordArticle, spans: readonly Span[]): CitedReport {
	const seen = new Set<number>();
	const words = [...spans]
		.sort(compareSpans)
		.filter(({ start }) => !seen.has(start) && seen.add(start))
		.slice(0, MOST_WORDS)
		.map(({ start, end }) => {
			const last = Math.min(end, start + LONGEST);
			return { start, end: last, exact: article.text.slice(start, last) };
		});
	return {
		article: article.id,
		role: article.role,
		place: article.capture.place,
		url: article.capture.url,
		outlet: article.outlet?.text ?? null,
		headline: article.headline?.text ?? null,
		published: describeDate(article.published),
		words,
	};
}

/** The story that an article is in, as an entry names it. */
export function describeStory(index: RecordIndex, story: Story | undefined): AlertEntry["story"] {
	if (!story) return null;
	const { id, lines } = story;
	return { id, headline: titleOf(index, story), reports: reportsOf(index, story).length, lines: lines.length };
}

/** The story that an article is in. */
export function storyOf({ record }: RecordIndex, article: string): Story | undefined {
	return record.stories.find(({ articles }) => articles.includes(article));
}

/** The keys of places: where words begin in their article. */
export function keysOfPlaces(what: string, places: readonly Place[]): FindingKey[] {
	const keys = new Map<string, FindingKey>();
	for (const { article, start } of places) {
		const key = makeId(what, article, start);
		keys.set(key, { key, article, cited: true });
	}
	return [...keys.values()];
}
