import { findName, isApart, listOf, type RegionRule } from "./region.ts";

/**
 * A line about the report itself: when it appeared, how long it takes to read, which part of the site it is in.
 *
 * Catches: `<p class="lastchanged">Stand: 14.05.2031</p>`, `<div class="reading-time">`, `<p class="topline">`.
 * Leaves: a sentence of the report in `<div class="article-meta-wrapper">` with the rest of it.
 */
const SINGLES = listOf(
	"date dates datetime pubdate timestamp timestamps publication published publishdate lastchanged lastupdated updated modified meta metadata metainfo readingtime lesezeit lesedauer " +
		"kicker topline overline eyebrow dachzeile rubric rubrik timelabel duration technicalline lineinfo articlestatus",
);
const PAIRS = listOf(
	"reading-time read-time time-to time-ago last-changed last-updated publish-date pub-date date-time date-and article-status post-date posted-on time-container",
);

/** Words of such a line. */
const MOST_WORDS = 24;

export const metaLine: RegionRule = {
	rule: "article/meta-line",
	element(element, extent) {
		if (!isApart(extent) || extent.words > MOST_WORDS || extent.blocks > 4) return null;
		const name = findName(element, SINGLES, PAIRS);
		return name === null ? null : `says something about the report itself: the page names it "${name}"`;
	},
};
