import type { CollateEffects } from "../../pipeline.ts";
import type { Database } from "../database.ts";
import { askJobs, completeJobs, failJob, type Job } from "../jobs.ts";
import { describeProgram } from "../program.ts";
import { keepPackedReadings, packReadings, type Reading } from "../readings.ts";
import { dropPending, findPending } from "./pending.ts";
import { MOST_TRIES } from "./stages.ts";

/** What came of a batch of jobs. */
export interface StageOutcome {
	readonly done: number;
	/** Jobs that failed for good, with the reason. */
	readonly aside: readonly { readonly subject: string; readonly reason: string }[];
	/** Jobs that failed and are tried again. */
	readonly again: number;
}

/** Captures → articles, and a job for each to be annotated. */
export async function readCapturesOf(
	database: Database,
	jobs: readonly Job[],
	effects: Pick<CollateEffects, "readArticle"> & { today(): string },
): Promise<StageOutcome> {
	const pending = await findPending(
		database,
		jobs.map(({ subject }) => subject),
	);
	const readings = new Map<string, Reading>();
	const failures: { readonly job: Job; readonly error: unknown }[] = [];
	for (const job of jobs) {
		const one = pending.get(job.subject);
		if (!one) continue;
		try {
			const { article, problems } = await effects.readArticle(one.capture);
			const slow = article === null ? problems.find(({ code }) => code === "article/too-slow") : undefined;
			// It may have been the machine that was slow: the last try counts.
			if (slow && job.attempts < MOST_TRIES) throw new Error(slow.reason);
			readings.set(job.subject, { ...one, article, problems });
		} catch (error) {
			failures.push({ job, error });
		}
	}
	const failed = new Set(failures.map(({ job }) => job));
	const [today, program] = [effects.today(), describeProgram()];
	const held = await completeJobs(
		database,
		jobs.filter((job) => !failed.has(job)),
		async (tx, ours) => {
			const own = ours.flatMap(({ subject }) => readings.get(subject) ?? []);
			if (own.length === 0) return;
			await dropPending(
				tx,
				ours.map(({ subject }) => subject),
			);
			await keepPackedReadings(tx, await packReadings(own, today, program));
			const articles = new Set(own.flatMap(({ article }) => article?.id ?? []));
			await askJobs(
				tx,
				"annotate",
				[...articles].map((subject) => ({ subject })),
			);
		},
	);
	return settle(database, held.length, failures);
}

/** Says of each job that failed why, and counts. */
export async function settle(
	database: Database,
	done: number,
	failures: readonly { readonly job: Job; readonly error: unknown }[],
): Promise<StageOutcome> {
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
