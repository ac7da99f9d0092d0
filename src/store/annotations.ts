import type { AnnotatedArticle } from "../model/annotated.ts";
import type { Article } from "../model/article.ts";
import { findWords } from "../text/words.ts";
import type { Queryable } from "./database.ts";
import { keyOf, toId, toKey } from "./keys.ts";
import { packJson, unpackJson } from "./packing.ts";
import { keepPostings } from "./search/keep-postings.ts";

/** What is found in an article; its words are found anew, in a fraction of the time and none of the space. */
type Findings = Omit<AnnotatedArticle, "article" | "words">;

/** What an annotation was made from: another article, program, model or list of names makes another one. */
function madeFrom(article: Article, analysis: string): bigint {
	return keyOf("annotation", analysis, JSON.stringify(article));
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
		const findings = await unpackJson<Findings>(row.packed);
		found.set(article.id, { article, words: findWords(article), ...findings });
	}
	return found;
}

/** Keeps annotations with what search finds them by, each in the place of an earlier one; of an article that is gone, none. */
export async function keepAnnotations(
	database: Queryable,
	annotated: readonly AnnotatedArticle[],
	analysis: string,
): Promise<void> {
	for (const { article, words: _, ...findings } of annotated) {
		await database.query(
			`INSERT INTO stemma.annotation (article_id, day, made_from, packed)
			SELECT article_id, day, $2, $3 FROM stemma.article WHERE article_id = $1
			ON CONFLICT (article_id, day) DO UPDATE SET made_from = excluded.made_from, packed = excluded.packed`,
			[toKey(article.id), madeFrom(article, analysis), await packJson(findings)],
		);
	}
	await keepPostings(database, annotated);
}
