import type { Problem } from "../model/problem.ts";
import type { FileFormat } from "./formats.ts";

/** What an address gave, with what was said of it. */
export interface FetchedBytes {
	readonly bytes: Uint8Array;
	/** The address that gave them, after redirects. */
	readonly url: string;
	/** When (ISO 8601). */
	readonly at: string;
	/** Stated by the server, in lower case; null when it states none. */
	readonly mediaType: string | null;
	readonly charset: string | null;
}

/** What came of an address, or why there is nothing. */
export type FetchedInput = FetchedBytes | { readonly bytes: null; readonly problem: Pick<Problem, "code" | "reason"> };

/** Whether an input is meant as an address, of whatever scheme: a drive's single letter is none. */
export function isAddress(input: string): boolean {
	return /^[a-z][a-z\d+.-]+:\/\//i.test(input);
}

/**
 * The format that a server's media type states, or null where it states none that can be relied on: servers send pages
 * as `text/plain`, and what they do not know as `application/octet-stream`.
 */
export function formatOfType(mediaType: string | null): FileFormat | null {
	switch (mediaType) {
		case "text/html":
		case "application/xhtml+xml":
			return "page";
		case "text/markdown":
			return "markdown";
		case "application/x-ndjson":
		case "application/jsonl":
			return "lines";
		default:
			return null;
	}
}

/** UTF-16 units at the start that are looked at to tell a feed. */
const SNIFFED = 4096;

/** What a list of reports calls itself that is no report: a feed or a sitemap; null for anything else. */
export function sniffFeed(text: string): string | null {
	const head = text.slice(0, SNIFFED).replace(/<!--[\s\S]*?(?:-->|$)/g, "");
	const root = /^\s*(?:<\?[^>]*>\s*)*(?:<!DOCTYPE[^>]*>\s*)?<(?:rdf:)?(rss|feed|RDF|urlset|sitemapindex)[\s>]/i.exec(
		head,
	);
	const name = root?.[1]?.toLowerCase();
	if (name !== undefined) return name === "urlset" || name === "sitemapindex" ? "a sitemap" : "a feed";
	return /^\s*\{\s*"version"\s*:\s*"https:\\?\/\\?\/jsonfeed\.org\\?\//.test(head) ? "a feed" : null;
}
