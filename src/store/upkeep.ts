import type { Database } from "./database.ts";

/**
 * Gives back what deleted rows took and renews what the planner knows of the tables. A server does so by itself; a
 * store in a folder has nobody else to do it.
 */
export async function vacuum(database: Database): Promise<void> {
	const tables = await database.query<{ name: string }>(
		`SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
		WHERE n.nspname = 'stemma' AND c.relkind = 'r' ORDER BY 1`,
	);
	for (const { name } of tables) await database.query(`VACUUM (ANALYZE) stemma."${name}"`);
}

/** The same for a store in a folder, and nothing for one on a server. */
export async function vacuumEmbedded(database: Database): Promise<void> {
	if (database.kind !== "postgres") await vacuum(database);
}
