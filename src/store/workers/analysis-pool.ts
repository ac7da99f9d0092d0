import type { Worker } from "node:worker_threads";
import { createThread, isOutOfMemory, messageOf } from "../../system/thread.ts";
import type { UserFile } from "../../system/user-files.ts";
import type { Answers, Request } from "./analysis.ts";

/** The user's files that the analysis is done with. */
export interface DataFiles {
	readonly names: readonly UserFile[];
	readonly corrections: readonly UserFile[];
}

/** Milliseconds for a thread to load the code and the data. */
const START_DEADLINE = 60_000;

/** Milliseconds that one request may take: an article takes 20, a story of 100 reports a few thousand. */
const DEADLINES: Readonly<Record<Request["kind"], number>> = { annotate: 60_000, collate: 600_000, place: 3_600_000 };

/** Megabytes of objects that a thread may hold. */
const LIMITS = { maxOldGenerationSizeMb: 4096 };

interface Waiting {
	readonly request: Request;
	readonly resolve: (answer: unknown) => void;
	readonly reject: (error: Error) => void;
}

/**
 * Threads that analyse, each one request at a time. One that takes too long or too much memory is ended and another
 * one takes its place, so that an article that nobody can read harms nothing but itself.
 */
export class AnalysisPool {
	readonly #files: DataFiles;
	readonly #most: number;
	readonly #waiting: Waiting[] = [];
	readonly #idle: Worker[] = [];
	readonly #all = new Set<Worker>();
	#busy = 0;
	#closed = false;

	constructor(files: DataFiles, threads: number) {
		this.#files = files;
		this.#most = threads;
	}

	/** Rejects with the reason when the request cannot be answered. */
	ask<Kind extends Request["kind"]>(request: Extract<Request, { kind: Kind }>): Promise<Answers[Kind]> {
		return new Promise((resolve, reject) => {
			this.#waiting.push({ request, resolve: (answer) => resolve(answer as Answers[Kind]), reject });
			this.#next();
		});
	}

	/** Ends all threads; what is being done rejects. */
	async close(): Promise<void> {
		this.#closed = true;
		for (const { reject } of this.#waiting.splice(0)) reject(new Error("the work was stopped"));
		await Promise.all([...this.#all].map((worker) => worker.terminate()));
	}

	#next(): void {
		if (this.#busy >= this.#most) return;
		const waiting = this.#waiting.shift();
		if (!waiting) return;
		this.#busy++;
		void this.#answer(waiting).finally(() => {
			this.#busy--;
			this.#next();
		});
	}

	async #answer({ request, resolve, reject }: Waiting): Promise<void> {
		let worker: Worker | null = null;
		try {
			worker = this.#idle.pop() ?? (await this.#start());
			worker.postMessage(request);
			const answer = await messageOf<{ readonly answer: unknown } | { readonly failure: string }>(
				worker,
				DEADLINES[request.kind],
			);
			if (answer === null) throw new Error(`it was not done within ${DEADLINES[request.kind] / 1000} seconds`);
			this.#idle.push(worker);
			if ("failure" in answer) reject(new Error(answer.failure));
			else resolve(answer.answer);
		} catch (error) {
			if (worker) {
				this.#all.delete(worker);
				await worker.terminate();
			}
			reject(this.#closed ? new Error("the work was stopped") : explain(error));
		}
	}

	async #start(): Promise<Worker> {
		if (this.#closed) throw new Error("the work was stopped");
		const worker = createThread(new URL("./analysis-thread.ts", import.meta.url), {
			workerData: this.#files,
			resourceLimits: LIMITS,
		});
		this.#all.add(worker);
		if ((await messageOf(worker, START_DEADLINE)) === null) {
			this.#all.delete(worker);
			await worker.terminate();
			throw new Error("the thread that analyses did not start");
		}
		return worker;
	}
}

function explain(error: unknown): Error {
	if (isOutOfMemory(error)) return new Error("it needs more memory than one may have");
	return error instanceof Error ? error : new Error(String(error));
}
