import { countWords } from "../lines/lines.ts";
import type { Ancestor, Piece } from "./linearise.ts";
import { linkedShare } from "./regions/region.ts";

/**
 * Which pieces are the article's, where Readability took a part of it or nothing.
 *
 * Catches: an article in four containers with advertisements between them, of which Readability took
 * one: the paragraphs of the others are made like its own.
 * Leaves: the teasers of other stories below it, which are made otherwise or stand in another `article`.
 */

/** Elements whose names and classes tell how a paragraph is made: its own and those around it. */
const LEVELS = 3;

/** Share of the taken text that must be made in one way for that to be how the article is made. */
const MAIN_SHARE = 0.3;

/** Words of a paragraph that is added. */
const FEWEST_WORDS = 8;

/** Share (0–1) of a paragraph's characters inside links past which it is not added. */
const MOST_LINKED = 0.5;

/** Share of the page's prose that an element must hold to stand in for what Readability did not find. */
const HOLDS = 0.5;

/** @param taken whether Readability took each piece */
export function rescuePieces(pieces: readonly Piece[], taken: readonly boolean[]): boolean[] {
	return taken.some((own) => own) ? addAlike(pieces, taken) : takeContainer(pieces);
}

function addAlike(pieces: readonly Piece[], taken: readonly boolean[]): boolean[] {
	const lengths = new Map<string, number>();
	const shapes = new Map<string, number>();
	const scopes = new Map<Ancestor | null, number>();
	let all = 0;
	for (const [i, piece] of pieces.entries()) {
		if (!taken[i]) continue;
		const { length } = piece.text;
		all += length;
		lengths.set(makeOf(piece), (lengths.get(makeOf(piece)) ?? 0) + length);
		shapes.set(shapeOf(piece), (shapes.get(shapeOf(piece)) ?? 0) + length);
		scopes.set(scopeOf(piece), (scopes.get(scopeOf(piece)) ?? 0) + length);
	}
	const first = taken.indexOf(true);
	const last = taken.lastIndexOf(true);
	const beds = bedsOf(pieces, taken, all);
	return pieces.map((piece, i) => {
		if (taken[i]) return true;
		const between = i > first && i < last;
		if (between && isBedded(piece, beds)) return true;
		if (!isSentence(piece) || (scopes.get(scopeOf(piece)) ?? 0) < all * MAIN_SHARE) return false;
		const own = piece.around[piece.around.length - 1]?.classes ?? "";
		if ((between || own !== "") && (shapes.get(shapeOf(piece)) ?? 0) >= all * MAIN_SHARE) return true;
		return isProse(piece) && (lengths.get(makeOf(piece)) ?? 0) >= all * MAIN_SHARE;
	});
}

/**
 * The elements that hold paragraphs of the article, made as those are that hold much of it: what
 * else stands in them between its first and its last paragraph is the article's too.
 */
function bedsOf(pieces: readonly Piece[], taken: readonly boolean[], all: number): ReadonlySet<Ancestor> {
	const lengths = new Map<string, number>();
	const beds = new Set<Ancestor>();
	for (const [i, piece] of pieces.entries()) {
		const bed = taken[i] ? bedOf(piece) : null;
		if (!bed) continue;
		beds.add(bed);
		lengths.set(madeOf(bed), (lengths.get(madeOf(bed)) ?? 0) + piece.text.length);
	}
	return new Set([...beds].filter((bed) => (lengths.get(madeOf(bed)) ?? 0) >= all * MAIN_SHARE));
}

function madeOf({ name, classes }: Ancestor): string {
	return `${name}.${classes}`;
}

function bedOf(piece: Piece): Ancestor | null {
	const own = piece.around[piece.around.length - 1];
	return own?.name === "p" ? own.parent : null;
}

function isBedded(piece: Piece, beds: ReadonlySet<Ancestor>): boolean {
	const bed = bedOf(piece);
	return bed !== null && beds.has(bed) && linkedShare(piece) <= MOST_LINKED;
}

/** The names of the elements around a paragraph and its own classes: what stays when boxes are styled one by one. */
function shapeOf(piece: Piece): string {
	const own = piece.around[piece.around.length - 1];
	const names = piece.around.slice(-LEVELS - 1).map((element) => element.name);
	return `${piece.around.length} ${names.join(">")} ${own?.classes ?? ""}`;
}

/** The innermost element that holds most of the page's prose. */
function takeContainer(pieces: readonly Piece[]): boolean[] {
	const lengths = new Map<Ancestor, number>();
	let all = 0;
	for (const piece of pieces) {
		if (!isProse(piece)) continue;
		all += piece.text.length;
		for (const element of piece.around) lengths.set(element, (lengths.get(element) ?? 0) + piece.text.length);
	}
	let best: Ancestor | null = null;
	let depth = -1;
	for (const piece of pieces) {
		for (const [level, element] of piece.around.entries()) {
			if (level > depth && (lengths.get(element) ?? 0) > all * HOLDS) {
				best = element;
				depth = level;
			}
		}
	}
	return pieces.map(
		(piece) => best !== null && piece.around.includes(best) && (isProse(piece) || piece.kind === "heading"),
	);
}

function isProse(piece: Piece): boolean {
	return linkedShare(piece) <= MOST_LINKED && isSentence(piece);
}

function isSentence(piece: Piece): boolean {
	return (
		countWords(piece.text.slice(0, 500)) >= FEWEST_WORDS && /[.!?…。！？:]["'”’»“)\]]*$/u.test(piece.text.slice(-8))
	);
}

/** The innermost `article`, or `main`, that a piece stands in. */
function scopeOf(piece: Piece): Ancestor | null {
	for (const name of ["article", "main"]) {
		for (let i = piece.around.length - 1; i >= 0; i--)
			if (piece.around[i]?.name === name) return piece.around[i] ?? null;
	}
	return null;
}

function makeOf(piece: Piece): string {
	return piece.around.slice(-LEVELS).map(madeOf).join(">");
}
