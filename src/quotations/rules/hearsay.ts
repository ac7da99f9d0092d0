import type { Attribution, Made, UnitText } from "../clauses/attribution.ts";
import { cueVerb, isAdverb } from "../clauses/cues.ts";
import { isAuxiliary, verbGroupStart } from "../clauses/word-classes.ts";
import { attributeAfter } from "./cue-after.ts";
import { attributeBefore } from "./cue-before.ts";

/**
 * Words that somebody is only said to have spoken: a report held at arm's length.
 *
 * Catches: `Pike is said to have told aides that the dam leaks.`, `“We stay,” Pike is reported to have said.`
 * Must not: `Pike is said to have resigned.` (a deed), `Pike was reported to the council.`
 */
export function attributeHearsay(
	context: UnitText,
	at: number,
	floor: number,
	earlier: readonly Attribution[],
): Made | null {
	const { items } = context.unit;
	if (!/^(?:said|reported|alleged|believed|understood|rumou?red|claimed|thought)$/.test(items[at]?.norm ?? ""))
		return null;
	if (items[at + 1]?.norm !== "to" || items[at + 2]?.norm !== "have") return null;
	let verb = at + 3;
	if (isAdverb(items[verb]?.norm ?? "")) verb++;
	const word = cueVerb(items[verb]?.norm ?? "");
	const group = verbGroupStart(items, at);
	if (word?.form !== "past" || group === at || !isAuxiliary(items[group])) return null;
	const match = { group, verb, end: verb + 1, word, kind: "verb" as const };
	const made = attributeAfter(context, match, floor) ?? attributeBefore(context, match, floor, earlier);
	return made ? { ...made, attribution: { ...made.attribution, hedged: true, rule: "quotations/hearsay" } } : null;
}
