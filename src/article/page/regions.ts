import type { Ancestor, Piece } from "./linearise.ts";

/**
 * Regions inside a page's article that are no part of it, known by their elements.
 *
 * Catches: a figure's caption, an `aside`, a block of class `RelatedStories` or id `newsletter-signup`,
 * a paragraph that is nearly all links.
 * Leaves: an article that as a whole stands in `<div class="has-related-sidebar">`.
 */

export interface Region {
	readonly rule: string;
	readonly reason: string;
}

/** Words of classes and ids that mark what is beside the report. Camel case, dashes and underscores part words. */
const BESIDE: ReadonlySet<string> = new Set(
	(
		"related relatedarticles relatedposts share sharing shares sharebar sharedaddy social socials newsletter newsletters subscribe subscription signup promo promos " +
		"promotion promoted recommend recommended recommendation recommendations recirc recirculation advert adverts advertisement advertising " +
		"ads sponsor sponsored outbrain taboola zergnet trending popular mostread comments commentlist disqus breadcrumb breadcrumbs " +
		"tagcloud toolbar readmore seealso morestories morefrom upsell donate donation donations cta " +
		"authorbio bio biography contributor copyright disclaimer correction-form cookie consent gdpr nocontent noprint"
	).split(" "),
);
const PAIRS: ReadonlySet<string> = new Set(
	(
		"read-more see-also more-stories more-from also-read read-also sign-up author-bio author-info author-box about-author about-the most-read most-popular " +
		"tag-list tags-list article-tags post-tags entry-tags story-tags topic-list more-on call-to inline-links editors-picks top-stories latest-news " +
		"in-article-promo photo-credit image-credit image-caption img-caption photo-caption wp-caption caption-text media-caption gallery-caption article-footer"
	).split(" "),
);
const CAPTION: ReadonlySet<string> = new Set(
	"caption captions figcaption credit credits photocredit imagecaption photocaption".split(" "),
);

/** A region that holds this share of the article's characters or more is the article, whatever it is called. */
const WHOLE = 0.35;

/** Share of a block's characters inside links from which it is a list of links, when it is short. */
const LINKED = 0.66;
const LINKED_WORDS = 40;

/** Why each kept piece is no part of the article; null where it is. Shares are 0–1, one a piece. */
export function findRegions(pieces: readonly Piece[], kept: readonly boolean[]): (Region | null)[] {
	const lengths = new Map<Ancestor, number>();
	let all = 0;
	for (const [i, piece] of pieces.entries()) {
		if (!kept[i]) continue;
		all += piece.text.length;
		for (const element of piece.around) lengths.set(element, (lengths.get(element) ?? 0) + piece.text.length);
	}
	const regions = new Map<Ancestor, Region | null>();
	return pieces.map((piece, i) => {
		if (!kept[i]) return null;
		for (const element of piece.around) {
			if ((lengths.get(element) ?? 0) >= all * WHOLE && element.name !== "figcaption") continue;
			let region = regions.get(element);
			if (region === undefined) {
				region = regionOf(element);
				regions.set(element, region);
			}
			if (region) return region;
		}
		return isLinkDense(piece) ? { rule: "article/link-list", reason: "a block that is nearly all links" } : null;
	});
}

function regionOf(element: Ancestor): Region | null {
	const name = element.name;
	if (name === "figcaption" || name === "figure" || name === "caption")
		return { rule: "article/photo-caption", reason: "a picture's caption" };
	if (name === "aside") return { rule: "article/aside", reason: "the page marks it as beside the article" };
	if (name === "nav" || name === "footer" || name === "menu" || name === "form") {
		return {
			rule: "article/navigation",
			reason: `the page marks it as ${name === "form" ? "a form" : name === "footer" ? "a footer" : "navigation"}`,
		};
	}
	const words = wordsOf(element);
	const caption = words.find((word) => CAPTION.has(word));
	if (caption !== undefined) return { rule: "article/photo-caption", reason: `the page names it "${caption}"` };
	const beside = words.find((word) => BESIDE.has(word)) ?? pairIn(words);
	return beside === undefined ? null : { rule: "article/beside", reason: `the page names it "${beside}"` };
}

function pairIn(words: readonly string[]): string | undefined {
	for (let i = 0; i + 1 < words.length; i++) {
		const pair = `${words[i]}-${words[i + 1]}`;
		if (PAIRS.has(pair)) return pair;
	}
	return undefined;
}

/** The words of an element's classes and id, in lower case, camel case parted. */
function wordsOf(element: Ancestor): string[] {
	const written = `${element.classes} ${element.id}`.slice(0, 500);
	return written
		.replace(/([a-z0-9])([A-Z])/g, "$1-$2")
		.toLowerCase()
		.split(/[^a-z]+/)
		.filter((word) => word !== "");
}

function isLinkDense(piece: Piece): boolean {
	let linked = 0;
	for (const link of piece.links) linked += link.end - link.start;
	const words = piece.text.split(/\s+/).length;
	return piece.links.length > 0 && words <= LINKED_WORDS && linked >= piece.text.length * LINKED;
}
