import type { Fact } from "../../model/record.ts";
import { compareText } from "../../text/compare.ts";
import { findAttributionFacts } from "./attribution-facts.ts";
import { findClauseFacts, type NumberFactOf } from "./clause-facts.ts";
import { findClauses } from "./clauses.ts";
import { foldCopies } from "./copied-states.ts";
import { findDateFacts } from "./date-facts.ts";
import { findDenialFacts } from "./denial-facts.ts";
import { joinDenials } from "./denied-words.ts";
import type { DraftFact } from "./draft-fact.ts";
import { findNameFacts } from "./name-facts.ts";
import { findNumberFacts } from "./number-facts.ts";
import { findParaphraseFacts } from "./paraphrase-facts.ts";
import { findPlaceFacts } from "./place-facts.ts";
import { RELATION_RANK } from "./relations.ts";
import { findRenamingFacts } from "./renaming-facts.ts";
import { findRoleFacts } from "./role-facts.ts";
import { indexMaterial, type StoryMaterial } from "./story-material.ts";

/**
 * What several reports of a story state, each fact once, with who states it, how the statements
 * relate, and who is silent. Sorted by relation as in `RELATION_RANK`, then by number of articles
 * that state it, most first, then by id.
 */
export function findFacts(material: StoryMaterial): Fact[] {
	const indexed = indexMaterial(material);
	const { articles } = indexed;
	const clauses = articles.flatMap((one) => findClauses(one, indexed));
	const numbers = findNumberFacts(indexed);
	const numberFactOf = new Map(
		numbers.flatMap((fact) =>
			fact.states.map((state) => [`${state.article}:${state.spans[0]?.start}`, fact.id] as const),
		),
	);
	const factOf: NumberFactOf = (article, start) => numberFactOf.get(`${article}:${start}`);
	const words = joinDenials(findAttributionFacts(indexed), findDenialFacts(indexed));
	const drafts: DraftFact[] = [
		...numbers,
		...findDateFacts(indexed),
		...findPlaceFacts(indexed),
		...words.facts,
		...findParaphraseFacts(indexed),
		...findRenamingFacts(indexed),
		...words.denials,
		...findClauseFacts(indexed, clauses, factOf),
		...findRoleFacts(indexed),
		...findNameFacts(indexed),
	];
	return drafts
		.map((draft) => foldCopies(draft, indexed.annotatedOf))
		.map(({ mayState, ...draft }): Fact => {
			const heard = new Set([...draft.states.map((state) => state.article), ...(mayState ?? [])]);
			const silent = articles.map((one) => one.article.id).filter((id) => !heard.has(id));
			return { ...draft, silent };
		})
		.sort(
			(a, b) =>
				RELATION_RANK.indexOf(a.relation) - RELATION_RANK.indexOf(b.relation) ||
				articlesOf(b) - articlesOf(a) ||
				compareText(a.id, b.id),
		);
}

function articlesOf(fact: Fact): number {
	return new Set(fact.states.map((state) => state.article)).size;
}
