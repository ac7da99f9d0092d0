import type { Block, Byline, Dateline, Dropped, Headline, Link, SourceLine } from "../../model/article.ts";
import type { StatedMetadata } from "../../model/capture.ts";
import type { Problem } from "../../model/problem.ts";
import type { Span } from "../../model/span.ts";
import { compareSpans } from "../../text/compare.ts";
import { contains, overlaps, subtractSpans, trimSpan } from "../../text/spans.ts";
import { type Draft, type DraftDate, noDate } from "../draft.ts";
import { DATE_LINE_RULE, findDateLine, isStampLine } from "../lines/date-line.ts";
import { explainLine } from "../lines/line-rules.ts";
import { type Line, survey, toLine } from "../lines/lines.ts";
import { findSourceLine, SOURCE_LINE_RULE } from "../lines/source-line.ts";
import { findByline, toByline } from "../metadata/byline.ts";
import { findDateline } from "../metadata/dateline.ts";
import { twoReadings } from "../metadata/explicit-date.ts";
import { normaliseAddress } from "../metadata/source-id.ts";
import { readStatedDate, repeatReason, statedOutlet } from "../plain/plain-text.ts";
import { findRepeats, REPEATED_BODY_RULE } from "../repeated-body.ts";
import { parsePage } from "./document.ts";
import { guardPage } from "./guards.ts";
import { linearise, type Piece } from "./linearise.ts";
import { readableShares, stampElements } from "./readable.ts";
import { findRegions } from "./regions/regions.ts";
import { rescuePieces } from "./rescue.ts";
import { type PageMetadata, readMetadata } from "./stated-metadata.ts";
import { chooseTitle } from "./title.ts";

/** UTF-16 units of text outside the article that are kept: enough to check what was left out. */
const MOST_OUTSIDE = 200_000;

/** Share of a block's characters that Readability must take for the block to be the article's. */
const TAKEN = 0.5;

/** Blocks before the first paragraph and after the last in which a byline or a date is looked for. */
const NEAR = 6;

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
	const pieces = linearise(root);
	if (pieces.length === 0) return noText();
	const taken = readableShares(document, pieces).map((share) => share >= TAKEN);
	return assemble(pieces, rescuePieces(pieces, taken), metadata, stated);
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
	metadata: PageMetadata,
	stated: StatedMetadata,
): Draft {
	const title = chooseTitle(pieces, metadata.titles, stated.title);
	const { text, placed, cut } = layOut(pieces, taken, title.piece, title.text);
	const lines = placed.map((piece) => toLine(text, piece, 1));
	const dropped: Dropped[] = [];
	const headlineSpan = title.text === null ? null : { start: 0, end: title.text.length };
	const kept = placed.map((piece) => piece.taken);
	const regions = findRegions(
		placed.map(({ piece }) => piece),
		kept,
	);
	const inside: number[] = [];
	for (const [i, piece] of placed.entries()) {
		const region = regions[i];
		if (!kept[i]) drop(dropped, piece, "article/outside-main", "stands outside the page's main text");
		else if (region && !isSource(lines[i], text)) drop(dropped, piece, region.rule, region.reason);
		else inside.push(i);
	}
	const main = inside.map((i) => lines[i]).filter((line) => line !== undefined);
	const ends = readEnds(text, main, metadata, title.text, dropped);
	const repeats = findRepeats(text, ends.body);
	for (const repeat of repeats) {
		for (const span of repeat.dropped) drop(dropped, span, REPEATED_BODY_RULE, repeatReason(repeat.kind));
	}
	const seconds = repeats.flatMap((repeat) => repeat.dropped);
	const body = toBlocks(text, ends.body, seconds, placed);
	const headline: Headline | null =
		title.text === null || headlineSpan === null
			? null
			: { text: title.text, span: headlineSpan, from: title.from, made: false };
	const problems: Problem[] = [];
	if (body.length === 0)
		problems.push({ code: "article/no-body", span: null, reason: "nothing on this page reads as a report's text" });
	if (cut > 0) {
		const reason = `${cut} characters of the page outside the article were left out; the first ${MOST_OUTSIDE} are kept`;
		problems.push({ code: "article/text-cut", span: null, reason });
	}
	return {
		text,
		body,
		headlineBlock: headlineSpan ? { ...headlineSpan, kind: "heading", path: title.piece?.path ?? null } : null,
		dropped: dropped.sort(compareSpans),
		repeats,
		links: findLinks(placed, body, metadata.canonical),
		headline,
		byline: ends.byline,
		outlet: statedOutlet(stated) ?? metadata.outlet,
		dateline: ends.dateline,
		agencyTags: [],
		published: readPublished(metadata, stated, ends.dates),
		modified: noDate("the page states no date of a change"),
		section: null,
		metadata: [],
		truncated: null,
		posts: [],
		sourceLines: ends.sourceLines,
		canonical: metadata.canonical,
		statedLanguage: metadata.language,
		problems,
	};
}

function drop(into: Dropped[], { start, end }: Span, rule: string, reason: string): void {
	into.push({ start, end, rule, reason });
}

interface Placed extends Span {
	readonly piece: Piece;
	readonly taken: boolean;
}

function isSource(line: Line | undefined, text: string): boolean {
	return line !== undefined && findSourceLine(line, text) !== null;
}

/** Writes the headline, then the blocks in the page's order, parted by blank lines. */
function layOut(
	pieces: readonly Piece[],
	taken: readonly boolean[],
	headlinePiece: Piece | null,
	headline: string | null,
): { readonly text: string; readonly placed: Placed[]; readonly cut: number } {
	const parts: string[] = headline === null ? [] : [headline];
	let length = headline?.length ?? 0;
	let outside = 0;
	let cut = 0;
	const placed: Placed[] = [];
	for (const [i, piece] of pieces.entries()) {
		if (piece === headlinePiece) continue;
		const own = taken[i] ?? false;
		if (!own) {
			if (outside + piece.text.length > MOST_OUTSIDE) {
				cut += piece.text.length;
				continue;
			}
			outside += piece.text.length;
		}
		const start = length === 0 ? 0 : length + 2;
		parts.push(piece.text);
		length = start + piece.text.length;
		placed.push({ start, end: length, piece, taken: own });
	}
	return { text: parts.join("\n\n"), placed, cut };
}

interface Ends {
	readonly body: readonly Line[];
	readonly byline: Byline | null;
	readonly dateline: Dateline | null;
	readonly dates: readonly DraftDate[];
	readonly sourceLines: readonly SourceLine[];
}

/** Takes off what a page's main text has above and below the report, and boilerplate between. */
function readEnds(
	text: string,
	main: readonly Line[],
	metadata: PageMetadata,
	title: string | null,
	dropped: Dropped[],
): Ends {
	const { firstProse, lastProse } = survey(main);
	const sourceLines: SourceLine[] = [];
	const dates: DraftDate[] = [];
	let named: Byline | null = null;
	const body: Line[] = [];
	for (const [index, line] of main.entries()) {
		const source = findSourceLine(line, text);
		if (source) {
			sourceLines.push(source);
			drop(dropped, line, SOURCE_LINE_RULE, "says where the text was taken from");
			continue;
		}
		const found = explainLine(line, { lines: main, index, firstProse, lastProse });
		// Lists of headlines on a page are lists of links, which are known by that; others are results or recipes.
		if (found && found.rule !== "article/headline-list") {
			drop(dropped, line, found.rule, found.reason);
			continue;
		}
		const atEnd = index < Math.min(firstProse, NEAR) || (index > lastProse && index >= main.length - NEAR);
		if (atEnd || index < NEAR) {
			const date = findDateLine(line);
			if (date) {
				drop(
					dropped,
					line,
					DATE_LINE_RULE,
					date.changed ? "says when the text was changed" : "gives the date of publication",
				);
				if (!date.changed) dates.push(dateOf(text, date));
				continue;
			}
			if (isStampLine(line)) {
				drop(dropped, line, DATE_LINE_RULE, "says when the text was published or changed, in no one date");
				continue;
			}
		}
		if (atEnd) {
			const byline = findByline(line, text) ?? bylineOfKnown(line, text, metadata);
			if (byline) {
				if (named === null && index < firstProse) named = byline;
				else drop(dropped, line, "article/byline", "names the author again");
				continue;
			}
			if (title !== null && squash(line.text) === squash(title)) {
				drop(dropped, line, "article/headline-again", "the headline, given again");
				continue;
			}
		}
		if (index > lastProse && !line.ended && line.words <= 12 && lastProse >= 0 && isTrailing(main, index)) {
			drop(
				dropped,
				line,
				"article/trailing-line",
				"a short line below the report's last paragraph that ends no sentence",
			);
			continue;
		}
		body.push(line);
	}
	const opening = takeDateline(text, body);
	const stated = metadata.authors === null ? null : toByline(metadata.authors.names, metadata.authors.from);
	const byline = stated && named ? { ...stated, text: named.text, span: named.span } : (stated ?? named);
	return {
		body: opening.lines,
		byline: byline && creditAgency(byline, opening.dateline),
		dateline: opening.dateline,
		dates,
		sourceLines,
	};
}

/** A byline's "author" that the dateline names as the agency is the agency. */
function creditAgency(byline: Byline, dateline: Dateline | null): Byline {
	const agency = dateline?.agency ?? null;
	if (agency === null || !byline.authors.some((author) => squash(author) === squash(agency))) return byline;
	const authors = byline.authors.filter((author) => squash(author) !== squash(agency));
	return { ...byline, authors, agencies: [...byline.agencies, agency] };
}

/** Whether no prose and no list item follows. */
function isTrailing(main: readonly Line[], index: number): boolean {
	return main.slice(index).every((line) => !line.ended || line.words < 4);
}

/** A line that holds an author the page's metadata names, and little else. */
function bylineOfKnown(line: Line, text: string, metadata: PageMetadata): Byline | null {
	if (line.words > 14 || line.prose) return null;
	const written = text.slice(line.start, line.end);
	const folded = squash(written);
	const names = (metadata.authors?.names ?? []).filter(
		(name) => squash(name).length >= 4 && folded.includes(squash(name)),
	);
	const length = names.reduce((sum, name) => sum + squash(name).length, 0);
	if (names.length === 0 || length * 3 < folded.length) return null;
	const byline = toByline(names, "byline");
	return byline && { ...byline, text: written, span: { start: line.start, end: line.end } };
}

function squash(text: string): string {
	return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

function takeDateline(
	text: string,
	body: readonly Line[],
): { readonly lines: readonly Line[]; readonly dateline: Dateline | null } {
	for (const [i, line] of body.slice(0, 3).entries()) {
		const dateline = findDateline(text, line);
		if (!dateline?.span) continue;
		const rest = trimSpan(text, { start: dateline.span.end, end: line.end });
		const cut = rest.start < rest.end ? [toLine(text, rest, 1)] : [];
		return { lines: [...body.slice(0, i), ...cut, ...body.slice(i + 1)], dateline };
	}
	return { lines: body, dateline: null };
}

function dateOf(text: string, found: NonNullable<ReturnType<typeof findDateLine>>): DraftDate {
	const { earliest, latest, precision, zone } = found.date;
	const span = { start: found.start, end: found.end };
	const reason = `the date stands in a line of its own beside the report${twoReadings(found.date)}`;
	return { earliest, latest, precision, zone, exact: text.slice(span.start, span.end), reason, span };
}

function toBlocks(text: string, lines: readonly Line[], seconds: readonly Span[], placed: readonly Placed[]): Block[] {
	const blocks: Block[] = [];
	let at = 0;
	for (const line of lines) {
		while (at < placed.length && (placed[at]?.end ?? 0) <= line.start) at++;
		const piece = placed[at]?.piece;
		const spans = seconds.some((span) => overlaps(span, line)) ? subtractSpans([line], seconds) : [line];
		for (const span of spans) {
			const { start, end } = trimSpan(text, span);
			if (start < end) blocks.push({ start, end, kind: piece?.kind ?? "paragraph", path: piece?.path ?? null });
		}
	}
	return blocks;
}

function findLinks(placed: readonly Placed[], body: readonly Block[], base: string | null): Link[] {
	const links: Link[] = [];
	let at = 0;
	for (const { start, piece } of placed) {
		for (const link of piece.links) {
			const span = { start: start + link.start, end: start + link.end };
			while (at < body.length && (body[at]?.end ?? 0) <= span.start) at++;
			const block = body[at];
			const url = normaliseAddress(link.href, base);
			if (block && url !== null && contains(block, span)) links.push({ ...span, url });
		}
	}
	return links;
}

function readPublished(metadata: PageMetadata, stated: StatedMetadata, dates: readonly DraftDate[]): DraftDate {
	const own = metadata.published === null ? null : readStatedDate(metadata.published.written, metadata.published.from);
	if (own?.precision) return own;
	const given = stated.published === null ? null : readStatedDate(stated.published, "stated beside the page");
	if (given?.precision) return given;
	return dates[0] ?? own ?? given ?? noDate("the page states no date of publication");
}
