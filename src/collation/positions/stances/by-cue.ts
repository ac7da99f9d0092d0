import { thingsAfter } from "../noun-phrases.ts";
import { CALLS, DEMANDS, stanceVerbs, WARNS } from "../stance-lexicon.ts";
import { hasNorm, MAY, NO, type SaidStance, type StanceSource } from "./ground.ts";

/**
 * Whom or what the words that bring a quotation have for their object.
 *
 * Caught: she warned |Orvania against any strike|, rejected |the accord as “dead”|, called on |Orvania| to withdraw.
 * Not caught: she said |Orvania would go|; she did not reject |the accord|; she rejected |Orvania's offer| for Orvania.
 */
export function byCue({ text, quotation }: StanceSource, entity: string): SaidStance[] {
	const found: SaidStance[] = [];
	const cue = quotation.cue.at(-1);
	if (!cue || !isBefore(cue.end, quotation)) return found;
	const range = text.rangeOf(cue);
	if (hasNorm(text, NO, range.first, range.end) || hasNorm(text, MAY, range.first, range.end)) return found;
	const limit = text.sentences[text.sentenceAt(cue.start)]?.end ?? range.end;
	const isObject = (from: number): boolean =>
		thingsAfter(text, from, limit).some(({ name, itself }) => itself && name.entity === entity);
	// "called on |Orvania|": the preposition may stand outside of the cue.
	const direct = isObject(range.end);
	const called = text.normAt(range.end) === "on" && isObject(range.end + 1);
	for (let at = range.first; at < range.end; at++) {
		const norm = text.normAt(at);
		if (direct && WARNS.has(norm)) found.push({ stance: "warns", span: cue });
		if (direct && DEMANDS.has(norm)) found.push({ stance: "demands", span: cue });
		if (CALLS.has(norm) && (called || (direct && text.normAt(at + 1) === "on")))
			found.push({ stance: "demands", span: cue });
		for (const { stance, form, particle } of stanceVerbs(norm)) {
			if (form === "ing" || form === "base" || (particle !== null && text.normAt(at + 1) !== particle)) continue;
			if (direct) found.push({ stance, span: cue });
		}
	}
	return found;
}

/** Whether what is said, or to whom, stands behind the cue. */
function isBefore(end: number, { content, addressee }: StanceSource["quotation"]): boolean {
	return (content[0]?.start ?? -1) >= end || (addressee?.start ?? -1) >= end;
}
