import type { Database } from "./database.ts";

/**
 * A mark of all that a store holds: where two are the same, nothing was written between them, by anybody. It is what
 * PostgreSQL calls a snapshot, which transactions there were and which of them are done, so that on a server what is
 * written to other databases makes another one too. Null on a cluster, where others write past the coordinator.
 */
export async function readStateMark(database: Database): Promise<string | null> {
	const [row] = await database.query<{ mark: string | null }>(
		"SELECT CASE WHEN to_regclass('pg_catalog.pg_dist_node') IS NULL THEN pg_current_snapshot()::text END AS mark",
	);
	return row?.mark ?? null;
}
