import type { Socket } from "node:net";

/** Where a connection goes: always to a numeric address, which has been looked at. */
export interface Target {
	readonly address: string;
	readonly port: number;
	/** The name that the certificate must be for; null for a connection without TLS. */
	readonly certified: string | null;
}

/** What fetching needs of the world. */
export interface NetworkEffects {
	/** Milliseconds since 1970. */
	now(): number;
	/** The numeric addresses of a host, the preferred first. Rejects with a system error that has a `code`. */
	resolve(host: string): Promise<readonly string[]>;
	/** An open connection, after the handshake. Rejects with a system error, and when the signal says so. */
	connect(target: Target, signal: AbortSignal): Promise<Socket>;
	/** Aborted when nothing is to be fetched any more: what is under way is refused. May be left out. */
	readonly stop?: AbortSignal;
	/** Told of every request before it is sent; may be left out. */
	log?(address: string, numeric: string): void;
}

/** How much a fetch may take. Times are in milliseconds. */
export interface FetchLimits {
	/** From the first look-up to the last byte, over all redirects. */
	readonly whole: number;
	/** Without a byte arriving. */
	readonly idle: number;
	readonly connect: number;
	readonly redirects: number;
	/** Bytes of a response's headers. */
	readonly headers: number;
	/** How many times its size a packed body may unpack to, past the first megabyte. */
	readonly ratio: number;
}

/**
 * Feed readers that have been kept for years give a request 20 to 60 seconds. Text packs 5 to 30 to one; what gzip
 * can pack at best is 1,032 to one.
 */
export const FETCH_LIMITS: FetchLimits = {
	whole: 60_000,
	idle: 20_000,
	connect: 10_000,
	redirects: 10,
	headers: 32_768,
	ratio: 200,
};
