import type { RegionRule } from "./region.ts";

/**
 * What the page does not show, or gives to screen readers alone.
 *
 * Catches: `<ul class="benefits hidden">`, `<p class="visually-hidden">Author of the article:</p>`.
 * Leaves: `<div class="hidden md:block">`, which is shown on wide screens.
 */
const HIDDEN =
	/(?:^|\s)(?:hidden|is-hidden|u-hidden|d-none|hide|sr-only|visually-?hidden|u-visually-hidden|screen-reader-text|screenreader)(?:\s|$)/i;

/** A class that shows the element again on some screens. */
const SHOWN =
	/(?:^|\s)(?:\S+:(?:block|flex|grid|inline\S*|contents|table)|d-(?:\w+-)?(?:block|flex|grid|inline\S*))(?:\s|$)/i;

export const hidden: RegionRule = {
	rule: "article/hidden",
	element(element, extent) {
		return extent.main === 0 && HIDDEN.test(element.classes) && !SHOWN.test(element.classes)
			? "the page does not show it"
			: null;
	},
};
