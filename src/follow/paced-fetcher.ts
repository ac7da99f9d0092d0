import type { Fetcher } from "./fetcher.ts";

/** Requests under way at once. */
const AT_ONCE = 6;

/** Milliseconds between two requests to one host. */
const HOST_GAP = 1000;

/** Milliseconds to wait, as the world does it. */
export type Wait = (milliseconds: number) => Promise<void>;

/** Does pieces of work, a few at once: one at a time for each host, with a pause between two. */
export function openHostQueues(wait: Wait): <T>(address: string, work: () => Promise<T>) => Promise<T> {
	const hosts = new Map<string, Promise<unknown>>();
	const room = openRoom(AT_ONCE);
	return (address, work) => {
		const host = URL.canParse(address) ? new URL(address).host : "";
		const before = hosts.get(host);
		const done = (before ? before.then(() => wait(HOST_GAP)) : Promise.resolve()).then(() => room(work));
		hosts.set(
			host,
			done.catch(() => {}),
		);
		return done;
	};
}

/** A fetcher that asks a host for one thing at a time, and no more than one a second. */
export function paceFetching(fetch: Fetcher, wait: Wait): Fetcher {
	const queue = openHostQueues(wait);
	return (address, wanted, validators) => queue(address, () => fetch(address, wanted, validators));
}

/** Lets so many pieces of work run at once; the others wait in the order they came. */
function openRoom(places: number): <T>(work: () => Promise<T>) => Promise<T> {
	let free = places;
	const waiting: (() => void)[] = [];
	return async (work) => {
		if (free > 0) free--;
		else await new Promise<void>((resolve) => waiting.push(resolve));
		try {
			return await work();
		} finally {
			const next = waiting.shift();
			if (next) next();
			else free++;
		}
	};
}
