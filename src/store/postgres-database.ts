import type { Pool, PoolClient } from "pg";
import { UserError } from "../model/problem.ts";
import { VERSION } from "../version.ts";
import { type Database, errorCode, type Queryable, type SqlValue } from "./database.ts";
import { explainServerError, nameServer } from "./server-errors.ts";
import { TransactionGuard } from "./transaction-guard.ts";

/** Types by their numbers in pg_type: what the other driver gives is given here. */
const INT8 = 20;
const INT8_ARRAY = 1016;
const DATE = 1082;

/** Connections that one process holds at most: PostgreSQL comes with 100 for all. */
const MOST_CONNECTIONS = 8;

/** Milliseconds to wait for a server that does not answer. */
const CONNECT_DEADLINE = 10_000;

/** The oldest server that the statements are written for, as `server_version_num` has it. */
const OLDEST_SERVER = 150_000;

const FORM = "postgres://USER@HOST:PORT/DATABASE, with other marks in a part as %XX";

/** A transaction that a deadlock ended is tried again so often, each time a little later. */
const MOST_ATTEMPTS = 5;
const PAUSE = 20;
/** serialization_failure, deadlock_detected. */
const AGAIN: readonly string[] = ["40001", "40P01"];

/**
 * A PostgreSQL or Citus server through a pool of connections.
 *
 * @param url `postgres://USER:PASSWORD@HOST:PORT/DATABASE`; what it leaves out comes from PGHOST, PGUSER, .pgpass…
 * @throws UserError `store/…` when no connection comes about, or the server is older than PostgreSQL 15
 */
export async function openPostgres(url: string): Promise<Database> {
	const { default: pg } = await import("pg");
	const parsers = new Map<number, (text: string) => unknown>([
		[INT8, (text) => BigInt(text)],
		[INT8_ARRAY, (text) => (text === "{}" ? [] : text.slice(1, -1).split(",").map(readInt8))],
		[DATE, (text) => text],
	]);
	if (!URL.canParse(url))
		throw new UserError("store/address", `${nameServer(url)}: its address is none; write ${FORM}`);
	const pool = new pg.Pool({
		connectionString: sayMode(url),
		max: MOST_CONNECTIONS,
		connectionTimeoutMillis: CONNECT_DEADLINE,
		application_name: `stemma ${VERSION}`,
		keepAlive: true,
		types: {
			getTypeParser: (oid: number, format?: "text" | "binary") =>
				(format === "binary" ? undefined : parsers.get(oid)) ?? pg.types.getTypeParser(oid, format),
		},
	});
	// A connection lost while it is idle is made anew when it is needed; unheard, it would end the process.
	pool.on("error", () => {});
	const database = wrap(pool, url);
	try {
		const [row] = await database.query<{ version: string }>("SELECT current_setting('server_version_num') AS version");
		if (Number(row?.version) < OLDEST_SERVER) {
			const version = Math.floor(Number(row?.version) / 10_000);
			throw new UserError("store/old-server", `${nameServer(url)} is PostgreSQL ${version}; a store needs 15 or later`);
		}
		return database;
	} catch (error) {
		await pool.end();
		throw error;
	}
}

/**
 * The driver takes `require` for `verify-full` and warns on standard error that it will not for ever; what it is to be
 * is said to it instead, and stays what it is.
 */
function sayMode(url: string): string {
	const address = new URL(url);
	if (!/^(?:prefer|require|verify-ca)$/.test(address.searchParams.get("sslmode") ?? "")) return url;
	address.searchParams.set("sslmode", "verify-full");
	return address.href;
}

function readInt8(text: string): bigint | null {
	return text === "NULL" ? null : BigInt(text);
}

function wrap(pool: Pool, url: string): Database {
	const guard = new TransactionGuard();
	let closed: Promise<void> | null = null;
	const explained = async <T>(work: () => Promise<T>): Promise<T> => {
		try {
			return await work();
		} catch (error) {
			throw explainServerError(error, url);
		}
	};
	return {
		kind: "postgres",
		query: (sql, values) =>
			explained(async () => {
				guard.refuseInside();
				return run(pool, sql, values);
			}),
		tx: (work) =>
			explained(async () => {
				guard.refuseInside();
				for (let attempt = 1; ; attempt++) {
					const client = await pool.connect();
					try {
						return await transact(client, (tx) => guard.run(() => work(tx)));
					} catch (error) {
						if (!AGAIN.includes(errorCode(error)) || attempt === MOST_ATTEMPTS) throw error;
						await new Promise((resolve) => setTimeout(resolve, PAUSE * 2 ** attempt));
					}
				}
			}),
		close: () => {
			closed ??= pool.end();
			return closed;
		},
	};
}

/** Runs `work` in a transaction and gives the connection back, or away when it may be broken. */
async function transact<T>(client: PoolClient, work: (tx: Queryable) => Promise<T>): Promise<T> {
	let lost = false;
	const onError = (): void => {
		lost = true;
	};
	client.on("error", onError);
	try {
		await client.query("BEGIN");
		const result = await work({ query: (sql, values) => run(client, sql, values) });
		await client.query("COMMIT");
		return result;
	} catch (error) {
		await client.query("ROLLBACK").catch(onError);
		throw error;
	} finally {
		client.off("error", onError);
		client.release(lost);
	}
}

async function run<Row extends object>(
	target: Pick<PoolClient, "query">,
	sql: string,
	values: readonly SqlValue[] = [],
): Promise<readonly Row[]> {
	return (await target.query<Row>(sql, [...values])).rows;
}
