import type { Story } from "../../model/record.ts";
import { foldCase } from "../../text/fold.ts";
import type { RecordIndex } from "./record-index.ts";
import { listStories, titleOf } from "./story-lists.ts";

/** The parts of a story's page that can be asked for alone. */
export const RECORD_PARTS = ["conflicts", "quotations", "facts", "lineage"] as const;
export type RecordPart = (typeof RECORD_PARTS)[number];

/** What of a record is printed. */
export interface RecordChoice {
	/** Ids of the stories; null for all, and for what belongs to no story. */
	readonly stories: ReadonlySet<string> | null;
	/** Null for all parts. */
	readonly only: ReadonlySet<RecordPart> | null;
}

export const WHOLE_RECORD: RecordChoice = { stories: null, only: null };

/**
 * The stories that somebody means: by number in the order of the page, by id or a former one, or by words of the
 * headline, all of which it must have. Empty where none is meant.
 */
export function findStories(index: RecordIndex, wanted: string): Story[] {
	const { told, alone } = listStories(index);
	const stories = [...told, ...alone];
	const number = /^\d{1,6}$/.test(wanted) ? stories[Number(wanted) - 1] : undefined;
	if (number) return [number];
	const named = stories.filter(({ id, aliases }) => id === wanted || aliases.includes(wanted));
	if (named.length > 0) return named;
	const words = wordsOf(wanted);
	return words.length === 0
		? []
		: stories.filter((story) => {
				const title = wordsOf(titleOf(index, story));
				return words.every((word) => title.some((one) => one.startsWith(word)));
			});
}

function wordsOf(text: string): string[] {
	return foldCase(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
