import { type Kept, keepPackedAnnotations } from "../annotations.ts";
import type { Database } from "../database.ts";
import { askJobs, type Job } from "../jobs.ts";
import { toId, toKey } from "../keys.ts";
import type { AnalysisPool } from "./analysis-pool.ts";
import { performJobs, type StageOutcome } from "./batch.ts";
import { PLACE_ALL } from "./stages.ts";

/**
 * Articles → what is found in each by itself, and the one job of placing them. What their outlet repeats is told only
 * from all of its reports: that is left to placing, which sees them.
 *
 * @param pause seconds in which changes gather before articles are placed
 */
export async function annotateArticles(
	database: Database,
	jobs: readonly Job[],
	pool: AnalysisPool,
	pause: number,
): Promise<StageOutcome> {
	const rows = await database.query<{ article_id: bigint; packed: Uint8Array }>(
		"SELECT article_id, packed FROM stemma.article_body WHERE article_id = ANY ($1::bigint[])",
		[jobs.map(({ subject }) => toKey(subject))],
	);
	const bodies = new Map(rows.map(({ article_id, packed }) => [toId(article_id), packed]));
	return performJobs<Kept>(
		database,
		jobs,
		"beside",
		async ({ subject }) => {
			const body = bodies.get(subject);
			return body ? pool.ask({ kind: "annotate", body }) : null;
		},
		async (tx, ours, kept) => {
			await keepPackedAnnotations(
				tx,
				ours.flatMap(({ subject }) => kept.get(subject) ?? []),
			);
			await askJobs(tx, "place", [{ subject: PLACE_ALL }], pause);
		},
	);
}
