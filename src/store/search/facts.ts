import type { FactHit, Hits } from "../../model/search-listing.ts";
import type { Queryable } from "../database.ts";
import { toId } from "../keys.ts";
import type { IndexedArticle, Sought } from "./candidates.ts";
import { collect, type Match } from "./collect.ts";
import { numberRelations, readFacts, type StatedFact, unpackFacts } from "./fact-index.ts";
import { describeArticles, readHitArticles } from "./hit-articles.ts";
import { matchWithin } from "./match.ts";
import type { UnitRanges } from "./packed-places.ts";
import { makeRangeSnippets } from "./snippets.ts";
import { locateUnits } from "./units.ts";

/** A fact of a story, and the units by which it was found in an article. */
interface FactMatch {
	readonly story: bigint;
	readonly at: number;
	readonly units: ReadonlySet<number>;
	/** Where the sentences that state it stand. */
	readonly ranges: UnitRanges;
}

/**
 * Facts that a report states in sentences with all of the words: each once, with its best report. Who is asked for as
 * a speaker is on whose word the report states it.
 */
export async function findFactHits(database: Queryable, sought: Sought): Promise<Hits<FactHit>> {
	const { found, all, next } = await collect(database, sought, (index) => findMatches(database, sought, index));
	const articles = await readHitArticles(
		database,
		found.map(({ candidate }) => candidate.article),
	);
	const stories = found.map(({ match }) => match.story);
	const facts = await readFacts(database, stories);
	const headlines = await readHeadlines(database, stories);
	const stated = found.flatMap(({ match }) => facts.get(toId(match.story))?.[match.at] ?? []);
	const reports = await describeArticles(
		database,
		stated.flatMap(({ states }) => states.map(({ article }) => article)),
	);
	const hits = found.flatMap(({ candidate, match }): FactHit[] => {
		const one = articles.get(candidate.article);
		const fact = facts.get(toId(match.story))?.[match.at];
		if (!one || !fact) return [];
		const story = { id: toId(match.story), headline: headlines.get(match.story) ?? null };
		return [
			{
				score: candidate.score,
				article: one.shown,
				snippets: makeRangeSnippets(one.article, locateUnits(one.article.text), match.ranges, match.units),
				story,
				...fact,
				reports: [...new Set(fact.states.map(({ article }) => article))].sort().flatMap((id) => reports.get(id) ?? []),
			},
		];
	});
	return { total: all, hits, next };
}

async function findMatches(
	database: Queryable,
	{ asked, query, story }: Sought,
	index: ReadonlyMap<bigint, IndexedArticle>,
): Promise<ReadonlyMap<bigint, readonly Match<FactMatch>[]>> {
	const stated = await readStated(database, [...index.keys()], numberRelations(asked.relations), story);
	const matches = new Map<bigint, readonly Match<FactMatch>[]>();
	for (const [article, { places }] of index) {
		const own = (stated.get(article) ?? []).flatMap((fact, position): Match<FactMatch>[] => {
			if (query.speaker?.some((word) => !fact.speakers.includes(word))) return [];
			const units = matchWithin(query, places, fact.ranges);
			if (units === null) return [];
			const { story, at, ranges } = fact;
			return [{ position, once: `${story} ${at}`, match: { story, at, ranges, units: new Set(units) } }];
		});
		matches.set(article, own);
	}
	return matches;
}

/** The facts that articles state, by story and relation, then in the order of the story's record. */
async function readStated(
	database: Queryable,
	articles: readonly bigint[],
	relations: readonly number[],
	story: bigint | null,
): Promise<ReadonlyMap<bigint, readonly (StatedFact & { readonly story: bigint })[]>> {
	const rows = await database.query<{ article_id: bigint; story_id: bigint; facts: Uint8Array }>(
		`SELECT article_id, story_id, facts FROM stemma.search_fact WHERE article_id = ANY ($1::bigint[])
			AND ($2::smallint[] = '{}' OR relation = ANY ($2::smallint[])) AND ($3::bigint IS NULL OR story_id = $3::bigint)
		ORDER BY article_id, story_id, relation`,
		[articles, relations, story],
	);
	const stated = new Map<bigint, (StatedFact & { readonly story: bigint })[]>();
	for (const { article_id, story_id, facts } of rows) {
		const own = stated.get(article_id) ?? [];
		stated.set(article_id, own);
		for (const fact of unpackFacts(facts)) own.push({ ...fact, story: story_id });
	}
	return stated;
}

async function readHeadlines(
	database: Queryable,
	stories: readonly bigint[],
): Promise<ReadonlyMap<bigint, string | null>> {
	const rows = await database.query<{ story_id: bigint; headline: string | null }>(
		"SELECT story_id, headline FROM stemma.story WHERE story_id = ANY ($1::bigint[])",
		[[...new Set(stories)]],
	);
	return new Map(rows.map(({ story_id, headline }) => [story_id, headline]));
}
