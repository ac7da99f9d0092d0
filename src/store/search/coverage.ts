import type { Queryable } from "../database.ts";
import { INDEX_FORM } from "./keep-postings.ts";

/** How many articles a store has, and how many of them can be found by their words. */
export interface IndexedCounts {
	readonly articles: number;
	readonly indexed: number;
	/** Of these, those too long to be found to their end. */
	readonly cut: number;
}

export async function countIndexed(database: Queryable): Promise<IndexedCounts> {
	const [row] = await database.query<IndexedCounts>(
		`SELECT (SELECT count(*) FROM stemma.article)::int AS articles,
			(SELECT count(*) FROM stemma.search_article WHERE form = $1)::int AS indexed,
			(SELECT count(*) FROM stemma.search_article WHERE is_cut)::int AS cut`,
		[INDEX_FORM],
	);
	return row ?? { articles: 0, indexed: 0, cut: 0 };
}
