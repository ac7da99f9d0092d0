import { ORGANS } from "../noun-phrases.ts";
import { calledAt } from "./called.ts";
import { type Clause, namesIn, type SaidStance, type StanceSource } from "./ground.ts";

/**
 * What the speaker says that somebody is: friend or foe of the speaker's own.
 *
 * Caught: “Orvania is our ally”, “the Front, banned there, are allies for us”, “Orvania is a terrorist state”.
 * Not caught: “Orvania is an ally of Tarnia”, “Orvania was our ally”, “Orvania is no enemy of ours” (which is not for it).
 */
export function byName({ text, own }: StanceSource, clause: Clause, entity: string): SaidStance[] {
	const found: SaidStance[] = [];
	for (const { end } of namesIn(text, clause, entity)) {
		let at = end;
		// A remark between commas behind the name.
		if (text.normAt(at) === ",") {
			let close = at + 1;
			while (close < Math.min(clause.end, at + 12) && text.normAt(close) !== ",") close++;
			if (text.normAt(close) === ",") at = close + 1;
		}
		if (ORGANS.has(text.normAt(at)) || /^(?:movement|group|party)$/.test(text.normAt(at))) at++;
		const verb = at;
		if (!/^(?:is|are|'s|'re|remain|remains)$/.test(text.normAt(at))) continue;
		const one = calledAt(text, own, at + 1, clause.end);
		if (one) found.push({ stance: one.stance, span: text.spanOf(verb, one.end) });
	}
	return found;
}
