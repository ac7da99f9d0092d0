import { has, type Reading, Shape } from "../shapes.ts";
import { givenName } from "./gazetteer.ts";
import type { Naming } from "./naming.ts";

/** Languages that write every noun with a capital. */
const NOUNS_IN_CAPITALS = new Set(["de", "lb"]);

/**
 * Names in a language that writes every noun with a capital, where a capital alone shows nothing. Kept in
 * German: "Orla Vane", "Vane" beside it, "ANSA", what the lists know. Dropped: "Brücke", "Der Regen".
 */
export function keepSureElsewhere(reading: Reading, namings: readonly Naming[]): readonly Naming[] {
	if (!NOUNS_IN_CAPITALS.has(reading.article.language ?? "")) return namings;
	const sure = (name: Naming): boolean =>
		name.known !== null ||
		name.title !== null ||
		(name.words.length === 1 && has(reading, name.first, Shape.acronym)) ||
		(name.words.length > 1 && givenName(name.words[0] ?? "") !== undefined);
	const surnames = new Set<string>();
	for (const name of namings) if (sure(name)) surnames.add(name.words.at(-1) ?? "");
	return namings.filter((name) => sure(name) || (name.words.length === 1 && surnames.has(name.key)));
}
