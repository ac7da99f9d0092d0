import { thingsAfter } from "../noun-phrases.ts";
import { stanceVerbs } from "../stance-lexicon.ts";
import { type Clause, groupStart, isOwn, type SaidStance, type StanceSource, turnOf } from "./ground.ts";

/**
 * What the speaker says to be for or against, by a verb that says so.
 *
 * Caught: “We no longer support the accord” (against it), that Norrland backed the accord, said by its minister (for it).
 * Not caught: “Lund supports the accord”, said by Vane; “We may support the accord”; “We reject Orvania's offer” for Orvania.
 */
export function byVerb(source: StanceSource, clause: Clause, entity: string): SaidStance[] {
	const { text } = source;
	const found: SaidStance[] = [];
	for (let at = clause.first; at < clause.end; at++) {
		for (const { stance, form, particle } of stanceVerbs(text.normAt(at))) {
			if (form === "ing" && !/^(?:are|is|am|'re|'m|were|was|been)$/.test(text.normAt(at - 1))) continue;
			if (particle !== null && text.normAt(at + 1) !== particle) continue;
			const thing = thingsAfter(text, at + (particle === null ? 1 : 2), clause.end).find(
				({ name, itself }) => itself && name.entity === entity,
			);
			if (!thing) continue;
			const group = groupStart(text, at, clause.first);
			if (!isOwn(source, group, clause)) continue;
			const turn = turnOf(text, group, at);
			// Not to be against something is not to be for it.
			if (turn === "open" || (turn === "turned" && stance === "opposes")) continue;
			found.push({
				stance: turn === "turned" ? "opposes" : stance,
				span: text.spanOf(group, at + (particle === null ? 1 : 2)),
			});
		}
	}
	return found;
}
