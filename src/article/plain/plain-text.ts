import type { Block, Dropped, Headline } from "../../model/article.ts";
import type { StatedMetadata } from "../../model/capture.ts";
import type { Span } from "../../model/span.ts";
import { compareSpans } from "../../text/compare.ts";
import { findSentences } from "../../text/sentences.ts";
import { contains, spanAt, subtractSpans } from "../../text/spans.ts";
import type { Draft } from "../draft.ts";
import { countWords, type Line, splitLines } from "../lines/lines.ts";
import { findAgencyTags } from "../metadata/agency-tag.ts";
import type { SourceValue } from "../metadata/source-value.ts";
import { statedOutlet } from "../metadata/stated.ts";
import { findRepeats, REPEATED_BODY_RULE, repeatReason } from "../repeated-body.ts";
import { dropForumStamps, dropLines, withoutSpans } from "./drop-lines.ts";
import { FRONT_MATTER_RULE, readFrontMatter } from "./front-matter.ts";
import { joinWrappedLines } from "./hard-wrap.ts";
import { type Head, readHead } from "./head.ts";
import { makeHeadline } from "./headline.ts";
import { readMarkdown } from "./markdown.ts";
import {
	bylineOf,
	firstOf,
	firstTitle,
	hostsOf,
	listValues,
	outletOf,
	readModified,
	readPublished,
	toStated,
} from "./plain-metadata.ts";
import { findPosts, type PostStamp } from "./posts.ts";
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
