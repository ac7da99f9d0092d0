import type { Ancestor } from "../linearise.ts";
import type { Chosen, RegionRule } from "./region.ts";

/**
 * Other articles on the same page: the next ones of an endless page, and the teasers of others.
 *
 * Catches: below the `<article>` with the page's headline, a second `<article>` with a headline of its own; an
 * `<article>` of a few words inside the report.
 * Leaves: the posts of a live blog, each an `<article>`, below a headline that stands in none of them.
 */

/** Share (0–1) of the article's characters that a teaser may have, and its words. */
const TEASER_SHARE = 0.2;
const TEASER_WORDS = 80;

export const otherArticle: RegionRule = {
	rule: "article/other-article",
	whole: true,
	element(element, extent, chosen) {
		if (element.name !== "article") return null;
		const own = ownArticle(chosen);
		if (own === element || (own !== null && isInside(own, element))) return null;
		if (own !== null && !isInside(element, own)) return extent.headings > 0 ? "another article on the same page" : null;
		const small = extent.share <= TEASER_SHARE && extent.words <= TEASER_WORDS && extent.main === 0;
		return small && chosen.main.includes(true) && extent.headings > 0
			? "another article's headline, within the report"
			: null;
	},
};

/** The innermost `article` that holds the page's headline. */
function ownArticle({ title }: Chosen): Ancestor | null {
	const around = title?.around ?? [];
	for (let i = around.length - 1; i >= 0; i--) if (around[i]?.name === "article") return around[i] ?? null;
	return null;
}

/** Whether an element lies inside another; with null, inside any `article`. */
function isInside(element: Ancestor, outer: Ancestor | null): boolean {
	for (let at = element.parent; at; at = at.parent)
		if (outer === null ? at.name === "article" : at === outer) return true;
	return false;
}
