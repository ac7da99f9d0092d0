import type { Queryable } from "../../store/database.ts";
import { keyOf, toKey, toShown } from "../../store/keys.ts";
import { packJson, unpackJson } from "../../store/packing.ts";
import { type FollowedSource, hostOf, pageKeyOf, placeOf, type WantedPage } from "../schedule/state.ts";
import { hostKeyOf } from "./hosts.ts";

/** The host through whose queue a source is asked for. */
export function hostOfSource(source: FollowedSource): string {
	return hostOf(placeOf(source));
}

async function sourceValues(
	source: FollowedSource,
): Promise<[bigint, bigint, bigint, Date | null, boolean, string, bigint, Uint8Array]> {
	return [
		toKey(source.id),
		keyOf("url", source.url),
		hostKeyOf(hostOfSource(source)),
		source.status === "active" ? new Date(source.due) : null,
		source.status === "gone",
		toShown(source.url),
		keyOf("input", source.given),
		await packJson(source),
	];
}

/** Adds a source; false when its id or address is there. */
export async function insertSource(tx: Queryable, source: FollowedSource): Promise<boolean> {
	const rows = await tx.query(
		`INSERT INTO stemma.followed_source (source_id, url_key, host_key, due, is_gone, url, input_key, packed)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING 1 AS one`,
		await sourceValues(source),
	);
	return rows.length > 0;
}

export async function updateSource(tx: Queryable, source: FollowedSource): Promise<void> {
	await tx.query(
		`UPDATE stemma.followed_source SET url_key = $2, host_key = $3, due = $4, is_gone = $5, url = $6, input_key = $7,
			packed = $8 WHERE source_id = $1`,
		await sourceValues(source),
	);
}

/** A source as it stands; null when it is there no more. @param lock whether nobody else may change it meanwhile */
export async function findSource(database: Queryable, id: string, lock: boolean): Promise<FollowedSource | null> {
	const [row] = await database.query<{ packed: Uint8Array }>(
		`SELECT packed FROM stemma.followed_source WHERE source_id = $1${lock ? " FOR UPDATE" : ""}`,
		[toKey(id)],
	);
	return row ? unpackJson<FollowedSource>(row.packed) : null;
}

export async function isFollowedElsewhere(tx: Queryable, { id, url }: FollowedSource): Promise<boolean> {
	const rows = await tx.query(
		"SELECT 1 AS one FROM stemma.followed_source WHERE url_key = $1 AND source_id <> $2 AND NOT is_gone",
		[keyOf("url", url), toKey(id)],
	);
	return rows.length > 0;
}

/** Wants pages, each in the place of an earlier version of it. */
export async function keepPages(tx: Queryable, pages: readonly WantedPage[]): Promise<void> {
	if (pages.length === 0) return;
	const once = [...new Map(pages.map((page) => [keyOfPage(page), page]))];
	await tx.query(
		`INSERT INTO stemma.wanted_page (page_key, source_id, host_key, due, mark, packed)
		SELECT page_key, source_id, host_key, to_timestamp(due / 1000), mark, packed FROM
			unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::float8[], $5::bigint[], $6::bytea[])
			AS given (page_key, source_id, host_key, due, mark, packed) ORDER BY page_key
		ON CONFLICT (page_key) DO UPDATE SET host_key = excluded.host_key, due = excluded.due, mark = excluded.mark,
			packed = excluded.packed`,
		[
			once.map(([key]) => key),
			once.map(([, { source }]) => toKey(source)),
			once.map(([, { url }]) => hostKeyOf(hostOf(url))),
			once.map(([, { due }]) => due),
			once.map(([, page]) => markOfPage(page)),
			await Promise.all(once.map(([, page]) => packJson(page))),
		],
	);
}

/** What is wanted now of a page that was fetched: the same, a later version, or nothing. */
export async function findWanted(tx: Queryable, page: WantedPage): Promise<"same" | "later" | null> {
	const [row] = await tx.query<{ mark: bigint }>("SELECT mark FROM stemma.wanted_page WHERE page_key = $1 FOR UPDATE", [
		keyOfPage(page),
	]);
	if (!row) return null;
	return row.mark === markOfPage(page) ? "same" : "later";
}

export async function dropPage(tx: Queryable, page: WantedPage): Promise<void> {
	await tx.query("DELETE FROM stemma.wanted_page WHERE page_key = $1", [keyOfPage(page)]);
}

/** Removes a source with what is wanted and known of it; the keys of the hosts that it has to do with. */
export async function removeSource(tx: Queryable, id: string): Promise<readonly bigint[]> {
	const rows = await tx.query<{ host_key: bigint }>(
		"DELETE FROM stemma.followed_source WHERE source_id = $1 RETURNING host_key",
		[toKey(id)],
	);
	const pages = await tx.query<{ host_key: bigint }>(
		"DELETE FROM stemma.wanted_page WHERE source_id = $1 RETURNING host_key",
		[toKey(id)],
	);
	await tx.query("DELETE FROM stemma.announced_entry WHERE source_id = $1", [toKey(id)]);
	return [...new Set([...rows, ...pages].map(({ host_key }) => host_key))];
}

function keyOfPage(page: WantedPage): bigint {
	return keyOf("page", pageKeyOf(page));
}

function markOfPage({ mark }: WantedPage): bigint {
	return keyOf("mark", mark);
}
