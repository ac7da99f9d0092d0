import type { StoreLocation } from "../../src/store/location.ts";
import { openStore } from "../../src/store/store.ts";

/** What one worker did and took. */
export interface Worked {
	/** Jobs by stage. */
	readonly done: Readonly<Record<string, number>>;
	/** Seconds of the processor, before the store was open and after. */
	readonly starting: number;
	readonly processor: number;
	/** Megabytes at most. */
	readonly memory: number;
}

/** One worker in a process of its own: works on the store that it is given as JSON until nothing is left. */
async function workOnce(place: StoreLocation, threads: number, whole: number): Promise<Worked> {
	const store = await openStore(place, false);
	const before = process.cpuUsage();
	const { done } = await store.work(
		{ once: true, threads, retry: false, ...(whole > 0 ? { whole } : {}) },
		{ stop: new AbortController().signal, note: (message) => process.stderr.write(`${message}\n`) },
	);
	const { user, system } = process.cpuUsage(before);
	await store.close();
	return {
		done,
		starting: (before.user + before.system) / 1e6,
		processor: (user + system) / 1e6,
		memory: process.resourceUsage().maxRSS / 1024,
	};
}

const [place = "", threads = "1", whole = "0"] = process.argv.slice(2);
const worked = await workOnce(JSON.parse(place) as StoreLocation, Number(threads), Number(whole));
process.stdout.write(JSON.stringify(worked));
