import { normAt, type Reading } from "../shapes.ts";
import type { Group, Join } from "./groups.ts";
import type { Naming } from "./naming.ts";
import { isNickname, soundOf } from "./spelling.ts";

/** What persons.ts knows of a group that this rule asks. */
export interface PersonView {
	readonly longest: (group: Group) => Naming;
	readonly agrees: (one: Group, other: Group) => boolean;
}

/**
 * Joins two full names that one person is given in one article. Caught: "William Quill" and "Bill Quill",
 * "Orsolt Benna" and "Benna Orsolt", "Muammar Gaddafi" and "Moammar Qadhafi". Not caught: two who stand in
 * one sentence, who are "he" and "she" or hold different offices, nor "William Quill" and "Bill Quill"
 * beside "Ada Quill". Gives back the groups used up.
 */
export function joinOtherWritings(
	reading: Reading,
	people: readonly Group[],
	view: PersonView,
	join: Join,
): ReadonlySet<Group> {
	const gone = new Set<Group>();
	const pairs = (
		keyOf: (name: Naming) => string | null,
		tie: (a: Naming, b: Naming) => string | null,
		apart = true,
	): void => {
		const byKey = new Map<string, Group[]>();
		for (const person of people) {
			if (gone.has(person)) continue;
			const name = view.longest(person);
			const key = name.words.length < 2 || name.words.length > 5 ? null : keyOf(name);
			if (key === null) continue;
			const list = byKey.get(key);
			if (list) list.push(person);
			else byKey.set(key, [person]);
		}
		for (const list of byKey.values()) {
			const [one, other] = list;
			if (list.length !== 2 || !one || !other) continue;
			const [a, b] = [view.longest(one), view.longest(other)];
			const reason = a.words.join(" ") === b.words.join(" ") ? null : tie(a, b);
			if (
				reason === null ||
				!view.agrees(one, other) ||
				rolesDiffer(one, other) ||
				(apart && meet(reading, one, other))
			)
				continue;
			join(one, other, reason);
			gone.add(other);
		}
	};
	pairs(
		({ words }) => [...words].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).join(" "),
		(a, b) => `“${b.exact}” is “${a.exact}” with the family name in the other place`,
		false,
	);
	pairs(
		({ words }) => words.at(-1) ?? null,
		(a, b) =>
			isNickname(a.words[0] ?? "", b.words[0] ?? "")
				? `“${b.exact}” is “${a.exact}” with the given name in its short form`
				: null,
	);
	pairs(
		({ words }) => soundOf(words),
		(a, b) => `“${b.exact}” is “${a.exact}” in other Latin letters`,
	);
	return gone;
}

/** Both have offices or trades and share none. */
export function rolesDiffer(one: Group, other: Group): boolean {
	if (one.roles.size === 0 || other.roles.size === 0) return false;
	for (const role of one.roles) if (other.roles.has(role)) return false;
	return true;
}

/** Whether one clause of a sentence names both: then they are two. */
export function meet(reading: Reading, one: Group, other: Group): boolean {
	const clauses = new Set(one.namings.map(({ first }) => clauseOf(reading, first)));
	return other.namings.some(({ first }) => clauses.has(clauseOf(reading, first)));
}

/** The token that opens the clause: the sentence's first, or that behind a semicolon. */
function clauseOf(reading: Reading, token: number): number {
	const open = reading.sentences[reading.sentenceOf[token] ?? -1]?.first ?? 0;
	for (let at = token; at > open && at > token - LONGEST_CLAUSE; at--) if (normAt(reading, at) === ";") return at;
	return open;
}

/** Tokens that are looked through for a semicolon. */
const LONGEST_CLAUSE = 60;
