import { findOpenAddresses, openClient } from "./connection.ts";
import { toRefusal } from "./failures.ts";
import type { FetchPolicy } from "./fetch.ts";
import { parseRetryAfter } from "./header-values.ts";
import { unlessAborted, watchIdle } from "./idleness.ts";
import type { NetworkEffects } from "./network.ts";
import { FetchRefusal } from "./refusal.ts";
import { parseWebAddress } from "./web-address.ts";

/** What came of sending something. */
export type PostResult =
	| {
			readonly kind: "answered";
			readonly status: number;
			/** Milliseconds that the server asks to wait, where it says. */
			readonly retryAfter: number | null;
	  }
	| {
			readonly kind: "refused";
			/** `fetch/…` */
			readonly code: string;
			/** Why, without the address: what follows its host may be a secret. */
			readonly reason: string;
	  };

/**
 * Sends a body to an address with one POST, under the same guard as fetching: only http and https, the host looked up
 * and its numeric address held to what is open before anything is sent, within limits of time. A redirect is an answer
 * and is not followed; of the answer nothing but its status is read.
 *
 * Never rejects for what an address or its host does.
 *
 * @param headers besides the user agent; the body's type among them
 */
export async function postAddress(
	address: string,
	headers: Readonly<{ [name: string]: string }>,
	body: string,
	policy: FetchPolicy,
	effects: NetworkEffects,
): Promise<PostResult> {
	const { limits, open, userAgent } = policy;
	const abort = new AbortController();
	const deadline = setTimeout(
		() => abort.abort(new FetchRefusal("fetch/too-slow", `it took longer than ${limits.whole / 1000} seconds`)),
		limits.whole,
	);
	const idle = watchIdle(limits.idle);
	try {
		const url = parseWebAddress(address);
		const addresses = await unlessAborted(findOpenAddresses(url, open, effects), abort.signal);
		const client = openClient(url, addresses, limits, effects, abort.signal);
		try {
			const answer = await client.request({
				path: `${url.pathname}${url.search}`,
				method: "POST",
				headers: { "user-agent": userAgent, ...headers },
				body,
				signal: AbortSignal.any([abort.signal, idle.signal]),
			});
			// What is not read fails when the connection is closed: nobody asks.
			answer.body.on("error", () => {});
			const wait = answer.headers["retry-after"] ?? null;
			const retryAfter = parseRetryAfter((Array.isArray(wait) ? wait[0] : wait) ?? null, effects.now());
			return { kind: "answered", status: answer.statusCode, retryAfter };
		} finally {
			await client.destroy();
		}
	} catch (error) {
		const given = abort.signal.aborted ? abort.signal.reason : idle.signal.aborted ? idle.signal.reason : error;
		const { code, message } = toRefusal(given);
		return { kind: "refused", code, reason: message };
	} finally {
		clearTimeout(deadline);
		idle.stop();
	}
}
