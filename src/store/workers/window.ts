import type { Queryable } from "../database.ts";
import { toId } from "../keys.ts";
import { unpackKeys } from "../neighbours.ts";

/** Articles that are grouped at once. */
export interface Window {
	/** By id: those that are grouped. A story that one of them is in is here as a whole. */
	readonly articles: readonly string[];
	/** Those that are in no story yet; null where the whole store is grouped anew. */
	readonly fresh: ReadonlySet<string> | null;
	/** Other reports of the outlets of these, which show what each outlet repeats. */
	readonly beside: readonly string[];
	/** Those that a decision names, which are placed again. */
	readonly again: readonly string[];
	/** These, with what is in one story with them. */
	readonly anew: readonly string[];
}

/**
 * A store of so many articles is grouped as a whole, exactly as collating its files would. In a larger one those that
 * are in no story yet are grouped with their neighbours, so that placing costs the same however large the store grows.
 */
export const WHOLE = 5000;

/** Of a larger store so many articles are placed at once: what they have in common is read and grouped once. */
const MOST_FRESH = 1000;

/** Days before and after in which neighbours are: reports of one event seldom lie further apart. */
const AROUND = 30;

/** Neighbours of one article: those that share most keys with it; and of articles that share one key, the latest. */
const MOST_NEIGHBOURS = 24;
const MOST_OF_A_KEY = 100;

/** Other reports of an outlet that show what it repeats. */
const MOST_BESIDE = 12;

/** Annotated reports that are in no story. */
export const FRESH = `SELECT article.article_id, article.day FROM stemma.article JOIN stemma.annotation
	ON annotation.article_id = article.article_id AND annotation.day = article.day
	WHERE article.role = 'report' AND NOT EXISTS
		(SELECT FROM stemma.story_member WHERE story_member.article_id = article.article_id)`;

/** @param whole the most articles of a store that is grouped as a whole */
export async function findWindow(database: Queryable, whole: number): Promise<Window> {
	const all = await database.query<{ article_id: bigint }>(
		"SELECT article_id FROM stemma.article ORDER BY article_id LIMIT $1",
		[whole + 1],
	);
	const again = await findAgain(database);
	if (all.length <= whole) {
		const articles = all.map(({ article_id }) => toId(article_id));
		return { articles, fresh: null, beside: [], again: again.map(toId), anew: [] };
	}
	const fresh = await database.query<FreshRow>(
		`SELECT fresh.article_id, fresh.day, annotation.keys FROM (${FRESH} ORDER BY day, article_id LIMIT $1) AS fresh
		JOIN stemma.annotation ON annotation.article_id = fresh.article_id AND annotation.day = fresh.day`,
		[Math.min(MOST_FRESH, whole)],
	);
	const anew = [...again, ...(await findMates(database, again))];
	const near = await findNeighbours(database, [...fresh, ...(await findKeys(database, anew))]);
	const chosen = [...fresh.map(({ article_id }) => article_id), ...anew, ...near];
	const articles = new Set([...chosen, ...(await findMates(database, chosen))].map(toId));
	const beside = await findBeside(database, fresh);
	return {
		articles: [...articles].sort(),
		fresh: new Set(fresh.map(({ article_id }) => toId(article_id))),
		beside: beside.filter((article) => !articles.has(article)),
		again: again.map(toId),
		anew: [...new Set(anew.map(toId))],
	};
}

/** Articles that a decision names and that are to be placed again. */
async function findAgain(database: Queryable): Promise<readonly bigint[]> {
	const rows = await database.query<{ subject: bigint }>(
		"SELECT subject FROM stemma.place_again ORDER BY subject LIMIT $1",
		[MOST_FRESH],
	);
	return rows.map(({ subject }) => subject);
}

/** Everything that is in one story with any of these. */
async function findMates(database: Queryable, articles: readonly bigint[]): Promise<readonly bigint[]> {
	if (articles.length === 0) return [];
	const rows = await database.query<{ article_id: bigint }>(
		`SELECT DISTINCT mate.article_id FROM stemma.story_member own
		JOIN stemma.story_member mate ON mate.story_id = own.story_id WHERE own.article_id = ANY ($1::bigint[])`,
		[articles],
	);
	return rows.map(({ article_id }) => article_id);
}

async function findKeys(database: Queryable, articles: readonly bigint[]): Promise<readonly FreshRow[]> {
	if (articles.length === 0) return [];
	return database.query<FreshRow>(
		`SELECT article.article_id, article.day, annotation.keys FROM stemma.article JOIN stemma.annotation
			ON annotation.article_id = article.article_id AND annotation.day = article.day
		WHERE article.article_id = ANY ($1::bigint[]) ORDER BY article.article_id`,
		[articles],
	);
}

interface FreshRow {
	readonly article_id: bigint;
	readonly day: string;
	readonly keys: Uint8Array | null;
}

/** Those that share most with one of these, and other texts of the same sources. */
async function findNeighbours(database: Queryable, fresh: readonly FreshRow[]): Promise<readonly bigint[]> {
	const own = fresh.flatMap(({ article_id, day, keys }) => unpackKeys(keys).map((key) => ({ article_id, day, key })));
	const rows = await database.query<{ article_id: bigint }>(
		`WITH own AS MATERIALIZED (
			SELECT * FROM unnest($1::bigint[], $2::date[], $3::int[]) AS own (article_id, day, key)
		), near AS (
			SELECT own.article_id AS fresh, other.article_id, count(*) AS shared FROM own CROSS JOIN LATERAL (
				SELECT neighbour.article_id FROM stemma.neighbour
				WHERE neighbour.key = own.key AND neighbour.day BETWEEN own.day - $4::int AND own.day + $4::int
				ORDER BY neighbour.day DESC, neighbour.article_id LIMIT $5
			) AS other WHERE other.article_id <> own.article_id GROUP BY 1, 2
		), ranked AS (
			SELECT article_id, row_number() OVER (PARTITION BY fresh ORDER BY shared DESC, article_id) AS place FROM near
		)
		SELECT article_id FROM ranked WHERE place <= $6
		UNION SELECT other.article_id FROM stemma.article mine JOIN stemma.article other ON other.source_key = mine.source_key
			WHERE mine.article_id = ANY ($7::bigint[])`,
		[
			own.map(({ article_id }) => article_id),
			own.map(({ day }) => day),
			own.map(({ key }) => key),
			AROUND,
			MOST_OF_A_KEY,
			MOST_NEIGHBOURS,
			fresh.map(({ article_id }) => article_id),
		],
	);
	return rows.map(({ article_id }) => article_id);
}

async function findBeside(database: Queryable, fresh: readonly FreshRow[]): Promise<readonly string[]> {
	const rows = await database.query<{ article_id: bigint }>(
		`SELECT other.article_id FROM (
			SELECT DISTINCT outlet_key FROM stemma.article WHERE article_id = ANY ($1::bigint[]) AND outlet_key IS NOT NULL
		) AS own CROSS JOIN LATERAL (
			SELECT article_id FROM stemma.article WHERE article.outlet_key = own.outlet_key AND article.role = 'report'
			ORDER BY day DESC, article_id LIMIT $2
		) AS other ORDER BY other.article_id`,
		[fresh.map(({ article_id }) => article_id), MOST_BESIDE],
	);
	return rows.map(({ article_id }) => toId(article_id));
}

/** Articles and stories that hang together: what is to be kept anew of a window, as the rest is as it was. */
export interface Touched {
	readonly articles: ReadonlySet<string>;
	/** Of the stories found. */
	readonly stories: ReadonlySet<string>;
	/** Of those that the store has. */
	readonly known: ReadonlySet<string>;
}

/**
 * What the articles that are in no story yet change: the stories that they are found in, those of the store that
 * share a report with one of these, and so on. Of the others the window holds the reports but not all neighbours, so
 * that what it makes of them says nothing.
 *
 * @param found the reports of each story that was found, by id
 * @param known those of each story that the store has
 */
export function findTouched(
	fresh: ReadonlySet<string>,
	found: ReadonlyMap<string, readonly string[]>,
	known: ReadonlyMap<string, readonly string[]>,
): Touched {
	const [foundOf, knownOf] = [indexStories(found), indexStories(known)];
	const articles = new Set(fresh);
	const [stories, old] = [new Set<string>(), new Set<string>()];
	// A set gives what is added while it is gone through.
	for (const article of articles) {
		for (const story of foundOf.get(article) ?? []) {
			stories.add(story);
			for (const member of found.get(story) ?? []) articles.add(member);
		}
		for (const story of knownOf.get(article) ?? []) {
			old.add(story);
			for (const member of known.get(story) ?? []) articles.add(member);
		}
	}
	return { articles, stories, known: old };
}

function indexStories(stories: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, readonly string[]> {
	const index = new Map<string, string[]>();
	for (const [story, members] of stories) {
		for (const member of members) {
			const list = index.get(member);
			if (list) list.push(story);
			else index.set(member, [story]);
		}
	}
	return index;
}
