import { ROLES } from "./data/name-words.ts";

import type { Group } from "./groups.ts";
import { knownHere } from "./peoples.ts";
import { has, normAt, type Reading, Shape, written } from "./shapes.ts";

/** Offices that "leader" also names, when they are a state's highest. */
const LEADERS: ReadonlySet<string> = new Set([
	"president",
	"premier",
	"chancellor",
	"king",
	"queen",
	"emir",
	"sultan",
	"leader",
]);

/**
 * Adds descriptions such as "the envoy" and "the Chilean president" to the one person of the article
 * who was given that role before, by a title or an apposition. Not when two people have the role, and
 * not for "the former envoy" or "the envoy of Peru", who may be another.
 */
export function describeRoles(reading: Reading, groups: readonly Group[]): void {
	const holders = new Map<string, Group[]>();
	for (const group of groups) {
		for (const role of group.roles) {
			const list = holders.get(role) ?? [];
			list.push(group);
			holders.set(role, list);
		}
	}
	if (holders.size === 0) return;
	for (let i = 0; i + 1 < reading.count; i++) {
		if (normAt(reading, i) !== "the" || has(reading, i, Shape.titled)) continue;
		let at = i + 1;
		let state: string | null = null;
		if (has(reading, at, Shape.capital)) {
			const known = knownHere(reading, written(reading, at, at + 1));
			if (known?.type !== "state" || !known.demonym) continue;
			state = known.usual;
			at++;
		}
		const role = normAt(reading, at);
		if (!ROLES.has(role) || has(reading, at, Shape.capital) || reading.sentenceOf[at] !== reading.sentenceOf[i])
			continue;
		const next = normAt(reading, at + 1);
		if (
			next === "of" ||
			next === "for" ||
			next === "to" ||
			next === "'s" ||
			ROLES.has(next) ||
			has(reading, at + 1, Shape.capital)
		) {
			if (next !== "'s") continue;
		}
		const person = holder(groups, holders, role, state);
		if (!person?.namings.some(({ start }) => start < (reading.starts[i] ?? 0))) continue;
		person.descriptions.push({ start: reading.starts[i] ?? 0, end: reading.ends[at] ?? 0 });
	}
}

function holder(
	groups: readonly Group[],
	holders: ReadonlyMap<string, readonly Group[]>,
	role: string,
	state: string | null,
): Group | null {
	const list =
		role === "leader" && state !== null
			? groups.filter((group) => [...group.roles].some((held) => LEADERS.has(held) || held === "minister"))
			: (holders.get(role) ?? []);
	const fitting = state === null ? list : list.filter((group) => group.states.has(state));
	const [only] = fitting;
	return fitting.length === 1 && only ? only : null;
}
