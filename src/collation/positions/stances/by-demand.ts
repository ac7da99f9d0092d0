import type { ClauseText } from "../clause-text.ts";
import { isAdverb, ORGANS, PREPOSITIONS } from "../noun-phrases.ts";
import { CALLS, DEMANDS, MUST, WARNS } from "../stance-lexicon.ts";
import { type Clause, groupStart, isOwn, namesIn, type SaidStance, type StanceSource, turnOf } from "./ground.ts";

/**
 * What the speaker demands of somebody, or warns somebody of.
 *
 * Caught: “Orvania must withdraw”, “We urge Orvania to withdraw”, “We call on the Orvanian government to act”.
 * Not caught: “Orvania must be recognised” (which asks nothing of Orvania), “Orvania should consider it”.
 */
export function byDemand(source: StanceSource, clause: Clause, entity: string): SaidStance[] {
	const { text } = source;
	const found: SaidStance[] = [];
	for (const name of namesIn(text, clause, entity)) {
		const asked = mustAt(text, name.end);
		if (asked !== null && !PREPOSITIONS.has(text.normAt(name.first - 1)))
			found.push({ stance: "demands", span: text.spanOf(asked.first, asked.end) });
		const before = skipArticle(text, name.first - 1);
		const on = text.normAt(before) === "on";
		const verb = on ? before - 1 : before;
		if (verb < clause.first) continue;
		const norm = text.normAt(verb);
		const asks = on ? CALLS.has(norm) : DEMANDS.has(norm);
		if (!asks && (on || !WARNS.has(norm))) continue;
		const group = groupStart(text, verb, clause.first);
		if (!isOwn(source, group, clause) || turnOf(text, group, verb) !== "as-is") continue;
		found.push({ stance: asks ? "demands" : "warns", span: text.spanOf(group, verb + 1) });
	}
	return found;
}

/** "must", "has to" right behind a name, before what its bearer is to do. */
function mustAt(text: ClauseText, end: number): { readonly first: number; readonly end: number } | null {
	const at = ORGANS.has(text.normAt(end)) ? end + 1 : end;
	for (const words of MUST) {
		if (!words.every((word, i) => text.normAt(at + i) === word)) continue;
		let next = at + words.length;
		while (isAdverb(text.normAt(next)) || text.normAt(next) === "not") next++;
		// What must be done to it is asked of others.
		if (text.normAt(next) === "be" && /(?:ed|en|wn)$/.test(text.normAt(next + 1))) return null;
		return { first: at, end: at + words.length };
	}
	return null;
}

function skipArticle(text: ClauseText, at: number): number {
	return /^(?:the|a|an)$/.test(text.normAt(at)) ? at - 1 : at;
}
