import type { Block, Dropped, Headline } from "../../model/article.ts";
import type { StatedMetadata } from "../../model/capture.ts";
import type { Problem } from "../../model/problem.ts";
import type { Span } from "../../model/span.ts";
import { compareSpans } from "../../text/compare.ts";
import { firstEndingAfter, overlaps, subtractSpans, trimSpan } from "../../text/spans.ts";
import type { Draft, DraftPost } from "../draft.ts";
import { countWords, type Line, toLine } from "../lines/lines.ts";
import { findSourceLine } from "../lines/source-line.ts";
import { findAgencyTags } from "../metadata/agency-tag.ts";
import { statedOutlet } from "../metadata/stated.ts";
import { findRepeats, REPEATED_BODY_RULE, repeatReason } from "../repeated-body.ts";
import { chooseArticle } from "./choose.ts";
import { type PageClaims, readClaims } from "./claims.ts";
import { CONSENT_RULE } from "./consent.ts";
import { parsePage } from "./document.ts";
import { drop } from "./drop.ts";
import { type MainLine, readEnds } from "./ends.ts";
import { captionOf, findGallery } from "./gallery.ts";
import { guardPage } from "./guards.ts";
import { findLinks, layOut, MOST_OUTSIDE, toBlocks } from "./layout.ts";
import { linearise, type Piece } from "./linearise.ts";
import { findNoReport, NO_REPORT_RULE } from "./no-report.ts";
import { chooseMetadata, cutOut, readPublishedBeside } from "./page-metadata.ts";
import { findPosts, POST_STAMP_RULE } from "./posts.ts";
import { stampElements } from "./readable.ts";
import { isSigned } from "./regions/embedded-post.ts";
import { photoCaption } from "./regions/photo-caption.ts";
import { findRegions } from "./regions/regions.ts";
import { type PageMetadata, readMetadata } from "./stated-metadata.ts";
import { chooseTitle } from "./title.ts";
import { findTurns } from "./transcript.ts";
import { findTruncated } from "./truncated.ts";

/**
 * Builds the draft of a page: its metadata, and its visible text, of which the body is what
 * Readability takes for the article less captions, asides, promotions and lists of links. A page
 * that cannot be parsed in reasonable time, or that shows no text, gives a problem.
 */
export function draftPage(html: string, stated: StatedMetadata): Draft | Problem {
	const refused = guardPage(html);
	if (refused) return refused;
	const document = parsePage(html);
	const root = document?.documentElement;
	if (!document || !root) return noText();
	stampElements(document);
	const metadata = readMetadata(document);
	const claims = readClaims(document);
	const pieces = linearise(root);
	if (pieces.length === 0) return noText();
	const taken = chooseArticle(document, pieces);
	return assemble(pieces, taken, findGallery(pieces, taken, claims), metadata, claims, stated);
}

function noText(): Problem {
	return {
		code: "article/empty",
		span: null,
		reason: "this page shows no text; it may build its text with a script: give the text instead",
	};
}

function assemble(
	pieces: readonly Piece[],
	taken: readonly boolean[],
	gallery: ReadonlySet<Piece>,
	metadata: PageMetadata,
	claims: PageClaims,
	stated: StatedMetadata,
): Draft {
	const title = chooseTitle(pieces, metadata.titles, stated.title, metadata.outlet?.text ?? null);
	const { text, placed, cut } = layOut(
		pieces,
		pieces.map((piece, i) => (taken[i] ?? false) || gallery.has(piece)),
		title.piece,
		title.text === null ? null : `${title.lead}${title.text}`,
	);
	const lines = placed.map((piece) => toLine(text, piece, 1));
	const dropped: Dropped[] = [];
	const headlineSpan =
		title.text === null ? null : { start: title.lead.length, end: title.lead.length + title.text.length };
	if (title.lead !== "")
		drop(
			dropped,
			{ start: 0, end: title.lead.trimEnd().length },
			"article/kicker",
			"stands above the headline, as its label",
		);
	const blocks = placed.map(({ piece }) => piece);
	const regions = findRegions(
		blocks,
		placed.map((piece) => piece.taken),
		title.piece,
	);
	const early = regions.early.map((region, i) => {
		const piece = blocks[i];
		return region?.rule === photoCaption.rule && piece && gallery.has(piece) ? null : region;
	});
	const kept = placed.map(({ taken: own }, i) => own && early[i] === null);
	const published = readPublishedBeside(metadata, stated);
	const stream = findPosts(placed, kept, claims, published);
	const turns = findTurns(blocks, kept);
	const main: MainLine[] = [];
	for (const [i, piece] of placed.entries()) {
		const region = early[i];
		const line = lines[i];
		if (!line) continue;
		if (!piece.taken) drop(dropped, piece, "article/outside-main", "stands outside the page's main text");
		else if (region && findSourceLine(line, text) === null) drop(dropped, piece, region.rule, region.reason);
		else if (stream.stamps.has(i)) drop(dropped, piece, POST_STAMP_RULE, "says when a post was made");
		else if (gallery.has(piece.piece)) {
			const own = captionOf(piece.piece.text);
			const caption = { start: piece.start + own.start, end: piece.start + own.end };
			for (const rest of subtractSpans([piece], [caption]).map((span) => trimSpan(text, span)))
				if (rest.start < rest.end) drop(dropped, rest, photoCaption.rule, "numbers a picture or says whose it is");
			main.push({ line: toLine(text, trimSpan(text, caption), 1), late: null, bound: true, heading: false });
		} else
			main.push({
				line,
				late: regions.late[i] ?? null,
				bound: (turns[i] ?? false) || isSigned(piece.piece),
				heading: piece.piece.kind === "heading",
			});
	}
	const ends = readEnds(text, main, metadata, title.text, dropped);
	const outlet = statedOutlet(stated) ?? metadata.outlet;
	const chosen = chooseMetadata({
		text,
		placed,
		metadata,
		stated,
		title,
		headline: headlineSpan,
		named: ends.named,
		dateline: ends.dateline,
		outlet,
	});
	const bylineSpan = chosen.byline?.span ?? null;
	if (ends.named?.span && (bylineSpan === null || !overlaps(bylineSpan, ends.named.span)))
		drop(dropped, ends.named.span, "article/byline", "names who wrote, which another source says better");
	const report = ends.body.flatMap((line) =>
		bylineSpan === null || !overlaps(line, bylineSpan) ? [line] : withoutSpan(text, line, bylineSpan),
	);
	const repeats = findRepeats(text, report);
	for (const repeat of repeats) {
		for (const span of repeat.dropped) drop(dropped, span, REPEATED_BODY_RULE, repeatReason(repeat.kind));
	}
	const seconds = repeats.flatMap((repeat) => repeat.dropped);
	const shown = toBlocks(text, report, seconds, placed);
	const headline: Headline | null =
		title.text === null || headlineSpan === null
			? null
			: { text: title.text, span: headlineSpan, from: title.from, made: false };
	const problems: Problem[] = [];
	const cutOff = findTruncated({ text, placed, regions: early, body: shown, claims });
	const truncated = cutOff?.truncated ?? null;
	const noReport = cutOff ? null : readNoReport(text, shown, title.text, metadata);
	const body = noReport === null ? (cutOff?.kept ?? shown) : [];
	const remaining = new Set(body);
	for (const block of shown) {
		if (remaining.has(block)) continue;
		if (noReport !== null) drop(dropped, block, NO_REPORT_RULE, noReport);
		else if (truncated?.kind === "consent")
			drop(dropped, block, CONSENT_RULE, "stands in a dialog about consent, which is all that the page shows");
		else drop(dropped, block, "article/pointer", "says that the report goes on elsewhere");
	}
	if (noReport !== null) problems.push({ code: NO_REPORT_RULE, span: null, reason: noReport });
	if (truncated) problems.push({ code: "article/truncated", span: truncated.span, reason: truncated.reason });
	if (body.length === 0 && noReport === null && truncated === null)
		problems.push({ code: "article/no-body", span: null, reason: "nothing on this page reads as a report's text" });
	if (cut > 0) {
		const reason = `${cut} characters of the page outside the article were left out; the first ${MOST_OUTSIDE} are kept`;
		problems.push({ code: "article/text-cut", span: null, reason });
	}
	return {
		text,
		body,
		headlineBlock: headlineSpan ? { ...headlineSpan, kind: "heading", path: title.piece?.path ?? null } : null,
		dropped: cutOut(text, dropped, bylineSpan).sort(compareSpans),
		repeats,
		links: findLinks(placed, body, metadata.canonical),
		headline,
		byline: chosen.byline,
		outlet,
		dateline: ends.dateline,
		agencyTags: findAgencyTags(text, body, ends.sourceLines),
		published: chosen.published.precision ? chosen.published : (ends.dates[0] ?? chosen.published),
		modified: chosen.modified,
		section: chosen.section,
		metadata: chosen.metadata,
		truncated,
		posts: toPosts(stream.posts, body),
		sourceLines: ends.sourceLines,
		canonical: metadata.canonical,
		statedLanguage: metadata.language,
		problems,
	};
}

/** Why a page's words are no report but a server's; null when they may be a report. */
function readNoReport(
	text: string,
	blocks: readonly Block[],
	headline: string | null,
	metadata: PageMetadata,
): string | null {
	const texts = blocks.map(({ start, end }) => text.slice(start, Math.min(end, start + 2000)));
	const words = texts.reduce((sum, written) => sum + countWords(written), 0);
	return findNoReport([headline ?? "", ...metadata.titles.map((one) => one.text)], texts, words);
}

/** What is left of a line without a stretch of it. */
function withoutSpan(text: string, line: Line, span: Span): Line[] {
	return subtractSpans([line], [span])
		.map((rest) => trimSpan(text, rest))
		.filter(({ start, end }) => start < end)
		.map((rest) => toLine(text, rest, 1));
}

/** The posts that the body holds something of, from their first block to their last. */
function toPosts(posts: readonly DraftPost[], body: readonly Block[]): DraftPost[] {
	const found: DraftPost[] = [];
	for (const { start, end, published } of posts) {
		const from = firstEndingAfter(body, start);
		const first = body[from];
		if (!first || first.end > end) continue;
		let to = first.end;
		for (let i = from; (body[i]?.end ?? end + 1) <= end; i++) to = body[i]?.end ?? to;
		found.push({ start: first.start, end: to, published });
	}
	return found;
}
