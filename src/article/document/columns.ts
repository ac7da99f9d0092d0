import type { Run } from "./pdf-runs.ts";
import { type Row, toRows } from "./rows.ts";

/**
 * The columns of a page in reading order.
 *
 * Catches: a headline over two columns of text, which are read one after the other.
 * Leaves: a table of short cells side by side, which is read row by row.
 */

/** Rows that a column has on each side of a gutter. */
const FEWEST_ROWS = 3;

/** Words that half of the rows beside a gutter have at the least: cells of tables have fewer. */
const COLUMN_WORDS = 3;

/** Width of a gutter at the least, in type sizes: typesetters leave one (LaTeX's default is 10 points). */
const GUTTER = 0.7;

/** Runs from which a page is read as it comes: drawings and maps are made of such numbers of labels. */
const MOST_RUNS = 8000;

/** Places of a gutter that are tried, and cuts inside cuts. */
const MOST_CANDIDATES = 120;
const DEEPEST = 6;

/** A piece of a row between two gaps as wide as a gutter. */
interface Piece {
	readonly x0: number;
	readonly x1: number;
	readonly runs: readonly Run[];
	readonly words: number;
}

interface PieceRow {
	readonly pieces: readonly Piece[];
	readonly y: number;
	readonly size: number;
}

/**
 * Each page's runs, parted into stretches that are read from top to bottom, one after the other. The
 * last column of a text may be a line long: where other pages have a gutter, fewer rows show it.
 */
export function findColumns(pages: readonly (readonly Run[])[]): Run[][][] {
	const rows = pages.map((runs) => (runs.length > MOST_RUNS ? [] : toRows(runs).map(toPieces)));
	const found = pages.map((): number[] => []);
	const read = (known: (page: number) => ReadonlySet<number>): Run[][][] =>
		pages.map((runs, page) => {
			if (runs.length > MOST_RUNS) return [[...runs]];
			const rtl = runs.filter((run) => run.rtl).length * 2 > runs.length;
			const cuts = { rtl, known: known(page), found: found[page] ?? [] };
			return cut(rows[page] ?? [], cuts, 0).map((own) =>
				own.flatMap((row) => row.pieces.flatMap((piece) => piece.runs)),
			);
		});
	const first = read(() => new Set());
	const gutters = found.map((list) => [...list]);
	if (pages.length < 2 || gutters.every((list) => list.length === 0)) return first;
	return read((page) => new Set(gutters.flatMap((list, other) => (other === page ? [] : list))));
}

interface Cuts {
	readonly rtl: boolean;
	/** Gutters of other pages. */
	readonly known: ReadonlySet<number>;
	/** Where this page was cut; filled as it is. */
	readonly found: number[];
}

function toPieces(row: Row): PieceRow {
	const pieces: { x0: number; x1: number; runs: Run[]; words: number }[] = [];
	for (const run of row.runs) {
		const last = pieces[pieces.length - 1];
		const words = countWords(run.text);
		if (last && run.x0 - last.x1 < GUTTER * row.size) {
			last.runs.push(run);
			last.x1 = Math.max(last.x1, run.x1);
			last.words += words;
		} else pieces.push({ x0: run.x0, x1: run.x1, runs: [run], words });
	}
	return { pieces, y: row.y, size: row.size };
}

function countWords(text: string): number {
	// Letters of scripts without spaces weigh by twos.
	const unspaced = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
	return (text.match(/\S+/g)?.length ?? 0) + Math.floor(unspaced / 2);
}

function cut(rows: readonly PieceRow[], cuts: Cuts, depth: number): (readonly PieceRow[])[] {
	const gutter = depth < DEEPEST ? findGutter(rows, cuts.known) : null;
	if (!gutter) return rows.length > 0 ? [rows] : [];
	const { x, from, end } = gutter;
	cuts.found.push(x);
	const band = rows.slice(from, end);
	const left = side(band, (piece) => piece.x1 <= x);
	const right = side(band, (piece) => piece.x0 >= x);
	const halves = cuts.rtl ? [right, left] : [left, right];
	return [
		...cut(rows.slice(0, from), cuts, depth + 1),
		...halves.flatMap((half) => cut(half, cuts, depth + 1)),
		...cut(rows.slice(end), cuts, depth + 1),
	];
}

function side(rows: readonly PieceRow[], within: (piece: Piece) => boolean): PieceRow[] {
	return rows.map((row) => ({ ...row, pieces: row.pieces.filter(within) })).filter((row) => row.pieces.length > 0);
}

interface Gutter {
	readonly x: number;
	readonly from: number;
	readonly end: number;
}

/** The place and the rows of the gutter with the most text beside it; null when there is none. */
function findGutter(rows: readonly PieceRow[], known: ReadonlySet<number>): Gutter | null {
	let best: (Gutter & { readonly weight: number }) | null = null;
	for (const x of gutterPlaces(rows)) {
		const fewest = isKnown(x, known) ? 1 : FEWEST_ROWS;
		let from = 0;
		for (let at = 0; at <= rows.length; at++) {
			const row = rows[at];
			if (row && !row.pieces.some((piece) => piece.x0 < x && piece.x1 > x)) continue;
			const weight = weigh(rows.slice(from, at), x, fewest);
			if (weight > 0 && (best === null || weight > best.weight)) best = { x, from, end: at, weight };
			from = at + 1;
		}
	}
	return best;
}

/** Points by which the gutters of two pages may be apart. */
const SAME_PLACE = 4;

function isKnown(x: number, known: ReadonlySet<number>): boolean {
	for (const other of known) if (Math.abs(other - x) <= SAME_PLACE) return true;
	return false;
}

/** Middles of the gaps between pieces, the most frequent first. */
function gutterPlaces(rows: readonly PieceRow[]): number[] {
	const counts = new Map<number, number>();
	for (const { pieces } of rows) {
		for (const next of pieces.slice(1)) {
			// The left edge of a column is straighter than the right edge of the one before it.
			const place = Math.round(next.x0 * 2) / 2 - 1;
			counts.set(place, (counts.get(place) ?? 0) + 1);
		}
	}
	return [...counts]
		.sort((a, b) => b[1] - a[1] || a[0] - b[0])
		.slice(0, MOST_CANDIDATES)
		.map(([place]) => place);
}

/** Words beside a gutter at `x`, or 0 when what stands there is no two columns of text. */
function weigh(band: readonly PieceRow[], x: number, fewest: number): number {
	const left: number[] = [];
	const right: number[] = [];
	let both = 0;
	let words = 0;
	for (const { pieces } of band) {
		let onLeft = 0;
		let onRight = 0;
		for (const piece of pieces) {
			if (piece.x1 <= x) onLeft += piece.words;
			else onRight += piece.words;
		}
		if (onLeft > 0) left.push(onLeft);
		if (onRight > 0) right.push(onRight);
		if (onLeft > 0 && onRight > 0) both++;
		words += onLeft + onRight;
	}
	if (left.length < fewest || right.length < fewest) return 0;
	// Columns stand beside each other: rows of one alone, above or below, are another thing.
	if (!besides(band, x, fewest)) return 0;
	// A gutter known from other pages may have a last line of a word beside it.
	if (fewest > 1 && Math.min(median(left), median(right)) < COLUMN_WORDS) return 0;
	if (Math.max(median(left), median(right)) < COLUMN_WORDS) return 0;
	return words + both;
}

/** Whether the heights of what stands left and right of `x` overlap by so many rows. */
function besides(band: readonly PieceRow[], x: number, fewest: number): boolean {
	const ys = (within: (piece: Piece) => boolean): number[] =>
		band.filter(({ pieces }) => pieces.some(within)).map(({ y }) => y);
	const left = ys((piece) => piece.x1 <= x);
	const right = ys((piece) => piece.x0 >= x);
	const top = Math.max(left[0] ?? 0, right[0] ?? 0);
	const bottom = Math.min(left[left.length - 1] ?? 0, right[right.length - 1] ?? 0);
	const inside = (list: readonly number[]): number => list.filter((y) => y >= top - 1 && y <= bottom + 1).length;
	return inside(left) >= fewest && inside(right) >= fewest;
}

function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
