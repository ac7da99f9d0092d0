import type { Block, Byline, Dateline, Dropped, Headline, SourceLine, Stated } from "../../model/article.ts";
import type { StatedMetadata } from "../../model/capture.ts";
import type { Span } from "../../model/span.ts";
import { compareSpans } from "../../text/compare.ts";
import { foldCase } from "../../text/fold.ts";
import { findSentences } from "../../text/sentences.ts";
import { overlaps, subtractSpans, trimSpan } from "../../text/spans.ts";
import { type Draft, type DraftDate, noDate } from "../draft.ts";
import { DATE_LINE_RULE, findDateLine, isStampLine } from "../lines/date-line.ts";
import { FORUM_STAMP_RULE, findForumStamp } from "../lines/forum-stamp.ts";
import { explainLine } from "../lines/line-rules.ts";
import { type Line, splitLines, survey, toLine } from "../lines/lines.ts";
import { findSourceLine, SOURCE_LINE_RULE } from "../lines/source-line.ts";
import { findByline, findTrailingDate } from "../metadata/byline.ts";
import { findDateline } from "../metadata/dateline.ts";
import { readExplicitDate, twoReadings } from "../metadata/explicit-date.ts";
import { findRepeats, REPEATED_BODY_RULE } from "../repeated-body.ts";
import { joinWrappedLines } from "./hard-wrap.ts";
import { chooseHeadline, makeHeadline } from "./headline.ts";

/** Builds the draft of a plain text: its paragraphs are its lines, hard-wrapped ones joined. */
export function draftPlainText(text: string, stated: StatedMetadata, markdown: boolean): Draft {
	const dropped: Dropped[] = [];
	const all = joinWrappedLines(text, splitLines(text, [{ start: 0, end: text.length }]));
	const stamped = dropForumStamps(text, all, dropped);
	const repeats = findRepeats(text, stamped);
	for (const repeat of repeats) {
		for (const span of repeat.dropped)
			dropped.push({ ...span, rule: REPEATED_BODY_RULE, reason: repeatReason(repeat.kind) });
	}
	const lines = withoutSpans(
		text,
		stamped,
		repeats.flatMap((repeat) => repeat.dropped),
	);
	const { kept, sourceLines } = dropLines(text, lines, dropped);
	const head = readHead(text, kept, stated, markdown, dropped);
	const masthead: Stated | null = head.masthead && {
		text: text.slice(head.masthead.start, head.masthead.end),
		span: { start: head.masthead.start, end: head.masthead.end },
		from: "masthead",
	};
	const body = toBlocks(text, head.body, head.decks, markdown);
	return {
		text,
		body,
		headlineBlock: head.headline?.span ? { ...head.headline.span, kind: "heading", path: null } : null,
		dropped: dropped.sort(compareSpans),
		repeats: repeats.map((repeat) => ({ ...repeat, kept: subtractSpans(repeat.kept, dropped) })),
		links: [],
		headline: head.headline ?? composeHeadline(text, body),
		byline: head.byline,
		outlet: statedOutlet(stated) ?? masthead,
		dateline: head.dateline,
		agencyTags: [],
		published: readPublished(stated, head.dates, head.dateline, text),
		modified: noDate("the text states no date of a change"),
		section: null,
		metadata: [],
		truncated: null,
		posts: [],
		sourceLines,
		canonical: null,
		statedLanguage: null,
		problems:
			body.length === 0
				? [{ code: "article/no-body", span: null, reason: "no line of this text reads as a report" }]
				: [],
	};
}

export function repeatReason(kind: "exact" | "near"): string {
	return kind === "exact"
		? "the same text as above, given a second time"
		: "nearly the same text as above, given a second time";
}

function dropForumStamps(text: string, lines: readonly Line[], dropped: Dropped[]): Line[] {
	return lines.flatMap((line) => {
		const stamp = findForumStamp(text, line);
		if (!stamp) return [line];
		dropped.push({
			...stamp,
			rule: FORUM_STAMP_RULE,
			reason: "says who posted the text and when, which is not when it was published",
		});
		const rest = trimSpan(text, { start: stamp.end, end: line.end });
		return rest.start < rest.end ? [toLine(text, rest, line.gap)] : [];
	});
}

/** The lines without the given spans; what is left of a line that was cut is a line of its own. */
function withoutSpans(text: string, lines: readonly Line[], spans: readonly Span[]): Line[] {
	if (spans.length === 0) return [...lines];
	return lines.flatMap((line) => {
		if (!spans.some((span) => overlaps(span, line))) return [line];
		const rest = subtractSpans([line], spans).map((part) => trimSpan(text, part));
		return rest.filter((part) => part.start < part.end).map((part) => toLine(text, part, line.gap));
	});
}

function dropLines(
	text: string,
	lines: readonly Line[],
	dropped: Dropped[],
): { readonly kept: Line[]; readonly sourceLines: SourceLine[] } {
	const sourceLines: SourceLine[] = [];
	const kept: Line[] = [];
	const places = survey(lines);
	for (const [index, line] of lines.entries()) {
		const source = findSourceLine(line, text);
		if (source) {
			sourceLines.push(source);
			dropped.push({
				start: line.start,
				end: line.end,
				rule: SOURCE_LINE_RULE,
				reason: "says where the text was taken from",
			});
			continue;
		}
		const found = explainLine(line, { lines, index, ...places });
		if (found) dropped.push({ start: line.start, end: line.end, ...found });
		else kept.push(line);
	}
	return { kept, sourceLines };
}

interface Head {
	readonly headline: Headline | null;
	readonly masthead: Line | null;
	readonly decks: readonly Line[];
	readonly byline: Byline | null;
	readonly dateline: Dateline | null;
	readonly dates: readonly DraftDate[];
	/** The lines of the body, decks among them. */
	readonly body: readonly Line[];
}

/** Tells apart what stands above the report, and where the report begins. */
function readHead(
	text: string,
	lines: readonly Line[],
	stated: StatedMetadata,
	markdown: boolean,
	dropped: Dropped[],
): Head {
	const { firstProse } = survey(lines);
	// A text without prose (a bulletin of a line or two) has a head of one line at most.
	const headEnd = firstProse < lines.length ? firstProse : Math.min(1, lines.length - 1);
	const dates: DraftDate[] = [];
	const candidates: Line[] = [];
	let byline: Byline | null = null;
	let dateline: Dateline | null = null;
	let bodyFrom = headEnd;
	for (let i = 0; i < headEnd; i++) {
		const line = lines[i];
		if (!line) continue;
		const place: Dateline | null =
			dateline === null && (i > 0 || line.text.length < 60) ? findDateline(text, line) : null;
		if (place?.span && place.span.end === line.end) {
			dateline = place;
			continue;
		}
		const date = findDateLine(line);
		const names: Byline | null = byline === null && candidates.length > 0 ? findByline(line, text) : null;
		if (date) {
			const what = date.changed
				? "says when the text was changed, which is not when it was published"
				: "gives the date of publication";
			dropped.push({ start: line.start, end: line.end, rule: DATE_LINE_RULE, reason: what });
			if (!date.changed)
				dates.push(toDraftDate(text, date, date.date, "the date stands in a line of its own above the report"));
		} else if (isStampLine(line)) {
			const what = "says when the text was published or changed, in no one date";
			dropped.push({ start: line.start, end: line.end, rule: DATE_LINE_RULE, reason: what });
		} else if (names) {
			byline = names;
			const dated = findTrailingDate(text.slice(line.start, line.end));
			if (dated) {
				const span = { start: line.start + dated.start, end: line.start + dated.start + dated.length };
				dates.push(toDraftDate(text, span, dated.date, "the date stands in the byline"));
			}
		} else if (place?.span && line.ended) {
			// The report itself begins here, in a line too short to be prose.
			bodyFrom = i;
			break;
		} else candidates.push(line);
	}
	const body = lines.slice(bodyFrom);
	// A byline or a date may also stand above the headline, or below the first lines.
	if (byline === null && candidates.length > 1 && candidates[0]) {
		const names = findByline(candidates[0], text);
		if (names) {
			byline = names;
			candidates.shift();
		}
	}
	const opening = body[0];
	const bodySpan = opening ? { start: opening.start, end: body[body.length - 1]?.end ?? opening.end } : null;
	const chosen = chooseHeadline(candidates, text, bodySpan);
	for (const { line, rule, reason } of chosen.others) dropped.push({ start: line.start, end: line.end, rule, reason });
	const rest = openingWithoutDateline(text, body, dateline);
	const headline = toHeadline(text, chosen.headline, stated, markdown);
	const spare = chosen.headline && headline?.span === null ? [chosen.headline] : [];
	return {
		headline,
		masthead: chosen.masthead,
		decks: [...spare, ...chosen.decks],
		byline,
		dateline: rest.dateline,
		dates,
		body: [...spare, ...chosen.decks, ...rest.lines],
	};
}

/** Takes the dateline off the first lines of prose. */
function openingWithoutDateline(
	text: string,
	body: readonly Line[],
	known: Dateline | null,
): { readonly lines: readonly Line[]; readonly dateline: Dateline | null } {
	if (known) return { lines: body, dateline: known };
	for (const [i, line] of body.slice(0, 2).entries()) {
		const dateline = findDateline(text, line);
		if (!dateline?.span) continue;
		const rest = trimSpan(text, { start: dateline.span.end, end: line.end });
		const cut = rest.start < rest.end ? [toLine(text, rest, line.gap)] : [];
		return { lines: [...body.slice(0, i), ...cut, ...body.slice(i + 1)], dateline };
	}
	return { lines: body, dateline: null };
}

function toHeadline(text: string, line: Line | null, stated: StatedMetadata, markdown: boolean): Headline | null {
	const span = line === null ? null : trimMarks(text, line, markdown);
	const written = span === null ? null : text.slice(span.start, span.end);
	if (stated.title !== null) {
		const same = written !== null && foldCase(written) === foldCase(stated.title);
		return same && span
			? { text: written, span, from: "first-line", made: false }
			: { text: stated.title, span: null, from: "stated", made: false };
	}
	return span && written !== null ? { text: written, span, from: "first-line", made: false } : null;
}

/** A line without the marks by which Markdown shows a heading. */
function trimMarks(text: string, line: Span, markdown: boolean): Span {
	if (!markdown) return { start: line.start, end: line.end };
	const written = text.slice(line.start, line.end);
	const lead = /^(?:#{1,6}\s+|\*\*|__)/.exec(written)?.[0].length ?? 0;
	const tail = /(?:\s+#{1,6}|\*\*|__)$/.exec(written.slice(-10))?.[0].length ?? 0;
	return lead + tail < written.length
		? { start: line.start + lead, end: line.end - tail }
		: { start: line.start, end: line.end };
}

/** UTF-16 units of the first block that a headline may be composed from. */
const OPENING = 2000;

function composeHeadline(text: string, body: readonly Block[]): Headline | null {
	const first = body[0];
	if (!first) return null;
	const sentence = findSentences(text, [{ start: first.start, end: Math.min(first.end, first.start + OPENING) }])[0];
	if (!sentence) return null;
	return {
		text: makeHeadline(text.slice(sentence.start, sentence.end)),
		span: null,
		from: "first-sentence",
		made: true,
	};
}

/** Words that a cross-head may have. */
const MOST_HEADING_WORDS = 15;

function toBlocks(text: string, lines: readonly Line[], decks: readonly Line[], markdown: boolean): Block[] {
	return lines.map((line, i) => {
		const { start, end } = line;
		const block = (kind: Block["kind"]): Block => ({ start, end, kind, path: null });
		if (markdown && /^#{1,6}\s/.test(line.text)) return { ...trimMarks(text, line, true), kind: "heading", path: null };
		if (/^(?:[-*•◦▪‣]|\d{1,2}[.)])\s/.test(line.text)) return block("item");
		if (decks.includes(line)) return block("heading");
		if (line.text.startsWith(">")) return block("quote");
		const next = lines[i + 1];
		const crossHead =
			!line.ended && line.words > 0 && line.words <= MOST_HEADING_WORDS && !/[,;:]$/.test(line.text) && next?.prose;
		return block(crossHead && i > 0 ? "heading" : "paragraph");
	});
}

function toDraftDate(
	text: string,
	span: Span,
	date: Pick<DraftDate, "earliest" | "latest" | "precision" | "zone">,
	reason: string,
): DraftDate {
	const { earliest, latest, precision, zone } = date;
	return {
		earliest,
		latest,
		precision,
		zone,
		exact: text.slice(span.start, span.end),
		reason: `${reason}${twoReadings({ precision })}`,
		span: { start: span.start, end: span.end },
	};
}

/** The date of publication: stated beside the text, else in a line of its own, else in the dateline. */
function readPublished(
	stated: StatedMetadata,
	dates: readonly DraftDate[],
	dateline: Dateline | null,
	text: string,
): DraftDate {
	if (stated.published !== null) return readStatedDate(stated.published, "stated beside the text");
	const first = dates[0];
	if (first) return first;
	if (dateline?.date && dateline.span) {
		const at = dateline.span.start + Math.max(0, dateline.text.indexOf(dateline.date));
		const span = { start: at, end: at + dateline.date.length };
		const read = readExplicitDate(dateline.date);
		if (read) return toDraftDate(text, span, read.date, "the dateline's date");
		return {
			...noDate("the dateline gives a day but no year, and nothing else dates the text"),
			exact: dateline.date,
			span,
		};
	}
	return noDate("the text states no date of publication");
}

/** A date given outside the text. */
export function readStatedDate(written: string, from: string): DraftDate {
	const read = readExplicitDate(written.trim());
	if (!read) return { ...noDate(`the date ${from} could not be read, or could be read in two ways`), exact: written };
	const { earliest, latest, precision, zone } = read.date;
	return { earliest, latest, precision, zone, exact: written, reason: `${from}${twoReadings(read.date)}`, span: null };
}

/** The outlet as stated outside the text. */
export function statedOutlet(stated: StatedMetadata): Stated | null {
	return stated.outlet === null ? null : { text: stated.outlet, span: null, from: "stated" };
}
