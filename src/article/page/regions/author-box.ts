import { findName, isApart, listOf, type RegionRule } from "./region.ts";

/**
 * Who the author is, in an element of its own.
 *
 * Catches: `<div class="author-content">` with two sentences about the reporter; `<address>` with a name and an office.
 * Leaves: an article in `<div class="author-column">`; the byline, which is read before.
 */
const SINGLES = listOf(
	"author authors autor autoren autore auteur auteurs autora forfatter skribent writer writers reporter reporters journalist byline bylines textauthor articleauthor contributors aut",
);

/** Words of such a box. */
const MOST_WORDS = 110;

export const authorBox: RegionRule = {
	rule: "article/author-box",
	element(element, extent) {
		if (!isApart(extent) || extent.words > MOST_WORDS) return null;
		const name = findName(element, SINGLES);
		return name === null ? null : `says who the author is: the page names it "${name}"`;
	},
};
