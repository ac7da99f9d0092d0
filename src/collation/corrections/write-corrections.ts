import type { Correction } from "../../model/correction.ts";
import { compareText } from "../../text/compare.ts";
import { idOf } from "./plan.ts";
import { FIELDS } from "./read-corrections.ts";

/** Decisions as a file of them, which `readCorrections` reads: one a line, each once, by id. */
export function writeCorrections(corrections: readonly Correction[]): string {
	const byId = new Map(corrections.map((correction) => [idOf(correction), correction]));
	return [...byId]
		.sort(([a], [b]) => compareText(a, b))
		.map(([, correction]) => `${JSON.stringify(fieldsOf(correction))}\n`)
		.join("");
}

/** What a decision of its kind says, as a file gives it. */
function fieldsOf(correction: Correction): { readonly [field: string]: unknown } {
	const { kind, who, when, why } = correction;
	const given = FIELDS[kind].map((field) => [field, correction[field]] as const);
	// Only nobody's speaking is said by null; an empty list is as good as none.
	const own = given.filter(
		([field, value]) => (value !== null || field === "speaker") && !(Array.isArray(value) && value.length === 0),
	);
	return { kind, who, when, why, ...Object.fromEntries(own) };
}
