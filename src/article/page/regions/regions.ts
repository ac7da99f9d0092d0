import type { Ancestor, Piece } from "../linearise.ts";
import { aside } from "./aside.ts";
import { beside } from "./beside.ts";
import { linkList } from "./link-list.ts";
import { navigation } from "./navigation.ts";
import { photoCaption } from "./photo-caption.ts";
import { type Region, type RegionRule, readChosen, WHOLE } from "./region.ts";

/** Every rule about what stands within a page's article and is no part of it; the first that answers gives the reason. */
export const REGION_RULES: readonly RegionRule[] = [photoCaption, aside, navigation, beside, linkList];

/**
 * Why each taken piece is no part of the article; null where it is, or was not taken. An element is
 * asked before those inside it.
 *
 * @param title the block that shows the headline, which stands apart from the pieces
 */
export function findRegions(
	pieces: readonly Piece[],
	taken: readonly boolean[],
	title: Piece | null = null,
): (Region | null)[] {
	const chosen = readChosen(pieces, taken, title);
	const known = new Map<Ancestor, Region | null>();
	const regionOf = (element: Ancestor): Region | null => {
		const extent = chosen.extentOf(element);
		for (const { rule, whole, element: find } of REGION_RULES) {
			if (!find || (extent.share >= WHOLE && whole !== true && element.name !== "figcaption")) continue;
			const reason = find(element, extent, chosen);
			if (reason !== null) return { rule, reason };
		}
		return null;
	};
	return pieces.map((piece, i) => {
		if (!taken[i]) return null;
		for (const element of piece.around) {
			let region = known.get(element);
			if (region === undefined) {
				region = regionOf(element);
				known.set(element, region);
			}
			if (region) return region;
		}
		for (const { rule, block } of REGION_RULES) {
			const reason = block?.(piece, i, chosen) ?? null;
			if (reason !== null) return { rule, reason };
		}
		return null;
	});
}
