import type { Article, Block } from "../src/model/article.ts";
import type { StatedDate } from "../src/model/date.ts";
import { makeId } from "../src/text/hash.ts";
import { findLines } from "../src/text/paragraphs.ts";
import { mergeSpans } from "../src/text/spans.ts";

/**
 * An article whose body is the whole text, one paragraph block a non-empty line, with no headline,
 * byline, dateline, outlet or publication date: for tests of the stages that come after reading.
 *
 * `overrides` replaces fields of the result as they are. When it gives a headline, byline, dateline
 * or body of its own, it must give the `blocks` and `body` that go with them; the id stays the hash of
 * the source id and the text that the article ends up with, unless `id` is given.
 */
export function makeArticle(text: string, overrides: Partial<Article> = {}): Article {
	const blocks: readonly Block[] = findLines(text, [{ start: 0, end: text.length }]).map(({ start, end }) => ({
		start,
		end,
		kind: "paragraph",
		path: null,
	}));
	const sourceId = overrides.sourceId ?? "test.txt";
	return {
		id: makeId(sourceId, overrides.text ?? text),
		sourceId,
		role: "report",
		capture: { place: "test.txt", url: null, mediaType: "text/plain", sha256: "0".repeat(64), at: null },
		text,
		body: mergeSpans(blocks.map(({ start, end }) => ({ start, end }))),
		blocks,
		pages: [],
		links: [],
		dropped: [],
		repeats: [],
		headline: null,
		byline: null,
		outlet: null,
		dateline: null,
		agencies: [],
		published: unknownDate("the test states no date"),
		modified: unknownDate("the test states no date of a change"),
		section: null,
		metadata: [],
		truncated: null,
		posts: [],
		language: "en",
		sourceLines: [],
		problems: [],
		...overrides,
	};
}

/** A publication day known exactly, as metadata would state it: `publishedOn("2031-05-14")`. */
export function publishedOn(day: string): StatedDate {
	return {
		earliest: day,
		latest: day,
		precision: "day",
		zone: null,
		exact: day,
		reason: "the test states it",
		evidence: [],
	};
}

function unknownDate(reason: string): StatedDate {
	return { earliest: null, latest: null, precision: null, zone: null, exact: null, reason, evidence: [] };
}
