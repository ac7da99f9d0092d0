import type { CollationRecord } from "../../model/record.ts";
import { showText } from "../terminal/safe-text.ts";
import { indexRecord } from "../view/record-index.ts";
import { titleOfFeed } from "./atom.ts";
import { listEntries, type StoryEntry, writeEntryHtml } from "./story-entries.ts";
import { writeWellFormedJson } from "./well-formed-json.ts";

/** The stories as a JSON Feed (version 1.1), an item a story, as the Atom feed has them. `_stemma` has the record's ids. */
export function writeJsonFeed(record: CollationRecord): string {
	return writeWellFormedJson({
		version: "https://jsonfeed.org/version/1.1",
		title: titleOfFeed(record),
		authors: [{ name: "Stemma" }],
		language: "en",
		items: listEntries(indexRecord(record)).map(writeItem),
	});
}

function writeItem(entry: StoryEntry): object {
	const { id, story, title, published, updated, summary, reports } = entry;
	return {
		id,
		external_url: reports.flatMap(({ url }) => url ?? [])[0],
		title: showText(title),
		content_html: writeEntryHtml(entry, showText),
		summary: showText(summary),
		date_published: published,
		date_modified: updated,
		_stemma: { story: story.id, articles: story.articles, lines: story.lines.length },
	};
}
