import type { VariantKind } from "../../model/record.ts";

/** Kinds that may change what was said come first; the order in which an apparatus lists them. */
export const VARIANT_RANK: readonly VariantKind[] = [
	"polarity",
	"number",
	"name",
	"strength",
	"omission",
	"addition",
	"order",
	"wording",
	"inflection",
];

/** Whether a variant of this kind may change what was said, and not only how. */
export function mayChangeMeaning(kind: VariantKind): boolean {
	return VARIANT_RANK.indexOf(kind) < VARIANT_RANK.indexOf("order");
}
