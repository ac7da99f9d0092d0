import type { QuotationKind } from "../model/annotation.ts";

/**
 * Least confidence of a reading that is built on and shown unasked. Of PolNeAR's dev part (docs/quality.md, how far the
 * confidence can be relied on) half of the readings below it are wrong in source, cue or content, and two of three
 * have their words cut at the wrong places.
 */
export const LEAST_SURE = 0.4;

/** What a reading is judged by; a quotation of an article, of the record or of a listing. */
export interface Reading {
	readonly kind: QuotationKind;
	readonly confidence: number;
	readonly source: object | null;
	readonly marked: readonly object[];
}

/**
 * Whether a reading is sure enough to build on, and to show unasked. Words in marks are somebody's whatever gives them
 * to whom; other words need a source ("is expected to hold" is nobody's) and to be sure enough. The others stay among
 * an article's quotations with their confidence, for whoever looks for all that may be one.
 */
export function isSure({ kind, confidence, source, marked }: Reading): boolean {
	if (kind === "direct") return true;
	return confidence >= LEAST_SURE && (source !== null || marked.length > 0);
}
