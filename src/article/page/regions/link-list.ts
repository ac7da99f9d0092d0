import { countWords } from "../../lines/lines.ts";
import type { Piece } from "../linearise.ts";
import { linkedShare, type RegionRule, readsAsSentence } from "./region.ts";

/**
 * Links to other pages that stand by themselves.
 *
 * Catches: a list's item that is one link; the headline of another story with its picture inside one `<a>`.
 * Leaves: a whole sentence that is a link, made as the report's other paragraphs are.
 */

/** Share of a block's characters inside links from which it is a link, when it is short. */
const LINKED = 0.66;
const LINKED_WORDS = 40;

/** Words from which a linked paragraph that ends as sentences end is the report's. */
const SENTENCE_WORDS = 8;

export const linkList: RegionRule = {
	rule: "article/link-list",
	element(element, extent) {
		return element.name === "a" && extent.words <= 3 * LINKED_WORDS ? "a block that is one link to another page" : null;
	},
	block(piece, at, chosen) {
		if (piece.links.length === 0 || linkedShare(piece) < LINKED || countWords(piece.text.slice(0, 1000)) > LINKED_WORDS)
			return null;
		const among = isLink(chosen.pieces[at - 1]) || isLink(chosen.pieces[at + 1]);
		if (chosen.main[at] && !among && readsAsSentence(piece, SENTENCE_WORDS)) return null;
		return "a block that is nearly all links";
	},
};

function isLink(piece: Piece | undefined): boolean {
	return piece !== undefined && piece.links.length > 0 && linkedShare(piece) >= LINKED;
}
