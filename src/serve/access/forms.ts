import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { TokenScope } from "../../model/token.ts";
import { cookieName, type Gate, type Refusal } from "./gate.ts";
import { readBytes } from "./sent-bytes.ts";
import { isSameSecret, SESSION_LASTS, type Session } from "./sessions.ts";

/** Bytes of a form: a few long sentences, and the names of some hundred reports. */
const MOST_FORM = 256_000;

/** A form that was sent by one of our own pages. */
export interface SentForm {
	readonly session: Session;
	readonly fields: URLSearchParams;
}

/** Why a form is not taken. */
export type FormRefusal = Omit<Refusal, "status"> & { readonly status: Refusal["status"] | 400 | 413 };

function refuse(status: FormRefusal["status"], detail: string): FormRefusal {
	return { status, detail, retryAfter: null };
}

/** The fields of a form that a page of this room sent; why they are not taken else. */
export async function readFields(context: Context): Promise<URLSearchParams | FormRefusal> {
	// That the origin is ours is looked at before; here that the browser says it at all.
	if (context.req.header("origin") === undefined) return refuse(403, "the browser does not say which page sent this");
	const type = context.req.header("content-type") ?? "";
	if (!/^application\/x-www-form-urlencoded(?:;|$)/i.test(type)) return refuse(400, "this is no form of this room");
	const bytes = await readBytes(context.req.raw, MOST_FORM);
	if (bytes === null) return refuse(413, "more was sent than a form of this room holds");
	return new URLSearchParams(new TextDecoder().decode(bytes));
}

/** A form of somebody who signed in and may do this; why not else. It is counted as a change of the store. */
export async function readForm(
	context: Context,
	gate: Gate,
	scope: TokenScope | null,
): Promise<SentForm | FormRefusal> {
	const session = await gate.findSession(context);
	if (session === null) return refuse(401, "nobody is signed in here any more");
	if (scope !== null && !session.scopes.includes(scope)) {
		return refuse(403, `${session.name} may not do this: it takes a token with the scope ${scope}`);
	}
	const fields = await readFields(context);
	if ("status" in fields) return fields;
	if (!isSameSecret(fields.get("form") ?? "", session.form)) {
		return refuse(403, "this form is of another session; open the page again");
	}
	const wait = scope === null ? null : gate.countWrite(session);
	return wait ?? { session, fields };
}

/** Gives the browser the secret of a session, out of reach of scripts and of other sites' pages. */
export function keepSession(context: Context, secret: string): void {
	setCookie(context, cookieName(context), secret, {
		httpOnly: true,
		sameSite: "Strict",
		path: "/",
		maxAge: SESSION_LASTS,
		secure: context.req.header("origin")?.startsWith("https://") === true,
	});
}

/** The secret that the browser gives back; null where it has none. */
export function takeSession(context: Context): string | null {
	const secret = getCookie(context, cookieName(context)) ?? null;
	deleteCookie(context, cookieName(context), { path: "/" });
	return secret;
}
