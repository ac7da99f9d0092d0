import { normAt, type Reading } from "../shapes.ts";
import { PARTICLES, PLACE_PREFIXES, ROLE_PRONOUNS } from "./data/name-words.ts";
import { headType, typeOf } from "./evidence.ts";
import { givenName } from "./gazetteer.ts";
import type { Group } from "./groups.ts";
import { NAME_SUFFIX, type Naming } from "./naming.ts";

/** Whether two names can be one person's: what the joins of persons.ts ask. */

/** "James Pell" and "James Pell Jr." are two where the text speaks of a father or a son. */
export function partedBySuffix(reading: Reading, one: Group, other: Group): boolean {
	const [a, b] = [suffixOf(one.namings), suffixOf(other.namings)];
	if (a === b) return false;
	if (a !== "" && b !== "") return true;
	return [...one.namings, ...other.namings].some(({ first }) => {
		const range = reading.sentences[reading.sentenceOf[first] ?? -1];
		if (!range) return false;
		for (let i = range.first; i < range.end; i++)
			if (/^(?:father|son|elder|younger|senior|junior)$/.test(normAt(reading, i))) return true;
		return false;
	});
}

export function suffixOf(namings: readonly Naming[]): string {
	for (const { key } of namings) {
		const last = key.slice(key.lastIndexOf(" ") + 1);
		if (NAME_SUFFIX.test(last)) return last;
	}
	return "";
}

export function isFullName(group: Group): boolean {
	const name = longest(group);
	if (group.known !== null || name.words.length < 2) return false;
	if (name.words.filter((word) => !PARTICLES.has(word)).length > 6) return false;
	if (headType(name) !== null && typeOf(group.weights) !== "person") return false;
	const type = typeOf(group.weights);
	return type === "person" || type === "unknown";
}

export function longest(group: Group): Naming {
	let best = group.namings[0];
	for (const name of group.namings) if (!best || name.words.length > best.words.length) best = name;
	if (!best) throw new Error("a group without a naming");
	return best;
}

export function nameOf(group: Group): string {
	return longest(group).exact;
}

/** Whether the short name is how a full name ends, past its given names: "Kell", "van der Kell". */
export function endsWith(person: Group, short: Naming): boolean {
	return person.namings.some((name) => name.words.length > short.words.length && endsIn(name, short));
}

function endsIn(name: Naming, short: Naming): boolean {
	const plain = name.words;
	// "Marsh" is not the surname of "Ada Quill-Marsh"; "Amari" is that of "Yusuf al-Amari".
	const written = name.exact.split(/\s+/).at(-1) ?? "";
	if (short.words.length === 1 && /^(?!(?:al|el|ul|ad|as|ar|an|at|az)-)[^-]+-./i.test(written)) return false;
	const size = short.words.length;
	if (size >= plain.length) return false;
	if (PLACE_PREFIXES.has(plain[0] ?? "") && !givenKnown(plain[0])) return false;
	return plain.slice(-size).join(" ") === short.words.join(" ") && suffixesFit(name, short);
}

/** "Pell Jr." is not the surname of "Ada Pell Sr.", nor of anybody where a "Pell Jr." is named in full. */
function suffixesFit(name: Naming, short: Naming): boolean {
	const suffix = suffixOf([short]);
	return suffix === "" || suffixOf([name]) === suffix;
}

function givenKnown(word: string | undefined): boolean {
	return word !== undefined && givenName(word) !== undefined;
}

export function showsPerson(group: Group): boolean {
	return typeOf(group.weights) === "person" && (group.weights.person ?? 0) >= 2;
}

/** Whether nothing that is told of the two forbids that they are one person. */
export function agrees(person: Group, group: Group): boolean {
	if (isApart(person, group)) return false;
	const a = pronounOf(person);
	const b = pronounOf(group);
	if (a !== null && b !== null && a !== b) return false;
	for (const state of group.states) if (person.states.size > 0 && !person.states.has(state)) return false;
	return true;
}

/** Whether the text says of a naming of one that it is not one of the other: "Mr. Kell's brother Owen Kell". */
export function isApart(person: Group, group: Group): boolean {
	const [few, many] = person.apart.size < group.apart.size ? [person, group] : [group, person];
	return few.apart.size > 0 && many.namings.some(({ first }) => few.apart.has(first));
}

/** The pronoun that titles, gendered roles or the given name tell; null when they tell none or differ. */
export function pronounOf(group: Group): "he" | "she" | null {
	if (group.told.size > 1) return null;
	for (const pronoun of group.told) return pronoun;
	const byRole = new Set(
		[...group.roles].map((role) => ROLE_PRONOUNS.get(role)).filter((pronoun) => pronoun !== undefined),
	);
	if (byRole.size === 1) for (const pronoun of byRole) return pronoun;
	const { words } = longest(group);
	return words.length > 1 ? (givenName(words[0] ?? "") ?? null) : null;
}

/** Of several with one surname, those that share a role with what the title says. */
export function byTitle(candidates: readonly Group[], group: Group): Group[] {
	if (group.roles.size === 0) {
		if (group.told.size === 0) return [...candidates];
		return candidates.filter((person) => pronounOf(person) !== null);
	}
	return candidates.filter((person) => [...group.roles].some((role) => person.roles.has(role)));
}

/** "John F. Vane" for "John Vane", "John Vane" for "J. Vane": same surname, given names in order. */
export function isFullerWriting(full: Naming, short: Naming): boolean {
	// "Kell Orve" for "Ana Kell Orve": surnames of two words are used without the given name.
	if (
		short.words.length >= 2 &&
		full.words.length > short.words.length &&
		full.words.slice(-short.words.length).join(" ") === short.key
	)
		return true;
	const a = full.words.slice(0, -1);
	const b = short.words.slice(0, -1);
	if (full.words.at(-1) !== short.words.at(-1) || b.length === 0) return false;
	if (a.length < b.length || full.key === short.key) return false;
	const [first = ""] = a;
	const [given = ""] = b;
	const sameGiven = first === given || (given.length === 1 && first.startsWith(given));
	if (!sameGiven) return false;
	// Every given name kept must be among the full ones, in order.
	let at = 0;
	for (const name of b) {
		while (at < a.length && !(a[at] === name || (name.length === 1 && a[at]?.startsWith(name)))) at++;
		if (at === a.length) return false;
		at++;
	}
	return true;
}
