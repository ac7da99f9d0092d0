import type { Queryable } from "./database.ts";

/** Days between two on which reports of a store were published, with none on any of them: ISO 8601, both included. */
export interface DayGap {
	readonly from: string;
	readonly to: string;
	readonly days: number;
}

/** What a store holds reports of, by day of publication and by language. */
export interface HeldDays {
	/** ISO 8601; null when no day is known. */
	readonly earliest: string | null;
	readonly latest: string | null;
	/** Reports whose day of publication is not known. */
	readonly undated: number;
	/** The longest first, then the latest. */
	readonly gaps: readonly DayGap[];
	/** How many gaps there are in all. */
	readonly gapCount: number;
}

/** A report that is only known to be of some month says nothing of its days: of so many at most, in days. */
const DATED_WITHIN = 7;

/**
 * Which days a store has reports of.
 *
 * @param most gaps that are named
 */
export async function readHeldDays(database: Queryable, most: number): Promise<HeldDays> {
	const [span] = await database.query<{ earliest: string | null; latest: string | null; undated: number }>(
		`SELECT min(published_from) AS earliest, max(published_to) AS latest,
			(count(*) FILTER (WHERE published_from IS NULL OR published_to IS NULL))::int AS undated
		FROM stemma.article`,
	);
	const gaps = await database.query<{ first: string; last: string; days: number; count: number }>(
		`SELECT lower(gap) AS first, upper(gap) - 1 AS last, upper(gap) - lower(gap) AS days, count(*) OVER ()::int AS count
		FROM (
			SELECT unnest(datemultirange(range_merge(held)) - held) AS gap FROM (
				SELECT range_agg(daterange(published_from, published_to, '[]')) AS held FROM
					(SELECT DISTINCT published_from, published_to FROM stemma.article
					WHERE published_to - published_from BETWEEN 0 AND ${DATED_WITHIN}) AS days
			) AS together
		) AS gaps ORDER BY days DESC, first DESC LIMIT $1`,
		[most],
	);
	return {
		earliest: span?.earliest ?? null,
		latest: span?.latest ?? null,
		undated: span?.undated ?? 0,
		gaps: gaps.map(({ first, last, days }) => ({ from: first, to: last, days })),
		gapCount: gaps[0]?.count ?? 0,
	};
}

/** How many reports a store has in each language, the most first, then by code unit; null where it is not known. */
export function countLanguages(
	database: Queryable,
): Promise<readonly { readonly language: string | null; readonly articles: number }[]> {
	return database.query<{ language: string | null; articles: number }>(
		`SELECT language, count(*)::int AS articles FROM stemma.article GROUP BY language
		ORDER BY 2 DESC, language COLLATE "C" NULLS LAST`,
	);
}
