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
 * Where statements go. One statement a call, with parameters `$1`, `$2`. All drivers give the same values: int8 as
 * `bigint`, date as `YYYY-MM-DD`, timestamptz as `Date`, bytea as `Uint8Array`, json as what it holds.
 */
export interface Queryable {
	query<Row extends object>(sql: string, values?: readonly SqlValue[]): Promise<readonly Row[]>;
}

/** The port to a database: PGlite in a folder, by itself or through the process that owns it, PostgreSQL, or Citus. */
export interface Database extends Queryable {
	/**
	 * `pglite` is owned by this process and serves one statement at a time; `shared` is such a one that another process
	 * owns and asks for this one; `postgres` is open to all.
	 */
	readonly kind: "pglite" | "shared" | "postgres";
	/** Who owns a `shared` one: its process, and where its reading room is, if it has one. */
	readonly owner?: { readonly pid: number; readonly room: string | null };
	/**
	 * Lets other programs of this user ask it through this process until it is closed; only one in a folder that this
	 * process owns has it.
	 *
	 * @param room where the reading room is, when that is asked; null where there is none
	 */
	share?(room: () => string | null): Promise<void>;
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
