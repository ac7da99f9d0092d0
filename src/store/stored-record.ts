import type { AnnotatedArticle } from "../model/annotated.ts";
import type { Article } from "../model/article.ts";
import type { ListedProblem } from "../model/problem.ts";
import type { QuotationListing } from "../model/quotation-listing.ts";
import type { CollationRecord } from "../model/record.ts";
import type { StoryListing } from "../model/story-listing.ts";
import {
	type AnalysisData,
	annotate,
	collateArticles,
	listQuotationsOf,
	listStoriesOf,
	settleArticles,
} from "../pipeline.ts";
import { findAnnotations, keepAnnotations, nameAnalysis } from "./annotations.ts";
import type { Database } from "./database.ts";
import { findUnindexed, keepPostings } from "./search/keep-postings.ts";
import { readArticles, readProblems } from "./stored-articles.ts";

/** Articles whose annotations are looked for, made and kept at once. */
const BATCH = 50;

export type StoreProgress = (done: number, total: number, label: string) => void;

/** What a store holds, annotated: by article id, with what went wrong. */
interface StoredSet {
	readonly articles: readonly AnnotatedArticle[];
	readonly problems: readonly ListedProblem[];
}

/**
 * Everything that a store holds, as collating its inputs would have annotated it. Annotations that the store has are
 * taken, others are made and kept.
 */
export async function annotateStore(
	database: Database,
	data: AnalysisData,
	progress?: StoreProgress,
): Promise<StoredSet> {
	const read: Article[] = [];
	for await (const batch of readArticles(database)) read.push(...batch);
	const articles = settleArticles(read);
	const asRead = new Map(read.map((article) => [article.id, article]));
	const analysis = nameAnalysis(data);
	const annotated: AnnotatedArticle[] = [];
	for (let at = 0; at < articles.length; at += BATCH) {
		const batch = articles.slice(at, at + BATCH);
		const known = await findAnnotations(database, batch, analysis);
		const unindexed = await findUnindexed(database, [...known.keys()]);
		const made: AnnotatedArticle[] = [];
		for (const [index, article] of batch.entries()) {
			progress?.(at + index, articles.length, `names and quotations in ${article.capture.place}`);
			const one = known.get(article.id) ?? annotate(article, data.tagger, data.names);
			if (!known.has(article.id)) made.push(one);
			annotated.push(one);
		}
		if (made.length > 0) await database.tx((tx) => keepAnnotations(tx, made, analysis, data.rarity, asRead));
		// Annotated before there was a search, or for one of another form.
		const bare = [...known.values()].filter(({ article }) => unindexed.has(article.id));
		if (bare.length > 0) await database.tx((tx) => keepPostings(tx, bare));
	}
	return { articles: annotated, problems: await readProblems(database) };
}

/** The record of all that a store holds: byte for byte that of collating the same inputs with the same data. */
export async function collateStore(
	database: Database,
	data: AnalysisData,
	progress?: StoreProgress,
): Promise<CollationRecord> {
	const { articles, problems } = await annotateStore(database, data, progress);
	progress?.(articles.length, articles.length, "collating");
	return collateArticles(articles, data, problems);
}

/** The stories of all that a store holds: the listing that the same inputs with the same data give. */
export async function listStoriesInStore(
	database: Database,
	data: AnalysisData,
	progress?: StoreProgress,
): Promise<StoryListing> {
	const { articles, problems } = await annotateStore(database, data, progress);
	progress?.(articles.length, articles.length, "grouping");
	return listStoriesOf(articles, data, problems);
}

/** Who is given which words in each report of a store: the listing that the same inputs with the same data give. */
export async function listQuotationsInStore(
	database: Database,
	data: AnalysisData,
	progress?: StoreProgress,
): Promise<QuotationListing> {
	const { articles, problems } = await annotateStore(database, data, progress);
	return listQuotationsOf(articles, data, problems);
}
