import { askLooks } from "../alerts/alerts.ts";
import { readDecisionsOn } from "../corrections/log.ts";
import type { Database, Queryable } from "../database.ts";
import { completeJobs, type Job } from "../jobs.ts";
import { toKey } from "../keys.ts";
import { findStories, keepStoryRecord, type PackedRecord } from "../stories.ts";
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
	const found = await findStories(
		database,
		jobs.map(({ subject }) => subject),
	);
	// One that has become part of another is collated as that one.
	const stories = new Map(found.map((stored) => [stored.story.id, stored]));
	const records = new Map<string, PackedRecord>();
	const failures: { readonly job: Job; readonly error: unknown }[] = [];
	await Promise.all(
		jobs.map(async (job) => {
			const stored = stories.get(job.subject);
			if (!stored) return;
			try {
				const decisions = await readDecisionsOn(database, stored.story.articles);
				const articles = await readPacked(database, stored.story.articles);
				const { id } = stored.story;
				records.set(job.subject, await pool.ask({ kind: "collate", articles, story: id, decisions }));
			} catch (error) {
				failures.push({ job, error });
			}
		}),
	);
	const failed = new Set(failures.map(({ job }) => job));
	const held = await completeJobs(
		database,
		jobs.filter((job) => !failed.has(job)),
		async (tx, ours) => {
			for (const { subject } of ours) {
				const [stored, record] = [stories.get(subject), records.get(subject)];
				if (stored && record) await keepStoryRecord(tx, subject, stored.revision, record, program);
			}
			await askLooks(
				tx,
				ours.map(({ subject }) => subject).filter((subject) => records.has(subject)),
			);
		},
	);
	return settle(database, held.length, failures);
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
