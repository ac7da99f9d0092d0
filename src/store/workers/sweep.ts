import type { Queryable } from "../database.ts";
import { askJobs } from "../jobs.ts";
import { toId } from "../keys.ts";
import { UNREAD } from "../readings.ts";
import { PLACE_ALL } from "./stages.ts";
import { FRESH } from "./window.ts";

/** Jobs asked for at once: the rest when these are done. */
const MOST_ASKED = 2000;

/**
 * Asks for what is to be done and nobody asked for: articles that were added without a queue, captures whose jobs a
 * backup did not hold, reports that are in no story. What was set aside stays there.
 */
export async function sweep(database: Queryable): Promise<void> {
	const unread = await database.query<{ id: bigint }>(
		`SELECT capture_id AS id FROM stemma.capture WHERE program = $1 AND NOT EXISTS
			(SELECT FROM stemma.job WHERE job.kind = 'read' AND job.subject = capture.capture_id) LIMIT ${MOST_ASKED}`,
		[UNREAD],
	);
	const bare = await database.query<{ id: bigint }>(
		`SELECT article_id AS id FROM stemma.article WHERE NOT EXISTS
				(SELECT FROM stemma.annotation WHERE annotation.article_id = article.article_id)
			AND NOT EXISTS (SELECT FROM stemma.job WHERE job.kind = 'annotate' AND job.subject = article.article_id)
		LIMIT ${MOST_ASKED}`,
	);
	const fresh = await database.query(
		`${FRESH} AND NOT EXISTS (SELECT FROM stemma.job WHERE job.kind = 'place') LIMIT 1`,
	);
	const ask = (kind: string, rows: readonly { readonly id: bigint }[]): Promise<void> =>
		askJobs(
			database,
			kind,
			rows.map(({ id }) => ({ subject: toId(id) })),
		);
	if (unread.length > 0) await ask("read", unread);
	if (bare.length > 0) await ask("annotate", bare);
	if (fresh.length > 0) await askJobs(database, "place", [{ subject: PLACE_ALL }]);
}
