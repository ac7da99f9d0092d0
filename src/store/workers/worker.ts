import { UserError } from "../../model/problem.ts";
import type { CollateEffects } from "../../pipeline.ts";
import type { Database } from "../database.ts";
import { errorCode } from "../database.ts";
import { forget } from "../forget.ts";
import { askJobs, claimJobs, countJobs, countWaiting, extendJobs, type Job, releaseJobs, retryAside } from "../jobs.ts";
import { vacuumEmbedded } from "../upkeep.ts";
import { AnalysisPool, type DataFiles } from "./analysis-pool.ts";
import { annotateArticles } from "./annotate-stage.ts";
import { type StageOutcome, settle } from "./batch.ts";
import { collateStories } from "./collate-stage.ts";
import { lookThroughStories } from "./look-stage.ts";
import { placeArticles } from "./place-stage.ts";
import { readCapturesOf } from "./read-stage.ts";
import { COLLATE_PAUSE, claimOf, LEASE, MOST_TRIES, PLACE_ALL, PLACE_PAUSE, STAGES, type Stage } from "./stages.ts";
import { sweep } from "./sweep.ts";
import { WHOLE } from "./window.ts";

export interface WorkOptions {
	/** Whether it ends when there is nothing left to do, of others too; a function is asked each time that there is nothing. */
	readonly once: boolean | (() => boolean);
	/** Threads that analyse. */
	readonly threads: number;
	/** Whether what was set aside gets new tries. */
	readonly retry: boolean;
	/** Seconds for which jobs are taken; `LEASE` where it is left out. */
	readonly lease?: number;
	/** Days that articles are kept, the day of today not counted; for ever where it is left out. */
	readonly keep?: number;
	/** The most articles of a store that is grouped as a whole; `WHOLE` where it is left out. */
	readonly whole?: number;
}

/** What is done, and what is still to be done by whoever. */
export interface WorkState {
	readonly done: Readonly<Record<Stage, number>>;
	/** Jobs that are not set aside; null when nobody has counted. */
	readonly left: number | null;
	/** Of the stage that did something last. */
	readonly stage: Stage;
}

export interface Worked {
	/** Jobs done by this process, by stage. */
	readonly done: Readonly<Record<Stage, number>>;
	/** Jobs that this process set aside, with their reasons. */
	readonly aside: readonly { readonly stage: Stage; readonly subject: string; readonly reason: string }[];
	/** Jobs that are set aside in all, by whomever. */
	readonly asideInAll: number;
	/** Jobs that are still to be done, when it was stopped. */
	readonly left: number;
}

/** What working needs of the world. */
export interface WorkEffects extends Pick<CollateEffects, "readArticle"> {
	today(): string;
	/** The user's files, and a text that tells two states of them and of the program apart. */
	loadFiles(): Promise<{ readonly files: DataFiles; readonly program: string }>;
	/** Aborted when it is to stop: what was begun is finished. */
	readonly stop: AbortSignal;
	progress?(state: WorkState): void;
	/** Something that the person should know: the store does not answer, a job was set aside. */
	note?(message: string): void;
}

/** Milliseconds between two looks at an empty queue, and between two sweeps. */
const LOOK_EVERY = 500;
const SWEEP_EVERY = 30_000;

/** Milliseconds that what was begun has to come to its end when it is to stop; the rest is given back. */
const GRACE = 10_000;

/** Milliseconds between two looks for what is older than it is to be kept. */
const FORGET_EVERY = 3_600_000;

/** Milliseconds between tries to reach a store that does not answer, doubled up to the second; and when it is given up. */
const RETRY_FIRST = 1000;
const RETRY_LAST = 30_000;
const GIVE_UP = 600_000;

/** Milliseconds. */
const DAY = 86_400_000;

/** Jobs after which an embedded store is tidied. */
const TIDY_EVERY = 4000;

/** Times as long as placing took that articles gather before the next: it takes a fifth of the time at most. */
const PLACE_SHARE = 4;
const LONGEST_PLACE_PAUSE = 600;
/** Seconds that a story waits for what the next placing changes again: alerts wait for its record. */
const LONGEST_COLLATE_PAUSE = 60;

/** Does jobs until there are none (`once`) or until it is told to stop. Any number of processes do so on one server. */
export async function work(database: Database, options: WorkOptions, effects: WorkEffects): Promise<Worked> {
	const worker = new Work(database, options, effects);
	return worker.run();
}

class Work {
	readonly #database: Database;
	readonly #options: WorkOptions;
	readonly #effects: WorkEffects;
	readonly #lease: number;
	readonly #done: Record<Stage, number> = { read: 0, annotate: 0, place: 0, collate: 0, alert: 0 };
	readonly #aside: { stage: Stage; subject: string; reason: string }[] = [];
	readonly #running = new Map<Promise<void>, readonly Job[]>();
	readonly #sleepers = new Set<() => void>();
	/** Whether what is running is to have nothing beside it. */
	#alone = false;
	#pool: AnalysisPool | null = null;
	#program = "";
	#swept = Number.NEGATIVE_INFINITY;
	#forgot = Number.NEGATIVE_INFINITY;
	#tidied = 0;
	#placePause = PLACE_PAUSE;
	#bug: unknown = null;

	constructor(database: Database, options: WorkOptions, effects: WorkEffects) {
		this.#database = database;
		this.#options = options;
		this.#effects = effects;
		this.#lease = options.lease ?? LEASE;
	}

	async run(): Promise<Worked> {
		const { stop } = this.#effects;
		const wake = (): void => {
			for (const end of [...this.#sleepers]) end();
		};
		stop.addEventListener("abort", wake);
		try {
			if (this.#options.retry) await retryAside(this.#database);
			// Names, decisions, the program or what was forgotten may have changed what is in which story.
			await askJobs(this.#database, "place", [{ subject: PLACE_ALL }]);
			let unreachable: { since: number; pause: number } | null = null;
			while (!stop.aborted) {
				try {
					if (!(await this.#step())) break;
					unreachable = null;
				} catch (error) {
					if (!isPassing(error)) throw error;
					const now = Date.now();
					if (unreachable === null) this.#effects.note?.(`${messageOf(error)}; trying again`);
					unreachable ??= { since: now, pause: RETRY_FIRST };
					if (now - unreachable.since > GIVE_UP) throw error;
					await this.#pause(unreachable.pause);
					unreachable.pause = Math.min(RETRY_LAST, 2 * unreachable.pause);
				}
				if (this.#bug !== null) throw this.#bug;
			}
			await this.#finish();
			const counts = await countJobs(this.#database);
			return {
				done: this.#done,
				aside: this.#aside,
				asideInAll: counts.reduce((sum, { aside }) => sum + aside, 0),
				left: counts.reduce((sum, { waiting, taken }) => sum + waiting + taken, 0),
			};
		} finally {
			stop.removeEventListener("abort", wake);
			await this.#pool?.close();
			await Promise.allSettled(this.#running.keys());
		}
	}

	/** Begins what there is to begin, or waits; false when all is done. */
	async #step(): Promise<boolean> {
		const now = Date.now();
		if (now - this.#swept >= SWEEP_EVERY) {
			this.#swept = now;
			await this.#renewPool();
			await sweep(this.#database);
		}
		const { keep } = this.#options;
		if (keep !== undefined && now - this.#forgot >= FORGET_EVERY) {
			this.#forgot = now;
			await this.#forget(keep);
		}
		if (this.#running.size <= this.#options.threads && (await this.#begin())) return true;
		if (this.#running.size > 0) {
			await Promise.race([...this.#running.keys(), this.#pause(LOOK_EVERY)]);
			return true;
		}
		await this.#tidy();
		const { once } = this.#options;
		if (typeof once === "function" ? once() : once) {
			const left = await this.#hurry();
			if (left === 0) return false;
		}
		await this.#pause(LOOK_EVERY);
		return true;
	}

	/** Takes the next jobs there are and starts on them; false when there are none, or when they have to wait. */
	async #begin(): Promise<boolean> {
		if (this.#alone) return false;
		for (const stage of STAGES) {
			const claimed = await claimJobs(this.#database, stage, claimOf(stage, this.#lease));
			if (claimed.length === 0) continue;
			// One of those that were begun before may be what ended its worker: it is begun with nothing beside it, so
			// that it costs itself only.
			const suspect = claimed.find(({ attempts }) => attempts > 1);
			if (suspect && this.#running.size > 0) {
				await releaseJobs(this.#database, claimed);
				return false;
			}
			const jobs = suspect ? [suspect] : claimed;
			const others = claimed.filter((job) => !jobs.includes(job));
			if (others.length > 0) await releaseJobs(this.#database, others);
			this.#alone = suspect !== undefined;
			const running = this.#do(stage, jobs).finally(() => {
				this.#running.delete(running);
				this.#alone = false;
			});
			this.#running.set(running, jobs);
			return true;
		}
		return false;
	}

	async #do(stage: Stage, jobs: readonly Job[]): Promise<void> {
		const beat = setInterval(
			() => void extendJobs(this.#database, jobs, this.#lease).catch(() => {}),
			(this.#lease * 1000) / 3,
		);
		try {
			const { done, aside } = await this.#perform(stage, jobs);
			this.#done[stage] += done;
			this.#noteAside(stage, aside);
			const { progress } = this.#effects;
			if (progress) progress({ done: this.#done, left: await countWaiting(this.#database), stage });
		} catch (error) {
			// A store that does not answer: the lease ends, and the job is done again by whoever is there.
			if (!isPassing(error)) await this.#fail(stage, jobs, error);
		} finally {
			clearInterval(beat);
		}
	}

	/** What keeping the effect of jobs failed for is said of each; one of several is tried alone next time. */
	async #fail(stage: Stage, jobs: readonly Job[], error: unknown): Promise<void> {
		try {
			const { aside } = await settle(
				this.#database,
				0,
				jobs.map((job) => ({ job, error })),
			);
			this.#noteAside(stage, aside);
		} catch (cause) {
			if (!isPassing(cause)) this.#bug ??= cause;
		}
	}

	#noteAside(stage: Stage, aside: StageOutcome["aside"]): void {
		for (const { subject, reason } of aside) {
			this.#aside.push({ stage, subject, reason });
			this.#effects.note?.(`set aside after ${MOST_TRIES} tries to ${stage} ${subject}: ${reason}`);
		}
	}

	async #perform(stage: Stage, jobs: readonly Job[]): Promise<StageOutcome> {
		if (stage === "read") return readCapturesOf(this.#database, jobs, this.#effects);
		if (stage === "alert") return lookThroughStories(this.#database, jobs);
		const pool = this.#pool;
		if (pool === null) throw new Error("there are no threads to work with");
		if (stage === "annotate") return annotateArticles(this.#database, jobs, pool, this.#placePause);
		if (stage === "collate") return collateStories(this.#database, jobs, pool, this.#program);
		const started = Date.now();
		const outcome = await placeArticles(this.#database, jobs, pool, {
			program: this.#program,
			whole: this.#options.whole ?? WHOLE,
			// What the next placing changes again is collated once.
			pause: Math.min(LONGEST_COLLATE_PAUSE, Math.max(COLLATE_PAUSE, this.#placePause)),
		});
		const seconds = (Date.now() - started) / 1000;
		this.#placePause = Math.ceil(Math.min(LONGEST_PLACE_PAUSE, Math.max(PLACE_PAUSE, PLACE_SHARE * seconds)));
		return outcome;
	}

	/** Threads with the user's files as they are now. */
	async #renewPool(): Promise<void> {
		const { files, program } = await this.#effects.loadFiles();
		if (program === this.#program) return;
		// What is begun is finished with what it was begun with.
		await Promise.all(this.#running.keys());
		await this.#pool?.close();
		if (this.#program !== "") await askJobs(this.#database, "place", [{ subject: PLACE_ALL }]);
		this.#program = program;
		this.#pool = new AnalysisPool(files, this.#options.threads);
	}

	/** Forgets what is older than it is to be kept; what is left of its stories is looked at again. */
	async #forget(days: number): Promise<void> {
		const before = new Date(Date.parse(this.#effects.today()) - days * DAY).toISOString().slice(0, 10);
		const { articles } = await forget(this.#database, { kind: "before", day: before });
		if (articles.length === 0) return;
		const gone = articles.length === 1 ? "1 article" : `${articles.length} articles`;
		this.#effects.note?.(`forgot ${gone} of days before ${before}`);
		await askJobs(this.#database, "place", [{ subject: PLACE_ALL }]);
		await vacuumEmbedded(this.#database);
	}

	/** Jobs that are to be done, by whomever; what only waits for more changes is due now, for none will come. */
	async #hurry(): Promise<number> {
		await this.#database.query(
			`UPDATE stemma.job SET due = now() WHERE lease IS NULL AND aside_at IS NULL AND failure IS NULL AND due > now()
				AND NOT EXISTS (SELECT FROM stemma.job other WHERE other.aside_at IS NULL AND other.lease IS NOT NULL)`,
		);
		return countWaiting(this.#database);
	}

	async #tidy(): Promise<void> {
		const done = this.#done.read + this.#done.annotate + this.#done.collate;
		if (done - this.#tidied < TIDY_EVERY) return;
		this.#tidied = done;
		await vacuumEmbedded(this.#database);
	}

	/** Lets what was begun come to its end, for a while; gives the rest back. */
	async #finish(): Promise<void> {
		const ended = Promise.all(this.#running.keys()).then(() => true);
		const timeout = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), GRACE).unref());
		if (await Promise.race([ended, timeout])) return;
		// Given back first: ending a thread is no failed try.
		await releaseJobs(this.#database, [...this.#running.values()].flat()).catch(() => {});
		await this.#pool?.close();
	}

	/** Resolves after so long, or at once when it is to stop. */
	#pause(milliseconds: number): Promise<void> {
		if (this.#effects.stop.aborted) return Promise.resolve();
		return new Promise((resolve) => {
			const end = (): void => {
				clearTimeout(timer);
				this.#sleepers.delete(end);
				resolve();
			};
			const timer = setTimeout(end, milliseconds);
			this.#sleepers.add(end);
		});
	}
}

/** Whether the store may answer again: the network or the server is gone, or the server is starting or ending. */
function isPassing(error: unknown): boolean {
	if (error instanceof UserError) return ["store/no-server", "store/lost", "store/busy"].includes(error.code);
	return (
		/^(?:08|57P|53)/.test(errorCode(error)) || ["ECONNREFUSED", "ECONNRESET", "ETIMEDOUT"].includes(errorCode(error))
	);
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
