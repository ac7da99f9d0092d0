import type { StatedDate } from "../../model/date.ts";
import type { ExactSpan } from "../../model/quotation-listing.ts";
import type { VersionDifference } from "../../model/record.ts";
import { indexRecord } from "../../report/view/record-index.ts";
import type { Store } from "../../store/store.ts";
import { findTextsOfSource } from "../../store/versions.ts";
import type { FoundStory } from "../stored-pages.ts";

/** The texts of an article's source, earliest first, with what each changed of the one before. */
export interface VersionsAnswer {
	readonly article: string;
	readonly versions: readonly VersionAnswer[];
}

export interface VersionAnswer {
	readonly article: string;
	readonly headline: string | null;
	readonly published: StatedDate;
	readonly modified: StatedDate;
	/** When it was captured, ISO 8601; null when that is not known. */
	readonly captured: string | null;
	/** The text that `changes` are of; null for the first. */
	readonly before: string | null;
	/** In the order of this text, what the one before had alone at the end. */
	readonly changes: readonly {
		readonly kind: VersionDifference["kind"];
		/** Words of the one before, and of this one; null where one has nothing there. */
		readonly from: ExactSpan | null;
		readonly to: ExactSpan | null;
	}[];
}

/** @param stories those that the article is in: their records may know of texts at other addresses */
export async function findVersions(
	store: Store,
	article: string,
	stories: readonly FoundStory[],
): Promise<VersionsAnswer> {
	const known = stories.flatMap(({ stored }) =>
		stored.record.versions.flatMap(({ articles }) => (articles.includes(article) ? articles : [])),
	);
	const ids = [...new Set([...(await findTextsOfSource(store.database, article)), ...known])].sort();
	if (ids.length < 2) return { article, versions: [] };
	const record = await store.collateThese(ids);
	const group = record.versions.find(({ articles }) => articles.includes(article));
	if (group === undefined) return { article, versions: [] };
	const index = indexRecord(record);
	const changes = new Map(group.changes.map((change) => [change.to, change]));
	return {
		article,
		versions: group.articles.flatMap((id): VersionAnswer[] => {
			const one = index.articles.get(id);
			if (one === undefined) return [];
			const change = changes.get(id);
			const exact = (place: VersionDifference["from"]): ExactSpan | null =>
				place && {
					start: place.start,
					end: place.end,
					exact: index.articles.get(place.article)?.text.slice(place.start, place.end) ?? "",
				};
			return [
				{
					article: id,
					headline: one.headline?.text ?? null,
					published: one.published,
					modified: one.modified,
					captured: one.capture.at,
					before: change?.from ?? null,
					changes: change?.differences.map(({ kind, from, to }) => ({ kind, from: exact(from), to: exact(to) })) ?? [],
				},
			];
		}),
	};
}
