import type { Byline, Dateline, Dropped, Headline, Stated } from "../../model/article.ts";
import type { StatedMetadata } from "../../model/capture.ts";
import type { Span } from "../../model/span.ts";
import { foldCase } from "../../text/fold.ts";
import { overlaps, subtractSpans, trimSpan } from "../../text/spans.ts";
import type { DraftDate } from "../draft.ts";
import { DATE_LINE_RULE, type DatedLine, findDateLine, isStampLine, readDatedLine } from "../lines/date-line.ts";
import { type Line, survey, toLine } from "../lines/lines.ts";
import { wireHeader } from "../lines/wire-header.ts";
import { isAgency, isOutletName } from "../metadata/agencies.ts";
import { isPersonName } from "../metadata/author-names.ts";
import { findByline, findTrailingDate } from "../metadata/byline.ts";
import { findDateline } from "../metadata/dateline.ts";
import { twoReadings } from "../metadata/explicit-date.ts";
import { REPEATED_BODY_RULE } from "../repeated-body.ts";
import { chooseHeadline, isMasthead } from "./headline.ts";
import { findBarredByline, outletOfByline, splitTitle } from "./outlet.ts";

/** What stands above a report, and where the report begins. */
export interface Head {
	readonly headline: Headline | null;
	/** The first line that reads as a headline, whether or not it was taken. */
	readonly written: Stated | null;
	/** The outlet as the text names it: above the headline, after it, or in the byline. */
	readonly outlet: Stated | null;
	readonly decks: readonly Line[];
	readonly byline: Byline | null;
	readonly dateline: Dateline | null;
	readonly dates: readonly DraftDate[];
	/** When the text says that it was changed. */
	readonly changes: readonly DraftDate[];
	/** The lines of the body, decks among them. */
	readonly body: readonly Line[];
}

/** Tells apart what stands above the report, and where the report begins. `title` is one given beside the text. */
export function readHead(
	text: string,
	lines: readonly Line[],
	title: Pick<StatedMetadata, "title"> & { readonly from: string },
	dropped: Dropped[],
): Head {
	const { firstProse } = survey(lines);
	// A text without prose (a bulletin of a line or two) has a head of one line at most.
	const headEnd = firstProse < lines.length ? firstProse : Math.min(1, lines.length - 1);
	const speakers = findSpeakers(lines);
	const placeOf = (line: Line): Dateline | null => {
		const found = findDateline(text, line);
		return found && !isSpeaker(found, speakers) ? found : null;
	};
	const dates: DraftDate[] = [];
	const changes: DraftDate[] = [];
	const candidates: Line[] = [];
	let byline: Byline | null = null;
	let datedOutlet: Stated | null = null;
	let dateline: Dateline | null = null;
	let signed = 0;
	let bodyFrom = headEnd;
	let told = headEnd - 1;
	while (told >= 0 && !tellsOfReport(lines[told], text)) told--;
	for (let i = 0; i < headEnd; i++) {
		const line = lines[i];
		if (!line) continue;
		const place: Dateline | null = dateline === null && (i > 0 || line.text.length < 60) ? placeOf(line) : null;
		if (place?.span && place.span.end === line.end) {
			dateline = place;
			continue;
		}
		const dated = readDated(line, candidates.length > 0 || i + 1 < headEnd, dates.length === 0);
		const names: Byline | null = byline === null && candidates.length > 0 ? findAuthors(line, text) : null;
		if (dated) {
			const published = dated.dates.some(({ changed }) => !changed);
			const what = published
				? "gives the date of publication"
				: "says when the text was changed, which is not when it was published";
			const reason = "the date stands in a line of its own above the report";
			for (const date of dated.dates) (date.changed ? changes : dates).push(toDraftDate(text, date, date.date, reason));
			for (const name of dated.names) {
				const span = { start: name.start, end: name.start + name.text.length };
				if (name.by) byline ??= findByline(toLine(text, { start: byOf(text, span.start), end: span.end }, 0), text);
				else if (isOutletName(name.text) && !isAgency(name.text)) datedOutlet ??= stated(text, span, "date-line");
			}
			// A byline in the same line is kept as one.
			const kept = byline?.span && overlaps(byline.span, line) ? [byline.span] : [];
			for (const rest of subtractSpans([line], kept).map((part) => trimSpan(text, part))) {
				if (rest.start < rest.end)
					dropped.push({ start: rest.start, end: rest.end, rule: DATE_LINE_RULE, reason: what });
			}
		} else if (isStampLine(line)) {
			const what = "says when the text was published or changed, in no one date";
			dropped.push({ start: line.start, end: line.end, rule: DATE_LINE_RULE, reason: what });
		} else if (names) {
			byline = names;
			signed = candidates.length;
			if (names.span && names.span.end < line.end) {
				const ago = trimSpan(text, { start: names.span.end, end: line.end });
				dropped.push({ ...ago, rule: DATE_LINE_RULE, reason: "says how long ago the text was published" });
			}
			const ending = findTrailingDate(text.slice(line.start, line.end));
			if (ending) {
				const span = { start: line.start + ending.start, end: line.start + ending.start + ending.length };
				dates.push(toDraftDate(text, span, ending.date, "the date stands in the byline"));
			}
		} else if (place?.span && line.ended) {
			// The report itself begins here, in a line too short to be prose.
			bodyFrom = i;
			break;
		} else if (i > told && candidates.length > 0 && opensReport(line, lines[i + 1])) {
			// A short sentence, or a line that breaks off inside one, below the headline and whatever tells of the report is its first.
			bodyFrom = i;
			break;
		} else if (i + 1 < headEnd && WIRE_CODE.test(line.text)) {
			dropped.push({ start: line.start, end: line.end, rule: wireHeader.rule, reason: "a wire's slug or code" });
		} else candidates.push(line);
	}
	let body: readonly Line[] = lines.slice(bodyFrom);
	// A byline may also stand above the headline, or below the first lines.
	if (byline === null && candidates[0]) {
		const names = findByline(candidates[0], text);
		// Alone, it may be the headline: then only "By" shows that it is none.
		if (names && (candidates.length > 1 || (BY.test(candidates[0].text) && names.authors.length > 0))) {
			byline = names;
			candidates.shift();
		}
	}
	if (byline === null) {
		const inside = findBylineInside(text, body);
		if (inside) {
			byline = inside.byline;
			body = body.filter((_, i) => i !== inside.index);
		}
	}
	const above = candidates.length;
	let outlet: Stated | null = dropRepeatedTitle(text, candidates, dropped);
	if (signed > 0) signed = Math.max(0, signed - (above - candidates.length));
	const chosen = chooseHeadline(candidates, text, body, signed);
	for (const { line, rule, reason } of chosen.others) dropped.push({ start: line.start, end: line.end, rule, reason });
	if (chosen.masthead) outlet = stated(text, chosen.masthead, "masthead");
	const [named] = chosen.decks.filter((line) => isMasthead(line.text));
	if (named) {
		const reason = "the outlet's name, below the headline";
		dropped.push({ start: named.start, end: named.end, rule: "article/site-name", reason });
		outlet ??= stated(text, named, "name-line");
	}
	const decks = chosen.decks.filter((line) => line !== named);
	const item = chosen.headline === null && chosen.masthead ? firstItem(body) : null;
	if (item) body = body.filter((line) => line !== item);
	const top = chosen.headline ?? item;
	const split = chosen.headline === null ? null : splitTitle(text, chosen.headline);
	if (split) {
		dropped.push({ ...split.tail, rule: "article/site-name", reason: "the outlet's name after the headline" });
		outlet ??= split.outlet;
	}
	if (byline) outlet ??= outletOfByline(byline);
	outlet ??= datedOutlet;
	const own = top === null ? null : stated(text, split?.headline ?? top, "first-line");
	const rest = openingWithoutDateline(text, body, dateline, placeOf);
	const headline = toHeadline(own, title);
	const spare = own?.span && headline?.span === null ? [toLine(text, own.span, top?.gap ?? 0)] : [];
	return {
		headline,
		written: own,
		outlet,
		decks: [...spare, ...decks],
		byline,
		dateline: rest.dateline,
		dates,
		changes,
		body: [...spare, ...decks, ...rest.lines],
	};
}

/**
 * The dates of a line of the head. Beside a place or an outlet a date may also be a headline's or a table's:
 * such a line counts when it is the first that gives a date and other lines may be the headline.
 */
function readDated(line: Line, others: boolean, first: boolean): DatedLine | null {
	const read = readDatedLine(line);
	if (read && (read.names.length === 0 || (others && first && !line.ended))) return read;
	const date = findDateLine(line);
	return date && { dates: [date], names: [] };
}

/** Where "by" starts before a name. */
function byOf(text: string, name: number): number {
	const lead = /\p{L}{2,4}\s+$/u.exec(text.slice(Math.max(0, name - 8), name))?.[0].length ?? 0;
	return name - lead;
}

/** Words of a short sentence that may open a report. */
const SHORTEST_SENTENCE = 4;
/** Words of a line that was broken at a column. */
const LONG_LINE = 9;
const SENTENCE = /[.。।,;:]["'”’»)\]]{0,2}$/u;

/** Whether a line is of running text: it ends a sentence or breaks off inside one, as the next line shows. */
function opensReport(line: Line, next: Line | undefined): boolean {
	if (line.words < SHORTEST_SENTENCE) return false;
	if (SENTENCE.test(line.text)) return true;
	return next !== undefined && next.gap === 0 && line.words >= LONG_LINE && /^\p{Ll}/u.test(next.text);
}

/** Whether a line gives an author, a date or a place: the head goes on down to it. */
function tellsOfReport(line: Line | undefined, text: string): boolean {
	if (!line) return false;
	return readDated(line, true, true) !== null || isStampLine(line) || findAuthors(line, text) !== null;
}

/** "a0457", "r f BC-MERIDIA-FERRY 03-05 0412": a wire's number, and its slug after single letters. */
const WIRE_CODE = /^(?:[a-z]{1,2}\d{3,5}|(?:[a-z] ){1,3}[A-Z]{2}[-–][A-Z]\S{1,40}(?: [A-Z\d-]{1,12}){0,5})$/;

const BY = /^(?:by|von|par|por|door)\s+/iu;

/** "Story by Ada Quill • 2h": how long ago a text was published, after its author. */
const AGO = /\s*[•·|]\s*\d{1,3}\s?(?:s|m|h|d|w|min|mins|minutes?|hrs?|hours?|days?)\.?(?: ago)?$/iu;
/** A label before an author that no other rule about bylines reads. */
const LABELLED = /^(?:byline|author|autor(?:in|a)?|auteure?|autore|tekst|автор|yazar|penulis|kirjoittaja)\s?:\s+/iu;

/** The byline of a line of the head, in the forms that plain texts have. */
function findAuthors(line: Line, text: string): Byline | null {
	const ago = AGO.exec(line.text)?.[0].length ?? 0;
	const bare = ago === 0 ? line : toLine(text, { start: line.start, end: line.end - ago }, line.gap);
	const found = findByline(bare, text) ?? findBarredByline(bare, text);
	if (found) return found;
	const lead = LABELLED.exec(line.text)?.[0].length ?? 0;
	const name = text.slice(line.start + lead, line.end);
	if (lead === 0 || line.words > 8 || !isPersonName(name, null)) return null;
	const span = { start: line.start, end: line.end };
	return { text: text.slice(span.start, span.end), span, from: "byline", authors: [name], agencies: [] };
}

function stated(text: string, { start, end }: Span, from: string): Stated {
	return { text: text.slice(start, end), span: { start, end }, from };
}

/** Lines of a newsletter among which the headline of its first item is looked for, and words of that. */
const ITEM_REACH = 3;
const MOST_ITEM_WORDS = 15;

/** The headline of a newsletter's first item: a line that ends no sentence, above one of prose. */
function firstItem(body: readonly Line[]): Line | null {
	const found = body.slice(0, ITEM_REACH).find((line, i) => !line.prose && !line.ended && body[i + 1]?.prose);
	return found && found.words >= 2 && found.words <= MOST_ITEM_WORDS && !/[,;:]$/.test(found.text) ? found : null;
}

/** "Ferry sinks - Harbour Post" right above "Ferry sinks": the title of the page, given once more. */
function dropRepeatedTitle(text: string, candidates: Line[], dropped: Dropped[]): Stated | null {
	for (let i = 0; i + 1 < candidates.length; i++) {
		const line = candidates[i];
		const next = candidates[i + 1];
		if (!line || !next) continue;
		const same = foldCase(line.text) === foldCase(next.text);
		// "[News] Ferry sinks": a thread's title, which the headline below begins with.
		const bare = line.text.replace(/^\[[^[\]]{2,30}\]\s*/, "");
		const thread = bare !== line.text && bare.length >= 8 && foldCase(next.text).startsWith(foldCase(bare));
		const longer =
			!same && line.text.startsWith(next.text) && /^\s*[|–—-]\s*\S/u.test(line.text.slice(next.text.length));
		if (!same && !longer && !thread) continue;
		dropped.push({ start: line.start, end: line.end, rule: REPEATED_BODY_RULE, reason: "the headline, given twice" });
		candidates.splice(i, 1);
		return longer ? (splitTitle(text, line)?.outlet ?? null) : null;
	}
	return null;
}

/** Words in capitals before a colon that open two lines or more, or lines of two speakers: a transcript. */
function findSpeakers(lines: readonly Line[]): ReadonlySet<string> {
	const counts = new Map<string, number>();
	for (const { text } of lines) {
		const name = /^(\p{Lu}[\p{Lu}\p{M} .'’-]{0,40}):\s/u.exec(text.slice(0, 60))?.[1];
		if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
	}
	const repeated = [...counts.values()].some((count) => count > 1);
	return repeated ? new Set(counts.keys()) : new Set();
}

function isSpeaker(dateline: Dateline, speakers: ReadonlySet<string>): boolean {
	return dateline.date === null && dateline.agency === null && speakers.has(dateline.text.replace(/:.*$/s, ""));
}

/** Lines of the body among which a byline may stand. */
const BYLINE_REACH = 3;

function findBylineInside(
	text: string,
	body: readonly Line[],
): { readonly byline: Byline; readonly index: number } | null {
	for (let index = 1; index < Math.min(body.length - 1, BYLINE_REACH); index++) {
		const line = body[index];
		if (!line || line.ended || line.words > 12 || !/^(?:by|von|par|por|di|door|av|af|autor|tekst)\b/iu.test(line.text))
			continue;
		const byline = findByline(line, text);
		if (byline && byline.authors.length > 0) return { byline, index };
	}
	return null;
}

/** Takes the dateline off the first lines of prose. */
function openingWithoutDateline(
	text: string,
	body: readonly Line[],
	known: Dateline | null,
	placeOf: (line: Line) => Dateline | null,
): { readonly lines: readonly Line[]; readonly dateline: Dateline | null } {
	if (known) return { lines: body, dateline: known };
	for (const [i, line] of body.slice(0, 2).entries()) {
		const dateline = placeOf(line);
		if (!dateline?.span) continue;
		const rest = trimSpan(text, { start: dateline.span.end, end: line.end });
		const cut = rest.start < rest.end ? [toLine(text, rest, line.gap)] : [];
		return { lines: [...body.slice(0, i), ...cut, ...body.slice(i + 1)], dateline };
	}
	return { lines: body, dateline: null };
}

function toHeadline(
	own: Stated | null,
	{ title, from }: { readonly title: string | null; readonly from: string },
): Headline | null {
	if (title === null) return own && { ...own, made: false };
	const same = own !== null && foldCase(own.text) === foldCase(title);
	return same ? { ...own, made: false } : { text: title, span: null, from, made: false };
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
