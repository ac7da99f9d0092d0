import { askLooks } from "../alerts/alerts.ts";
import { readDecisionsOn } from "../corrections/log.ts";
import type { Database, Queryable } from "../database.ts";
import type { Job } from "../jobs.ts";
import { toKey } from "../keys.ts";
import { findStories, keepStoryRecord, type PackedRecord } from "../stories.ts";
import type { PackedArticle } from "./analysis.ts";
import type { AnalysisPool } from "./analysis-pool.ts";
import { performJobs, type StageOutcome } from "./batch.ts";

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
	return performJobs<PackedRecord>(
		database,
		jobs,
		"beside",
		async ({ subject }) => {
			const stored = stories.get(subject);
			if (!stored) return null;
			const decisions = await readDecisionsOn(database, stored.story.articles);
			const articles = await readPacked(database, stored.story.articles);
			return pool.ask({ kind: "collate", articles, story: stored.story.id, decisions });
		},
		async (tx, ours, records) => {
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
