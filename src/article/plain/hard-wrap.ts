import { type Line, toLine } from "../lines/lines.ts";

/**
 * Joins the lines of a paragraph that was wrapped at a column.
 *
 * Catches: three lines of 68, 71 and 30 characters, where the next line's first word would never
 * have fitted. Leaves: a headline, a deck and a paragraph in three lines, where it would have.
 */

/** Columns at which text is wrapped: mail, terminals and wire services stay within these. */
const NARROWEST = 55;
const WIDEST = 100;

/** Lines a paragraph must have before it shows by itself that the text is wrapped. */
const SHOWING = 3;

/** Joins wrapped lines into one line a paragraph; others come back as they are. */
export function joinWrappedLines(text: string, lines: readonly Line[]): Line[] {
	const groups = groupByGap(lines);
	let column = 0;
	for (const group of groups)
		if (group.length >= SHOWING && isWrapped(group, widest(group))) column = Math.max(column, widest(group));
	if (column === 0) return [...lines];
	const joined: Line[] = [];
	for (const group of groups) {
		const first = group[0];
		const last = group[group.length - 1];
		if (!first || !last) continue;
		if (group.length > 1 && widest(group) <= column && isWrapped(group, column)) {
			joined.push(toLine(text, { start: first.start, end: last.end }, first.gap));
		} else for (const line of group) joined.push(line);
	}
	return joined;
}

function groupByGap(lines: readonly Line[]): Line[][] {
	const groups: Line[][] = [];
	for (const line of lines) {
		const group = groups[groups.length - 1];
		if (group && line.gap === 0) group.push(line);
		else groups.push([line]);
	}
	return groups;
}

function widest(group: readonly Line[]): number {
	let width = 0;
	for (const line of group) width = Math.max(width, line.end - line.start);
	return width;
}

/** Whether each line but the last is as full as its next word allows, at a likely column. */
function isWrapped(group: readonly Line[], column: number): boolean {
	if (column < NARROWEST || column > WIDEST) return false;
	for (let i = 0; i + 1 < group.length; i++) {
		const line = group[i];
		const next = group[i + 1];
		if (!line || !next) return false;
		const word = /^\S+/.exec(next.text)?.[0].length ?? 0;
		if (line.end - line.start + 1 + word <= column) return false;
	}
	return true;
}
