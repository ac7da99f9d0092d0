import type { Byline, Dateline, Dropped, SourceLine } from "../../model/article.ts";
import { foldLetters } from "../../text/fold.ts";
import { trimSpan } from "../../text/spans.ts";
import type { DraftDate } from "../draft.ts";
import { DATE_LINE_RULE, findDateLine, isStampLine } from "../lines/date-line.ts";
import { explainLine } from "../lines/line-rules.ts";
import { type Line, survey, toLine } from "../lines/lines.ts";
import { findSourceLine, SOURCE_LINE_RULE } from "../lines/source-line.ts";
import { findByline, toByline } from "../metadata/byline.ts";
import { findDateline } from "../metadata/dateline.ts";
import { twoReadings } from "../metadata/explicit-date.ts";
import { drop } from "./drop.ts";
import type { Region } from "./regions/region.ts";
import type { PageMetadata } from "./stated-metadata.ts";

/** Blocks before the first paragraph and after the last in which a byline or a date is looked for. */
const NEAR = 6;

/** A line of the main text, with what is known of its element. */
export interface MainLine {
	readonly line: Line;
	/** What drops it unless it is the byline or gives a date. */
	readonly late: Region | null;
	/** It is a row, an entry or a turn of something longer: no short line by itself. */
	readonly bound: boolean;
	readonly heading: boolean;
}

export interface Ends {
	readonly body: readonly Line[];
	readonly byline: Byline | null;
	/** The line that names who wrote, without what the page's metadata says. */
	readonly named: Byline | null;
	readonly dateline: Dateline | null;
	readonly dates: readonly DraftDate[];
	readonly sourceLines: readonly SourceLine[];
}

/** Takes off what a page's main text has above and below the report, and boilerplate between. */
export function readEnds(
	text: string,
	pieces: readonly MainLine[],
	metadata: PageMetadata,
	title: string | null,
	dropped: Dropped[],
): Ends {
	const main = pieces.map(({ line }) => line);
	const { firstProse, lastProse } = survey(main);
	const sourceLines: SourceLine[] = [];
	const dates: DraftDate[] = [];
	let named: Byline | null = null;
	const body: Line[] = [];
	for (const [index, { line, late, bound, heading }] of pieces.entries()) {
		if (bound) {
			body.push(line);
			continue;
		}
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
				const own = byline.span ?? line;
				if (named === null && index < firstProse) named = byline;
				else drop(dropped, own, "article/byline", "names the author again");
				const rest = trimSpan(text, { start: own.end, end: line.end });
				if (rest.start < rest.end) body.push(toLine(text, rest, 1));
				continue;
			}
			if (title !== null && isHeadline(line.text, title, index < firstProse && heading)) {
				drop(dropped, line, "article/headline-again", "the headline, given again");
				continue;
			}
		}
		if (late) {
			drop(dropped, line, late.rule, late.reason);
			continue;
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
	const turns = new Set(pieces.filter(({ bound }) => bound).map(({ line }) => line.start));
	const opening = takeDateline(text, body, turns);
	const stated = metadata.authors === null ? null : toByline(metadata.authors.names, metadata.authors.from);
	const byline = stated && named ? { ...stated, text: named.text, span: named.span } : (stated ?? named);
	return {
		body: opening.lines,
		byline: byline && creditAgency(byline, opening.dateline),
		named,
		dateline: opening.dateline,
		dates,
		sourceLines,
	};
}

/** Whether a line gives the headline again; above the report, a heading may give it with a kicker or in part. */
function isHeadline(written: string, title: string, atHead: boolean): boolean {
	const line = foldLetters(written);
	const whole = foldLetters(title);
	if (line === whole) return true;
	if (!atHead || line.length < 10 || whole.length < 10) return false;
	return whole.includes(line) || (line.includes(whole) && line.length < whole.length * 2);
}

/** A byline's "author" that the dateline names as the agency is the agency. */
function creditAgency(byline: Byline, dateline: Dateline | null): Byline {
	const agency = dateline?.agency ?? null;
	if (agency === null || !byline.authors.some((author) => foldLetters(author) === foldLetters(agency))) return byline;
	const authors = byline.authors.filter((author) => foldLetters(author) !== foldLetters(agency));
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
	const folded = foldLetters(written);
	const names = (metadata.authors?.names ?? []).filter(
		(name) => foldLetters(name).length >= 4 && folded.includes(foldLetters(name)),
	);
	const length = names.reduce((sum, name) => sum + foldLetters(name).length, 0);
	if (names.length === 0 || length * 3 < folded.length) return null;
	const byline = toByline(names, "byline");
	return byline && { ...byline, text: written, span: { start: line.start, end: line.end } };
}

function takeDateline(
	text: string,
	body: readonly Line[],
	turns: ReadonlySet<number>,
): { readonly lines: readonly Line[]; readonly dateline: Dateline | null } {
	for (const [i, line] of body.slice(0, 3).entries()) {
		const dateline = turns.has(line.start) ? null : findDateline(text, line);
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
