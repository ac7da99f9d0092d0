import { describe, expect, it } from "vitest";
import { followSources, type SortedInputs, type SortingOptions, sortInputs } from "./add-sources.ts";
import type { FetchResult } from "./fetch/fetch.ts";
import { openMemoryState } from "./schedule/memory-state.ts";
import { TIMING } from "./schedule/timing.ts";

const NOW = Date.UTC(2031, 4, 14);
const RSS = '<rss version="2.0"><channel><title>Harbour Post</title><item><guid>1</guid></item></channel></rss>';
const OPML = `<?xml version="1.0"?><opml version="2.0"><body><outline text="Quay" xmlUrl="https://quay.example/feed" htmlUrl="https://quay.example/"/></body></opml>`;
const PAGE =
	'<!doctype html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head><p>The ferry stays.';
const INDEX =
	"<sitemapindex><sitemap><loc>https://post.example/archive.xml</loc></sitemap><sitemap><loc>https://post.example/news.xml</loc></sitemap></sitemapindex>";

const WEB: Readonly<{ [address: string]: string }> = {
	"https://post.example/": PAGE,
	"https://post.example/en/": PAGE,
	"https://post.example/index.html": PAGE,
	"https://post.example/feed": RSS,
	"https://post.example/sitemap.xml": INDEX,
	"https://post.example/list": OPML,
	"https://post.example/2031/ferry": PAGE,
	"https://post.example/broken": RSS.slice(0, 90),
	"https://bare.example/": "<!doctype html><p>Nothing here.",
};

function sort(inputs: readonly string[], options: Partial<SortingOptions> = {}): Promise<SortedInputs> {
	return sortInputs(
		inputs,
		{ feeds: false, follow: true, ...options },
		{
			now: () => NOW,
			fetch: async (address): Promise<FetchResult> => {
				const text = WEB[address];
				if (text === undefined) {
					const reason = `${address}: there is nothing at this address (404)`;
					return { kind: "refused", code: "fetch/not-found", reason, status: 404, retryAfter: null, movedTo: null };
				}
				return {
					kind: "body",
					address,
					at: "2031-05-14T00:00:00Z",
					bytes: new TextEncoder().encode(text),
					mediaType: "text/html",
					charset: "utf-8",
					movedTo: null,
					fresh: null,
					validators: { etag: null, lastModified: null },
				};
			},
			readPage: async ({ sha256 }) => ({ mark: sha256, title: "Ferry" }),
			list: async (input) => ({
				kind: input.includes(".") ? "file" : "folder",
				files: [],
			}),
			read: async (path) => new TextEncoder().encode(path.startsWith("feeds") ? OPML : "<p>no list"),
			resolve: (path) => `/home/ada/${path.replace(/\/$/, "")}`,
			machine: "desk",
		},
	);
}

const urls = ({ sources }: SortedInputs): string[] => sources.map(({ source }) => source.url);

describe("what is added", () => {
	it("is followed where it is a feed, a sitemap, a list of feeds, or a home page that offers them", async () => {
		expect(urls(await sort(["https://post.example/feed"]))).toEqual(["https://post.example/feed"]);
		expect(urls(await sort(["https://post.example/sitemap.xml"]))).toEqual(["https://post.example/news.xml"]);
		expect(urls(await sort(["https://post.example/list", "feeds.opml"]))).toEqual(
			Array(2).fill("https://quay.example/feed"),
		);
		for (const home of ["", "en/", "index.html"]) {
			const sorted = await sort([`https://post.example/${home}`]);
			expect([urls(sorted), sorted.reports, sorted.problems]).toEqual([["https://post.example/feed"], [], []]);
		}
		const { sources } = await sort(["feeds.opml"]);
		expect(sources[0]?.source).toMatchObject({ title: "Quay", home: "https://quay.example/", kind: "feed", due: NOW });
	});

	it("is kept and looked at again where it is another page or a folder", async () => {
		const page = "https://post.example/2031/ferry";
		const sorted = await sort([page, "reports/", "a.txt", "-"]);
		expect(sorted.reports).toEqual([page, "reports/", "a.txt", "-"]);
		expect(sorted.fetched.get(page)).toMatchObject({ url: page });
		expect(sorted.sources).toMatchObject([
			{
				source: { kind: "page", url: page, title: "Ferry", due: NOW + TIMING.first },
				known: [{ entry: { id: page } }],
			},
			{ source: { kind: "folder", url: "file://desk/home/ada/reports", given: "reports" }, known: [] },
		]);
		expect((await sort([page, "reports/"], { follow: false })).sources).toEqual([]);
		expect(urls(await sort([page], { feeds: true }))).toEqual(["https://post.example/feed"]);
	});

	it("is named with the reason where it is neither", async () => {
		const given = ["https://post.example/broken", "https://bare.example/", "notes.xml"];
		const sorted = await sort([...given, "https://post.example/none"]);
		expect(sorted.problems.map(({ place, code }) => [place, code])).toEqual([
			[given[0], "feed/damaged"],
			[given[1], "follow/no-feed"],
			[given[2], "feed/no-opml"],
		]);
		// What cannot be fetched is named with the other inputs that cannot be read.
		expect(sorted.fetched.get("https://post.example/none")).toMatchObject({ problem: { code: "fetch/not-found" } });
	});

	it("is followed once, and again where it was paused", async () => {
		const state = openMemoryState(() => {});
		const { sources } = await sort(["feeds.opml", "https://post.example/feed", "https://post.example/"]);
		const first = await followSources(state, sources, NOW);
		expect(first.map(({ url, isNew }) => [url, isNew])).toEqual([
			["https://quay.example/feed", true],
			["https://post.example/feed", true],
		]);
		await state.change(first[0]?.id ?? "", (source) => ({ ...source, status: "paused" }));
		expect((await followSources(state, sources, NOW)).map(({ isNew }) => isNew)).toEqual([true, false]);
		expect((await state.sources()).map(({ status }) => status)).toEqual(["active", "active"]);
	});
});
