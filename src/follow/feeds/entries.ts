import type { AnyFeed, AtomFeed, JsonFeed, RdfFeed, RssFeed } from "feedsmith";
import { makeId } from "../../text/hash.ts";
import { type EntryContent, type FeedEntry, type FeedReading, resolveUrl, tidy } from "./source-reading.ts";

/** What all entries of a feed share. */
interface Base {
	/** What addresses are relative to: the feed's own `xml:base`, else where it was found. */
	readonly base: string;
}

/** A parsed feed in the one shape that following works with. @param address where it was found */
export function toReading(parsed: AnyFeed, address: string): Omit<FeedReading, "cut"> {
	switch (parsed.format) {
		case "rss":
			return fromRss(parsed.feed, address);
		case "atom":
			return fromAtom(parsed.feed, address);
		case "rdf":
			return fromRdf(parsed.feed, address);
		case "json":
			return fromJson(parsed.feed, address);
	}
}

function fromRss(feed: RssFeed.Feed<string>, address: string): Omit<FeedReading, "cut"> {
	const base = resolveUrl(feed.xml?.base, address) ?? address;
	return {
		kind: "feed",
		format: "rss",
		title: tidy(feed.title),
		home: resolveUrl(feed.link ?? alternate(feed.atom?.links), base),
		language: tidy(feed.language ?? feed.dc?.languages?.[0]),
		every: longer(feed.ttl === undefined ? null : feed.ttl * MINUTE, periodOf(feed.sy)),
		entries: unite((feed.items ?? []).map((item) => rssEntry(item, { base }))),
	};
}

function rssEntry(item: RssFeed.Item<string>, { base }: Base): FeedEntry {
	const guid = tidy(item.guid?.value);
	// A guid is an address unless it says otherwise (RSS 2.0), and often where there is no link.
	const permalink = item.guid?.isPermaLink === false ? null : guid;
	const near = resolveUrl(item.xml?.base, base) ?? base;
	const url =
		resolveUrl(item.link, near) ??
		resolveUrl(alternate(item.atom?.links), near) ??
		(permalink !== null && /^https?:/i.test(permalink) ? resolveUrl(permalink, near) : null);
	const whole = item.content?.encoded;
	return entry(guid, {
		url,
		title: tidy(item.title ?? item.dc?.titles?.[0]),
		published: tidy(item.pubDate ?? item.dc?.dates?.[0] ?? item.atom?.published),
		updated: tidy(item.atom?.updated ?? item.dcterms?.modified?.[0]),
		content: contentOf(whole, "html", true) ?? contentOf(item.description, "html", false),
		authors: names([...(item.authors ?? []).map(({ name, email }) => name ?? email), ...(item.dc?.creators ?? [])]),
	});
}

function fromAtom(feed: AtomFeed.Feed<string>, address: string): Omit<FeedReading, "cut"> {
	const base = resolveUrl(feed.xml?.base, address) ?? address;
	const authors = names((feed.authors ?? []).map(({ name }) => name));
	return {
		kind: "feed",
		format: "atom",
		title: tidy(feed.title?.value),
		home: resolveUrl(alternate(feed.links), base),
		language: tidy(feed.xml?.lang),
		every: periodOf(feed.sy),
		entries: unite((feed.entries ?? []).map((one) => atomEntry(one, { base, authors }))),
	};
}

function atomEntry(
	one: AtomFeed.Entry<string>,
	{ base, authors }: Base & { readonly authors: readonly string[] },
): FeedEntry {
	const near = resolveUrl(one.xml?.base, base) ?? base;
	const { content, summary } = one;
	const own = names((one.authors ?? []).map(({ name }) => name));
	return entry(tidy(one.id), {
		url: resolveUrl(alternate(one.links) ?? content?.src, near),
		title: tidy(one.title?.value),
		published: tidy(one.published ?? one.dc?.dates?.[0]),
		updated: tidy(one.updated),
		content:
			contentOf(content?.value, typeOfText(content?.type), true) ??
			contentOf(summary?.value, typeOfText(summary?.type), false),
		authors: own.length > 0 ? own : authors,
	});
}

/** Atom's text is plain unless it says otherwise (RFC 4287, 3.1). */
function typeOfText(type: string | undefined): EntryContent["type"] {
	return type !== undefined && /html/i.test(type) ? "html" : "text";
}

function fromRdf(feed: RdfFeed.Feed<string>, address: string): Omit<FeedReading, "cut"> {
	const base = resolveUrl(feed.xml?.base, address) ?? address;
	return {
		kind: "feed",
		format: "rdf",
		title: tidy(feed.title),
		home: resolveUrl(feed.link, base),
		language: tidy(feed.dc?.languages?.[0]),
		every: periodOf(feed.sy),
		entries: unite(
			(feed.items ?? []).map((item) =>
				entry(tidy(item.rdf?.about), {
					url: resolveUrl(item.link ?? item.rdf?.about, resolveUrl(item.xml?.base, base) ?? base),
					title: tidy(item.title),
					published: tidy(item.dc?.dates?.[0]),
					updated: tidy(item.dcterms?.modified?.[0]),
					content: contentOf(item.content?.encoded, "html", true) ?? contentOf(item.description, "html", false),
					authors: names(item.dc?.creators ?? []),
				}),
			),
		),
	};
}

function fromJson(feed: JsonFeed.Feed<string>, address: string): Omit<FeedReading, "cut"> {
	const authors = names((feed.authors ?? []).map(({ name }) => name));
	return {
		kind: "feed",
		format: "json",
		title: tidy(feed.title),
		home: resolveUrl(feed.home_page_url, address),
		language: tidy(feed.language),
		every: null,
		entries: unite(
			(feed.items ?? []).map((item) => {
				const own = names((item.authors ?? []).map(({ name }) => name));
				return entry(tidy(item.id), {
					url: resolveUrl(item.url ?? item.external_url, address),
					title: tidy(item.title),
					published: tidy(item.date_published),
					updated: tidy(item.date_modified),
					content:
						contentOf(item.content_html, "html", true) ??
						contentOf(item.content_text, "text", true) ??
						contentOf(item.summary, "text", false),
					authors: own.length > 0 ? own : authors,
				});
			}),
		),
	};
}

/** The page among an entry's links: the alternate, and among several the one in HTML. */
function alternate(
	links: readonly { readonly href?: string; readonly rel?: string; readonly type?: string }[] | undefined,
): string | undefined {
	const pages = (links ?? []).filter(({ href, rel }) => href !== undefined && (rel ?? "alternate") === "alternate");
	return (pages.find(({ type }) => type === undefined || /html/i.test(type)) ?? pages[0])?.href;
}

function contentOf(text: string | undefined, type: EntryContent["type"], whole: boolean): EntryContent | null {
	const tidied = tidy(text);
	return tidied === null ? null : { text: tidied, type, whole };
}

function names(given: readonly (string | undefined)[]): string[] {
	return [...new Set(given.map(tidy).filter((name) => name !== null))];
}

/** An entry with an id, made where it has none of its own. */
export function entry(id: string | null, rest: Omit<FeedEntry, "id">): FeedEntry {
	const { url, title, published, content } = rest;
	return { id: id ?? url ?? makeId(title ?? "", published ?? "", content?.text ?? ""), ...rest };
}

/** Each id once: the first one stays. */
export function unite(entries: readonly FeedEntry[]): FeedEntry[] {
	const byId = new Map<string, FeedEntry>();
	for (const one of entries) if (!byId.has(one.id)) byId.set(one.id, one);
	return [...byId.values()];
}

const MINUTE = 60_000;
const PERIODS: Readonly<{ [period: string]: number }> = {
	hourly: 60 * MINUTE,
	daily: 1440 * MINUTE,
	weekly: 7 * 1440 * MINUTE,
	monthly: 30 * 1440 * MINUTE,
	yearly: 365 * 1440 * MINUTE,
};

/** What the syndication module asks for: so many visits in a period. */
function periodOf(
	sy: { readonly updatePeriod?: string; readonly updateFrequency?: number } | undefined,
): number | null {
	const period = PERIODS[sy?.updatePeriod?.trim().toLowerCase() ?? ""];
	if (period === undefined) return null;
	const frequency = sy?.updateFrequency ?? 1;
	return Number.isFinite(frequency) && frequency >= 1 ? Math.round(period / frequency) : period;
}

function longer(a: number | null, b: number | null): number | null {
	const known = [a, b].filter((one) => one !== null && Number.isFinite(one) && one > 0);
	return known.length === 0 ? null : Math.max(...known.map(Number));
}
