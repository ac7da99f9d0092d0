import type { Ancestor, Piece } from "../linearise.ts";
import { type Extent, findName, innermost, isApart, linkedShare, listOf, type RegionRule } from "./region.ts";

/**
 * The words under a picture.
 *
 * Catches: a `figcaption`; the text of `<figure>`; `<div class="photoCaption">`; in `<div class="lead-image">`
 * the few words beside the picture; `<div><img><div>The Amity Star in spring.</div></div>` where paragraphs are `<p>`.
 * Leaves: a block quotation or a table that stands in a `figure`; a paragraph with a picture inside it.
 */
const CAPTION = listOf(
	"caption captions figcaption credit credits photocredit imagecaption photocaption bildunterschrift legende bildtext billedtekst fotocredit didascalia leyenda",
);
const CAPTION_PAIRS = listOf(
	"photo-credit image-credit image-caption img-caption photo-caption wp-caption caption-text media-caption gallery-caption",
);
const PICTURE = listOf(
	"image images img picture pictures photo photos foto fotos bild bilder thumbnail thumb lightbox gallery galleries slideshow carousel slider media illustration",
);

/** Words that stand beside one picture at most, where the page names the two a picture. */
const NAMED_WORDS = 70;
/** … and where nothing but their place tells it. */
const UNNAMED_WORDS = 45;

export const photoCaption: RegionRule = {
	rule: "article/photo-caption",
	element(element, extent) {
		const { name } = element;
		if (name === "figcaption" && !isQuoted(element)) return "a picture's caption";
		if (name === "figure" && element.kept === 0) return "a picture's caption";
		const caption = findName(element, CAPTION, CAPTION_PAIRS);
		if (caption !== null && element.kept === 0 && isApart(extent) && name !== "caption")
			return `the page names it "${caption}"`;
		if (element.media === 0 || element.kept > 0 || extent.main > 0) return null;
		const picture = findName(element, PICTURE);
		if (picture !== null && extent.words <= NAMED_WORDS)
			return `the words beside a picture in what the page names "${picture}"`;
		return isBesidePicture(element, extent) ? "the few words that stand with a picture" : null;
	},
	block(piece) {
		// The words alone in an element right after the picture, both in one element of their own.
		return isBare(piece) && linkedShare(piece) < 1 && isUnderPicture(piece)
			? "the few words that stand with a picture"
			: null;
	},
};

/** A caption within a quotation names who is quoted. */
function isQuoted(element: Ancestor): boolean {
	for (let at = element.parent; at; at = at.parent) if (at.name === "blockquote") return true;
	return false;
}

function isBesidePicture(element: Ancestor, extent: Extent): boolean {
	return element.name !== "p" && extent.marked === 0 && extent.words <= UNNAMED_WORDS && extent.blocks <= 3;
}

function isBare(piece: Piece): boolean {
	return piece.kind === "paragraph" && innermost(piece)?.name === "p";
}

const FIGURES = listOf("figure picture image photo");

function isUnderPicture(piece: Piece): boolean {
	const parent = innermost(piece)?.parent;
	return (
		parent !== undefined &&
		parent !== null &&
		parent.media > 0 &&
		parent.kept === 0 &&
		findName(parent, FIGURES) !== null &&
		piece.text.length < 300
	);
}
