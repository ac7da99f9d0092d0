import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type LocalServer, serveBytesLocally, serveLocally } from "../../../test/local-server.ts";
import { choosePolicy, openFetcher } from "../fetcher.ts";
import { doTask, type TaskEffects } from "./do-task.ts";
import { newSource } from "./follow.ts";
import {
	type FollowedSource,
	type HostState,
	hostOf,
	type KnownRobots,
	type Outcome,
	placeOf,
	type WantedPage,
} from "./state.ts";
import { PAGE_TRIES, TIMING } from "./timing.ts";

const NOW = Date.UTC(2026, 2, 4);
const FEED =
	'<rss version="2.0"><channel><title>Harbour Post</title><item><guid>1</guid><link>/report</link><title>Ferry</title><description>Short.</description></item></channel></rss>';
const ENTITIES = Array.from({ length: 40 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join("");
const BOMB = `<!DOCTYPE rss [<!ENTITY e0 "ha">${ENTITIES}]><rss version="2.0"><channel><title>&e40;</title></channel></rss>`;

let robots: (response: ServerResponse) => void;
let server: LocalServer;
/** The same server under another name: another host. */
let other: string;

const ANSWERS: Readonly<{ [path: string]: (response: ServerResponse) => void }> = {
	"/feed": (response) => response.writeHead(200, { etag: '"1"', "cache-control": "max-age=7200" }).end(FEED),
	"/as-image": (response) => response.writeHead(200, { "content-type": "image/png" }).end(FEED),
	"/as-page": (response) => response.writeHead(200, { "content-type": "text/html; charset=utf-16" }).end(FEED),
	"/page": (response) => response.writeHead(200, { "content-type": "application/rss+xml" }).end("<!doctype html><p>No"),
	"/moved": (response) => response.writeHead(301, { location: "/feed" }).end(),
	"/moved-away": (response) => response.writeHead(301, { location: "/page" }).end(),
	"/elsewhere": (response) => response.writeHead(302, { location: `${other}/feed` }).end(),
	"/elsewhere-for-good": (response) => response.writeHead(301, { location: `${other}/feed` }).end(),
	"/ring": (response) => response.writeHead(301, { location: "/ring" }).end(),
	"/inward": (response) => response.writeHead(301, { location: "http://10.0.0.1/feed" }).end(),
	"/gone": (response) => response.writeHead(410).end(),
	"/busy": (response) => response.writeHead(429, { "retry-after": "7200" }).end(),
	"/huge": (response) => response.writeHead(200, { "content-length": "900000000" }).end(),
	"/gzip-bomb": (response) =>
		response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(Buffer.alloc(40_000_000))),
	"/packed-bomb": (response) =>
		response.writeHead(200, { "content-type": "application/gzip" }).end(gzipSync(Buffer.alloc(40_000_000))),
	"/entities": (response) => response.writeHead(200).end(BOMB),
	"/broken": (response) => response.writeHead(200).end(FEED.slice(0, 150)),
	"/nested": (response) => response.writeHead(200).end(`<rss version="2.0"><channel>${"<a>".repeat(300_000)}`),
	"/empty": (response) => response.writeHead(200).end(),
	"/nothing": (response) => response.writeHead(200, { "content-type": "text/html" }).end("<p>empty"),
	"/report": (response) =>
		response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><p>The ferry stays."),
};

beforeAll(async () => {
	server = await serveLocally((request, response) => {
		if (request.url === "/robots.txt") robots(response);
		else (ANSWERS[request.url ?? ""] ?? ((missing) => missing.writeHead(404).end()))(response);
	});
});

beforeEach(() => {
	other = server.origin.replace("127.0.0.1", "localhost");
	robots = (response) => response.writeHead(404).end();
});

afterAll(() => server.close());

const fetch = openFetcher({ ...choosePolicy({ allowNet: ["127.0.0.1", "::1"], userAgent: null }) });
/** A page is known by its text here; the folder `good` holds two captures that are new. */
const effects: TaskEffects = {
	now: () => NOW,
	fetch,
	readPage: async ({ bytes }) => {
		const text = new TextDecoder().decode(bytes);
		return text.includes("empty") ? { code: "article/empty", reason: "it is empty" } : { mark: text, title: "Ferry" };
	},
	takeFolder: async ({ given }) =>
		given === "good" ? { fresh: 2 } : { code: "read/missing", reason: `there is no folder ${given}` },
};
const OPEN: KnownRobots = { text: null, closed: null, until: NOW + 1 };

function hostWith(known: KnownRobots | null): HostState {
	return { host: new URL(server.origin).host, free: 0, robots: known };
}

async function visit(
	path: string,
	known: KnownRobots | null = OPEN,
	origin: string = server.origin,
): Promise<{ outcome: Outcome; source: FollowedSource }> {
	const source = newSource(`${origin}${path}`, null, NOW);
	const outcome = await doTask({ kind: "visit", lease: "1", host: hostWith(known), source }, effects);
	const after = outcome.source?.(outcome.entries.length);
	if (!after) throw new Error("a visit gives a source");
	return { outcome, source: after };
}

/** The next step of a visit that was sent elsewhere. */
async function goOn(source: FollowedSource, known: KnownRobots | null = OPEN): Promise<FollowedSource> {
	const host = { ...hostWith(known), host: hostOf(placeOf(source)) };
	const outcome = await doTask({ kind: "visit", lease: "1", host, source }, effects);
	const after = outcome.source?.(outcome.entries.length);
	if (!after) throw new Error("a visit gives a source");
	return after;
}

function fetchPage(path: string, failures: number = 0, known: KnownRobots = OPEN): Promise<Outcome> {
	const url = `${server.origin}${path}`;
	const content = { text: "Short.", type: "text", whole: false } as const;
	const entry = { id: "1", url, title: "Ferry", published: null, updated: null, content, authors: [] };
	const page: WantedPage = {
		source: "s",
		feed: `${server.origin}/feed`,
		outlet: "Harbour Post",
		entry,
		mark: "m",
		url,
		hops: 0,
		due: NOW,
		failures,
	};
	return doTask({ kind: "page", lease: "1", host: hostWith(known), page }, effects);
}

describe("a visit", () => {
	it("asks for robots.txt first, alone, and keeps what it says", async () => {
		robots = (response) => response.writeHead(200).end("User-agent: *\nCrawl-delay: 5\n");
		const before = server.asked.length;
		const { outcome, source } = await visit("/feed", null);
		expect(server.asked.slice(before)).toEqual(["/robots.txt"]);
		expect(outcome.host).toMatchObject({
			free: NOW + 5000,
			robots: { text: expect.stringContaining("Crawl"), closed: null },
		});
		expect([source.due, source.visits]).toEqual([NOW, 0]);
		const next = await visit("/feed", outcome.host.robots);
		expect(next.outcome.host.free).toBe(NOW + 5000);
	});

	it("gives the entries, their pages, and when to come again: not before the answer is stale", async () => {
		const { outcome, source } = await visit("/feed");
		expect(outcome.entries).toMatchObject([
			{ entry: { id: "1" }, page: { url: `${server.origin}/report` }, capture: null },
		]);
		expect(source).toMatchObject({ title: "Harbour Post", failures: 0, validators: { etag: '"1"' }, lastSuccess: NOW });
		expect(source.due).toBe(NOW + 7_200_000);
	});

	it("reads a feed under the wrong type and character set, and no page under the right one", async () => {
		expect((await visit("/as-page")).outcome.entries.length).toBe(1);
		expect((await visit("/page")).source.lastError).toMatchObject({ code: "feed/none" });
	});

	it("follows a move for good only to where a feed is", async () => {
		expect((await visit("/moved")).source.url).toBe(`${server.origin}/feed`);
		const away = await visit("/moved-away");
		expect([away.source.url, away.source.lastError?.code]).toEqual([`${server.origin}/moved-away`, "feed/none"]);
	});

	it("goes on at another host in that host's turn, and stays there only when sent for good", async () => {
		const turned = await visit("/elsewhere");
		expect(turned.source).toMatchObject({
			url: `${server.origin}/elsewhere`,
			detour: { url: `${other}/feed`, hops: 1, forGood: false },
			due: NOW,
			visits: 0,
		});
		const read = await goOn(turned.source);
		expect([read.url, read.detour, read.title, read.visits]).toEqual([
			`${server.origin}/elsewhere`,
			null,
			"Harbour Post",
			1,
		]);
		expect((await goOn((await visit("/elsewhere-for-good")).source)).url).toBe(`${other}/feed`);
		const tired = { url: `${server.origin}/elsewhere`, hops: 5, forGood: false };
		expect((await goOn({ ...turned.source, detour: tired })).lastError?.code).toBe("fetch/redirects");
	});

	it("ends what is gone, and waits as long as a busy host asks, with all of it", async () => {
		expect((await visit("/gone")).source.status).toBe("gone");
		const { outcome, source } = await visit("/busy");
		expect([source.due, outcome.host.free]).toEqual([NOW + 7_200_000, NOW + 7_200_000]);
	});

	it.each([
		["/as-image", "fetch/type"],
		["/ring", "fetch/redirect-loop"],
		["/huge", "fetch/too-large"],
		["/gzip-bomb", "fetch/too-large"],
		["/packed-bomb", "feed/too-large"],
		["/broken", "feed/damaged"],
		["/nested", "feed/damaged"],
		["/empty", "feed/empty"],
		["/none", "fetch/not-found"],
	])("to %s fails with %s, keeps the address and comes again later", async (path, code) => {
		const { outcome, source } = await visit(path);
		expect(source).toMatchObject({
			status: "active",
			url: `${server.origin}${path}`,
			failures: 1,
			lastError: { code },
		});
		expect(source.lastError?.reason.length).toBeGreaterThan(10);
		expect(source.due).toBeGreaterThanOrEqual(NOW + TIMING.failed * 0.9);
		expect(outcome.entries).toEqual([]);
	});

	it("that is sent inward ends there, and nothing inside is asked", async () => {
		const { source } = await visit("/inward");
		const host = { host: "10.0.0.1", free: 0, robots: null };
		const closed = await doTask({ kind: "visit", lease: "1", host, source }, effects);
		const after = await goOn(source, closed.host.robots);
		expect(after).toMatchObject({ url: `${server.origin}/inward`, detour: null, lastError: { code: "follow/robots" } });
		expect(after.lastError?.reason).toContain("10.0.0.1, a private network, which is closed to fetching");
	});

	it("to a server that lies about its length fails, and to one that multiplies entities does not", async () => {
		const raw = await serveBytesLocally(`HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n${FEED}`);
		expect((await visit("/", OPEN, raw.origin)).source.lastError?.code).toBe("fetch/broken-off");
		await raw.close();
		expect((await visit("/entities")).source).toMatchObject({ title: "&e40;", failures: 0 });
	});

	it("is not made where robots.txt forbids it or cannot be had, and nothing is asked", async () => {
		robots = (response) => response.writeHead(500).end();
		const { outcome } = await visit("/feed", null);
		const before = server.asked.length;
		const closed = await visit("/feed", outcome.host.robots);
		expect(closed.source.lastError).toMatchObject({ code: "follow/robots", reason: expect.stringContaining("500") });
		const forbidden = await visit("/feed", { ...OPEN, text: "User-agent: stemma\nDisallow: /\n" });
		expect(forbidden.source.lastError?.reason).toContain("does not allow");
		expect(server.asked.length).toBe(before);
	});
});

describe("a visit to a page that is followed by itself", () => {
	const page = async (path: string): Promise<{ outcome: Outcome; source: FollowedSource }> => {
		const source = newSource(`${server.origin}${path}`, null, NOW, { kind: "page" });
		const outcome = await doTask({ kind: "visit", lease: "1", host: hostWith(OPEN), source }, effects);
		const after = outcome.source?.(outcome.entries.length);
		if (!after) throw new Error("a visit gives a source");
		return { outcome, source: after };
	};

	it("gives it as its one entry, known by what it says", async () => {
		const { outcome, source } = await page("/report");
		expect(outcome.entries).toMatchObject([
			{ mark: "<!doctype html><p>The ferry stays.", page: null, capture: { place: `${server.origin}/report` } },
		]);
		expect(source).toMatchObject({ title: "Ferry", failures: 0, lastSuccess: NOW });
	});

	it("fails where there is no report, and says why", async () => {
		expect((await page("/none")).source.lastError?.code).toBe("fetch/not-found");
		expect((await page("/as-image")).source.lastError?.code).toBe("fetch/type");
		expect((await page("/nothing")).source).toMatchObject({ failures: 1, lastError: { code: "article/empty" } });
	});
});

describe("a visit to a folder", () => {
	const folder = async (given: string): Promise<{ outcome: Outcome; source: FollowedSource | undefined }> => {
		const source = newSource(`file://desk/${given}`, null, NOW, { kind: "folder", given });
		const host: HostState = { host: "file:desk", free: 0, robots: null };
		const outcome = await doTask({ kind: "visit", lease: "1", host, source }, effects);
		return { outcome, source: outcome.source?.(0) };
	};

	it("asks for no robots.txt, and says how much it kept", async () => {
		const { outcome, source } = await folder("good");
		expect([outcome.beside, outcome.entries, outcome.host.free]).toEqual([2, [], 0]);
		expect(source).toMatchObject({ visits: 1, lastNew: NOW, lastError: null });
		expect(source?.due).toBeLessThan(NOW + TIMING.first);
	});

	it("that is gone fails and is tried again later", async () => {
		const { source } = await folder("bad");
		expect(source).toMatchObject({ failures: 1, status: "active", lastError: { code: "read/missing" } });
		expect(source?.due).toBeGreaterThan(NOW);
	});
});

describe("a page", () => {
	it("becomes a capture with the address that gave it", async () => {
		const { capture, page } = await fetchPage("/report");
		expect([capture?.url, capture?.mediaType, page]).toEqual([`${server.origin}/report`, "text/html", null]);
	});

	it("at another host is asked for in that host's turn", async () => {
		const { page, capture } = await fetchPage("/elsewhere");
		expect([page?.url, page?.hops, page?.failures, capture]).toEqual([`${other}/feed`, 1, 0, null]);
	});

	it("that fails is tried again later, and at last what the feed carried is kept", async () => {
		const first = await fetchPage("/none");
		expect([first.capture, first.page?.failures]).toEqual([null, 1]);
		expect(first.page?.due).toBeGreaterThan(NOW + TIMING.page * 0.89);
		const last = await fetchPage("/none", PAGE_TRIES - 1);
		expect([last.page, new TextDecoder().decode(last.capture?.bytes)]).toEqual([null, "Short."]);
	});

	it("of a host whose robots.txt cannot be had is tried again, though not for ever", async () => {
		const closed = { ...OPEN, closed: "it cannot be had" };
		expect((await fetchPage("/report", 0, closed)).page?.failures).toBe(1);
		expect((await fetchPage("/report", PAGE_TRIES - 1, closed)).page).toBeNull();
	});

	it("that can never be had or that robots.txt forbids is not tried again", async () => {
		for (const outcome of [
			await fetchPage("/gone"),
			await fetchPage("/as-image"),
			await fetchPage("/report", 0, { ...OPEN, text: "User-agent: *\nDisallow: /\n" }),
		]) {
			expect([outcome.page, outcome.capture?.stated.title]).toEqual([null, "Ferry"]);
		}
	});
});
