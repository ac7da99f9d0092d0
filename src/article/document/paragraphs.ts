import type { TextLine } from "./text-lines.ts";

/** Lines of one column that belong together. */
export interface Paragraph {
	readonly kind: "text" | "item" | "row";
	readonly lines: readonly TextLine[];
	readonly size: number;
	readonly page: number;
	/** Its first line is set in from the column's edge. */
	readonly indented: boolean;
	/** Its last line runs to the column's edge: the paragraph may go on elsewhere. */
	readonly full: boolean;
	/** Type sizes of white space above it; null at the head of a column. */
	readonly above: number | null;
}

/** How far a line must stand in to open a paragraph, in type sizes. */
const INDENT = 0.7;

/** How much more than the usual distance between lines parts paragraphs. */
const GAP = 1.28;

/** Distance between lines, in type sizes, when a column has too few to tell; and the widest of one paragraph. */
const USUAL_LEADING = 1.25;
const WIDEST_LEADING = 2.6;

/** Sizes within this share of each other are one size. */
const SAME_SIZE = 0.07;

/** Type larger than the body's by this is a heading's. */
export const HEADING_SIZE = 1.12;

/** Lines from which the edge of a column is where nine of ten lines end; under it, where the longest does. */
const ENOUGH_LINES = 10;

/** Share of a column's width under which an unended line is no line of running text. */
const SHORT = 0.75;

const BULLET = /^[•◦▪▫‣⁃●○■□➢➤✓✔]\s*|^[–—*·-]\s+/u;
const NUMBERED = /^(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|\(\p{L}\))\s/u;
/** "VANE:", "MS. QUILL:", "Q.": somebody else speaks. */
const SPEAKER = /^(?:\p{Lu}[\p{Lu}.'’-]*(?:\s\p{Lu}[\p{Lu}.'’-]*){0,3}:|[QA][.:])\s/u;
const ENDED = /[.!?…:。！？؟।](?:\s?[»›]|["'”’“)\]*_⁰¹²³⁴⁵⁶⁷⁸⁹])*$/u;

interface Column {
	readonly left: number;
	readonly right: number;
	/** Usual distance between lines of running text, in type sizes. */
	readonly leading: number;
	readonly bodySize: number;
}

/** Cuts the lines of a column into paragraphs, items and rows. */
export function toParagraphs(lines: readonly TextLine[], page: number, bodySize: number): Paragraph[] {
	const column = measure(lines, bodySize);
	const groups: TextLine[][] = [];
	for (const line of lines) {
		const group = groups[groups.length - 1];
		if (group && !opensParagraph(group, line, column)) group.push(line);
		else groups.push([line]);
	}
	let before: TextLine | null = null;
	return groups.map((group) => {
		const [first] = group;
		const last = group[group.length - 1];
		const above: number | null = before && first ? (first.y - before.y) / first.size : null;
		before = last ?? null;
		return {
			kind: first?.cells ? "row" : first && isItem(first) ? "item" : "text",
			lines: group,
			size: first?.size ?? bodySize,
			page,
			indented: first !== undefined && first.start > column.left + INDENT * first.size,
			full: last !== undefined && last.end > column.right - 2.5 * last.size,
			above,
		};
	});
}

function measure(lines: readonly TextLine[], bodySize: number): Column {
	const body = lines.filter((line) => isSameSize(line.size, bodySize) && line.cells === null);
	const used = body.length > 0 ? body : lines;
	const ends = used.map((line) => line.end).sort((a, b) => a - b);
	const right = ends.length >= ENOUGH_LINES ? ends[Math.floor(ends.length * 0.9)] : ends[ends.length - 1];
	const starts = new Map<number, number>();
	for (const line of used) starts.set(Math.round(line.start), (starts.get(Math.round(line.start)) ?? 0) + 1);
	let left = Number.POSITIVE_INFINITY;
	for (const [start, count] of starts) {
		// The edge is the leftmost place at which several lines begin.
		if (count * 6 >= used.length && start < left) left = start;
	}
	const distances: number[] = [];
	for (let i = 1; i < lines.length; i++) {
		const a = lines[i - 1];
		const b = lines[i];
		if (!a || !b || !isSameSize(a.size, b.size) || !isSameSize(b.size, bodySize)) continue;
		const distance = (b.y - a.y) / b.size;
		if (distance > 0.8 && distance < WIDEST_LEADING) distances.push(distance);
	}
	distances.sort((a, b) => a - b);
	// Below the middle: where every paragraph is two lines long, half of the distances are gaps.
	const leading = distances.length >= 3 ? (distances[Math.floor(distances.length * 0.35)] ?? USUAL_LEADING) : null;
	return {
		left: left === Number.POSITIVE_INFINITY ? Math.min(...used.map((line) => line.start)) : left,
		right: right ?? 0,
		bodySize,
		leading: leading ?? Math.min(distances[0] ?? USUAL_LEADING, WIDEST_LEADING),
	};
}

export function isSameSize(a: number, b: number): boolean {
	return Math.abs(a - b) <= SAME_SIZE * Math.max(a, b);
}

export function isEnded(text: string): boolean {
	return ENDED.test(text.slice(-12));
}

function isItem(line: TextLine): boolean {
	return BULLET.test(line.text) || NUMBERED.test(line.text);
}

function opensParagraph(group: readonly TextLine[], line: TextLine, column: Column): boolean {
	const first = group[0];
	const before = group[group.length - 1];
	if (!first || !before) return true;
	if (line.cells || before.cells) return true;
	if (!isSameSize(line.size, before.size)) return true;
	const heading = line.size > HEADING_SIZE * column.bodySize;
	const distance = (line.y - before.y) / line.size;
	if (distance < 0 || distance > Math.max(column.leading * GAP, heading ? 1.7 : 0)) return true;
	if (line.marked) return true;
	if (BULLET.test(line.text)) return true;
	const short = isShort(before, line, column);
	const ended = isEnded(before.text);
	if (heading) return short && ended;
	if (ended && SPEAKER.test(line.text)) return true;
	if (NUMBERED.test(line.text) && (ended || short || line.start < before.start - INDENT * line.size)) return true;
	const broken = /[-‐\u00ad]$/.test(before.text);
	if (broken) return false;
	const item = isItem(first);
	const deeper = line.start - before.start;
	if (item) {
		// The lines of an item hang under its text; one back at its mark, or before it, is another paragraph.
		const hangs = group.length > 1 ? Math.abs(deeper) <= INDENT * line.size : deeper >= -0.2 * line.size;
		return !hangs || (short && (ended || isVeryShort(before, column)));
	}
	if (deeper > INDENT * line.size) return ended || short || before.start > column.left + INDENT * line.size;
	if (deeper < -INDENT * line.size && group.length > 1) return true;
	return (
		short && (ended || before.end < column.left + SHORT * (column.right - column.left)) && !isCentred(before, line)
	);
}

/** Whether the next line's first word would have fitted on the line before it: someone ended that line. */
function isShort(before: TextLine, next: TextLine, column: Column): boolean {
	const letter = (before.end - before.start) / Math.max(1, before.text.length);
	const word = /^\S+/.exec(next.text)?.[0].length ?? 0;
	return before.end + (word + 1) * letter + 0.6 * before.size < column.right;
}

function isVeryShort(line: TextLine, column: Column): boolean {
	return line.end < column.left + SHORT * (column.right - column.left);
}

function isCentred(a: TextLine, b: TextLine): boolean {
	const middle = (line: TextLine): number => (line.start + line.end) / 2;
	return Math.abs(middle(a) - middle(b)) < 0.5 * a.size && Math.abs(a.start - b.start) > a.size;
}
