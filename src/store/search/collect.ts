import { UserError } from "../../model/problem.ts";
import type { Hits } from "../../model/search-listing.ts";
import type { Queryable } from "../database.ts";
import { toId, toKey } from "../keys.ts";
import { type Candidate, findCandidates, type IndexedArticle, readIndex, type Sought } from "./candidates.ts";

/** Candidates that are looked into at once, at most: as many as a page holds first, then twice as many each time. */
const LARGEST_BATCH = 800;

/** Candidates after which a search stops and says where it has come to, so that none grows with the store. */
const MOST_LOOKED_INTO = 5000;

/** Something in an article that matches. */
export interface Match<T> {
	/** Its place among all that the article has. */
	readonly position: number;
	readonly match: T;
	/** What is shown once, however many articles have it; absent where nothing is shared. */
	readonly once?: string;
}

export interface Found<T> extends Match<T> {
	readonly candidate: Candidate;
}

/** A page of what was found, in the order of the candidates. */
export interface Collected<T> {
	readonly found: readonly Found<T>[];
	/** How many there are in all; null where they were not counted to the end. */
	readonly all: number | null;
	readonly next: Hits<unknown>["next"];
}

/** The matches in some articles, by article. */
export type FindMatches<T> = (
	index: ReadonlyMap<bigint, IndexedArticle>,
) => Promise<ReadonlyMap<bigint, readonly Match<T>[]>> | ReadonlyMap<bigint, readonly Match<T>[]>;

/**
 * Goes through candidates in their order until there are more matches than a page holds.
 *
 * @throws UserError `search/after` for what names no page
 */
export async function collect<T>(
	database: Queryable,
	sought: Sought,
	findMatches: FindMatches<T>,
): Promise<Collected<T>> {
	const { limit: wanted, after: given } = sought.asked;
	const cursor = readCursor(given);
	const found: Found<T>[] = [];
	const shown = new Set<string>();
	// The article of the last hit may have more of them. What is shown once is known only from the start on.
	let after: Candidate | null = cursor && !sought.facts ? { score: cursor.score, article: cursor.article - 1n } : null;
	let looked = 0;
	for (let limit = wanted + 1; ; limit = Math.min(2 * limit, Math.max(limit, LARGEST_BATCH))) {
		const batch: readonly Candidate[] = await findCandidates(database, sought, { after, limit });
		const index = await readIndex(
			database,
			batch.map(({ article }) => article),
			sought.query,
		);
		const matches = await findMatches(index);
		for (const candidate of batch) {
			for (const match of matches.get(candidate.article) ?? []) {
				const { position, once } = match;
				if (once !== undefined) {
					if (shown.has(once)) continue;
					shown.add(once);
				}
				if (cursor === null || isBehind({ candidate, position }, cursor)) found.push({ ...match, candidate });
			}
		}
		// What lies before the page was looked into then.
		if (cursor === null || batch.some((candidate) => isBehind({ candidate, position: NO_POSITION }, cursor))) {
			looked += batch.length;
		}
		after = batch.at(-1) ?? null;
		const page = found.slice(0, wanted);
		const last = page.at(-1);
		if (found.length > wanted && last) return { found: page, all: null, next: writeCursor(last) };
		if (after === null || batch.length < limit) return { found: page, all: cursor ? null : found.length, next: null };
		if (looked >= MOST_LOOKED_INTO) {
			return { found: page, all: null, next: writeCursor({ candidate: after, position: NO_POSITION }) };
		}
	}
}

/** Behind all that an article has. */
const NO_POSITION = 2 ** 31 - 1;

interface Cursor {
	readonly score: number;
	readonly article: bigint;
	readonly position: number;
}

type Placed = Pick<Found<unknown>, "candidate" | "position">;

/** Whether something comes behind the end of the page before. */
function isBehind({ candidate: { score, article }, position }: Placed, cursor: Cursor): boolean {
	if (score !== cursor.score) return score < cursor.score;
	if (article !== cursor.article) return article > cursor.article;
	return position > cursor.position;
}

function writeCursor({ candidate, position }: Placed): string {
	return `${candidate.score}-${toId(candidate.article)}-${position}`;
}

function readCursor(after: string | null): Cursor | null {
	if (after === null) return null;
	const parts = /^(\d{1,9})-([0-7][0-9a-f]{15})-(\d{1,10})$/.exec(after);
	if (!parts)
		throw new UserError("search/after", `${JSON.stringify(after)} names no page; "next" of an earlier one does`);
	return { score: Number(parts[1]), article: toKey(parts[2] ?? ""), position: Number(parts[3]) };
}
