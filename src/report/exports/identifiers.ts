import type { RecordArticle } from "../../model/record.ts";
import { makeId } from "../../text/hash.ts";

/**
 * The address at which an article was published, escaped as RFC 3986 asks; null without one. What is no address of
 * the web, such as `javascript:` or the path of a file, is none.
 */
export function addressOf(article: RecordArticle): string | null {
	return webAddress(article.capture.url) ?? webAddress(article.sourceId);
}

export function webAddress(address: string | null): string | null {
	if (address === null || !URL.canParse(address)) return null;
	const { protocol, href } = new URL(address);
	return protocol === "https:" || protocol === "http:" ? href : null;
}

/**
 * A name that no other thing has, for what has no address: a UUID of version 8 (RFC 9562), 122 bits of it from a hash
 * of `kind` and `id`, so that the same finding has the same name in every record.
 */
export function urnOf(kind: string, id: string): string {
	const hex = makeId(kind, id) + makeId(id, kind);
	const variant = "89ab".charAt(Number.parseInt(hex.charAt(16), 16) % 4);
	const groups = [
		hex.slice(0, 8),
		hex.slice(8, 12),
		`8${hex.slice(13, 16)}`,
		`${variant}${hex.slice(17, 20)}`,
		hex.slice(20, 32),
	];
	return `urn:uuid:${groups.join("-")}`;
}

/** `kind-id` where the id is a plain word, as a record's are; else with a hash of it. Fit for XML and for fragments. */
export function nameFor(kind: string, id: string): string {
	return `${kind}-${/^[A-Za-z0-9_-]{1,64}$/.test(id) ? id : `x${makeId(id)}`}`;
}
