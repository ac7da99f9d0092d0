import type { SourceReading } from "../feeds/source-reading.ts";
import type { FetchElsewhere, FetchRefused, FetchResult } from "../fetch/fetch.ts";
import { toFound } from "./entry-capture.ts";
import type { FollowedSource, FoundEntry, HostState, LastError, Outcome } from "./state.ts";
import { adaptInterval, backOff, jitter, TIMING } from "./timing.ts";

/** What a source shows, and the source after the visit, once it is known how many entries are new or changed. */
export type AfterVisit = Pick<Outcome, "entries"> & { source(fresh: number): FollowedSource };

/** A page that is followed by itself, as it is now. */
export interface PageReading {
	readonly kind: "page";
	readonly title: string | null;
	readonly entry: FoundEntry;
}

/**
 * What a visit means for its source.
 *
 * @param reading what a body was read as; null when there was none
 */
export function afterVisit(
	source: FollowedSource,
	result: Exclude<FetchResult, FetchElsewhere>,
	reading: SourceReading | PageReading | null,
	now: number,
): AfterVisit {
	const visited: FollowedSource = { ...source, visits: source.visits + 1, lastVisit: now };
	if (result.kind === "refused") return failed(visited, result, result.retryAfter, now);
	if (result.kind === "body" && (reading === null || reading.kind === "index" || reading.kind === "refused")) {
		const error =
			reading?.kind === "index"
				? { code: "follow/index", reason: "this is an index of sitemaps now; follow the sitemaps that it names" }
				: (reading ?? { code: "feed/none", reason: "it was not read" });
		return failed(visited, error, result.fresh, now);
	}
	const feed = reading?.kind === "feed" ? reading : null;
	const page = reading?.kind === "page" ? reading : null;
	const read: FollowedSource = {
		...visited,
		// A redirect for good is followed for good only to where a feed is.
		url: result.movedTo ?? (source.detour?.forGood ? source.detour.url : source.url),
		detour: null,
		title: feed?.title ?? page?.title ?? source.title,
		home: feed?.home ?? source.home,
		validators: result.validators,
		failures: 0,
		lastSuccess: now,
		lastError: null,
	};
	const entries = page ? [page.entry] : (feed?.entries ?? []).map((entry) => toFound(entry, read, now));
	const asked = Math.max(Math.min(result.fresh ?? 0, TIMING.longest), Math.min(feed?.every ?? 0, TIMING.wish));
	return {
		entries,
		source(fresh) {
			const interval = adaptInterval(source.interval, fresh, entries.length, source.lastSuccess === null);
			const wait = Math.max(Math.round(interval * jitter(source.id, read.visits)), asked);
			return { ...read, interval, due: now + wait, lastNew: fresh > 0 ? now : read.lastNew };
		},
	};
}

/** A folder after a visit that kept so many new captures. */
export function afterFolder(source: FollowedSource, fresh: number, now: number): FollowedSource {
	const visits = source.visits + 1;
	const interval = adaptInterval(source.interval, fresh, fresh + 1, false);
	return {
		...source,
		visits,
		interval,
		due: now + Math.round(interval * jitter(source.id, visits)),
		failures: 0,
		lastVisit: now,
		lastSuccess: now,
		lastNew: fresh > 0 ? now : source.lastNew,
		lastError: null,
	};
}

/** A source after a visit that gave nothing. */
export function failed(
	source: FollowedSource,
	{ code, reason }: Pick<LastError, "code" | "reason">,
	retryAfter: number | null,
	now: number,
): AfterVisit {
	const failures = source.failures + 1;
	const gone = code === "fetch/gone";
	const wait = Math.round(backOff(TIMING.failed, failures) * jitter(source.id, "failed", failures));
	const after: FollowedSource = {
		...source,
		detour: null,
		status: gone ? "gone" : "active",
		failures,
		due: now + Math.max(wait, retryAfter ?? 0),
		lastError: { code, reason, at: now },
	};
	return { entries: [], source: () => after };
}

/** A host after a request: when it may be asked again. */
export function afterRequest(
	host: HostState,
	delay: number | null,
	refused: FetchRefused | null,
	now: number,
): HostState {
	const busy = refused?.code === "fetch/too-many" ? TIMING.busy : 0;
	// A whole host that asks to wait is waited for, not this address alone.
	const asked = refused?.status === 429 || refused?.status === 503 ? (refused.retryAfter ?? busy) : 0;
	return { ...host, free: now + Math.max(TIMING.gap, delay ?? 0, asked) };
}
