import type { AnnotatedArticle } from "../model/annotated.ts";
import type { Entity, FactState } from "../model/record.ts";
import { compareSpans, compareText } from "../text/compare.ts";
import { contains } from "../text/spans.ts";
import { type DraftFact, makeFact } from "./draft-fact.ts";
import type { SetSpeakers } from "./set-speakers.ts";
import { standingOf } from "./statements.ts";

/**
 * People, bodies and places that several reports of a story name: the first naming in each, so that a
 * reader sees who leaves a name out. Agencies and outlets are credits, and shown as such.
 */
export function findNameFacts(
	story: string,
	articles: readonly AnnotatedArticle[],
	entities: readonly Entity[],
	speakers: SetSpeakers,
): DraftFact[] {
	const members = new Map(articles.map((one) => [one.article.id, one]));
	const facts: DraftFact[] = [];
	for (const entity of entities) {
		if (entity.type === "agency" || entity.type === "outlet" || entity.type === "unknown") continue;
		const first = new Map<string, FactState>();
		for (const mention of [...entity.mentions].sort(
			(a, b) => compareText(a.article, b.article) || compareSpans(a, b),
		)) {
			const annotated = members.get(mention.article);
			if (!annotated || first.has(mention.article) || mention.form === "pronoun" || mention.form === "description")
				continue;
			if (!annotated.article.body.some((span) => contains(span, mention))) continue;
			first.set(mention.article, {
				article: mention.article,
				spans: [{ start: mention.start, end: mention.end }],
				value: mention.exact,
				...standingOf(annotated, mention, speakers),
			});
		}
		if (first.size < 2) continue;
		const states = [...first.values()];
		facts.push(
			makeFact(story, "name", `${entity.name} is named`, states, (i, j) =>
				states[i]?.value === states[j]?.value
					? { relation: "agree", reason: "the same name" }
					: { relation: "compatible", reason: "two forms of one name" },
			),
		);
	}
	return facts;
}
