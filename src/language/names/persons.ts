import { normAt, type Reading } from "../shapes.ts";
import { OPENING_WORDS } from "./data/common-words.ts";
import { PARTICLES } from "./data/name-words.ts";
import { typeOf } from "./evidence.ts";
import { givenName } from "./gazetteer.ts";
import { addNaming, type Group, type Join, makeGroup } from "./groups.ts";
import type { Naming } from "./naming.ts";
import { joinOtherWritings, meet, rolesDiffer } from "./other-writings.ts";
import {
	agrees,
	byTitle,
	endsWith,
	isApart,
	isFullerWriting,
	isFullName,
	longest,
	nameOf,
	partedBySuffix,
	pronounOf,
	showsPerson,
	suffixOf,
} from "./person-fit.ts";
import { soundOf } from "./spelling.ts";

/**
 * Joins namings of persons within one article: "Orla Vane", "O. Vane", "Orla M. Vane", "Mayor Vane"
 * and "Vane", when exactly one person can be meant. Not "Mrs. Pell" with "James Pell", not a bare
 * "Pell" once two people of the surname have been named, and not "Corra" with "New Corra": a shared word joins
 * nothing that is not shown to be a person. Gives back the groups that it had to make of others.
 */
export function joinPersons(reading: Reading, groups: readonly Group[], join: Join): readonly Group[] {
	const made: Group[] = [];
	const full = groups.filter(isFullName);
	const writings = joinWritings(reading, full, join);
	const unwritten = full.filter((person) => !writings.has(person));
	const fronts = joinFronts(reading, unwritten, join);
	const written = unwritten.filter((person) => !fronts.has(person));
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
		const candidates = bearersOf(called(people, short.words.at(-1)), short);
		if (candidates.length > 0) made.push(...joinSurname(reading, group, short, candidates, join));
		else if (short.words.length === 1 && group.known === null) joinPart(reading, group, short, people, join);
	}
	joinLoneSpellings(
		reading,
		groups.filter((group) => !whole.has(group)),
		join,
	);
	return made;
}

/** Those whose surname a short name is, and when there are any also those whose first surname of two it is. */
function bearersOf(people: readonly Group[], short: Naming): readonly Group[] {
	const bearers = people.filter((person) => endsWith(person, short));
	if (bearers.length === 0 || short.words.length > 1) return bearers;
	return people.filter((person) => bearers.includes(person) || isOtherSurname(longest(person), short.key));
}

/**
 * Whether a word is the family name of a person who has another word last: "Restrepo" of "José Restrepo
 * García", "Li" of "Li Wei-ming".
 */
function isOtherSurname({ words, exact }: Naming, word: string): boolean {
	if (words[0] === word) return /^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+[-\u2010\u2011]\p{Ll}+$/u.test(exact);
	if (words.length < 3 || words.at(-2) !== word || words.some((part) => PARTICLES.has(part))) return false;
	return givenName(word) === undefined && (words.length > 3 || /[áéíóúñãõç]|ez\b/iu.test(exact));
}

/** "Teval Amon" is "Teval Amon Eskarne", "Sayf al-Torvi" "Sayf al-Torvi Kadhar"; gives back the groups used up. */
function joinFronts(reading: Reading, full: readonly Group[], join: Join): ReadonlySet<Group> {
	const gone = new Set<Group>();
	const byFirst = new Map<string, Group[]>();
	for (const person of full) {
		const first = longest(person).words[0] ?? "";
		const list = byFirst.get(first);
		if (list) list.push(person);
		else byFirst.set(first, [person]);
	}
	for (const list of byFirst.values()) {
		if (list.length < 2 || list.length > MOST_NAMESAKES) continue;
		for (const short of list) {
			const { words } = longest(short);
			if (words.some((word) => word.length < 2)) continue;
			const front = `${words.join(" ")} `;
			const fuller = list.filter(
				(person) =>
					!gone.has(person) && longest(person).words.join(" ").startsWith(front) && suffixOf(short.namings) === "",
			);
			const [only] = fuller;
			if (fuller.length !== 1 || !only || !showsPerson(only)) continue;
			// "Ada Vane No" of a headline, and "Ada Vane T" cut short.
			const more = longest(only).words.slice(words.length);
			if (more.some((word) => OPENING_WORDS.has(word)) || (more.at(-1) ?? "").length < 2) continue;
			if (!agrees(only, short) || rolesDiffer(only, short) || meet(reading, only, short)) continue;
			join(only, short, `“${nameOf(short)}” begins “${nameOf(only)}”, the only person so called here`);
			gone.add(short);
		}
	}
	return gone;
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
	const heard = sound.length >= SHORTEST_SOUND ? (people.bySound.get(sound) ?? []) : [];
	const alike = heard.filter((person) => !isApart(person, group));
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

function joinSurname(
	reading: Reading,
	group: Group,
	short: Naming,
	candidates: readonly Group[],
	join: Join,
): readonly Group[] {
	const shown = showsPerson(group);
	const [only] = candidates;
	if (only && candidates.length === 1 && !isApart(only, group)) {
		// "Mr. Pell" and "Mrs. Pell": one of them is Robin Pell, and nothing tells which.
		if (group.rivalled && pronounOf(only) === null) return [];
		if (agrees(only, group) && (showsPerson(only) || shown))
			join(
				only,
				group,
				`“${short.exact}” is the surname of “${nameOf(only)}”, the only person named ${short.exact} here`,
			);
		return [];
	}
	const parts = new Map<Group, { readonly group: Group; readonly reason: string }>();
	const left: Naming[] = [];
	for (const naming of group.namings) {
		const bearer = tellBearer(reading, naming, candidates, shown, left);
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
		return [];
	}
	const strangers = left.filter((naming) => isStranger(reading, naming, candidates));
	const others = left.filter((naming) => !strangers.includes(naming));
	const open = makeGroup(group.known);
	if (left.length === 0 && first) {
		// The group lives on as the part of whoever is named first.
		parts.delete(first[0]);
		keepOnly(reading, group, first[1].group.namings);
		join(first[0], group, first[1].reason);
	} else if (strangers.length > 0 && others.length > 0) {
		// Who is called unrelated is somebody; a bare surname behind may be either.
		keepOnly(reading, group, strangers);
		for (const naming of others) addNaming(reading, open, naming);
	} else if (parts.size > 0) keepOnly(reading, group, left);
	for (const [person, part] of parts) join(person, part.group, part.reason);
	if (left.length > 0) group.weights.person = (group.weights.person ?? 0) + 4;
	if (open.namings.length === 0) return [];
	open.weights.person = (open.weights.person ?? 0) + 4;
	return [open];
}

/** Whether a naming is told apart from everybody of its surname who has been named in full. */
function isStranger(reading: Reading, naming: Naming, candidates: readonly Group[]): boolean {
	const apart = reading.apart.get(naming.first);
	if (apart === undefined) return false;
	const named = candidates.filter((person) => longest(person).start < naming.start);
	return named.length > 0 && named.every((person) => person.namings.some(({ first }) => apart.has(first)));
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
	left: readonly Naming[],
): { readonly person: Group; readonly reason: string } | null {
	const alone = makeGroup(null);
	addNaming(reading, alone, naming);
	const fitting = candidates.filter(
		(person) =>
			agrees(person, alone) &&
			(showsPerson(person) || shown) &&
			!(naming.title?.pronoun && person.namings.some((name) => isChild(reading, name))),
	);
	const narrowed = fitting.length > 1 ? byTitle(fitting, alone) : fitting;
	// "Kell" behind "police chief Kell, no relation" may be either.
	const strangers = naming.title === null && left.some((other) => isStranger(reading, other, candidates));
	if (strangers) return null;
	const says = (person: Group): string => `“${naming.exact}” is the surname of “${nameOf(person)}”`;
	const [only] = narrowed;
	const named = candidates.filter((person) => agrees(person, alone) && longest(person).start < naming.start);
	const [sole] = named;
	const likely = naming.title !== null || candidates.filter((person) => agrees(person, alone)).length === 1;
	const first = sole && named.length === 1 && narrowed.includes(sole) ? sole : null;
	if (only && narrowed.length === 1 && likely && (naming.title !== null || first === null)) {
		const fits = naming.title === null ? "the only one who can be meant" : "the only one whom its title fits";
		return { person: only, reason: `${says(only)}, of the ${candidates.length} named ${naming.exact} here ${fits}` };
	}
	if (first === null) return null;
	return { person: first, reason: `${says(first)}, whom alone of that surname the text has named by then` };
}

/** "Ada Pell, 7,": no child is "Mrs. Pell". */
function isChild(reading: Reading, { stop }: Naming): boolean {
	return (
		normAt(reading, stop) === "," && /^1?\d$/.test(normAt(reading, stop + 1)) && Number(normAt(reading, stop + 1)) < 16
	);
}

/** Leaves a group with some of its namings and what these alone tell. */
function keepOnly(reading: Reading, group: Group, namings: readonly Naming[]): void {
	const { namings: all, weights, roles, states, told, apart } = group;
	all.length = 0;
	apart.clear();
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
	if (named.length > 1) {
		// "Sheikh Teval" of a sheikh and a prince who are both called so.
		const [fits, ...others] = group.roles.size > 0 ? byTitle(named, group).filter((one) => agrees(one, group)) : [];
		if (fits && others.length === 0)
			join(fits, group, `“${short.exact}” begins “${nameOf(fits)}”, the only one so called whom its title fits`);
		return true;
	}
	const [only] = named;
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
					!isNewcomer(reading, person, short) &&
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

/**
 * "J. Pell, a critic," beside "Julia Pell", whose trade is another or is never told: one initial is little,
 * and "a" brings in somebody new.
 */
function isNewcomer(reading: Reading, full: Group, short: Group): boolean {
	const [given = "", ...more] = longest(short).words.slice(0, -1);
	if (given.length !== 1 || more.length > 0) return false;
	if (rolesDiffer(full, short)) return true;
	const shares = [...short.roles].some((role) => full.roles.has(role));
	return !shares && short.descriptions.some(({ start, end }) => /^an? /i.test(reading.text.slice(start, end)));
}
