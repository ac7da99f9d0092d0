import type { Capture } from "../../model/capture.ts";
import type { ListedProblem } from "../../model/problem.ts";
import { UserError } from "../../model/problem.ts";
import { type ReadEffects, walkCaptures } from "../../read/captures.ts";
import { compareProblems } from "../../text/compare.ts";
import type { Database, Queryable } from "../database.ts";
import { describeProgram } from "../program.ts";
import { captureId, findKnown, type InputProblem, keepProblems, UNREAD } from "../readings.ts";
import { keepPending, type Pending, packPending } from "./pending.ts";

/** What queueing needs of the world. */
export interface QueueEffects extends ReadEffects {
	/** The day, ISO 8601. */
	today(): string;
	progress?(done: number, total: number, label: string): void;
	/** Told once when the queue is long and it is waited for. */
	waiting?(captures: number): void;
}

/** What queueing came to. Problems by place, code and reason. */
export interface Queued {
	readonly inputs: number;
	/** Captures that wait to be read now, and those that the store had. */
	readonly captures: number;
	readonly known: number;
	readonly problems: readonly ListedProblem[];
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

/** Captures, and bytes of them, that are kept in one transaction. */
const MOST_CAPTURES = 50;
const MOST_BYTES = 8_000_000;

/** Milliseconds between two looks at a queue that is full. */
const LOOK_EVERY = 500;

/**
 * Keeps captures for workers to read. What was kept stays kept, so that a stopped run is finished by the same command.
 * While the queue is long it waits for the workers.
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
	const problems: ListedProblem[] = [];
	const seen = new Set<string>();
	let [captures, known, bytes] = [0, 0, 0];
	let batch: Pending[] = [];
	let wrong: InputProblem[] = [];
	let last: string | null = null;
	const keep = async (): Promise<void> => {
		const kept = batch;
		[batch, bytes] = [[], 0];
		if (kept.length === 0) return;
		await waitForRoom(database, effects, limits);
		const packed = await packPending(kept);
		await database.tx((tx) => keepPending(tx, packed, effects.today()));
		captures += kept.length;
	};
	const settle = async (): Promise<void> => {
		if (last !== null) await keepProblems(database, [last], wrong);
		wrong = [];
	};
	for await (const { captures: found, problems: listed, input, ahead } of walkCaptures(inputs, effects, primaries)) {
		problems.push(...listed);
		if (input === null) continue;
		if (input !== last) await settle();
		last = input;
		seen.add(input);
		wrong.push(...listed.map((problem) => ({ ...problem, input })));
		const there = await findThere(database, found, program);
		for (const capture of found) {
			effects.progress?.(seen.size - 1, seen.size + ahead, capture.place);
			if (there.has(captureId(capture))) {
				known++;
				continue;
			}
			batch.push({ capture, input });
			bytes += capture.bytes.byteLength;
			if (batch.length >= MOST_CAPTURES || bytes >= MOST_BYTES) await keep();
		}
	}
	await settle();
	await keep();
	return { inputs: seen.size, captures, known, problems: problems.sort(compareProblems) };
}

async function findThere(
	database: Queryable,
	captures: readonly Capture[],
	program: string,
): Promise<ReadonlySet<string>> {
	if (captures.length === 0) return new Set();
	const ids = captures.map(captureId);
	return new Set([...(await findKnown(database, ids, program)), ...(await findKnown(database, ids, UNREAD))]);
}

async function waitForRoom(database: Queryable, effects: QueueEffects, limits: QueueLimits): Promise<void> {
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
