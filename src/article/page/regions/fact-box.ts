import { findName, listOf, type RegionRule } from "./region.ts";

/**
 * A box of facts or of background beside the report.
 *
 * Catches: `<div class="factbox">`, `<section class="InfoBox">`.
 * Leaves: a fact box that is most of the page's article; a table of the report's own numbers.
 */
const SINGLES = listOf(
	"factbox factboxes infobox infoboxes faktabox faktaboks faktaruta faktaboxen factfile explainerbox hintergrundkasten encadre",
);
const PAIRS = listOf("fact-box info-box fakta-box facts-box fact-file key-facts background-box");

export const factBox: RegionRule = {
	rule: "article/fact-box",
	element(element) {
		const name = findName(element, SINGLES, PAIRS);
		return name === null ? null : `a box beside the report: the page names it "${name}"`;
	},
};
