import { NO_NAMES, type UserNames } from "../language/names/user-names.ts";
import type { AnnotatedArticle } from "../model/annotated.ts";
import type { Article } from "../model/article.ts";
import type { CopyGroup, Entity, Lineage, Passage, Story, Thread, VersionGroup } from "../model/record.ts";
import { compareNullable, compareText } from "../text/compare.ts";
import { makeId } from "../text/hash.ts";
import { type Copies, findCopies } from "./copies/copies.ts";
import { findWordSequence } from "./copies/fingerprints.ts";
import { findPassages } from "./copies/passages.ts";
import { markStock } from "./copies/stock-text.ts";
import { findVersions } from "./copies/versions.ts";
import { describeStory } from "./describe-story.ts";
import { joinEntities } from "./entities/entities.ts";
import { foldName } from "./entities/fold-name.ts";
import { type ArticleFeatures, findFeatures } from "./grouping/features.ts";
import type { Pair } from "./grouping/similarity.ts";
import { StoryIndex } from "./grouping/story-index.ts";
import type { TermRarity } from "./grouping/term-rarity.ts";
import { findThreads } from "./grouping/threads.ts";
import { STORY } from "./grouping/thresholds.ts";
import { findCredits } from "./lineage/credits.ts";
import { traceLineage } from "./lineage/lineage.ts";
import { listMedia } from "./lineage/media.ts";
import { compareArticles, labelArticles } from "./order.ts";
import { placePrimaries } from "./primaries.ts";

/** What a set of articles has in common. Every list has the order that its finder states. */
export interface StoryLayer {
	readonly entities: readonly Entity[];
	/** Local entity id to entity id. */
	readonly entityOf: ReadonlyMap<string, string>;
	readonly copyGroups: readonly CopyGroup[];
	readonly passages: readonly Passage[];
	readonly versions: readonly VersionGroup[];
	/** By the earliest publication of a member (undated last), then by id. */
	readonly stories: readonly Story[];
	readonly threads: readonly Thread[];
	/** In the order of `stories`. */
	readonly lineage: readonly Lineage[];
}

/**
 * Groups articles into stories and finds what ties them: entities of the set, copies, shared
 * passages, versions, threads and lineage. Pure; the order of `articles` changes nothing, and an
 * article given twice counts once.
 *
 * @param regroup makes other stories of the reports, as lists of article ids: a person's decisions
 */
export function groupStories(
	articles: readonly AnnotatedArticle[],
	rarity: TermRarity,
	names: UserNames = NO_NAMES,
	regroup: ((stories: readonly (readonly string[])[]) => readonly (readonly string[])[]) | null = null,
): StoryLayer {
	const sorted = sortArticles(articles);
	const features = sorted.map((annotated) => findFeatures(annotated, rarity));
	const sequences = sorted.map(findWordSequence);
	const labels = labelArticles(sorted.map(({ article }) => article));
	const copies = findCopies(sorted, sequences);
	const shared = findPassages(sorted, sequences, copies.leaders, copies.bases, rarity);
	const isReport = sorted.map(({ article }) => article.role === "report");
	const { groups: found, pairs: all } = groupArticles(features, copies, isReport);
	const reported = regroup === null ? found : regroupReports(found, sorted, regroup);
	const pairs = all.filter(({ a, b }) => isReport[a] && isReport[b]);
	const primaries = placePrimaries(sorted, reported, shared, all, STORY.grow);
	const groups = reported.map((members, story) => [...members, ...(primaries[story] ?? [])]);
	// What stands in no story shares its entities with none.
	const scopes = sorted.map((_, index) => groups.length + index);
	groups.forEach((members, story) => {
		for (const member of members) scopes[member] = story;
	});
	const scopeOf = new Map(sorted.map(({ article }, index) => [article.id, scopes[index] ?? -1]));
	const { entities, entityOf } = joinEntities(sorted, scopes, names);
	const entityById = new Map(entities.map((entity) => [entity.id, entity]));
	const media = listMedia(sorted, entities);
	const credits = sorted.map((annotated) => findCredits(annotated, entityOf, media));
	const drafts = orderStories(groups, sorted);
	const threads = findThreads(drafts, features, pairs, (members, { shown }) =>
		findNamed(members, shown, sorted, entityOf),
	);
	const matters = numberMatters(drafts, threads);
	const matterOf = new Map(sorted.map(({ article }, index) => [article.id, matters.get(index) ?? -1 - index]));
	const passages = markStock(
		shared,
		sorted.map(({ article }) => article),
		(article) => matterOf.get(article) ?? -1,
	);
	const passagesOf = groupByStory(passages, (passage) => [
		scopeOf.get(passage.a.article) ?? -1,
		scopeOf.get(passage.b.article) ?? -1,
	]);
	const pairsOf = groupByStory(pairs, ({ a, b }) => [scopes[a] ?? -1, scopes[b] ?? -1]);
	const told = drafts.map(({ id, members }) => {
		const scope = scopes[members[0] ?? -1] ?? -1;
		const own = passagesOf.get(scope) ?? [];
		const evidence = { articles: sorted, labels, sequences, copies, passages: own, credits, rarity };
		return {
			story: describeStory(id, members, features, pairsOf.get(scope) ?? [], evidence, entityOf, entityById),
			lineage: traceLineage(id, members, sorted, sequences, copies, own, credits),
		};
	});
	return {
		entities,
		entityOf,
		copyGroups: copies.groups,
		passages,
		versions: findVersions(sorted, copies.bases, passages),
		stories: told.map(({ story }) => story),
		threads,
		lineage: told.map(({ lineage }) => lineage),
	};
}

function regroupReports(
	groups: readonly (readonly number[])[],
	articles: readonly AnnotatedArticle[],
	regroup: (stories: readonly (readonly string[])[]) => readonly (readonly string[])[],
): readonly (readonly number[])[] {
	const indexOf = new Map(articles.map(({ article }, index) => [article.id, index]));
	const stories = groups.map((members) => members.map((member) => articles[member]?.article.id ?? ""));
	return regroup(stories).map((story) => story.flatMap((article) => indexOf.get(article) ?? []));
}

/** A story's id and members, in the order of publication. */
interface DraftStory {
	readonly id: string;
	readonly members: readonly number[];
}

/** Stories by the publication of their first report, undated last, then by id. Their ids come from that report. */
function orderStories(groups: readonly (readonly number[])[], articles: readonly AnnotatedArticle[]): DraftStory[] {
	const drafts = groups.map((group) => {
		const members = [...group].sort((x, y) => {
			const [a, b] = [articles[x]?.article, articles[y]?.article];
			return a && b ? compareArticles(a, b) : 0;
		});
		const first = firstReport(members, articles);
		return { members, first: first?.published.earliest ?? null, id: makeId("story", first?.id ?? "") };
	});
	drafts.sort((x, y) => compareNullable(x.first, y.first) || compareText(x.id, y.id));
	return drafts.map(({ id, members }) => ({ id, members }));
}

/** A number for each member: the same in stories of one thread. */
function numberMatters(drafts: readonly DraftStory[], threads: readonly Thread[]): Map<number, number> {
	const threadOf = new Map(threads.flatMap(({ stories }, thread) => stories.map((story) => [story, thread] as const)));
	return new Map(
		drafts.flatMap(({ id, members }, index) =>
			members.map((member) => [member, threadOf.get(id) ?? threads.length + index] as const),
		),
	);
}

function sortArticles(articles: readonly AnnotatedArticle[]): AnnotatedArticle[] {
	const byId = new Map<string, AnnotatedArticle>();
	for (const annotated of articles) {
		const known = byId.get(annotated.article.id);
		// The same capture read from two places: keep the one whose place sorts first.
		if (!known || compareText(annotated.article.capture.place, known.article.capture.place) < 0) {
			byId.set(annotated.article.id, annotated);
		}
	}
	return [...byId.values()].sort((x, y) => compareText(x.article.id, y.article.id));
}

/** Stories as lists of indices of reports, and the pairs of all articles. Exact copies are clustered as one text. */
function groupArticles(
	features: readonly ArticleFeatures[],
	{ leaders, pairs: copyPairs }: Copies,
	isReport: readonly boolean[],
): { readonly groups: readonly (readonly number[])[]; readonly pairs: readonly Pair[] } {
	const copiesOf = new Map<string, number[]>();
	const indexOf = new Map<string, number>();
	const index = new StoryIndex(STORY);
	leaders.forEach((leader, position) => {
		const head = features[leader];
		if (!head) return;
		const list = copiesOf.get(head.article);
		if (list) list.push(position);
		else copiesOf.set(head.article, [position]);
		if (leader !== position) return;
		indexOf.set(head.article, position);
		index.add(head.article, head.signature, !isReport[position]);
	});
	// A copy tells what its original tells, however its other words weigh.
	for (const { a, b, contained } of copyPairs) {
		index.tie(features[a]?.article ?? "", features[b]?.article ?? "", contained);
	}
	const groups = index.groups().map((members) => members.flatMap((member) => copiesOf.get(member) ?? []));
	return {
		// A primary is a group of its own here, and no story.
		groups: groups.filter((members) => members.some((member) => isReport[member])),
		pairs: index.pairs().map((pair) => ({ ...pair, a: indexOf.get(pair.a) ?? 0, b: indexOf.get(pair.b) ?? 0 })),
	};
}

/** By the first report of a story is it known: what reports are held against does not change that. */
function firstReport(members: readonly number[], articles: readonly AnnotatedArticle[]): Article | null {
	for (const member of members) {
		const article = articles[member]?.article;
		if (article?.role === "report") return article;
	}
	return null;
}

/** Items by each story that they touch. */
function groupByStory<T>(items: readonly T[], storiesOf: (item: T) => readonly [number, number]): Map<number, T[]> {
	const groups = new Map<number, T[]>();
	for (const item of items) {
		for (const story of new Set(storiesOf(item))) {
			const group = groups.get(story);
			if (group) group.push(item);
			else groups.set(story, [item]);
		}
	}
	return groups;
}

/** The entity of a shown name in one of these articles; null when none of them has it as an entity. */
function findNamed(
	members: readonly number[],
	shown: string,
	articles: readonly AnnotatedArticle[],
	entityOf: ReadonlyMap<string, string>,
): string | null {
	const key = foldName(shown);
	for (const member of members) {
		for (const { id, mentions } of articles[member]?.entities ?? []) {
			if (mentions.some(({ exact }) => ` ${foldName(exact)} `.includes(` ${key} `))) return entityOf.get(id) ?? null;
		}
	}
	return null;
}
