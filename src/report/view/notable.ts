import { mayChangeMeaning } from "../../collation/variants/variant-kinds.ts";
import type { Rendition, Utterance, Variant } from "../../model/record.ts";
import type { RecordIndex } from "./record-index.ts";

/** The renditions that give what was said in an outlet's own words, in part at least. */
export function findTold(index: RecordIndex, { renditions }: Pick<Utterance, "renditions">): Set<string> {
	const isTold = ({ quotation }: Rendition["parts"][number]): boolean =>
		index.quotations.get(quotation ?? "")?.kind !== "direct";
	return new Set(renditions.flatMap(({ id, parts }) => (parts.some(isTold) ? [id] : [])));
}

/**
 * Whether a variant may change what is said. What only outlets' own words have not, or have more, is no such one: they
 * need not give every word.
 *
 * @param told ids of the renditions in an outlet's own words (see `findTold`)
 */
export function isNotable(variant: Variant, told: ReadonlySet<string>): boolean {
	return mayChangeMeaning(variant.kind) && !isTelling(variant, told);
}

/** Whether outlets' own words alone leave something out, or add it. */
function isTelling({ kind, readings }: Variant, told: ReadonlySet<string>): boolean {
	if (kind !== "omission" && kind !== "addition") return false;
	const areTold = (absent: boolean): boolean =>
		readings.every(
			({ text, renditions }) => (text === "") !== absent || renditions.every((rendition) => told.has(rendition)),
		);
	return areTold(true) || areTold(false);
}
