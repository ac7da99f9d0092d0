import { decode } from "../read/charset.ts";
import { findOfferedFeeds } from "./feeds/discovery.ts";
import { readSource, SOURCE_LIMIT } from "./feeds/read-source.ts";
import type { FeedReading, SitemapIndex } from "./feeds/source-reading.ts";
import type { FetchedBody, Wanted } from "./fetch/fetch.ts";
import type { Fetcher } from "./fetcher.ts";
import { parseRobots, ROBOTS_LIMIT } from "./robots.ts";

/** A feed or a sitemap to follow. */
export interface FoundSource {
	/** Where it is to be asked for. */
	readonly url: string;
	readonly title: string | null;
	/** The page it belongs to, where that is known. */
	readonly home: string | null;
	/** How it was found: at the address given, offered by a page there, or named by a list of sitemaps or robots.txt. */
	readonly from: "itself" | "page" | "sitemap-index" | "robots";
}

export interface SourcesFound {
	/** The best first; empty when there are none. */
	readonly sources: readonly FoundSource[];
	/** Why there are none, in a sentence a reader understands; null when there are. */
	readonly problem: { readonly code: string; readonly reason: string } | null;
}

/** What may be a feed or a page that offers one. */
const EITHER: Wanted = {
	accept: "application/atom+xml,application/rss+xml,application/feed+json,text/html;q=0.9,*/*;q=0.1",
	what: "a feed or a page",
	limitOf: (mediaType) => (mediaType !== null && /^(?:image|audio|video|font)\//.test(mediaType) ? null : SOURCE_LIMIT),
};

const ROBOTS: Wanted = { accept: "text/plain,*/*;q=0.1", what: "a robots.txt", limitOf: () => ROBOTS_LIMIT };

/** Sitemaps of an index that are taken where none says that it holds news; links of a page that are looked at. */
const MOST_SITEMAPS = 3;
const MOST_LINKS = 5;

/**
 * The feeds and sitemaps that an address stands for: itself, those that a page declares, links on it that turn out to
 * be feeds, and the news sitemaps that the host names. Never rejects for what an address does.
 */
export async function findSources(address: string, fetch: Fetcher): Promise<SourcesFound> {
	const result = await fetch(address, EITHER, null);
	if (result.kind === "refused") return nothing(result.code, result.reason);
	if (result.kind !== "body") throw new Error(`what was asked for plainly cannot be ${result.kind}`);
	const reading = await readSource(result.bytes, result.charset, result.address);
	if (reading.kind !== "refused") return sourcesOf(address, result, reading);
	if (reading.code !== "feed/none") return nothing(reading.code, `${address}: ${reading.reason}`);
	return findOfferedSources(address, result, fetch);
}

/** The sources that a feed, a sitemap or an index of sitemaps stands for. */
export function sourcesOf(address: string, body: FetchedBody, reading: FeedReading | SitemapIndex): SourcesFound {
	if (reading.kind === "feed") return found([itself(body.movedTo ?? address, reading)]);
	return found(chooseSitemaps(reading, "sitemap-index"));
}

/** The sources that a page offers, or its host. */
export async function findOfferedSources(address: string, page: FetchedBody, fetch: Fetcher): Promise<SourcesFound> {
	const offered = await findOnPage(page, fetch);
	if (offered.length > 0) return found(offered);
	const named = await findInRobots(page.address, fetch);
	if (named.length > 0) return found(named);
	return nothing("follow/no-feed", `${address} offers no feed and no news sitemap; give the address of one`);
}

function itself(url: string, { title, home }: FeedReading): FoundSource {
	return { url, title, home, from: "itself" };
}

/** The feeds that a page declares, comments left out; else links that lead to one. */
async function findOnPage(page: FetchedBody, fetch: Fetcher): Promise<FoundSource[]> {
	const { text } = decode(page.bytes, page.charset, "text/html");
	const offered = findOfferedFeeds(text, page.address).filter(({ comments }) => !comments);
	const declared = offered.filter((one) => one.declared);
	const home = page.address;
	if (declared.length > 0) return declared.map(({ url, title }) => ({ url, title, home, from: "page" }));
	const feeds: FoundSource[] = [];
	for (const { url, title } of offered.slice(0, MOST_LINKS)) {
		const result = await fetch(url, EITHER, null);
		if (result.kind !== "body") continue;
		const reading = await readSource(result.bytes, result.charset, result.address);
		if (reading.kind === "feed") {
			feeds.push({ url: result.movedTo ?? url, title: reading.title ?? title, home, from: "page" });
		}
	}
	return feeds;
}

/** The news sitemaps that the host's robots.txt names. */
async function findInRobots(address: string, fetch: Fetcher): Promise<FoundSource[]> {
	const url = new URL("/robots.txt", address).href;
	const result = await fetch(url, ROBOTS, null);
	if (result.kind !== "body") return [];
	const { text } = decode(result.bytes, result.charset, "text/plain");
	const sitemaps = parseRobots(text, url).sitemaps.map((one) => ({ url: one, updated: null }));
	return chooseSitemaps({ kind: "index", sitemaps: sitemaps.filter((one) => isNews(one.url)) }, "robots");
}

/** Of many sitemaps those of news, which hold the last two days; else those that changed last. */
function chooseSitemaps({ sitemaps }: SitemapIndex, from: FoundSource["from"]): FoundSource[] {
	const news = sitemaps.filter(({ url }) => isNews(url));
	const latest = [...sitemaps].sort((a, b) =>
		a.updated === b.updated ? 0 : (a.updated ?? "") < (b.updated ?? "") ? 1 : -1,
	);
	return (news.length > 0 ? news : latest.slice(0, MOST_SITEMAPS)).map(({ url }) => ({
		url,
		title: null,
		home: null,
		from,
	}));
}

function isNews(url: string): boolean {
	return /news/i.test(new URL(url).pathname);
}

function found(sources: readonly FoundSource[]): SourcesFound {
	return sources.length > 0 ? { sources, problem: null } : nothing("follow/no-feed", "the list of sitemaps is empty");
}

function nothing(code: string, reason: string): SourcesFound {
	return { sources: [], problem: { code, reason } };
}
