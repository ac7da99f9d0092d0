import type { Worker } from "node:worker_threads";
import { type ArticleReading, readArticle } from "../article/article.ts";
import { isDocument } from "../article/document/document.ts";
import type { Capture } from "../model/capture.ts";
import { createThread, isOutOfMemory, messageOf } from "./thread.ts";

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
		answer = await messageOf<ArticleReading>(worker, deadline);
	} catch (cause) {
		await worker.terminate();
		if (!watch.exceeded() && !isOutOfMemory(cause)) throw new Error(`reading a ${what} failed`, { cause });
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

async function startWorker(): Promise<Worker> {
	const worker = createThread(new URL("./page-worker.ts", import.meta.url), { resourceLimits: LIMITS });
	const ready = await messageOf<string>(worker, START_DEADLINE);
	if (ready === null) {
		await worker.terminate();
		throw new Error("the thread that reads pages did not start");
	}
	return worker;
}
