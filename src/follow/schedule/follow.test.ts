import { beforeAll, describe, expect, it } from "vitest";
import {
	BUSY,
	CRAWL_DELAY,
	deliveryOf,
	FRESH,
	type Habit,
	type Request,
	type SimulatedFeed,
	type SimulatedNews,
	simulateNews,
} from "../../../test/simulated-news.ts";
import { openVirtualClock, type VirtualClock } from "../../../test/virtual-clock.ts";
import type { Capture } from "../../model/capture.ts";
import type { FetchResult } from "../fetch/fetch.ts";
import { type FollowEffects, follow, newSource } from "./follow.ts";
import { type FollowSnapshot, type MemoryState, openMemoryState } from "./memory-state.ts";
import type { FollowedSource } from "./state.ts";
import { TIMING } from "./timing.ts";

const START = Date.UTC(2026, 2, 4);
const HOUR = 3_600_000;

interface Day {
	readonly news: SimulatedNews;
	readonly captures: readonly Capture[];
	readonly state: MemoryState;
}

/** Follows simulated feeds; at each of `kills` everything in memory is lost but what the state had kept. */
async function followFor(hours: number, feeds: number, kills: readonly number[] = []): Promise<Day> {
	const clock = openVirtualClock(START);
	const news = simulateNews(feeds, START, Math.ceil(hours / 24), clock);
	const captures: Capture[] = [];
	let snapshot: FollowSnapshot | undefined;
	let state = open(captures, snapshot);
	for (const { url } of news.feeds) await state.add(newSource(url, null, START));
	for (const until of [...kills, hours * HOUR]) {
		const dead = new AbortController();
		const alive = (): boolean => !dead.signal.aborted;
		const ending = new AbortController();
		// Two processes share one state.
		const workers = [1, 2].map(() =>
			follow(state, effectsOf(clock, news, alive), { atOnce: 40, once: false, signal: ending.signal }),
		);
		await clock.runTo(START + until);
		dead.abort();
		snapshot = JSON.parse(JSON.stringify(state.snapshot())) as FollowSnapshot;
		ending.abort();
		if (until === hours * HOUR) {
			void Promise.all(workers);
			break;
		}
		state = open(captures, snapshot);
	}
	return { news, captures, state };

	function open(into: Capture[], from?: FollowSnapshot): MemoryState {
		const opened: MemoryState = openMemoryState((capture) => {
			// What a killed process does afterwards never happened.
			if (opened === state) into.push(capture);
		}, from);
		return opened;
	}
}

function effectsOf(clock: VirtualClock, news: SimulatedNews, alive: () => boolean): FollowEffects {
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

const isOf = (feed: string, { url }: Request): boolean => url === feed || url === deliveryOf(feed);

const isFeed = ({ url }: Request): boolean => url.includes("/feed/");

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
function countCaptures(captures: readonly Capture[]): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const { bytes } of captures) {
		const title = /^Report [\d-]+(?:, corrected)?/.exec(new TextDecoder().decode(bytes))?.[0] ?? "?";
		counts.set(title, (counts.get(title) ?? 0) + 1);
	}
	return counts;
}

function checkPoliteness({ news }: Day): void {
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
async function checkItems({ news, captures, state }: Day, hours: number): Promise<void> {
	const counts = countCaptures(captures);
	expect([...counts].filter(([, count]) => count > 1)).toEqual([]);
	const sources = new Map((await state.sources()).map((one) => [one.url.replace("?moved", ""), one]));
	const waiting = new Set(state.snapshot().pages.map(({ entry }) => entry.title));
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
	expect(captures.length).toBeGreaterThan(news.feeds.length * hours * 0.1);
}

describe("following 500 feeds for a day", () => {
	const kills = [0.001, 0.02, 1, 5.003, 5.01, 11.7, 18].map((hour) => Math.round(hour * HOUR));
	let day: Day;

	beforeAll(async () => {
		day = await followFor(24, 500, kills);
	}, 240_000);

	it("asks no host and no feed too often, and waits where a server asks to", () => {
		checkPoliteness(day);
	});

	it("loses and doubles nothing, through restarts in the middle of requests", async () => {
		await checkItems(day, 24);
	});

	it("follows moves for good, visits nothing that is gone, and asks seldom where little is new", async () => {
		const sources = await day.state.sources();
		const of = (habit: Habit): FollowedSource[] => {
			const urls = new Set(day.news.feeds.filter((feed) => feed.habit === habit).map(({ url }) => url));
			return sources.filter(({ url }) => urls.has(url.replace("?moved", "")));
		};
		expect(of("moves").every(({ url }) => url.endsWith("?moved"))).toBe(true);
		expect(of("gone").map(({ status }) => status)).not.toContain("active");
		const visits = (feeds: readonly SimulatedFeed[]): number => {
			const urls = new Set(feeds.map(({ url }) => url));
			return day.news.requests.filter(({ url }) => urls.has(url)).length / feeds.length;
		};
		const plain = day.news.feeds.filter(({ habit }) => habit === "plain");
		const quiet = plain.filter(({ items }) => items.length < 10);
		const lively = plain.filter(({ items }) => items.length > 40);
		expect(visits(quiet)).toBeLessThan(visits(lively) / 2);
	});
});

describe("following a few feeds", () => {
	it("does the same again, request by request", async () => {
		const [one, two] = [await followFor(6, 20, [HOUR]), await followFor(6, 20, [HOUR])];
		expect(two.news.requests).toEqual(one.news.requests);
		expect(two.captures).toEqual(one.captures);
	});

	it("once ends when all that is due is done", async () => {
		const clock = openVirtualClock(START);
		const news = simulateNews(20, START, 1, clock);
		const captures: Capture[] = [];
		const state = openMemoryState((capture) => void captures.push(capture));
		for (const { url } of news.feeds) await state.add(newSource(url, null, START));
		const run = async (): Promise<void> => {
			const ended = follow(
				state,
				effectsOf(clock, news, () => true),
				{
					atOnce: 8,
					once: true,
					signal: new AbortController().signal,
				},
			);
			await clock.runTo(clock.now() + HOUR);
			await ended;
		};
		await run();
		const visited = new Set(news.requests.filter(isFeed).map(({ url }) => url));
		expect(news.feeds.every(({ url }) => visited.has(url))).toBe(true);
		const [first, pages] = [captures.length, state.snapshot().pages.filter(({ failures }) => failures === 0).length];
		expect([first > 20, pages]).toEqual([true, 0]);
	});

	it("gives back what takes longer than the time it is left when it is told to end", async () => {
		const clock = openVirtualClock(START);
		const captures: Capture[] = [];
		const state = openMemoryState((capture) => void captures.push(capture));
		await state.add(newSource("https://a.example/feed", null, START));
		const ending = new AbortController();
		let giveUp = (): void => {};
		const given = new Promise<FetchResult>((resolve) => {
			const refused = { kind: "refused", code: "fetch/stopped", reason: "stopped", status: null } as const;
			giveUp = () => resolve({ ...refused, retryAfter: null, movedTo: null });
		});
		const world = effectsOf(clock, simulateNews(1, START, 1, clock), () => true);
		const effects = { ...world, fetch: () => given, giveUp: () => giveUp() };
		const ended = follow(state, effects, { atOnce: 4, once: false, signal: ending.signal, grace: 5000 });
		await clock.runTo(START + 1000);
		ending.abort();
		await clock.runTo(START + 10_000);
		await ended;
		expect(await state.sources()).toMatchObject([{ visits: 0, failures: 0, due: START }]);
		expect(await state.claim(START + 10_000, START + 20_000, 5)).toHaveLength(1);
	});

	it("tells of a bug after what is under way is finished", async () => {
		const clock = openVirtualClock(START);
		const state = openMemoryState(() => {});
		await state.add(newSource("https://a.example/feed", null, START));
		const effects = {
			...effectsOf(clock, simulateNews(1, START, 1, clock), () => true),
			fetch: () => Promise.reject(new Error("lost count")),
		};
		const ended = follow(state, effects, { atOnce: 1, once: true, signal: new AbortController().signal });
		const told = expect(ended).rejects.toThrow("lost count");
		await clock.runTo(START + HOUR);
		await told;
	});
});
