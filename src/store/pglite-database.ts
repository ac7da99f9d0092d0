import type { Results, Transaction } from "@electric-sql/pglite";
import type { Database, Queryable, SqlValue } from "./database.ts";
import { freeBytes, guardSpace } from "./free-space.ts";
import { TransactionGuard } from "./transaction-guard.ts";

/** Types by their numbers in pg_type: what the other driver gives is given here. */
const INT8 = 20;
const DATE = 1082;

/** What is used of PGlite: its native interface. */
interface Native {
	query<T>(sql: string, values?: SqlValue[]): Promise<Results<T>>;
	transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
	close(): Promise<void>;
}

/**
 * PGlite over a folder of its own, which it makes where there is none. The caller holds the folder's lock: two
 * processes in one folder would destroy it.
 *
 * @param folder the data folder; null keeps everything in memory
 * @param free bytes that may still be written where it lies
 * @throws UserError `store/full`, as every statement does while too little is free
 */
export async function openPglite(folder: string | null, free: typeof freeBytes = freeBytes): Promise<Database> {
	const requireSpace = folder === null ? async () => {} : guardSpace(folder, free);
	await requireSpace();
	const { PGlite } = await import("@electric-sql/pglite");
	const options = { parsers: { [INT8]: (text: string) => BigInt(text), [DATE]: (text: string) => text } };
	const native: Native =
		folder === null ? await PGlite.create(options) : await PGlite.create({ ...options, dataDir: folder });
	return wrap(native, requireSpace);
}

function wrap(native: Native, requireSpace: () => Promise<void>): Database {
	const guard = new TransactionGuard();
	let closed: Promise<void> | null = null;
	return {
		kind: "pglite",
		query: async (sql, values) => {
			guard.refuseInside();
			await requireSpace();
			return run(native, sql, values);
		},
		tx: async (work) => {
			guard.refuseInside();
			await requireSpace();
			return native.transaction((tx) => {
				const query: Queryable["query"] = async (sql, values) => {
					await requireSpace();
					return run(tx, sql, values);
				};
				const handle: Queryable = { query };
				return guard.run(() => work(handle));
			});
		},
		close: () => {
			closed ??= native.close();
			return closed;
		},
	};
}

async function run<Row>(
	target: Pick<Native, "query">,
	sql: string,
	values: readonly SqlValue[] = [],
): Promise<readonly Row[]> {
	return (await target.query<Row>(sql, [...values])).rows;
}
