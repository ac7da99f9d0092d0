import process from "node:process";
import { setTimeout } from "node:timers/promises";
import { StdioServerTransport, serveStdio } from "@modelcontextprotocol/server/stdio";
import { openFollowing } from "../../follow/following.ts";
import type { Store } from "../../store/store.ts";
import { watchCoverage } from "../coverage.ts";
import { createMcpServer } from "./server.ts";

/** Milliseconds that an answer waits for what is still read: programs wait a minute, and then take us for dead. */
const PATIENCE = 25_000;

/**
 * Answers a program of the Model Context Protocol on standard input and output, until it closes its end or `stop` is
 * aborted.
 *
 * @param ready what an answer waits for, for a while
 */
export async function serveMcp(
	store: Store,
	stop: AbortSignal,
	fail: (error: unknown) => void,
	ready?: Promise<unknown>,
): Promise<void> {
	const following = openFollowing(store, { allowNet: [], userAgent: null });
	const coverage = watchCoverage(store, () => following.listStates());
	const transport = new StdioServerTransport();
	const closed = new Promise<void>((resolve) => {
		process.stdin.once("end", resolve);
		process.stdin.once("close", resolve);
		stop.addEventListener("abort", () => resolve(), { once: true });
		if (stop.aborted) resolve();
	});
	const room = { store, coverage, ready: () => soon(ready, stop) };
	const handle = serveStdio(() => createMcpServer(room, fail), { transport, onerror: fail });
	await closed;
	await handle.close();
}

/** Resolves once something is done, or has taken too long; what fails is told by who began it. */
async function soon(ready: Promise<unknown> | undefined, stop: AbortSignal): Promise<void> {
	if (ready === undefined) return;
	const late = new AbortController();
	await Promise.race([
		ready.catch(() => {}),
		setTimeout(PATIENCE, undefined, { signal: AbortSignal.any([stop, late.signal]) }).catch(() => {}),
	]);
	late.abort();
}
