import { type Line, toLine } from "../lines/lines.ts";

/**
 * Joins the lines of a paragraph that was wrapped at a column.
 *
 * Catches: three lines of 68, 71 and 30 characters, where the next line's first word would never
 * have fitted; the same with an indented first line, or with "> " before each.
 * Leaves: a headline, a deck and a paragraph in three lines, where it would have; a poem.
 *
 * A text shows that it is wrapped by lines that break inside a sentence: the next goes on in small
 * letters, or a hyphen parts a word. The longest of them gives the column; they must be as full as
 * it allows. Then every full line is joined to the next.
 */

/** Columns at which text is wrapped: mail, terminals, wire services and the columns of papers. */
const NARROWEST = 25;
const WIDEST = 130;

/** Below this column, where lines of verse and lists are as long, more must show it. */
const NARROW = 50;
const SHOWING = 2;
const SHOWING_NARROW = 3;

/** Share of the lines broken inside a sentence that must be full. */
const FULL_SHARE = 0.85;

/** In proportional type a full line may be this much shorter than the longest, in a text that shows it often enough. */
const RAGGED = 0.86;
const SHOWING_RAGGED = 4;
/** Share of the column from which a line inside a sentence is joined to the next, whatever would have fitted. */
const NEARLY = 0.75;

/** UTF-16 units of a line's indentation and marks that are looked at. */
const LOOK_BACK = 40;

/** Lines that are items or a speaker's words begin anew, whatever stands above them. */
const BEGINS = /^(?:[-*•◦▪‣·–—]\s|\d{1,3}[.)]\s|#{1,6}\s|\p{Lu}[\p{Lu} .'’-]{1,30}:\s)/u;
/** Wires end a paragraph with a mark and open one with a control character. */
const PARAGRAPH_END = /[<¶]$/;
const PARAGRAPH_START = /^[\u0001-\u0008\u000e-\u001f]/;
const SENTENCE_END = /[.!?…。！？؟।:：](?:\s?[»›]|["'”’“)\]*_])*$/u;
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** A line as it stands in its column. */
interface Row {
	readonly line: Line;
	/** Its words without quotation marks of mail at its head. */
	readonly words: string;
	/** Units from the start of the line to its first word, and to its end. */
	readonly indent: number;
	readonly width: number;
	/** Units of the first word: what would have had to fit in the line above. */
	readonly lead: number;
	readonly quoted: boolean;
	/** Whether a line that was dropped stands between the one above and this one: a block is one stretch. */
	readonly parted: boolean;
}

/** Joins wrapped lines into one line a paragraph; others come back as they are. */
export function joinWrappedLines(text: string, lines: readonly Line[]): Line[] {
	const rows = lines.map((line, i) => toRow(text, line, lines[i - 1]?.end ?? line.start));
	const column = findColumn(rows);
	if (column === null) return [...lines];
	const joined: Line[] = [];
	let open: { first: Line; last: Line } | null = null;
	const close = (): void => {
		if (!open) return;
		const { first, last } = open;
		joined.push(first === last ? first : toLine(text, { start: first.start, end: last.end }, first.gap));
	};
	for (const [i, row] of rows.entries()) {
		const above = rows[i - 1];
		if (open && above && goesOn(above, row, column)) open = { first: open.first, last: row.line };
		else {
			close();
			open = { first: row.line, last: row.line };
		}
	}
	close();
	return joined;
}

/** @param from where the line above ends */
function toRow(text: string, line: Line, from: number): Row {
	const words = line.text.replace(/^(?:>\s?)+/, "");
	let begin = line.start;
	while (begin > 0 && line.start - begin < LOOK_BACK && /[ \t\u00a0\u3000]/.test(text.charAt(begin - 1))) begin--;
	const indent = line.start - begin;
	// Marks alone are a rule across the page.
	const lead = !/[\p{L}\p{N}]/u.test(words) ? 0 : UNSPACED.test(words) ? 1 : (/^\S+/.exec(words)?.[0].length ?? 0);
	const parted = /\S/.test(text.slice(from, line.start));
	const quoted = words.length < line.text.length;
	return { line, words, indent, width: indent + line.end - line.start, lead, quoted, parted };
}

interface Column {
	readonly width: number;
	/** How much of the width a full line must take with the next line's first word. */
	readonly fill: number;
}

function findColumn(rows: readonly Row[]): Column | null {
	const broken: { above: Row; row: Row }[] = [];
	for (const [i, row] of rows.entries()) {
		const above = rows[i - 1];
		if (above && row.line.gap === 0 && above.width <= WIDEST && breaksSentence(above, row)) broken.push({ above, row });
	}
	let width = 0;
	for (const { above } of broken) width = Math.max(width, above.width);
	// A letter of a script without spaces is two columns wide.
	const wide = broken.every(({ row }) => UNSPACED.test(row.words)) ? 2 : 1;
	if (width * wide < NARROWEST) return null;
	const marked = broken.some(({ above, row }) => above.quoted || isHyphenated(above, row));
	if (broken.length < (marked ? 1 : width * wide < NARROW ? SHOWING_NARROW : SHOWING)) return null;
	const fullAt = (fill: number): boolean =>
		broken.filter(({ above, row }) => isFull(above, row, { width, fill })).length >= broken.length * FULL_SHARE;
	if (fullAt(1)) return { width, fill: 1 };
	const ragged = width >= NARROW && broken.length >= SHOWING_RAGGED;
	return ragged && fullAt(RAGGED) ? { width, fill: RAGGED } : null;
}

/** A line ends inside a sentence, as the next one shows. */
function breaksSentence(above: Row, row: Row): boolean {
	if (BEGINS.test(row.words) || row.lead === 0 || above.lead === 0) return false;
	if (isHyphenated(above, row)) return true;
	if (SENTENCE_END.test(above.line.text.slice(-12))) return false;
	if (/^["“„«(']?\p{Ll}/u.test(row.words)) return true;
	// Scripts without small letters: a line that no mark ends, and whose neighbour is a line of text as well.
	return /^\p{Lo}/u.test(row.words) && above.line.words >= 5 && /[\p{Lo}\p{M},،、，]$/u.test(above.line.text.slice(-2));
}

function isHyphenated(above: Row, row: Row): boolean {
	return /[\p{L}\p{M}][-\u00ad\u2010]$/u.test(above.line.text.slice(-3)) && /^\p{Ll}/u.test(row.words);
}

function isFull(above: Row, row: Row, { width, fill }: Column): boolean {
	return isHyphenated(above, row) || above.width + 1 + row.lead >= width * fill;
}

function goesOn(above: Row, row: Row, column: Column): boolean {
	if (row.parted || PARAGRAPH_START.test(row.words)) return false;
	if (row.line.gap > 0 || above.quoted !== row.quoted || row.lead === 0 || above.lead === 0) return false;
	if (above.width > column.width + 2 || row.width > column.width + 2 || BEGINS.test(row.words)) return false;
	if (PARAGRAPH_END.test(above.line.text.slice(-2))) return false;
	const breaks = breaksSentence(above, row);
	// A line further in than the one above begins a paragraph, unless the sentence goes on.
	if (row.indent > above.indent && !breaks) return false;
	// In a text that is known to be wrapped, a sentence that goes on shows the rest: control marks count in some columns.
	return isFull(above, row, column) || (breaks && above.width >= column.width * NEARLY);
}
