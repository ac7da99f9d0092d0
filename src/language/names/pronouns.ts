import { normAt, type Reading } from "../shapes.ts";
import { typeOf } from "./evidence.ts";
import type { Group } from "./groups.ts";
import { pronounOf } from "./person-fit.ts";

const HE = new Set(["he", "his", "him", "himself"]);
const SHE = new Set(["she", "her", "hers", "herself"]);

/** Words between a subject and its own object, at most. */
const MOST_TO_OBJECT = 3;

/** No sentence of prose goes on longer behind a name (tokens); keeps one of thousands of names linear. */
const MOST_BEHIND = 300;

/** By sentence, the one group that may be a person named there; null where there are several. */
export type Company = ReadonlyMap<number, Group | null>;

export function readCompany(reading: Reading, groups: readonly Group[]): Company {
	const company = new Map<number, Group | null>();
	for (const group of groups) {
		if (!mayBePerson(group)) continue;
		for (const { first } of group.namings) {
			const sentence = reading.sentenceOf[first] ?? -1;
			const other = company.get(sentence);
			company.set(sentence, other === undefined || other === group ? group : null);
		}
	}
	return company;
}

/**
 * The pronoun an article uses for a person: from forms of address, gendered roles and given names,
 * else from sentences that name this person and no other and go on with "he" or "she", when all of
 * them agree. Null when nothing tells or the text disagrees with itself.
 */
export function tellPronoun(reading: Reading, group: Group, company: Company): "he" | "she" | "they" | null {
	const told = pronounOf(group);
	if (told !== null) return told;
	const seen = new Set<"he" | "she">();
	for (const { first, stop } of group.namings) {
		const sentence = reading.sentenceOf[first] ?? -1;
		const range = reading.sentences[sentence];
		if (!range || company.get(sentence) !== group) continue;
		for (let i = stop; i < Math.min(range.end, stop + MOST_BEHIND); i++) {
			const norm = normAt(reading, i);
			// "Vane hugged her": who is hugged is another.
			const object = norm === "him" || (norm === "her" && !/^\p{L}/u.test(normAt(reading, i + 1)));
			if (object && i - stop < MOST_TO_OBJECT) continue;
			if (HE.has(norm)) seen.add("he");
			else if (SHE.has(norm)) seen.add("she");
		}
	}
	if (seen.size !== 1) return null;
	return seen.has("he") ? "he" : "she";
}

function mayBePerson(group: Group): boolean {
	const type = typeOf(group.weights);
	return type === "person" || type === "unknown";
}
