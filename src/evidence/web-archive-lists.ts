import { compareText } from "../text/compare.ts";
import { sha256Hex } from "../text/hash.ts";
import type { Resource, Written } from "./warc-writer.ts";

/**
 * The index of a WARC file as CDXJ (Webrecorder's Crawl Index JSON 0.1.0): a line a record, sorted by code unit, which
 * for these lines is their order by byte.
 */
export function writeIndex(filename: string, resources: readonly Resource[], written: readonly Written[]): string {
	const lines = resources.map(({ uri, date, contentType, bytes }, at) => {
		const fields = {
			url: uri,
			mime: contentType.split(";")[0],
			status: 200,
			digest: `sha256:${sha256Hex(bytes)}`,
			length: written[at]?.length ?? 0,
			offset: written[at]?.offset ?? 0,
			filename,
		};
		return `${searchable(uri)} ${date.replace(/\D/g, "").slice(0, 14)} ${escapeToAscii(JSON.stringify(fields))}\n`;
	});
	return lines.sort(compareText).join("");
}

/** An address in the form that indexes are sorted by: the host's parts turned round, then the rest, in lower case. */
function searchable(uri: string): string {
	if (!/^https?:/i.test(uri)) return uri.toLowerCase();
	const { hostname, port, pathname, search } = new URL(uri);
	const host = hostname.split(".").reverse().join(",");
	return `${host}${port === "" ? "" : `:${port}`})${pathname}${search}`.toLowerCase();
}

/** A page for the list of pages: an address, when it was captured, and what it is called. */
export interface ListedPage {
	readonly id: string;
	readonly url: string;
	readonly ts: string;
	readonly title: string;
	readonly size: number;
}

/** The list of pages as WACZ has it: a JSON object a line, the first about the list. */
export function writePages(pages: readonly ListedPage[]): string {
	const head = { format: "json-pages-1.0", id: "pages", title: "Captures" };
	return [head, ...pages].map((line) => `${JSON.stringify(line)}\n`).join("");
}

/** JSON in ASCII, so that the order of lines is that of their bytes. */
function escapeToAscii(json: string): string {
	return json.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
