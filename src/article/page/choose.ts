import type { PageDocument } from "./dom.ts";
import type { Piece } from "./linearise.ts";
import { readableShares } from "./readable.ts";
import { rescuePieces } from "./rescue.ts";

/** Share of a block's characters that Readability must take for the block to be the article's. */
const TAKEN = 0.5;

/**
 * Whether each piece is the article's: what Readability takes, and what is made alike and was left
 * out. It changes the document, so that all else is read of it before.
 */
export function chooseArticle(document: PageDocument, pieces: readonly Piece[]): boolean[] {
	return rescuePieces(
		pieces,
		readableShares(document, pieces).map((share) => share >= TAKEN),
	);
}
