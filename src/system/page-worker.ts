import { parentPort } from "node:worker_threads";
import { type ArticleReading, readArticle } from "../article/article.ts";
import { isDocument, readDocument } from "../article/document/document.ts";
import type { Capture } from "../model/capture.ts";

/**
 * Builds articles from pages and documents in a thread of its own, one at a time, so that one on which
 * a parser does not end can be given up by ending the thread. It says `ready` once it is loaded.
 */
parentPort?.on("message", (capture: Capture) => {
	read(capture).then(
		(reading) => parentPort?.postMessage(reading),
		(bug: unknown) =>
			queueMicrotask(() => {
				throw bug;
			}),
	);
});
// The PDF reader drops promises of its own when a damaged document fails; that failure is answered already.
process.on("unhandledRejection", () => {});
parentPort?.postMessage("ready");

async function read(capture: Capture): Promise<ArticleReading> {
	return isDocument(capture.mediaType) ? await readDocument(capture) : readArticle(capture);
}
