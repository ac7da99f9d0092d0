import type { Dispatcher } from "undici";
import type { OpenNet } from "./address-ranges.ts";
import { findOpenAddresses, openClient } from "./connection.ts";
import { refuseStatus, toRefusal } from "./failures.ts";
import { findFreshness, parseContentType, parseRetryAfter } from "./header-values.ts";
import { unlessAborted, watchIdle } from "./idleness.ts";
import type { FetchLimits, NetworkEffects } from "./network.ts";
import { FetchRefusal } from "./refusal.ts";
import { ACCEPTED_ENCODINGS, readUnpacked, tooLarge } from "./unpacking.ts";
import { parseWebAddress } from "./web-address.ts";

/** What a server gave to ask with next time, so that it need not answer in full; as written. */
export interface Validators {
	readonly etag: string | null;
	readonly lastModified: string | null;
}

/** What kinds of answer are wanted. */
export interface Wanted {
	/** The `Accept` header. */
	readonly accept: string;
	/** What is wanted, for messages: `a page, a text or a document`. */
	readonly what: string;
	/** Bytes that an answer of this media type (null when none is stated) may have, unpacked; null when it is not wanted. */
	limitOf(mediaType: string | null): number | null;
	/** Whether a redirect to another host is left to who asked, because every host has its own queue and rules. */
	readonly sameHost?: boolean;
}

/** Who asks, and what a person allowed. */
export interface FetchPolicy {
	readonly userAgent: string;
	/** Ranges of addresses, closed to fetching, that a person opened. */
	readonly open: readonly OpenNet[];
	readonly limits: FetchLimits;
}

/** What every answer says. */
interface Answered {
	/** Where every redirect up to the first passing one said to ask from now on; null where none did. */
	readonly movedTo: string | null;
	/** Milliseconds for which the server says that it need not be asked again; null when it does not say. */
	readonly fresh: number | null;
	readonly validators: Validators;
}

export interface FetchedBody extends Answered {
	readonly kind: "body";
	/** The address that gave it, after redirects. */
	readonly address: string;
	/** When the answer began: ISO 8601 in UTC, to the second. */
	readonly at: string;
	readonly bytes: Uint8Array;
	/** As the server states them, in lower case; null when it does not. */
	readonly mediaType: string | null;
	readonly charset: string | null;
}

/** What is there is what was there when the validators were given. */
export interface FetchUnchanged extends Answered {
	readonly kind: "unchanged";
}

/** What was asked for is at another host; only where `Wanted.sameHost` says to leave that to who asked. */
export interface FetchElsewhere {
	readonly kind: "elsewhere";
	readonly url: string;
	/** Whether every redirect on the way was for good. */
	readonly forGood: boolean;
}

export interface FetchRefused {
	readonly kind: "refused";
	/** `fetch/…` */
	readonly code: string;
	/** What was wrong, with which address, in a sentence a reader understands. */
	readonly reason: string;
	/** The HTTP status, where an answer came. */
	readonly status: number | null;
	/** Milliseconds that the server asks to wait, where it says. */
	readonly retryAfter: number | null;
	/** As of an answer. */
	readonly movedTo: string | null;
}

export type FetchResult = FetchedBody | FetchUnchanged | FetchElsewhere | FetchRefused;

/**
 * Fetches an address with one GET, following redirects. Every address on the way is looked up, and the connection goes
 * to the numeric address that was looked at, so that no name can mean one host when it is checked and another when it
 * is used. No cookie is kept, no credential sent, no script run.
 *
 * Never rejects for what an address or its host does: that is a `FetchRefused`.
 *
 * @param validators of an earlier answer; with them an unchanged one is an `unchanged`
 */
export async function fetchAddress(
	written: string,
	wanted: Wanted,
	policy: FetchPolicy,
	effects: NetworkEffects,
	validators: Validators | null = null,
): Promise<FetchResult> {
	const { limits } = policy;
	const abort = new AbortController();
	const deadline = setTimeout(
		() => abort.abort(new FetchRefusal("fetch/too-slow", `it took longer than ${limits.whole / 1000} seconds`)),
		limits.whole,
	);
	const stop = (): void => abort.abort(new FetchRefusal("fetch/stopped", "fetching was stopped"));
	if (effects.stop?.aborted) stop();
	effects.stop?.addEventListener("abort", stop);
	const way: Way = { hops: [], movedTo: null, passing: false };
	try {
		let url = parseWebAddress(written);
		for (;;) {
			step(way, url, limits.redirects);
			const next = await ask(url, { wanted, policy, effects, validators, way, signal: abort.signal });
			if (!(next instanceof URL)) return next;
			if (wanted.sameHost && next.host !== url.host) {
				return { kind: "elsewhere", url: next.href, forGood: way.movedTo === next.href };
			}
			url = next;
		}
	} catch (error) {
		const { code, message, status, retryAfter } = toRefusal(abort.signal.aborted ? abort.signal.reason : error);
		const last = way.hops.at(-1) ?? written;
		const where = way.hops.length > 1 ? `${written} (redirected to ${last})` : written;
		return { kind: "refused", code, reason: `${where}: ${message}`, status, retryAfter, movedTo: way.movedTo };
	} finally {
		clearTimeout(deadline);
		effects.stop?.removeEventListener("abort", stop);
	}
}

/** The addresses asked so far. */
interface Way {
	readonly hops: string[];
	movedTo: string | null;
	/** Whether a redirect was for this time only. */
	passing: boolean;
}

function step(way: Way, url: URL, most: number): void {
	if (way.hops.includes(url.href)) {
		way.hops.push(url.href);
		throw new FetchRefusal("fetch/redirect-loop", "the redirects lead round in a ring");
	}
	way.hops.push(url.href);
	if (way.hops.length > most + 1) {
		throw new FetchRefusal("fetch/redirects", `it is redirected more than ${most} times`);
	}
}

interface Asking {
	readonly wanted: Wanted;
	readonly policy: FetchPolicy;
	readonly effects: NetworkEffects;
	readonly validators: Validators | null;
	readonly way: Way;
	readonly signal: AbortSignal;
}

/** One request: its answer, or where it is redirected to. */
async function ask(url: URL, asking: Asking): Promise<FetchResult | URL> {
	const { policy, effects, signal } = asking;
	const addresses = await unlessAborted(findOpenAddresses(url, policy.open, effects), signal);
	const client = openClient(url, addresses, policy.limits, effects, signal);
	const idle = watchIdle(policy.limits.idle);
	try {
		const { statusCode, headers, body } = await client.request({
			path: `${url.pathname}${url.search}`,
			method: "GET",
			headers: requestHeaders(asking),
			signal: AbortSignal.any([signal, idle.signal]),
		});
		// A body that is not read to its end fails when the connection is closed: nobody asks.
		body.on("error", () => {});
		idle.touch();
		return await readAnswer(url, statusCode, headers, idle.touching(body), asking);
	} catch (error) {
		throw idle.signal.aborted && !signal.aborted ? idle.signal.reason : error;
	} finally {
		idle.stop();
		await client.destroy();
	}
}

function requestHeaders({ wanted, policy, validators }: Asking): Record<string, string> {
	return {
		"user-agent": policy.userAgent,
		accept: wanted.accept,
		"accept-encoding": ACCEPTED_ENCODINGS,
		...(validators?.etag ? { "if-none-match": validators.etag } : {}),
		...(validators?.lastModified ? { "if-modified-since": validators.lastModified } : {}),
	};
}

async function readAnswer(
	url: URL,
	status: number,
	headers: Dispatcher.ResponseData["headers"],
	body: AsyncIterable<Uint8Array>,
	{ wanted, policy, effects, validators, way }: Asking,
): Promise<FetchResult | URL> {
	const now = effects.now();
	const first = (name: string): string | null => {
		const value = headers[name];
		return (Array.isArray(value) ? value[0] : value) ?? null;
	};
	const location = first("location");
	if (location !== null && [301, 302, 303, 307, 308].includes(status)) {
		const next = parseWebAddress(fromLatin(location), url);
		if (status !== 301 && status !== 308) way.passing = true;
		if (!way.passing) way.movedTo = next.href;
		return next;
	}
	const answered: Answered = {
		movedTo: way.movedTo,
		fresh: findFreshness(
			{
				cacheControl: first("cache-control"),
				expires: first("expires"),
				date: first("date"),
				age: first("age"),
			},
			now,
		),
		validators: { etag: validator(first("etag")), lastModified: validator(first("last-modified")) },
	};
	if (status === 304 && validators !== null) {
		// What a 304 does not repeat still holds.
		const { etag, lastModified } = answered.validators;
		const kept = { etag: etag ?? validators.etag, lastModified: lastModified ?? validators.lastModified };
		return { kind: "unchanged", ...answered, validators: kept };
	}
	if (status !== 200 && status !== 203) throw refuseStatus(status, parseRetryAfter(first("retry-after"), now));
	const { mediaType, charset } = parseContentType(first("content-type"));
	const limit = wanted.limitOf(mediaType);
	if (limit === null) {
		throw new FetchRefusal("fetch/type", `this is ${mediaType ?? "of no stated type"}, not ${wanted.what}`, status);
	}
	const length = first("content-length");
	if (length !== null && Number(length) > limit) throw tooLarge(limit);
	const encoding = headers["content-encoding"] ?? null;
	return {
		kind: "body",
		...answered,
		address: url.href,
		at: `${new Date(now).toISOString().slice(0, 19)}Z`,
		bytes: await readUnpacked(
			body,
			Array.isArray(encoding) ? encoding.join(", ") : encoding,
			limit,
			policy.limits.ratio,
		),
		mediaType,
		charset,
	};
}

/** Headers come as Latin-1; an address in them that is not ASCII is most often UTF-8. */
function fromLatin(header: string): string {
	if (!/[\u0080-\u00ff]/.test(header)) return header;
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(header, (c) => c.charCodeAt(0)));
	} catch {
		return header;
	}
}

/** A validator that can be sent back: visible ASCII of a length that a server can have meant. */
function validator(header: string | null): string | null {
	return header !== null && /^[\u0020-\u007e]{1,512}$/.test(header) ? header : null;
}
