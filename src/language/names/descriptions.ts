import { TokenKind } from "../../model/annotated.ts";
import { has, normAt, type Reading, Shape, written } from "../shapes.ts";
import { ROLES, SPEECH_VERBS } from "./data/name-words.ts";
import { isDomain } from "./domains.ts";
import type { Group } from "./groups.ts";
import { knownHere } from "./peoples.ts";
import { headNoun, isBody } from "./shortened.ts";

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

/** Heads of bodies that an article refers to by the bare noun: "the inspectorate". */
const BODY_NOUNS = new Set(
	(
		"inspectorate ministry council committee commission authority agency bank company university institute association " +
		"federation foundation court tribunal regulator watchdog directorate bureau board party union"
	).split(" "),
);

/** Words behind "the company" that leave it the whole phrase: not "the company cars". */
const ENDING = new Set(
	(
		"has had have is was were will would could should may might can cannot did does do declined denied denies confirmed " +
		"confirms announced announces reported reports rejected rejects refused refuses warned warns promised pledged " +
		"gave gives took takes made makes met meets left leaves won lost paid sold owed owes wants held holds plans ruled rules sent " +
		"in on at to and or but that which who by with from about after before since until when while because if as"
	).split(" "),
);

/**
 * Adds descriptions such as "the inspectorate" and "the foreign ministry" to the one body named before
 * whose head that noun is. Not when two are named, nor for "the inspectorate of mines" or "the bank card".
 */
export function describeBodies(reading: Reading, groups: readonly Group[]): void {
	const byNoun = new Map<string, Group[]>();
	for (const group of groups) {
		if (!isBody(group)) continue;
		const nouns = new Set(group.roles);
		for (const name of group.namings) if (name.words.length > 1) nouns.add(headNoun(name));
		for (const noun of nouns) {
			if (!BODY_NOUNS.has(noun)) continue;
			const list = byNoun.get(noun) ?? [];
			list.push(group);
			byNoun.set(noun, list);
		}
	}
	if (byNoun.size === 0) return;
	for (let i = 0; i + 1 < reading.count; i++) {
		if (normAt(reading, i) !== "the" || has(reading, i, Shape.titled)) continue;
		let head = i + 1;
		const ends = (at: number): boolean => byNoun.has(normAt(reading, at)) && isWhole(reading, at + 1);
		while (head < i + 4 && !ends(head) && isDomain(normAt(reading, head)) && !has(reading, head, Shape.capital)) head++;
		const list = byNoun.get(normAt(reading, head));
		if (!list || has(reading, head, Shape.capital) || reading.sentenceOf[head] !== reading.sentenceOf[i]) continue;
		if (!isWhole(reading, head + 1)) continue;
		const words = reading.norms.slice(i + 1, head);
		const fitting = list.filter(
			(group) => words.length === 0 || group.namings.some((name) => words.every((word) => name.words.includes(word))),
		);
		const [only] = fitting;
		const start = reading.starts[i] ?? 0;
		if (fitting.length !== 1 || !only?.namings.some((name) => name.start < start)) continue;
		only.descriptions.push({ start, end: reading.ends[head] ?? 0 });
	}
}

/** Whether the noun phrase can end before a token. */
function isWhole(reading: Reading, token: number): boolean {
	const norm = normAt(reading, token);
	if (token >= reading.count || norm === "'s" || ENDING.has(norm) || SPEECH_VERBS.has(norm)) return true;
	return reading.kinds[token] === TokenKind.mark && norm !== "-";
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
