import type { Block, Byline, Dateline, Dropped, Headline, MetadataValue, SourceLine } from "../../model/article.ts";
import type { StatedMetadata } from "../../model/capture.ts";
import type { Problem } from "../../model/problem.ts";
import type { Span } from "../../model/span.ts";
import { compareSpans } from "../../text/compare.ts";
import { foldCase } from "../../text/fold.ts";
import { findSentences } from "../../text/sentences.ts";
import { trimSpan } from "../../text/spans.ts";
import { type Draft, type DraftDate, noDate } from "../draft.ts";
import { DATE_LINE_RULE, findDateLine, isStampLine } from "../lines/date-line.ts";
import { type Line, toLine } from "../lines/lines.ts";
import { findSourceLine, SOURCE_LINE_RULE } from "../lines/source-line.ts";
import { isOutletName } from "../metadata/agencies.ts";
import { findAgencyTags } from "../metadata/agency-tag.ts";
import { findByline, toByline } from "../metadata/byline.ts";
import { findDateline } from "../metadata/dateline.ts";
import { readExplicitDate, twoReadings } from "../metadata/explicit-date.ts";
import { readStatedDate, statedOutlet } from "../metadata/stated.ts";
import { makeHeadline } from "../plain/headline.ts";
import type { DocumentText } from "./document-text.ts";

interface Claim {
	readonly text: string;
	readonly from: string;
}

/** What a document says of itself beside its text. */
export interface DocumentClaims {
	/** The most trusted first. */
	readonly titles: readonly Claim[];
	readonly authors: readonly Claim[];
	/** When the file was made and last saved: neither is when the text was published. */
	readonly created: Claim | null;
	readonly modified: Claim | null;
	readonly language: Claim | null;
}

/** Blocks at the head that are looked through for title, byline and date. */
const HEAD_BLOCKS = 14;

/** Blocks at the end that may name what the document was taken from: further up, such a line is a figure's. */
const TAIL_BLOCKS = 5;

/** Units of the first block that a headline may be composed from. */
const OPENING = 2000;

/** Titles that programs put in by themselves. */
const NO_TITLE =
	/^(?:untitled|microsoft (?:word|powerpoint|excel) - |document\s*\d*$|title$|slide 1$|presentation\d*$|.{0,200}\.(?:docx?|pdf|indd|qxd|odt|rtf|tex|dvi|html?|pptx?|xlsx?)$|[\w-]{0,100}_[\w-]{0,100}$|https?:)/i;

/** Reads what stands above the first paragraph of a document, by the rules for lines of plain text. */
export function draftDocument(document: DocumentText, claims: DocumentClaims, stated: StatedMetadata): Draft {
	const { text } = document;
	const dropped: Dropped[] = [...document.dropped];
	const head = readHead(document, dropped);
	const sourceLines: SourceLine[] = [];
	const from = head.body.length - TAIL_BLOCKS;
	const body = head.body.filter((block, i) => {
		const source = i >= from && i > 0 ? findSourceLine(toLine(text, block, 0), text) : null;
		if (!source) return true;
		sourceLines.push(source);
		dropped.push({ ...spanOf(block), rule: SOURCE_LINE_RULE, reason: "says where the text was taken from" });
		return false;
	});
	const headline = chooseHeadline(document, head, claims, stated, body);
	const headlineBlock: Block | null = headline?.span ? { ...headline.span, kind: "heading", path: null } : null;
	const rest = headline?.span ? body.filter((block) => block.start !== headline.span?.start) : body;
	const byline = head.byline ?? claimedByline(claims);
	const published = readPublished(text, stated, head);
	return {
		text,
		body: rest,
		headlineBlock,
		dropped: dropped.sort(compareSpans),
		repeats: [],
		links: [],
		headline,
		byline,
		outlet: statedOutlet(stated),
		dateline: head.dateline,
		agencyTags: findAgencyTags(text, rest, sourceLines),
		published: published.date,
		modified: noDate("the document states no date of a change; when its file was last saved is none"),
		section: null,
		metadata: listMetadata(document, claims, { headline, byline, published }, stated),
		truncated: null,
		posts: [],
		sourceLines,
		canonical: null,
		statedLanguage: claims.language === null ? null : primaryTag(claims.language.text),
		problems: rest.length === 0 ? [NO_BODY] : [],
	};
}

const NO_BODY: Problem = {
	code: "article/no-body",
	span: null,
	reason: "no paragraph of this document reads as a report",
};

interface Head {
	readonly byline: Byline | null;
	readonly dateline: Dateline | null;
	readonly date: DraftDate | null;
	readonly body: readonly Block[];
	/** Short lines above the first prose, the title among them. */
	readonly titles: readonly Block[];
}

function spanOf({ start, end }: Span): Span {
	return { start, end };
}

function readHead({ text, blocks, title }: DocumentText, dropped: Dropped[]): Head {
	let byline: Byline | null = null;
	let dateline: Dateline | null = null;
	let date: DraftDate | null = null;
	const titles: Block[] = [];
	const body: Block[] = [];
	let inHead = true;
	for (const [i, block] of blocks.entries()) {
		const line = i < HEAD_BLOCKS && inHead ? toLine(text, block, 0) : null;
		if (!line) {
			body.push(block);
			continue;
		}
		if (block === title) {
			titles.push(block);
			body.push(block);
			continue;
		}
		const place: Dateline | null = dateline === null ? findDateline(text, line) : null;
		if (line.prose || (place?.span && place.span.end < line.end && line.ended)) {
			inHead = false;
			dateline ??= place;
			body.push(place?.span ? openAfter(text, block, place.span.end) : block);
			continue;
		}
		if (place?.span?.end === line.end) {
			dateline = place;
			continue;
		}
		const found = findDateLine(line);
		if (found || isStampLine(line)) {
			dropDate(line, found?.changed === false, dropped);
			if (found && !found.changed) date ??= dateOf(text, found);
			continue;
		}
		const names: Byline | null = byline === null ? findByline(line, text) : null;
		if (names) byline = names;
		else {
			titles.push(block);
			body.push(block);
		}
	}
	return { byline, dateline, date, body, titles };
}

function openAfter(text: string, block: Block, from: number): Block {
	return { ...block, ...trimSpan(text, { start: from, end: block.end }) };
}

function dropDate(line: Line, publication: boolean, dropped: Dropped[]): void {
	const reason = publication
		? "gives the date of publication"
		: "says when the text was changed, which is not when it was published";
	dropped.push({ ...spanOf(line), rule: DATE_LINE_RULE, reason });
}

function dateOf(text: string, found: NonNullable<ReturnType<typeof findDateLine>>): DraftDate {
	const { earliest, latest, precision, zone } = found.date;
	const reason = `the date stands in a line of its own above the text${twoReadings({ precision })}`;
	const span = { start: found.start, end: found.end };
	return { earliest, latest, precision, zone, exact: text.slice(span.start, span.end), reason, span };
}

/** The title set as such, else the document's own name for itself, else a heading above the text. */
function chooseHeadline(
	document: DocumentText,
	head: Head,
	claims: DocumentClaims,
	stated: StatedMetadata,
	body: readonly Block[],
): Headline | null {
	const { text, title } = document;
	const set = title && head.body.includes(title) ? title : null;
	const written = (block: Block, from: string): Headline => ({
		text: text.slice(block.start, block.end),
		span: spanOf(block),
		from,
		made: false,
	});
	if (stated.title !== null) {
		const same = set && foldCase(text.slice(set.start, set.end)) === foldCase(stated.title);
		return same ? written(set, "title-type") : { text: stated.title, span: null, from: "stated", made: false };
	}
	const own = claims.titles.filter((claim) => !NO_TITLE.test(claim.text));
	// A title that the document also gives beside its text is that one, wherever it stands at the head.
	const borne = head.titles.find((block) =>
		own.some((claim) => isSame(claim.text, text.slice(block.start, block.end))),
	);
	if (borne) return written(borne, borne === set ? "title-type" : "first-line");
	if (set) return written(set, "title-type");
	const claim = own[0];
	if (claim && /\p{L}{2}.*\s.*\p{L}{2}/u.test(claim.text)) {
		return { text: claim.text, span: null, from: claim.from, made: false };
	}
	const heading = head.titles.find((block) => isTitle(text.slice(block.start, block.end)));
	// What is all that a document says is its text.
	if (heading && head.titles.length <= 3 && body.length > 1) return written(heading, "first-line");
	return composeHeadline(text, body);
}

function isSame(a: string, b: string): boolean {
	const plain = (text: string): string =>
		foldCase(text)
			.replace(/[^\p{L}\p{N}]+/gu, " ")
			.trim();
	return plain(a) === plain(b);
}

function isTitle(text: string): boolean {
	return /^[^\p{No}*†‡§].*\s.*\p{L}{2}/u.test(text) && /\p{L}{2}/u.test(text) && !isOutletName(text);
}

function composeHeadline(text: string, body: readonly Block[]): Headline | null {
	const first = body[0];
	const opening = first && { start: first.start, end: Math.min(first.end, first.start + OPENING) };
	const sentence = opening ? findSentences(text, [opening])[0] : undefined;
	if (!sentence) return null;
	const made = makeHeadline(text.slice(sentence.start, sentence.end));
	return { text: made, span: null, from: "first-sentence", made: true };
}

/** A person's name beside the text counts as the author's; a user's account name does not. */
function claimedByline(claims: DocumentClaims): Byline | null {
	for (const { text, from } of claims.authors) {
		const byline = toByline([text], from);
		const people = byline?.authors.every((name) => /^\p{Lu}[^\s\d@_]*(?:\s\p{L}[^\s\d@_]*){1,4}$/u.test(name)) ?? false;
		if (byline && byline.authors.length > 0 && people && !byline.authors.some(isOutletName)) return byline;
	}
	return null;
}

/** A date of publication and the source that gives it; `from` is empty when none does. */
interface Published {
	readonly date: DraftDate;
	readonly from: string;
}

function readPublished(text: string, stated: StatedMetadata, { date, dateline }: Head): Published {
	if (stated.published !== null)
		return { date: readStatedDate(stated.published, "stated beside the text"), from: "stated" };
	if (date) return { date, from: "date-line" };
	if (!dateline?.date || !dateline.span) {
		return { date: noDate("the text states no date of publication; when its file was made is none"), from: "" };
	}
	const start = dateline.span.start + Math.max(0, dateline.text.indexOf(dateline.date));
	const span = { start, end: start + dateline.date.length };
	const exact = text.slice(span.start, span.end);
	const read = readExplicitDate(dateline.date);
	const none = noDate("the dateline gives a day but no year, and nothing else dates the text");
	if (!read) return { date: { ...none, exact, span }, from: "dateline" };
	const { earliest, latest, precision, zone } = read.date;
	const reason = `the dateline's date${twoReadings({ precision })}`;
	return { date: { earliest, latest, precision, zone, exact, reason, span }, from: "dateline" };
}

interface Taken {
	readonly headline: Headline | null;
	readonly byline: Byline | null;
	readonly published: Published;
}

/** Every value that a source gives, by field, the most trusted first. */
function listMetadata(
	{ text, title }: DocumentText,
	claims: DocumentClaims,
	{ headline, byline, published }: Taken,
	stated: StatedMetadata,
): MetadataValue[] {
	const values: MetadataValue[] = [];
	const add = (field: MetadataValue["field"], claim: Claim, span: Span | null, taken: boolean): void => {
		const known = values.some((one) => one.field === field && one.from === claim.from && one.text === claim.text);
		if (!known) values.push({ field, text: claim.text, span, from: claim.from, taken });
	};
	if (headline && !headline.made) add("title", headline, headline.span, true);
	if (title && title.start !== headline?.span?.start) {
		add("title", { text: text.slice(title.start, title.end), from: "title-type" }, spanOf(title), false);
	}
	for (const claim of claims.titles) add("title", claim, null, false);
	if (byline)
		for (const name of byline.authors)
			add("author", { text: name, from: byline.from }, spanWithin(text, byline, name), true);
	for (const claim of claims.authors) if (claim.from !== byline?.from) add("author", claim, null, false);
	if (stated.outlet !== null) add("outlet", { text: stated.outlet, from: "stated" }, null, true);
	const { date, from } = published;
	if (date.exact !== null) add("published", { text: date.exact, from }, date.span, date.earliest !== null);
	if (claims.created) add("published", { ...claims.created, from: `${claims.created.from}:created` }, null, false);
	if (claims.modified) add("modified", { ...claims.modified, from: `${claims.modified.from}:saved` }, null, false);
	if (claims.language) add("language", claims.language, null, true);
	return values;
}

function spanWithin(text: string, { span }: Byline, name: string): Span | null {
	if (!span) return null;
	const at = text.slice(span.start, span.end).indexOf(name);
	return at < 0 ? null : { start: span.start + at, end: span.start + at + name.length };
}

function primaryTag(tag: string): string | null {
	return /^([a-z]{2,3})(?:[-_]|$)/i.exec(tag.trim())?.[1]?.toLowerCase() ?? null;
}
