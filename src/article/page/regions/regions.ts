import type { Ancestor, Piece } from "../linearise.ts";
import { aside } from "./aside.ts";
import { authorBox } from "./author-box.ts";
import { beside } from "./beside.ts";
import { embedConsent } from "./embed-consent.ts";
import { embeddedPost } from "./embedded-post.ts";
import { factBox } from "./fact-box.ts";
import { gate } from "./gate.ts";
import { hidden } from "./hidden.ts";
import { linkList } from "./link-list.ts";
import { metaLine } from "./meta-line.ts";
import { navigation } from "./navigation.ts";
import { otherArticle } from "./other-article.ts";
import { photoCaption } from "./photo-caption.ts";
import { pullQuote } from "./pull-quote.ts";
import { type Chosen, type Region, type RegionRule, readChosen, WHOLE } from "./region.ts";

/** Every rule about what stands within a page's article and is no part of it; the first that answers gives the reason. */
const REGION_RULES: readonly RegionRule[] = [
	otherArticle,
	gate,
	embeddedPost,
	photoCaption,
	embedConsent,
	aside,
	navigation,
	factBox,
	beside,
	hidden,
	linkList,
	pullQuote,
];

/** Rules about what is looked through for byline and dates first: they drop what those did not take. */
const LATE_RULES: readonly RegionRule[] = [authorBox, metaLine];

/** What the rules say of each piece: null where it is the article's, or was not taken. */
export interface Regions {
	/** Dropped at once. */
	readonly early: readonly (Region | null)[];
	/** Dropped unless it is the byline or gives the date. */
	readonly late: readonly (Region | null)[];
}

/**
 * Why taken pieces are no part of the article. An element is asked before those inside it.
 *
 * @param title the block that shows the headline, which stands apart from the pieces
 */
export function findRegions(pieces: readonly Piece[], taken: readonly boolean[], title: Piece | null): Regions {
	const chosen = readChosen(pieces, taken, title);
	const early = ask(REGION_RULES, chosen);
	return { early, late: ask(LATE_RULES, chosen) };
}

function ask(rules: readonly RegionRule[], chosen: Chosen): (Region | null)[] {
	const known = new Map<Ancestor, Region | null>();
	const regionOf = (element: Ancestor): Region | null => {
		const extent = chosen.extentOf(element);
		for (const { rule, whole, element: find } of rules) {
			if (!find || (extent.share >= WHOLE && whole !== true && element.name !== "figcaption")) continue;
			const reason = find(element, extent, chosen);
			if (reason !== null) return { rule, reason };
		}
		return null;
	};
	return chosen.pieces.map((piece, i) => {
		if (!chosen.taken[i]) return null;
		for (const element of piece.around) {
			let region = known.get(element);
			if (region === undefined) {
				region = regionOf(element);
				known.set(element, region);
			}
			if (region) return region;
		}
		for (const { rule, block } of rules) {
			const reason = block?.(piece, i, chosen) ?? null;
			if (reason !== null) return { rule, reason };
		}
		return null;
	});
}
