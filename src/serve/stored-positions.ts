import { daysOf } from "../collation/positions/changes.ts";
import { UserError } from "../model/problem.ts";
import type { Position } from "../model/record.ts";
import { narrowPositions } from "../report/view/position-filter.ts";
import { indexRecord, type RecordIndex } from "../report/view/record-index.ts";
import type { Store } from "../store/store.ts";
import { findStoriesOf } from "../store/stories.ts";
import { compareText } from "../text/compare.ts";
import { toAskedSearch } from "./asked-search.ts";
import { findStory } from "./stored-pages.ts";

/** Whose positions are asked for, on what, and of which days (ISO 8601, both included). */
export interface AskedStance {
	readonly speaker: string | undefined;
	readonly about: string | undefined;
	readonly from: string | undefined;
	readonly to: string | undefined;
}

/** A position, with the record of the story that it is of. */
export interface StoredPosition {
	readonly index: RecordIndex;
	readonly story: string;
	readonly position: Position;
}

export interface FoundPositions {
	/** By first day, undated ones last, then by story and id. */
	readonly positions: readonly StoredPosition[];
	/** Stories that were looked into, and how many more most likely hold some. */
	readonly looked: number;
	readonly left: number;
	/** Whether a search ended before it had named all reports. */
	readonly isCut: boolean;
}

/** Reports that a search names, and stories whose records are read: each takes milliseconds. */
const MOST_REPORTS = 200;
const MOST_STORIES = 50;

/**
 * What somebody said and did about somebody, over the collated stories whose reports name them: those first whose
 * reports match best.
 *
 * @throws UserError `search/…` for names without a letter
 */
export async function findPositions(store: Store, asked: AskedStance): Promise<FoundPositions> {
	const { speaker, about, from, to } = asked;
	const words = [speaker, about].map((name) => (name ?? "").replace(/["“”„«»]/gu, " ")).join(" ");
	const listing = await store.search(toAskedSearch({ words, limit: MOST_REPORTS }, ["article"]), () => {});
	const reports = (listing.articles?.hits ?? []).map(({ article }) => article.id);
	const stories = await findStoriesOf(store.database, reports);
	const ids = [...new Set(reports.flatMap((report) => stories.get(report) ?? []))];
	const found = new Map<string, StoredPosition>();
	let looked = 0;
	for (const id of ids.slice(0, MOST_STORIES)) {
		const story = await findStory(store, id);
		if (story === null) continue;
		looked++;
		const { record } = story.stored;
		const narrowed = narrowOrNone(record, speaker ?? null, about ?? null);
		if (narrowed.length === 0) continue;
		const index = indexRecord(record);
		for (const position of narrowed) {
			const days = daysOf(position.when);
			if (from !== undefined && (days === null || days.last < from)) continue;
			if (to !== undefined && (days === null || days.first > to)) continue;
			// A document that several stories hold gives the same words in each.
			const key = `${position.article} ${position.spans[0]?.start} ${position.kind} ${position.exact}`;
			if (!found.has(key)) found.set(key, { index, story: story.id, position });
		}
	}
	const first = ({ position }: StoredPosition): string => daysOf(position.when)?.first ?? "~";
	return {
		positions: [...found.values()].sort(
			(a, b) =>
				compareText(first(a), first(b)) || compareText(a.story, b.story) || compareText(a.position.id, b.position.id),
		),
		looked,
		left: Math.max(0, ids.length - MOST_STORIES),
		isCut: listing.articles?.next !== null,
	};
}

function narrowOrNone(
	record: RecordIndex["record"],
	speaker: string | null,
	about: string | null,
): readonly Position[] {
	try {
		return narrowPositions(record, { speaker, about }).positions;
	} catch (error) {
		// Nobody of that name speaks in this story.
		if (error instanceof UserError) return [];
		throw error;
	}
}
