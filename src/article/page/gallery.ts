import type { Span } from "../../model/span.ts";
import { countWords } from "../lines/lines.ts";
import type { PageClaims } from "./claims.ts";
import type { Ancestor, Piece } from "./linearise.ts";
import { linkedShare, readsAsSentence } from "./regions/region.ts";

/**
 * The captions that are the text of a page of pictures.
 *
 * Catches: four figures, each with a sentence under it, below one line of introduction.
 * Leaves: the captions of three pictures in a report of ten paragraphs; a picture's credit and its number, "1 / 12".
 */

/** Pictures with a sentence each that make a gallery. */
const FEWEST = 3;

/** Words of a caption that is a sentence. */
const SENTENCE = 6;

/** Words beside the captions up to which they are the page's text, and how many times theirs they may be. */
const LITTLE = 60;
const OUTWEIGHED = 0.67;
/** … where the page says that it is a gallery. */
const OUTWEIGHED_CLAIMED = 1.5;

const BESIDE: ReadonlySet<string> = new Set(["nav", "aside", "footer", "blockquote", "header"]);

/** @param taken whether each piece is the article's, as far as is known without its captions */
export function findGallery(
	pieces: readonly Piece[],
	taken: readonly boolean[],
	claims: PageClaims,
): ReadonlySet<Piece> {
	const captions: Piece[] = [];
	const figures = new Set<Ancestor>();
	const makes = new Set<string>();
	let own = 0;
	let others = 0;
	for (const [i, piece] of pieces.entries()) {
		const figure = piece.around.find(({ name }) => name === "figure");
		const sentence = isSentence(piece);
		if (!figure) {
			if (taken[i] && sentence) others += countWords(piece.text);
			continue;
		}
		if (!sentence || linkedShare(piece) > 0.5 || piece.around.some(({ name }) => BESIDE.has(name))) continue;
		captions.push(piece);
		if (taken[i]) makes.add(makeOf(figure));
	}
	const alike = captions.filter((piece) => makes.size === 0 || makes.has(makeOf(figureOf(piece))));
	for (const piece of alike) {
		const figure = figureOf(piece);
		if (figure) figures.add(figure);
		own += countWords(piece.text);
	}
	if (figures.size < FEWEST || (makes.size === 0 && !claims.gallery)) return new Set();
	const share = claims.gallery ? OUTWEIGHED_CLAIMED : OUTWEIGHED;
	return others <= own * share || (others <= LITTLE && others <= own) ? new Set(alike) : new Set();
}

function isSentence(piece: Piece): boolean {
	const { start, end } = captionOf(piece.text);
	const text = piece.text.slice(start, end);
	return text === piece.text ? readsAsSentence(piece, SENTENCE) : readsAsSentence({ ...piece, text }, SENTENCE);
}

function figureOf(piece: Piece): Ancestor | undefined {
	return piece.around.find(({ name }) => name === "figure");
}

function makeOf(figure: Ancestor | undefined): string {
	return `${figure?.parent?.name}>${figure?.classes}`;
}

const COUNTER = /^\s*[([]?\d{1,3}\s?(?:\/|of|von|sur|de|di|do|van|av|af|z|из|з|の)\s?\d{1,3}[)\]]?\s*[.:|–—-]?\s+/iu;
const CREDIT =
	/(?<=[.!?…。！？]["'”’»)]?)\s{0,3}[([]?(?:(?:photos?|photograph(?:s|er)?|pictures?|images?|fotos?|bild(?:er)?|fotograf\p{L}{0,6}|fot|kuva|zdjęcie|imagen|imagem|immagine|crédits?|credits?|cr[ée]dito|beeld|фото|світлина|fotó|fotoğraf|写真|사진|图片|圖片)(?:\s(?:by|credit|crédit|von|de|di|par|via|courtesy))?\s?[:：./|]\s?|©\s?)[^.!?]{1,80}(?:\.[^.!?\s]{1,10}){0,3}[)\]]?\.?$/iu;
const HOUSE =
	/(?<=[.!?…。！？]["'”’»)]?)\s{0,3}[([]?\p{Lu}[\p{L}.'’-]{1,30}(?:\s[\p{L}][\p{L}.'’-]{0,30}){0,3}\s?\/\s?\p{Lu}[\p{L} /.&-]{1,40}[)\]]?$/u;

/** A caption's own words, without its number and the picture's credit. */
export function captionOf(text: string): Span {
	const start = COUNTER.exec(text)?.[0].length ?? 0;
	const from = Math.max(start, text.length - 160);
	const tail = text.slice(from);
	const at = CREDIT.exec(tail)?.index ?? HOUSE.exec(tail)?.index;
	const end = at === undefined ? text.length : from + at;
	return { start, end: Math.max(start, end) };
}
