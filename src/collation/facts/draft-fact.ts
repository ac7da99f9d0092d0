import type { Fact, FactState, FactType } from "../../model/record.ts";
import { compareText } from "../../text/compare.ts";
import { makeId } from "../../text/hash.ts";
import { gravest, type Related } from "./relations.ts";

/** A fact before silence is known. */
export interface DraftFact extends Omit<Fact, "silent"> {
	/** Articles that say something of the kind which could not be joined: they are not called silent. */
	readonly mayState?: ReadonlySet<string>;
}

/** Past this many states pairs are not listed one by one: they grow with the square. */
const MOST_PAIRED = 40;

/**
 * A fact from the states that give it: states sorted by article, then place; pairs in that order; the
 * relation is the gravest of its pairs.
 *
 * @param relate relation of two states by their index in the given list
 */
export function makeFact(
	story: string,
	type: FactType,
	statement: string,
	given: readonly FactState[],
	relate: (i: number, j: number) => Related,
): DraftFact {
	const order = given
		.map((_, index) => index)
		.sort(
			(i, j) => compareText(given[i]?.article ?? "", given[j]?.article ?? "") || startOf(given[i]) - startOf(given[j]),
		);
	const states = order.flatMap((index) => given[index] ?? []);
	const pairs: { states: [number, number]; relation: Related["relation"]; reason: string }[] = [];
	for (let i = 0; i < Math.min(order.length, MOST_PAIRED); i++) {
		for (let j = i + 1; j < Math.min(order.length, MOST_PAIRED); j++) {
			pairs.push({ states: [i, j], ...relate(order[i] ?? 0, order[j] ?? 0) });
		}
	}
	const { relation, reason } = gravest(pairs);
	const places = states.flatMap((state) => state.spans.map((span) => `${state.article}:${span.start}-${span.end}`));
	return { id: makeId("fact", story, type, ...places), story, statement, type, relation, reason, states, pairs };
}

function startOf(state: FactState | undefined): number {
	return state?.spans[0]?.start ?? 0;
}
