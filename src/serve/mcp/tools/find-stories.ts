import { z } from "zod";
import type { Story } from "../../../model/record.ts";
import type { ArticleHit } from "../../../model/search-listing.ts";
import { COUNT, FLAG, listOf, object, orNull, TEXT, TEXTS } from "../../../report/schema/fields.ts";
import { countOf } from "../../../report/view/count-words.ts";
import { listFacts } from "../../../report/view/fact-lists.ts";
import { indexRecord, type RecordIndex, reportsOf, shortOutletOf } from "../../../report/view/record-index.ts";
import { titleOf } from "../../../report/view/story-lists.ts";
import { listCards } from "../../../store/cards/list-cards.ts";
import type { Store } from "../../../store/store.ts";
import { findStories as findStored, findStoriesOf } from "../../../store/stories.ts";
import { type SearchFields, toAskedSearch } from "../../asked-search.ts";
import { findStory } from "../../stored-pages.ts";
import { Citations, toHit } from "../citations.ts";
import { CITED, type Cited, type CitedDate, type CitedWords, clip, toWhen, WHEN, WORDS } from "../shapes.ts";
import {
	AFTER_FIELD,
	citeAll,
	defineTool,
	FROM_FIELD,
	LANGUAGE_FIELD,
	limitField,
	named,
	TO_FIELD,
	type Tool,
	type ToolRoom,
	WORDS_FIELD,
} from "../tool.ts";
import { noteSearch } from "./search-notes.ts";

interface StoryRow {
	readonly story: string;
	readonly title: string;
	/** The headline where it stands in the text of a report; null else. */
	readonly headline: CitedWords | null;
	readonly when: CitedDate;
	readonly where: string | null;
	readonly reports: number;
	/** How many of the reports do not depend on each other. */
	readonly lines: number;
	readonly outlets: readonly string[];
	readonly languages: readonly string[];
	/** Facts on which reports cannot both be right, and those that some state and others call a claim or deny. */
	readonly conflicts: number;
	readonly contested: number;
	/** Whether get_record has it, and whether nothing has changed since it was made. */
	readonly collated: boolean;
	readonly isCurrent: boolean;
	/** Of a search: sentences that hold the words. */
	readonly matches: readonly CitedWords[];
}

interface FoundStories extends Cited {
	readonly stories: readonly StoryRow[];
}

/** Outlets and sentences that are given of one story. */
const MOST_OUTLETS = 12;
const MOST_MATCHES = 3;

export const findStories: Tool = defineTool({
	name: "find_stories",
	title: "Find stories",
	description:
		"Lists the stories of the store, the latest first, or finds those whose reports hold the words, the best match first; by name, outlet, language, days and contradiction. With words a story may come again on a later page, with other reports. A story is what reports of one event tell; `lines` says how many of them do not depend on each other. Use its id with get_record.",
	input: {
		words: WORDS_FIELD,
		name: named(
			"Only where somebody or something of this name is among the main ones: the whole name, as some report has it.",
		),
		conflicts: z.literal("only").optional().describe("Only where reports contradict or contest each other."),
		outlet: named(
			"Only with a report of this outlet: its whole name; with words, a part of it or its address will do.",
		),
		from: FROM_FIELD,
		to: TO_FIELD,
		language: LANGUAGE_FIELD,
		limit: limitField(15, 10),
		after: AFTER_FIELD,
	},
	output: object<FoundStories>("FoundStories", {
		stories: listOf(
			object<StoryRow>("StoryRow", {
				story: TEXT,
				title: TEXT,
				headline: orNull(WORDS),
				when: WHEN,
				where: orNull(TEXT),
				reports: COUNT,
				lines: COUNT,
				outlets: TEXTS,
				languages: TEXTS,
				conflicts: COUNT,
				contested: COUNT,
				collated: FLAG,
				isCurrent: FLAG,
				matches: listOf(WORDS),
			}),
		),
		...CITED,
	}),
	async answer(room, input) {
		const found = await (input.words === undefined ? listByDay(room, input) : searchStories(room, input));
		const citations = new Citations();
		const stories: StoryRow[] = [];
		for (const { id, matches } of found.stories) {
			const row = await describe(room.store, id, citations);
			const isMeant = row !== null && (input.conflicts === undefined || row.conflicts + row.contested > 0);
			if (isMeant) stories.push({ ...row, matches: matches(citations) });
		}
		return { stories, ...(await citeAll(room, citations, found.next, found.notes, input)) };
	},
});

interface Listed {
	readonly stories: readonly { readonly id: string; matches(citations: Citations): readonly CitedWords[] }[];
	readonly next: string | null;
	readonly notes: readonly string[];
}

interface Asked extends SearchFields {
	readonly name?: string | undefined;
	readonly conflicts?: "only" | undefined;
}

async function listByDay({ store }: ToolRoom, asked: Asked): Promise<Listed> {
	const page = await listCards(store.database, {
		outlet: asked.outlet ?? null,
		language: asked.language ?? null,
		entity: asked.name ?? null,
		onlyConflicts: asked.conflicts === "only",
		from: asked.from ?? null,
		to: asked.to ?? null,
		limit: asked.limit,
		after: asked.after ?? null,
	});
	return { stories: page.cards.map(({ id }) => ({ id, matches: () => [] })), next: page.next, notes: [] };
}

/** The stories of the reports that a search finds, each where its best report is. */
async function searchStories({ store }: ToolRoom, asked: Asked): Promise<Listed> {
	// The name stands in the report as a phrase; whether it is a main one of the story is not asked then.
	const phrase = asked.name === undefined ? "" : ` "${asked.name.replace(/["“”„«»]/gu, " ")}"`;
	const listing = await store.search(
		toAskedSearch({ ...asked, words: `${asked.words}${phrase}` }, ["article"]),
		() => {},
	);
	const hits = listing.articles?.hits ?? [];
	const stories = await findStoriesOf(
		store.database,
		hits.map(({ article }) => article.id),
	);
	const found = new Map<string, ArticleHit[]>();
	for (const hit of hits) {
		for (const id of stories.get(hit.article.id) ?? []) found.set(id, [...(found.get(id) ?? []), hit]);
	}
	const loose = hits.filter(({ article }) => !stories.has(article.id)).length;
	return {
		stories: [...found].map(([id, own]) => ({
			id,
			matches: (citations) =>
				own
					.flatMap(({ article, snippets }) => snippets.map((snippet) => ({ article, snippet })))
					.slice(0, MOST_MATCHES)
					.map(({ article, snippet }) => {
						citations.take(article);
						return citations.exact(article.id, snippet);
					}),
		})),
		next: listing.articles?.next ?? null,
		notes: [
			...(loose > 0
				? [`${countOf(loose, "report")} that were found are in no story yet: search_reports names them.`]
				: []),
			...noteSearch(listing),
		],
	};
}

async function describe(store: Store, id: string, citations: Citations): Promise<Omit<StoryRow, "matches"> | null> {
	const found = await findStory(store, id);
	if (found !== null) {
		const { record, isCurrent } = found.stored;
		const index = indexRecord(record);
		const story = index.stories.get(found.id) ?? record.stories[0];
		if (story !== undefined) return describeCollated(index, story, found.id, isCurrent, citations);
	}
	const [bare] = await findStored(store.database, [id]);
	if (bare === undefined) return null;
	const { story } = bare;
	return {
		...{ story: story.id, title: clip(story.headline?.text ?? "Untitled"), headline: null, when: toWhen(story.when) },
		...{ where: story.where && clip(story.where.exact), reports: story.articles.length, lines: story.lines.length },
		...{ outlets: [], languages: [], conflicts: 0, contested: 0, collated: false, isCurrent: false },
	};
}

function describeCollated(
	index: RecordIndex,
	story: Story,
	id: string,
	isCurrent: boolean,
	citations: Citations,
): Omit<StoryRow, "matches"> {
	const reports = reportsOf(index, story).flatMap((article) => index.articles.get(article) ?? []);
	const { different } = listFacts(index, story);
	const count = (relation: string): number => different.filter((fact) => fact.relation === relation).length;
	const headed = story.headline === null ? undefined : index.articles.get(story.headline.article);
	const span = headed?.headline?.span ?? null;
	let headline: CitedWords | null = null;
	if (headed !== undefined && span !== null) {
		citations.take(toHit(headed));
		headline = citations.exact(headed.id, { ...span, exact: headed.text.slice(span.start, span.end) });
	}
	return {
		...{ story: id, title: clip(titleOf(index, story)), headline, when: toWhen(story.when) },
		where: story.where && clip(story.where.exact),
		...{ reports: reports.length, lines: story.lines.length },
		outlets: [...new Set(reports.map((report) => clip(shortOutletOf(report))))].slice(0, MOST_OUTLETS),
		languages: [...new Set(reports.flatMap(({ language }) => language ?? []))].sort().slice(0, MOST_OUTLETS),
		...{ conflicts: count("conflict"), contested: count("contested"), collated: true, isCurrent },
	};
}
