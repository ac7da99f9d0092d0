import type { HitArticle } from "../model/search-listing.ts";
import type { Queryable } from "./database.ts";
import { toId, toKey, toShown } from "./keys.ts";
import { Parameters } from "./search/candidates.ts";
import { describeArticles } from "./search/hit-articles.ts";
import { findUnits, wordKey } from "./search/units.ts";

/** An outlet by name, as a list names it. */
export interface OutletSummary {
	readonly name: string;
	readonly reports: number;
	/** Reports that credit an agency; null where an earlier program read them and did not tell. */
	readonly fromAgencies: number | null;
	/** ISO 8601 days of the first and last report; null when no day is known. */
	readonly first: string | null;
	readonly last: string | null;
}

/** Where a list of outlets goes on. */
export interface OutletAfter {
	readonly reports: number;
	readonly name: string;
}

/** Outlets by how many reports of theirs the store has, the most first, then by name. */
export async function listOutlets(
	database: Queryable,
	{ limit, after }: { readonly limit: number; readonly after: OutletAfter | null },
): Promise<readonly OutletSummary[]> {
	return database.query<OutletSummary>(
		`SELECT * FROM (SELECT outlet COLLATE "C" AS name, ${COUNTS} FROM stemma.article WHERE outlet IS NOT NULL
			GROUP BY outlet COLLATE "C") AS found
		WHERE $1::int IS NULL OR reports < $1 OR (reports = $1 AND name > $2::text COLLATE "C")
		ORDER BY reports DESC, name LIMIT $3`,
		[after?.reports ?? null, after === null ? null : toShown(after.name), limit],
	);
}

const COUNTS = `count(*)::int AS reports,
	CASE WHEN bool_and(agencies IS NULL) THEN NULL ELSE count(*) FILTER (WHERE agencies <> '')::int END AS "fromAgencies",
	min(published_from) AS first, max(published_to) AS last`;

/** What a store knows of an outlet without reading its reports. */
export interface OutletCounts extends OutletSummary {
	readonly languages: readonly { readonly language: string | null; readonly reports: number }[];
	/** Agencies credited, by how many reports credit them, then by name; 20 at most. */
	readonly agencies: readonly { readonly name: string; readonly reports: number }[];
	/** Sources of which there is more than one text. */
	readonly edited: number;
	/** The keys by which its reports are found. */
	readonly keys: readonly bigint[];
}

/** Words of a name that it is found by, outlets of one name, and agencies that are named. */
const MOST_WORDS = 12;
const MOST_KEYS = 50;
const AGENCIES = 20;

/** An outlet by its name as reports give it; null where there is none. */
export async function countOutlet(database: Queryable, name: string): Promise<OutletCounts | null> {
	const keys = await findKeys(database, name);
	if (keys.length === 0) return null;
	const where = "WHERE outlet_key = ANY ($1::bigint[]) AND outlet = $2";
	const values = [keys, toShown(name)];
	const [counts] = await database.query<OutletSummary>(
		`SELECT outlet AS name, ${COUNTS} FROM stemma.article ${where} GROUP BY outlet`,
		values,
	);
	if (counts === undefined) return null;
	const languages = await database.query<{ language: string | null; reports: number }>(
		`SELECT language, count(*)::int AS reports FROM stemma.article ${where}
		GROUP BY language ORDER BY 2 DESC, language COLLATE "C" NULLS LAST`,
		values,
	);
	const agencies = await database.query<{ name: string; reports: number }>(
		`SELECT name, count(*)::int AS reports FROM stemma.article, unnest(string_to_array(agencies, E'\\n')) AS name
		${where} AND agencies <> '' GROUP BY name ORDER BY 2 DESC, name COLLATE "C" LIMIT ${AGENCIES}`,
		values,
	);
	const [edited] = await database.query<{ sources: number }>(
		`SELECT count(*)::int AS sources FROM
			(SELECT source_key FROM stemma.article ${where} GROUP BY source_key HAVING count(*) > 1) AS edited`,
		values,
	);
	return { ...counts, languages, agencies, edited: edited?.sources ?? 0, keys };
}

/** Outlets of this name: of its addresses, or of none. They are looked for by the words that search has of them. */
async function findKeys(database: Queryable, name: string): Promise<readonly bigint[]> {
	const parameters = new Parameters();
	const words = [...new Set(findUnits(name).map(({ stem }) => wordKey("outlet", stem)))].slice(0, MOST_WORDS);
	const joins = words.map(
		(key, at) =>
			`JOIN stemma.posting p${at} ON p${at}.article_id = a.article_id AND p${at}.word = ${parameters.add(key, "int")}`,
	);
	const rows = await database.query<{ outlet_key: bigint }>(
		`SELECT DISTINCT a.outlet_key FROM stemma.article a ${joins.join("\n")}
		WHERE a.outlet = ${parameters.add(toShown(name), "text")} AND a.outlet_key IS NOT NULL
		ORDER BY 1 LIMIT ${MOST_KEYS}`,
		parameters.values,
	);
	return rows.map(({ outlet_key }) => outlet_key);
}

/** Where a list of reports goes on: the last one's day and id. */
export interface ReportAfter {
	readonly day: string;
	readonly article: string;
}

/** A report of an outlet. */
export interface OutletReport extends HitArticle {
	/** The day that it is listed under: of publication, else of capture, else of adding. */
	readonly day: string;
	readonly agencies: readonly string[];
	/** Whether the store has another text of its source. */
	readonly isEdited: boolean;
}

/** The reports of an outlet, the latest first. */
export async function listReports(
	database: Queryable,
	{ keys, name }: Pick<OutletCounts, "keys" | "name">,
	{ limit, after }: { readonly limit: number; readonly after: ReportAfter | null },
): Promise<readonly OutletReport[]> {
	const rows = await database.query<{ article_id: bigint; day: string; agencies: string | null; edited: boolean }>(
		`SELECT article_id, day, agencies, EXISTS (SELECT FROM stemma.article other
			WHERE other.source_key = article.source_key AND other.article_id <> article.article_id) AS edited
		FROM stemma.article WHERE outlet_key = ANY ($1::bigint[]) AND outlet = $2
			AND ($3::date IS NULL OR (day, article_id) < ($3, $4::bigint))
		ORDER BY day DESC, article_id DESC LIMIT $5`,
		[keys, toShown(name), after?.day ?? null, after === null ? null : toKey(after.article), limit],
	);
	const shown = await describeArticles(
		database,
		rows.map(({ article_id }) => toId(article_id)),
	);
	return rows.flatMap(({ article_id, day, agencies, edited }) => {
		const article = shown.get(toId(article_id));
		if (article === undefined) return [];
		return [{ ...article, day, agencies: (agencies ?? "").split("\n").filter((one) => one !== ""), isEdited: edited }];
	});
}
