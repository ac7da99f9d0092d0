import { ORGANS } from "../noun-phrases.ts";
import { VIEWS } from "../stance-lexicon.ts";
import { calledAt } from "./called.ts";
import { type Clause, groupStart, isOwn, namesIn, type SaidStance, type StanceSource, turnOf } from "./ground.ts";

/**
 * As what the speaker says to regard somebody.
 *
 * Caught: that Norrland views Orvania as an ally, said by its minister; she called Orvania an enemy.
 * Not caught: that Tarnia views Orvania as an ally, said by Norrland's minister.
 */
export function byView(source: StanceSource, clause: Clause, entity: string): SaidStance[] {
	const { text, own, quotation } = source;
	const found: SaidStance[] = [];
	for (const name of namesIn(text, clause, entity)) {
		let verb = name.first - 1;
		while (verb > clause.first && (/^(?:the|a|an)$/.test(text.normAt(verb)) || ORGANS.has(text.normAt(verb)))) verb--;
		const inside = verb >= clause.first && VIEWS.has(text.normAt(verb));
		const cue = quotation.cue.at(-1);
		const byCueVerb =
			cue !== undefined &&
			clause.opening &&
			name.first <= clause.first + 3 &&
			VIEWS.has(text.normAt(text.rangeOf(cue).end - 1));
		if (!inside && !byCueVerb) continue;
		const group = groupStart(text, verb, clause.first);
		if (inside && (!isOwn(source, group, clause) || turnOf(text, group, verb) !== "as-is")) continue;
		let at = name.end;
		while (at < clause.end && at < name.end + 6 && ORGANS.has(text.normAt(at))) at++;
		if (text.normAt(at) === "as") at++;
		else if (!/^(?:an?|our|their|his|her|its|["\u201c])$/.test(text.normAt(at))) continue;
		const one = calledAt(text, own, at, clause.end, true);
		if (one) found.push({ stance: one.stance, span: text.spanOf(inside ? verb : name.first, one.end) });
	}
	return found;
}
