import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { type ArticleReading, readArticle } from "../article/article.ts";
import { isDocument } from "../article/document/document.ts";
import type { Capture } from "../model/capture.ts";

/** Milliseconds that one page may take: real pages take 20, the slowest of 900 took under 1,000. */
const DEADLINE = 5000;

/** Milliseconds that one document may take: 50 to 100 pages are read in a second. */
const DOCUMENT_DEADLINE = 60_000;

/**
 * Megabytes of objects that the thread may hold; and bytes by which the whole process may grow while
 * one input is read, for what lies outside: unpacked streams. A report of 1,000 pages takes 300 MB.
 */
const HEAP_MEGABYTES = 1024;
const MOST_GROWTH = 1_500_000_000;

const LIMITS = { maxOldGenerationSizeMb: HEAP_MEGABYTES };

/** Milliseconds between two looks at the memory. */
const LOOK_EVERY = 100;

/** Milliseconds for the thread to load its code. */
const START_DEADLINE = 30_000;

/**
 * Builds a capture's article. A page or a document is read in a thread of its own and given up after
 * `deadline` milliseconds (`article/too-slow`) or when it takes too much memory (`article/too-heavy`);
 * a plain text is read here. One thread serves all calls, one input at a time, and does not keep the
 * process alive when there is nothing to do.
 */
export function readArticleGuarded(capture: Capture, deadline: number = deadlineOf(capture)): Promise<ArticleReading> {
	if (capture.mediaType !== "text/html" && !isDocument(capture.mediaType)) {
		return Promise.resolve(readArticle(capture));
	}
	const reading = last.then(() => readInThread(capture, deadline));
	last = reading.catch(() => {});
	return reading;
}

function deadlineOf({ mediaType }: Capture): number {
	return isDocument(mediaType) ? DOCUMENT_DEADLINE : DEADLINE;
}

let last: Promise<unknown> = Promise.resolve();
let idle: Worker | null = null;

async function readInThread(capture: Capture, deadline: number): Promise<ArticleReading> {
	const worker = idle ?? (await startWorker());
	idle = null;
	worker.ref();
	const what = isDocument(capture.mediaType) ? "document" : "page";
	const watch = watchMemory(worker);
	worker.postMessage(capture);
	let answer: ArticleReading | null;
	try {
		answer = await answerOf<ArticleReading>(worker, deadline);
	} catch (cause) {
		await worker.terminate();
		if (!watch.exceeded() && !isOutOfMemory(cause)) throw cause;
		return refused("article/too-heavy", `this ${what} needs more memory than one may have`);
	} finally {
		watch.stop();
	}
	if (answer === null) {
		await worker.terminate();
		return refused("article/too-slow", `this ${what} was not read within ${deadline / 1000} seconds and was given up`);
	}
	worker.unref();
	idle = worker;
	return answer;
}

/** Ends the thread when the process grows too far: memory outside the heap is held by no other limit. */
function watchMemory(worker: Worker): { exceeded(): boolean; stop(): void } {
	const before = process.memoryUsage.rss();
	let exceeded = false;
	const timer = setInterval(() => {
		if (process.memoryUsage.rss() - before <= MOST_GROWTH) return;
		exceeded = true;
		void worker.terminate();
	}, LOOK_EVERY);
	return { exceeded: () => exceeded, stop: () => clearInterval(timer) };
}

function refused(code: string, reason: string): ArticleReading {
	return { article: null, problems: [{ code, span: null, reason: `${reason}; give the report's text instead` }] };
}

function isOutOfMemory(failure: unknown): boolean {
	const cause = failure instanceof Error ? failure.cause : null;
	return cause instanceof Error && "code" in cause && cause.code === "ERR_WORKER_OUT_OF_MEMORY";
}

async function startWorker(): Promise<Worker> {
	const worker = import.meta.url.endsWith(".ts")
		? startFromSource()
		: new Worker(new URL("./page-worker.js", import.meta.url), { resourceLimits: LIMITS });
	const ready = await answerOf<string>(worker, START_DEADLINE);
	if (ready === null) {
		await worker.terminate();
		throw new Error("the thread that reads pages did not start");
	}
	return worker;
}

/** In development the thread's file is TypeScript: tsx, which runs it, is registered in the thread first. */
function startFromSource(): Worker {
	// `--import tsx` does not reach threads on Node 20; its ESM interface, beside the CommonJS one, does.
	const tsx = new URL("./index.mjs", pathToFileURL(createRequire(import.meta.url).resolve("tsx/esm/api"))).href;
	const file = new URL("./page-worker.ts", import.meta.url).href;
	const code = `import(${JSON.stringify(tsx)}).then(({ register }) => { register(); return import(${JSON.stringify(file)}); });`;
	return new Worker(code, { eval: true, execArgv: [], resourceLimits: LIMITS });
}

/** The worker's next message, or null when none comes in time. Rejects when the thread fails. */
function answerOf<T>(worker: Worker, deadline: number): Promise<T | null> {
	return new Promise((resolve, reject) => {
		const settle = (then: () => void): void => {
			clearTimeout(timer);
			worker.off("message", onMessage).off("error", onError).off("exit", onExit);
			then();
		};
		const onMessage = (message: T): void => settle(() => resolve(message));
		const onError = (cause: unknown): void => settle(() => reject(new Error("reading a page failed", { cause })));
		const onExit = (code: number): void =>
			settle(() => reject(new Error(`the thread that reads pages ended with code ${code}`)));
		const timer = setTimeout(() => settle(() => resolve(null)), deadline);
		worker.on("message", onMessage).on("error", onError).on("exit", onExit);
	});
}
