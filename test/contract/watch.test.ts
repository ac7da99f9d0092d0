import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { FETCH_LIMITS } from "../../src/follow/fetch/network.ts";
import { type Following, openFollowing } from "../../src/follow/following.ts";
import { TIMING } from "../../src/follow/schedule/timing.ts";
import type { Watched } from "../../src/follow/watch.ts";
import type { SourceSummary } from "../../src/model/source-listing.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { hash32 } from "../../src/text/hash.ts";
import { compiledForTests } from "../compiled-program.ts";
import { type FeedServer, HOSTILE, type ServedReport, serveFeed, writePage } from "../feed-server.ts";
import { ended, startWithStore } from "../store-process.ts";
import { nameBlock, testDrivers } from "./drivers.ts";

const NONE = { primaries: [], names: [], corrections: [] };
const GIVEN = { allowNet: ["127.0.0.1"], userAgent: null };
const LONG = 300_000;

/** Rounds of killing here, with reports of as many hosts. */
const ROUNDS = 2;
const HOSTS = 3;
const REPORTS = 8;

const SEARCHED = "The port stays closed until the search for the missing is over, the council said in a statement.";

const TRAM = [
	"VELL (Corra Wire) - Norrland opened its first tram line on Monday after stormy years of building, the railway said.",
	...Array.from(
		{ length: 12 },
		(_, n) =>
			`Stop number ${n + 1} lies ${n * 400} metres up the hill, and nobody who lives there has ever had a shorter way to the sea.`,
	),
];

function report(id: string, missing: number, more: Partial<ServedReport> = {}): ServedReport {
	const paragraphs = [
		`MARENA (Corra Wire) - The ferry Amity Star sank off Port Amity on Tuesday with 63 people aboard, the coast guard said. The night was stormy, and boats from all villages of the bay came to help until it was light.`,
		`“We will look for the ${missing} missing until dark,” harbour master Ada Vane said on Wednesday.`,
		SEARCHED,
	];
	return { id, title: `Ferry sinks off Port Amity, report ${id}`, paragraphs, ...more };
}

for (const driver of testDrivers()) {
	describe.skipIf(driver.missing !== null)(nameBlock("watching", driver), () => {
		const usual = { ...TIMING };
		const limits = { ...FETCH_LIMITS };
		const servers: FeedServer[] = [];
		let root: string;
		let store: Store;
		let following: Following;

		beforeAll(async () => {
			root = mkdtempSync(join(tmpdir(), "stemma-watch-"));
			// Hosts of this machine need no rest.
			Object.assign(TIMING, { gap: 5 });
			Object.assign(FETCH_LIMITS, { whole: 1500 });
			store = await openStore(await driver.createPlace(), true);
			following = openFollowing(store, GIVEN);
		});
		afterEach(async () => {
			for (const { url } of (await following.list()).sources) await following.change([url], "remove");
			for (const server of servers.splice(0)) await server.close();
		});
		afterAll(async () => {
			Object.assign(TIMING, usual);
			Object.assign(FETCH_LIMITS, limits);
			await store?.close();
			await driver.dispose();
			rmSync(root, { recursive: true, force: true });
		});

		async function serve(title: string, reports: readonly ServedReport[] = []): Promise<FeedServer> {
			const server = await serveFeed(title, reports);
			servers.push(server);
			return server;
		}

		/** Does what `stemma add` does. */
		async function add(...inputs: readonly string[]): Promise<readonly string[]> {
			const sorted = await following.sort(inputs, { feeds: false, follow: true }, () => {});
			const fetch = async (address: string) => {
				const there = sorted.fetched.get(address);
				if (!there) throw new Error(`${address} was not fetched`);
				return there;
			};
			if (sorted.reports.length > 0) await store.add(sorted.reports, NONE, { fetch });
			return (await following.add(sorted.sources, () => {})).map(({ url }) => url);
		}

		function once(queue: boolean = true): Promise<Watched> {
			return following.watch({ once: true, queue, threads: 1 }, { stop: new AbortController().signal });
		}

		const sourceAt = async (url: string): Promise<SourceSummary> => {
			const found = (await following.list()).sources.find((one) => one.url === url);
			if (!found) throw new Error(`${url} is not followed`);
			return found;
		};
		const again = (url: string): Promise<unknown> => following.change([url], "resume");

		it(
			"keeps and analyses what a feed announces, once, and says what it carries from agencies",
			async () => {
				const long = report("2", 9, { whole: true, title: "Norrland opens its first tram line", paragraphs: TRAM });
				const server = await serve("Harbour Post", [report("1", 9), long]);
				const url = `${server.origin}/feed`;
				expect(await add(`${server.origin}/`)).toEqual([url]);
				expect(await sourceAt(url)).toMatchObject({ health: "new", home: `${server.origin}/`, reports: 0 });
				const watched = await once(false);
				expect(watched).toMatchObject({ visits: 1, failed: 0, pages: 1, fresh: 2, kept: 2 });
				expect(watched.worked?.done).toMatchObject({ read: 2, annotate: 2 });
				expect(server.asked).toEqual(["/", "/robots.txt", "/feed", "/report/1"]);
				const source = await sourceAt(url);
				expect(source).toMatchObject({ health: "well", title: "Harbour Post", reports: 2, fromAgencies: 2, wanted: 0 });
				expect(source.agencies).toEqual([{ name: "Corra Wire", reports: 2 }]);
				const found = await store.search({ ...ASKED, text: "stormy", kinds: ["article"] }, () => {});
				expect(found.articles?.hits.map(({ article }) => article.published.earliest?.slice(0, 10))).toEqual([
					"2031-05-14",
					"2031-05-14",
				]);
				await again(url);
				expect(await once()).toMatchObject({ visits: 1, fresh: 0, kept: 0, pages: 0, worked: null });
				expect(server.unchanged()).toBe(1);

				// An edit becomes a version, with what it changed.
				server.reports[0] = { ...report("1", 11), title: "Ferry sinks off Port Amity, report 1, corrected" };
				await again(url);
				expect(await once(false)).toMatchObject({ visits: 1, fresh: 1, pages: 1, kept: 1 });
				const record = await store.collate({ names: [], corrections: [] }, () => {});
				expect(record.versions).toHaveLength(1);
				const texts = new Map(record.articles.map(({ id, text }) => [id, text]));
				const changed = record.versions[0]?.changes.flatMap(({ differences }) =>
					differences.map(({ to }) => to && texts.get(to.article)?.slice(to.start, to.end)),
				);
				expect(changed).toContain("11");
				expect(await store.status()).toMatchObject({
					articles: 3,
					captures: 3,
					versioned: { sources: 1, articles: 2 },
				});
			},
			LONG,
		);

		it(
			"gets over whatever a feed does, says why, and goes on with the others",
			async () => {
				const server = await serve("Quay Letter", [report("1", 9)]);
				const paths = Object.keys(HOSTILE);
				const list = join(root, "hostile.opml");
				const outlines = ["/feed", ...paths].map((path) => `<outline text="x" xmlUrl="${server.origin}${path}"/>`);
				writeFileSync(list, `<opml version="2.0"><body>${outlines.join("")}</body></opml>`);
				expect(await add(list)).toHaveLength(paths.length + 1);
				const watched = await once();
				const { sources } = await following.list();
				const codes = paths.map((path) => {
					const source = sources.find(({ given }) => given === `${server.origin}${path}`);
					return [path, source?.lastError?.code ?? null];
				});
				expect(Object.fromEntries(codes)).toEqual(HOSTILE);
				for (const { lastError } of sources) expect(lastError?.reason.length ?? 99).toBeGreaterThan(20);
				const wrong = Object.values(HOSTILE).filter((code) => code !== null).length;
				expect(watched).toMatchObject({ visits: paths.length + 1 - wrong, failed: wrong });
				// Pages of the feeds that were read in spite of all are not there: what those carried is kept.
				expect(await sourceAt(`${server.origin}/gone`)).toMatchObject({ health: "gone", nextVisit: null });
				expect(server.asked.filter((path) => path === "/report/1").length).toBeGreaterThan(0);
				await once();
				expect(server.asked.filter((path) => path === "/gone")).toHaveLength(1);
				expect(await following.writeOpml()).toContain(`xmlUrl="${server.origin}/feed"`);
			},
			LONG,
		);

		it(
			"looks at a page and a folder again, and keeps what changed",
			async () => {
				const server = await serve("Isle Post", [report("7", 3)]);
				const folder = join(root, "reports");
				mkdirSync(folder);
				writeFileSync(join(folder, "a.txt"), "The ferry Vell Star is late.\n");
				const page = `${server.origin}/report/7`;
				expect(await add(page, `${folder}/`)).toHaveLength(2);
				const before = (await store.status()).captures;
				const visit = async (): Promise<Watched> => {
					for (const { url } of (await following.list()).sources) await again(url);
					return once();
				};
				expect(await visit()).toMatchObject({ visits: 2, fresh: 0, kept: 0 });
				server.reports[0] = report("7", 4);
				writeFileSync(join(folder, "b.html"), writePage("Isle Post", report("8", 5)));
				expect(await visit()).toMatchObject({ visits: 2, fresh: 2, kept: 2 });
				expect((await store.status()).captures).toBe(before + 2);
				rmSync(folder, { recursive: true });
				expect(await visit()).toMatchObject({ visits: 1, failed: 1 });
				const gone = (await following.list()).sources.find(({ kind }) => kind === "folder");
				expect(gone).toMatchObject({ given: folder, health: "failing", lastError: { code: "read/missing" } });
			},
			LONG,
		);

		it("refuses what is not followed, and pauses and follows again what is", async () => {
			const server = await serve("Harbour Post");
			const [url = ""] = await add(`${server.origin}/feed`);
			await expect(following.change([url, "https://x.example/"], "remove")).rejects.toMatchObject({
				code: "follow/unknown",
			});
			await following.change([`${url}/`], "pause");
			expect(await sourceAt(url)).toMatchObject({ health: "paused", nextVisit: null });
			expect(await once()).toMatchObject({ visits: 0, next: null, worked: null });
			await add(url);
			expect(await sourceAt(url)).toMatchObject({ health: "new" });
		});

		it(
			"loses nothing and keeps nothing twice when it is killed",
			async () => {
				const place = await driver.createPlace();
				const feeds: FeedServer[] = [];
				for (let host = 0; host < HOSTS; host++) {
					const reports = Array.from({ length: REPORTS }, (_, n) => report(`${host}-${n}`, n + 2));
					feeds.push(await serve(`Paper ${host}`, reports));
				}
				const { nameModule } = compiledForTests();
				const code = `
					const { openFollowing } = await import(${nameModule("src/follow/following")});
					const { TIMING } = await import(${nameModule("src/follow/schedule/timing")});
					Object.assign(TIMING, { gap: 120, lease: 1000 });
					const following = openFollowing(store, ${JSON.stringify(GIVEN)});
					const inputs = ${JSON.stringify(feeds.map(({ origin }) => `${origin}/feed`))};
					const sorted = await following.sort(inputs, { feeds: false, follow: true }, () => {});
					await following.add(sorted.sources, () => {});
					console.log("watching");
					await following.watch({ once: true, queue: true, threads: 1 }, { stop: new AbortController().signal });`;
				let killed = 0;
				for (let round = 0; round < ROUNDS; round++) {
					const watchers = place.kind === "server" ? [0, 1] : [0];
					const play = async (watcher: number): Promise<void> => {
						const child = startWithStore(place, code);
						const moment = hash32(`${round} ${watcher}`) % 700;
						await ended(child, (line) => {
							if (line === "watching") setTimeout(() => child.kill("SIGKILL"), moment);
						});
						if (child.signalCode === "SIGKILL") killed++;
						else if (child.exitCode !== 0) throw new Error(`a process ended with ${child.exitCode}`);
					};
					await Promise.all(watchers.map(play));
				}
				expect(killed).toBeGreaterThan(0);
				const last = startWithStore(place, code);
				expect((await ended(last)).endsWith("done\n")).toBe(true);
				const whole = await openStore(place, false);
				try {
					const rows = await whole.database.query<{ place: string }>("SELECT place FROM stemma.capture ORDER BY place");
					const places = feeds.flatMap(({ origin, reports }) => reports.map(({ id }) => `${origin}/report/${id}`));
					expect(rows.map((row) => row.place)).toEqual(places.sort());
					expect((await openFollowing(whole, GIVEN).list()).sources).toHaveLength(HOSTS);
				} finally {
					await whole.close();
				}
			},
			LONG,
		);
	});
}

const ASKED = {
	text: "",
	speaker: null,
	outlet: null,
	from: null,
	to: null,
	language: null,
	story: null,
	relations: [],
	kinds: ["article"],
	limit: 10,
	after: null,
} as const;
