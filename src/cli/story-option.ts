import { UserError } from "../model/problem.ts";
import type { CollationRecord, Story } from "../model/record.ts";
import { findStories } from "../report/view/record-choice.ts";
import { indexRecord } from "../report/view/record-index.ts";
import { listStories, titleOf } from "../report/view/story-lists.ts";

/** Stories that an error names. */
const STORIES_NAMED = 8;

/** The stories that a value of `--story` means. Throws UserError (`cli/option-value`), naming those there are, where none is. */
export function chooseStories(wanted: string, record: CollationRecord): Story[] {
	const index = indexRecord(record);
	const found = findStories(index, wanted);
	if (found.length > 0) return found;
	const { told, alone } = listStories(index);
	const all = [...told, ...alone].slice(0, STORIES_NAMED).map((story, at) => `${at + 1} ${titleOf(index, story)}`);
	throw new UserError("cli/option-value", `no story is meant by --story ${wanted}; there are: ${all.join("; ")}`);
}
