import type { Queryable } from "../database.ts";
import { toId, toKey } from "../keys.ts";
import { Parameters } from "./candidates.ts";
import { findUnits, wordKey } from "./units.ts";

/** A story in which somebody is quoted, and the last day of the reports that do. */
export interface QuotedStory {
	readonly story: string;
	/** ISO 8601. */
	readonly day: string;
}

/** Where a list of them goes on. */
export type QuotedAfter = QuotedStory | null;

/** How often somebody of a name is quoted, and by whom. */
export interface QuotedCounts {
	readonly reports: number;
	readonly quotations: number;
	/** First and last day of the reports; null for none. */
	readonly first: string | null;
	readonly last: string | null;
	/** Who quotes them in most reports first, then by name; 20 at most. */
	readonly outlets: readonly { readonly name: string; readonly reports: number }[];
}

/** Words of a name that it is found by: more make no name. */
const MOST_WORDS = 12;

/** The reports that quote somebody with all words of a name in one of their names; null for a name without words. */
function writeQuoted(name: string, parameters: Parameters): string | null {
	const keys = [...new Set(findUnits(name).map(({ stem }) => wordKey("speaker", stem)))].slice(0, MOST_WORDS);
	if (keys.length === 0) return null;
	return keys
		.map(
			(key, at) => `JOIN stemma.speaker_word w${at} ON w${at}.article_id = s.article_id
				AND w${at}.position = s.position AND w${at}.word = ${parameters.add(key, "int")}`,
		)
		.join("\n");
}

/** The stories in which somebody of a name is quoted, the latest first. */
export async function findQuotedStories(
	database: Queryable,
	name: string,
	{ limit, after }: { readonly limit: number; readonly after: QuotedAfter },
): Promise<readonly QuotedStory[]> {
	const parameters = new Parameters();
	const joins = writeQuoted(name, parameters);
	if (joins === null) return [];
	let past = "";
	if (after !== null) {
		const [day, story] = [parameters.add(after.day, "date"), parameters.add(toKey(after.story), "bigint")];
		past = `WHERE (day, story_id) < (${day}, ${story})`;
	}
	const rows = await database.query<{ story_id: bigint; day: string }>(
		`SELECT story_id, day FROM (SELECT m.story_id, max(a.day) AS day FROM stemma.search_speaker s ${joins}
			JOIN stemma.article a ON a.article_id = s.article_id
			JOIN stemma.story_member m ON m.article_id = s.article_id GROUP BY m.story_id) AS found ${past}
		ORDER BY day DESC, story_id DESC LIMIT ${parameters.add(limit, "int")}`,
		parameters.values,
	);
	return rows.map(({ story_id, day }) => ({ story: toId(story_id), day }));
}

/** Outlets that are named. */
const OUTLETS = 20;

export async function countQuoted(database: Queryable, name: string): Promise<QuotedCounts | null> {
	const parameters = new Parameters();
	const joins = writeQuoted(name, parameters);
	if (joins === null) return null;
	const [counts] = await database.query<{
		reports: number;
		quotations: number;
		first: string | null;
		last: string | null;
	}>(
		`SELECT count(DISTINCT s.article_id)::int AS reports, coalesce(sum(s.quotations), 0)::int AS quotations,
			min(a.published_from) AS first, max(a.published_to) AS last
		FROM stemma.search_speaker s ${joins} JOIN stemma.article a ON a.article_id = s.article_id`,
		parameters.values,
	);
	if (counts === undefined || counts.reports === 0) return null;
	const outlets = await database.query<{ name: string; reports: number }>(
		`SELECT a.outlet AS name, count(DISTINCT s.article_id)::int AS reports FROM stemma.search_speaker s ${joins}
		JOIN stemma.article a ON a.article_id = s.article_id WHERE a.outlet IS NOT NULL
		GROUP BY a.outlet ORDER BY 2 DESC, a.outlet COLLATE "C" LIMIT ${OUTLETS}`,
		parameters.values,
	);
	return { ...counts, outlets };
}

/** Somebody who is quoted, by name. */
export interface QuotedName {
	readonly name: string;
	readonly reports: number;
	readonly quotations: number;
}

/** Days back from the latest report: who is quoted now is a list of people, over all years it is one of names. */
export const QUOTED_DAYS = 30;

/** Who is quoted in most reports of the last days that the store has, by name as reports give it; 200 at most. */
export async function listQuotedLately(database: Queryable): Promise<readonly QuotedName[]> {
	return database.query<{ name: string; reports: number; quotations: number }>(
		`SELECT min(s.name COLLATE "C") AS name, count(DISTINCT s.article_id)::int AS reports,
			sum(s.quotations)::int AS quotations
		FROM stemma.search_speaker s JOIN stemma.article a ON a.article_id = s.article_id
		WHERE a.day > (SELECT max(day) FROM stemma.article) - ${QUOTED_DAYS}
		GROUP BY s.name_key ORDER BY 2 DESC, 3 DESC, 1 LIMIT 200`,
	);
}
