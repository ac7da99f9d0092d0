import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A reading room in a process of its own. */
export interface ServedProcess {
	readonly url: URL;
	/** Megabytes that it holds, and seconds of the processor that it has taken; null where the system does not say. */
	measure(): { readonly memory: number; readonly processor: number } | null;
	/** Ends it; resolves to what it wrote that it should not have. */
	stop(): Promise<string>;
}

/** Clock ticks a second, by which Linux counts a process's time. */
const TICKS = 100;

/**
 * @param store as `--store` takes it
 * @param profile a folder for a profile of the processor; null for none
 */
export function startServing(store: string, profile: string | null): Promise<ServedProcess> {
	const main = fileURLToPath(new URL("../../src/cli/main.js", import.meta.url));
	const profiling = profile === null ? [] : ["--cpu-prof", `--cpu-prof-dir=${profile}`];
	const child = spawn(process.execPath, [...profiling, main, "serve", "--store", store, "--port", "0"], {
		stdio: ["ignore", "pipe", "pipe"],
	});
	let [said, complained] = ["", ""];
	child.stderr.on("data", (chunk: Buffer) => {
		complained += chunk.toString("utf8");
	});
	return new Promise((resolve, reject) => {
		child.once("error", reject);
		child.once("exit", (code) => reject(new Error(`the reading room ended with ${code}: ${complained}`)));
		child.stdout.on("data", (chunk: Buffer) => {
			said += chunk.toString("utf8");
			const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0];
			if (url !== undefined) resolve({ url: new URL(url), measure: () => measure(child), stop: () => stop(child) });
		});
	});

	async function stop(running: ChildProcess): Promise<string> {
		const ended = new Promise((resolve) => running.once("exit", resolve));
		running.kill("SIGTERM");
		await ended;
		return complained;
	}
}

function measure({ pid }: ChildProcess): ReturnType<ServedProcess["measure"]> {
	try {
		const status = readFileSync(`/proc/${pid}/status`, "utf8");
		// The name, in parentheses, may hold anything; the 12th and 13th field after it are user and system time.
		const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
			.replace(/^.*\) /s, "")
			.split(" ");
		return {
			memory: Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024,
			processor: (Number(fields[11]) + Number(fields[12])) / TICKS,
		};
	} catch {
		return null;
	}
}
