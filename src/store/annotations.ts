import type { AnnotatedArticle } from "../model/annotated.ts";
import type { Article } from "../model/article.ts";
import type { AnalysisData } from "../pipeline.ts";
import type { TermRarity } from "../stories/grouping/term-rarity.ts";
import { compareText } from "../text/compare.ts";
import { makeId } from "../text/hash.ts";
import { findWords } from "../text/words.ts";
import type { Queryable } from "./database.ts";
import { keyOf, toId, toKey } from "./keys.ts";
import { findNeighbourKeys } from "./neighbour-keys.ts";
import { keepNeighbourKeys, packKeys } from "./neighbours.ts";
import { packJson, unpackJson } from "./packing.ts";
import { describeProgram } from "./program.ts";
import { type ArticleIndex, indexArticle, keepIndexes } from "./search/keep-postings.ts";
import { findUnits } from "./search/units.ts";

/** What is found in an article; its words are found anew, in a fraction of the time and none of the space. */
type Findings = Omit<AnnotatedArticle, "article" | "words">;

/** What settling may change of an article, as it was when it was annotated. */
type Settled = Pick<Article, "body" | "blocks" | "links" | "dropped">;

/** What is kept of an annotation. */
interface Annotation extends Findings {
	/** What it was made by and with: see `nameAnalysis`. */
	readonly analysis: string;
	readonly madeFrom: string;
	/** The article without its outlet's blocks, where it has any. */
	readonly settled?: Settled;
}

/** An annotation that is packed outside of the transaction that keeps it. */
export interface Kept {
	readonly article: string;
	readonly madeFrom: bigint;
	readonly packed: Uint8Array;
	/** What search finds it by. */
	readonly index: ArticleIndex;
	/** By what it is brought together with others when it is placed. */
	readonly keys: readonly number[];
}

/** What annotations depend on besides the article: the program, its models and the user's names. */
export function nameAnalysis({ tagger, names }: AnalysisData): string {
	return makeId(describeProgram(), tagger?.sha256 ?? "no tagger", JSON.stringify(names?.entries ?? []));
}

/**
 * What an annotation was made from: another article, program, model or list of names makes another one. What was
 * dropped, with the reason, is nothing that anything is found in.
 */
function madeFrom(article: Article, analysis: string): bigint {
	return keyOf("annotation", analysis, JSON.stringify({ ...article, dropped: [] }));
}

/** @param read the article as it was read, before its outlet's blocks were dropped; null where only that is known */
export async function packAnnotation(
	annotated: AnnotatedArticle,
	read: Article | null,
	analysis: string,
	rarity: TermRarity,
): Promise<Kept> {
	const { article, words: _, ...findings } = annotated;
	const { body, blocks, links, dropped } = article;
	const key = madeFrom(article, analysis);
	const isSettled = read === null || (read !== article && JSON.stringify(read) !== JSON.stringify(article));
	const annotation: Annotation = {
		...findings,
		analysis,
		madeFrom: toId(key),
		...(isSettled ? { settled: { body, blocks, links, dropped } } : {}),
	};
	const units = findUnits(article.text);
	return {
		article: article.id,
		madeFrom: key,
		packed: await packJson(annotation),
		index: indexArticle(annotated, units),
		keys: findNeighbourKeys(article, units, rarity),
	};
}

/**
 * An annotation with its article, which is as it was when it was annotated.
 *
 * @param article as it was read, or as it is settled now: `isCurrent` says whether it is what was annotated
 */
export async function findAnnotated(
	article: Article,
	packed: Uint8Array,
): Promise<{ readonly annotated: AnnotatedArticle; readonly analysis: string; readonly isCurrent: boolean }> {
	const { annotated, analysis, made } = await unpackAnnotation(article, packed);
	return { annotated, analysis, isCurrent: made === toId(madeFrom(article, analysis)) };
}

/** The same, whatever the article is now. */
export async function unpackAnnotation(
	article: Article,
	packed: Uint8Array,
): Promise<{ readonly annotated: AnnotatedArticle; readonly analysis: string; readonly made: string }> {
	const { analysis, madeFrom: made, settled, ...findings } = await unpackJson<Annotation>(packed);
	const whole = { ...article, ...settled };
	return { annotated: { article: whole, words: findWords(whole), ...findings }, analysis, made };
}

/** The annotations of these articles that the store has and that were made from what they are now, by article id. */
export async function findAnnotations(
	database: Queryable,
	articles: readonly Article[],
	analysis: string,
): Promise<ReadonlyMap<string, AnnotatedArticle>> {
	const rows = await database.query<{ article_id: bigint; made_from: bigint; packed: Uint8Array }>(
		"SELECT article_id, made_from, packed FROM stemma.annotation WHERE article_id = ANY ($1::bigint[])",
		[articles.map(({ id }) => toKey(id))],
	);
	const byId = new Map(rows.map((row) => [toId(row.article_id), row]));
	const found = new Map<string, AnnotatedArticle>();
	for (const article of articles) {
		const row = byId.get(article.id);
		if (!row || row.made_from !== madeFrom(article, analysis)) continue;
		const { annotated } = await findAnnotated(article, row.packed);
		found.set(article.id, { ...annotated, article });
	}
	return found;
}

/**
 * Keeps annotations with what search finds them by, each in the place of an earlier one; of an article that is gone,
 * none.
 *
 * @param read the articles as they were read, by id, where that is known
 */
export async function keepAnnotations(
	database: Queryable,
	annotated: readonly AnnotatedArticle[],
	analysis: string,
	rarity: TermRarity,
	read: ReadonlyMap<string, Article> = new Map(),
): Promise<void> {
	const pack = (one: AnnotatedArticle): Promise<Kept> =>
		packAnnotation(one, read.get(one.article.id) ?? null, analysis, rarity);
	await keepPackedAnnotations(database, await Promise.all(annotated.map(pack)));
}

export async function keepPackedAnnotations(database: Queryable, kept: readonly Kept[]): Promise<void> {
	const sorted = [...kept].sort((a, b) => compareText(a.article, b.article));
	// First, for it locks the articles against others who keep the same.
	await keepIndexes(database, sorted);
	await keepNeighbourKeys(
		database,
		sorted.map(({ article, keys }) => ({ article: toKey(article), keys })),
	);
	await database.query(
		`INSERT INTO stemma.annotation (article_id, day, made_from, packed, keys)
		SELECT article.article_id, article.day, given.made_from, given.packed, given.keys
		FROM unnest($1::bigint[], $2::bigint[], $3::bytea[], $4::bytea[]) AS given (article_id, made_from, packed, keys)
		JOIN stemma.article ON article.article_id = given.article_id ORDER BY article.article_id
		ON CONFLICT (article_id, day) DO UPDATE SET
			made_from = excluded.made_from, packed = excluded.packed, keys = excluded.keys`,
		[
			sorted.map(({ article }) => toKey(article)),
			sorted.map(({ madeFrom: made }) => made),
			sorted.map(({ packed }) => packed),
			sorted.map(({ keys }) => packKeys(keys)),
		],
	);
}
