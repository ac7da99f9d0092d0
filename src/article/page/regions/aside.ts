import { findName, listOf, type RegionRule } from "./region.ts";

/**
 * What the page marks as beside the article.
 *
 * Catches: `<aside>`, `<div role="complementary">`.
 * Leaves: an `aside` that holds most of the page's article.
 */
const ROLES = listOf("complementary");

export const aside: RegionRule = {
	rule: "article/aside",
	element(element) {
		return element.name === "aside" || findName(element, ROLES) !== null
			? "the page marks it as beside the article"
			: null;
	},
};
