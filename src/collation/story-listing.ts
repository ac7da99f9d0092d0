import type { AnnotatedArticle } from "../model/annotated.ts";
import type { ListedProblem } from "../model/problem.ts";
import type { Generator } from "../model/record.ts";
import { type CreditedQuotation, type NamedEntity, STORIES_SCHEMA, type StoryListing } from "../model/story-listing.ts";
import { compareArticles } from "../stories/order.ts";
import type { StoryLayer } from "../stories/stories.ts";
import { describeArticle, listProblems } from "./collate.ts";
import { type CorrectionPlan, planCorrections } from "./corrections/plan.ts";
import { noteStories, STORY_KINDS } from "./corrections/stories.ts";
import { siglumOf } from "./sigla.ts";

/**
 * The stories of a set with what ties their reports, without what the reports say. Articles, sigla and
 * ids are those of the record that `collate` makes of the same set.
 *
 * @param problems of inputs that gave no article
 * @param plan a person's decisions, of which those on stories alone matter here
 */
export function listStoryLayer(
	articles: readonly AnnotatedArticle[],
	layer: StoryLayer,
	generator: Generator,
	problems: readonly ListedProblem[],
	plan: CorrectionPlan = planCorrections([], []),
): StoryListing {
	const listed = [...articles].sort((a, b) => compareArticles(a.article, b.article));
	const { versions, copyGroups, passages, threads, lineage } = layer;
	const stories = noteStories(plan, layer.stories);
	const applied = plan.list().filter((one) => one.applied).length;
	const aside = plan.problems(({ kind }) => STORY_KINDS.has(kind));
	return {
		schema: STORIES_SCHEMA,
		generator: { ...generator, corrections: applied },
		articles: listed.map((one, index) => describeArticle(one, siglumOf(index))),
		versions,
		copyGroups,
		passages,
		entities: listNamed(layer),
		quotations: listCredited(listed, layer),
		stories,
		threads,
		lineage,
		problems: listProblems(listed, layer, [...problems, ...aside]),
	};
}

function listNamed({ entities, stories, threads, lineage }: StoryLayer): NamedEntity[] {
	const named = new Set([
		...stories.map(({ where }) => where?.entity),
		...threads.flatMap(({ about }) => about),
		...lineage.flatMap(({ nodes }) => nodes.map(({ entity }) => entity)),
	]);
	return entities.filter(({ id }) => named.has(id)).map(({ id, name, type, names }) => ({ id, name, type, names }));
}

function listCredited(listed: readonly AnnotatedArticle[], { lineage }: StoryLayer): CreditedQuotation[] {
	const credited = new Set(lineage.flatMap(({ edges }) => edges.map((edge) => edge.for)));
	return listed.flatMap(({ article, quotations }) =>
		quotations
			.filter(({ id }) => credited.has(id))
			.map(({ id, kind, content, exact }) => ({ id, article: article.id, kind, content, exact })),
	);
}
