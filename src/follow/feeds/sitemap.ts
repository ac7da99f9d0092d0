import { Parser } from "htmlparser2";
import { entry, unite } from "./entries.ts";
import {
	type FeedEntry,
	MOST_ENTRIES,
	type NoFeed,
	resolveUrl,
	type SitemapIndex,
	type SourceReading,
	tidy,
} from "./source-reading.ts";

/** Elements within each other: a sitemap has four. */
const DEEPEST = 40;

/** UTF-16 units at the start that are looked at to tell a sitemap. */
const SNIFFED = 20_000;

const ROOT = /<(?:[\w.-]+:)?(urlset|sitemapindex)[\s>]/i;

/** What a sitemap, a news sitemap or an index of sitemaps lists; null when the text is none (sitemaps.org, Google News). */
export function readSitemap(text: string, address: string): SourceReading | null {
	const head = text.slice(0, SNIFFED);
	const root = ROOT.exec(head)?.[1]?.toLowerCase();
	// A feed may carry these words in its text: the first element decides.
	const first = /<(?:[\w.-]+:)?([a-z][\w.-]*)[\s>/]/i.exec(head)?.[1]?.toLowerCase();
	if (root === undefined || first !== root) return readLines(text, address);
	const items = readItems(text, root === "urlset" ? "url" : "sitemap");
	if (items === null) {
		return { kind: "refused", code: "feed/damaged", reason: `it is a sitemap of more than ${DEEPEST} levels` };
	}
	if (root === "sitemapindex") return toIndex(items, address);
	const entries = unite(items.flatMap((item) => toEntry(item, address)));
	return { ...EMPTY, entries: entries.slice(0, MOST_ENTRIES), cut: entries.length > MOST_ENTRIES };
}

const EMPTY = { kind: "feed", format: "sitemap", title: null, home: null, language: null, every: null } as const;

/** The texts of an item's elements by their local name; the first of each. */
type Item = ReadonlyMap<string, string>;

function toEntry(item: Item, address: string): FeedEntry[] {
	const url = resolveUrl(item.get("loc"), address);
	if (url === null) return [];
	return [
		entry(null, {
			url,
			title: tidy(item.get("news:title")),
			published: tidy(item.get("news:publication_date")),
			updated: tidy(item.get("lastmod")),
			content: null,
			authors: [],
		}),
	];
}

function toIndex(items: readonly Item[], address: string): SitemapIndex | NoFeed {
	const byUrl = new Map<string, string | null>();
	for (const item of items) {
		const url = resolveUrl(item.get("loc"), address);
		if (url !== null && !byUrl.has(url)) byUrl.set(url, tidy(item.get("lastmod")));
	}
	const sitemaps = [...byUrl].map(([url, updated]) => ({ url, updated }));
	return { kind: "index", sitemaps: sitemaps.slice(0, MOST_ENTRIES) };
}

class TooDeep extends Error {}

/** The items of a sitemap as far as they go, also where it breaks off; null when elements nest too deep. */
function readItems(text: string, itemName: string): Item[] | null {
	const items: Item[] = [];
	let item: Map<string, string> | null = null;
	let field: string | null = null;
	let depth = 0;
	const parser = new Parser(
		{
			onopentag(qualified) {
				if (++depth > DEEPEST) throw new TooDeep();
				const name = qualified.toLowerCase();
				const local = name.slice(name.indexOf(":") + 1);
				if (local === itemName && item === null) item = new Map();
				// Pictures have titles and places of their own.
				else field = /^(?:image|video|xhtml|mobile):/.test(name) ? null : name.startsWith("news:") ? name : local;
				if (item !== null && field !== null && item.has(field)) field = null;
			},
			ontext(data) {
				if (item !== null && field !== null) item.set(field, (item.get(field) ?? "") + data);
			},
			onclosetag(qualified) {
				depth--;
				field = null;
				const name = qualified.toLowerCase();
				if (item === null || name.slice(name.indexOf(":") + 1) !== itemName) return;
				if (items.length <= MOST_ENTRIES) items.push(item);
				item = null;
			},
		},
		{ xmlMode: true },
	);
	try {
		parser.write(text);
		parser.end();
	} catch (error) {
		if (error instanceof TooDeep) return null;
		throw error;
	}
	return items;
}

/** A sitemap in plain text: one address a line and nothing else. */
function readLines(text: string, address: string): SourceReading | null {
	if (!/^\s*https?:\/\//i.test(text)) return null;
	const lines = text.split("\n", MOST_ENTRIES * 2).flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));
	if (!lines.every((line) => /^https?:\/\/\S+$/i.test(line))) return null;
	const items = lines.map((line): Item => new Map([["loc", line]]));
	const entries = unite(items.flatMap((item) => toEntry(item, address)));
	return { ...EMPTY, entries: entries.slice(0, MOST_ENTRIES), cut: entries.length > MOST_ENTRIES };
}
