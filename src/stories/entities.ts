import { knownName } from "../language/names/gazetteer.ts";
import { houseKey, isNickname, soundOf } from "../language/names/spelling.ts";
import { entryOf, NO_NAMES, type UserNames } from "../language/names/user-names.ts";
import { openAcronym, withoutForm } from "../language/names/writings-of-bodies.ts";
import type { AnnotatedArticle } from "../model/annotated.ts";
import type { EntityType, LocalEntity } from "../model/annotation.ts";
import type { Entity, EntityMention } from "../model/record.ts";
import { comparePlaces, compareText } from "../text/compare.ts";
import { foldAccents } from "../text/fold.ts";
import { makeId } from "../text/hash.ts";
import { DisjointSets } from "./disjoint-sets.ts";
import { findTies } from "./entity-ties.ts";

/**
 * Joins the entities of single articles into those of the set. Two are one when they carry the same
 * full name (accents and case aside) and their types can be the same; when an acronym has the same
 * expansion; when the lists give both as names of one thing; when a person's name differs by a middle name,
 * by initials, by a short form of the given name, by spelling or by order alone. A lone surname joins
 * the one full-named person of its story who bears it, and nobody when there are two. Names that
 * merely share a word stay apart: "Ada Vane" is not "Ivo Vane".
 */
export interface JoinedEntities {
	/** Sorted by name, type, id. */
	readonly entities: readonly Entity[];
	/** Local entity id to entity id. */
	readonly entityOf: ReadonlyMap<string, string>;
}

interface Local {
	readonly entity: LocalEntity;
	/** Names that the article joins to it by what it says ("also known as"), folded: good inside its story. */
	readonly aliases: readonly string[];
	/** The state that a body without a name of its own belongs to. */
	readonly owner: string | null;
	readonly article: string;
	/** Number of the article's story. */
	readonly scope: number;
	/** Folded names that may join it to others: its name and the names given in full. */
	readonly keys: readonly string[];
	readonly acronyms: readonly string[];
}

/** Types that outlets' wording does not tell apart. */
const KIN: Readonly<{ [type in EntityType]: string }> = {
	person: "person",
	organisation: "organisation",
	agency: "organisation",
	outlet: "organisation",
	state: "place",
	place: "place",
	document: "document",
	event: "event",
	unknown: "unknown",
};

/** Words of a name that its endings are taken from; no name of use is longer. */
const MOST_NAME_WORDS = 8;
/** Sounds of a surname alone that are enough to tell it. */
const LONG_WORD = 6;

const NAMES_OF_STATES: ReadonlySet<string> = new Set(["short", "alias", "acronym", "demonym"]);

/** Which type a joined entity shows when its parts differ: the more telling first. */
const TELLING: readonly EntityType[] = [
	"agency",
	"outlet",
	"organisation",
	"person",
	"state",
	"place",
	"document",
	"event",
	"unknown",
];

/**
 * @param articles sorted by id
 * @param scopes for each article the number of its story: a lone surname is resolved inside it
 * @param names those of the user
 */
export function joinEntities(
	articles: readonly AnnotatedArticle[],
	scopes: readonly number[],
	names: UserNames = NO_NAMES,
): JoinedEntities {
	const locals = listLocals(articles, scopes, names);
	const sets = new DisjointSets(locals.map(({ entity }) => entity.pronoun));
	joinByName(locals, sets);
	joinInStory(locals, sets);
	joinByAlias(locals, sets);
	joinByMiddleName(locals, sets);
	joinByInitials(locals, sets);
	joinByAcronym(locals, sets);
	joinByEnding(locals, sets);
	joinBySpelling(locals, sets);
	const doubts = joinBySurname(locals, sets);
	return describe(locals, sets, doubts, names);
}

function listLocals(articles: readonly AnnotatedArticle[], scopes: readonly number[], names: UserNames): Local[] {
	return articles.flatMap(({ article, entities }, index) =>
		entities.map((entity) => {
			const scope = scopes[index] ?? -1 - index;
			const acronyms = new Set<string>();
			const aliases = new Set<string>();
			const keys = new Set([keyOf(entity, entity.name)]);
			for (const mention of entity.mentions) {
				// A state's short name ("Tarnia" of "Republic of Tarnia") is as much its own as the long one.
				const own = mention.form === "full" || (entity.type === "state" && NAMES_OF_STATES.has(mention.form));
				if (own) keys.add(keyOf(entity, mention.exact));
				else if (mention.form === "alias") aliases.add(keyOf(entity, mention.exact));
				if (mention.form === "acronym") acronyms.add(foldName(mention.exact));
				if (mention.form === "description") continue;
				const known = givenKey(names, mention.exact) ?? knownKey(entity, mention.exact);
				if (known !== null) keys.add(known);
			}
			keys.delete("");
			const owner = ownerOf(article.text, entity, entities);
			return {
				entity,
				aliases: [...aliases],
				article: article.id,
				scope,
				keys: owner === null ? [...keys] : [...keys].map((key) => `${owner.state}'s ${key.slice(owner.front)}`),
				owner: owner?.state ?? null,
				acronyms: [...acronyms],
			};
		}),
	);
}

/** What the user's file calls a thing; null when it does not. */
function givenKey(names: UserNames, exact: string): string | null {
	const entry = names.entries.length === 0 ? null : entryOf(names, exact);
	return entry === null ? null : `=given:${entry.name}`;
}

/** Why two are joined that share a key. */
function sharedReason(key: string): string {
	const [, list, name] = /^=(\w+):(.*)$/.exec(key) ?? [];
	if (name === undefined) return `both are named "${key}"`;
	return list === "given"
		? `your names file gives both as names of "${name}"`
		: `the lists give both as names of "${name}"`;
}

/** What the lists call a thing of this type: "=state:Chile" for "Chile" and "Burma" alike; null when they lack it. */
function knownKey(entity: LocalEntity, exact: string): string | null {
	const known = knownName(exact.replace(/^[Tt]he /, "")) ?? knownName(exact);
	if (known === null || KIN[known.type] !== KIN[entity.type]) return null;
	return `=${KIN[known.type]}:${known.usual}`;
}

/** Bodies are written by each house in its spelling, and firms with and without "Inc."; persons are not. */
function keyOf(entity: LocalEntity, exact: string): string {
	const key = foldName(exact);
	if (entity.type === "person" || entity.type === "place" || !key.includes(" ")) return key;
	return houseKey(withoutForm(openAcronym(key.split(" "), key).split(" ")));
}

/** The usual name of the state that a body with no name of its own belongs to: Chile for its "Foreign Ministry". */
function ownerOf(
	text: string,
	entity: LocalEntity,
	entities: readonly LocalEntity[],
): { readonly state: string /** Letters of the key that name the state. */; readonly front: number } | null {
	if (KIN[entity.type] !== "organisation" || !isOffice(entity.name)) return null;
	for (const mention of entity.mentions) {
		if (mention.form === "description") continue;
		const before = text.slice(Math.max(0, mention.start - 40), mention.start);
		const behind = /['\u2019]s $/.exec(before);
		const end = behind ? mention.start - behind[0].length : -1;
		for (const state of entities) {
			if (state.type !== "state") continue;
			const named = state.mentions.find(
				(one) => one.end === end || (one.start === mention.start && one.end < mention.end),
			);
			if (!named) continue;
			const inside = named.start === mention.start;
			const front = inside && keyOf(entity, entity.name).startsWith(`${foldName(named.exact)} `);
			return {
				state: knownName(named.exact)?.usual ?? state.name,
				front: front ? foldName(named.exact).length + 1 : 0,
			};
		}
	}
	return null;
}

/** "Foreign Ministry", "Chilean Supreme Court": an office of some state, told from others only by which. */
function isOffice(name: string): boolean {
	return /(?:^| )(?:ministry|(?:supreme|constitutional|high) court|parliament|senate|congress|cabinet|army|navy|air force|central bank|police|treasury)(?: |$)/.test(
		foldName(name),
	);
}

/** A name as it is compared: accents, case, leading article, possessive and marks aside. */
export function foldName(name: string): string {
	return foldAccents(name)
		.replace(/['’]s$/, "")
		.replace(/(?<=\b\p{L})\./gu, "")
		.replace(/[^\p{L}\p{M}\p{Nd}&+]+/gu, " ")
		.trim()
		.replace(/^the /, "");
}

/** The last of several words, a suffix such as "Jr." aside; empty when there is one. */
export function surnameOf(key: string): string {
	const plain = key.replace(/ (?:jr|sr|ii|iii|iv)$/, "");
	return plain.includes(" ") ? plain.slice(plain.lastIndexOf(" ") + 1) : "";
}

/** One word alone names a person only inside a story. */
function isLone(local: Local): boolean {
	return local.keys.every((key) => !key.includes(" "));
}

function joinByName(locals: readonly Local[], sets: DisjointSets): void {
	const surnames = new Set(
		locals.flatMap(({ entity, keys }) => (entity.type === "person" ? keys.map(surnameOf).filter(Boolean) : [])),
	);
	const byKey = new Map<string, number[]>();
	locals.forEach((local, index) => {
		const lone = isLone(local);
		for (const key of local.keys) {
			const single = !key.includes(" ");
			// "Vane" inside "Ada Vane" is no full name; a lone one-word name is kept to its story.
			if (single && local.entity.type === "person" && !lone && !key.startsWith("=")) continue;
			// So is a one-word name of unknown type that is some person's surname.
			const personal = local.entity.type === "person" || (local.entity.type === "unknown" && surnames.has(key));
			const scope = single && personal ? local.scope : "";
			const known = `${key.startsWith("=given:") ? "" : scope}\t${key}`;
			const list = byKey.get(known);
			if (list) list.push(index);
			else byKey.set(known, [index]);
		}
	});
	for (const [known, list] of [...byKey].sort(([x], [y]) => compareText(x, y))) {
		const key = known.slice(known.indexOf("\t") + 1);
		const kin = new Set(list.map((index) => KIN[locals[index]?.entity.type ?? "unknown"]));
		kin.delete("unknown");
		const firstOf = new Map<string, number>();
		for (const index of list) {
			const own = KIN[locals[index]?.entity.type ?? "unknown"];
			// A name of unknown type goes with the one type the others give it, with none when they differ.
			const type = own === "unknown" && kin.size === 1 ? ([...kin][0] ?? own) : own;
			const first = firstOf.get(type);
			if (first === undefined) firstOf.set(type, index);
			else sets.join(first, index, sharedReason(key));
		}
	}
}

/**
 * A name of several words that one report of a story takes for a person's and another for a club's is
 * one thing: outside the story it may be two.
 */
function joinInStory(locals: readonly Local[], sets: DisjointSets): void {
	const byKey = new Map<string, number>();
	locals.forEach(({ entity, scope, owner }, index) => {
		const key = `${owner ?? ""} ${foldName(entity.name)}`.trim();
		if (!key.includes(" ") || !["person", "organisation", "unknown"].includes(KIN[entity.type])) return;
		const first = byKey.get(`${scope}\t${key}`);
		if (first === undefined) byKey.set(`${scope}\t${key}`, index);
		else if (sets.find(first) !== sets.find(index)) sets.join(first, index, `both are named "${key}" in one story`);
	});
}

/** "Ada Vane" and "Ada R. Vane", unless a third name ("Ada T. Vane") makes it a choice. */
function joinByMiddleName(locals: readonly Local[], sets: DisjointSets): void {
	const byEnds = new Map<string, { readonly index: number; readonly key: string; readonly middle: string }[]>();
	locals.forEach((local, index) => {
		if (local.entity.type !== "person") return;
		for (const key of local.keys) {
			const parts = key.split(" ");
			if (parts.length < 2 || parts.length > 5) continue;
			const ends = `${parts[0]} ${parts[parts.length - 1]}`;
			const entry = { index, key, middle: parts.slice(1, -1).join(" ") };
			const list = byEnds.get(ends);
			if (list) list.push(entry);
			else byEnds.set(ends, [entry]);
		}
	});
	for (const [ends, list] of [...byEnds].sort(([x], [y]) => compareText(x, y))) {
		const middles = [...new Set(list.map(({ middle }) => middle))].filter((middle) => middle !== "").sort(compareText);
		// Every longer middle must open like the shorter one: "R" and "Rose" agree, "R" and "T" do not.
		const longest = middles.reduce((best, middle) => (middle.length > best.length ? middle : best), "");
		if (!middles.every((middle) => opensLike(longest, middle))) continue;
		const first = list[0];
		for (const { index, key } of list.slice(1)) {
			if (first) sets.join(first.index, index, `"${key}" is "${ends}" with a middle name`);
		}
	}
}

function opensLike(longer: string, shorter: string): boolean {
	const long = longer.split(" ");
	return shorter.split(" ").every((part, i) => part === long[i] || (part.length === 1 && long[i]?.startsWith(part)));
}

/** An acronym alone goes with the one entity of the set that it is given as short for. */
function joinByAcronym(locals: readonly Local[], sets: DisjointSets): void {
	const expanded = new Map<string, number[]>();
	locals.forEach((local, index) => {
		for (const acronym of local.acronyms) {
			if (local.keys.some((key) => key !== acronym)) {
				const list = expanded.get(acronym);
				if (list) list.push(index);
				else expanded.set(acronym, [index]);
			}
		}
	});
	locals.forEach((local, index) => {
		if (local.keys.length !== 1 || local.entity.type === "person") return;
		const acronym = local.keys[0] ?? "";
		const owners = [...new Set((expanded.get(acronym) ?? []).map((owner) => sets.find(owner)))];
		const owner = owners[0];
		if (owners.length !== 1 || owner === undefined || owner === sets.find(index)) return;
		const name = locals[owner]?.entity.name ?? "";
		sets.join(owner, index, `"${local.entity.name}" is given as short for "${name}"`);
	});
}

/** "River Watch" goes with "Upper Tarn River Watch" when no other organisation of the story ends so. */
function joinByEnding(locals: readonly Local[], sets: DisjointSets): void {
	const byEnding = new Map<string, Set<number>>();
	locals.forEach((local, index) => {
		if (KIN[local.entity.type] !== "organisation") return;
		for (const key of local.keys) {
			const words = key.split(" ").slice(-MOST_NAME_WORDS);
			for (let from = 1; from <= words.length - 2; from++) {
				const known = `${local.scope}\t${words.slice(from).join(" ")}`;
				byEnding.set(known, (byEnding.get(known) ?? new Set()).add(index));
			}
		}
	});
	locals.forEach((local, index) => {
		if (KIN[local.entity.type] !== "organisation") return;
		for (const key of local.keys) {
			const owners = new Set([...(byEnding.get(`${local.scope}\t${key}`) ?? [])].map((owner) => sets.find(owner)));
			const [owner] = owners;
			if (owners.size !== 1 || owner === undefined || owner === sets.find(index)) continue;
			const name = locals[owner]?.entity.name ?? "";
			sets.join(
				owner,
				index,
				`"${local.entity.name}" is how the only organisation of the story so called, "${name}", ends`,
			);
		}
	});
}

/** A name that one report of a story joins to another ("Kell, also known as Kestrel") and that stands alone in the next. */
function joinByAlias(locals: readonly Local[], sets: DisjointSets): void {
	const owners = new Map<string, Set<number>>();
	locals.forEach(({ aliases, scope }, index) => {
		for (const alias of aliases) {
			const known = `${scope}\t${alias}`;
			owners.set(known, (owners.get(known) ?? new Set()).add(index));
		}
	});
	locals.forEach((local, index) => {
		for (const key of local.keys) {
			const sharing = owners.get(`${local.scope}\t${key}`);
			if (!sharing || sharing.has(index)) continue;
			const [owner, ...others] = [...new Set([...sharing].map((one) => sets.find(one)))];
			if (owner === undefined || others.length > 0 || owner === sets.find(index)) continue;
			const [one, other] = [locals[owner]?.entity, local.entity];
			if (!one || !mayBeOne(one, other)) continue;
			sets.join(owner, index, `"${other.name}" is what a report of the story calls "${one.name}" as well`);
		}
	});
}

function mayBeOne(one: LocalEntity, other: LocalEntity): boolean {
	return one.type === "unknown" || other.type === "unknown" || KIN[one.type] === KIN[other.type];
}

/** "J. R. Vane" goes with "Julia Rose Vane" when nobody else of the story has the surname and that initial. */
function joinByInitials(locals: readonly Local[], sets: DisjointSets): void {
	const bySurname = new Map<string, { readonly index: number; readonly given: string }[]>();
	locals.forEach(({ entity, scope }, index) => {
		if (entity.type !== "person") return;
		const key = foldName(entity.name);
		const surname = surnameOf(key);
		if (surname === "") return;
		const known = `${scope}\t${surname}`;
		const entry = { index, given: key.slice(0, key.lastIndexOf(` ${surname}`)) };
		const list = bySurname.get(known);
		if (list) list.push(entry);
		else bySurname.set(known, [entry]);
	});
	for (const [, list] of [...bySurname].sort(([x], [y]) => compareText(x, y))) {
		for (const { index, given } of list) {
			if (!/^\p{L}(?: \p{L})*$/u.test(given)) continue;
			const fitting = list.filter(
				(other) => other.given.startsWith(given.charAt(0)) && other.given.length > given.length,
			);
			const [person, ...others] = [...new Set(fitting.map((other) => sets.find(other.index)))];
			if (person === undefined || others.length > 0 || person === sets.find(index)) continue;
			if (!fitting.every((other) => opensLike(other.given, given))) continue;
			const [full, short] = [locals[person]?.entity.name ?? "", locals[index]?.entity.name ?? ""];
			sets.join(person, index, `"${short}" has the initials of "${full}", the only such person of the story`);
		}
	}
}

/**
 * "Teval Eskarne" goes with "Teval Iskarne", "Bill Quill" with "William Quill", "Orsolt Benna" with "Benna
 * Orsolt": people of one story whose full names are two writings of one, and whom no article names both.
 */
function joinBySpelling(locals: readonly Local[], sets: DisjointSets): void {
	const ways: readonly (readonly [string, (words: readonly string[]) => string, (a: string, b: string) => boolean])[] =
		[
			["spelt otherwise", soundOf, () => true],
			["with the family name in the other place", (words) => [...words].sort(compareText).join(" "), () => true],
			[
				"with the given name in its short form",
				(words) => words.at(-1) ?? "",
				(a, b) => isNickname(a.split(" ")[0] ?? "", b.split(" ")[0] ?? ""),
			],
		];
	for (const [how, keyOfWay, fits] of ways) {
		const byWay = new Map<string, number[]>();
		locals.forEach((local, index) => {
			if (local.entity.type !== "person") return;
			const key = foldName(local.entity.name);
			if (!key.includes(" ")) return;
			const known = `${local.scope}\t${keyOfWay(key.split(" "))}`;
			const list = byWay.get(known);
			if (list) list.push(index);
			else byWay.set(known, [index]);
		});
		for (const [, list] of [...byWay].sort(([x], [y]) => compareText(x, y)))
			joinTwoSpellings(locals, sets, list, how, fits);
	}
}

function joinTwoSpellings(
	locals: readonly Local[],
	sets: DisjointSets,
	list: readonly number[],
	how: string,
	fits: (a: string, b: string) => boolean,
): void {
	const spellings = new Map<string, number[]>();
	for (const index of list) {
		const key = foldName(locals[index]?.entity.name ?? "");
		const group = spellings.get(key);
		if (group) group.push(index);
		else spellings.set(key, [index]);
	}
	const sorted = [...spellings].sort(([x], [y]) => compareText(x, y));
	const [one, ...others] = sorted;
	// A third spelling is fine where all are of one kind; a choice between short forms is not.
	if (!one || others.length === 0 || (others.length > 1 && !others.every(([key]) => fits(one[0], key)))) return;
	const articles = new Set<string>();
	for (const [, members] of sorted) {
		const own = new Set(members.map((index) => locals[index]?.article ?? ""));
		for (const article of own) if (articles.has(article)) return;
		for (const article of own) articles.add(article);
	}
	for (const [key, members] of others) {
		const [first, second] = [one[1][0], members[0]];
		if (first !== undefined && second !== undefined && fits(one[0], key))
			sets.join(first, second, `"${key}" is "${one[0]}" ${how}`);
	}
}

/** Lone surnames: joined when one full-named person of the story bears it; the candidates otherwise. */
function joinBySurname(locals: readonly Local[], sets: DisjointSets): Map<number, readonly number[]> {
	const bearers = new Map<string, Set<number>>();
	const bySound = new Map<string, Set<number>>();
	locals.forEach((local, index) => {
		if (local.entity.type !== "person") return;
		for (const key of local.keys) {
			const surname = surnameOf(key);
			if (surname === "") continue;
			const known = `${local.scope}\t${surname}`;
			const set = bearers.get(known) ?? new Set<number>();
			bearers.set(known, set.add(index));
			const sounding = `${local.scope}\t${soundOf([surname])}`;
			bySound.set(sounding, (bySound.get(sounding) ?? new Set<number>()).add(index));
		}
	});
	const doubts = new Map<number, readonly number[]>();
	locals.forEach((local, index) => {
		if (!isLone(local) || (local.entity.type !== "person" && local.entity.type !== "unknown")) return;
		const surname = local.keys[0] ?? "";
		const sound = soundOf([surname]);
		const spelt = bearers.get(`${local.scope}\t${surname}`);
		const heard = sound.length >= LONG_WORD ? bySound.get(`${local.scope}\t${sound}`) : undefined;
		const persons = [...new Set([...(spelt ?? heard ?? [])].map((bearer) => sets.find(bearer)))];
		const person = persons[0];
		if (persons.length === 1 && person !== undefined && local.entity.type === "person") {
			const name = locals[person]?.entity.name ?? "";
			sets.join(person, index, `"${local.entity.name}": "${name}" is the only person of that surname in the story`);
		} else if (persons.length > 1) doubts.set(index, persons);
	});
	return doubts;
}

function describe(
	locals: readonly Local[],
	sets: DisjointSets,
	doubts: ReadonlyMap<number, readonly number[]>,
	given: UserNames,
): JoinedEntities {
	const drafts = sets.groups().map((members) => {
		const name = chooseName(members.map((member) => locals[member]));
		const types = new Set(members.map((member) => locals[member]?.entity.type ?? "unknown"));
		const type = TELLING.find((candidate) => types.has(candidate)) ?? "unknown";
		const first = members.map((member) => locals[member]?.entity.id ?? "").sort(compareText)[0];
		return { members, name, type, key: foldName(name), first: first ?? "" };
	});
	drafts.sort((x, y) => compareText(x.type, y.type) || compareText(x.key, y.key) || compareText(x.first, y.first));
	const idOfMember = new Map<number, string>();
	const ids = drafts.map((draft, index) => {
		const previous = drafts[index - 1];
		const collides = previous?.type === draft.type && previous.key === draft.key;
		const id = collides
			? makeId("entity", draft.type, draft.key, draft.first)
			: makeId("entity", draft.type, draft.key);
		for (const member of draft.members) idOfMember.set(member, id);
		return id;
	});
	const ties = findTies(
		drafts.map(({ name, type, members }) => ({ name, type, names: namesOf(locals, members) })),
		given,
	);
	const entities = drafts.map(({ members, name, type }, index): Entity => {
		const names = new Set(members.flatMap((member) => locals[member]?.entity.names ?? []));
		names.delete(name);
		const mentions = members.flatMap((member): EntityMention[] => {
			const local = locals[member];
			return local ? local.entity.mentions.map((mention) => ({ ...mention, article: local.article })) : [];
		});
		const related = new Map<string, { entity: string; kind: string }>();
		for (const member of members) {
			for (const candidate of doubts.get(member) ?? []) {
				const entity = idOfMember.get(candidate) ?? "";
				related.set(entity, { entity, kind: "may-be" });
			}
		}
		for (const [other, kind] of ties.get(index) ?? []) {
			const entity = ids[other] ?? "";
			if (entity !== ids[index] && !related.has(entity)) related.set(entity, { entity, kind });
		}
		return {
			id: ids[index] ?? "",
			name,
			type,
			names: [name, ...[...names].sort(compareText)],
			reasons: [...new Set(members.flatMap((member) => sets.reasonsOf(member)))].sort(compareText),
			related: [...related.values()].sort((x, y) => compareText(x.entity, y.entity)),
			mentions: mentions.sort(comparePlaces),
		};
	});
	const entityOf = new Map<string, string>();
	locals.forEach(({ entity }, index) => {
		entityOf.set(entity.id, idOfMember.get(index) ?? "");
	});
	entities.sort((x, y) => compareText(x.name, y.name) || compareText(x.type, y.type) || compareText(x.id, y.id));
	return { entities, entityOf };
}

function namesOf(locals: readonly Local[], members: readonly number[]): string[] {
	return [...new Set(members.flatMap((member) => locals[member]?.entity.names ?? []))].sort(compareText);
}

/** The name that most articles give as theirs; of equals the one with more words, then by code unit. */
function chooseName(locals: readonly (Local | undefined)[]): string {
	const counts = new Map<string, number>();
	for (const local of locals) if (local) counts.set(local.entity.name, (counts.get(local.entity.name) ?? 0) + 1);
	// A person's full name is shown even where most articles get by with the surname.
	const full = [...counts].filter(
		([name]) => name.includes(" ") && locals.some((local) => local?.entity.type === "person"),
	);
	const [best] = (full.length > 0 ? full : [...counts]).sort(
		([x, m], [y, n]) => n - m || y.split(" ").length - x.split(" ").length || compareText(x, y),
	);
	return best?.[0] ?? "";
}
