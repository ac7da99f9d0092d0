import type { Stated } from "../../model/article.ts";
import type { Piece } from "./linearise.ts";

/** A page's headline, and the block that shows it when one does. */
export interface PageTitle {
	readonly text: string | null;
	readonly from: string;
	readonly piece: Piece | null;
}

/** Share of the words of the shorter of two titles that the other must have for them to be one. */
const SAME = 0.6;

/** Blocks among which the headline is looked for. */
const LOOKED_AT = 400;

/** Words after a mark at a title's end that are a site's name. */
const MOST_SITE_WORDS = 6;

/**
 * The headline: the top heading (`h1`, else `h2`) that says what the metadata's titles say; without
 * one, the metadata's first title without the site's name.
 */
export function chooseTitle(pieces: readonly Piece[], titles: readonly Stated[], stated: string | null): PageTitle {
	const given: readonly Stated[] = stated === null ? titles : [{ text: stated, span: null, from: "stated" }, ...titles];
	const headings = pieces.slice(0, LOOKED_AT).filter((piece) => piece.kind === "heading");
	const top = headings.filter((piece) => levelOf(piece) === "h1");
	for (const list of [top, headings]) {
		let best: Piece | null = null;
		let most = SAME;
		for (const piece of list) {
			const likeness = Math.max(0, ...given.map((title) => likenessOf(piece.text, title.text)));
			if (likeness > most) {
				most = likeness;
				best = piece;
			}
		}
		if (best) return { text: best.text.replace(/\s+/g, " "), from: levelOf(best), piece: best };
	}
	const first = given[0];
	if (first) return { text: withoutSite(first.text), from: first.from, piece: null };
	const only = top.length === 1 ? top[0] : undefined;
	return only
		? { text: only.text.replace(/\s+/g, " "), from: "h1", piece: only }
		: { text: null, from: "none", piece: null };
}

function levelOf(piece: Piece): string {
	for (let i = piece.around.length - 1; i >= 0; i--) {
		const name = piece.around[i]?.name ?? "";
		if (/^h[1-6]$/.test(name)) return name;
	}
	return "heading";
}

/** 0–1: the words two titles share, of the heading's and of the shorter's. */
function likenessOf(heading: string, title: string): number {
	const own = wordsOf(heading);
	const other = wordsOf(title);
	if (own.length === 0 || other.length === 0) return 0;
	const known = new Set(other);
	const shared = own.filter((word) => known.has(word)).length;
	// A heading of one or two words (a section's name) is no headline because a title happens to hold it.
	if (own.length <= 2 && other.length > 4) return 0;
	return shared / own.length >= SAME ? shared / Math.min(own.length, other.length) + shared / (100 * other.length) : 0;
}

function wordsOf(text: string): string[] {
	const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
	// Scripts without spaces: compare letters.
	return words.length <= 2 &&
		text.length > 8 &&
		/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}/u.test(text)
		? [...text.replace(/\s/g, "")]
		: words;
}

/** "Ferry sinks | Harbour Post" without what follows the mark, when that is short and the rest is not. */
function withoutSite(title: string): string {
	const match = /^(.{12,}?)\s+[|–—»·-]\s+([^|–—»·]{2,60})$/u.exec(title);
	if (!match) return title;
	const [, rest = title, site = ""] = match;
	return site.split(/\s+/).length <= MOST_SITE_WORDS && rest.split(/\s+/).length >= 3 ? rest : title;
}
