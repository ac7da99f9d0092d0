import type { FetchResult, Validators } from "../src/follow/fetch/fetch.ts";
import { hash32 } from "../src/text/hash.ts";
import type { VirtualClock } from "./virtual-clock.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What a simulated host does besides serving its feeds. */
export type Habit =
	| "plain"
	| "etag"
	| "max-age"
	| "busy"
	| "breaks"
	| "moves"
	| "gone"
	| "crawl-delay"
	| "closed"
	| "elsewhere";

const HABITS: readonly Habit[] = [
	"plain",
	"etag",
	"max-age",
	"busy",
	"breaks",
	"moves",
	"gone",
	"crawl-delay",
	"closed",
	"elsewhere",
];

export interface SimulatedItem {
	readonly id: string;
	readonly url: string;
	readonly at: number;
	/** When it is edited; null when never. */
	readonly edited: number | null;
}

export interface SimulatedFeed {
	readonly url: string;
	readonly habit: Habit;
	readonly items: readonly SimulatedItem[];
	/** Items that it shows at a time. */
	readonly window: number;
	/** Whether it carries the whole text. */
	readonly whole: boolean;
}

export interface Request {
	readonly url: string;
	readonly start: number;
	readonly end: number;
	readonly status: number;
	/** Whether who asked lived to hear the answer. */
	readonly heard: boolean;
}

export interface SimulatedNews {
	readonly feeds: readonly SimulatedFeed[];
	readonly requests: readonly Request[];
	/** `alive` says whether who asks still lives. */
	fetch(url: string, validators: Validators | null, alive: () => boolean): Promise<FetchResult>;
}

/** Milliseconds for which feeds with the habit `max-age` are fresh, and that busy hosts ask to wait. */
export const FRESH: number = 40 * MINUTE;
export const BUSY: number = 25 * MINUTE;
export const CRAWL_DELAY = 10_000;

/** A number from 0 to 1, always the same for the same reason. */
function chance(...reason: readonly (string | number)[]): number {
	return hash32(reason.join(" ")) / 0xffffffff;
}

/**
 * Feeds of a few hosts that publish through days from `start` on: some a report in two days, some 60 a day, fewer at
 * night; they break, move, go, ask to wait.
 */
export function simulateNews(count: number, start: number, days: number, clock: VirtualClock): SimulatedNews {
	const feeds = Array.from({ length: count }, (_, n) => makeFeed(n, start, days));
	const byUrl = new Map(
		feeds.flatMap((feed) => [feed.url, `${feed.url}?moved`, deliveryOf(feed.url)].map((url) => [url, feed] as const)),
	);
	const byPage = new Map(feeds.flatMap(({ items }) => items.map((item) => [item.url, item] as const)));
	const requests: Request[] = [];
	const answer = (url: string, validators: Validators | null): FetchResult & { readonly status?: number | null } => {
		const now = clock.now();
		const { host, pathname } = new URL(url);
		if (pathname === "/robots.txt" && !host.startsWith("h")) return refused("fetch/not-found", 404);
		if (pathname === "/robots.txt") {
			const habit = HABITS[Number(/^h(\d+)/.exec(host)?.[1]) % HABITS.length];
			if (habit === "crawl-delay") return body(url, `User-agent: *\nCrawl-delay: ${CRAWL_DELAY / 1000}\n`, now);
			if (habit === "closed") return body(url, "User-agent: *\nDisallow: /private\n", now);
			return refused("fetch/not-found", 404);
		}
		const page = byPage.get(url);
		if (page)
			return chance("page", url, now) < 0.05 ? refused("fetch/host-error", 500) : body(url, pageOf(page, now), now);
		const feed = byUrl.get(url);
		if (!feed) return refused("fetch/not-found", 404);
		if (feed.habit === "elsewhere" && url === feed.url) {
			return { kind: "elsewhere", url: deliveryOf(url), forGood: false };
		}
		const hours = Math.floor((now - start) / HOUR);
		if (feed.habit === "breaks" && hours % 12 < 2) return refused("fetch/host-error", 502);
		if (feed.habit === "busy" && chance("busy", feed.url, Math.floor(now / (20 * MINUTE))) < 0.15) {
			return refused("fetch/too-many", 429, BUSY);
		}
		if (feed.habit === "gone" && hours >= 12) return refused("fetch/gone", 410);
		const text = feedOf(feed, now);
		const etag = feed.habit === "etag" ? `"${hash32(text)}"` : null;
		const movedTo = feed.habit === "moves" && hours >= 6 ? `${feed.url}?moved` : null;
		const answered = {
			movedTo: movedTo === url ? null : movedTo,
			fresh: feed.habit === "max-age" ? FRESH : null,
			validators: { etag, lastModified: null },
		};
		if (etag !== null && validators?.etag === etag) return { kind: "unchanged", ...answered };
		return { ...body(url, text, now), ...answered };
	};
	return {
		feeds,
		requests,
		async fetch(url, validators, alive) {
			const start = clock.now();
			await clock.wait(200 + Math.round(chance("latency", url, start) * 3000));
			const result = answer(url, validators);
			const status = result.kind === "refused" ? (result.status ?? 0) : result.kind === "elsewhere" ? 302 : 200;
			requests.push({ url, start, end: clock.now(), status, heard: alive() });
			return result;
		},
	};
}

/** Where a host that delivers for others has a feed. */
export function deliveryOf(url: string): string {
	return url.replace(/^https:\/\/[^/]*/, "https://delivery.example");
}

function makeFeed(n: number, start: number, days: number): SimulatedFeed {
	// A third of the hosts carry one feed, the others several.
	const host = `h${n % 3 === 0 ? n : n % 60}.example`;
	const habit = HABITS[Number(/\d+/.exec(host)?.[0]) % HABITS.length] ?? "plain";
	const rate = 0.5 + chance("rate", n) ** 3 * 60;
	const items: SimulatedItem[] = [];
	for (let minute = -48 * 60; minute < days * 24 * 60; minute++) {
		const hour = Math.floor(minute / 60) % 24;
		const dayTime = hour >= 6 && hour < 22 ? 1.4 : 0.2;
		if (chance("item", n, minute) < (rate * dayTime) / 1440) {
			const id = `${n}-${items.length}`;
			const at = start + minute * MINUTE;
			const edited = chance("edit", id) < 0.05 ? at + 3 * HOUR : null;
			items.push({ id, url: `https://${host}/item/${id}`, at, edited });
		}
	}
	return { url: `https://${host}/feed/${n}`, habit, items, window: 10 + (n % 15), whole: n % 6 === 0 };
}

function feedOf({ items, window, whole }: SimulatedFeed, now: number): string {
	const shown = items.filter(({ at }) => at <= now).slice(-window);
	const entries = shown.reverse().map((item) => {
		const text = whole
			? `<content:encoded>${pageOf(item, now)}</content:encoded>`
			: "<description>Short.</description>";
		return `<item><guid isPermaLink="false">${item.id}</guid><link>${item.url}</link><title>${titleOf(item, now)}</title>${text}</item>`;
	});
	return `<rss version="2.0"><channel><title>Feed</title>${entries.join("")}</channel></rss>`;
}

function titleOf({ id, edited }: SimulatedItem, now: number): string {
	return edited !== null && edited <= now ? `Report ${id}, corrected` : `Report ${id}`;
}

function pageOf(item: SimulatedItem, now: number): string {
	return `${titleOf(item, now)}. ${"The ferry stays in the harbour, the port said. ".repeat(30)}`;
}

function body(url: string, text: string, now: number): FetchResult {
	return {
		kind: "body",
		address: url,
		at: new Date(now).toISOString(),
		bytes: new TextEncoder().encode(text),
		mediaType: "text/plain",
		charset: "utf-8",
		movedTo: null,
		fresh: null,
		validators: { etag: null, lastModified: null },
	};
}

function refused(code: string, status: number, retryAfter: number | null = null): FetchResult {
	return { kind: "refused", code, reason: `the host answered ${status}`, status, retryAfter, movedTo: null };
}
