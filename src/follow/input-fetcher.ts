import type { FetchedInput } from "../read/addresses.ts";
import { BYTE_LIMITS } from "../read/formats.ts";
import { type FetchPolicy, type FetchResult, fetchAddress, type Wanted } from "./fetch/fetch.ts";
import type { NetworkEffects } from "./fetch/network.ts";
import { nodeNetwork } from "./fetch/node-network.ts";
import { choosePolicy } from "./fetcher.ts";
import { openHostQueues, type Wait } from "./paced-fetcher.ts";

/** Bytes that an answer may have, by its media type. What is not here is not fetched for reading. */
const LIMITS: readonly (readonly [type: RegExp, bytes: number])[] = [
	[/^text\/html$|^application\/xhtml\+xml$/, BYTE_LIMITS.page],
	[/^text\/(?:plain|markdown|x-markdown)$/, BYTE_LIMITS.text],
	[/^application\/(?:x-ndjson|jsonl)$/, BYTE_LIMITS.lines],
	[/^application\/pdf$/, BYTE_LIMITS.pdf],
	[/^application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.document$/, BYTE_LIMITS.docx],
	// Servers that do not know what they send; what it is, is told from the bytes.
	[/^application\/octet-stream$|^application\/(?:x-)?gzip$|^application\/zip$/, BYTE_LIMITS.docx],
	// Feeds: read as far as it takes to say that this is one.
	[/^(?:text|application)\/xml$|^application\/[\w.-]+\+xml$|^application\/(?:feed\+)?json$/, BYTE_LIMITS.page],
];

/** A report, in any form that is read. */
export const REPORT: Wanted = {
	accept: "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.1",
	what: "a page, a text or a document",
	limitOf: (mediaType) =>
		mediaType === null ? BYTE_LIMITS.docx : (LIMITS.find(([type]) => type.test(mediaType))?.[1] ?? null),
};

/**
 * Fetches the addresses that a person names to be read: a few hosts at once, one request at a time to each. robots.txt
 * is not asked, for a person asks and no crawler does.
 *
 * @param progress told before each fetch and behind it
 */
export function openInputFetcher(
	policy: FetchPolicy,
	effects: NetworkEffects,
	wait: Wait,
	progress: (done: number, label: string) => void = () => {},
): (address: string) => Promise<FetchedInput> {
	const queue = openHostQueues(wait);
	let done = 0;
	return (address) =>
		queue(address, async () => {
			progress(done, `fetching ${address}`);
			const result = await fetchAddress(address, REPORT, policy, effects);
			progress(++done, `fetched ${address}`);
			return toInput(result);
		});
}

/** What was fetched, as an input is read. */
export function toInput(result: FetchResult): FetchedInput {
	if (result.kind === "body") {
		const { bytes, address: url, at, mediaType, charset } = result;
		return { bytes, url, at, mediaType, charset };
	}
	if (result.kind === "refused") return { bytes: null, problem: { code: result.code, reason: result.reason } };
	throw new Error(`what was asked for plainly cannot be ${result.kind}`);
}

/**
 * The same with Node's network.
 *
 * @param given what the command's options name; throws UserError when one of them is none
 */
export function nodeInputFetcher(
	given: { readonly allowNet: readonly string[]; readonly userAgent: string | null },
	progress: (done: number, label: string) => void,
): (address: string) => Promise<FetchedInput> {
	const wait: Wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
	return openInputFetcher(choosePolicy(given), nodeNetwork(), wait, progress);
}
