import { parentPort } from "node:worker_threads";
import { readArticle } from "../article/article.ts";
import type { Capture } from "../model/capture.ts";

/**
 * Builds articles from pages in a thread of its own, one at a time, so that a page on which the
 * parser does not end can be given up by ending the thread. It says `ready` once it is loaded.
 */
parentPort?.on("message", (capture: Capture) => {
	parentPort?.postMessage(readArticle(capture));
});
parentPort?.postMessage("ready");
