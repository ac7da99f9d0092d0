import type { StatedDate } from "../model/date.ts";
import type { CollationRecord, Story } from "../model/record.ts";
import { listFacts } from "../report/view/fact-lists.ts";
import { indexRecord, reportsOf, shortOutletOf } from "../report/view/record-index.ts";
import { titleOf } from "../report/view/story-lists.ts";
import { describeWhen } from "../report/view/when-words.ts";
import type { Store } from "../store/store.ts";
import { findStories, findStoryRecord, listStories, type StoredStory } from "../store/stories.ts";

/** A story as a list names it. */
export interface StoryCard {
	readonly id: string;
	readonly title: string;
	/** Day on which it began, ISO 8601; null when no report tells it. */
	readonly day: string | null;
	/** When it was, in words; null when no report tells it. */
	readonly when: string | null;
	readonly where: string | null;
	readonly reports: number;
	readonly lines: number;
	/** Who published the reports, each once, in the order of the record. */
	readonly outlets: readonly string[];
	/** When each report was published, in the order of the record. */
	readonly published: readonly StatedDate[];
	/** Facts on which reports cannot both be right, and those that some state and others call a claim or deny. */
	readonly conflicts: number;
	readonly contested: number;
	/** False while it is not collated, or something has changed since. */
	readonly isCurrent: boolean;
}

/** Some stories, and where the list goes on. */
export interface StoryPage {
	readonly cards: readonly StoryCard[];
	/** The id of the last one where more follow; null at the end. */
	readonly next: string | null;
}

/**
 * Stories as `listStories` orders them.
 *
 * @param after the id of the last story of the page before; null for the first page
 * @returns null when there is no such story
 */
export async function readStoryPage(
	{ database }: Store,
	limit: number,
	after: string | null,
): Promise<StoryPage | null> {
	const [last] = after === null ? [] : await findStories(database, [after]);
	if (after !== null && last === undefined) return null;
	const stories = await listStories(database, { limit: limit + 1, after: last?.story ?? null });
	const shown = stories.slice(0, limit);
	const cards: StoryCard[] = [];
	for (const stored of shown) {
		const record = await findStoryRecord(database, stored.story.id);
		cards.push(
			record === null ? describeBare(stored) : describeStory(record.record, stored.story.id, record.isCurrent),
		);
	}
	return { cards, next: stories.length > limit ? (shown.at(-1)?.story.id ?? null) : null };
}

/** A story that is not collated yet. */
function describeBare({ story }: StoredStory): StoryCard {
	return {
		...{ id: story.id, title: story.headline?.text ?? "Untitled", day: dayOf(story), when: null, where: null },
		...{ reports: story.articles.length, lines: story.lines.length, outlets: [], published: [] },
		...{ conflicts: 0, contested: 0, isCurrent: false },
	};
}

function describeStory(record: CollationRecord, id: string, isCurrent: boolean): StoryCard {
	const index = indexRecord(record);
	const story = index.stories.get(id) ?? record.stories[0];
	if (story === undefined) throw new Error(`the record of the story ${id} does not hold it`);
	const reports = reportsOf(index, story).flatMap((article) => index.articles.get(article) ?? []);
	const { different } = listFacts(index, story);
	return {
		id,
		title: titleOf(index, story),
		day: dayOf(story),
		when: describeWhen(index, story).day,
		where: story.where?.exact ?? null,
		reports: reports.length,
		lines: story.lines.length,
		outlets: [...new Set(reports.map(shortOutletOf))],
		published: reports.map(({ published }) => published),
		conflicts: different.filter(({ relation }) => relation === "conflict").length,
		contested: different.filter(({ relation }) => relation === "contested").length,
		isCurrent,
	};
}

function dayOf({ when }: Story): string | null {
	return when.earliest?.slice(0, 10) ?? null;
}
