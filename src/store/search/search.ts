import type { FoundQuotation, LocalEntity } from "../../model/annotation.ts";
import { UserError } from "../../model/problem.ts";
import {
	type ArticleHit,
	type AskedSearch,
	type Hits,
	type QuotationHit,
	SEARCH_SCHEMA,
	type SearchCoverage,
	type SearchListing,
} from "../../model/search-listing.ts";
import type { TermRarity } from "../../stories/grouping/term-rarity.ts";
import type { Queryable } from "../database.ts";
import { toKey } from "../keys.ts";
import { unpackJson } from "../packing.ts";
import { countCandidates, type IndexedArticle, type Sought } from "./candidates.ts";
import { collect, type FindMatches, type Match } from "./collect.ts";
import { countIndexed } from "./coverage.ts";
import { findFactHits } from "./facts.ts";
import { readHitArticles } from "./hit-articles.ts";
import { matchWithin } from "./match.ts";
import { readQuery } from "./query.ts";
import { exactly, makeSnippets, showMatches } from "./snippets.ts";
import { findSpeakers } from "./speakers.ts";
import { locateUnits } from "./units.ts";

/**
 * Finds articles, quotations, speakers and facts in a store by the words in them. What is found is what is indexed;
 * `coverage` says how much of the store that is.
 *
 * @throws UserError `search/…` for what cannot be looked for
 */
export async function searchStore(
	database: Queryable,
	store: string,
	asked: AskedSearch,
	rarity: TermRarity,
): Promise<SearchListing> {
	const query = readQuery(asked, rarity);
	if (asked.after !== null && asked.kinds.length !== 1) {
		throw new UserError("search/after", "a further page is one of one kind");
	}
	const story = await findStory(database, asked.story);
	const has = (kind: AskedSearch["kinds"][number]): boolean => asked.kinds.includes(kind);
	const sought: Sought = { asked, query, story, facts: false };
	// A server answers them side by side.
	const [coverage, articles, quotations, speakers, facts] = await Promise.all([
		readCoverage(database, asked),
		has("article") ? findArticleHits(database, sought) : null,
		has("quotation") ? findQuotationHits(database, sought) : null,
		has("speaker") ? findSpeakers(database, sought) : null,
		has("fact") ? findFactHits(database, { ...sought, facts: true }) : null,
	]);
	const read = { ...asked, ...query.read };
	return { schema: SEARCH_SCHEMA, store, asked: read, coverage, articles, quotations, speakers, facts };
}

/** How many articles there are, and how many of them can be searched. */
async function readCoverage(database: Queryable, asked: AskedSearch): Promise<SearchCoverage> {
	const { articles, indexed, cut } = await countIndexed(database);
	return {
		articles,
		indexed,
		cut,
		undated: asked.from === null && asked.to === null ? null : await countUndated(database),
		stories: asked.kinds.includes("fact") ? await countStories(database) : null,
	};
}

async function countUndated(database: Queryable): Promise<number> {
	const [row] = await database.query<{ undated: number }>(
		`SELECT count(*)::int AS undated FROM stemma.article WHERE published_from IS NULL OR published_to IS NULL`,
	);
	return row?.undated ?? 0;
}

async function countStories(database: Queryable): Promise<{ readonly all: number; readonly collated: number }> {
	const [row] = await database.query<{ all: number; collated: number }>(
		`SELECT (SELECT count(*) FROM stemma.story)::int AS all,
			(SELECT count(*) FROM stemma.story_record WHERE facts IS NOT NULL)::int AS collated`,
	);
	return row ?? { all: 0, collated: 0 };
}

/** The story that is asked for, by the id that it has now. Throws UserError `search/story` where there is none. */
async function findStory(database: Queryable, story: string | null): Promise<bigint | null> {
	if (story === null) return null;
	const rows = /^[0-7][0-9a-f]{15}$/.test(story)
		? await database.query<{ story_id: bigint }>(
				`SELECT story_id FROM stemma.story WHERE story_id = $1
				UNION ALL SELECT story_id FROM stemma.story_alias WHERE alias_id = $1 LIMIT 1`,
				[toKey(story)],
			)
		: [];
	const [found] = rows;
	if (found) return found.story_id;
	throw new UserError(
		"search/story",
		`the store has no story ${story}; facts that are found name theirs, and "stemma work" finds stories`,
	);
}

/** What is found in an article by its index alone. */
function eachOf<T>(matchesOf: (index: IndexedArticle) => readonly Match<T>[]): FindMatches<T> {
	return (index) => new Map([...index].map(([article, own]) => [article, matchesOf(own)]));
}

async function findArticleHits(database: Queryable, sought: Sought): Promise<Hits<ArticleHit>> {
	const { query } = sought;
	const { found, all, next } = await collect(
		database,
		sought,
		eachOf(({ places, spoken }) => {
			const match = spoken?.size === 0 ? null : matchWithin(query, places, null);
			return match === null ? [] : [{ position: 0, match: new Set(match) }];
		}),
	);
	const articles = await readHitArticles(
		database,
		found.map(({ candidate }) => candidate.article),
	);
	const hits = found.flatMap(({ candidate, match }): ArticleHit[] => {
		const one = articles.get(candidate.article);
		if (!one) return [];
		const snippets = makeSnippets(one.article, locateUnits(one.article.text), match);
		return [{ score: candidate.score, article: one.shown, snippets }];
	});
	// Without a phrase every candidate is one.
	const isCounted = query.phrases.length === 0 && (query.speaker?.length ?? 0) <= 1;
	return { total: all ?? (isCounted ? await countCandidates(database, sought) : null), hits, next };
}

async function findQuotationHits(database: Queryable, sought: Sought): Promise<Hits<QuotationHit>> {
	const { query } = sought;
	const { found, all, next } = await collect(
		database,
		sought,
		eachOf(({ places, spoken, quotations }) =>
			quotations.flatMap((ranges, position) => {
				if (spoken !== null && !spoken.has(position)) return [];
				const match = matchWithin(query, places, ranges);
				return match === null ? [] : [{ position, match: new Set(match) }];
			}),
		),
	);
	const articles = await readHitArticles(
		database,
		found.map(({ candidate }) => candidate.article),
	);
	const findings = await readFindings(
		database,
		found.map(({ candidate }) => candidate.article),
	);
	const units = new Map([...articles].map(([key, { article }]) => [key, locateUnits(article.text)]));
	const hits = found.flatMap(({ candidate, position, match }): QuotationHit[] => {
		const one = articles.get(candidate.article);
		const quotation = findings.get(candidate.article)?.quotations[position];
		if (!one || !quotation) return [];
		const { text } = one.article;
		const matched = (units.get(candidate.article) ?? []).filter(({ at }) => match.has(at));
		const { id, kind, speaker, source, content, polarity, hedged, confidence } = quotation;
		const entity = findings.get(candidate.article)?.entities.find((local) => local.id === speaker);
		return [
			{
				score: candidate.score,
				article: one.shown,
				quotation: id,
				kind,
				speaker: entity?.name ?? null,
				source: source && exactly(text, source),
				polarity,
				hedged,
				confidence,
				content: content.map((span) => showMatches(text, span, matched)),
			},
		];
	});
	return { total: all, hits, next };
}

async function readFindings(
	database: Queryable,
	articles: readonly bigint[],
): Promise<
	ReadonlyMap<bigint, { readonly quotations: readonly FoundQuotation[]; readonly entities: readonly LocalEntity[] }>
> {
	const rows = await database.query<{ article_id: bigint; packed: Uint8Array }>(
		"SELECT article_id, packed FROM stemma.annotation WHERE article_id = ANY ($1::bigint[])",
		[[...new Set(articles)]],
	);
	return new Map(
		await Promise.all(
			rows.map(
				async ({ article_id, packed }) =>
					[
						article_id,
						await unpackJson<{ quotations: readonly FoundQuotation[]; entities: readonly LocalEntity[] }>(packed),
					] as const,
			),
		),
	);
}
