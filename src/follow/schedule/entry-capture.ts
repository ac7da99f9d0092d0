import type { Capture } from "../../model/capture.ts";
import { makeId, sha256Hex } from "../../text/hash.ts";
import type { FeedEntry } from "../feeds/source-reading.ts";
import type { FollowedSource, FoundEntry } from "./state.ts";
import { MOST_CHANGES } from "./timing.ts";

/**
 * Characters of text from which a feed's own is taken for the whole report. Summaries have 100 to 500; a shorter report
 * costs one look at its page.
 */
const WHOLE = 1200;

/** An entry, with what is to be done where it is new: its own text kept, or its page fetched. */
export function toFound(entry: FeedEntry, source: FollowedSource, now: number): FoundEntry {
	const { content, title, updated } = entry;
	const mark = makeId(title ?? "", updated ?? "", content?.text ?? "");
	const whole = content?.whole && lengthOfText(content.text, content.type) >= WHOLE;
	const { url } = entry;
	const most = MOST_CHANGES;
	if (content && (whole || url === null))
		return { entry, mark, most, page: null, capture: toCapture(entry, source.url, source.title, now) };
	if (url === null) return { entry, mark, most, page: null, capture: null };
	return {
		entry,
		mark,
		most,
		page: {
			source: source.id,
			feed: source.url,
			outlet: source.title,
			entry,
			mark,
			url,
			hops: 0,
			due: now,
			failures: 0,
		},
		capture: null,
	};
}

function lengthOfText(text: string, type: "html" | "text"): number {
	return type === "text" ? text.length : text.replace(/<[^<>]*>/g, "").length;
}

/** What an entry carries, as a capture; its place is the feed and the entry's id. Null when it carries nothing. */
export function toCapture(entry: FeedEntry, feed: string, outlet: string | null, now: number): Capture | null {
	if (entry.content === null) return null;
	const bytes = new TextEncoder().encode(entry.content.text);
	return {
		place: `${feed}#${entry.id}`,
		url: entry.url,
		mediaType: entry.content.type === "html" ? "text/html" : "text/plain",
		sha256: sha256Hex(bytes),
		at: isoSecond(now),
		bytes,
		charset: "utf-8",
		stated: { outlet, published: entry.published, title: entry.title, role: "report" },
	};
}

/** A moment in ISO 8601, UTC, to the second. */
function isoSecond(milliseconds: number): string {
	return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
