import type { Context, MiddlewareHandler } from "hono";
import { getCookie } from "hono/cookie";
import type { TokenScope } from "../../model/token.ts";
import type { StoreTokens } from "../../store/tokens/tokens.ts";
import { RateLimit } from "./rate-limit.ts";
import type { Caller, Session, Sessions } from "./sessions.ts";

/** A reason for which nothing is answered. */
export interface Refusal {
	readonly status: 401 | 403 | 429;
	readonly detail: string;
	/** Seconds, for 429. */
	readonly retryAfter: number | null;
}

/** Who may ask for what. */
export interface Gate {
	/** Refuses who may not read here, where not everybody may. */
	guardReading(refuse: (context: Context, refusal: Refusal) => Response | Promise<Response>): MiddlewareHandler;
	/** Who asks with a token, and may do so; else why not. */
	checkToken(context: Context, scope: TokenScope): Promise<Caller | Refusal>;
	/** Who asks from a page on which they signed in; null where nobody did. */
	findSession(context: Context): Promise<Session | null>;
	/** Counts something that changes the store; why it may not be done now, else null. */
	countWrite(caller: Caller): Refusal | null;
	/** Counts an attempt to sign in that failed. */
	countFailure(context: Context): void;
	/** Why nobody at this address may try to sign in now; else null. */
	refuseAttempt(context: Context): Refusal | null;
}

/** Wrong tokens and keys from one address. A secret of 256 bits is not guessed at any rate: this keeps logs and processors free. */
const FAILURES = { burst: 10, perMinute: 10 };
/** What changes the store: more than a person clicks, less than what would fill a disk unnoticed. */
const WRITES = { burst: 60, perMinute: 60 };
/** What one token reads over the network. */
const READS = { burst: 600, perMinute: 1200 };

const WRONG =
	"this token is none of this store's, or was revoked, or has expired; stemma token list says which there are";
const WRONG_OFTEN = "there were too many wrong tokens from this address";
const MISSING = "this needs a token: Authorization: Bearer …; stemma token add makes one";

/**
 * @param isOpen whether everybody who reaches this may read: it listens on loopback alone
 * @param now milliseconds on a clock that never runs back
 */
export function openGate(
	{ tokens, sessions, isOpen }: { readonly tokens: StoreTokens; readonly sessions: Sessions; readonly isOpen: boolean },
	now: () => number,
): Gate {
	const failures = new RateLimit(FAILURES, now);
	const writes = new RateLimit(WRITES, now);
	const reads = new RateLimit(READS, now);

	const findSession = async (context: Context): Promise<Session | null> => {
		const secret = getCookie(context, cookieName(context));
		return secret === undefined ? null : sessions.find(secret);
	};
	const checkToken = async (context: Context, scope: TokenScope): Promise<Caller | Refusal> => {
		const given = context.req.header("authorization");
		if (given === undefined) return refuse(401, MISSING);
		const holder = await tokens.check(/^Bearer +(\S+)$/i.exec(given)?.[1] ?? "");
		if (holder === null) {
			// One that is right passes, whatever others at the address do.
			const wait = failures.take(addressOf(context));
			return wait === null ? refuse(401, WRONG) : tooMany(WRONG_OFTEN, wait);
		}
		if (!holder.scopes.includes(scope)) {
			return refuse(403, `the token ${holder.name} may not do this: it takes the scope ${scope}`);
		}
		return { name: holder.name, scopes: holder.scopes, key: `token ${holder.id}` };
	};
	return {
		checkToken,
		findSession,
		guardReading: (refused) => async (context, next) => {
			// What changes the store is held to a scope of its own by its route, and needs none to read.
			const isOwnMatter = /^\/(?:assets\/|sign-in$)/.test(context.req.path) || isWrite(context);
			if (isOpen || isOwnMatter) return next();
			const session = await findSession(context);
			const caller = session?.scopes.includes("read") ? session : await checkToken(context, "read");
			if ("status" in caller) return refused(context, caller);
			const wait = reads.take(caller.key);
			if (wait !== null) return refused(context, tooMany("this is asked for too often", wait));
			await next();
			// What only some may read is nothing for caches that others share.
			context.header("cache-control", "private, no-cache");
			return undefined;
		},
		countWrite: ({ key }) => {
			const wait = writes.take(key);
			return wait === null ? null : tooMany("this store is changed too often by you", wait);
		},
		countFailure: (context) => void failures.take(addressOf(context)),
		refuseAttempt: (context) => {
			const wait = failures.peek(addressOf(context));
			return wait === null ? null : tooMany(WRONG_OFTEN, wait);
		},
	};
}

function isWrite({ req }: Context): boolean {
	return !["GET", "HEAD"].includes(req.method) && req.path.startsWith("/api/v1/");
}

function refuse(status: 401 | 403, detail: string): Refusal {
	return { status, detail, retryAfter: null };
}

function tooMany(detail: string, retryAfter: number): Refusal {
	return { status: 429, detail: `${detail}; try again in ${retryAfter} seconds`, retryAfter };
}

/** Programs on one machine share its cookies, whatever their ports. */
export function cookieName({ req }: Context): string {
	return `stemma-${/:(\d{1,5})$/.exec(req.header("host") ?? "")?.[1] ?? "80"}`;
}

/** From where it is asked, as far as the connection says; a header would say what its sender likes. */
function addressOf(context: Context): string {
	const { incoming } = (context.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
	return incoming?.socket?.remoteAddress ?? "unknown";
}
