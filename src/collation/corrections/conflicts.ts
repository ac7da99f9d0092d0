import type { Fact, FactRelation } from "../../model/record.ts";
import type { Place } from "../../model/span.ts";
import { overlaps } from "../../text/spans.ts";
import { RELATION_RANK } from "../facts/relations.ts";
import type { CorrectionPlan, Fitted } from "./plan.ts";
import { signed } from "./plan.ts";

const REJECTED = new Set<FactRelation>(["conflict", "contested"]);

/**
 * The facts as a person judges them: what is rejected as a conflict or as contested gets the relation that the decision
 * gives, `unclear` where it gives none. The fact is named by its id, or by words of states that are held against each other.
 */
export function correctFacts(plan: CorrectionPlan, facts: readonly Fact[]): Fact[] {
	const wanted = new Map<string, Fitted[]>();
	for (const fitted of plan.fitted) {
		if (fitted.correction.kind !== "reject-conflict") continue;
		const found = facts.filter((fact) => means(fitted, fact));
		const [only] = found;
		if (only && found.length === 1) wanted.set(only.id, [...(wanted.get(only.id) ?? []), fitted]);
		else {
			const reason = only ? `${found.length} facts have all of its words; give the id of one` : missing(fitted, facts);
			plan.refused(fitted.id, "corrections/no-longer-fits", reason);
		}
	}
	return facts.map((fact) => {
		const list = wanted.get(fact.id) ?? [];
		const [first] = list;
		if (!first) return fact;
		const other = list.find(({ correction }) => correction.relation !== first.correction.relation);
		if (other) {
			for (const one of list) {
				const against = one.correction.relation === first.correction.relation ? other : first;
				plan.refused(one.id, "corrections/contradiction", `it contradicts that of ${signed(against.correction)}`);
			}
			return fact;
		}
		for (const one of list) plan.applied(one.id, `${fact.relation} rejected by ${signed(one.correction)}`, [fact.id]);
		const given = first.correction.relation ?? "unclear";
		const reason = `${fact.relation} rejected by ${signed(first.correction)}`;
		const pairs = fact.pairs.map((pair) => (REJECTED.has(pair.relation) ? { ...pair, relation: given, reason } : pair));
		const gravest = pairs
			.map(({ relation }) => relation)
			.sort((a, b) => RELATION_RANK.indexOf(a) - RELATION_RANK.indexOf(b))[0];
		return { ...fact, relation: gravest ?? given, reason, pairs };
	});
}

function means({ correction, places }: Fitted, fact: Fact): boolean {
	if (!REJECTED.has(fact.relation)) return false;
	if (correction.fact !== null && fact.id !== correction.fact) return false;
	return places.every((place) => states(fact, place));
}

function states(fact: Fact, place: Place): boolean {
	return fact.states.some(
		({ article, spans }) => article === place.article && spans.some((span) => overlaps(span, place)),
	);
}

function missing({ correction, places }: Fitted, facts: readonly Fact[]): string {
	const known = facts.find(({ id }) => id === correction.fact);
	if (known) return `the fact is ${known.relation}, and no conflict`;
	if (correction.fact !== null) return `there is no fact ${correction.fact}`;
	const stated = facts.some((fact) => places.every((place) => states(fact, place)));
	return stated ? "what its words state is no conflict" : "no fact has all of its words";
}
