import type { AnnotatedArticle } from "../model/annotated.ts";
import type { Article } from "../model/article.ts";
import type { TraceListing } from "../model/trace-listing.ts";
import { type AnalysisData, annotate, refuseUntraceable, traceInArticles } from "../pipeline.ts";
import { nameAnalysis, unpackAnnotation } from "./annotations.ts";
import type { Database, Queryable } from "./database.ts";
import { unpackJson } from "./packing.ts";
import { countIndexed } from "./search/coverage.ts";
import { findTraceCandidates, type TraceCandidate } from "./search/trace-candidates.ts";
import { readTraceQuery } from "./search/trace-query.ts";
import { annotateStore, type StoreProgress } from "./stored-record.ts";
import { vacuumEmbedded } from "./upkeep.ts";

/** A store of so few articles is searched whole. */
const FEW = 24;
/** Articles of a store that are analysed first where some are not: a minute or two. A larger one is not kept waiting. */
const MOST_ANALYSED_FIRST = 2000;

/** From this share of a sentence in one stretch on it most likely stands there: so many are looked into at most. */
const STRONG = 0.6;
const MOST_STRONG = 200;
/** From this share on it may stand there in other words. */
const WEAK = 0.3;
/** With what strengthens them, reports of their stories and weak ones, this many are looked into: 5 ms each, most of it grouping. */
const FILLED = 12;

/**
 * Where a text stands in what a store holds. Of a small store, the listing that tracing it in the same inputs with the
 * same data gives; of a larger one, what that gives of the reports that have its words close by one another, and of
 * those of their stories.
 */
export async function traceInStore(
	database: Database,
	text: string,
	data: AnalysisData,
	progress?: StoreProgress,
): Promise<TraceListing> {
	refuseUntraceable(text, data);
	let counts = await countIndexed(database);
	if (counts.articles <= FEW) {
		const { articles, problems } = await annotateStore(database, data, progress);
		progress?.(articles.length, articles.length, "tracing");
		return traceInArticles(text, articles, data, problems);
	}
	if (counts.indexed < counts.articles && counts.articles <= MOST_ANALYSED_FIRST) {
		await annotateStore(database, data, progress);
		await vacuumEmbedded(database);
		counts = await countIndexed(database);
	}
	const candidates = await findTraceCandidates(database, readTraceQuery(text, data.rarity), counts.indexed);
	const { chosen, left } = await choose(database, candidates);
	const articles = await readAnnotated(database, chosen, data, progress);
	progress?.(articles.length, articles.length, "tracing");
	return {
		...traceInArticles(text, articles, data),
		coverage: { articles: counts.articles, indexed: counts.indexed, left },
	};
}

/** The articles that are looked into, and how many are not though the text may stand there. */
async function choose(
	database: Queryable,
	candidates: readonly TraceCandidate[],
): Promise<{ readonly chosen: readonly bigint[]; readonly left: number }> {
	const strong = candidates.filter(({ share }) => share >= STRONG);
	const chosen = new Set(strong.slice(0, MOST_STRONG).map(({ article }) => article));
	const weak = candidates.filter(({ share }) => share >= WEAK && share < STRONG).map(({ article }) => article);
	const mates = chosen.size < FILLED ? await findMates(database, [...chosen]) : [];
	const known = new Set(mates);
	// Of a story, those first that have some of the words.
	const fill = [...weak.filter((article) => known.has(article)), ...mates, ...weak];
	for (const article of fill) {
		if (chosen.size >= FILLED) break;
		chosen.add(article);
	}
	return { chosen: [...chosen], left: strong.length - Math.min(strong.length, MOST_STRONG) };
}

/** The other reports of their stories, by id. */
async function findMates(database: Queryable, articles: readonly bigint[]): Promise<readonly bigint[]> {
	const rows = await database.query<{ article_id: bigint }>(
		`SELECT DISTINCT mate.article_id FROM stemma.story_member mate WHERE mate.story_id IN
			(SELECT story_id FROM stemma.story_member WHERE article_id = ANY ($1::bigint[])) ORDER BY 1`,
		[articles],
	);
	return rows.map(({ article_id }) => article_id);
}

/** These articles with their annotations; those that were made with other data are made anew, and not kept. */
export async function readAnnotated(
	database: Queryable,
	keys: readonly bigint[],
	data: AnalysisData,
	progress?: StoreProgress,
): Promise<readonly AnnotatedArticle[]> {
	const rows = await database.query<{ article_id: bigint; body: Uint8Array; annotation: Uint8Array }>(
		`SELECT article_body.article_id, article_body.packed AS body, annotation.packed AS annotation FROM stemma.article_body
		JOIN stemma.annotation ON annotation.article_id = article_body.article_id AND annotation.day = article_body.day
		WHERE article_body.article_id = ANY ($1::bigint[]) ORDER BY 1`,
		[keys],
	);
	const analysis = nameAnalysis(data);
	const unpacked = await Promise.all(
		rows.map(async ({ body, annotation }) => unpackAnnotation(await unpackJson<Article>(body), annotation)),
	);
	return unpacked.map(({ annotated, analysis: own }, done) => {
		if (own === analysis) return annotated;
		const { article } = annotated;
		progress?.(done, rows.length, `names and quotations in ${article.capture.place}`);
		return annotate(article, data.tagger, data.names);
	});
}
