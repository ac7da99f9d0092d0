import type { Run } from "./pdf-runs.ts";
import { type Row, toRows } from "./rows.ts";
import { toSuperscript } from "./superscript.ts";

/** A line of text as it stands in a column. */
export interface TextLine {
	readonly text: string;
	/** Where it starts and ends along the direction of reading, in points: for Hebrew from the right. */
	readonly start: number;
	readonly end: number;
	readonly y: number;
	readonly size: number;
	/** The font of most of it. */
	readonly font: string;
	readonly rtl: boolean;
	/** Its cells, when it is a row of a table; else null. */
	readonly cells: readonly string[] | null;
	/** It opens with a raised mark: a note. */
	readonly marked: boolean;
}

/** Width of a gap that parts words, and of one that parts cells, in type sizes. */
const WORD_GAP = 0.13;
const CELL_GAP = 1.2;

/** How far the edges of cells in two rows may be apart, in type sizes. */
const ALIGNED = 0.7;

/** Words of a cell: a longer one is a column of text. */
const MOST_CELL_WORDS = 12;

/** The first cell of what looks like a row and is none: an item's mark, a speaker's or a question's label. */
const LABEL = /^(?:[•◦▪‣●○■–—*·-]|\(?(?:\d{1,3}|\p{L}|[ivx]{1,4})[.)]|.{1,40}[:：]|[QA]\.?)$/u;

/** The lines of a column, from the top. */
export function toTextLines(runs: readonly Run[], width: number): TextLine[] {
	const rows = toRows(runs);
	const rtl = isRtl(runs);
	const cells = rows.map((row) => toCells(row, rtl));
	return rows.map((row, i) => {
		const own = cells[i] ?? [];
		const table = own.length > 1 && [i - 1, i + 1].some((at) => areAligned(own, cells[at] ?? [], row.size));
		const ordered = order(row.runs, rtl);
		const { start, end } = rtl ? { start: width - row.x1, end: width - row.x0 } : { start: row.x0, end: row.x1 };
		return {
			text: joinRuns(ordered, rtl),
			start,
			end,
			y: row.y,
			size: row.size,
			font: mainFont(row.runs),
			rtl,
			cells: table ? own.map((cell) => cell.text) : null,
			marked: ordered[0]?.raised === true && ordered.length > 1,
		};
	});
}

function isRtl(runs: readonly Run[]): boolean {
	let letters = 0;
	for (const run of runs) letters += run.rtl ? run.text.length : -run.text.length;
	return letters > 0;
}

function mainFont(runs: readonly Run[]): string {
	const weights = new Map<string, number>();
	for (const run of runs) weights.set(run.font, (weights.get(run.font) ?? 0) + run.text.length);
	let main = "";
	let most = -1;
	for (const [font, weight] of weights) if (weight > most) [main, most] = [font, weight];
	return main;
}

/** Runs in the order of reading: from the right in a line of Hebrew, Latin words and numbers in it from the left. */
function order(runs: readonly Run[], rtl: boolean): Run[] {
	if (!rtl) return [...runs];
	const ordered: Run[] = [];
	let latin: Run[] = [];
	for (const run of [...runs].reverse()) {
		if (run.rtl || !/[\p{L}\p{N}]/u.test(run.text)) {
			ordered.push(...latin.reverse(), run);
			latin = [];
		} else latin.push(run);
	}
	return [...ordered, ...latin.reverse()];
}

function joinRuns(runs: readonly Run[], rtl: boolean): string {
	let text = "";
	let before: Run | null = null;
	for (const run of runs) {
		if (before) text += isGap(before, run, rtl) ? " " : "";
		text += run.raised ? toSuperscript(run.text) : run.text;
		before = run;
	}
	return text.replace(/\s+/g, " ").trim();
}

function isGap(a: Run, b: Run, rtl: boolean): boolean {
	const gap = rtl && a.x0 >= b.x1 - 1 ? a.x0 - b.x1 : b.x0 - a.x1;
	const size = Math.max(a.size, b.size);
	if (b.raised) return gap > 0.4 * size;
	// Where Hebrew is set from the left, the white space before a run is not the space before it in reading.
	return gap > WORD_GAP * size || (!rtl && b.spaced && gap > -0.3 * size);
}

interface Cell {
	readonly text: string;
	readonly x0: number;
	readonly x1: number;
}

function toCells(row: Row, rtl: boolean): Cell[] {
	const groups: Run[][] = [];
	let right = 0;
	for (const run of row.runs) {
		const group = groups[groups.length - 1];
		if (group && run.x0 - right < CELL_GAP * row.size) group.push(run);
		else groups.push([run]);
		right = Math.max(group ? right : 0, run.x1);
	}
	const cells = groups.map((group) => ({
		text: joinRuns(order(group, rtl), rtl),
		x0: group[0]?.x0 ?? 0,
		x1: Math.max(...group.map((run) => run.x1)),
	}));
	if (rtl) cells.reverse();
	const first = cells[0];
	if (first && LABEL.test(first.text)) return [];
	return cells.some((cell) => cell.text.split(" ").length > MOST_CELL_WORDS) ? [] : cells;
}

/** Whether two rows have at least two cells under each other. */
function areAligned(a: readonly Cell[], b: readonly Cell[], size: number): boolean {
	if (a.length < 2 || b.length < 2) return false;
	const near = (x: number, y: number): boolean => Math.abs(x - y) <= ALIGNED * size;
	const shared = a.filter((one) => b.some((other) => near(one.x0, other.x0) || near(one.x1, other.x1)));
	return shared.length >= 2;
}
