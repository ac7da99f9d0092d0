import type { EntityType } from "../../model/annotation.ts";
import type { Span } from "../../model/span.ts";
import type { Reading } from "../shapes.ts";
import { type Weights, weighNaming } from "./evidence.ts";
import type { KnownName } from "./gazetteer.ts";
import type { Naming } from "./naming.ts";

/** Namings that are taken to name one thing, with what is known of it; joined step by step. */
export interface Group {
	/** In order of place within each joined part; the first is the group's own. */
	readonly namings: Naming[];
	readonly weights: { [type in EntityType]?: number };
	known: KnownName | null;
	readonly roles: Set<string>;
	/** States that its titles and appositions name. */
	readonly states: Set<string>;
	/** Pronouns that forms of address tell. */
	readonly told: Set<"he" | "she">;
	/** Why a name beyond the first was joined, by the name as written. */
	readonly reasons: Map<string, string>;
	readonly descriptions: Span[];
	/** Another group has the same word with the other form of address: "Mr. Pell" beside "Mrs. Pell". */
	rivalled: boolean;
	/** First tokens of namings that it cannot be. */
	readonly apart: Set<number>;
}

export type Join = (into: Group, from: Group, reason: string) => void;

export function mergeWeights(into: { [type in EntityType]?: number }, more: Weights): void {
	for (const [type, weight] of Object.entries(more) as [EntityType, number][]) into[type] = (into[type] ?? 0) + weight;
}

export function makeGroup(known: KnownName | null): Group {
	return {
		namings: [],
		weights: {},
		known,
		roles: new Set(),
		states: new Set(),
		told: new Set(),
		reasons: new Map(),
		descriptions: [],
		rivalled: false,
		apart: new Set(),
	};
}

/** Adds a naming with what its words, its surroundings and its title tell. */
export function addNaming(reading: Reading, group: Group, naming: Naming): void {
	group.namings.push(naming);
	for (const other of reading.apart.get(naming.first) ?? []) group.apart.add(other);
	// "Mr. Washington", whom the lists know as a place, is weighed as if they did not.
	const weighed = group.known === null && naming.known !== null ? { ...naming, known: null } : naming;
	mergeWeights(group.weights, weighNaming(reading, weighed));
	if (!naming.title || group.known?.type === "state" || group.known?.type === "place") return;
	for (const role of naming.title.roles) group.roles.add(role);
	for (const state of naming.title.states) group.states.add(state);
	if (naming.title.pronoun) group.told.add(naming.title.pronoun);
}

/** Joins the second group into the first; every name of the second gets the reason unless it has one. */
export function joinGroups(into: Group, from: Group, reason: string): void {
	for (const naming of from.namings) {
		if (!into.reasons.has(naming.exact)) into.reasons.set(naming.exact, reason);
		into.namings.push(naming);
	}
	for (const [name, why] of from.reasons) if (!into.reasons.has(name)) into.reasons.set(name, why);
	mergeWeights(into.weights, from.weights);
	into.known ??= from.known;
	for (const role of from.roles) into.roles.add(role);
	for (const state of from.states) into.states.add(state);
	for (const pronoun of from.told) into.told.add(pronoun);
	into.descriptions.push(...from.descriptions);
	for (const other of from.apart) into.apart.add(other);
}
