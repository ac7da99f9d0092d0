import type { Article } from "../../model/article.ts";

/** An address as it is compared: without scheme, `www.`, and a slash at its end. */
export function trimAddress(address: string): string {
	return address.replace(/^https?:\/\/(?:www\.)?/i, "").replace(/\/$/, "");
}

/** The host of an address, without `www.`; of what has none, its first part. */
export function hostOf(address: string): string {
	return (trimAddress(address).split(/[/?#]/, 1)[0] ?? "").toLowerCase();
}

/** The addresses that a report is found at, trimmed. */
export function addressesOf({ sourceId, capture }: Article): string[] {
	return [...new Set([sourceId, capture.url].flatMap((address) => (address ? [trimAddress(address)] : [])))];
}
