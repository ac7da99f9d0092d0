/** One item of a feed or a sitemap: a report, as its source announces it. */
export interface FeedEntry {
	/** The same for the same item whenever the source is read: its own id, else its address, else a hash of what it says. */
	readonly id: string;
	/** Where the report stands; null when the item says no address that can be fetched. */
	readonly url: string | null;
	readonly title: string | null;
	/** As written. */
	readonly published: string | null;
	/** As written. */
	readonly updated: string | null;
	/** What the item itself carries of the text: HTML, or text where the source says so; null when it carries none. */
	readonly content: EntryContent | null;
	readonly authors: readonly string[];
}

export interface EntryContent {
	readonly text: string;
	readonly type: "html" | "text";
	/** Whether the source calls it the whole text and not a summary. */
	readonly whole: boolean;
}

/** A feed or a sitemap of reports. */
export interface FeedReading {
	readonly kind: "feed";
	readonly format: "rss" | "atom" | "rdf" | "json" | "sitemap";
	readonly title: string | null;
	/** The page that the feed belongs to. */
	readonly home: string | null;
	readonly language: string | null;
	/** Milliseconds between two visits that the feed asks for; null when it asks for none. */
	readonly every: number | null;
	/** In the order of the feed, each id once. */
	readonly entries: readonly FeedEntry[];
	/** Whether there were more entries than are taken. */
	readonly cut: boolean;
}

/** A sitemap of sitemaps. */
export interface SitemapIndex {
	readonly kind: "index";
	/** In the order of the index, each address once. */
	readonly sitemaps: readonly { readonly url: string; readonly updated: string | null }[];
}

/** What is neither, and why. */
export interface NoFeed {
	readonly kind: "refused";
	/** `feed/…` */
	readonly code: string;
	readonly reason: string;
}

export type SourceReading = FeedReading | SitemapIndex | NoFeed;

/** Entries that are taken of one feed, and sitemaps of one index: a news sitemap may hold 1,000 (sitemaps.org). */
export const MOST_ENTRIES = 1000;

/** An address that a source gives, absolute, or null when nothing can be fetched there. */
export function resolveUrl(written: string | null | undefined, base: string | null): string | null {
	const trimmed = written?.trim() ?? "";
	if (trimmed === "" || trimmed.length > 8000) return null;
	const against = base !== null && URL.canParse(base) ? base : undefined;
	if (!URL.canParse(trimmed, against)) return null;
	const url = new URL(trimmed, against);
	return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
}

/** Trimmed and well-formed, and null when nothing is left. */
export function tidy(text: string | null | undefined): string | null {
	const trimmed = text?.trim().toWellFormed() ?? "";
	return trimmed === "" ? null : trimmed;
}
