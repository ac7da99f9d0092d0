/** What a token is good for: reading over the network; feeds, captures and saved searches; decisions on what is found. */
export type TokenScope = "read" | "write" | "correct";

export const TOKEN_SCOPES: readonly TokenScope[] = ["read", "write", "correct"];

/** A token as it is listed; the secret is nowhere but with its owner. */
export interface ListedToken {
	/** The part of it that is no secret. */
	readonly id: string;
	/** Whose it is: what is done with it bears this name. */
	readonly name: string;
	/** In the order of `TOKEN_SCOPES`. */
	readonly scopes: readonly TokenScope[];
	/** ISO 8601 in UTC, as all that follow; null where it never did or will. */
	readonly addedAt: string;
	readonly expiresAt: string | null;
	readonly revokedAt: string | null;
	/** To the minute. */
	readonly usedAt: string | null;
}
