import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { UserError } from "../../model/problem.ts";
import { type ListedToken, TOKEN_SCOPES, type TokenScope } from "../../model/token.ts";
import type { Database } from "../database.ts";
import { keyOf, toStored } from "../keys.ts";

/** Who a token stands for. */
export interface TokenHolder {
	readonly id: string;
	readonly name: string;
	readonly scopes: readonly TokenScope[];
}

/** The tokens of a store. */
export interface StoreTokens {
	/**
	 * Makes a token; it is given here and never again.
	 *
	 * @param days until it expires; null for never
	 * @throws UserError `token/name` for a name that there is or was already
	 */
	add(name: string, scopes: readonly TokenScope[], days: number | null): Promise<string>;
	/** In the order in which they were made. */
	list(): Promise<readonly ListedToken[]>;
	/** Rejects with a UserError for a name that no token has, and changes nothing then. */
	revoke(names: readonly string[]): Promise<void>;
	/** Who holds a token; null for one that is none, or is revoked, or has expired. */
	check(token: string): Promise<TokenHolder | null>;
	/** The same of a token that was checked before. */
	find(id: string): Promise<TokenHolder | null>;
}

/** `stemma_`, eight letters by which it is found, and the secret of 256 bits. */
const FORM = /^stemma_([0-9a-f]{8})_([\w-]{43})$/;

/** Letters of an id, and at most of a name. */
const ID_LETTERS = 8;
const LONGEST = 80;

const GOOD = "revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())";

export function openTokens(database: Database): StoreTokens {
	const find = async (id: string): Promise<(TokenRow & { readonly hash: Uint8Array }) | null> => {
		const [row] = await database.query<TokenRow & { hash: Uint8Array }>(
			`SELECT token_id, name, scopes, hash FROM stemma.token WHERE token_id = $1 AND ${GOOD}`,
			[toRow(id)],
		);
		return row ?? null;
	};
	return {
		async add(name, scopes, days) {
			const shown = name.trim();
			if (shown === "" || shown.length > LONGEST || toStored(shown) !== shown || /\p{Cc}/u.test(shown)) {
				throw new UserError("token/name", `the name of a token is 1 to ${LONGEST} letters`);
			}
			const [id, secret] = [randomBytes(ID_LETTERS / 2).toString("hex"), randomBytes(32).toString("base64url")];
			const added = await database.query(
				`INSERT INTO stemma.token (token_id, name, hash, scopes, expires_at, name_id)
				VALUES ($1, $2, $3, $4::text[], now() + $5::int * interval '1 day', $6) ON CONFLICT DO NOTHING RETURNING 1 AS one`,
				[
					toRow(id),
					shown,
					hashSecret(secret),
					TOKEN_SCOPES.filter((scope) => scopes.includes(scope)),
					days,
					keyOf("token", shown),
				],
			);
			if (added.length > 0) return `stemma_${id}_${secret}`;
			throw new UserError(
				"token/name",
				`there is or was a token ${shown} already; choose another name, so that the log of corrections stays clear`,
			);
		},
		async list() {
			const rows = await database.query<TokenRow & { [time in (typeof TIMES)[number]]: string | null }>(
				`SELECT token_id, name, scopes, ${TIMES.map(isoOf).join(", ")} FROM stemma.token ORDER BY token.added_at, name`,
			);
			return rows.map((row) => ({
				...toHolder(row),
				addedAt: row.added_at ?? "",
				expiresAt: row.expires_at,
				revokedAt: row.revoked_at,
				usedAt: row.used_at,
			}));
		},
		async revoke(names) {
			await database.tx(async (tx) => {
				for (const name of names) {
					const rows = await tx.query(
						"UPDATE stemma.token SET revoked_at = coalesce(revoked_at, now()) WHERE name_id = $1 RETURNING 1 AS one",
						[keyOf("token", toStored(name))],
					);
					if (rows.length === 0) throw new UserError("token/unknown", `there is no token ${name}`);
				}
			});
		},
		async check(token) {
			const [, id, secret] = FORM.exec(token) ?? [];
			if (id === undefined || secret === undefined) return null;
			const row = await find(id);
			// One that is not there takes as long as one whose secret is wrong.
			const isRight = timingSafeEqual(hashSecret(secret), row?.hash ?? NO_HASH);
			if (row === null || !isRight) return null;
			await database.query(
				`UPDATE stemma.token SET used_at = date_trunc('minute', now())
				WHERE token_id = $1 AND (used_at IS NULL OR used_at < date_trunc('minute', now()))`,
				[toRow(id)],
			);
			return toHolder(row);
		},
		async find(id) {
			const row = await find(id);
			return row === null ? null : toHolder(row);
		},
	};
}

const TIMES = ["added_at", "expires_at", "revoked_at", "used_at"] as const;

function isoOf(column: string): string {
	return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS ${column}`;
}

interface TokenRow {
	readonly token_id: bigint;
	readonly name: string;
	readonly scopes: readonly string[];
}

function toHolder({ token_id, name, scopes }: TokenRow): TokenHolder {
	return {
		id: token_id.toString(16).padStart(ID_LETTERS, "0"),
		name,
		scopes: TOKEN_SCOPES.filter((scope) => scopes.includes(scope)),
	};
}

/** The letters of an id as the number by which it is kept. */
function toRow(id: string): bigint {
	return BigInt(`0x${id}`);
}

const NO_HASH = new Uint8Array(32);

/** A secret of 256 random bits cannot be guessed from its hash, so that no slow hash is needed: docs/decisions/access.md. */
function hashSecret(secret: string): Uint8Array {
	return new Uint8Array(createHash("sha256").update(secret).digest());
}
