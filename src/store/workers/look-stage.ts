import type { TermRarity } from "../../stories/grouping/term-rarity.ts";
import { loadTermRarity } from "../../system/data.ts";
import { keepFindings, lookThrough } from "../alerts/entries.ts";
import type { Database } from "../database.ts";
import { completeJobs, type Job } from "../jobs.ts";
import { findStoryRecord } from "../stories.ts";
import { type Failure, type StageOutcome, settle } from "./batch.ts";

let rarity: TermRarity | null = null;

/** Stories whose record was made → what alerts find in them, each thing once. */
export async function lookThroughStories(database: Database, jobs: readonly Job[]): Promise<StageOutcome> {
	let done = 0;
	const failures: Failure[] = [];
	rarity ??= loadTermRarity();
	for (const job of jobs) {
		try {
			// One that has become part of another is looked through as that one.
			const stored = await findStoryRecord(database, job.subject);
			const found = stored ? await lookThrough(database, stored.record, rarity) : [];
			const held = await completeJobs(database, [job], async (tx) => {
				await keepFindings(tx, found);
			});
			done += held.length;
		} catch (error) {
			failures.push({ job, error });
		}
	}
	return settle(database, done, failures);
}
