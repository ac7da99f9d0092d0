import { UserError } from "../model/problem.ts";
import type { Database } from "../store/database.ts";
import type { Store } from "../store/store.ts";
import type { Worked, WorkState } from "../store/workers/worker.ts";
import { type FollowEffects, follow } from "./schedule/follow.ts";
import {
	type Finished,
	type FollowedSource,
	type FollowState,
	hostOf,
	type Outcome,
	type Task,
} from "./schedule/state.ts";

export interface WatchOptions {
	/** Whether it ends when all that is due is done. */
	readonly once: boolean;
	/** Whether what comes in is left to others to analyse. */
	readonly queue: boolean;
	/** Threads that analyse. */
	readonly threads: number;
	/** Whether it goes on where nothing is followed yet, for what others may add. */
	readonly waits?: boolean;
}

/** Something that a watch did. */
export interface WatchEvent {
	/** Milliseconds since 1970. */
	readonly at: number;
	/** What was asked: a source, or the page of a report that one announced. */
	readonly kind: "visit" | "page";
	/** Its source; of a page where it was announced. */
	readonly source: string;
	/** As the source calls itself; null when that is not known. */
	readonly title: string | null;
	/** Reports that a visit found new or changed. */
	readonly fresh: number;
	/** Reports that were kept. */
	readonly kept: number;
	/** Why a visit gave nothing; null where it gave something. */
	readonly failure: { readonly code: string; readonly reason: string } | null;
}

/** How far a watch is. */
export interface WatchState {
	/** Requests answered. */
	readonly done: number;
	/** Sources and pages that are due. */
	readonly due: number;
	/** Captures kept. */
	readonly kept: number;
	/** Jobs that are left to analyse; null when nobody has counted. */
	readonly left: number | null;
	/** What was asked last. */
	readonly label: string;
	/** When something is next to be asked: milliseconds since 1970; null where there is nothing. */
	readonly next: number | null;
}

/** What watching needs of the world, beside what following does. */
export interface WatchEffects extends Omit<FollowEffects, "done"> {
	/** Aborted when it is to end: what is under way is finished, for a while. */
	readonly stop: AbortSignal;
	/** Told once, before anything is asked, how many sources are visited. */
	started?(sources: number): void;
	event?(event: WatchEvent): void;
	progress?(state: WatchState): void;
	note?(message: string): void;
}

/** What a watch came to. */
export interface Watched {
	/** Visits to sources that gave something or nothing new, and those that failed. */
	readonly visits: number;
	readonly failed: number;
	/** Pages of reports that were fetched. */
	readonly pages: number;
	/** Reports that were new in their sources, or changed. */
	readonly fresh: number;
	/** Captures kept. */
	readonly kept: number;
	/** What was analysed; null where that is left to others. */
	readonly worked: Worked | null;
	/** When something is next to be asked: ISO 8601; null when nothing is followed. */
	readonly next: string | null;
}

/** Requests under way at once, each to another host. */
const AT_ONCE = 24;

/** Milliseconds that requests have to end when it is told to. */
const GRACE = 5000;

/** Captures that wait to be read above which nothing more is asked for; and milliseconds between two looks. */
const MOST_WAITING = 5000;
const LOOK_EVERY = 5000;

/** Milliseconds between two counts for who looks on. */
const COUNT_EVERY = 1000;

/** Milliseconds until a store that does not answer is asked again, and when it is given up. */
const RETRY = 5000;
const GIVE_UP = 600_000;

/** Visits sources as they come due, keeps what they have, and analyses it unless that is left to others. */
export async function watch(
	store: Store,
	state: FollowState,
	options: WatchOptions,
	effects: WatchEffects,
): Promise<Watched> {
	const counts = { visits: 0, failed: 0, pages: 0, fresh: 0, kept: 0 };
	let [left, label, isFollowed, next]: [number | null, string, boolean, number | null] = [null, "", false, null];
	let [due, counted, isOver] = [0, Number.NEGATIVE_INFINITY, false];
	const tell = async (): Promise<void> => {
		const { progress } = effects;
		if (!progress) return;
		const now = effects.now();
		if (now - counted >= COUNT_EVERY) {
			counted = now;
			[due, next] = [await state.countDue(now), await state.next(now)];
		}
		if (isOver) return;
		progress({ done: counts.visits + counts.failed + counts.pages, due, kept: counts.kept, left, label, next });
	};
	const done: FollowEffects["done"] = (task, outcome, kept): void => {
		const event = toEvent(task, outcome, kept, effects.now());
		if (event === null) return;
		if (event.failure) counts.failed++;
		else if (event.kind === "visit") counts.visits++;
		else counts.pages++;
		counts.fresh += event.fresh;
		counts.kept += event.kept;
		label = event.title ?? hostOf(event.source);
		effects.event?.(event);
		// Who only looks on must not end the watch.
		void tell().catch(() => {});
	};
	const ending = new AbortController();
	const stop = AbortSignal.any([effects.stop, ending.signal]);
	const working = options.queue
		? null
		: store.work(
				{ once: () => isFollowed, threads: options.threads, retry: false },
				{
					stop,
					note: (message) => effects.note?.(message),
					progress: (state: WorkState) => {
						left = state.left;
						void tell().catch(() => {});
					},
				},
			);
	// Where the analysis fails, nothing more is fetched; the failure itself is heard below.
	working?.catch(() => ending.abort());
	try {
		const held = holdBack(state, store.database, effects);
		const settings = { atOnce: AT_ONCE, once: options.once, signal: stop, grace: GRACE };
		await persist(effects, () => follow(held, { ...effects, done }, settings));
		isFollowed = true;
		const worked = await working;
		const at = await state.next(effects.now());
		return { ...counts, worked, next: at === null ? null : `${new Date(at).toISOString().slice(0, 19)}Z` };
	} finally {
		isOver = true;
		ending.abort();
		await working?.catch(() => {});
	}
}

/** Null for what nobody has to know: a request for robots.txt, or one that goes on at another host. */
function toEvent(
	task: Task,
	outcome: Outcome,
	{ fresh, captures: kept }: Pick<Finished, "fresh" | "captures">,
	at: number,
): WatchEvent | null {
	if (task.kind === "page") {
		if (outcome.page !== null) return null;
		const { feed: source, outlet: title } = task.page;
		return { at, kind: "page", source, title, fresh: 0, kept, failure: null };
	}
	const after: FollowedSource | undefined = outcome.source?.(fresh);
	if (!after || (after.visits === task.source.visits && after.failures === task.source.failures)) return null;
	const { given, title } = after;
	const failure = after.failures > 0 ? after.lastError : null;
	return { at, kind: "visit", source: given, title, fresh, kept, failure };
}

/** The same state, of which nothing is to be done while too much waits to be read. */
function holdBack(state: FollowState, database: Database, effects: WatchEffects): FollowState {
	let [looked, isFull] = [Number.NEGATIVE_INFINITY, false];
	const look = async (): Promise<void> => {
		const now = effects.now();
		if (now - looked < LOOK_EVERY) return;
		looked = now;
		const [row] = await database.query<{ waiting: number }>(
			"SELECT count(*)::int AS waiting FROM stemma.job WHERE kind = 'read' AND aside_at IS NULL",
		);
		const waiting = row?.waiting ?? 0;
		if (waiting >= MOST_WAITING && !isFull) {
			effects.note?.(`${waiting} captures wait to be read; nothing more is fetched until they are`);
		}
		isFull = waiting >= MOST_WAITING;
	};
	return {
		...state,
		async claim(now, until, most) {
			await look();
			return isFull ? [] : state.claim(now, until, most);
		},
		async next(now) {
			const next = await state.next(now);
			return isFull && next !== null ? Math.max(next, now + LOOK_EVERY) : next;
		},
	};
}

/** Does it again while the store does not answer, for ten minutes. */
async function persist(effects: WatchEffects, work: () => Promise<void>): Promise<void> {
	let since: number | null = null;
	for (;;) {
		const began = effects.now();
		try {
			return await work();
		} catch (error) {
			if (!isPassing(error) || effects.stop.aborted) throw error;
			const now = effects.now();
			if (since === null || now - began > GIVE_UP) {
				since = now;
				effects.note?.(`${error instanceof Error ? error.message : String(error)}; trying again`);
			}
			if (now - since > GIVE_UP) throw error;
			await effects.wait(RETRY, effects.stop);
		}
	}
}

function isPassing(error: unknown): boolean {
	return error instanceof UserError && ["store/no-server", "store/lost", "store/busy"].includes(error.code);
}
