import { createReadStream, createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { constants, createGunzip, createGzip } from "node:zlib";
import { UserError } from "../model/problem.ts";
import { VERSION } from "../version.ts";
import { type Database, errorCode, type Queryable } from "./database.ts";
import { findVersion, loadMigrations, migrate } from "./migrations.ts";

/**
 * A backup is gzip over lines of JSON: what it is, then for each table its columns and its rows, then how many lines
 * there were, without which it is not whole. Values stand as PostgreSQL writes them, so that a backup of a folder goes
 * onto a server and back.
 */
const SCHEMA = "stemma.backup/1";

/** Rows that are read, and written, at once. */
const BATCH = 200;

interface Header {
	readonly schema: typeof SCHEMA;
	readonly program: string;
	/** The last step that the schema had taken. */
	readonly step: number;
}

interface Column {
	readonly name: string;
	readonly type: string;
}

/** What a backup holds: rows by table, in the order of the tables. */
export interface BackedUp {
	readonly tables: readonly { readonly table: string; readonly rows: number }[];
}

/**
 * Writes all of a store into a file, whole or not at all, as it stands at one moment; others may go on writing.
 *
 * @throws UserError `store/backup` when the file cannot be written
 */
export async function backUp(database: Database, path: string): Promise<BackedUp> {
	const draft = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
	try {
		const tables = await database.tx(async (tx) => {
			await tx.query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
			const counts: { table: string; rows: number }[] = [];
			// What is kept is packed already: the least effort finds what base64 leaves.
			const gzip = createGzip({ level: constants.Z_BEST_SPEED });
			await pipeline(Readable.from(writeLines(tx, counts)), gzip, createWriteStream(draft, { flags: "wx" }));
			return counts;
		});
		await rename(draft, path);
		return { tables };
	} catch (error) {
		if (errorCode(error) !== "EEXIST") await rm(draft, { force: true });
		const code = errorCode(error);
		if (["ENOENT", "EACCES", "EPERM", "EROFS", "ENOSPC", "ENOTDIR", "EISDIR", "EEXIST"].includes(code)) {
			throw new UserError("store/backup", `the backup ${path} cannot be written (${code})`);
		}
		throw error;
	}
}

async function* writeLines(tx: Queryable, counts: { table: string; rows: number }[]): AsyncGenerator<string> {
	let lines = 0;
	const line = (value: unknown): string => {
		lines++;
		return `${JSON.stringify(value)}\n`;
	};
	const header: Header = { schema: SCHEMA, program: VERSION, step: await findVersion(tx) };
	yield line(header);
	for (const table of await listTables(tx)) {
		const columns = await listColumns(tx, table);
		yield line({ table, columns });
		let rows = 0;
		const cells = columns.map(({ name, type }) =>
			type === "bytea" ? `replace(encode("${name}", 'base64'), E'\\n', '')` : `"${name}"::text`,
		);
		await tx.query(`DECLARE backup CURSOR FOR SELECT array[${cells.join(", ")}] AS cells FROM stemma."${table}"`);
		for (;;) {
			const batch = await tx.query<{ cells: (string | null)[] }>(`FETCH ${BATCH} FROM backup`);
			if (batch.length === 0) break;
			for (const { cells } of batch) yield line(cells);
			rows += batch.length;
		}
		await tx.query("CLOSE backup");
		counts.push({ table, rows });
	}
	yield line({ lines });
}

/** The tables of a store in an order in which their rows can be put back: what others point at comes first. */
async function listTables(database: Queryable): Promise<readonly string[]> {
	const rows = await database.query<{ name: string }>(
		`SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
		WHERE n.nspname = 'stemma' AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname NOT IN ('migration', 'token')
		ORDER BY c.relname <> 'article', 1`,
	);
	return rows.map(({ name }) => name);
}

async function listColumns(database: Queryable, table: string): Promise<readonly Column[]> {
	return database.query<Column>(
		`SELECT attname::text AS name, format_type(atttypid, NULL) AS type FROM pg_attribute
		WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
		[`stemma."${table}"`],
	);
}

/**
 * Fills an empty store from a backup: all of it or nothing. A backup of an earlier program is brought to this one's
 * schema.
 *
 * @throws UserError `store/backup` when the file is no whole backup, `store/not-empty` when the store holds something
 */
export async function restore(database: Database, path: string): Promise<BackedUp> {
	const steps = loadMigrations();
	const tables: { table: string; rows: number }[] = [];
	// Every line is looked at before anything is written, so that a torn backup is found out while it costs nothing.
	const header = await checkBackup(path, steps.at(-1)?.number ?? 0);
	const version = await findVersion(database);
	if (version === 0)
		await migrate(database, steps.slice(0, steps.findIndex(({ number }) => number === header.step) + 1));
	else if (version !== header.step) {
		throw new UserError(
			"store/backup",
			`the backup ${path} is of an earlier stemma (step ${header.step}); restore it into a store that is not there yet`,
		);
	}
	await database.tx(async (tx) => {
		for (const table of await listTables(tx)) {
			if ((await tx.query(`SELECT 1 AS one FROM stemma."${table}" LIMIT 1`)).length > 0) {
				throw new UserError("store/not-empty", "the store holds something; restore into a new one");
			}
		}
		let table: { readonly name: string; readonly columns: readonly Column[] } | null = null;
		let batch: (readonly (string | null)[])[] = [];
		const flush = async (): Promise<void> => {
			if (table !== null && batch.length > 0) await insert(tx, table.name, table.columns, batch);
			batch = [];
		};
		for await (const value of readLines(path)) {
			if (Array.isArray(value)) {
				batch.push(value);
				const counted = tables.at(-1);
				if (counted) counted.rows++;
				if (batch.length >= BATCH) await flush();
			} else if (typeof value === "object" && value !== null && "table" in value) {
				await flush();
				table = { name: String(value.table), columns: readColumns(value) };
				tables.push({ table: table.name, rows: 0 });
			}
		}
		await flush();
		await resetIdentities(tx);
	});
	await migrate(database, steps);
	return { tables };
}

async function insert(
	tx: Queryable,
	table: string,
	columns: readonly Column[],
	rows: readonly (readonly (string | null)[])[],
): Promise<void> {
	const names = columns.map(({ name }) => `"${name}"`).join(", ");
	const cells = columns.map(({ type }, at) => (type === "bytea" ? `decode(c${at}, 'base64')` : `c${at}::${type}`));
	const given = columns.map((_, at) => `$${at + 1}::text[]`);
	await tx.query(
		`INSERT INTO stemma."${table}" (${names}) OVERRIDING SYSTEM VALUE
		SELECT ${cells.join(", ")} FROM unnest(${given.join(", ")}) AS given (${columns.map((_, at) => `c${at}`).join(", ")})`,
		columns.map((_, at) => rows.map((row) => row[at] ?? null)),
	);
}

/** Numbers that are given out go on after those that came with the rows. */
async function resetIdentities(tx: Queryable): Promise<void> {
	const rows = await tx.query<{ name: string; column: string }>(
		`SELECT c.relname AS name, a.attname AS column FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
			JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'stemma' AND a.attidentity <> ''`,
	);
	for (const { name, column } of rows) {
		await tx.query(
			`SELECT setval(pg_get_serial_sequence('stemma."${name}"', $1), (SELECT coalesce(max("${column}"), 0) + 1
				FROM stemma."${name}"), false)`,
			[column],
		);
	}
}

/** A name of a table, column or type: it goes into statements as it stands. */
const NAME = /^[a-z][a-z0-9_]{0,62}$/;
const TYPE = /^[a-z][a-z ]{0,40}(?:\[\])?$/;

function readColumns(value: object): readonly Column[] {
	const columns: unknown = "columns" in value ? value.columns : null;
	if (!Array.isArray(columns)) return [];
	return columns.map((column: unknown) => {
		const { name, type } = (typeof column === "object" && column !== null ? column : {}) as Partial<
			Record<keyof Column, unknown>
		>;
		return { name: String(name), type: String(type) };
	});
}

async function checkBackup(path: string, known: number): Promise<Header> {
	const fail = (why: string): UserError => new UserError("store/backup", `${path} ${why}`);
	let header: Header | null = null;
	let [lines, stated] = [0, -1];
	let width = 0;
	try {
		for await (const value of readLines(path)) {
			lines++;
			if (Array.isArray(value)) {
				if (value.length !== width) throw fail("is damaged: a row has not the columns of its table");
				continue;
			}
			const object = typeof value === "object" && value !== null ? value : {};
			if (header === null) {
				if (!("schema" in object) || object.schema !== SCHEMA) throw fail(`is no backup of a store (${SCHEMA})`);
				header = object as Header;
				if (header.step > known) throw fail("is a backup of a later stemma; use that one");
			} else if ("lines" in object) stated = Number(object.lines);
			else if ("table" in object && NAME.test(String(object.table))) {
				const columns = readColumns(object);
				if (columns.some(({ name, type }) => !NAME.test(name) || !TYPE.test(type))) throw fail("is damaged");
				width = columns.length;
			} else throw fail("is damaged");
		}
	} catch (error) {
		if (error instanceof UserError) throw error;
		const code = errorCode(error);
		if (code === "ENOENT") throw fail("cannot be read: there is no such file");
		if (["EACCES", "EPERM", "EISDIR"].includes(code)) throw fail(`cannot be read (${code})`);
		if (lines === 0) throw fail(`is no backup of a store (${SCHEMA})`);
		throw fail("is damaged: its end is missing, or it was changed");
	}
	if (header === null) throw fail(`is no backup of a store (${SCHEMA})`);
	if (stated !== lines - 1) throw fail("is not whole: its end is missing");
	return header;
}

async function* readLines(path: string): AsyncGenerator<unknown> {
	const input = createReadStream(path);
	const gunzip = createGunzip();
	// An error of the file reaches the reader through the one stream that it reads.
	input.on("error", (error) => gunzip.destroy(error));
	const failed = new Promise<never>((_, reject) => gunzip.once("error", reject));
	failed.catch(() => {});
	const lines = createInterface({ input: input.pipe(gunzip), crlfDelay: Number.POSITIVE_INFINITY });
	const iterator = lines[Symbol.asyncIterator]();
	try {
		for (;;) {
			// The lines end quietly when their stream breaks.
			const next = await Promise.race([iterator.next(), failed]);
			if (next.done) break;
			yield JSON.parse(next.value);
		}
	} finally {
		lines.close();
		input.destroy();
		gunzip.destroy();
	}
	if (gunzip.errored) throw gunzip.errored;
}
