import type { Article } from "../model/article.ts";
import type { Capture } from "../model/capture.ts";
import type { Problem } from "../model/problem.ts";
import { decode } from "../read/charset.ts";
import { makeId, sha256Hex } from "../text/hash.ts";
import { findLines } from "../text/paragraphs.ts";
import { unknownDate } from "./unknown-date.ts";

/** What came of a capture: the article, or null with the problems that say why there is none. */
export interface ArticleReading {
	readonly article: Article | null;
	readonly problems: readonly Problem[];
}

/** Builds the article that a capture holds. Pages are parsed here and now: see system/ for a deadline. */
export function readArticle(capture: Capture): ArticleReading {
	const { text, problems } = decode(capture.bytes, capture.charset, capture.mediaType);
	const lines = findLines(text, [{ start: 0, end: text.length }]);
	if (lines.length === 0) return { article: null, problems };
	const { bytes, charset, stated, ...origin } = capture;
	const sourceId = capture.url ?? capture.place;
	const article: Article = {
		id: makeId(sourceId, sha256Hex(new TextEncoder().encode(text))),
		sourceId,
		role: stated.role,
		capture: origin,
		text,
		body: lines,
		blocks: lines.map((line) => ({ ...line, kind: "paragraph", path: null })),
		links: [],
		dropped: [],
		repeats: [],
		headline: null,
		byline: null,
		outlet: null,
		dateline: null,
		published: unknownDate("the text states no date of publication"),
		language: null,
		sourceLines: [],
		problems,
	};
	return { article, problems };
}
