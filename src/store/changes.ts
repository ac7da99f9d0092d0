import type { Database } from "./database.ts";
import { toId } from "./keys.ts";

/** What has come about in a store since a moment, as far as it can be told in a moment. */
export interface Changes {
	/** The store's own clock: milliseconds since 1970. */
	readonly at: number;
	/** Stories whose records were made since, with when, the latest first. */
	readonly stories: readonly { readonly id: string; readonly at: number }[];
	/** Jobs that are to be done. */
	readonly left: number;
	/** Of what is followed: how many sources, how many are visited, and when next; null when none is. */
	readonly sources: { readonly count: number; readonly visited: number; readonly next: string | null };
}

/** What has changed since. @param since milliseconds since 1970; @param most stories that are named */
export async function findChanges(database: Database, since: number, most: number): Promise<Changes> {
	const stories = await database.query<{ story_id: bigint; made_at: Date }>(
		"SELECT story_id, made_at FROM stemma.story_record WHERE made_at > $1 ORDER BY made_at DESC, story_id LIMIT $2",
		[new Date(since), most],
	);
	const [row] = await database.query<Counts>(
		`SELECT now() AS at, (SELECT count(*) FROM stemma.job WHERE aside_at IS NULL)::int AS left,
			count(*)::int AS count, count(due)::int AS visited, min(due) AS next FROM stemma.followed_source`,
	);
	if (!row) throw new Error("the store gave no counts");
	return {
		at: row.at.getTime(),
		stories: stories.map(({ story_id, made_at }) => ({ id: toId(story_id), at: made_at.getTime() })),
		left: row.left,
		sources: { count: row.count, visited: row.visited, next: row.next?.toISOString() ?? null },
	};
}

interface Counts {
	readonly at: Date;
	readonly left: number;
	readonly count: number;
	readonly visited: number;
	readonly next: Date | null;
}
