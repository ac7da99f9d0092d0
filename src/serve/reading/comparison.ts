import { indexRecord, type RecordIndex, reportsOf } from "../../report/view/record-index.ts";
import { type SideBySide, setSideBySide } from "../../report/view/side-by-side.ts";
import type { Store } from "../../store/store.ts";
import type { FoundStory } from "../stored-pages.ts";

/** Two reports side by side, with the record that their sentences and findings are of. */
export interface Comparison {
	readonly index: RecordIndex;
	readonly sides: SideBySide;
}

/**
 * Two reports of a story; where none is named, its first and the first of another line.
 *
 * @param given ids as they were asked for; null for none
 * @returns null when the story does not hold both, or has but one report
 */
export function compareInStory(
	{ id, stored }: FoundStory,
	given: { readonly a: string | null; readonly b: string | null },
): Comparison | null {
	const index = indexRecord(stored.record);
	const story = index.stories.get(id) ?? stored.record.stories[0];
	if (story === undefined) return null;
	const reports = index.record.articles.map((article) => article.id).filter((one) => story.articles.includes(one));
	const a = given.a ?? reports.find((one) => one !== given.b) ?? "";
	const own = story.lines.find(({ articles }) => articles.includes(a))?.articles ?? [a];
	const others = reportsOf(index, story).filter((one) => one !== a);
	const inOrder = reports.filter((one) => others.includes(one));
	const b = given.b ?? inOrder.find((one) => !own.includes(one)) ?? reports.find((one) => one !== a) ?? "";
	const sides = reports.includes(a) && reports.includes(b) ? setSideBySide(index, a, b) : null;
	return sides === null ? null : { index, sides };
}

/**
 * Any two reports of a store, set side by side by the record that they give by themselves.
 *
 * @returns null when the store does not have both, read and annotated, or when they are the same
 */
export async function compareArticles(store: Store, a: string, b: string): Promise<Comparison | null> {
	if (a === b) return null;
	const record = await store.collateThese([a, b]);
	const index = indexRecord(record);
	const sides = setSideBySide(index, a, b);
	return sides === null ? null : { index, sides };
}
