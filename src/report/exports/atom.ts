import type { CollationRecord } from "../../model/record.ts";
import { showText } from "../terminal/safe-text.ts";
import { countOf } from "../view/count-words.ts";
import { indexRecord } from "../view/record-index.ts";
import { urnOf } from "./identifiers.ts";
import { latestOf, listEntries, type StoryEntry, writeEntryHtml } from "./story-entries.ts";
import { element, writeXml, type XmlElement } from "./xml.ts";

/** What stands where nothing is dated: RFC 4287 wants a moment, and the clock's would differ from run to run. */
export const NO_MOMENT = "1970-01-01T00:00:00Z";

/**
 * The stories as an Atom feed (RFC 4287), an entry a story. An entry is updated when the last of its reports was
 * published or changed; a day is taken from its start, and a time without a zone as UTC.
 */
export function writeAtom(record: CollationRecord): string {
	const entries = listEntries(indexRecord(record));
	return writeXml(
		element(
			"feed",
			{ xmlns: "http://www.w3.org/2005/Atom", "xml:lang": "en" },
			element("id", {}, urnOf("stories", record.articles.map(({ id }) => id).join(" "))),
			element("title", {}, titleOfFeed(record)),
			element("updated", {}, latestOf(entries.map(({ updated }) => updated)) ?? NO_MOMENT),
			element("author", {}, element("name", {}, "Stemma")),
			element("generator", { version: showText(record.generator.version) }, "Stemma"),
			...entries.map(writeEntry),
		),
	);
}

/** What a feed of the record is called. */
export function titleOfFeed(record: CollationRecord): string {
	const reports = record.articles.filter(({ role }) => role === "report").length;
	return `${countOf(record.stories.length, "story", "stories")} in ${countOf(reports, "report")}`;
}

function writeEntry(entry: StoryEntry): XmlElement {
	const { id, title, published, updated, summary, reports } = entry;
	return element(
		"entry",
		{},
		element("id", {}, id),
		element("title", {}, showText(title)),
		element("updated", {}, updated ?? NO_MOMENT),
		published === null ? null : element("published", {}, published),
		element("summary", {}, showText(summary)),
		element("content", { type: "html" }, writeEntryHtml(entry, showText)),
		...reports.flatMap(({ url, name }) =>
			url === null ? [] : element("link", { rel: "related", href: url, title: showText(name) }),
		),
	);
}
