import { hash32 } from "../../text/hash.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

type Wait =
	| "first"
	| "shortest"
	| "longest"
	| "failed"
	| "wish"
	| "gap"
	| "busy"
	| "robots"
	| "robotsFailed"
	| "page"
	| "lease";

/**
 * How often, in milliseconds. Feed readers that serve many visit a feed every 5 to 60 minutes and a quiet one daily;
 * a news desk is on the quick side of that.
 */
export const TIMING: Readonly<Record<Wait, number>> = {
	/** Between two visits to one source: at first, at least, and at most. */
	first: 15 * MINUTE,
	shortest: 5 * MINUTE,
	longest: DAY,
	/** After a first failure; it doubles with each, up to `longest`. */
	failed: 15 * MINUTE,
	/** What a feed's own wish (`ttl`) counts for at most: many state a day and publish hourly. */
	wish: HOUR,
	/** After a request to a host, before the next. */
	gap: 2000,
	/** A host that asks for fewer requests and does not say for how long. */
	busy: 10 * MINUTE,
	/** How long robots.txt holds (RFC 9309, 2.4), and when it is tried again where it failed. */
	robots: DAY,
	robotsFailed: HOUR,
	/** Until a page that failed is tried again; it doubles with each failure. */
	page: 10 * MINUTE,
	/** Until somebody else may do what a worker began: longer than any request takes. */
	lease: 5 * MINUTE,
};

/** Times that a changed entry is taken for a new version: some feeds change every entry at every visit. */
export const MOST_CHANGES = 10;

/** The same of a page that is followed by itself, which is known by what it says. */
export const MOST_EDITS = 1000;

/** Redirects from host to host that are followed. */
export const MOST_HOPS = 5;

/** Fetches of one page before it is given up. */
export const PAGE_TRIES = 5;

/**
 * A share of a wait, 0.9 to 1.1, always the same for the same reason: so that sources that were added together do not
 * come due together for ever.
 */
export function jitter(...reason: readonly (string | number)[]): number {
	return 0.9 + (hash32(reason.join(" ")) / 0xffffffff) * 0.2;
}

/**
 * The next interval: half as long when there was something new, half as long again when not. When all that the source
 * shows is new, something may have passed unseen between two visits: then as short as may be.
 *
 * @param fresh entries that were new; @param shown entries that the source shows; @param first whether none was known
 */
export function adaptInterval(interval: number, fresh: number, shown: number, first: boolean): number {
	if (first) return interval;
	if (fresh === 0) return Math.min(TIMING.longest, Math.round(interval * 1.5));
	if (fresh === shown && shown > 1) return TIMING.shortest;
	return Math.max(TIMING.shortest, Math.round(interval / 2));
}

/** How long to wait after so many failures in a row, before what the server asks for. */
export function backOff(base: number, failures: number): number {
	return Math.min(TIMING.longest, base * 2 ** Math.min(20, Math.max(0, failures - 1)));
}
