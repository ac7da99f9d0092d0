import type { FoundQuotation, LocalEntity } from "../../model/annotation.ts";
import type { Article } from "../../model/article.ts";
import { UserError } from "../../model/problem.ts";
import {
	type ArticleHit,
	type AskedSearch,
	type HitArticle,
	type Hits,
	type QuotationHit,
	SEARCH_SCHEMA,
	type SearchCoverage,
	type SearchListing,
} from "../../model/search-listing.ts";
import type { TermRarity } from "../../stories/grouping/term-rarity.ts";
import type { Queryable } from "../database.ts";
import { toDay, toId, toKey } from "../keys.ts";
import { unpackJson } from "../packing.ts";
import { findArticles } from "../stored-articles.ts";
import { type Candidate, countCandidates, findCandidates, type IndexedArticle, readIndex } from "./candidates.ts";
import { INDEX_FORM } from "./keep-postings.ts";
import { matchWithin } from "./match.ts";
import { type Query, readQuery } from "./query.ts";
import { exactly, makeSnippets, showMatches } from "./snippets.ts";
import { findSpeakers } from "./speakers.ts";
import { locateUnits } from "./units.ts";

/** Candidates that are looked into at once, at most: as many as a page holds first, then twice as many each time. */
const LARGEST_BATCH = 800;

/** Candidates after which a search stops and says where it has come to, so that none grows with the store. */
const MOST_LOOKED_INTO = 5000;

/**
 * Finds articles, quotations and speakers in a store by the words in them. What is found is what is indexed;
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
	const has = (kind: AskedSearch["kinds"][number]): boolean => asked.kinds.includes(kind);
	return {
		schema: SEARCH_SCHEMA,
		store,
		asked: { ...asked, ...query.read },
		coverage: await readCoverage(database, asked),
		articles: has("article") ? await findArticleHits(database, asked, query) : null,
		quotations: has("quotation") ? await findQuotationHits(database, asked, query) : null,
		speakers: has("speaker") ? await findSpeakers(database, asked, query) : null,
	};
}

/** How many articles there are, and how many of them can be searched. */
async function readCoverage(database: Queryable, asked: AskedSearch): Promise<SearchCoverage> {
	const [row] = await database.query<{ articles: number; indexed: number; cut: number }>(
		`SELECT (SELECT count(*) FROM stemma.article)::int AS articles,
			(SELECT count(*) FROM stemma.search_article WHERE form = $1)::int AS indexed,
			(SELECT count(*) FROM stemma.search_article WHERE is_cut)::int AS cut`,
		[INDEX_FORM],
	);
	const { articles, indexed, cut } = row ?? { articles: 0, indexed: 0, cut: 0 };
	if (asked.from === null && asked.to === null) return { articles, indexed, cut, undated: null };
	const [days] = await database.query<{ undated: number }>(
		`SELECT count(*)::int AS undated FROM stemma.article WHERE published_from IS NULL OR published_to IS NULL`,
	);
	return { articles, indexed, cut, undated: days?.undated ?? 0 };
}

interface Found<T> {
	readonly candidate: Candidate;
	readonly position: number;
	readonly match: T;
}

/** Goes through candidates in their order until there are more matches than a page holds. */
async function collect<T>(
	database: Queryable,
	asked: AskedSearch,
	query: Query,
	matchesOf: (index: IndexedArticle) => readonly { readonly position: number; readonly match: T }[],
): Promise<{ readonly found: readonly Found<T>[]; readonly all: number | null; readonly next: string | null }> {
	const cursor = readCursor(asked.after);
	const found: Found<T>[] = [];
	// The article of the last hit may have more of them.
	let after: Candidate | null = cursor && { score: cursor.score, article: cursor.article - 1n };
	let looked = 0;
	for (let limit = asked.limit + 1; ; limit = Math.min(2 * limit, Math.max(limit, LARGEST_BATCH))) {
		const batch = await findCandidates(database, asked, query, { after, limit });
		const index = await readIndex(
			database,
			batch.map(({ article }) => article),
			query,
		);
		for (const candidate of batch) {
			const own = index.get(candidate.article);
			if (!own) continue;
			for (const { position, match } of matchesOf(own)) {
				const isBefore = cursor?.article === candidate.article && position <= cursor.position;
				if (!isBefore) found.push({ candidate, position, match });
			}
		}
		looked += batch.length;
		after = batch.at(-1) ?? null;
		const page = found.slice(0, asked.limit);
		const last = page.at(-1);
		if (found.length > asked.limit && last) return { found: page, all: null, next: writeCursor(last) };
		if (after === null || batch.length < limit) return { found: page, all: cursor ? null : found.length, next: null };
		if (looked >= MOST_LOOKED_INTO) {
			return { found: page, all: null, next: writeCursor({ candidate: after, position: NO_POSITION }) };
		}
	}
}

/** Behind all that an article has. */
const NO_POSITION = 2 ** 31 - 1;

interface Cursor {
	readonly score: number;
	readonly article: bigint;
	readonly position: number;
}

function writeCursor({ candidate, position }: Pick<Found<unknown>, "candidate" | "position">): string {
	return `${candidate.score}-${toId(candidate.article)}-${position}`;
}

function readCursor(after: string | null): Cursor | null {
	if (after === null) return null;
	const parts = /^(\d{1,9})-([0-7][0-9a-f]{15})-(\d{1,10})$/.exec(after);
	if (!parts)
		throw new UserError("search/after", `${JSON.stringify(after)} names no page; "next" of an earlier one does`);
	return { score: Number(parts[1]), article: toKey(parts[2] ?? ""), position: Number(parts[3]) };
}

async function findArticleHits(database: Queryable, asked: AskedSearch, query: Query): Promise<Hits<ArticleHit>> {
	const { found, all, next } = await collect(database, asked, query, ({ places, spoken }) => {
		const match = spoken?.size === 0 ? null : matchWithin(query, places, null);
		return match === null ? [] : [{ position: 0, match: new Set(match) }];
	});
	const articles = await readHitArticles(database, found);
	const hits = found.flatMap(({ candidate, match }): ArticleHit[] => {
		const one = articles.get(candidate.article);
		if (!one) return [];
		const snippets = makeSnippets(one.article, locateUnits(one.article.text), match);
		return [{ score: candidate.score, article: one.shown, snippets }];
	});
	// Without a phrase every candidate is one.
	const isCounted = query.phrases.length === 0 && (query.speaker?.length ?? 0) <= 1;
	return { total: all ?? (isCounted ? await countCandidates(database, asked, query) : null), hits, next };
}

async function findQuotationHits(database: Queryable, asked: AskedSearch, query: Query): Promise<Hits<QuotationHit>> {
	const { found, all, next } = await collect(database, asked, query, ({ places, spoken, quotations }) =>
		quotations.flatMap((ranges, position) => {
			if (spoken !== null && !spoken.has(position)) return [];
			const match = matchWithin(query, places, ranges);
			return match === null ? [] : [{ position, match: new Set(match) }];
		}),
	);
	const articles = await readHitArticles(database, found);
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

/** The articles of a page of hits, and what is shown of them. */
async function readHitArticles(
	database: Queryable,
	found: readonly Found<unknown>[],
): Promise<ReadonlyMap<bigint, { readonly article: Article; readonly shown: HitArticle }>> {
	const articles = await findArticles(database, [...new Set(found.map(({ candidate }) => toId(candidate.article)))]);
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
