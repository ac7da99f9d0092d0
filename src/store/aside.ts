import type { ListedProblem, Problem } from "../model/problem.ts";
import type { AsideSummary } from "../model/store-status.ts";
import type { Queryable } from "./database.ts";
import { toId, toKey } from "./keys.ts";
import { unpackJson } from "./packing.ts";
import { type CaptureDetail, UNREAD } from "./readings.ts";
import { summariseAside } from "./status.ts";

/** A capture that gave no report. */
export interface AsideCapture {
	readonly id: string;
	readonly place: string;
	/** When it was added, ISO 8601. */
	readonly at: string;
	readonly sha256: string;
	readonly problems: readonly Problem[];
}

/** What could not be used, and why. */
export interface AsideList {
	/** Work that failed time and again, the latest first; 20 at most. */
	readonly jobs: readonly AsideSummary[];
	/** Inputs of which nothing could be read, or lines of them, by place; 200 at most. */
	readonly inputs: readonly ListedProblem[];
	/** The latest first. */
	readonly captures: readonly AsideCapture[];
	/** The id of the last capture where more follow; null at the end. */
	readonly next: string | null;
}

const MOST_INPUTS = 200;

/** @param after the id of the last capture of the page before; null for the first page, which alone has jobs and inputs */
export async function listAside(
	database: Queryable,
	{ limit, after }: { readonly limit: number; readonly after: string | null },
): Promise<AsideList> {
	const rows = await database.query<{ capture_id: bigint; added_at: Date; detail: Uint8Array }>(
		`SELECT capture_id, added_at, detail FROM stemma.capture WHERE NOT is_article AND program <> $1
			AND ($2::bigint IS NULL OR (added_at, capture_id) <
				(SELECT max(added_at), $2::bigint FROM stemma.capture WHERE capture_id = $2))
		ORDER BY added_at DESC, capture_id DESC LIMIT $3`,
		[UNREAD, after === null ? null : toKey(after), limit + 1],
	);
	const captures = await Promise.all(
		rows.slice(0, limit).map(async ({ capture_id, added_at, detail }): Promise<AsideCapture> => {
			const { place, sha256, problems } = await unpackJson<CaptureDetail>(detail);
			return { id: toId(capture_id), place, at: added_at.toISOString(), sha256, problems };
		}),
	);
	const next = rows.length > limit ? (captures.at(-1)?.id ?? null) : null;
	if (after !== null) return { jobs: [], inputs: [], captures, next };
	const kept = await database.query<{ packed: Uint8Array }>(
		`SELECT packed FROM stemma.problem ORDER BY input_key, problem_id LIMIT ${MOST_INPUTS}`,
	);
	return {
		jobs: await summariseAside(database),
		inputs: await Promise.all(kept.map(({ packed }) => unpackJson<ListedProblem>(packed))),
		captures,
		next,
	};
}
