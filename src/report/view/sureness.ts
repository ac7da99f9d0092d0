import type { QuotationKind } from "../../model/annotation.ts";
import type { CollationRecord } from "../../model/record.ts";
import type { RecordIndex } from "./record-index.ts";

/**
 * Least confidence of a reading that a page shows unasked. Of PolNeAR's dev part (docs/quality.md, how far the
 * confidence can be relied on) half of the readings below it are wrong in source, cue or content, and two of three
 * have their words cut at the wrong places.
 */
const LEAST_SHOWN = 0.4;

/** What a reading is judged by; of the record or of a listing. */
interface Reading {
	readonly kind: QuotationKind;
	readonly confidence: number;
	readonly source: object | null;
	readonly marked: readonly object[];
}

/**
 * Whether a page shows a reading unasked. Words in marks are somebody's whatever gives them to whom; other words
 * need a source ("is expected to hold" is nobody's) and to be sure enough.
 */
export function isShown({ kind, confidence, source, marked }: Reading): boolean {
	if (kind === "direct") return true;
	return confidence >= LEAST_SHOWN && (source !== null || marked.length > 0);
}

/** Whether a page shows an utterance unasked: one of its renditions is sure enough. */
export function isUtteranceShown(
	{ quotations }: RecordIndex,
	{ renditions }: Pick<CollationRecord["utterances"][number], "renditions">,
): boolean {
	return renditions.some(({ parts }) =>
		parts.some(({ quotation }) => {
			const reading = quotations.get(quotation);
			return reading === undefined || isShown(reading);
		}),
	);
}
