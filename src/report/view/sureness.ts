import type { CollationRecord } from "../../model/record.ts";
import { isSure } from "../../quotations/sureness.ts";
import type { RecordIndex } from "./record-index.ts";

/** Whether a page shows an utterance unasked: one of its renditions is sure enough. */
export function isUtteranceShown(
	{ quotations }: RecordIndex,
	{ renditions }: Pick<CollationRecord["utterances"][number], "renditions">,
): boolean {
	return renditions.some(({ parts }) =>
		parts.some(({ quotation }) => {
			const reading = quotations.get(quotation ?? "");
			return reading === undefined ? quotation !== null : isSure(reading);
		}),
	);
}
