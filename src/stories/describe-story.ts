import type { AnnotatedArticle } from "../model/annotated.ts";
import type { Entity, Story } from "../model/record.ts";
import type { ArticleFeatures } from "./grouping/features.ts";
import type { Pair } from "./grouping/similarity.ts";
import { findLines } from "./lineage/lines.ts";
import type { LineEvidence } from "./lineage/standing-alone.ts";
import { explainMembers, findNear } from "./membership.ts";
import { findWhen, findWhere } from "./when-where.ts";

/**
 * A story from its members: why each belongs, which reports come nearest and stay out, a headline one
 * of them carries, when and where, and the independent lines.
 *
 * @param members indices into the lists, in the story's order (publication, source, id)
 */
export function describeStory(
	id: string,
	members: readonly number[],
	features: readonly ArticleFeatures[],
	pairs: readonly Pair[],
	evidence: LineEvidence,
	entityOf: ReadonlyMap<string, string>,
	entities: ReadonlyMap<string, Entity>,
): Story {
	const annotated = members.flatMap((member) => evidence.articles[member] ?? []);
	const reports = members.filter((member) => evidence.articles[member]?.article.role === "report");
	const texts = listTexts(reports, evidence);
	return {
		id,
		aliases: [],
		articles: annotated.map(({ article }) => article.id),
		why: explainMembers(members, features, evidence),
		near: findNear(reports, features, pairs, evidence.articles),
		headline: chooseHeadline(reports, pairs, evidence.articles),
		name: null,
		when: findWhen(
			texts,
			reports.flatMap((member) => evidence.articles[member] ?? []),
		),
		where: findWhere(texts, entityOf, entities),
		lines: findLines(reports, evidence),
	};
}

/** The headline of the report most like the others; of equals the first. Made-up headlines do not count. */
function chooseHeadline(
	members: readonly number[],
	pairs: readonly Pair[],
	articles: readonly AnnotatedArticle[],
): Story["headline"] {
	const inside = new Set(members);
	const likeness = new Map<number, number>();
	for (const { a, b, likeness: weight } of pairs) {
		if (!inside.has(a) || !inside.has(b)) continue;
		likeness.set(a, (likeness.get(a) ?? 0) + weight);
		likeness.set(b, (likeness.get(b) ?? 0) + weight);
	}
	let best: { readonly article: string; readonly text: string } | null = null;
	let most = -1;
	for (const member of members) {
		const article = articles[member]?.article;
		if (!article?.headline || article.headline.made) continue;
		const weight = likeness.get(member) ?? 0;
		if (weight > most) {
			most = weight;
			best = { article: article.id, text: article.headline.text };
		}
	}
	return best;
}

/** One report of each exact text: of its copies the first that is dated, since weekdays in it are days only there. */
function listTexts(reports: readonly number[], { articles, copies }: LineEvidence): AnnotatedArticle[] {
	const texts = new Map<number, AnnotatedArticle>();
	for (const member of reports) {
		const [annotated, text] = [articles[member], copies.leaders[member] ?? member];
		const known = texts.get(text);
		const isDated = annotated?.article.published.earliest != null;
		if (annotated && (!known || (isDated && known.article.published.earliest === null))) texts.set(text, annotated);
	}
	return [...texts.values()];
}
