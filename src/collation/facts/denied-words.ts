import type { FactState } from "../../model/record.ts";
import { overlaps, spanLength } from "../../text/spans.ts";
import { relateDenial } from "./decision-table.ts";
import type { DenialFact } from "./denial-facts.ts";
import { type DraftFact, makeFact } from "./draft-fact.ts";
import type { Related } from "./relations.ts";

/**
 * One fact of words that several reports carry and of the denial that another sets against them. Joins “the outbreak was
 * under control” in three reports with “denied that he had ever said the outbreak was under control” in a fourth; must
 * not join a denial of one sentence to the speaker's next.
 *
 * @param facts attributions
 * @returns the facts, those that are denied with their denial; and the denials that are of none of them
 */
export function joinDenials(
	facts: readonly DraftFact[],
	denials: readonly DenialFact[],
): { readonly facts: DraftFact[]; readonly denials: DraftFact[] } {
	const joined = new Map<DraftFact, DenialFact[]>();
	const apart: DraftFact[] = [];
	for (const denial of denials) {
		const found = findDenied(facts, denial);
		if (found) joined.set(found, [...(joined.get(found) ?? []), denial]);
		else apart.push(denial.fact);
	}
	return {
		facts: facts.map((fact) => (joined.get(fact) ?? []).reduce((whole, denial) => join(whole, denial), fact)),
		denials: apart,
	};
}

/** The fact that gives most of what is denied, and gives it of more reports; undefined when there is none. */
function findDenied(facts: readonly DraftFact[], { claims }: DenialFact): DraftFact | undefined {
	const denied = new Set(claims.map(({ article }) => article));
	let best: DraftFact | undefined;
	let most = 0;
	for (const fact of facts) {
		if (fact.states.every(({ article }) => denied.has(article))) continue;
		const shared = claims.reduce((sum, claim) => sum + shareOf(claim, fact.states), 0) / claims.length;
		if (shared <= most || shared < MOST_OF_IT) continue;
		best = fact;
		most = shared;
	}
	return best;
}

/** A fact gives what is denied when it holds this much of its words (by length, 0–1). */
const MOST_OF_IT = 0.4;

/** How much of a state's words others give. */
function shareOf({ article, spans }: FactState, others: readonly FactState[]): number {
	let shared = 0;
	for (const other of others)
		if (other.article === article)
			for (const x of spans)
				for (const y of other.spans) shared += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start));
	return shared / Math.max(1, spanLength(spans));
}

function join(fact: DraftFact, { claims, denials }: DenialFact): DraftFact {
	const isNew = (state: FactState): boolean => !fact.states.some((one) => isTouched(one, state));
	const more = claims.filter(isNew);
	const against = denials.filter(isNew);
	if (against.length === 0) return fact;
	const told = [...fact.states, ...more];
	const states = [...told, ...against];
	const known = new Map(fact.pairs.map((pair) => [pair.states.join(" "), pair]));
	return makeFact(fact.story, fact.type, fact.statement, states, (i, j): Related => {
		const [left, right] = [states[i], states[j]];
		if (!left || !right) throw new Error("a state that is none of the fact's");
		const [a, b] = [i < told.length, j < told.length];
		if (a !== b) return a ? relateDenial(left, right) : relateDenial(right, left);
		const pair = known.get([Math.min(i, j), Math.max(i, j)].join(" "));
		return pair ?? { relation: "compatible", reason: "the same side of it" };
	});
}

function isTouched(a: FactState, b: FactState): boolean {
	return a.article === b.article && a.spans.some((x) => b.spans.some((y) => overlaps(x, y)));
}
