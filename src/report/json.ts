import type { ArticleListing } from "../model/article-listing.ts";
import type { Verification } from "../model/evidence.ts";
import type { PositionListing } from "../model/position-listing.ts";
import type { QuotationListing } from "../model/quotation-listing.ts";
import type { CollationRecord } from "../model/record.ts";
import type { RecordDiff } from "../model/record-diff.ts";
import type { StoryListing } from "../model/story-listing.ts";
import type { TraceListing } from "../model/trace-listing.ts";
import { compareText } from "../text/compare.ts";
import { DIFF_KEYS } from "./diff/key-order.ts";
import { LISTING_KEYS, POSITIONS_KEYS, QUOTATIONS_KEYS, RECORD_KEYS, STORIES_KEYS } from "./key-order.ts";
import { TRACE_KEYS } from "./trace-keys.ts";
import { VERIFICATION_KEYS } from "./verification-keys.ts";

/** The keys of an object in the order they are written, and those of what they hold; null for what is written as it is. */
type Shape = { readonly [key: string]: Shape | null };

/**
 * The record as JSON: two-space indent, keys in the order the model declares them whatever order they
 * were set in, a line feed at the end. Half a surrogate pair is written as its escape (`\ud83d`), as
 * ECMAScript's well-formed JSON.stringify does, so that the text reads back unchanged.
 */
export function formatRecord(record: CollationRecord): string {
	return format(record, RECORD_KEYS);
}

/** A listing of articles as JSON, written as a record is. */
export function formatListing(listing: ArticleListing): string {
	return format(listing, LISTING_KEYS);
}

/** A listing of quotations as JSON, written as a record is. */
export function formatQuotations(listing: QuotationListing): string {
	return format(listing, QUOTATIONS_KEYS);
}

/** A listing of stories as JSON, written as a record is. */
export function formatStories(listing: StoryListing): string {
	return format(listing, STORIES_KEYS);
}

/** A listing of positions as JSON, written as a record is. */
export function formatPositions(listing: PositionListing): string {
	return format(listing, POSITIONS_KEYS);
}

/** The places of a traced text as JSON, written as a record is. */
export function formatTrace(listing: TraceListing): string {
	return format(listing, TRACE_KEYS);
}

/** What two records say otherwise as JSON, written as a record is. */
export function formatDiff(diff: RecordDiff): string {
	return format(diff, DIFF_KEYS);
}

/** What verifying a file found as JSON, written as a record is. */
export function formatVerification(verification: Verification): string {
	return format(verification, VERIFICATION_KEYS);
}

/** The same record with its keys in the order in which they are written. */
export function orderRecord(record: CollationRecord): CollationRecord {
	return orderKeys(record, RECORD_KEYS) as CollationRecord;
}

function format(value: unknown, keys: Shape): string {
	return `${JSON.stringify(orderKeys(value, keys), null, 2)}\n`;
}

function orderKeys(value: unknown, shape: Shape | null): unknown {
	if (Array.isArray(value)) return value.map((item) => orderKeys(item, shape));
	if (typeof value !== "object" || value === null) return value;
	const source = new Map(Object.entries(value));
	const declared = shape === null ? [] : Object.keys(shape).filter((key) => source.has(key));
	const others = [...source.keys()].filter((key) => !declared.includes(key)).sort(compareText);
	return Object.fromEntries(
		[...declared, ...others].map((key) => [key, orderKeys(source.get(key), shape?.[key] ?? null)]),
	);
}
