import { randomUUID } from "node:crypto";
import type { JobCounts } from "../model/store-status.ts";
import type { Database, Queryable } from "./database.ts";
import { toId, toKey, toStored } from "./keys.ts";

/**
 * Jobs as leases, shared by any number of processes. One that is taken comes due again when its lease ends: who dies
 * gives it back by doing nothing. What a job does and its end are one transaction (`completeJobs`), so that it takes
 * effect once, however often it was begun.
 */

/** A job that somebody has taken. */
export interface Job {
	readonly id: bigint;
	readonly kind: string;
	/** The article, capture or story that it is about. */
	readonly subject: string;
	/** As it was asked for: JSON. */
	readonly detail: string;
	/** How often it has been begun, this time included. */
	readonly attempts: number;
	readonly lease: string;
	readonly revision: bigint;
}

/** Something to be done. */
export interface AskedJob {
	readonly subject: string;
	/** JSON; `{}` where it is left out. Asked for again, the last one holds. */
	readonly detail?: string;
}

/**
 * Asks for jobs of a kind; one that is waiting already is not doubled, and keeps the moment at which it is due. One
 * that is being done is done again afterwards. One that was set aside gets new tries.
 *
 * @param pause seconds until it is due: what changes often within them is done once
 */
export async function askJobs(
	database: Queryable,
	kind: string,
	asked: readonly AskedJob[],
	pause: number = 0,
): Promise<void> {
	const once = [...new Map(asked.map((one) => [toKey(one.subject), one.detail ?? "{}"]))];
	// In one order everywhere, so that two who ask for the same do not wait for each other.
	once.sort(([a], [b]) => (a < b ? -1 : 1));
	await database.query(
		`INSERT INTO stemma.job (kind, subject, detail, pause, due)
		SELECT $1::text, asked.subject, asked.detail, $4::int, now() + $4::int * interval '1 second'
		FROM unnest($2::bigint[], $3::text[]) AS asked (subject, detail) ORDER BY asked.subject
		ON CONFLICT (kind, subject) DO UPDATE SET
			detail = excluded.detail,
			pause = excluded.pause,
			revision = job.revision + 1,
			attempts = CASE WHEN job.aside_at IS NULL THEN job.attempts ELSE 0 END,
			due = CASE WHEN job.aside_at IS NULL THEN job.due ELSE excluded.due END,
			aside_at = NULL`,
		[kind, once.map(([subject]) => subject), once.map(([, detail]) => toStored(detail)), pause],
	);
}

export interface Claim {
	/** At most so many at once. */
	readonly limit: number;
	/** Seconds until somebody else may take them. */
	readonly lease: number;
	/** How often a job is begun before it is set aside: one that kills its worker must not do so for ever. */
	readonly attempts: number;
}

/** Why a job is set aside that nobody has said anything of. */
const LOST = "whoever did it was gone before it was done, time and again";

/** Takes jobs that are due, the longest due first; what has been begun too often is set aside. */
export async function claimJobs(
	database: Queryable,
	kind: string,
	{ limit, lease, attempts }: Claim,
): Promise<readonly Job[]> {
	const token = randomUUID();
	const rows = await database.query<JobRow>(
		`WITH due AS MATERIALIZED (
			SELECT job_id, attempts FROM stemma.job WHERE kind = $1 AND aside_at IS NULL AND due <= now()
			ORDER BY due, job_id LIMIT $2 FOR UPDATE SKIP LOCKED
		), spent AS (
			UPDATE stemma.job SET aside_at = now(), lease = NULL, failure = coalesce(failure, $6)
			FROM due WHERE job.job_id = due.job_id AND due.attempts >= $5
		)
		UPDATE stemma.job SET lease = $3::uuid, due = now() + $4::int * interval '1 second', attempts = job.attempts + 1
		FROM due WHERE job.job_id = due.job_id AND due.attempts < $5
		RETURNING job.job_id, job.subject, job.detail, job.attempts, job.revision`,
		[kind, limit, token, lease, attempts, LOST],
	);
	return rows
		.map((row) => ({
			id: row.job_id,
			kind,
			subject: toId(row.subject),
			detail: row.detail,
			attempts: row.attempts,
			lease: token,
			revision: row.revision,
		}))
		.sort((a, b) => (a.id < b.id ? -1 : 1));
}

interface JobRow {
	readonly job_id: bigint;
	readonly subject: bigint;
	readonly detail: string;
	readonly attempts: number;
	readonly revision: bigint;
}

/**
 * Ends jobs and does what they are for, in one transaction. `effect` gets those that are still ours: one whose lease
 * ended and which somebody else has taken is theirs, and what was found out for it is not to be kept. Resolves to
 * those that `effect` got; it is not called for none. `effect` may be called again from the start (see `Database.tx`).
 */
export async function completeJobs(
	database: Database,
	jobs: readonly Job[],
	effect: (tx: Queryable, held: readonly Job[]) => Promise<void>,
): Promise<readonly Job[]> {
	if (jobs.length === 0) return [];
	return database.tx(async (tx) => {
		const rows = await tx.query<{ job_id: bigint }>(
			`WITH given AS (
				SELECT * FROM unnest($1::bigint[], $2::uuid[], $3::bigint[]) AS given (job_id, lease, revision)
			), held AS MATERIALIZED (
				SELECT job.job_id, job.revision = given.revision AS is_done FROM stemma.job
				JOIN given ON given.job_id = job.job_id AND given.lease = job.lease ORDER BY job.job_id FOR UPDATE OF job
			), done AS (
				DELETE FROM stemma.job USING held WHERE job.job_id = held.job_id AND held.is_done
			), again AS (
				UPDATE stemma.job SET lease = NULL, attempts = 0, failure = NULL,
					due = now() + pause * interval '1 second'
				FROM held WHERE job.job_id = held.job_id AND NOT held.is_done
			)
			SELECT job_id FROM held`,
			[jobs.map(({ id }) => id), jobs.map(({ lease }) => lease), jobs.map(({ revision }) => revision)],
		);
		const ours = new Set(rows.map(({ job_id }) => job_id));
		const held = jobs.filter(({ id }) => ours.has(id));
		if (held.length > 0) await effect(tx, held);
		return held;
	});
}

/** Keeps jobs for so many seconds more, counted from now. Resolves to those that are still ours. */
export async function extendJobs(database: Queryable, jobs: readonly Job[], seconds: number): Promise<readonly Job[]> {
	const rows = await database.query<{ job_id: bigint }>(
		`UPDATE stemma.job SET due = now() + $3::int * interval '1 second'
		FROM unnest($1::bigint[], $2::uuid[]) AS given (job_id, lease)
		WHERE job.job_id = given.job_id AND job.lease = given.lease RETURNING job.job_id`,
		[jobs.map(({ id }) => id), jobs.map(({ lease }) => lease), seconds],
	);
	const ours = new Set(rows.map(({ job_id }) => job_id));
	return jobs.filter(({ id }) => ours.has(id));
}

/** Gives jobs back that were not begun, as when a worker is told to stop: they are due now, and no try is counted. */
export async function releaseJobs(database: Queryable, jobs: readonly Job[]): Promise<void> {
	await database.query(
		`UPDATE stemma.job SET lease = NULL, due = now(), attempts = attempts - 1
		FROM unnest($1::bigint[], $2::uuid[]) AS given (job_id, lease)
		WHERE job.job_id = given.job_id AND job.lease = given.lease`,
		[jobs.map(({ id }) => id), jobs.map(({ lease }) => lease)],
	);
}

/** Seconds before a job that failed is tried again: doubled with each try, at most this. */
const LONGEST_PAUSE = 600;

/**
 * Says that a job failed and why. It is tried again later or, after so many tries, set aside. Resolves to what became
 * of it; `lost` when it is somebody else's by now.
 */
export async function failJob(
	database: Queryable,
	job: Job,
	reason: string,
	attempts: number,
): Promise<"again" | "aside" | "lost"> {
	const pause = Math.min(LONGEST_PAUSE, 2 ** job.attempts);
	const [row] = await database.query<{ aside: boolean }>(
		`UPDATE stemma.job SET lease = NULL, failure = $3, due = now() + $4::int * interval '1 second',
			aside_at = CASE WHEN attempts >= $5 AND revision = $6 THEN now() END
		WHERE job_id = $1 AND lease = $2::uuid RETURNING aside_at IS NOT NULL AS aside`,
		[job.id, job.lease, toStored(reason), pause, attempts, job.revision],
	);
	return row === undefined ? "lost" : row.aside ? "aside" : "again";
}

/** A job that was set aside. */
export interface AsideJob {
	readonly id: bigint;
	readonly kind: string;
	readonly subject: string;
	readonly detail: string;
	readonly attempts: number;
	readonly failure: string;
	readonly at: Date;
}

/** Jobs that were set aside, the latest first. */
export async function listAside(database: Queryable, limit: number): Promise<readonly AsideJob[]> {
	const rows = await database.query<JobRow & { kind: string; failure: string | null; aside_at: Date }>(
		`SELECT job_id, kind, subject, detail, attempts, revision, failure, aside_at FROM stemma.job
		WHERE aside_at IS NOT NULL ORDER BY aside_at DESC, job_id LIMIT $1`,
		[limit],
	);
	return rows.map((row) => ({
		id: row.job_id,
		kind: row.kind,
		subject: toId(row.subject),
		detail: row.detail,
		attempts: row.attempts,
		failure: row.failure ?? LOST,
		at: row.aside_at,
	}));
}

/** Gives jobs that were set aside new tries, due now: those named, or all. Resolves to how many. */
export async function retryAside(database: Queryable, ids: readonly bigint[] | null = null): Promise<number> {
	const rows = await database.query(
		`UPDATE stemma.job SET aside_at = NULL, attempts = 0, due = now()
		WHERE aside_at IS NOT NULL AND ($1::bigint[] IS NULL OR job_id = ANY ($1::bigint[])) RETURNING 1 AS one`,
		[ids],
	);
	return rows.length;
}

/** Forgets jobs about something that is no longer there. */
export async function forgetJobs(database: Queryable, subjects: readonly string[]): Promise<void> {
	await database.query("DELETE FROM stemma.job WHERE subject = ANY ($1::bigint[])", [subjects.map(toKey)]);
}

/** How many jobs are still to be done, of all kinds. */
export async function countWaiting(database: Queryable): Promise<number> {
	const [row] = await database.query<{ jobs: number }>(
		"SELECT count(*)::int AS jobs FROM stemma.job WHERE aside_at IS NULL",
	);
	return row?.jobs ?? 0;
}

/** The jobs there are, by kind in code unit order. */
export async function countJobs(database: Queryable): Promise<readonly JobCounts[]> {
	return database.query<JobCounts>(
		`SELECT kind, count(*) FILTER (WHERE aside_at IS NULL AND (lease IS NULL OR due <= now()))::int AS waiting,
			count(*) FILTER (WHERE aside_at IS NULL AND lease IS NOT NULL AND due > now())::int AS taken,
			count(aside_at)::int AS aside,
			floor(coalesce(greatest(0, extract(epoch FROM now() - min(due) FILTER (WHERE aside_at IS NULL))), 0))::float8 AS behind
		FROM stemma.job GROUP BY kind ORDER BY kind COLLATE "C"`,
	);
}
