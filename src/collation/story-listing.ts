import type { AnnotatedArticle } from "../model/annotated.ts";
import type { ListedProblem } from "../model/problem.ts";
import type { Generator } from "../model/record.ts";
import { type CreditedQuotation, type NamedEntity, STORIES_SCHEMA, type StoryListing } from "../model/story-listing.ts";
import { compareArticles } from "../stories/order.ts";
import type { StoryLayer } from "../stories/stories.ts";
import { describeArticle, listProblems } from "./collate.ts";
import { siglumOf } from "./sigla.ts";

/**
 * The stories of a set with what ties their reports, without what the reports say. Articles, sigla and
 * ids are those of the record that `collate` makes of the same set.
 *
 * @param problems of inputs that gave no article
 */
export function listStoryLayer(
	articles: readonly AnnotatedArticle[],
	layer: StoryLayer,
	generator: Generator,
	problems: readonly ListedProblem[],
): StoryListing {
	const listed = [...articles].sort((a, b) => compareArticles(a.article, b.article));
	const { versions, copyGroups, passages, stories, threads, lineage } = layer;
	return {
		schema: STORIES_SCHEMA,
		generator,
		articles: listed.map((one, index) => describeArticle(one, siglumOf(index))),
		versions,
		copyGroups,
		passages,
		entities: listNamed(layer),
		quotations: listCredited(listed, layer),
		stories,
		threads,
		lineage,
		problems: listProblems(listed, layer, problems),
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
