import type { Byline, Dateline, Dropped, MetadataValue, Stated } from "../../model/article.ts";
import type { StatedMetadata } from "../../model/capture.ts";
import type { Span } from "../../model/span.ts";
import { foldLetters } from "../../text/fold.ts";
import { contains, overlaps, subtractSpans, trimSpan } from "../../text/spans.ts";
import type { DraftDate } from "../draft.ts";
import { isAgency } from "../metadata/agencies.ts";
import { type BylineLine, chooseByline } from "../metadata/choose-byline.ts";
import { type ChosenDate, chooseModified, choosePublished } from "../metadata/choose-date.ts";
import { BYLINE_LEAD } from "../metadata/name-words.ts";
import { listMetadata, type SourceValue } from "../metadata/source-value.ts";
import { findVisibleDates } from "../metadata/visible-dates.ts";
import type { Placed } from "./layout.ts";
import type { Piece } from "./linearise.ts";
import type { PageMetadata } from "./stated-metadata.ts";
import type { PageTitle } from "./title.ts";

/** What a page's own words and its metadata together make of its fields. */
export interface ChosenMetadata {
	readonly byline: Byline | null;
	readonly published: DraftDate;
	readonly modified: DraftDate;
	readonly section: Stated | null;
	readonly metadata: readonly MetadataValue[];
}

export interface PageEvidence {
	readonly text: string;
	readonly placed: readonly Placed[];
	readonly metadata: PageMetadata;
	readonly stated: StatedMetadata;
	readonly title: PageTitle;
	readonly headline: Span | null;
	/** The byline among the lines of the main text; null when there is none. */
	readonly named: Byline | null;
	readonly dateline: Dateline | null;
	readonly outlet: Stated | null;
}

/** Blocks above the headline, and below it, among which a byline and a date are looked for. */
const ABOVE = 4;
const BELOW = 24;

/** UTF-16 units of a block from which it is the report's text. */
const TEXT_FROM = 140;
const LONGEST_BYLINE = 160;

export function chooseMetadata(evidence: PageEvidence): ChosenMetadata {
	const { metadata, stated, title, headline, outlet } = evidence;
	const of = (field: SourceValue["field"]): SourceValue[] => metadata.values.filter((value) => value.field === field);
	const head = findHead(evidence);
	const lines = findDateLines(evidence, head);
	const published = choosePublished(
		[...of("published"), ...statedDate(stated), ...lines.filter(({ field }) => field === "published")],
		of("modified"),
		metadata.language,
	);
	const changes = [...of("modified"), ...lines.filter(({ field }) => field === "modified")];
	const modified = chooseModified(changes, metadata.language);
	const authors = chooseByline(
		of("author"),
		of("section"),
		metadata.own,
		findBylineLines(evidence, head),
		evidence.dateline,
	);
	const section = of("section")[0] ?? null;
	const titles: SourceValue[] = [
		...(title.piece && title.text !== null && headline
			? [{ field: "title" as const, text: title.text, span: headline, from: title.from }]
			: []),
		...(stated.title === null ? [] : [{ field: "title" as const, text: stated.title, span: null, from: "stated" }]),
		...of("title"),
	];
	const outlets: SourceValue[] = [
		...(stated.outlet === null ? [] : [{ field: "outlet" as const, text: stated.outlet, span: null, from: "stated" }]),
		...of("outlet"),
	];
	const names = new Set([...(authors.byline?.authors ?? []), ...(authors.byline?.agencies ?? [])].map(foldLetters));
	const all: SourceValue[] = [
		...titles,
		...authors.values,
		...of("agency"),
		...outlets,
		...of("published"),
		...statedDate(stated),
		...lines.filter(({ field }) => field === "published"),
		...changes,
		...of("language"),
		...of("canonical"),
		...of("section"),
	];
	const taken = (value: SourceValue): boolean => {
		switch (value.field) {
			case "title":
				return (
					value.from === title.from &&
					(value.span !== null || title.piece === null) &&
					value === titles.find(({ from }) => from === title.from)
				);
			case "author":
				return authors.from.includes(value.from) && [...names].some((name) => foldLetters(value.text).includes(name));
			case "outlet":
				return (
					outlet !== null && value === outlets.find(({ text, from }) => text === outlet.text && from === outlet.from)
				);
			case "published":
				return value === published.taken;
			case "modified":
				return value === modified.taken;
			case "canonical":
				return value.text === metadata.canonical && value === of("canonical")[0];
			case "section":
				return value === section;
			case "language":
				return value === of("language")[0];
			default:
				return false;
		}
	};
	return {
		byline: authors.byline,
		published: published.date,
		modified: modified.date,
		section: section && { text: section.text, span: null, from: section.from },
		metadata: listMetadata(all, taken),
	};
}

/** The date of publication as far as it stands beside the visible text. */
export function readPublishedBeside(metadata: PageMetadata, stated: StatedMetadata): DraftDate {
	const values = metadata.values.filter(({ field }) => field === "published");
	const chosen: ChosenDate = choosePublished(
		[...values, ...statedDate(stated)],
		metadata.values.filter(({ field }) => field === "modified"),
		metadata.language,
	);
	return chosen.date;
}

/** What was dropped, without a stretch that turned out to be the byline. */
export function cutOut(text: string, dropped: readonly Dropped[], span: Span | null): Dropped[] {
	if (span === null) return [...dropped];
	return dropped.flatMap((one) => {
		if (!overlaps(one, span)) return [one];
		return subtractSpans([one], [span])
			.map((part) => trimSpan(text, part))
			.filter((part) => part.start < part.end)
			.map((part) => ({ ...one, ...part }));
	});
}

function statedDate({ published }: StatedMetadata): SourceValue[] {
	return published === null ? [] : [{ field: "published", text: published, span: null, from: "stated" }];
}

/** The blocks around the headline, above the report's own text. */
function findHead({ placed, title }: PageEvidence): readonly Placed[] {
	const after = title.piece === null ? -1 : firstAfter(placed, title);
	const from = after < 0 ? 0 : Math.max(0, after - ABOVE);
	const head: Placed[] = [];
	for (let i = from; i < placed.length; i++) {
		const piece = placed[i];
		if (!piece || (after >= 0 && i > after + BELOW)) break;
		if (piece.taken && piece.piece.text.length >= TEXT_FROM && i >= after) break;
		// What the report quotes is dated and signed by others.
		if (piece.piece.kind !== "quote") head.push(piece);
		if (after < 0 && head.length > BELOW * 4) break;
	}
	return after < 0 ? head.slice(-BELOW) : head;
}

/** The first block after the headline in the page's order, which its path gives. */
function firstAfter(placed: readonly Placed[], { piece }: PageTitle): number {
	const path = piece?.path ?? [];
	return placed.findIndex((other) => comparePaths(other.piece.path, path) > 0);
}

function comparePaths(a: readonly number[], b: readonly number[]): number {
	for (let i = 0; i < Math.min(a.length, b.length); i++) {
		const difference = (a[i] ?? 0) - (b[i] ?? 0);
		if (difference !== 0) return difference;
	}
	return a.length - b.length;
}

/** Dates in the lines beside the headline; those that are called the publication's come first. */
function findDateLines({ text, metadata }: PageEvidence, head: readonly Placed[]): SourceValue[] {
	const values: SourceValue[] = [];
	for (const { start, piece } of head) {
		for (const found of findVisibleDates(piece.text, metadata.language)) {
			const span = { start: start + found.start, end: start + found.start + found.length };
			const written = text.slice(span.start, span.end).trimEnd();
			values.push({
				field: found.what === "changed" ? "modified" : "published",
				text: written,
				span: { start: span.start, end: span.start + written.length },
				from: found.what === null ? "date line" : `${found.what} line`,
			});
		}
	}
	return [
		...values.filter(({ from }) => from === "published line"),
		...values.filter(({ from }) => from !== "published line"),
	];
}

/** The byline of the main text, then lines beside the headline that open as bylines do, then names alone at the text's ends. */
function findBylineLines(
	{ text, placed, named, metadata, title }: PageEvidence,
	head: readonly Placed[],
): BylineLine[] {
	const lines: BylineLine[] = [];
	if (named?.span) lines.push({ text: named.text, span: named.span, from: "byline" });
	const marked = new Set(
		metadata.values
			.filter(({ from }) => from === "byline element" || from === "rel=author")
			.map((value) => foldLetters(value.text)),
	);
	for (const { start, end, piece } of head) {
		if (piece.text.length > LONGEST_BYLINE || lines.some(({ span }) => contains({ start, end }, span))) continue;
		for (const part of piece.text.matchAll(/[^|•·\n]+/g)) {
			const written = part[0].trim();
			const says = BYLINE_LEAD.test(written) || marked.has(foldLetters(written)) || isAgencyLine(written);
			// "Ada Quill | 14 May 2031"
			const dated =
				!says &&
				!isPicture(piece) &&
				NAME_ALONE.test(written) &&
				findVisibleDates(piece.text, metadata.language).length > 0;
			if (written === "" || (!says && !dated)) continue;
			const at = start + part.index + (part[0].length - part[0].trimStart().length);
			lines.push({ text: written, span: { start: at, end: at + written.length }, from: says ? "byline" : "name line" });
		}
	}
	const top = title.piece === null ? 0 : firstAfter(placed, title);
	const firstText = placed.findIndex(({ taken, piece }, i) => i >= top && taken && piece.text.length >= TEXT_FROM);
	if (firstText < 0) return lines;
	const near = [
		...placed.slice(Math.max(0, firstText - 2), firstText),
		...placed
			.slice(firstText + 1)
			.filter(({ taken }) => taken)
			.slice(-3),
	];
	for (const { start, end, piece } of near) {
		if (!NAME_ALONE.test(piece.text) || piece.links.length > 0 || piece.kind === "heading") continue;
		lines.push({ text: text.slice(start, end), span: { start, end }, from: "name line" });
	}
	return lines;
}

/** Whether a block stands with a picture, a film or a recording. */
function isPicture({ around }: Piece): boolean {
	return around.some(
		({ name, classes }) =>
			name === "figure" || name === "figcaption" || /caption|media|player|audio|video|gallery|credit/i.test(classes),
	);
}

/** "AFP", "AFP, PORT AMITY"; two letters alone are too many other things. */
function isAgencyLine(line: string): boolean {
	const [name = "", place] = line.split(/\s*,\s*/);
	return isAgency(name) && (name.length > 2 || place !== undefined);
}

/** Two to four capitalised words and nothing else, or two such names parted by a mark. */
const NAME_ALONE =
	/^\p{Lu}[\p{L}\p{M}.'’-]*(?: \p{Lu}[\p{L}\p{M}.'’-]*){1,3}(?:\s?[/,&]\s?\p{Lu}[\p{L}\p{M}.'’-]*(?: \p{Lu}[\p{L}\p{M}.'’-]*){1,3})?$/u;
