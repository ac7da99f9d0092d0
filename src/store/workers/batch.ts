import type { Database, Queryable } from "../database.ts";
import { completeJobs, failJob, type Job } from "../jobs.ts";
import { MOST_TRIES } from "./stages.ts";

/** What came of a batch of jobs. */
export interface StageOutcome {
	readonly done: number;
	/** Jobs that failed for good, with the reason. */
	readonly aside: readonly { readonly subject: string; readonly reason: string }[];
	/** Jobs that failed and are tried again. */
	readonly again: number;
}

/** A job that failed, and why. */
export interface Failure {
	readonly job: Job;
	readonly error: unknown;
}

/**
 * Does jobs, keeps what came of those that did not fail, and ends these, in one transaction; says of the others why they
 * failed.
 *
 * @param order whether jobs are done beside each other, as where threads answer, or one after the other
 * @param answer what a job comes to; null where there is nothing left to do for it
 * @param keep gets the jobs that are still ours and did not fail, with what came of each, by subject
 */
export async function performJobs<Answer>(
	database: Database,
	jobs: readonly Job[],
	order: "beside" | "in turn",
	answer: (job: Job) => Promise<Answer | null>,
	keep: (tx: Queryable, held: readonly Job[], answers: ReadonlyMap<string, Answer>) => Promise<void>,
): Promise<StageOutcome> {
	const answers = new Map<string, Answer>();
	const failures: Failure[] = [];
	const perform = async (job: Job): Promise<void> => {
		try {
			const found = await answer(job);
			if (found !== null) answers.set(job.subject, found);
		} catch (error) {
			failures.push({ job, error });
		}
	};
	if (order === "beside") await Promise.all(jobs.map(perform));
	else for (const job of jobs) await perform(job);
	const failed = new Set(failures.map(({ job }) => job));
	const held = await completeJobs(
		database,
		jobs.filter((job) => !failed.has(job)),
		(tx, ours) => keep(tx, ours, answers),
	);
	return settle(database, held.length, failures);
}

/** Says of each job that failed why, and counts. */
export async function settle(database: Database, done: number, failures: readonly Failure[]): Promise<StageOutcome> {
	const aside: { subject: string; reason: string }[] = [];
	let again = 0;
	for (const { job, error } of failures) {
		const reason = error instanceof Error ? error.message : String(error);
		const became = await failJob(database, job, reason, MOST_TRIES);
		if (became === "aside") aside.push({ subject: job.subject, reason });
		if (became === "again") again++;
	}
	return { done, aside, again };
}
