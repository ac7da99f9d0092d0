import { askLooks } from "../alerts/alerts.ts";
import type { Database, Queryable } from "../database.ts";
import { completeJobs, type Job } from "../jobs.ts";
import { toKey } from "../keys.ts";
import { findStories, keepStoryRecord } from "../stories.ts";
import type { PackedArticle } from "./analysis.ts";
import type { AnalysisPool } from "./analysis-pool.ts";
import { type StageOutcome, settle } from "./read-stage.ts";

/** Stories → the record of each: that of collating its reports by themselves. */
export async function collateStories(
	database: Database,
	jobs: readonly Job[],
	pool: AnalysisPool,
	program: string,
): Promise<StageOutcome> {
	let done = 0;
	const failures: { readonly job: Job; readonly error: unknown }[] = [];
	for (const job of jobs) {
		try {
			const [found] = await findStories(database, [job.subject]);
			// One that has become part of another is collated as that one.
			const stored = found?.story.id === job.subject ? found : null;
			const record = stored
				? await pool.ask({ kind: "collate", articles: await readPacked(database, stored.story.articles) })
				: null;
			const held = await completeJobs(database, [job], async (tx) => {
				if (!stored || !record) return;
				await keepStoryRecord(tx, job.subject, stored.revision, record, program);
				await askLooks(tx, [job.subject]);
			});
			done += held.length;
		} catch (error) {
			failures.push({ job, error });
		}
	}
	return settle(database, done, failures);
}

/** Articles as they are kept, with their annotations. */
export async function readPacked(database: Queryable, ids: readonly string[]): Promise<readonly PackedArticle[]> {
	return database.query<{ body: Uint8Array; annotation: Uint8Array | null }>(
		`SELECT article_body.packed AS body, annotation.packed AS annotation FROM stemma.article_body
		LEFT JOIN stemma.annotation ON annotation.article_id = article_body.article_id AND annotation.day = article_body.day
		WHERE article_body.article_id = ANY ($1::bigint[])`,
		[ids.map(toKey)],
	);
}
