import { makeId } from "../../text/hash.ts";
import { doTask, type TaskEffects } from "./do-task.ts";
import type { Finished, FollowedSource, FollowState, Outcome, Task } from "./state.ts";
import { TIMING } from "./timing.ts";

/** A source as it is when it is added: due at once. @param url canonical */
export function newSource(
	url: string,
	title: string | null,
	now: number,
	more: Partial<Pick<FollowedSource, "kind" | "given" | "home" | "due">> = {},
): FollowedSource {
	return {
		id: makeId("source", url),
		kind: "feed",
		given: url,
		url,
		title,
		home: null,
		status: "active",
		validators: { etag: null, lastModified: null },
		detour: null,
		due: now,
		interval: TIMING.first,
		visits: 0,
		failures: 0,
		lastVisit: null,
		lastSuccess: null,
		lastNew: null,
		lastError: null,
		...more,
	};
}

/** What following needs of the world. */
export interface FollowEffects extends TaskEffects {
	/** Resolves after so many milliseconds, or as soon as the signal says so. */
	wait(milliseconds: number, signal: AbortSignal): Promise<void>;
	/** Told of every task that is done, with what it kept; may be left out. */
	done?(task: Task, outcome: Outcome, kept: Pick<Finished, "fresh" | "captures">): void;
	/** Told that what is under way is given up, for it was told to end and has not within `grace`; may be left out. */
	giveUp?(): void;
}

export interface FollowOptions {
	/** Requests under way at once. */
	readonly atOnce: number;
	/** Whether to end when nothing comes due within a minute. */
	readonly once: boolean;
	/** Ends following: what is under way is finished. */
	readonly signal: AbortSignal;
	/** Milliseconds that it has for that; what takes longer is given back undone. Without end where it is left out. */
	readonly grace?: number;
}

/** Milliseconds after which somebody else may have added work; and within which a single run goes on. */
const LOOK_AGAIN = 60_000;

/**
 * Visits sources and fetches the pages they announce as they come due, each host one request at a time. Resolves when
 * it is told to end or, for a single run, when all that is due is done. Rejects for a bug or a state that fails, after
 * what is under way is finished.
 */
export async function follow(state: FollowState, effects: FollowEffects, options: FollowOptions): Promise<void> {
	const { atOnce, once, signal, grace } = options;
	const running = new Set<Promise<void>>();
	const failures: unknown[] = [];
	let isGivenUp = false;
	const run = async (task: Task): Promise<void> => {
		const outcome = await doTask(task, effects);
		if (isGivenUp) return state.release(task);
		const finished = await state.finish(task, outcome, effects.now());
		if (!finished.kept) return;
		const { beside } = outcome;
		effects.done?.(task, outcome, { fresh: finished.fresh + beside, captures: finished.captures + beside });
	};
	try {
		while (!signal.aborted && failures.length === 0) {
			const now = effects.now();
			const tasks = await state.claim(now, now + TIMING.lease, atOnce - running.size);
			for (const task of tasks) {
				const work: Promise<void> = run(task)
					.catch((error: unknown) => void failures.push(error))
					.finally(() => running.delete(work));
				running.add(work);
			}
			if (tasks.length > 0 && running.size < atOnce) continue;
			const next = await state.next(effects.now());
			const wait = next === null ? LOOK_AGAIN : Math.max(0, next - effects.now());
			if (once && running.size === 0 && (next === null || wait >= LOOK_AGAIN)) break;
			await untilSomething(running, running.size >= atOnce ? LOOK_AGAIN : Math.min(wait, LOOK_AGAIN), effects, signal);
		}
	} catch (error) {
		failures.push(error);
	}
	if (signal.aborted && grace !== undefined) {
		const ended = new AbortController();
		await Promise.race([Promise.all(running), effects.wait(grace, ended.signal)]);
		ended.abort("done");
		isGivenUp = true;
		effects.giveUp?.();
	}
	await Promise.all(running);
	if (failures.length > 0) throw failures[0];
}

/** Until a task is done, the time has passed, or following is to end. */
async function untilSomething(
	running: ReadonlySet<Promise<void>>,
	milliseconds: number,
	effects: FollowEffects,
	signal: AbortSignal,
): Promise<void> {
	const enough = new AbortController();
	// A reason of one's own: an error with its stack would be made for each.
	const end = (): void => enough.abort("done");
	signal.addEventListener("abort", end);
	await Promise.race([...running, effects.wait(milliseconds, enough.signal)]);
	signal.removeEventListener("abort", end);
	end();
}
