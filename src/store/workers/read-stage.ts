import type { CollateEffects } from "../../pipeline.ts";
import type { Database } from "../database.ts";
import { askJobs, type Job } from "../jobs.ts";
import { describeProgram } from "../program.ts";
import { keepPackedReadings, packReadings, type Reading } from "../readings.ts";
import { performJobs, type StageOutcome } from "./batch.ts";
import { dropPending, findPending } from "./pending.ts";
import { MOST_TRIES } from "./stages.ts";

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
	const [today, program] = [effects.today(), describeProgram()];
	return performJobs<Reading>(
		database,
		jobs,
		"in turn",
		async (job) => {
			const one = pending.get(job.subject);
			if (!one) return null;
			const { article, problems } = await effects.readArticle(one.capture);
			const slow = article === null ? problems.find(({ code }) => code === "article/too-slow") : undefined;
			// It may have been the machine that was slow: the last try counts.
			if (slow && job.attempts < MOST_TRIES) throw new Error(slow.reason);
			return { ...one, article, problems };
		},
		async (tx, ours, readings) => {
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
}
