import { expect } from "vitest";
import { type FollowEffects, follow, newSource } from "../src/follow/schedule/follow.ts";
import { type FollowSnapshot, type MemoryState, openMemoryState } from "../src/follow/schedule/memory-state.ts";
import type { FollowState } from "../src/follow/schedule/state.ts";
import { TIMING } from "../src/follow/schedule/timing.ts";
import type { Capture } from "../src/model/capture.ts";
import {
	BUSY,
	CRAWL_DELAY,
	deliveryOf,
	FRESH,
	type Request,
	type SimulatedNews,
	simulateNews,
} from "./simulated-news.ts";
import { openVirtualClock, type VirtualClock } from "./virtual-clock.ts";

export const START: number = Date.UTC(2026, 2, 4);
export const HOUR = 3_600_000;

/** What keeps what is followed through a simulated day. */
export interface DayKeeper {
	/** As a process finds it that begins now: after a kill, what was kept up to there. */
	open(): Promise<FollowState>;
	/** The first words of all that was captured. */
	captured(): Promise<readonly string[]>;
	/** The titles of what is wanted still. */
	wanted(): Promise<ReadonlySet<string | null>>;
}

export interface Day {
	readonly news: SimulatedNews;
	readonly keeper: DayKeeper;
	readonly state: FollowState;
}

/** Follows simulated feeds; at each of `kills` two processes that share a state lose all but what it had kept. */
export async function followFor(
	hours: number,
	feeds: number,
	keeper: DayKeeper,
	kills: readonly number[] = [],
): Promise<Day> {
	let pending = 0;
	const clock = openVirtualClock(START, () => pending > 0);
	const news = simulateNews(feeds, START, Math.ceil(hours / 24), clock);
	const first = await keeper.open();
	for (const { url } of news.feeds) await first.add(newSource(url, null, START));
	for (const until of [...kills, hours * HOUR]) {
		const dead = new AbortController();
		const alive = (): boolean => !dead.signal.aborted;
		const state = ofOneProcess(await keeper.open(), alive, (change) => {
			pending += change;
		});
		for (let worker = 0; worker < 2; worker++) {
			void follow(state, effectsOf(clock, news, alive), {
				atOnce: 40,
				once: false,
				signal: new AbortController().signal,
			});
		}
		await clock.runTo(START + until);
		dead.abort();
	}
	return { news, keeper, state: await keeper.open() };
}

/** A state as a process has it: what it asks for is counted while it is under way, and once it is killed it hears nothing. */
function ofOneProcess(state: FollowState, alive: () => boolean, count: (change: number) => void): FollowState {
	const never = new Promise<never>(() => {});
	const heard = async <T>(work: () => Promise<T>): Promise<T> => {
		if (!alive()) return never;
		count(1);
		try {
			const result = await work();
			return alive() ? result : never;
		} finally {
			count(-1);
		}
	};
	return {
		...state,
		claim: (now, until, most) => heard(() => state.claim(now, until, most)),
		finish: (task, outcome, now) => heard(() => state.finish(task, outcome, now)),
		next: (now) => heard(() => state.next(now)),
	};
}

export function effectsOf(clock: VirtualClock, news: SimulatedNews, alive: () => boolean): FollowEffects {
	const never = new Promise<never>(() => {});
	return {
		now: () => clock.now(),
		wait: (milliseconds, signal) => (alive() ? clock.wait(milliseconds, signal) : never),
		fetch: async (url, _wanted, validators) => {
			const result = await news.fetch(url, validators, alive);
			return alive() ? result : never;
		},
		readPage: () => Promise.reject(new Error("no page is followed by itself")),
		takeFolder: () => Promise.reject(new Error("no folder is followed")),
	};
}

/** In memory, with a snapshot in the place of what a killed process would leave. */
export function keepInMemory(): DayKeeper & { readonly captures: readonly Capture[] } {
	const captures: Capture[] = [];
	let state: MemoryState | null = null;
	return {
		captures,
		async open() {
			const from = state ? (JSON.parse(JSON.stringify(state.snapshot())) as FollowSnapshot) : undefined;
			const opened: MemoryState = openMemoryState((capture) => {
				// What a killed process does afterwards never happened.
				if (opened === state) captures.push(capture);
			}, from);
			state = opened;
			return opened;
		},
		captured: async () => captures.map(({ bytes }) => new TextDecoder().decode(bytes)),
		wanted: async () => new Set(state?.snapshot().pages.map(({ entry }) => entry.title)),
	};
}

const isOf = (feed: string, { url }: Request): boolean => url === feed || url === deliveryOf(feed);

export const isFeed = ({ url }: Request): boolean => url.includes("/feed/");

/** Requests by what `key` says, each list by time. */
function by(requests: readonly Request[], key: (request: Request) => string): Request[][] {
	const groups = new Map<string, Request[]>();
	for (const one of [...requests].sort((a, b) => a.start - b.start)) {
		const group = groups.get(key(one));
		if (group) group.push(one);
		else groups.set(key(one), [one]);
	}
	return [...groups.values()];
}

function pauses(
	requests: readonly Request[],
): { readonly before: Request; readonly after: Request; readonly pause: number }[] {
	return requests.slice(1).flatMap((after, i) => {
		const before = requests[i];
		return before ? [{ before, after, pause: after.start - before.end }] : [];
	});
}

/** How often each item was captured, edits counted apart. */
function countCaptures(captured: readonly string[]): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const text of captured) {
		const title = /^Report [\d-]+(?:, corrected)?/.exec(text)?.[0] ?? "?";
		counts.set(title, (counts.get(title) ?? 0) + 1);
	}
	return counts;
}

/** No host and no feed is asked too often, and each waited for as it asks. */
export function checkPoliteness({ news }: Day): void {
	for (const requests of by(news.requests, ({ url }) => new URL(url).host)) {
		for (const { after, pause } of pauses(requests)) expect(pause, after.url).toBeGreaterThanOrEqual(TIMING.gap);
	}
	for (const requests of by(news.requests.filter(isFeed), ({ url }) => url.replace("?moved", ""))) {
		const habit = news.feeds.find(({ url }) => url === requests[0]?.url)?.habit;
		for (const { before, after, pause } of pauses(requests)) {
			expect(after.start - before.start, after.url).toBeGreaterThanOrEqual(TIMING.shortest * 0.9);
			if (habit === "max-age" && before.heard && before.status === 200)
				expect(pause, after.url).toBeGreaterThanOrEqual(FRESH - 5000);
			if (before.status === 429 && before.heard) expect(pause, after.url).toBeGreaterThanOrEqual(BUSY);
			expect(before.status === 410 && before.heard, after.url).toBe(false);
		}
	}
	const slow = new Set(news.feeds.filter(({ habit }) => habit === "crawl-delay").map(({ url }) => new URL(url).host));
	for (const requests of by(news.requests, ({ url }) => new URL(url).host)) {
		if (!slow.has(new URL(requests[0]?.url ?? "").host)) continue;
		for (const { pause } of pauses(requests)) expect(pause).toBeGreaterThanOrEqual(CRAWL_DELAY);
	}
}

/** Every item that a source showed up to its last good visit is captured once, and none twice. */
export async function checkItems({ news, keeper, state }: Day, hours: number): Promise<void> {
	const captured = await keeper.captured();
	const counts = countCaptures(captured);
	expect([...counts].filter(([, count]) => count > 1)).toEqual([]);
	const sources = new Map((await state.sources()).map((one) => [one.url.replace("?moved", ""), one]));
	const waiting = await keeper.wanted();
	const lost: string[] = [];
	for (const { url, items, window } of news.feeds) {
		const last = sources.get(url)?.lastSuccess ?? 0;
		const first = news.requests.find((one) => isOf(url, one) && one.status === 200 && one.heard)?.end ?? START;
		const from = items.filter(({ at }) => at <= first).length - window;
		for (const [n, { id, at }] of items.entries()) {
			const title = `Report ${id}`;
			const seen = counts.has(title) || counts.has(`${title}, corrected`);
			if (n >= from && at <= last && !seen && !waiting.has(title) && !waiting.has(`${title}, corrected`)) lost.push(id);
		}
	}
	expect(lost).toEqual([]);
	expect(captured.length).toBeGreaterThan(news.feeds.length * hours * 0.1);
}
