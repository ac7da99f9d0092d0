import { listStoryLayer } from "../src/collation/story-listing.ts";
import type { AnnotatedArticle } from "../src/model/annotated.ts";
import type { Article } from "../src/model/article.ts";
import type { CollationRecord, Fact, Utterance } from "../src/model/record.ts";
import type { StoryListing } from "../src/model/story-listing.ts";
import { annotate, collateArticles } from "../src/pipeline.ts";
import { groupStories } from "../src/stories/stories.ts";
import { loadAnalysisData } from "../src/system/data.ts";
import { makeArticle } from "./make-article.ts";

/** A report for a test: its name stands for its source. */
export interface TestReport {
	readonly name: string;
	readonly text: string;
	/** Put above the text. */
	readonly headline?: string;
	/** Day it was published, `2031-05-14`. */
	readonly published?: string;
}

/** Runs the real analysis over short texts, with the shipped data. */
export function collateTexts(reports: readonly TestReport[]): CollationRecord {
	return collateArticles(annotateTexts(reports), loadAnalysisData());
}

/** The stories that short texts tell. */
export function storiesOf(reports: readonly TestReport[]): StoryListing {
	const articles = annotateTexts(reports);
	const layer = groupStories(articles, loadAnalysisData().rarity);
	return listStoryLayer(articles, layer, { version: "1.2.3", models: [], data: [], options: {}, corrections: 0 }, []);
}

function annotateTexts(reports: readonly TestReport[]): AnnotatedArticle[] {
	return reports.map(({ name, text, headline, published }) =>
		annotate(
			makeArticle(headline === undefined ? text : `${headline}\n${text}`, {
				sourceId: name,
				...(headline === undefined ? {} : headed(headline, text)),
				...(published === undefined
					? {}
					: {
							published: {
								earliest: published,
								latest: published,
								precision: "day" as const,
								zone: null,
								exact: published,
								reason: "the test states it",
								evidence: [],
							},
						}),
			}),
		),
	);
}

function headed(headline: string, text: string): Partial<Article> {
	const whole = `${headline}\n${text}`;
	const span = { start: 0, end: headline.length };
	const { blocks } = makeArticle(whole);
	return {
		headline: { text: headline, span, from: "first-line", made: false },
		blocks: blocks.map((block, at) => (at === 0 ? { ...block, kind: "heading" } : block)),
		body: [{ start: headline.length + 1, end: whole.length }],
	};
}

/** The name of a report by its article's id. */
export function nameOf(record: CollationRecord, article: string): string {
	return record.articles.find((one) => one.id === article)?.sourceId ?? "?";
}

/** The utterance with a rendition that holds the words, or null. */
export function utteranceWith(record: CollationRecord, words: string): Utterance | null {
	const texts = new Map(record.articles.map((article) => [article.id, article.text]));
	return (
		record.utterances.find((utterance) =>
			utterance.renditions.some((rendition) =>
				rendition.parts.some((part) =>
					part.spans.some((span) => texts.get(rendition.article)?.slice(span.start, span.end).includes(words)),
				),
			),
		) ?? null
	);
}

/** Facts of one type as `relation: value (report) | …`, sorted. */
export function listFacts(record: CollationRecord, type: Fact["type"]): string[] {
	return record.facts
		.filter((fact) => fact.type === type)
		.map((fact) => {
			const states = fact.states.map((state) => `${state.value} (${nameOf(record, state.article)})`).sort();
			return `${fact.relation}: ${states.join(" | ")}`;
		})
		.sort();
}
