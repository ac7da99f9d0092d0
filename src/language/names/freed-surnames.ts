import { normAt, type Reading } from "../shapes.ts";
import { PERSON_VERBS, SPEECH_VERBS } from "./data/name-words.ts";
import { capitalOf, givenName } from "./gazetteer.ts";
import type { Naming } from "./naming.ts";

/**
 * Surnames that the lists have as places. Caught: "Medina said" beside "Jorge Medina". Not caught: "in
 * Medina", "Medina is a town", "London said" beside "Ada London": what a capital says its state says.
 */
export function freeSurnames(reading: Reading, namings: readonly Naming[]): Naming[] {
	const surnames = new Set<string>();
	for (const { known, words, title } of namings) {
		if (known || words.length < 2 || (title === null && givenName(words[0] ?? "") === undefined)) continue;
		surnames.add(words.at(-1) ?? "");
		if (words.length > 3) surnames.add(words.at(-2) ?? "");
	}
	return namings.map((name) => {
		const { known, words, stop } = name;
		if (known?.type !== "place" || known.demonym || words.length > 1 || !surnames.has(name.key)) return name;
		const next = normAt(reading, stop);
		const acts = SPEECH_VERBS.has(next) || PERSON_VERBS.has(next);
		return acts && capitalOf(known.usual) === null ? { ...name, known: null } : name;
	});
}
