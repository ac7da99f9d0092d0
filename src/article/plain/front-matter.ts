import type { MetadataField } from "../../model/article.ts";
import type { Span } from "../../model/span.ts";
import type { SourceValue } from "../metadata/source-value.ts";

/**
 * The block of fields that opens a Markdown file.
 *
 * Catches: "---", "title: Ferry sinks", "date: 2031-05-14", "---" at the head of the file.
 * Leaves: the same lines in the middle of a text, and a rule of three dashes alone.
 *
 * Only what saved reports use is read: `key: value`, quoted or not, a list in brackets and a list of
 * lines with dashes. Anything else YAML allows is left unread, and dropped with the rest.
 */
export const FRONT_MATTER_RULE = "article/front-matter";

const FIELDS: ReadonlyMap<string, MetadataField> = new Map(
	Object.entries({
		title: "title",
		headline: "title",
		author: "author",
		authors: "author",
		byline: "author",
		by: "author",
		creator: "author",
		outlet: "outlet",
		publisher: "outlet",
		publication: "outlet",
		site: "outlet",
		site_name: "outlet",
		website: "outlet",
		date: "published",
		published: "published",
		published_at: "published",
		date_published: "published",
		datepublished: "published",
		pubdate: "published",
		modified: "modified",
		updated: "modified",
		updated_at: "modified",
		lastmod: "modified",
		lang: "language",
		language: "language",
		url: "canonical",
		link: "canonical",
		canonical: "canonical",
		canonical_url: "canonical",
		permalink: "canonical",
		source_url: "canonical",
		section: "section",
		category: "section",
	}),
);

/** Lines and UTF-16 units in which the block must close. */
const MOST_LINES = 80;
const LONGEST = 16_000;

export interface FrontMatter extends Span {
	readonly values: readonly SourceValue[];
}

/** The front matter at the head of a text, or null. */
export function readFrontMatter(text: string): FrontMatter | null {
	const open = /^\s*---[ \t]*\r?\n/.exec(text.slice(0, 200));
	if (!open) return null;
	const head = text.slice(0, LONGEST);
	const start = open[0].indexOf("---");
	const values: SourceValue[] = [];
	let at = open[0].length;
	let key: string | null = null;
	for (let i = 0; i < MOST_LINES; i++) {
		const next = head.indexOf("\n", at);
		const end = next < 0 ? head.length : next;
		const line = head.slice(at, end).replace(/\r$/, "");
		if (/^(?:---|\.\.\.)[ \t]*$/.test(line)) {
			return values.length === 0 && key === null ? null : { start, end: at + line.trimEnd().length, values };
		}
		if (next < 0) return null;
		const field = /^([A-Za-z][\w -]{0,30}):(?:\s+(.*))?$/.exec(line);
		const item = /^\s*-\s+(.*)$/.exec(line);
		if (field) {
			key = (field[1] ?? "").toLowerCase().replace(/[ -]/g, "_");
			for (const value of listOf(field[2] ?? "")) add(values, key, value);
		} else if (item && key !== null) add(values, key, unquote(item[1] ?? ""));
		else if (!/^\s*(?:#.*)?$/.test(line) && !/^\s/.test(line)) return null;
		at = next + 1;
	}
	return null;
}

function add(values: SourceValue[], key: string, text: string): void {
	const address = /^https?:\/\//i.test(text);
	const field = key === "source" ? (address ? "canonical" : "outlet") : FIELDS.get(key);
	if (field === undefined || text === "") return;
	values.push({ field, text, span: null, from: "front-matter" });
}

function listOf(written: string): string[] {
	const list = /^\[(.*)\]\s*$/.exec(written.trim())?.[1];
	return (list === undefined ? [written] : list.split(",")).map(unquote).filter((value) => value !== "");
}

function unquote(written: string): string {
	const bare = written.trim();
	const quoted = /^"(.*)"$/.exec(bare)?.[1] ?? /^'(.*)'$/.exec(bare)?.[1];
	return (quoted ?? bare.replace(/\s+#.*$/, "")).trim();
}
