import type { CollationRecord, Entity, Position, RecordArticle, Utterance } from "../../model/record.ts";
import type { PublishedTime, StoryCard, StoryPage } from "../../model/story-card.ts";
import { RECORD_ARTICLE } from "../../report/schema/article.ts";
import { COUNT, FLAG, listOf, object, orNull, TEXT, TEXTS } from "../../report/schema/fields.ts";
import { DATE_PRECISION } from "../../report/schema/parts.ts";
import { RECORD } from "../../report/schema/record.ts";
import { POSITION } from "../../report/schema/stories.ts";
import { ENTITY, UTTERANCE } from "../../report/schema/words.ts";
import { listCards } from "../../store/cards/list-cards.ts";
import { findStoriesWith, findStory } from "../stored-pages.ts";
import { ID, STORY_FIELDS } from "./fields.ts";
import { type ApiRoom, type ApiRoute, defineRoute } from "./route.ts";

const STORY_PAGE = object<StoryPage>("StoryPage", {
	cards: listOf(
		object<StoryCard>("StoryCard", {
			id: TEXT,
			title: TEXT,
			day: orNull(TEXT),
			lastDay: orNull(TEXT),
			when: orNull(TEXT),
			where: orNull(TEXT),
			reports: COUNT,
			lines: COUNT,
			outlets: TEXTS,
			languages: TEXTS,
			names: TEXTS,
			published: listOf(
				object<PublishedTime>("PublishedTime", {
					earliest: orNull(TEXT),
					latest: orNull(TEXT),
					precision: orNull(DATE_PRECISION),
					zone: orNull(TEXT),
					reports: COUNT,
				}),
			),
			conflicts: COUNT,
			contested: COUNT,
			isCurrent: FLAG,
		}),
	),
	next: orNull(TEXT),
});

/** A report, and the stories it is in. */
interface ArticleAnswer {
	readonly article: RecordArticle;
	/** Ids, sorted. */
	readonly stories: readonly string[];
}

/** A part of the record of a story. */
function partOf<T>(
	path: string,
	summary: string,
	answer: ApiRoute["answer"],
	pick: (record: CollationRecord) => T,
): ApiRoute {
	return defineRoute({
		path,
		summary,
		params: {},
		query: { story: ID.describe("The story, by its id or a former one.") },
		answer,
		find: async ({ store }: ApiRoom, _, { story }) => {
			const found = await findStory(store, story);
			return found === null ? null : pick(found.stored.record);
		},
	});
}

/** Stories, what is in each, and reports. */
export const STORIES: readonly ApiRoute[] = [
	defineRoute({
		path: "/stories",
		summary: "List the stories",
		description:
			"By the day on which they began or, where no report tells it, by which they were known, the latest first; of one day those with most independent lines first. A story is found by outlet, language and entity once it is collated.",
		params: {},
		query: STORY_FIELDS,
		answer: STORY_PAGE,
		find: ({ store }, _, { outlet, language, entity, conflicts, from, to, limit, after }) =>
			listCards(store.database, {
				outlet: outlet ?? null,
				language: language ?? null,
				entity: entity ?? null,
				onlyConflicts: conflicts === "only",
				from: from ?? null,
				to: to ?? null,
				limit,
				after: after ?? null,
			}),
	}),
	defineRoute({
		path: "/stories/{id}",
		summary: "Get the record of a story",
		description:
			"What `stemma collate --json` gives for its reports. A former id gives the story that it has become part of.",
		params: { id: ID },
		query: {},
		answer: RECORD,
		find: async ({ store }, { id }) => (await findStory(store, id))?.stored.record ?? null,
	}),
	partOf(
		"/utterances",
		"List what was said in a story",
		object("Utterances", { utterances: listOf(UTTERANCE) }),
		(record) => ({
			utterances: record.utterances as readonly Utterance[],
		}),
	),
	partOf(
		"/entities",
		"List who and what a story names",
		object("Entities", { entities: listOf(ENTITY) }),
		(record) => ({
			entities: record.entities as readonly Entity[],
		}),
	),
	partOf(
		"/positions",
		"List where speakers of a story stand",
		object("Positions", { positions: listOf(POSITION) }),
		(record) => ({
			positions: record.positions as readonly Position[],
		}),
	),
	defineRoute({
		path: "/articles/{id}",
		summary: "Get a report",
		description: "Its text with what the article stage took from it, and the ids of the stories it is in.",
		params: { id: ID },
		query: {},
		answer: object<ArticleAnswer>("ArticleAnswer", { article: RECORD_ARTICLE, stories: TEXTS }),
		find: async ({ store }, { id }): Promise<ArticleAnswer | null> => {
			const stories = await findStoriesWith(store, id);
			const article = stories[0]?.stored.record.articles.find((one) => one.id === id);
			return article === undefined ? null : { article, stories: stories.map((story) => story.id) };
		},
	}),
];
