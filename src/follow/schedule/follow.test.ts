import { beforeAll, describe, expect, it } from "vitest";
import {
	checkItems,
	checkPoliteness,
	type Day,
	effectsOf,
	followFor,
	HOUR,
	isFeed,
	keepInMemory,
	START,
} from "../../../test/followed-days.ts";
import { type Habit, type SimulatedFeed, simulateNews } from "../../../test/simulated-news.ts";
import { openVirtualClock } from "../../../test/virtual-clock.ts";
import type { Capture } from "../../model/capture.ts";
import type { FetchResult } from "../fetch/fetch.ts";
import { follow, newSource } from "./follow.ts";
import { openMemoryState } from "./memory-state.ts";
import type { FollowedSource } from "./state.ts";

describe("following 500 feeds for a day", () => {
	const kills = [0.001, 0.02, 1, 5.003, 5.01, 11.7, 18].map((hour) => Math.round(hour * HOUR));
	let day: Day;

	beforeAll(async () => {
		day = await followFor(24, 500, keepInMemory(), kills);
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
		const keepers = [keepInMemory(), keepInMemory()] as const;
		const [one, two] = [await followFor(6, 20, keepers[0], [HOUR]), await followFor(6, 20, keepers[1], [HOUR])];
		expect(two.news.requests).toEqual(one.news.requests);
		expect(keepers[1].captures).toEqual(keepers[0].captures);
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
