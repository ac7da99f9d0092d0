import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { TOKEN_SCOPES, type TokenScope } from "../../model/token.ts";
import type { StoreTokens } from "../../store/tokens/tokens.ts";

/** Who asks. */
export interface Caller {
	/** As logs name them. */
	readonly name: string;
	readonly scopes: readonly TokenScope[];
	/** Whom limits are counted for. */
	readonly key: string;
}

/** Somebody who signed in on a page. */
export interface Session extends Caller {
	/** What the forms of this session's pages send back, which no page of others can read. */
	readonly form: string;
}

interface Kept {
	readonly name: string;
	readonly form: string;
	/** The token that it was opened with; null for one of the person who started the program. */
	readonly token: string | null;
	readonly until: number;
}

/** Milliseconds that a session lasts: a day's work. */
const LASTS = 12 * 3_600_000;

/** Sessions at once; of more the oldest ends. */
const MOST = 1000;

/**
 * Sessions of this process, known by the hash of a secret that is in a cookie. They end with the process, and with the
 * token that they were opened with.
 */
export class Sessions {
	readonly #tokens: StoreTokens;
	readonly #now: () => number;
	readonly #kept = new Map<string, Kept>();
	#key: string | null = null;

	/** @param now milliseconds on a clock that never runs back */
	constructor(tokens: StoreTokens, now: () => number) {
		this.#tokens = tokens;
		this.#now = now;
	}

	/** A new key by which the person who started the program may sign in once; the one before it is void. */
	makeKey(): string {
		const key = makeSecret();
		this.#key = key;
		return key;
	}

	/** The secret of a new session, for a key that is used up by this; null for what is none. */
	openWithKey(key: string, name: string): string | null {
		const known = this.#key;
		// Hashes have one length, whatever is given.
		if (known === null || !timingSafeEqual(hash(known), hash(key))) return null;
		this.#key = null;
		return this.#open(name, null);
	}

	/** The secret of a new session, for a token; null for what is none. */
	async openWithToken(token: string): Promise<string | null> {
		const holder = await this.#tokens.check(token);
		return holder === null ? null : this.#open(holder.name, holder.id);
	}

	/** Whose session it is; null where there is none any more. */
	async find(secret: string): Promise<Session | null> {
		const id = hash(secret).toString("hex");
		const kept = this.#kept.get(id);
		if (kept === undefined) return null;
		const { name, form, token } = kept;
		const holder = kept.until < this.#now() ? null : token === null ? ANY : await this.#tokens.find(token);
		if (holder !== null) return { name, form, scopes: holder.scopes, key: `session ${id}` };
		this.#kept.delete(id);
		return null;
	}

	end(secret: string): void {
		this.#kept.delete(hash(secret).toString("hex"));
	}

	#open(name: string, token: string | null): string {
		const secret = makeSecret();
		this.#kept.set(hash(secret).toString("hex"), { name, form: makeSecret(), token, until: this.#now() + LASTS });
		if (this.#kept.size > MOST) this.#kept.delete(this.#kept.keys().next().value ?? "");
		return secret;
	}
}

/** Who started the program may do all. */
const ANY = { scopes: TOKEN_SCOPES };

/** Seconds. */
export const SESSION_LASTS: number = LASTS / 1000;

/** Whether two texts are the same, told in a time that says nothing of where they differ. */
export function isSameSecret(one: string, other: string): boolean {
	return timingSafeEqual(hash(one), hash(other));
}

function makeSecret(): string {
	return randomBytes(32).toString("base64url");
}

function hash(secret: string): Buffer {
	return createHash("sha256").update(secret).digest();
}
