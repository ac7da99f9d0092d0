import { has, normAt, type Reading, Shape } from "../shapes.ts";
import { NOT_NAMES, PLACE_PREFIXES, ROLES } from "./data/name-words.ts";
import { headType, typeOf } from "./evidence.ts";
import { givenName } from "./gazetteer.ts";
import { type Group, mergeWeights } from "./groups.ts";
import type { Naming } from "./naming.ts";
import { nextInList } from "./shared-titles.ts";

/**
 * What an article does with a name of two words or more that only persons' names have done to them.
 * Caught: "Orla Vane" of whom it says "Vane" later, or "She" in the next sentence, or who stands in a list
 * of persons. Not caught: "the Tarn Accord" and "the Accord", "Vaskold Metals" and "Vaskold", "near Orve Hill".
 */
export function weighLooks(
	reading: Reading,
	namings: readonly Naming[],
	groups: readonly Group[],
	of: ReadonlyMap<Naming, Group>,
): void {
	const single = new Map<string, Group>();
	for (const group of groups) {
		const name = group.namings[0];
		if (name?.words.length === 1 && group.known === null) single.set(name.key, group);
	}
	const company = countLongNames(reading, namings);
	const small = new Set<string>();
	for (let i = 0; i < reading.count; i++) if (!has(reading, i, Shape.capital)) small.add(normAt(reading, i));
	for (const group of groups) {
		if (!isOpen(reading, group)) continue;
		// "House Call" where the text also has "a call".
		const words = group.namings[0]?.words ?? [];
		if (givenName(words[0] ?? "") === undefined && words.some((word) => small.has(word))) continue;
		const surname = single.get(group.namings[0]?.words.at(-1) ?? "");
		if (
			surname &&
			!single.has(group.namings[0]?.words[0] ?? "") &&
			surname.namings.every((name) => isBare(reading, name))
		)
			mergeWeights(group.weights, { person: 2 });
		else if (group.namings.some((name) => goesOnWithPronoun(reading, name, company)))
			mergeWeights(group.weights, { person: 1.5 });
	}
	for (const list of findLists(reading, namings)) {
		const members = list.map((name) => of.get(name)).filter((group) => group !== undefined);
		if (!members.some((group) => typeOf(group.weights) === "person")) continue;
		for (const group of members)
			if (typeOf(group.weights) === "unknown" && isOpen(reading, group)) mergeWeights(group.weights, { person: 1 });
	}
}

/** "A and B", "A, B and C": names beside each other whose last two have "and" between. */
function findLists(reading: Reading, namings: readonly Naming[]): Naming[][] {
	const byFirst = new Map(namings.map((name) => [name.first, name] as const));
	const lists: Naming[][] = [];
	let until = -1;
	for (const name of namings) {
		if (name.first < until) continue;
		const list = [name];
		let closed = false;
		for (let next = nextInList(reading, name, byFirst); next && !closed; next = nextInList(reading, next, byFirst)) {
			list.push(next);
			closed = normAt(reading, next.first - 1) === "and";
		}
		const last = list.at(-1);
		if (!closed && last && list.length > 1) closed = /^and (?:others|more|two|three|\d)/.test(behind(reading, last));
		if (!closed) continue;
		lists.push(list);
		until = list.at(-1)?.first ?? until;
	}
	return lists;
}

/** "and others" behind the last name of a list. */
function behind(reading: Reading, { stop }: Naming): string {
	const at = normAt(reading, stop) === "," ? stop + 1 : stop;
	return `${normAt(reading, at)} ${normAt(reading, at + 1)}`;
}

/** A name that may be a person's, of which nothing is known yet. */
function isOpen(reading: Reading, group: Group): boolean {
	const name = group.namings[0];
	if (!name || group.known !== null || !/^(?:person|unknown)$/.test(typeOf(group.weights))) return false;
	if (PLACE_PREFIXES.has(name.words[0] ?? "") && givenName(name.words[0] ?? "") === undefined) return false;
	if (name.words.length < 2 || name.words.length > 4 || /\d|&/.test(name.exact) || headType(name) !== null)
		return false;
	const [front = ""] = name.words;
	if (NOT_NAMES.has(front) || /ing$/.test(front) || (name.words.at(-1) ?? "").length < 2) return false;
	if (/^\p{Lu}{3,} /u.test(name.exact) || ROLES.has((name.words.at(-1) ?? "").replace(/s$/, ""))) return false;
	return group.namings.every((one) => isBare(reading, one));
}

const BEFORE_OTHERS = /^(?:the|a|an|in|at|near|outside|around|across|throughout|into|through|toward|towards)$/;

function isBare(reading: Reading, { first }: Naming): boolean {
	return !BEFORE_OTHERS.test(normAt(reading, first - 1)) || reading.sentenceOf[first - 1] !== reading.sentenceOf[first];
}

/** Whether the next sentence opens with "He" or "She", and no other name stands between. */
function goesOnWithPronoun(reading: Reading, name: Naming, company: ReadonlyMap<number, number>): boolean {
	const sentence = reading.sentenceOf[name.first] ?? -1;
	const next = reading.sentences[sentence + 1];
	if (!next || !/^(?:he|she)$/.test(normAt(reading, next.first))) return false;
	return company.get(sentence) === 1;
}

/** By sentence, how many names of several words stand there. */
function countLongNames(reading: Reading, namings: readonly Naming[]): ReadonlyMap<number, number> {
	const counts = new Map<number, number>();
	for (const { first, words } of namings) {
		const sentence = reading.sentenceOf[first] ?? -1;
		if (words.length > 1) counts.set(sentence, (counts.get(sentence) ?? 0) + 1);
	}
	return counts;
}
