/** What a statement may be handed. 64-bit integers are `bigint`; a lone surrogate or NUL has no form in a text column. */
export type SqlValue =
	| string
	| number
	| bigint
	| boolean
	| Uint8Array
	| Date
	| null
	| readonly (string | number | bigint | boolean | Uint8Array | null)[];

/**
 * Where statements go. One statement a call, with parameters `$1`, `$2`. Both drivers give the same values: int8 as
 * `bigint`, date as `YYYY-MM-DD`, timestamptz as `Date`, bytea as `Uint8Array`, json as what it holds.
 */
export interface Queryable {
	query<Row extends object>(sql: string, values?: readonly SqlValue[]): Promise<readonly Row[]>;
}

/** The port to a database: PGlite in a folder, PostgreSQL, or Citus. */
export interface Database extends Queryable {
	/** `pglite` is owned by one process and serves one statement at a time; `postgres` is shared. */
	readonly kind: "pglite" | "postgres";
	/**
	 * Runs `work` in one transaction (read committed): all of it holds or none. Inside, only the handle is to be used;
	 * the database itself refuses. A server that ends it for a deadlock has it run again from its start, so that
	 * `work` must be repeatable.
	 */
	tx<T>(work: (tx: Queryable) => Promise<T>): Promise<T>;
	/** Lets go of everything; may be called more than once. */
	close(): Promise<void>;
}

/** The five letters or digits of an SQLSTATE, or the system's own word (`ECONNREFUSED`); "" when there is none. */
export function errorCode(error: unknown): string {
	return error instanceof Error && "code" in error ? String(error.code) : "";
}
