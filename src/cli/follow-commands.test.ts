import { describe, expect, it } from "vitest";
import { type Recording, recordEffects } from "../../test/recording-effects.ts";
import type { SortedInputs } from "../follow/add-sources.ts";
import type { Following } from "../follow/following.ts";
import { newSource } from "../follow/schedule/follow.ts";
import type { WatchEvent, Watched } from "../follow/watch.ts";
import { SOURCES_SCHEMA, type SourceListing, type SourceSummary } from "../model/source-listing.ts";
import type { Store } from "../store/store.ts";
import { runCommandLine } from "./run.ts";

const FEED = newSource("https://harbour-post.example/feed", "Harbour Post", 0);
const FOLDER = newSource("file://desk/home/reports", null, 0, { kind: "folder", given: "reports" });
const PAGE = newSource("https://isle-post.example/ferry", "Ferry", 0, { kind: "page" });

const WATCHED: Watched = {
	visits: 4,
	failed: 1,
	pages: 7,
	fresh: 9,
	kept: 8,
	worked: { done: { read: 8, annotate: 8, place: 1, collate: 2, alert: 0 }, aside: [], asideInAll: 0, left: 0 },
	next: "2031-05-14T08:20:00Z",
};

const SUMMARY: SourceSummary = {
	...{ id: FEED.id, kind: "feed", title: "Harbour Post", url: FEED.url, given: FEED.url, home: null, health: "well" },
	...{ lastVisit: null, lastSuccess: null, lastNew: null, nextVisit: null, every: 900, visits: 1, failures: 0 },
	...{ lastError: null, wanted: 0, reports: 0, fromAgencies: 0, agencies: [] },
};

const LISTING: SourceListing = {
	schema: SOURCES_SCHEMA,
	store: "kept",
	at: "2031-05-14T08:00:00Z",
	sources: [SUMMARY],
};

async function run(
	args: readonly string[],
	following: Partial<Following> = {},
	parts: Partial<Store> = {},
): Promise<Recording & { readonly code: number; readonly did: readonly unknown[] }> {
	const did: unknown[] = [];
	const store = {
		name: "kept",
		database: { kind: "postgres" },
		add: async (inputs: readonly string[]) => {
			did.push({ kept: inputs });
			return { inputs: 1, captures: 1, known: 0, articles: ["00112233445566aa"], versions: 0, problems: [], given: [] };
		},
		close: async () => {},
		...parts,
	} as unknown as Store;
	const world = recordEffects({
		store,
		following: {
			add: async (sources) => {
				did.push({ followed: sources.map(({ source }) => source.url) });
				return sources.map(({ source: { id, kind, url, title }, from }) => ({
					id,
					kind,
					url,
					title,
					from,
					isNew: true,
				}));
			},
			list: async () => LISTING,
			...following,
		},
	});
	return { ...world, code: await runCommandLine(args, world.effects), did };
}

const sorting =
	(sorted: Partial<SortedInputs>): Following["sort"] =>
	async () => ({ reports: [], fetched: new Map(), sources: [], problems: [], ...sorted });

describe("stemma add", () => {
	it("follows a feed and keeps no report", async () => {
		const sort = sorting({ sources: [{ source: FEED, known: [], from: "page" }] });
		const { code, out, did } = await run(["add", "https://harbour-post.example/"], { sort });
		expect([code, did]).toEqual([0, [{ followed: [FEED.url] }]]);
		expect(out()).toBe(
			'Following https://harbour-post.example/feed (Harbour Post).\n"stemma watch" visits what is followed.\n',
		);
	});

	it("keeps a folder before it follows it, and follows no page that could not be read", async () => {
		const sources = [FOLDER, PAGE].map((source) => ({ source, known: [], from: "itself" as const }));
		const sort = sorting({ reports: ["reports", PAGE.given], sources });
		const problem = { code: "article/empty", article: null, place: PAGE.given, span: null, reason: "it is empty" };
		const added = {
			inputs: 2,
			captures: 2,
			known: 0,
			articles: ["00112233445566aa"],
			versions: 0,
			problems: [problem],
			given: [],
		};
		const { code, out, err, did } = await run(["add", "reports"], { sort }, { add: async () => added });
		expect([code, did]).toEqual([1, [{ followed: [FOLDER.url] }]]);
		expect(out()).toBe("1 new article in kept.\nFollowing the folder /home/reports.\n");
		expect(err()).toBe(`stemma: ${PAGE.given}: it is empty\n`);
	});

	it("passes on what a page stands for and whether to look again", async () => {
		const asked: unknown[] = [];
		const sort: Following["sort"] = async (_, options) => {
			asked.push(options);
			return sorting({ reports: ["a.txt"] })([], options, () => {});
		};
		await run(["add", "a.txt", "--feeds", "--no-follow"], { sort });
		await run(["add", "a.txt"], { sort });
		expect(asked).toEqual([
			{ feeds: true, follow: false },
			{ feeds: false, follow: true },
		]);
	});

	it("counts a long list, names what is no source, and gives all as JSON", async () => {
		const sources = Array.from({ length: 12 }, (_, n) => ({
			source: newSource(`https://h${n}.example/feed`, null, 0),
			known: [],
			from: "list" as const,
		}));
		const { out } = await run(["add", "feeds.opml"], { sort: sorting({ sources }) });
		expect(out()).toContain("Following 12 sources.\n");
		const problem = {
			code: "follow/no-feed",
			article: null,
			place: "https://x.example/",
			span: null,
			reason: "no feed",
		};
		const none = await run(["add", "https://x.example/"], { sort: sorting({ problems: [problem] }) });
		expect([none.code, none.err()]).toEqual([2, "stemma: https://x.example/: no feed\n"]);
		const json = await run(["add", "feeds.opml", "--json"], { sort: sorting({ sources, problems: [problem] }) });
		expect(JSON.parse(json.out())).toMatchObject({
			schema: "stemma.added/1",
			articles: [],
			sources: [{ url: "https://h0.example/feed", kind: "feed", from: "list", isNew: true }, ...Array(11).fill({})],
			problems: [{ code: "follow/no-feed" }],
		});
	});
});

describe("stemma sources", () => {
	it("lists what is followed, or of it what is named, as a page and as JSON", async () => {
		expect((await run(["sources"])).out()).toMatch(/^1 source followed in kept\n\nHarbour Post\n/);
		expect(JSON.parse((await run(["sources", `${FEED.url}/`, "--json"])).out())).toEqual(LISTING);
		const none = await run(["sources", "https://x.example/"]);
		expect([none.code, none.out()]).toEqual([1, ""]);
		expect(none.err()).toContain("https://x.example/ is not followed; stemma add ADDRESS");
		const empty = await run(["sources"], { list: async () => ({ ...LISTING, sources: [] }) });
		expect([empty.code, empty.err()]).toEqual([1, expect.stringContaining("nothing is followed yet")]);
	});

	it("prints OPML, and pauses, resumes and removes what is named", async () => {
		expect((await run(["sources", "--opml"], { writeOpml: async () => "<opml/>" })).out()).toBe("<opml/>\n");
		const asked: unknown[] = [];
		const change: Following["change"] = async (which, action) => {
			asked.push([which, action]);
			return [FEED];
		};
		expect((await run(["sources", "--pause", FEED.url], { change })).out()).toBe(`Paused ${FEED.url}.\n`);
		expect((await run(["sources", "--resume", FEED.url], { change })).out()).toBe(`Resumed ${FEED.url}.\n`);
		const json = await run(["sources", "--remove", FEED.url, "--json"], { change });
		expect(JSON.parse(json.out())).toMatchObject({ schema: "stemma.sources-changed/1", action: "remove" });
		expect(asked).toEqual(["pause", "resume", "remove"].map((action) => [[FEED.url], action]));
	});

	it.each([
		[["sources", "--pause"], "--pause needs the addresses of sources"],
		[["sources", "--pause", "--remove", "x"], "--pause, --resume, --remove and --opml go one at a time"],
		[["watch", "x"], "watch takes no input and got x"],
		[["watch", "--jobs", "0"], "--jobs takes a number of threads"],
	])("%j is refused", async (args, message) => {
		const { code, err } = await run(args);
		expect([code, err()]).toEqual([2, expect.stringContaining(message)]);
	});
});

describe("stemma watch", () => {
	const event: WatchEvent = {
		at: Date.UTC(2031, 4, 14, 8, 5),
		kind: "visit",
		source: FEED.url,
		title: "Harbour Post",
		fresh: 3,
		kept: 0,
		failure: null,
	};
	const failure = { ...event, fresh: 0, failure: { code: "fetch/gone", reason: `${FEED.url}: it is gone` } };
	const watching =
		(watched: Watched, asked: unknown[] = []): Following["watch"] =>
		async (options, effects) => {
			asked.push(options);
			effects.started?.(4);
			effects.event?.(event);
			effects.event?.(failure);
			return watched;
		};

	it("says what came in as it comes, what failed, and what was done in the end", async () => {
		const { code, out, err } = await run(["watch"], { watch: watching(WATCHED) });
		expect(code).toBe(1);
		expect(out()).toBe(
			"Watching 4 sources in kept.\n" +
				"08:05 UTC  Harbour Post: 3 reports new or changed\n" +
				'5 visits: 9 reports new or changed, 8 kept; 1 visit failed, "stemma sources" says why.\n' +
				"Read 8 captures, annotated 8 articles and collated 2 stories in kept.\n" +
				"The next visit is due at 2031-05-14 08:20 UTC.\n",
		);
		expect(err()).toBe(`stemma: ${FEED.url}: it is gone\n`);
	});

	it("once says only what was done, and passes on its options", async () => {
		const asked: unknown[] = [];
		const quiet = { ...WATCHED, failed: 0, worked: null };
		const { code, out } = await run(["watch", "--once", "--queue", "-j", "3"], { watch: watching(quiet, asked) });
		expect([code, asked]).toEqual([0, [{ once: true, queue: true, threads: 3 }]]);
		expect(out()).toBe("4 visits: 9 reports new or changed, 8 kept.\nThe next visit is due at 2031-05-14 08:20 UTC.\n");
		const json = await run(["watch", "--once", "--json"], { watch: watching(quiet) });
		expect(JSON.parse(json.out())).toMatchObject({ schema: "stemma.watched/1", store: "kept", ...quiet });
	});

	it("says when nothing was due, and when nothing is followed", async () => {
		const idle = { ...WATCHED, visits: 0, failed: 0, pages: 0, fresh: 0, kept: 0, worked: null };
		const due = await run(["watch", "--once"], { watch: async () => idle });
		expect([due.code, due.out()]).toEqual([0, "Nothing was due.\nThe next visit is due at 2031-05-14 08:20 UTC.\n"]);
		const none = await run(["watch", "--once"], { watch: async () => ({ ...idle, next: null }) });
		expect([none.code, none.err()]).toEqual([2, expect.stringContaining("nothing is followed")]);
	});
});
