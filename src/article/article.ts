import type { Article, Block, PageSpan, Stated } from "../model/article.ts";
import type { Capture } from "../model/capture.ts";
import type { StatedDate } from "../model/date.ts";
import type { Problem } from "../model/problem.ts";
import type { Span } from "../model/span.ts";
import { decode } from "../read/charset.ts";
import { compareSpans } from "../text/compare.ts";
import { makeId, sha256Hex } from "../text/hash.ts";
import type { Draft, DraftDate } from "./draft.ts";
import { splitWires } from "./metadata/agencies.ts";
import { detectLanguage, markLanguages } from "./metadata/language.ts";
import { hostOf, normaliseAddress } from "./metadata/source-id.ts";
import { findMojibake } from "./mojibake.ts";
import { draftPage } from "./page/page.ts";
import { draftPlainText } from "./plain/plain-text.ts";
import { joinNeighbours } from "./repeated-body.ts";

/** What came of a capture: the article, or null with the problems that say why there is none. */
export interface ArticleReading {
	readonly article: Article | null;
	readonly problems: readonly Problem[];
}

/**
 * Builds the article that a capture holds: decoded, its headline, byline, dateline and dates found,
 * and what is no part of the report dropped with a reason. Pure and synchronous; a page is parsed
 * here and now, which hostile pages can draw out: system/guarded-article.ts sets a deadline. PDF and
 * DOCX documents need time of their own: document/document.ts reads those.
 */
export function readArticle(capture: Capture): ArticleReading {
	const decoded = decode(capture.bytes, capture.charset, capture.mediaType);
	const { text } = decoded;
	if (decoded.problems.some((problem) => problem.code === "read/binary"))
		return { article: null, problems: decoded.problems };
	if (text.trim() === "") {
		const empty: Problem = { code: "article/empty", span: null, reason: "this input is empty: it holds no text" };
		return { article: null, problems: [...decoded.problems, empty] };
	}
	const draft =
		capture.mediaType === "text/html"
			? draftPage(text, capture.stated)
			: draftPlainText(text, capture.stated, capture.mediaType === "text/markdown");
	if ("code" in draft) return { article: null, problems: [...decoded.problems, draft] };
	// A page's text is not the decoded bytes: a place in those would point nowhere.
	const reading =
		capture.mediaType === "text/html"
			? decoded.problems.map((problem) => ({ ...problem, span: null }))
			: decoded.problems;
	const article = toArticle(capture, draft, reading);
	return { article, problems: article.problems };
}

/** The article that a draft comes to. `decoding` is what went wrong before there was a draft. */
export function toArticle(
	capture: Capture,
	draft: Draft,
	decoding: readonly Problem[],
	pages: readonly PageSpan[] = [],
): Article {
	const { text } = draft;
	const stated = capture.url === null ? null : normaliseAddress(capture.url);
	const canonical = draft.canonical === null ? null : normaliseAddress(draft.canonical, stated);
	const sourceId = canonical ?? stated ?? capture.place;
	const language = detectLanguage(text, draft.body, draft.statedLanguage);
	const id = makeId(sourceId, sha256Hex(new TextEncoder().encode(text)));
	return {
		id,
		sourceId,
		role: capture.stated.role,
		capture: {
			place: capture.place,
			url: capture.url,
			mediaType: capture.mediaType,
			sha256: capture.sha256,
			at: capture.at,
		},
		text,
		body: joinNeighbours(text, draft.body),
		blocks: sortBlocks(draft),
		pages,
		links: draft.links,
		dropped: draft.dropped,
		repeats: draft.repeats,
		headline: draft.headline,
		byline: draft.byline,
		outlet: draft.outlet && { ...draft.outlet, site: siteOf(canonical ?? stated) },
		dateline: draft.dateline,
		agencies: gatherAgencies(draft),
		published: place(draft.published, id),
		modified: place(draft.modified, id),
		section: draft.section,
		metadata: markLanguages(draft.metadata, language),
		truncated: draft.truncated,
		posts: draft.posts.map(({ start, end, published }) => ({ start, end, published: place(published, id) })),
		language,
		sourceLines: draft.sourceLines,
		problems: [...decoding, ...findMojibake(text), ...draft.problems],
	};
}

function sortBlocks(draft: Draft): Block[] {
	return [...(draft.headlineBlock ? [draft.headlineBlock] : []), ...draft.body].sort(compareSpans);
}

function place({ span, ...date }: DraftDate, article: string): StatedDate {
	const evidence = span === null ? [] : [{ article, start: span.start, end: span.end }];
	return { ...date, evidence };
}

/** The host that identifies an outlet, without `www.`. */
function siteOf(address: string | null): string | null {
	return address === null ? null : hostOf(address);
}

/** What the byline, the dateline and tags in the text credit, each name and place once. */
function gatherAgencies({ byline, dateline, agencyTags }: Draft): Stated[] {
	const all: Stated[] = [
		...(byline?.agencies ?? []).map((name) => partOf(byline, name, "byline")),
		...splitWires(dateline?.agency ?? "").map((name) => partOf(dateline, name, "dateline")),
	];
	for (const tag of agencyTags) {
		if (!all.some(({ text, span }) => text === tag.text && span?.start === tag.span?.start)) all.push(tag);
	}
	return all.sort((a, b) => (a.span?.start ?? -1) - (b.span?.start ?? -1));
}

/** A name inside a byline or a dateline with its own place: as a whole word, and the last one, since agencies stand last. */
function partOf(whole: Stated | null, name: string, from: string): Stated {
	const written = whole?.span ? whole.text : "";
	for (let at = written.lastIndexOf(name); at >= 0; at = at === 0 ? -1 : written.lastIndexOf(name, at - 1)) {
		const isWord =
			!/[\p{L}\p{N}]$/u.test(written.slice(0, at)) && !/^[\p{L}\p{N}]/u.test(written.slice(at + name.length));
		const start = (whole?.span?.start ?? 0) + at;
		if (isWord || /^[\p{Script=Han}\p{Script=Hangul}]/u.test(name))
			return { text: name, span: { start, end: start + name.length }, from };
	}
	return { text: name, span: null, from };
}

/** The whole of a span list's text, for tests and scorers: body parts joined by blank lines. */
export function bodyText(article: { readonly text: string; readonly body: readonly Span[] }): string {
	return article.body.map(({ start, end }) => article.text.slice(start, end)).join("\n\n");
}
