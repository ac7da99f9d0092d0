import { countWords } from "../../lines/lines.ts";
import type { Ancestor, Piece } from "../linearise.ts";

/** Why a block that the page shows inside its article is no part of it. */
export interface Region {
	readonly rule: string;
	readonly reason: string;
}

/** What of the article's blocks an element holds. */
export interface Extent {
	/** UTF-16 units of text. */
	readonly length: number;
	/** Of all the article's, 0–1. */
	readonly share: number;
	readonly words: number;
	readonly blocks: number;
	/** Blocks made as most of the report's paragraphs are. */
	readonly main: number;
	/** Blocks of an element that is made for running text: a paragraph, a heading, a list's item. */
	readonly marked: number;
	/** Headings of the first four ranks. */
	readonly headings: number;
	/** The last block; -1 when it holds none. */
	readonly last: number;
}

/** The article's blocks, as the rules see them. */
export interface Chosen {
	readonly pieces: readonly Piece[];
	/** Whether each piece was taken for the article. */
	readonly taken: readonly boolean[];
	/** Whether each piece is running text that is made as most of the report's paragraphs are. */
	readonly main: readonly boolean[];
	/** The block that shows the headline; it is no longer among the pieces. */
	readonly title: Piece | null;
	extentOf(element: Ancestor): Extent;
}

/** A rule about the elements around a block, or about the block itself. */
export interface RegionRule {
	/** `article/rule-name`. */
	readonly rule: string;
	/** Asked also of elements that hold so much of the article that they must be the article. */
	readonly whole?: boolean;
	/** Why an element, with all it holds, is no part of the report; null when it may be. */
	element?(element: Ancestor, extent: Extent, chosen: Chosen): string | null;
	/** Why one block is no part of the report; null when it may be. */
	block?(piece: Piece, at: number, chosen: Chosen): string | null;
}

/** An element that holds this share of the article's characters or more is the article, whatever it is called. */
export const WHOLE = 0.35;

/** Share of the article's characters that blocks of one make must have for it to be how paragraphs are made. */
const MAIN_SHARE = 0.3;

/** Elements whose names and classes tell how a block is made: its own and the one around it. */
const LEVELS = 2;

/** Elements made for running text. */
const MARKED: ReadonlySet<string> = new Set("p h1 h2 h3 h4 h5 h6 li dd dt blockquote pre td th".split(" "));

export function readChosen(pieces: readonly Piece[], taken: readonly boolean[], title: Piece | null): Chosen {
	const makes = new Map<string, number>();
	const parents = new Map<Ancestor | null, number>();
	let all = 0;
	for (const [i, piece] of pieces.entries()) {
		if (!taken[i]) continue;
		all += piece.text.length;
		const make = makeOf(piece);
		makes.set(make, (makes.get(make) ?? 0) + piece.text.length);
		const parent = parentOf(piece);
		parents.set(parent, (parents.get(parent) ?? 0) + piece.text.length);
	}
	const main = pieces.map(
		(piece, i) =>
			(taken[i] ?? false) &&
			((makes.get(makeOf(piece)) ?? 0) >= all * MAIN_SHARE ||
				(innermost(piece)?.name === "p" && (parents.get(parentOf(piece)) ?? 0) >= all * MAIN_SHARE)),
	);
	const extents = new Map<Ancestor, Counted>();
	for (const [i, piece] of pieces.entries()) {
		if (!taken[i]) continue;
		const words = countWords(piece.text.slice(0, 2000));
		const marked = MARKED.has(innermost(piece)?.name ?? "") ? 1 : 0;
		const headings = piece.kind === "heading" && !/^h[56]$/.test(innermost(piece)?.name ?? "") ? 1 : 0;
		for (const element of piece.around) {
			const own = extents.get(element) ?? { ...NOTHING };
			own.length += piece.text.length;
			own.words += words;
			own.blocks++;
			own.main += main[i] ? 1 : 0;
			own.marked += marked;
			own.headings += headings;
			own.last = i;
			extents.set(element, own);
		}
	}
	return {
		pieces,
		taken,
		main,
		title,
		extentOf(element) {
			const own = extents.get(element) ?? NOTHING;
			return { ...own, share: all === 0 ? 0 : own.length / all };
		},
	};
}

type Counted = { -readonly [name in Exclude<keyof Extent, "share">]: number };

const NOTHING: Counted = { length: 0, words: 0, blocks: 0, main: 0, marked: 0, headings: 0, last: -1 };

export function innermost(piece: Piece): Ancestor | undefined {
	return piece.around[piece.around.length - 1];
}

function parentOf(piece: Piece): Ancestor | null {
	return innermost(piece)?.parent ?? null;
}

function makeOf(piece: Piece): string {
	return piece.around
		.slice(-LEVELS)
		.map((element) => `${element.name}.${element.classes}`)
		.join(">");
}

const words = new WeakMap<Ancestor, readonly string[]>();

/** The words of an element's classes, id and marks, in lower case; camel case, dashes and underscores part words. */
export function wordsOf(element: Ancestor): readonly string[] {
	let known = words.get(element);
	if (known === undefined) {
		known = `${element.classes} ${element.id} ${element.marks}`
			.slice(0, 600)
			.replace(/([a-z0-9])([A-Z])/g, "$1-$2")
			.toLowerCase()
			.split(/[^a-z]+/)
			.filter((word) => word !== "");
		words.set(element, known);
	}
	return known;
}

/** The first word of an element's names that stands in a list, or the first two neighbours that do; or null. */
export function findName(
	element: Ancestor,
	singles: ReadonlySet<string>,
	pairs: ReadonlySet<string> = NONE,
): string | null {
	const names = wordsOf(element);
	for (const name of names) if (singles.has(name)) return name;
	for (let i = 0; i + 1 < names.length; i++) {
		const pair = `${names[i]}-${names[i + 1]}`;
		if (pairs.has(pair)) return pair;
	}
	return null;
}

const NONE: ReadonlySet<string> = new Set();

/** Whether an element holds none of the report's running text, or is one block that its own name sets apart. */
export function isApart({ main, blocks }: Extent): boolean {
	return main === 0 || blocks === 1;
}

/** A list of words, written with spaces between them. */
export function listOf(written: string): ReadonlySet<string> {
	return new Set(written.split(" "));
}

/** Share (0–1) of a piece's characters that are inside links. */
export function linkedShare(piece: Piece): number {
	let linked = 0;
	for (const link of piece.links) linked += link.end - link.start;
	return piece.text.length === 0 ? 0 : linked / piece.text.length;
}

/** Whether a piece ends as sentences end and has the words of one. */
export function readsAsSentence(piece: Piece, fewest: number): boolean {
	return (
		/[.!?…。！？؟।](?:\s?[»›]|["'”’“)\]*_])*$/u.test(piece.text.slice(-12)) &&
		countWords(piece.text.slice(0, 500)) >= fewest
	);
}
