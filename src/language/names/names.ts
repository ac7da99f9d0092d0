import type { EntityType, LocalEntity, Mention, MentionForm } from "../../model/annotation.ts";
import { compareSpans, compareText } from "../../text/compare.ts";
import { makeId } from "../../text/hash.ts";
import { has, normAt, type Reading, Shape } from "../shapes.ts";
import { findApart } from "./apart.ts";
import { findAliases, findAppositions, fitsInitials } from "./appositions.ts";
import { findCommonSurnames } from "./common-surnames.ts";
import { ORGANISATION_HEADS, ROLES, SPEECH_VERBS } from "./data/name-words.ts";
import { calmPlace, nameDateline } from "./datelines.ts";
import { describeBodies, describeRoles } from "./descriptions.ts";
import { dropEpithets } from "./epithets.ts";
import { typeOf } from "./evidence.ts";
import { expandByAcronyms } from "./expansions.ts";
import { freeSurnames } from "./freed-surnames.ts";
import { givenName, type KnownName, nameKey } from "./gazetteer.ts";
import { addNaming, type Group, type Join, joinGroups, makeGroup, mergeWeights } from "./groups.ts";
import { weighLooks } from "./look-of-persons.ts";
import { findNamings } from "./mentions.ts";
import { findMinistries } from "./ministries.ts";
import type { Naming } from "./naming.ts";
import { mergeNicknames, type Nicknamed } from "./nicknamed.ts";
import { joinOrganisations } from "./organisations.ts";
import { explainOwnMedia, placeOwnMedia } from "./own-media.ts";
import { joinPersons } from "./persons.ts";
import { placeUserNames } from "./placed-names.ts";
import { type Company, readCompany, tellPronoun } from "./pronouns.ts";
import { shareSurnames } from "./shared-surnames.ts";
import { shareTitles } from "./shared-titles.ts";
import { joinShortThings } from "./short-of-things.ts";
import { joinShortened } from "./shortened.ts";
import { splitByTitle } from "./split-titles.ts";
import { stretchNamings } from "./stretched.ts";
import { entryOf, NO_NAMES, type UserNames } from "./user-names.ts";
import { keyOf } from "./writings-of-bodies.ts";

/**
 * The named things of one article, each with all its mentions, sorted by first mention. Namings are
 * joined in steps, each with a reason: the same words, names the lists know as one, names in brackets
 * and appositions, initials, organisations by their owner, shortened organisations, persons by surname.
 */
export function findEntities(shapes: Reading, names: UserNames = NO_NAMES): LocalEntity[] {
	const { namings, keys } = readNamings(shapes, names);
	const reading = { ...shapes, apart: findApart(shapes, namings) };
	const groups = groupSame(reading, namings).flatMap((group) => splitByTitle(reading, group));
	const of = new Map<Naming, Group>();
	for (const group of groups) for (const naming of group.namings) of.set(naming, group);
	for (const apposition of findAppositions(reading, namings)) {
		const group = of.get(apposition.of);
		if (!group) continue;
		const type: EntityType = apposition.person ? "person" : "organisation";
		if (group.known !== null && (apposition.person || group.known.type === "state" || group.known.type === "place"))
			continue;
		mergeWeights(group.weights, { [type]: 3 });
		group.roles.add(apposition.role);
		for (const state of apposition.states) group.states.add(state);
		if (apposition.person) group.descriptions.push(apposition.span);
	}
	const joined = new Map<Group, Group>();
	const find = (group: Group): Group => {
		let at = group;
		for (let next = joined.get(at); next; next = joined.get(at)) at = next;
		return at;
	};
	const join = (into: Group, from: Group, reason: string): void => {
		const a = find(into);
		const b = find(from);
		if (a === b) return;
		joinGroups(a, b, reason);
		joined.set(b, a);
	};
	weighDateline(reading, groups);
	weighLooks(reading, namings, groups, of);
	joinNicknames(groups, keys, of, join);
	joinUserNames(groups, names, join);
	for (const alias of findAliases(reading, namings)) {
		const a = of.get(alias.of);
		const b = of.get(alias.other);
		if (!a || !b) continue;
		if (alias.person) mergeWeights(a.weights, { person: 2 });
		join(a, b, alias.reason);
	}
	const live = (): Group[] => groups.filter((group) => !joined.has(group));
	joinAcronyms(live(), join);
	joinOrganisations(reading, live(), join);
	joinShortThings(reading, live(), join);
	joinShortened(reading, live(), join);
	groups.push(...joinPersons(reading, live(), join));
	const rest = live();
	nameDateline(reading, rest);
	explainOwnMedia(rest);
	describeRoles(reading, rest);
	describeBodies(reading, rest);
	const company = readCompany(reading, rest);
	const entities = rest.map((group) => makeEntity(reading, group, company, names));
	return entities.sort((a, b) => compareSpans(first(a), first(b)) || compareText(a.id, b.id));
}

/** The namings sorted by place, each reaching as far as the text shows, and the keys that nicknames inside make. */
function readNamings(reading: Reading, names: UserNames): Nicknamed {
	const byPlace = (a: Naming, b: Naming): number => a.start - b.start || b.end - a.end;
	const found = dropEpithets(reading, findNamings(reading));
	const sure = [...found, ...findCommonSurnames(reading, found)].sort(byPlace);
	const whole = shareTitles(reading, stretchNamings(reading, expandByAcronyms(reading, sure)));
	const { namings: merged, keys } = mergeNicknames(reading, whole);
	const own = placeOwnMedia(reading, freeSurnames(reading, shareSurnames(reading, merged)));
	const namings = placeUserNames(reading, own, names);
	return { namings: [...namings, ...findMinistries(reading, namings)].sort(byPlace), keys };
}

/** What a user's file gives as names of one thing. */
function joinUserNames(groups: readonly Group[], names: UserNames, join: Join): void {
	if (names.entries.length === 0) return;
	const first = new Map<string, Group>();
	for (const group of groups) {
		for (const { exact } of group.namings) {
			const entry = entryOf(names, exact);
			if (entry === null) continue;
			mergeWeights(group.weights, { [entry.type]: 20 });
			const other = first.get(entry.name);
			if (!other) first.set(entry.name, group);
			else if (other !== group) join(other, group, `your names file gives “${exact}” as a name of “${entry.name}”`);
			break;
		}
	}
}

/** "Bo Quill" is who was named "Robert “Bo” Quill". */
function joinNicknames(
	groups: readonly Group[],
	keys: ReadonlyMap<Naming, readonly string[]>,
	of: ReadonlyMap<Naming, Group>,
	join: Join,
): void {
	for (const [naming, called] of keys) {
		const whole = of.get(naming);
		if (!whole) continue;
		mergeWeights(whole.weights, { person: 4 });
		for (const key of called) {
			const other = groups.find(
				(group) => group.known === null && group.namings.some((name) => name.key === key && !name.title),
			);
			if (other && other !== whole)
				join(whole, other, `“${other.namings[0]?.exact ?? ""}” is “${naming.exact}” with the nickname alone`);
		}
	}
}

function first(entity: LocalEntity): Mention {
	const mention = entity.mentions[0];
	if (!mention) throw new Error("an entity without a mention");
	return mention;
}

/** What a dateline opens with is a place. */
function weighDateline(reading: Reading, groups: readonly Group[]): void {
	const place = reading.article.dateline?.place;
	if (!place) return;
	const keys = new Set([nameKey(place), ...place.split(/[,/(]/).map(nameKey)]);
	for (const group of groups) {
		if (!group.known && group.namings.some(({ key }) => keys.has(key))) mergeWeights(group.weights, { place: 3 });
	}
}

/** Groups namings of the same words, and those that the lists give one usual name. */
function groupSame(reading: Reading, namings: readonly Naming[]): Group[] {
	const groups = new Map<string, Group>();
	for (const naming of namings) {
		const key = keyOf(reading, naming);
		let group = groups.get(key);
		if (!group) {
			group = makeGroup(key.startsWith("=") ? naming.known : null);
			groups.set(key, group);
		}
		addNaming(reading, group, naming);
	}
	for (const group of groups.values()) calmAcronyms(group);
	return [...groups.values()];
}

/** "CYRUS" beside "Cyrus" is the same word in capitals, no acronym. */
function calmAcronyms({ namings, weights }: Group): void {
	if (!namings.some(({ exact }) => /\p{Ll}/u.test(exact))) return;
	for (const { exact, words, known } of namings) {
		if (words.length > 1 || known || exact.length > 6 || !/^\p{Lu}{2,}$/u.test(exact)) continue;
		weights.organisation = Math.max(0, (weights.organisation ?? 0) - 1);
	}
}

/** An acronym that stands alone joins the only name in the article that has its initials. */
function joinAcronyms(groups: readonly Group[], join: (into: Group, from: Group, reason: string) => void): void {
	for (const group of groups) {
		const acronym = group.namings[0];
		if (!acronym || group.known || acronym.words.length > 2 || acronym.exact.length < 3) continue;
		if (!/^[\p{Lu}\p{Nd}.&-]+$/u.test(acronym.exact)) continue;
		const fitting = groups.filter(
			(other) =>
				other !== group &&
				typeOf(other.weights) !== "person" &&
				other.namings.some((name) => fitsInitials(acronym.exact, name.exact)),
		);
		const [only] = fitting;
		const long = only?.namings[0];
		if (fitting.length === 1 && only && long)
			join(only, group, `“${acronym.exact}” has the initials of “${long.exact}”, the only such name here`);
	}
}

function makeEntity(reading: Reading, group: Group, company: Company, given: UserNames): LocalEntity {
	const said = typeOf(group.weights);
	const pronoun = said === "person" ? tellPronoun(reading, group, company) : null;
	const type = said === "person" && pronoun === null && isHeardOnce(reading, group) ? "unknown" : said;
	const used = new Map<string, Naming>();
	for (const naming of group.namings) if (!used.has(naming.exact)) used.set(naming.exact, naming);
	const usual = usualOf(group.known, [...used.values()]);
	const fullest = usual ?? pickFullest([...used.values()]);
	const others = [...used.keys()].filter((name) => name !== fullest).sort(compareText);
	// "JANE ROTH" of an article that writes names in capitals, where "Roth" shows how she is written.
	const shouted = type === "person" && others.some((name) => !isShouted(name));
	// A dateline's place that the text never names.
	const dateline = group.namings.every((naming) => naming.first < 0);
	const calm = dateline ? calmPlace(fullest) : shouted ? calmName(fullest) : fullest;
	const names = calm === fullest ? [fullest, ...others] : [calm, ...[...others, fullest].sort(compareText)];
	const mentions: Mention[] = group.namings.map((naming) => makeMention(reading, naming, fullest));
	const named = new Set(mentions.map((mention) => mention.start));
	for (const span of group.descriptions) {
		if (named.has(span.start)) continue;
		named.add(span.start);
		mentions.push({
			start: span.start,
			end: span.end,
			exact: reading.text.slice(span.start, span.end),
			form: "description",
		});
	}
	mentions.sort(compareSpans);
	const start = mentions.find((mention) => mention.form !== "description") ?? mentions[0];
	return {
		id: makeId(reading.article.id, start?.start ?? 0, start?.end ?? 0),
		name: calm,
		type,
		names,
		mentions,
		reasons: names.slice(1).map((name) => reasonFor(group, name, name === fullest ? calm : fullest, given)),
		pronoun: type === "person" ? pronoun : null,
		roles: [...group.roles].filter((role) => type !== "person" || !isBodyNoun(role)).sort(compareText),
	};
}

/** What stands for a thing that the text names by its people, or the report's own outlet by a part of its name; else null. */
function usualOf(known: KnownName | null, used: readonly Naming[]): string | null {
	if (!known) return null;
	if (known.own) return used.some(({ key }) => key === nameKey(known.usual)) ? null : known.usual;
	return used.every((naming) => naming.known?.demonym) ? known.usual : null;
}

/** "commission", "party": what a body is and no person. */
function isBodyNoun(role: string): boolean {
	return ORGANISATION_HEADS.has(role) && !ROLES.has(role);
}

/** "Kethra says": named once, by one word that ends as names of states do, and shown by a verb of speech alone. */
function isHeardOnce(reading: Reading, group: Group): boolean {
	const [name, more] = group.namings;
	if (!name || more || name.words.length > 1 || name.title || group.known || group.roles.size > 0) return false;
	if (!/(?:[^aeiou]a|ia|land|stan)$/.test(name.key) || givenName(name.key) !== undefined) return false;
	return (group.weights.person ?? 0) <= 2 && SPEECH_VERBS.has(normAt(reading, name.stop));
}

function reasonFor(group: Group, name: string, fullest: string, given: UserNames): string {
	const entry = entryOf(given, name);
	if (entry !== null && nameKey(name) !== nameKey(fullest))
		return `your names file gives “${name}” as a name of “${entry.name}”`;
	const joined = group.reasons.get(name);
	if (joined !== undefined) return joined;
	const known = group.namings.find((naming) => naming.exact === name)?.known;
	if (known?.demonym) return `“${name}” is the adjective or the people of ${known.usual}`;
	if (nameKey(name) === nameKey(fullest)) return `“${name}” is “${fullest}” in another writing`;
	// The fullest name came later: what joined it joins the others to it.
	const later = group.reasons.get(fullest);
	if (later !== undefined) return later;
	// Of the usual name and another the lists are cited for the other.
	return known
		? `the lists give “${nameKey(name) === nameKey(known.usual) ? fullest : name}” as a name of ${known.usual}`
		: `“${name}” is “${fullest}” in another writing`;
}

/** The name with the most words, then the longest, then the first by code unit; never a bare acronym or demonym. */
function pickFullest(namings: readonly Naming[]): string {
	const ranked = [...namings].sort(
		(a, b) =>
			Number(a.known?.demonym ?? false) - Number(b.known?.demonym ?? false) ||
			Number(isBareAcronym(a)) - Number(isBareAcronym(b)) ||
			b.words.length - a.words.length ||
			Number(isShouted(a.exact)) - Number(isShouted(b.exact)) ||
			b.exact.length - a.exact.length ||
			compareText(a.exact, b.exact),
	);
	return ranked[0]?.exact ?? "";
}

function isBareAcronym({ exact, words }: Naming): boolean {
	return words.length === 1 && isShouted(exact);
}

/** "JANE ROTH" as "Jane Roth"; initials and names with a small letter stay. */
function calmName(name: string): string {
	if (!isShouted(name) || !name.includes(" ")) return name;
	return name.replace(/\p{Lu}[\p{Lu}\p{M}'\u2019]*/gu, (word) =>
		word.length < 2 ? word : word.charAt(0) + word.slice(1).toLowerCase(),
	);
}

function isAcronym(reading: Reading, naming: Naming, fullest: string): boolean {
	return has(reading, naming.first, Shape.acronym) && naming.key !== nameKey(fullest);
}

/** "KABUL" of a dateline, where "Kabul" would do; not "UNESCO", which no writing of the article shortens. */
function isShouted(name: string): boolean {
	return !/\p{Ll}/u.test(name);
}

/**
 * A naming as a mention. Its span is the name without titles, except that a title with a bare surname
 * ("Mr. Vane", "President Kell") is one mention of form `title`.
 */
function makeMention(reading: Reading, naming: Naming, fullest: string): Mention {
	const { title } = naming;
	const short = naming.words.length === 1 && title !== null && title.end <= naming.start;
	const start = short ? title.start : naming.start;
	return {
		start,
		end: naming.end,
		exact: reading.text.slice(start, naming.end),
		form: formOf(reading, naming, fullest, short),
	};
}

function formOf(reading: Reading, naming: Naming, fullest: string, short: boolean): MentionForm {
	if (naming.known?.demonym) return "demonym";
	if (short) return "title";
	const whole = naming.exact.length === naming.end - naming.start;
	if (naming.exact === fullest && whole) return "full";
	// "Russia" of the Russian Federation: the lists' usual name.
	if (naming.known?.type === "state" && naming.exact === naming.known.usual) return "short";
	const full = new Set(nameKey(fullest).split(" "));
	if (naming.words.every((word) => full.has(word))) return "short";
	return naming.words.length <= 2 && naming.exact.length < 8 && isAcronym(reading, naming, fullest)
		? "acronym"
		: "alias";
}
