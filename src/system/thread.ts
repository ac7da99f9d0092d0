import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker, type WorkerOptions } from "node:worker_threads";

/**
 * A thread that runs a module of this program. In development the modules are TypeScript: tsx, which runs them, is
 * registered in the thread first.
 *
 * @param module where its source stands, with the ending `.ts`; built, the same file ends in `.js`
 */
export function createThread(module: URL, options: WorkerOptions): Worker {
	const own = new URL("..", import.meta.url);
	const root = threadRoot();
	if (!import.meta.url.endsWith(".ts") || root.href !== own.href) {
		const path = module.href.slice(own.href.length).replace(/\.ts$/, ".js");
		return new Worker(new URL(path, root), options);
	}
	// `--import tsx` does not reach threads on Node 20; its ESM interface, beside the CommonJS one, does.
	const tsx = new URL("./index.mjs", pathToFileURL(createRequire(import.meta.url).resolve("tsx/esm/api"))).href;
	const code = `import(${JSON.stringify(tsx)}).then(({ register }) => { register(); return import(${JSON.stringify(module.href)}); });`;
	return new Worker(code, { ...options, eval: true, execArgv: [] });
}

/**
 * The folder of the code that threads run, `src` in development, with a slash at its end: this program's own, or what
 * the tests have compiled of it, which starts in a quarter of the time.
 */
export function threadRoot(): URL {
	const compiled = process.env["STEMMA_COMPILED"];
	if (compiled === undefined || !import.meta.url.endsWith(".ts")) return new URL("..", import.meta.url);
	return new URL("src/", compiled);
}

/**
 * The thread's next message, or null when none comes within `deadline` milliseconds. Rejects with what ended the
 * thread.
 */
export function messageOf<T>(worker: Worker, deadline: number): Promise<T | null> {
	return new Promise((resolve, reject) => {
		const settle = (then: () => void): void => {
			clearTimeout(timer);
			worker.off("message", onMessage).off("error", onError).off("exit", onExit);
			then();
		};
		const onMessage = (message: T): void => settle(() => resolve(message));
		const onError = (error: unknown): void => settle(() => reject(error));
		const onExit = (code: number): void => settle(() => reject(new Error(`the thread ended with code ${code}`)));
		const timer = setTimeout(() => settle(() => resolve(null)), deadline);
		worker.on("message", onMessage).on("error", onError).on("exit", onExit);
	});
}

/** Whether a thread ended because it held more than its limits allow. */
export function isOutOfMemory(failure: unknown): boolean {
	return failure instanceof Error && "code" in failure && failure.code === "ERR_WORKER_OUT_OF_MEMORY";
}
