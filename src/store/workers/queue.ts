import type { Capture } from "../../model/capture.ts";
import { UserError } from "../../model/problem.ts";
import type { Database, Queryable } from "../database.ts";
import { type IntakeEffects, type TakenIn, takeIn } from "../intake.ts";
import { describeProgram } from "../program.ts";
import { findKnown, UNREAD } from "../readings.ts";
import { keepPending, type Pending, packPending } from "./pending.ts";

/** What queueing needs of the world. */
export interface QueueEffects extends IntakeEffects {
	/** Told once when the queue is long and it is waited for. */
	waiting?(captures: number): void;
}

/** What queueing came to. */
export interface Queued extends TakenIn {
	/** Captures that wait to be read now. */
	readonly captures: number;
}

export interface QueueLimits {
	/** Captures that wait to be read, and their bytes, above which nothing more is taken in. */
	readonly captures: number;
	readonly bytes: number;
	/** Milliseconds to wait while nothing leaves the queue. */
	readonly patience: number;
}

/** What four workers read in a few minutes. */
const QUEUE_LIMITS: QueueLimits = { captures: 5000, bytes: 1_000_000_000, patience: 60_000 };

/** Milliseconds between two looks at a queue that is full. */
const LOOK_EVERY = 500;

/**
 * Keeps captures for workers to read. While the queue is long it waits for the workers.
 *
 * @throws UserError `store/queue-full` when nothing leaves a full queue
 */
export async function queueInputs(
	database: Database,
	inputs: readonly string[],
	primaries: readonly string[],
	effects: QueueEffects,
	limits: QueueLimits = QUEUE_LIMITS,
): Promise<Queued> {
	const program = describeProgram();
	let captures = 0;
	const taken = await takeIn<Pending>(database, inputs, primaries, effects, {
		findKnown: (there, ids) => findThere(there, ids, program),
		prepare: (capture, input) => ({ capture, input }),
		async keep(batch) {
			await waitForRoom(database, effects, limits);
			const packed = await packPending(batch);
			await database.tx((tx) => keepPending(tx, packed, effects.today()));
			captures += batch.length;
		},
	});
	return { ...taken, captures };
}

/** Keeps one capture for workers to read; its id, and whether it was there already. Rejects as `queueInputs` does. */
export async function queueCapture(
	database: Database,
	capture: Capture,
	today: string,
): Promise<{ readonly id: string; readonly known: boolean }> {
	const [packed] = await packPending([{ capture, input: capture.place }]);
	if (packed === undefined) throw new Error("nothing was packed");
	const { id } = packed;
	if ((await findThere(database, [id], describeProgram())).has(id)) return { id, known: true };
	await waitForRoom(database, {}, { ...QUEUE_LIMITS, patience: 0 });
	await database.tx((tx) => keepPending(tx, [packed], today));
	return { id, known: false };
}

/**
 * Captures that wait to be read, and those that were read. In this order: one that is read between the two looks is
 * found by the second.
 */
async function findThere(database: Queryable, ids: readonly string[], program: string): Promise<ReadonlySet<string>> {
	return new Set([...(await findKnown(database, ids, UNREAD)), ...(await findKnown(database, ids, program))]);
}

async function waitForRoom(
	database: Queryable,
	effects: Pick<QueueEffects, "waiting">,
	limits: QueueLimits,
): Promise<void> {
	let moved = Date.now();
	let fewest = Number.POSITIVE_INFINITY;
	for (let told = false; ; ) {
		const [queue] = await database.query<{ captures: number; bytes: number }>(
			`SELECT count(*)::int AS captures, coalesce(sum((detail::json->>'bytes')::float8), 0)::float8 AS bytes
			FROM stemma.job WHERE kind = 'read' AND aside_at IS NULL`,
		);
		const waiting = queue?.captures ?? 0;
		if (waiting < limits.captures && (queue?.bytes ?? 0) < limits.bytes) return;
		if (waiting < fewest) [fewest, moved] = [waiting, Date.now()];
		if (Date.now() - moved >= limits.patience) {
			throw new UserError(
				"store/queue-full",
				`${waiting} captures wait to be read and nobody reads them; what was queued so far is kept. ` +
					'Run "stemma work", then the same command again for the rest',
			);
		}
		if (!told) effects.waiting?.(waiting);
		told = true;
		await new Promise((resolve) => setTimeout(resolve, Math.min(LOOK_EVERY, limits.patience)));
	}
}
