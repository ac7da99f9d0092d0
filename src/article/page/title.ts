import type { Stated } from "../../model/article.ts";
import { foldLetters } from "../../text/fold.ts";
import { isOutletName } from "../metadata/agencies.ts";
import type { Ancestor, Piece } from "./linearise.ts";

/** A page's headline, and the block that shows it when one does. */
export interface PageTitle {
	readonly text: string | null;
	readonly from: string;
	readonly piece: Piece | null;
	/** What the heading says before the headline: its kicker, "World"; "" when there is none. */
	readonly lead: string;
}

/** Share of the words of the shorter of two titles that the other must have for them to be one. */
const SAME = 0.6;

/** Blocks among which the headline is looked for. */
const LOOKED_AT = 400;

/** Words after a mark at a title's end that are a site's name. */
const MOST_SITE_WORDS = 6;

/**
 * The headline a reader sees: the top heading (`h1`, else a lower one) that says what the metadata's
 * titles say. A heading among the crumbs of navigation, or one that a page names as written for search
 * engines, shows the title by which the page is found: the next heading is the headline where one of the
 * page's titles is that heading. Without a heading, the block that is one of the titles or the part of it
 * that names no site; else the metadata's first title without the site's name.
 *
 * Over 149 pages of about 100 publishers the visible heading is right where sources differ three times
 * as often as og:title and JSON-LD's headline together: those are often written for another reader.
 */
export function chooseTitle(
	pieces: readonly Piece[],
	titles: readonly Stated[],
	stated: string | null,
	site: string | null = null,
): PageTitle {
	const given: readonly Stated[] = stated === null ? titles : [{ text: stated, span: null, from: "stated" }, ...titles];
	const headings = pieces.slice(0, LOOKED_AT).filter((piece) => piece.kind === "heading");
	const top = headings.filter((piece) => levelOf(piece) === "h1");
	const crumb = top.find((piece) => isCrumb(piece) && likeness(piece, given) > SAME);
	const shown = crumb ? headingAfter(crumb, headings, given) : undefined;
	if (shown) return toTitle(shown, titles);
	for (const list of [top, headings]) {
		let best: Piece | null = null;
		let most = 0;
		for (const piece of list) {
			const found = support(piece, given);
			if (found > most) {
				most = found;
				best = piece;
			}
		}
		if (best) return toTitle(best, titles);
		// Metadata may speak of the page in other words than its one top heading; a lower one that
		// shares a phrase with them is a cross-head.
		const only = list === top && stated === null ? soleHeading(top, pieces) : null;
		if (only) return toTitle(only, titles);
	}
	const line = shownTitle(pieces, given, site);
	if (line) return toTitle(line, titles);
	const first = given[0];
	if (first) return { text: withoutSite(first.text, titles, site), from: first.from, piece: null, lead: "" };
	const only = top.length === 1 ? top[0] : undefined;
	return only ? toTitle(only, titles) : { text: null, from: "none", piece: null, lead: "" };
}

/** UTF-16 units that a block which is no heading, but the headline, may have. */
const LONGEST_SHOWN = 300;

/** The block that is a title to the letter, or a part of one; a site's name is no such part. */
function shownTitle(pieces: readonly Piece[], titles: readonly Stated[], site: string | null): Piece | null {
	const parts = new Map<string, number>();
	for (const { text } of titles.slice(0, 6)) {
		for (const part of partsOf(text)) {
			if (wordsOf(part).length < 3 || isSite(part, site)) continue;
			parts.set(foldLetters(part), part.length);
		}
	}
	let best: Piece | null = null;
	let most = 0;
	for (const piece of pieces.slice(0, LOOKED_AT)) {
		if (piece.text.length > LONGEST_SHOWN || piece.links.length > 0 || isCrumb(piece)) continue;
		const length = parts.get(foldLetters(piece.text)) ?? 0;
		if (length <= most) continue;
		best = piece;
		most = length;
	}
	return best;
}

/** A title, and what stands before and after each mark that parts a site's name from a headline. */
function partsOf(title: string): string[] {
	const written = title.slice(0, 400);
	const marks = [...written.matchAll(/\s[|–—»·•-]\s|[|｜_ㅣ丨]|[:：]\s/gu)].slice(0, 6);
	return [
		written,
		...marks.flatMap(({ 0: mark, index }) => [
			written.slice(0, index).trim(),
			written.slice(index + mark.length).trim(),
		]),
	];
}

/** A name that is the site's, or looks like an outlet's: a few words, each with a capital. */
function isSite(part: string, site: string | null): boolean {
	if (site !== null && foldLetters(part) === foldLetters(site)) return true;
	return /^(?:\p{Lu}[\p{L}\p{M}.'’-]*(?:\s|$)){1,4}$/u.test(part) && isOutletName(part);
}

/** How many titles a heading says, and, in the fraction, how closely it says the nearest; 0 when it says none. */
function support(piece: Piece, titles: readonly Stated[]): number {
	const found = titles.map((title) => likenessOf(piece.text, title.text)).filter((one) => one > SAME);
	return found.length === 0 ? 0 : found.length + Math.min(0.99, Math.max(...found) / 2);
}

function likeness(piece: Piece, titles: readonly Stated[]): number {
	return Math.max(0, ...titles.map((title) => likenessOf(piece.text, title.text)));
}

/** Words of a class that name a heading among crumbs, or one written for search engines. */
const CRUMB =
	/(?:^|[^a-z])(?:bread)?crumbs?(?:[^a-z]|$)|breadcrumb|breadbar|seo-?(?:title|headline|h1)|(?:^|[^a-z])seo(?:[^a-z]|$)/i;

/** Steps up from the heading at which the crumbs' element may stand. */
const CRUMB_DEPTH = 4;

function isCrumb(piece: Piece): boolean {
	const near = piece.around.slice(-CRUMB_DEPTH - 1);
	return (
		near.some(
			(element, i) =>
				element.name === "nav" ||
				CRUMB.test(`${element.classes} ${element.id}`) ||
				(element.name === "li" && i >= near.length - 2),
		) || standsSmall(piece)
	);
}

/** Set in the size of a crumb, in a row that scrolls: what utility classes say where no name does. */
function standsSmall(piece: Piece): boolean {
	const own = piece.around.at(-1)?.classes ?? "";
	const row = piece.around.at(-2)?.classes ?? "";
	return /(?:^|\s)whitespace-nowrap(?:\s|$)/.test(own) && /scrollbar|overflow-x/.test(row);
}

/** Headings looked at after a crumb; the headline is among the next few or not at all. */
const AFTER_CRUMB = 4;

/** Share of a title's letters from which its end, after a kicker, is that title. */
const MOST_OF_TITLE = 0.4;

/** The heading soon after a crumb that one of the page's titles is, to the letter, with or without a kicker. */
function headingAfter(crumb: Piece, headings: readonly Piece[], titles: readonly Stated[]): Piece | undefined {
	const at = headings.indexOf(crumb);
	const own = foldLetters(crumb.text);
	return headings.slice(at + 1, at + 1 + AFTER_CRUMB).find((piece) => {
		const whole = piece.text.replace(/\s+/g, " ");
		const headline = foldLetters(whole.slice(kickerOf(piece, whole, titles).length));
		if (headline === "" || headline === own || isCrumb(piece)) return false;
		return titles.some(({ text }) =>
			[text, ...partsAfterMarks(text)].some((part) => {
				const letters = foldLetters(part);
				return (letters === headline || letters === foldLetters(whole)) && part.length >= text.length * MOST_OF_TITLE;
			}),
		);
	});
}

/** What follows each mark that may part a kicker from a headline: "Talks: Ferry sinks" gives "Ferry sinks". */
function partsAfterMarks(title: string): string[] {
	return [...title.slice(0, 400).matchAll(/[:|–—]\s|\s-\s/g)].map((match) =>
		title.slice(match.index + match[0].length),
	);
}

/** The one top heading that is no list's and no section's: inside the article's header, or alone above the text. */
function soleHeading(top: readonly Piece[], pieces: readonly Piece[]): Piece | null {
	const own = top.filter(
		(piece) =>
			wordsOf(piece.text).length >= 4 &&
			piece.links.length === 0 &&
			!isCrumb(piece) &&
			// A second half that runs on, and the ticker of a live blog.
			!/^\s*(?:…|\.\.)|\+\+/.test(piece.text),
	);
	const [only] = own;
	if (own.length !== 1 || !only) return null;
	const inArticle = only.around.some(({ name }) => name === "article" || name === "main");
	return inArticle || pieces.indexOf(only) < pieces.length / 2 ? only : null;
}

function toTitle(piece: Piece, titles: readonly Stated[]): PageTitle {
	const whole = piece.text.replace(/\s+/g, " ");
	const lead = kickerOf(piece, whole, titles);
	return { text: whole.slice(lead.length), from: levelOf(piece), piece, lead };
}

/** Words of a class that name the line above a headline. */
const KICKER =
	/kicker|overline|eyebrow|topline|dachzeile|roofline|spitzmarke|oberzeile|vorspann-?titel|pre-?title|pre-?head|supertitle|surtitre|antetitulo|occhiello|stikk|title-?header|topic|rubric|flag|prefix|label|category|section-?name|badge/i;

/**
 * The kicker that a heading opens with, with the mark and the space after it. Known by its element's
 * class, or by a title of the page that is the rest of the heading to the letter.
 */
function kickerOf(piece: Piece, whole: string, titles: readonly Stated[]): string {
	const { nodes } = piece;
	const [first] = nodes;
	if (nodes.length < 2 || !first) return "";
	const folded = new Set(titles.map(({ text }) => foldLetters(text)));
	let at = 0;
	for (let i = 0; i + 1 < nodes.length && i < 6; i++) {
		const node = nodes[i];
		const next = nodes[i + 1];
		if (!node || !next) break;
		const part = node.text.replace(/\s+/g, " ").trim();
		const found = whole.indexOf(part, at);
		if (found < 0) break;
		at = found + part.length;
		const rest = whole.slice(at);
		const gap = /^[\s:|–—·-]*/.exec(rest)?.[0].length ?? 0;
		const headline = rest.slice(gap);
		if (!/\p{L}/u.test(headline) || !/^\s|[:|–—·-]\s*$/.test(`${rest.slice(0, gap)} `)) continue;
		if (node.parent === next.parent) continue;
		if (folded.has(foldLetters(headline))) return whole.slice(0, at + gap);
		// An outlet that calls the whole its headline means the kicker as part of it.
		if (KICKER.test(node.parent.getAttribute("class") ?? "") && !folded.has(foldLetters(whole)))
			return whole.slice(0, at + gap);
	}
	return "";
}

function levelOf(piece: Piece): string {
	for (let i = piece.around.length - 1; i >= 0; i--) {
		const name = (piece.around[i] as Ancestor | undefined)?.name ?? "";
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

/** Words; in scripts without spaces, letters. */
function wordsOf(text: string): string[] {
	return (
		text
			.toLowerCase()
			.match(
				/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{M}\p{N}])+/gu,
			) ?? []
	);
}

/**
 * "Ferry sinks | Harbour Post" without what follows the mark, when that is short and the rest is not,
 * or when another title of the page is the rest.
 */
function withoutSite(title: string, titles: readonly Stated[], site: string | null): string {
	const [, name = "", headline = ""] =
		/^(.{2,60}?)(?:\s+[|–—»·•-]|[:：])\s+(\S.{7,})$/u.exec(title.slice(0, 1000)) ?? [];
	const named = site !== null && foldLetters(name) === foldLetters(site);
	if (headline !== "" && !isSite(headline, site) && (named || (isSite(name, site) && !title.startsWith(`${name}:`))))
		return headline;
	const folded = new Set(titles.filter(({ text }) => text !== title).map(({ text }) => foldLetters(text)));
	const match =
		/^(.{12,}?)\s+[|–—»·•-]\s+([^|–—»·•]{2,60})$/u.exec(title.slice(0, 1000)) ??
		/^(.{6,}?)[|｜_ㅣ丨-]+([^|｜_ㅣ丨-]{2,30})$/u.exec(title.slice(0, 1000));
	if (!match) return title;
	const [, rest = title, tail = ""] = match;
	if (folded.has(foldLetters(rest))) return rest;
	return /\s[|–—»·•-]\s/.test(title) && tail.split(/\s+/).length <= MOST_SITE_WORDS && rest.split(/\s+/).length >= 3
		? rest
		: title;
}
