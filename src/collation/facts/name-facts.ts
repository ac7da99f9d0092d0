import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { Entity, EntityMention, FactState } from "../../model/record.ts";
import { compareSpans, compareText } from "../../text/compare.ts";
import { contains } from "../../text/spans.ts";
import type { SetSpeakers } from "../speakers/set-speakers.ts";
import { standingOf } from "../statements.ts";
import { type DraftFact, makeFact } from "./draft-fact.ts";

/** The entities that each article names, by article id, each with its mentions there in order. */
export type Namings = ReadonlyMap<
	string,
	readonly { readonly entity: Entity; readonly mentions: readonly EntityMention[] }[]
>;

/** Turns the entities of a set round, once for all stories. */
export function indexNamings(entities: readonly Entity[]): Namings {
	const namings = new Map<string, { entity: Entity; mentions: EntityMention[] }[]>();
	for (const entity of entities) {
		const byArticle = new Map<string, EntityMention[]>();
		for (const mention of entity.mentions) {
			const list = byArticle.get(mention.article);
			if (list) list.push(mention);
			else byArticle.set(mention.article, [mention]);
		}
		for (const [article, mentions] of byArticle) {
			const list = namings.get(article) ?? [];
			list.push({ entity, mentions: mentions.sort(compareSpans) });
			namings.set(article, list);
		}
	}
	return namings;
}

/** Agencies and outlets are credits, and what nobody knows the type of may be no name; neither is a fact. */
const NO_FACT: ReadonlySet<Entity["type"]> = new Set(["agency", "outlet", "unknown"]);

/**
 * People, bodies and places that several reports of a story name: the first naming in each, so that a
 * reader sees who leaves a name out.
 */
export function findNameFacts(
	story: string,
	articles: readonly AnnotatedArticle[],
	namings: Namings,
	speakers: SetSpeakers,
): DraftFact[] {
	const byEntity = new Map<string, { readonly entity: Entity; readonly states: FactState[] }>();
	for (const annotated of articles) {
		const { article } = annotated;
		for (const { entity, mentions } of namings.get(article.id) ?? []) {
			if (NO_FACT.has(entity.type)) continue;
			const first = mentions.find(
				(mention) =>
					mention.form !== "pronoun" &&
					mention.form !== "description" &&
					article.body.some((span) => contains(span, mention)),
			);
			if (!first) continue;
			const found = byEntity.get(entity.id) ?? { entity, states: [] };
			byEntity.set(entity.id, found);
			found.states.push({
				article: article.id,
				spans: [{ start: first.start, end: first.end }],
				value: first.exact,
				...standingOf(annotated, first, speakers),
			});
		}
	}
	return [...byEntity.values()]
		.filter(({ states }) => states.length > 1)
		.sort((a, b) => compareText(a.entity.id, b.entity.id))
		.map(({ entity, states }) =>
			makeFact(story, "name", `${entity.name} is named`, states, (i, j) =>
				states[i]?.value === states[j]?.value
					? { relation: "agree", reason: "the same name" }
					: { relation: "compatible", reason: "two forms of one name" },
			),
		);
}
