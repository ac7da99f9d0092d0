import { normAt, type Reading } from "../shapes.ts";
import { PARTICLES, PLACE_PREFIXES, ROLE_PRONOUNS } from "./data/name-words.ts";
import { headType, typeOf } from "./evidence.ts";
import { givenName } from "./gazetteer.ts";
import { addNaming, type Group, type Join, makeGroup } from "./groups.ts";
import { NAME_SUFFIX, type Naming } from "./naming.ts";
import { joinOtherWritings, meet } from "./other-writings.ts";
import { soundOf } from "./spelling.ts";

/**
 * Joins namings of persons within one article: "Orla Vane", "O. Vane", "Orla M. Vane", "Mayor Vane"
 * and "Vane", when exactly one person can be meant. Not "Mrs. Pell" with "James Pell", not a bare
 * "Pell" once two people of the surname have been named, and not "Corra" with "New Corra": a shared word joins
 * nothing that is not shown to be a person.
 */
export function joinPersons(reading: Reading, groups: readonly Group[], join: Join): void {
	const full = groups.filter(isFullName);
	const writings = joinWritings(reading, full, join);
	const written = full.filter((person) => !writings.has(person));
	const gone = joinOtherWritings(reading, written, { longest, agrees }, join);
	const people = indexPeople(written.filter((person) => !gone.has(person)));
	const whole = new Set(full);
	for (const group of groups) {
		const short = group.namings[0];
		if (short && /^(?:abu|umm|ibn)$/.test(short.words[0] ?? "") && joinByname(group, short, people, join)) continue;
		if (whole.has(group)) continue;
		if (!short || short.words.length > 3 || group.known?.demonym === true) continue;
		if (group.known !== null && !showsPerson(group)) continue;
		if (called(people, short.words.at(-1)).length > MOST_NAMESAKES) continue;
		const candidates = called(people, short.words.at(-1)).filter((person) => endsWith(person, short));
		if (candidates.length > 0) joinSurname(reading, group, short, candidates, join);
		else if (short.words.length === 1 && group.known === null) joinPart(reading, group, short, people, join);
	}
	joinLoneSpellings(
		reading,
		groups.filter((group) => !whole.has(group)),
		join,
	);
}

/** The full-named people of an article, for looking up. */
interface People {
	/** By each word of their names. */
	readonly byWord: ReadonlyMap<string, readonly Group[]>;
	/** By how their surnames sound. */
	readonly bySound: ReadonlyMap<string, readonly Group[]>;
}

function indexPeople(people: readonly Group[]): People {
	const byWord = new Map<string, Group[]>();
	const bySound = new Map<string, Group[]>();
	const put = (index: Map<string, Group[]>, key: string, person: Group): void => {
		const list = index.get(key);
		if (list) list.push(person);
		else index.set(key, [person]);
	};
	for (const person of people) {
		for (const word of new Set(person.namings.flatMap(({ words }) => words))) put(byWord, word, person);
		put(bySound, soundOf([longest(person).words.at(-1) ?? ""]), person);
	}
	return { byWord, bySound };
}

function called(people: People, word: string | undefined): readonly Group[] {
	return people.byWord.get(word ?? "") ?? [];
}

/** "Abu Sayf" of "Abu Sayf al-Torvi". */
function joinByname(group: Group, short: Naming, people: People, join: Join): boolean {
	const named = called(people, short.words[0]).filter(
		(person) => person !== group && longest(person).key.startsWith(`${short.key} `),
	);
	const [only] = named;
	if (named.length !== 1 || !only || !agrees(only, group)) return false;
	join(only, group, `“${short.exact}” begins “${nameOf(only)}”, the only person so called here`);
	return true;
}

function joinPart(reading: Reading, group: Group, short: Naming, people: People, join: Join): void {
	if (joinGivenName(group, short, people, join)) return;
	const sound = soundOf(short.words);
	const alike = sound.length >= SHORTEST_SOUND ? (people.bySound.get(sound) ?? []) : [];
	const middle = called(people, short.key).filter((person) => longest(person).words.slice(1, -1).includes(short.key));
	const [only] = alike.length > 0 ? alike : middle;
	if (!only || alike.length > 1 || (alike.length === 0 && middle.length > 1)) return;
	if (!showsPerson(only) || !agrees(only, group) || givenName(short.key) !== undefined) return;
	if (alike.length > 0 && !meet(reading, only, group))
		join(only, group, `“${short.exact}” is the surname of “${nameOf(only)}” in other Latin letters`);
	else if (alike.length === 0 && !PARTICLES.has(short.key) && (showsPerson(group) || short.first > longest(only).first))
		join(only, group, `“${short.exact}” stands inside “${nameOf(only)}”, the only person named so here`);
}

/** More people of one surname are a list of electors, or no people: nothing is told apart there. */
const MOST_NAMESAKES = 100;

/** Sounds shorter than this fit too many surnames. */
const SHORTEST_SOUND = 6;

/** "Gaddafi" and "Qadhafi", each alone. */
function joinLoneSpellings(reading: Reading, groups: readonly Group[], join: Join): void {
	const bySound = new Map<string, Group[]>();
	for (const group of groups) {
		const [name] = group.namings;
		if (name?.words.length !== 1 || group.known !== null || givenName(name.key) !== undefined) continue;
		const type = typeOf(group.weights);
		if ((type !== "person" && type !== "unknown") || !/\p{Ll}/u.test(name.exact)) continue;
		const sound = soundOf(name.words);
		if (sound.length < SHORTEST_SOUND) continue;
		const list = bySound.get(sound);
		if (list) list.push(group);
		else bySound.set(sound, [group]);
	}
	for (const [first, ...rest] of bySound.values()) {
		const name = first?.namings[0];
		if (!first || !name) continue;
		for (const group of rest) {
			if (!agrees(first, group) || meet(reading, first, group)) continue;
			join(first, group, `“${group.namings[0]?.exact ?? ""}” is “${name.exact}” in other Latin letters`);
		}
	}
}

function joinSurname(reading: Reading, group: Group, short: Naming, candidates: readonly Group[], join: Join): void {
	const shown = showsPerson(group);
	const [only] = candidates;
	if (only && candidates.length === 1) {
		if (agrees(only, group) && (showsPerson(only) || shown))
			join(
				only,
				group,
				`“${short.exact}” is the surname of “${nameOf(only)}”, the only person named ${short.exact} here`,
			);
		return;
	}
	const parts = new Map<Group, { readonly group: Group; readonly reason: string }>();
	const left: Naming[] = [];
	for (const naming of group.namings) {
		const bearer = tellBearer(reading, naming, candidates, shown);
		if (!bearer) {
			left.push(naming);
			continue;
		}
		const part = parts.get(bearer.person) ?? { group: makeGroup(group.known), reason: bearer.reason };
		addNaming(reading, part.group, naming);
		parts.set(bearer.person, part);
	}
	const [first] = parts;
	if (left.length === 0 && parts.size === 1 && first) {
		join(first[0], group, first[1].reason);
		return;
	}
	if (left.length === 0 && first) {
		// The group lives on as the part of whoever is named first.
		parts.delete(first[0]);
		keepOnly(reading, group, first[1].group.namings);
		join(first[0], group, first[1].reason);
	} else if (parts.size > 0) keepOnly(reading, group, left);
	for (const [person, part] of parts) join(person, part.group, part.reason);
	if (left.length > 0) group.weights.person = (group.weights.person ?? 0) + 4;
}

/**
 * Of several people with one surname the one a naming means: whom its title fits, or who alone has
 * been named when it stands. Null once two have been named: then it may be either.
 */
function tellBearer(
	reading: Reading,
	naming: Naming,
	candidates: readonly Group[],
	shown: boolean,
): { readonly person: Group; readonly reason: string } | null {
	const alone = makeGroup(null);
	addNaming(reading, alone, naming);
	const fitting = candidates.filter((person) => agrees(person, alone) && (showsPerson(person) || shown));
	const narrowed = fitting.length > 1 ? byTitle(fitting, alone) : fitting;
	const says = (person: Group): string => `“${naming.exact}” is the surname of “${nameOf(person)}”`;
	const [only] = narrowed;
	if (only && narrowed.length === 1) {
		const why = `of the ${candidates.length} named ${naming.exact} here the only one whom its title fits`;
		return { person: only, reason: `${says(only)}, ${why}` };
	}
	const named = candidates.filter((person) => agrees(person, alone) && longest(person).start < naming.start);
	const [sole] = named;
	if (!sole || named.length !== 1 || !narrowed.includes(sole)) return null;
	return { person: sole, reason: `${says(sole)}, whom alone of that surname the text has named by then` };
}

/** Leaves a group with some of its namings and what these alone tell. */
function keepOnly(reading: Reading, group: Group, namings: readonly Naming[]): void {
	const { namings: all, weights, roles, states, told } = group;
	all.length = 0;
	for (const type of Object.keys(weights) as (keyof typeof weights)[]) delete weights[type];
	roles.clear();
	states.clear();
	told.clear();
	for (const naming of namings) addNaming(reading, group, naming);
}

function joinGivenName(group: Group, short: Naming, people: People, join: Join): boolean {
	const named = called(people, short.key).filter(
		(person) => showsPerson(person) && longest(person).words[0] === short.key,
	);
	const [only] = named;
	if (named.length > 1) return true;
	if (!only || !agrees(only, group)) return false;
	// "Charlotte" may be a town beside "Charlotte Kell": what stands behind "in" is nobody's given name.
	const given = givenName(short.key) !== undefined && (group.weights.place ?? 0) === 0;
	if (!given && !showsPerson(group)) return false;
	join(only, group, `“${short.exact}” begins “${nameOf(only)}”, the only person so called here`);
	return true;
}

/** Joins shorter writings of a full name to the one fuller writing; gives back the groups used up. */
function joinWritings(reading: Reading, list: readonly Group[], join: Join): ReadonlySet<Group> {
	const merged = new Set<Group>();
	const bySurname = new Map<string, Group[]>();
	for (const person of list) {
		const surname = longest(person).words.at(-1) ?? "";
		const same = bySurname.get(surname) ?? [];
		same.push(person);
		bySurname.set(surname, same);
	}
	for (const same of bySurname.values()) {
		if (same.length > MOST_NAMESAKES) continue;
		for (const short of same) {
			const fitting = same.filter(
				(person) =>
					person !== short &&
					!merged.has(person) &&
					isFullerWriting(longest(person), longest(short)) &&
					!partedBySuffix(reading, person, short) &&
					agrees(person, short),
			);
			const [only] = fitting;
			if (fitting.length !== 1 || !only) continue;
			join(only, short, `“${nameOf(short)}” is “${nameOf(only)}” with a given name shortened or left out`);
			merged.add(short);
		}
	}
	return merged;
}

/** "James Pell" and "James Pell Jr." are two where the text speaks of a father or a son. */
function partedBySuffix(reading: Reading, one: Group, other: Group): boolean {
	const [a, b] = [suffixOf(one), suffixOf(other)];
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

function suffixOf(group: Group): string {
	for (const { key } of group.namings) {
		const last = key.slice(key.lastIndexOf(" ") + 1);
		if (NAME_SUFFIX.test(last)) return last;
	}
	return "";
}

function isFullName(group: Group): boolean {
	const name = longest(group);
	if (group.known !== null || name.words.length < 2 || name.words.length > 6) return false;
	if (headType(name) !== null && typeOf(group.weights) !== "person") return false;
	const type = typeOf(group.weights);
	return type === "person" || type === "unknown";
}

function longest(group: Group): Naming {
	let best = group.namings[0];
	for (const name of group.namings) if (!best || name.words.length > best.words.length) best = name;
	if (!best) throw new Error("a group without a naming");
	return best;
}

function nameOf(group: Group): string {
	return longest(group).exact;
}

/** Whether the short name is how a full name ends, past its given names: "Kell", "van der Kell". */
function endsWith(person: Group, short: Naming): boolean {
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
	return plain.slice(-size).join(" ") === short.key;
}

function givenKnown(word: string | undefined): boolean {
	return word !== undefined && givenName(word) !== undefined;
}

function showsPerson(group: Group): boolean {
	return typeOf(group.weights) === "person" && (group.weights.person ?? 0) >= 2;
}

/** Whether nothing that is told of the two forbids that they are one person. */
function agrees(person: Group, group: Group): boolean {
	const a = pronounOf(person);
	const b = pronounOf(group);
	if (a !== null && b !== null && a !== b) return false;
	for (const state of group.states) if (person.states.size > 0 && !person.states.has(state)) return false;
	return true;
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
function byTitle(candidates: readonly Group[], group: Group): Group[] {
	if (group.roles.size === 0) {
		if (group.told.size === 0) return [...candidates];
		return candidates.filter((person) => pronounOf(person) !== null);
	}
	return candidates.filter((person) => [...group.roles].some((role) => person.roles.has(role)));
}

/** "John F. Vane" for "John Vane", "John Vane" for "J. Vane": same surname, given names in order. */
function isFullerWriting(full: Naming, short: Naming): boolean {
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
