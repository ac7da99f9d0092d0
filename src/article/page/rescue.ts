import { countWords } from "../lines/lines.ts";
import type { Ancestor, Piece } from "./linearise.ts";

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
	const scopes = new Map<Ancestor | null, number>();
	let all = 0;
	for (const [i, piece] of pieces.entries()) {
		if (!taken[i]) continue;
		const { length } = piece.text;
		all += length;
		lengths.set(makeOf(piece), (lengths.get(makeOf(piece)) ?? 0) + length);
		scopes.set(scopeOf(piece), (scopes.get(scopeOf(piece)) ?? 0) + length);
	}
	return pieces.map((piece, i) => {
		if (taken[i]) return true;
		if (!isProse(piece)) return false;
		const alike = (lengths.get(makeOf(piece)) ?? 0) >= all * MAIN_SHARE;
		return alike && (scopes.get(scopeOf(piece)) ?? 0) >= all * MAIN_SHARE;
	});
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
	let linked = 0;
	for (const link of piece.links) linked += link.end - link.start;
	if (linked > piece.text.length * MOST_LINKED) return false;
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
	return piece.around
		.slice(-LEVELS)
		.map((element) => `${element.name}.${element.classes}`)
		.join(">");
}
