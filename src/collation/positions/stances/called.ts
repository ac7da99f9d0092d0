import type { ClauseText } from "../clause-text.ts";
import { PREPOSITIONS } from "../noun-phrases.ts";
import { ACCUSED, FOES, FRIENDS } from "../stance-lexicon.ts";
import { MAY, NO } from "./ground.ts";

/**
 * What is called friend or foe from a token on, of the speaker's own: "certainly our allies", "not an ally of ours".
 *
 * @param owned whether it is the speaker's anyway: "views Orvania as an ally"
 */
export function calledAt(
	text: ClauseText,
	own: ReadonlySet<string>,
	from: number,
	limit: number,
	owned: boolean = false,
): { readonly stance: "supports" | "opposes"; readonly end: number } | null {
	let mine = owned;
	let turned = false;
	for (let at = from; at < Math.min(limit, from + 8); at++) {
		const norm = text.normAt(at);
		if (NO.test(norm)) {
			turned = true;
			continue;
		}
		if (/^(?:our|my)$/.test(norm)) mine = true;
		const owner = text.namesFrom(at).find((name) => own.has(name.entity) && text.normAt(name.end) === "'s");
		if (owner) mine = true;
		if (text.namesFrom(at).length > 0 && !owner) return null;
		const friend = FRIENDS.has(norm);
		const foe = FOES.has(norm);
		if (friend || foe || ACCUSED.has(norm)) {
			const next = text.normAt(at + 1);
			if (/^(?:of|for|to)$/.test(next)) {
				const whose = text.normAt(at + 2);
				const name = text.namesFrom(whose === "the" ? at + 3 : at + 2)[0];
				if (/^(?:ours|mine|us|me)$/.test(whose) || (name && own.has(name.entity))) mine = true;
				else if (name) return null;
			}
			if (ACCUSED.has(norm)) return turned ? null : { stance: "opposes", end: at + 1 };
			if (!mine) return null;
			if (friend) return { stance: turned ? "opposes" : "supports", end: at + 1 };
			return turned ? null : { stance: "opposes", end: at + 1 };
		}
		const small = /^["\u201c\u201d\u2018\u2019']$/.test(norm) || text.isWord(at);
		if (!small || PREPOSITIONS.has(norm) || MAY.test(norm)) return null;
	}
	return null;
}
