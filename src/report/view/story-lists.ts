import type { Story } from "../../model/record.ts";
import { countOf, groupDigits } from "./count-words.ts";
import { type RecordIndex, reportsOf } from "./record-index.ts";

export interface StoryLists {
	/** Stories that several articles tell: most independent lines first, then most reports, else the record's own order. */
	readonly told: readonly Story[];
	/** Stories that one article tells. */
	readonly alone: readonly Story[];
	/** Articles of no story. */
	readonly loose: readonly string[];
}

/** The stories in the order in which a reader meets them, and the articles that stand in none. */
export function listStories({ record }: Pick<RecordIndex, "record">): StoryLists {
	const placed = new Set(record.stories.flatMap((story) => story.articles));
	return {
		told: record.stories.filter(({ articles }) => articles.length > 1).sort(mostToldFirst),
		alone: record.stories.filter(({ articles }) => articles.length < 2),
		loose: record.articles.map(({ id }) => id).filter((id) => !placed.has(id)),
	};
}

function mostToldFirst(a: Story, b: Story): number {
	return b.lines.length - a.lines.length || b.articles.length - a.articles.length;
}

/** How many reports there are, and how many stories they tell and stand alone; each in words. */
export function countSet(
	{ record }: Pick<RecordIndex, "record">,
	{ told, alone, loose }: StoryLists,
): { readonly reports: readonly string[]; readonly stories: readonly string[] } {
	const primaries = record.articles.filter(({ role }) => role === "primary").length;
	const reports = [countOf(record.articles.length - primaries, "report")];
	if (primaries > 0) reports.push(countOf(primaries, "primary document"));
	const stories: string[] = [];
	if (told.length > 0) stories.push(countOf(told.length, "story", "stories"));
	const single = alone.length + loose.length;
	if (single > 0 && told.length > 0) stories.push(`${groupDigits(single)} standing alone`);
	return { reports, stories };
}

/** The counts of a set as one line. */
export function joinCounts({ reports, stories }: ReturnType<typeof countSet>): string {
	const total = reports.join(" and ");
	return stories.length > 0 ? `${total}: ${stories.join(", ")}` : total;
}

/** What a person calls a story, else the headline chosen for it, else that of its first report. */
export function titleOf(index: RecordIndex, story: Story): string {
	// Records of earlier versions of the program have no name here.
	if (story.name != null) return story.name;
	if (story.headline !== null) return story.headline.text;
	const [first] = reportsOf(index, story);
	return index.articles.get(first ?? "")?.headline?.text ?? "Untitled";
}
