import type { Block, Byline, Dateline, Dropped, Headline, SourceLine, Stated, Truncated } from "../../model/article.ts";
import type { StatedMetadata } from "../../model/capture.ts";
import type { Span } from "../../model/span.ts";
import { compareSpans } from "../../text/compare.ts";
import { foldCase } from "../../text/fold.ts";
import { findSentences } from "../../text/sentences.ts";
import { contains, overlaps, spanAt, subtractSpans, trimSpan } from "../../text/spans.ts";
import { type Draft, type DraftDate, noDate } from "../draft.ts";
import { readDatedLine } from "../lines/date-line.ts";
import { FORUM_STAMP_RULE, findForumStamp } from "../lines/forum-stamp.ts";
import { explainAlone } from "../lines/line-rules.ts";
import { countWords, type Line, splitLines, survey, toLine } from "../lines/lines.ts";
import { asksToPay } from "../lines/log-in-prompt.ts";
import { mailChatter } from "../lines/mail-chatter.ts";
import { headerEnd, mailHeader } from "../lines/mail-header.ts";
import { readPostTime, socialStamp } from "../lines/social-stamp.ts";
import { findSourceLine, SOURCE_LINE_RULE } from "../lines/source-line.ts";
import { findAgencyTags } from "../metadata/agency-tag.ts";
import { toByline } from "../metadata/byline.ts";
import { readExplicitDate, twoReadings } from "../metadata/explicit-date.ts";
import { hostOf } from "../metadata/source-id.ts";
import { listMetadata, type SourceValue } from "../metadata/source-value.ts";
import { findRepeats, REPEATED_BODY_RULE } from "../repeated-body.ts";
import { findForwarded, readSubject } from "./forwarded-mail.ts";
import { FRONT_MATTER_RULE, readFrontMatter } from "./front-matter.ts";
import { joinWrappedLines } from "./hard-wrap.ts";
import { type Head, readHead } from "./head.ts";
import { makeHeadline } from "./headline.ts";
import { findSignature, SIGNATURE_RULE } from "./mail-signature.ts";
import { readMarkdown } from "./markdown.ts";
import { findOtherHeadlines, toDropped } from "./other-headlines.ts";
import { findPosts, type PostStamp, readPostStamp } from "./posts.ts";
import { trimQuoteMarks } from "./quote-marks.ts";
import { dropRunningHeads } from "./running-heads.ts";
import { trimWireControls } from "./wire-controls.ts";

/** Builds the draft of a plain text: its paragraphs are its lines, hard-wrapped ones joined. */
export function draftPlainText(text: string, stated: StatedMetadata, markdown: boolean): Draft {
	const dropped: Dropped[] = [];
	const front = markdown ? readFrontMatter(text) : null;
	if (front)
		dropped.push({ start: front.start, end: front.end, rule: FRONT_MATTER_RULE, reason: "the file's own fields" });
	const fields = front?.values ?? [];
	const split = splitLines(text, [{ start: front?.end ?? 0, end: text.length }]);
	const marked = markdown ? readMarkdown(text, split, dropped) : null;
	const wrapped = joinWrappedLines(text, dropRunningHeads(text, marked?.lines ?? split, dropped));
	const { lines: unquoted, quoted } = trimQuoteMarks(text, wrapped, dropped);
	const joined = trimWireControls(text, unquoted, dropped);
	const stamps: PostStamp[] = [];
	const stamped = dropForumStamps(text, joined, dropped, stamps);
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
	const { kept, sourceLines, truncated, subject, posted } = dropLines(text, lines, dropped, stamps);
	const beside = subject === null ? fields : [...fields, subject];
	const read = readHead(text, kept, firstTitle(stated, fields), dropped);
	// The stamp of one post is the date of the text.
	const own = posted && read.dates.length === 0 && stamps.length === 1 ? stamps.map(({ published }) => published) : [];
	const head: Head = { ...read, dates: [...read.dates, ...own] };
	const body = toBlocks(head.body, head.decks, marked?.headings ?? new Set(), quoted);
	const headline = head.headline ?? headlineOf(subject) ?? composeHeadline(text, body);
	const byline = head.byline ?? bylineOf(beside);
	const outlet = statedOutlet(stated) ?? outletOf(beside) ?? head.outlet;
	const published = readPublished(stated, beside, head.dates, head.dateline);
	const modified = readModified(beside, head.changes);
	const canonical = firstOf(beside, "canonical");
	return {
		text,
		body,
		headlineBlock: head.headline?.span ? { ...head.headline.span, kind: "heading", path: null } : null,
		dropped: dropped.sort(compareSpans),
		repeats: repeats.map((repeat) => ({ ...repeat, kept: subtractSpans(repeat.kept, dropped) })),
		links: (marked?.links ?? []).filter((link) => liesIn(body, link)),
		headline,
		byline,
		outlet,
		dateline: head.dateline,
		agencyTags: findAgencyTags(text, body, sourceLines),
		published,
		modified,
		section: toStated(beside.find(({ field }) => field === "section")),
		metadata: listValues(stated, [...beside, ...hostsOf(sourceLines)], head, {
			headline,
			byline,
			outlet,
			published,
			modified,
			canonical,
		}),
		truncated,
		posts: findPosts(body, stamps),
		sourceLines,
		canonical: canonical?.text ?? null,
		statedLanguage: firstOf(beside, "language")?.text.toLowerCase().slice(0, 2) ?? null,
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

function dropForumStamps(text: string, lines: readonly Line[], dropped: Dropped[], stamps: PostStamp[]): Line[] {
	return lines.flatMap((line) => {
		const stamp = findForumStamp(text, line);
		if (!stamp) return [line];
		dropped.push({
			...stamp,
			rule: FORUM_STAMP_RULE,
			reason: "says who posted the text and when, which is not when it was published",
		});
		const post = readPostStamp(text, stamp);
		if (post) stamps.push(post);
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

interface Remaining {
	readonly kept: Line[];
	readonly sourceLines: SourceLine[];
	readonly truncated: Truncated | null;
	/** Whether the text is a post under its author's name and handle. */
	readonly posted: boolean;
	/** The headline that the subject of a mail gives. */
	readonly subject: SourceValue | null;
}

/** Drops what single lines say that they are, then rows of other stories' headlines around what is left. */
function dropLines(text: string, lines: readonly Line[], dropped: Dropped[], stamps: PostStamp[]): Remaining {
	const sourceLines: SourceLine[] = [];
	const reasons = new Map<number, Dropped>();
	const places = survey(lines);
	const posted = isPosterName(lines, 0);
	const forwarded = findForwarded(lines);
	const header = { from: forwarded?.from ?? 0, to: forwarded?.to ?? headerEnd(lines) };
	const signature = findSignature(lines, header.to > 0);
	for (const [index, line] of lines.entries()) {
		const { start, end } = line;
		const found = findSourceLine(line, text);
		// "Sources: minister to quit" opens many a headline.
		const opens = found && index === 0 && found.url === null && /^sources\b/i.test(line.text);
		// "First published: 12 March 2031" tells when, not where.
		const dated = found && found.url === null && index < places.firstProse && readDatedLine(line) !== null;
		const source = opens || dated ? null : found;
		if (isPosterName(lines, index)) {
			reasons.set(index, { start, end, rule: socialStamp.rule, reason: "says who posted the text" });
		} else if (posted && line.words <= MOST_STAMP_WORDS && readPostTime(line.text) !== null) {
			reasons.set(index, { start, end, rule: socialStamp.rule, reason: "says when the text was posted" });
			const stamp = readPostStamp(text, line);
			if (stamp) stamps.push(stamp);
		} else if (index < header.to && forwarded) {
			const reason =
				index < header.from
					? "written above the mail that was forwarded"
					: "a header of the mail that the text came in";
			reasons.set(index, { start, end, rule: index < header.from ? mailChatter.rule : mailHeader.rule, reason });
		} else if (signature >= 0 && index >= signature) {
			reasons.set(index, { start, end, rule: SIGNATURE_RULE, reason: "the signature below a mail" });
		} else if (source) {
			sourceLines.push(source);
			reasons.set(index, { start, end, rule: SOURCE_LINE_RULE, reason: "says where the text was taken from" });
		} else {
			const explained = explainAlone(line, { lines, index, ...places });
			if (!explained) continue;
			reasons.set(index, { start, end, ...explained });
			if (explained.rule !== socialStamp.rule) continue;
			const stamp = readPostStamp(text, line);
			if (stamp) stamps.push(stamp);
		}
	}
	for (const [index, reason] of findOtherHeadlines(lines, new Set(reasons.keys()))) {
		const line = lines[index];
		if (line) reasons.set(index, toDropped(line, reason));
	}
	dropped.push(...reasons.values());
	return {
		kept: lines.filter((_, index) => !reasons.has(index)),
		sourceLines,
		truncated: findCut(lines, reasons),
		posted,
		subject: readSubject(lines.slice(header.from, header.to)),
	};
}

/** Words that the line may have which says when a post was made. */
const MOST_STAMP_WORDS = 10;

/** "Harbour Post ✔" above "@harbourpost": a mark of a known account, or a name that the handle spells. */
function isPosterName(lines: readonly Line[], index: number): boolean {
	const handle = /^@([\p{L}\p{N}_.]{2,40})$/u.exec(lines[index + 1]?.text ?? "")?.[1];
	const line = lines[index];
	if (handle === undefined || !line || index > 1 || line.ended || line.words > 6) return false;
	const letters = (written: string): string => foldCase(written).replace(/[^\p{L}\p{N}]/gu, "");
	return /[✓✔☑✅]\ufe0f?$/u.test(line.text) || letters(line.text) === letters(handle);
}

/** What stands in the way of the rest: a request to pay or to log in, below which nothing of the report follows. */
function findCut(lines: readonly Line[], reasons: ReadonlyMap<number, Dropped>): Truncated | null {
	for (let i = lines.length - 1; i >= 0; i--) {
		const line = lines[i];
		if (!line) continue;
		if (!reasons.has(i)) {
			if (line.prose) return null;
			continue;
		}
		const kind = asksToPay(line.text);
		if (kind === null) continue;
		const span = { start: line.start, end: line.end };
		const what = kind === "paywall" ? "to pay" : "to log in";
		return { kind, reason: `the text ends where the site asks the reader ${what}`, span };
	}
	return null;
}

function firstTitle(
	stated: StatedMetadata,
	beside: readonly SourceValue[],
): { readonly title: string | null; readonly from: string } {
	if (stated.title !== null) return { title: stated.title, from: "stated" };
	return { title: firstOf(beside, "title")?.text ?? null, from: "front-matter" };
}

function firstOf(values: readonly SourceValue[], field: SourceValue["field"]): SourceValue | null {
	return values.find((value) => value.field === field) ?? null;
}

function toStated(value: SourceValue | undefined): Stated | null {
	return value === undefined ? null : { text: value.text, span: value.span, from: value.from };
}

function bylineOf(beside: readonly SourceValue[]): Byline | null {
	const names = beside.filter(({ field }) => field === "author").map((value) => value.text);
	return names.length === 0 ? null : toByline(names, "front-matter");
}

function outletOf(beside: readonly SourceValue[]): Stated | null {
	return toStated(beside.find(({ field }) => field === "outlet"));
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

/** "for the 8 o'clock" is a note to a desk: a headline has some words, and the first begins as sentences do. */
function headlineOf(subject: SourceValue | null): Headline | null {
	if (subject === null || /^\p{Ll}/u.test(subject.text) || countWords(subject.text) < SHORTEST_SUBJECT) return null;
	return { text: subject.text, span: null, from: subject.from, made: false };
}

const SHORTEST_SUBJECT = 3;

function liesIn(blocks: readonly Block[], span: Span): boolean {
	const block = spanAt(blocks, span.start);
	return block !== null && contains(block, span);
}

/** Words that a cross-head may have. */
const MOST_HEADING_WORDS = 15;

function toBlocks(
	lines: readonly Line[],
	decks: readonly Line[],
	headings: ReadonlySet<number>,
	quoted: ReadonlySet<number>,
): Block[] {
	const own = new Set(decks);
	return lines.map((line, i) => {
		const { start, end } = line;
		const block = (kind: Block["kind"]): Block => ({ start, end, kind, path: null });
		if (headings.has(start)) return block("heading");
		if (/^(?:[-*•◦▪‣]|\d{1,2}[.)])\s/.test(line.text)) return block("item");
		if (own.has(line)) return block("heading");
		if (quoted.has(start)) return block("quote");
		const next = lines[i + 1];
		const crossHead =
			!line.ended && line.words > 0 && line.words <= MOST_HEADING_WORDS && !/[,;:]$/.test(line.text) && next?.prose;
		return block(crossHead && i > 0 ? "heading" : "paragraph");
	});
}

/** The date of publication: stated beside the text, else in a line of its own, else in the dateline. */
function readPublished(
	stated: StatedMetadata,
	beside: readonly SourceValue[],
	dates: readonly DraftDate[],
	dateline: Dateline | null,
): DraftDate {
	if (stated.published !== null) return readStatedDate(stated.published, "stated beside the text");
	const field = firstOf(beside, "published");
	if (field) return readStatedDate(field.text, "the front matter's date");
	const first = dates[0];
	if (first) return first;
	if (dateline?.date && dateline.span) {
		const at = dateline.span.start + Math.max(0, dateline.text.indexOf(dateline.date));
		const span = { start: at, end: at + dateline.date.length };
		const read = readExplicitDate(dateline.date);
		if (read) {
			const { earliest, latest, precision, zone } = read.date;
			const reason = `the dateline's date${twoReadings({ precision })}`;
			return { earliest, latest, precision, zone, exact: dateline.date, reason, span };
		}
		return {
			...noDate("the dateline gives a day but no year, and nothing else dates the text"),
			exact: dateline.date,
			span,
		};
	}
	return noDate("the text states no date of publication");
}

function readModified(beside: readonly SourceValue[], changes: readonly DraftDate[]): DraftDate {
	const field = firstOf(beside, "modified");
	if (field) return readStatedDate(field.text, "the front matter's date of change");
	return changes[changes.length - 1] ?? noDate("the text states no date of a change");
}

/** The outlets that the addresses in source lines name: listed, since the text may be another's. */
function hostsOf(sources: readonly SourceLine[]): SourceValue[] {
	const hosts = new Set(sources.flatMap(({ url }) => (url === null ? [] : [hostOf(url)])));
	return [...hosts].flatMap((text) =>
		text === null ? [] : [{ field: "outlet" as const, text, span: null, from: "source-line" }],
	);
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

/** Every value that a source gives, those taken and those that lost. */
function listValues(
	stated: StatedMetadata,
	beside: readonly SourceValue[],
	head: Head,
	taken: {
		readonly headline: Headline | null;
		readonly byline: Byline | null;
		readonly outlet: Stated | null;
		readonly published: DraftDate;
		readonly modified: DraftDate;
		readonly canonical: SourceValue | null;
	},
): Draft["metadata"] {
	const values: SourceValue[] = [];
	const add = (field: SourceValue["field"], value: Stated | null): void => {
		if (value) values.push({ field, text: value.text, span: value.span, from: value.from });
	};
	const given = (text: string | null): Stated | null => (text === null ? null : { text, span: null, from: "stated" });
	add("title", given(stated.title));
	add("outlet", given(stated.outlet));
	add("published", given(stated.published));
	values.push(...beside);
	add("title", head.written);
	for (const name of head.byline?.authors ?? []) add("author", part(head.byline, name, "byline"));
	for (const name of head.byline?.agencies ?? []) add("agency", part(head.byline, name, "byline"));
	add("agency", part(head.dateline, head.dateline?.agency ?? null, "dateline"));
	add("outlet", head.outlet);
	for (const date of head.dates) add("published", { text: date.exact ?? "", span: date.span, from: "date-line" });
	add("published", part(head.dateline, head.dateline?.date ?? null, "dateline"));
	for (const date of head.changes) add("modified", { text: date.exact ?? "", span: date.span, from: "date-line" });
	return listMetadata(values, ({ field, text, from }) => {
		if (field === "title") return taken.headline?.text === text && taken.headline.from === from;
		if (field === "author") return taken.byline?.from === from && taken.byline.authors.includes(text);
		if (field === "agency") return true;
		if (field === "outlet") return taken.outlet?.text === text && taken.outlet.from === from;
		if (field === "published") return taken.published.exact === text;
		if (field === "modified") return taken.modified.exact === text;
		if (field === "canonical") return taken.canonical?.text === text;
		return true;
	});
}

/** A part of a byline or a dateline, with its own place where it stands there as written. */
function part(whole: Stated | null, text: string | null, from: string): Stated | null {
	if (whole === null || text === null) return null;
	const at = whole.span === null ? -1 : whole.text.indexOf(text);
	const start = (whole.span?.start ?? 0) + at;
	return { text, span: at < 0 ? null : { start, end: start + text.length }, from };
}
