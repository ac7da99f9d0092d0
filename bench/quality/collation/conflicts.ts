import type { Fact, FactRelation } from "../../../src/model/record.ts";
import type { Matched } from "../examples/match.ts";
import { Tally } from "../examples/tally.ts";
import { findStates, matchFacts } from "./facts.ts";
import type { ComparedGold } from "./gold.ts";

/**
 * Conflicts: facts that the record gives as conflict or contested. One is right when two of its states
 * are those of one gold fact that conflicts or is contested; any other is wrong, also where the gold
 * has no such fact.
 */
export function compareConflicts(matched: Matched<ComparedGold>): Tally {
	const tally = new Tally();
	const given = conflictsGiven(matched);
	const wrong = given.filter((fact) => !isTrueConflict(matched, fact)).length;
	tally.count("wrong conflicts (count)", wrong);
	tally.share("wrong conflicts (share)", wrong, given.length, 0);
	const known = matchFacts(matched).filter(({ gold }) => isConflict(gold.relation));
	const found = known.filter(({ gold, fact, held }) => {
		const several = new Set(held.filter((state) => state !== null)).size > 1;
		return tally.note(`conflicts/${gold.id}`, several && fact !== null && isConflict(fact.relation));
	});
	tally.share("conflicts found", found.length, known.length);
	return tally;
}

/** The facts of the record that are given as conflict or contested. */
export function conflictsGiven(matched: Matched<ComparedGold>): Fact[] {
	const story = new Set(matched.articleOf.values());
	const articles = new Set([...story].map(({ id }) => id));
	return matched.record.facts.filter(
		({ relation, states }) => isConflict(relation) && states.some(({ article }) => articles.has(article)),
	);
}

export function isTrueConflict(matched: Matched<ComparedGold>, fact: Fact): boolean {
	return matched.gold.facts.some((gold) => {
		if (!isConflict(gold.relation)) return false;
		return new Set(findStates(matched, gold, fact).filter((state) => state !== null)).size > 1;
	});
}

function isConflict(relation: FactRelation): boolean {
	return relation === "conflict" || relation === "contested";
}
