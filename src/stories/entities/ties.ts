import { capitalOf, knownName } from "../../language/names/gazetteer.ts";
import { entryOf, NO_NAMES, type UserNames } from "../../language/names/user-names.ts";
import type { EntityType } from "../../model/annotation.ts";

/**
 * Entities that hang together without being one. Caught: Santiago and Chile, whose capital it is; "Orve
 * Front North Tarn" and "Orve Front", "Al-Qaeda in the Arabian Peninsula" and "Al-Qaeda". Not caught:
 * "Orve Frontier" and "Orve Front", "Corra University Press" and Corra.
 */
export interface Named {
	readonly name: string;
	readonly type: EntityType;
	readonly names: readonly string[];
}

/**
 * For each entity by its index the others it hangs with: `capital-of` a state, `branch-of` a body, `related`
 * where the user's names file says so, either way round.
 */
export function findTies(
	entities: readonly Named[],
	given: UserNames = NO_NAMES,
): ReadonlyMap<number, readonly (readonly [number, string])[]> {
	const ties = new Map<number, (readonly [number, string])[]>();
	const tie = (from: number, to: number, kind: string): void => {
		if (from !== to) ties.set(from, [...(ties.get(from) ?? []), [to, kind]]);
	};
	const states = new Map<string, number>();
	const bodies = new Map<string, number>();
	entities.forEach(({ type, names }, index) => {
		for (const name of names) {
			const known = knownName(name);
			if (type === "state" && known?.type === "state") states.set(known.usual, index);
			if (type === "organisation") bodies.set(plain(name), index);
			// "UN" opens "UN Security Council" and "United Nations Security Council".
			if (type === "organisation" && known?.type === "organisation") bodies.set(plain(known.usual), index);
		}
	});
	entities.forEach(({ type, names }, index) => {
		for (const name of names) {
			if (type === "place") {
				const state = states.get(capitalOf(knownName(name)?.usual ?? name) ?? "");
				if (state !== undefined) tie(index, state, "capital-of");
			} else if (type === "state") {
				// "Islamic Emirate of Tarnia": who governs there is not the state, and hangs with it.
				const state = states.get(knownName(/ of (?:the )?(.+)$/.exec(name)?.[1] ?? "")?.usual ?? "");
				if (state !== undefined && knownName(name) === null) tie(index, state, "related");
			} else if (type === "organisation" || type === "unknown") {
				const parent = parentOf(name.replace(/^[Tt]he /, ""), bodies);
				if (parent !== null && parent !== index) tie(index, parent, "branch-of");
			}
		}
	});
	if (given.entries.length > 0) tieGiven(entities, given, tie);
	return ties;
}

function tieGiven(
	entities: readonly Named[],
	given: UserNames,
	tie: (a: number, b: number, kind: string) => void,
): void {
	const indexOf = new Map<string, number>();
	entities.forEach(({ names }, index) => {
		for (const name of names) {
			const entry = entryOf(given, name);
			if (entry) indexOf.set(entry.name, index);
		}
	});
	for (const { name, related } of given.entries) {
		const from = indexOf.get(name);
		for (const other of related) {
			const to = indexOf.get(entryOf(given, other)?.name ?? "");
			if (from === undefined || to === undefined) continue;
			tie(from, to, "related");
			tie(to, from, "related");
		}
	}
}

function plain(name: string): string {
	return name.toLowerCase().replace(/^the /, "");
}

/** The body whose whole name of two words or more, or known name, opens a longer one. */
function parentOf(name: string, bodies: ReadonlyMap<string, number>): number | null {
	for (let cut = name.lastIndexOf(" "); cut > 0; cut = name.lastIndexOf(" ", cut - 1)) {
		const front = name.slice(0, cut);
		const parent = bodies.get(plain(front));
		if (parent === undefined) continue;
		if (front.includes(" ") || front.includes("-") || knownName(front) !== null) return parent;
	}
	// "PFLA-North" of the PFLA.
	const letters = /^(\p{Lu}{3,})[-\u2010\u2011]\p{Lu}/u.exec(name)?.[1];
	return letters === undefined ? null : (bodies.get(plain(letters)) ?? null);
}
