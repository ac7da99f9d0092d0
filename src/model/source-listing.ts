/** The version of the shape; it changes when a reader of it would break. */
export const SOURCES_SCHEMA = "stemma.sources/1";

/** What is followed, and how it goes. */
export interface SourceListing {
	readonly schema: typeof SOURCES_SCHEMA;
	/** Where the store is; an address without its password. */
	readonly store: string;
	/** When this was so: ISO 8601. */
	readonly at: string;
	/** By address, then by id. */
	readonly sources: readonly SourceSummary[];
}

/**
 * How a source does: never visited yet; answers; failed the last time or times; visited no more, because its server
 * said that it is gone or it moved to where another one is; paused by the user; a folder of another machine.
 */
export type SourceHealth = "new" | "well" | "failing" | "gone" | "paused" | "elsewhere";

/** Times are ISO 8601, UTC. */
export interface SourceSummary {
	readonly id: string;
	readonly kind: "feed" | "page" | "folder";
	/** As it calls itself; null when that is not known. */
	readonly title: string | null;
	/** Where it is asked for now. */
	readonly url: string;
	/** As it was added. */
	readonly given: string;
	/** The page that it belongs to. */
	readonly home: string | null;
	readonly health: SourceHealth;
	readonly lastVisit: string | null;
	readonly lastSuccess: string | null;
	/** When there was last something new. */
	readonly lastNew: string | null;
	/** When it is to be visited next; null when it is not. */
	readonly nextVisit: string | null;
	/** Seconds between two visits as they stand. */
	readonly every: number;
	readonly visits: number;
	/** Visits in a row that failed. */
	readonly failures: number;
	readonly lastError: { readonly code: string; readonly reason: string; readonly at: string } | null;
	/** Reports that it announced and whose pages are still to be fetched. */
	readonly wanted: number;
	/** Reports of it that the store holds. */
	readonly reports: number;
	/** Of these, those that credit an agency; null where none of them says, having been read by an earlier program. */
	readonly fromAgencies: number | null;
	/** The agencies credited, as the reports write them, with how many do; the most first, then by name. */
	readonly agencies: readonly { readonly name: string; readonly reports: number }[];
}
