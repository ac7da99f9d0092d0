import { readdirSync, readFileSync } from "node:fs";
import { UserError } from "../model/problem.ts";
import { compareText } from "../text/compare.ts";
import { VERSION } from "../version.ts";
import type { Database, Queryable } from "./database.ts";

/** A step of the schema: `sql/0001-articles.sql`. Steps go forward only, and one that was published never changes. */
export interface Migration {
	readonly number: number;
	readonly name: string;
	readonly statements: readonly string[];
}

/** Any number that other programs on the same server do not use: 63 bits of SHA-256 of "stemma migrations". */
const LOCK = 5_271_009_034_882_117_403n;

/** The steps that this program knows, in their order. They lie beside the code, in `src` and in `dist`. */
export function loadMigrations(): readonly Migration[] {
	const folder = new URL("./sql/", import.meta.url);
	return readdirSync(folder)
		.filter((file) => file.endsWith(".sql"))
		.sort(compareText)
		.map((file) => ({
			number: Number(file.slice(0, 4)),
			name: file.slice(5, -4),
			statements: splitStatements(readFileSync(new URL(file, folder), "utf8")),
		}));
}

/** Statements end with a semicolon at a line's end, and hold none there otherwise. */
function splitStatements(sql: string): string[] {
	return sql
		.replace(/^\s*--.*$/gm, "")
		.split(/;[ \t]*$/m)
		.map((statement) => statement.trim())
		.filter((statement) => statement !== "");
}

/** The number of the last step that the database has; 0 for one without a store. */
export async function findVersion(database: Queryable): Promise<number> {
	const [there] = await database.query<{ name: string | null }>("SELECT to_regclass('stemma.migration')::text AS name");
	if (there?.name == null) return 0;
	const [row] = await database.query<{ version: number | null }>("SELECT max(number) AS version FROM stemma.migration");
	return row?.version ?? 0;
}

/**
 * Brings the database to the last step, all in one transaction under a lock: of two processes that start at once, one
 * does it and the other finds it done. Resolves to the names of the steps taken.
 *
 * @throws UserError `store/newer` when a later program has been at the store
 */
export async function migrate(
	database: Database,
	migrations: readonly Migration[] = loadMigrations(),
): Promise<readonly string[]> {
	const known = migrations.at(-1)?.number ?? 0;
	const before = await findVersion(database);
	refuseNewer(before, known);
	if (before === known) return [];
	return database.tx(async (tx) => {
		await tx.query("SELECT pg_advisory_xact_lock($1)", [LOCK]);
		await tx.query("CREATE SCHEMA IF NOT EXISTS stemma");
		await tx.query(
			"CREATE TABLE IF NOT EXISTS stemma.migration (number int PRIMARY KEY, name text NOT NULL," +
				" program text NOT NULL, at timestamptz NOT NULL DEFAULT now())",
		);
		await tx.query("COMMENT ON TABLE stemma.migration IS 'local: the steps that this schema has taken'");
		const version = await findVersion(tx);
		refuseNewer(version, known);
		const taken: string[] = [];
		for (const { number, name, statements } of migrations) {
			if (number <= version) continue;
			for (const statement of statements) await tx.query(statement);
			await tx.query("INSERT INTO stemma.migration (number, name, program) VALUES ($1, $2, $3)", [
				number,
				name,
				VERSION,
			]);
			taken.push(name);
		}
		return taken;
	});
}

function refuseNewer(version: number, known: number): void {
	if (version <= known) return;
	throw new UserError(
		"store/newer",
		`the store was changed by a later stemma (step ${version}, and this one knows ${known}); use that one`,
	);
}
