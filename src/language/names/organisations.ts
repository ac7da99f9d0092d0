import { normAt, type Reading, written } from "../shapes.ts";
import { headType } from "./evidence.ts";
import type { Group, Join } from "./groups.ts";
import type { Naming } from "./naming.ts";
import { knownHere } from "./peoples.ts";

/**
 * Joins an organisation named with its state and without it: "Corran Foreign Ministry", "Corra's
 * Foreign Ministry" and "the Foreign Ministry"; not "the Chilean Foreign Ministry" with "Peru's
 * Foreign Ministry", nor a bare one when two states' are named.
 */
export function joinOrganisations(reading: Reading, groups: readonly Group[], join: Join): void {
	const byTail = new Map<string, { readonly group: Group; readonly owner: string | null }[]>();
	const bare: { readonly group: Group; readonly owner: string }[] = [];
	for (const group of groups) {
		const name = group.namings[0];
		if (!name || group.known || name.words.length < 2 || headType(name) !== "organisation") continue;
		const owner = ownerInName(reading, name);
		const tail = owner ? name.words.slice(1).join(" ") : name.key;
		if (tail === "ministry" && owner !== null) bare.push({ group, owner });
		if (tail.split(" ").length < 2) continue;
		const owned = owner ?? possessor(reading, group.namings);
		const list = byTail.get(tail) ?? [];
		list.push({ group, owner: owned });
		byTail.set(tail, list);
	}
	joinBareMinistries(byTail, bare, join);
	for (const [tail, list] of byTail) {
		if (list.length < 2) continue;
		const owners = new Set(list.map(({ owner }) => owner).filter((owner) => owner !== null));
		if (owners.size !== 1) {
			joinSameOwner(list, join, tail);
			continue;
		}
		const [first, ...rest] = list;
		if (!first || owners.has("")) continue;
		for (const { group } of rest)
			join(first.group, group, `“${tail}” is here that of one state alone, ${[...owners][0]}`);
	}
}

/** "the Chilean ministry" is the one ministry of Chile that the article names. */
function joinBareMinistries(
	byTail: ReadonlyMap<string, readonly { readonly group: Group; readonly owner: string | null }[]>,
	bare: readonly { readonly group: Group; readonly owner: string }[],
	join: Join,
): void {
	for (const { group, owner } of bare) {
		const tails = [...byTail].filter(
			([tail, list]) => /\bministry\b/.test(tail) && list.some((other) => other.owner === owner),
		);
		const [only] = tails;
		const full = only?.[1].find((other) => other.owner === owner)?.group;
		if (tails.length === 1 && only && full)
			join(full, group, `“${group.namings[0]?.exact ?? ""}” can only be ${owner}'s “${only[0]}” here`);
	}
}

function joinSameOwner(
	list: readonly { readonly group: Group; readonly owner: string | null }[],
	join: Join,
	tail: string,
): void {
	const byOwner = new Map<string, Group>();
	for (const { group, owner } of list) {
		if (owner === null || owner === "") continue;
		const first = byOwner.get(owner);
		if (first) join(first, group, `“${tail}” is that of ${owner} in both`);
		else byOwner.set(owner, group);
	}
}

function ownerInName(reading: Reading, name: Naming): string | null {
	const known = knownHere(reading, written(reading, name.first, name.first + 1));
	return known?.type === "state" ? known.usual : null;
}

/** The state whose possessive stands before every naming that has one; "" when they differ, null when none has. */
function possessor(reading: Reading, namings: readonly Naming[]): string | null {
	let owner: string | null = null;
	for (const { first } of namings) {
		if (normAt(reading, first - 1) !== "'s") continue;
		const known = knownHere(reading, written(reading, first - 2, first - 1));
		if (known?.type !== "state") continue;
		if (owner !== null && owner !== known.usual) return "";
		owner = known.usual;
	}
	return owner;
}
