import { UserError } from "../model/problem.ts";
import type { Database } from "./database.ts";
import type { StoreLocation } from "./location.ts";
import { findVersion, migrate } from "./migrations.ts";
import { nameServer } from "./server-errors.ts";

/**
 * The database of a store, brought to the schema of this program. The drivers are loaded here and not before.
 *
 * @param create whether a store that is not there is made
 * @throws UserError `store/…` when it is not there, in use, newer than the program, or cannot be reached
 */
export async function openDatabase(location: StoreLocation, create: boolean): Promise<Database> {
	const database = await connectStore(location, create);
	try {
		if (!create) await requireStore(database, location);
		await migrate(database);
		return database;
	} catch (error) {
		await database.close();
		throw error;
	}
}

/** The database as it is, whatever its schema; for who changes that. */
export async function connectStore(location: StoreLocation, create: boolean): Promise<Database> {
	if (location.kind === "server") return (await import("./postgres-database.ts")).openPostgres(location.url);
	if (location.kind === "memory") return (await import("./pglite-database.ts")).openPglite(null);
	return (await import("./store-folder.ts")).openFolder(location.folder, create);
}

/** How a store is called in messages. */
export function nameStore(location: StoreLocation): string {
	if (location.kind === "memory") return "memory";
	return location.kind === "server" ? nameServer(location.url) : location.folder;
}

/** Throws UserError `store/missing` where the database holds none. */
export async function requireStore(database: Database, location: StoreLocation): Promise<void> {
	if ((await findVersion(database)) > 0) return;
	throw new UserError("store/missing", `there is no store at ${nameStore(location)}; "stemma init" makes one`);
}
