import type { Story } from "../model/record.ts";
import type { Store } from "../store/store.ts";
import { findStories, findStoriesOf, findStoryRecord, type StoredRecord } from "../store/stories.ts";

/** A story's id as it is now, and its record. */
export interface FoundStory {
	readonly id: string;
	readonly stored: StoredRecord;
	/** As it was grouped among all of the store. */
	readonly story: Story;
}

/** A story by its id or a former one; null where there is none, or none that is collated. */
export async function findStory({ database }: Store, id: string | null): Promise<FoundStory | null> {
	if (id === null) return null;
	const [found] = await findStories(database, [id]);
	const stored = await findStoryRecord(database, id);
	return found === undefined || stored === null ? null : { id: found.story.id, stored, story: found.story };
}

/** The collated stories that an article is in, by id. */
export async function findStoriesWith(store: Store, article: string | null): Promise<readonly FoundStory[]> {
	if (article === null) return [];
	const ids = (await findStoriesOf(store.database, [article])).get(article) ?? [];
	const found: FoundStory[] = [];
	for (const id of ids) {
		const story = await findStory(store, id);
		if (story !== null) found.push(story);
	}
	return found;
}
