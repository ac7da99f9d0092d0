import type { Article, ArticleRole } from "../../model/article.ts";
import type { HitArticle } from "../../model/search-listing.ts";
import type { Queryable } from "../database.ts";
import { toDay, toId, toKey } from "../keys.ts";
import { findArticles } from "../stored-articles.ts";

/** The articles of a page of hits, and what is shown of them. */
export async function readHitArticles(
	database: Queryable,
	keys: readonly bigint[],
): Promise<ReadonlyMap<bigint, { readonly article: Article; readonly shown: HitArticle }>> {
	const articles = await findArticles(database, [...new Set(keys.map(toId))]);
	return new Map(
		[...articles.values()].map((article) => [toKey(article.id), { article, shown: showArticle(article) }]),
	);
}

function showArticle(article: Article): HitArticle {
	const { id, capture, role, headline, outlet, published, language } = article;
	return {
		id,
		place: capture.place,
		role,
		headline: headline?.text ?? null,
		outlet: outlet?.text ?? null,
		published: { earliest: toDay(published.earliest), latest: toDay(published.latest) },
		language,
	};
}

/** What is shown of articles whose texts are not, by id: place and headline cut to a length. */
export async function describeArticles(
	database: Queryable,
	ids: readonly string[],
): Promise<ReadonlyMap<string, HitArticle>> {
	const rows = await database.query<{
		article_id: bigint;
		place: string;
		role: ArticleRole;
		headline: string | null;
		outlet: string | null;
		language: string | null;
		published_from: string | null;
		published_to: string | null;
	}>(
		`SELECT article_id, place, role, headline, outlet, language, published_from, published_to
		FROM stemma.article WHERE article_id = ANY ($1::bigint[])`,
		[[...new Set(ids)].map(toKey)],
	);
	return new Map(
		rows.map(({ article_id, place, role, headline, outlet, language, published_from, published_to }) => [
			toId(article_id),
			{
				id: toId(article_id),
				place,
				role,
				headline,
				outlet,
				published: { earliest: published_from, latest: published_to },
				language,
			},
		]),
	);
}
