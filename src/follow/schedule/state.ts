import type { Capture } from "../../model/capture.ts";
import type { FeedEntry } from "../feeds/source-reading.ts";
import type { Validators } from "../fetch/fetch.ts";

/** Times are milliseconds since 1970; all of it is plain data that survives JSON, `captures` apart. */

/** What went wrong at the last visit, as a reader is told. */
export interface LastError {
	readonly code: string;
	readonly reason: string;
	readonly at: number;
}

/** A feed or a sitemap, a page that is looked at for changes, or a folder of this or another machine. */
export type SourceKind = "feed" | "page" | "folder";

/** What is followed. */
export interface FollowedSource {
	/** From the address it was added under; it survives a move. */
	readonly id: string;
	readonly kind: SourceKind;
	/** Where it was added, as it was written; of what it gives, the input. */
	readonly given: string;
	/** Where it is asked for; of a folder its address with its machine. No two sources that are not gone have one. */
	readonly url: string;
	readonly title: string | null;
	/** The page that it belongs to. */
	readonly home: string | null;
	/** `gone` is visited no more: the server said so, or it moved to where another source is. `paused` by the user. */
	readonly status: "active" | "paused" | "gone";
	readonly validators: Validators;
	/** Where the visit goes on, when it was redirected to another host; null between visits. */
	readonly detour: Detour | null;
	/** When it is to be visited next. */
	readonly due: number;
	/** Milliseconds between two visits as they stand, before waits that the server asks for. */
	readonly interval: number;
	readonly visits: number;
	/** Visits in a row that failed. */
	readonly failures: number;
	readonly lastVisit: number | null;
	readonly lastSuccess: number | null;
	/** When there was last something new. */
	readonly lastNew: number | null;
	readonly lastError: LastError | null;
}

/** A redirect to another host, which is asked in its own turn. */
export interface Detour {
	readonly url: string;
	/** Redirects to other hosts so far. */
	readonly hops: number;
	/** Whether all of them were for good. */
	readonly forGood: boolean;
}

/** Where a source is to be asked for now: what its host's queue is for. */
export function placeOf({ url, detour }: Pick<FollowedSource, "url" | "detour">): string {
	return detour?.url ?? url;
}

/** A host, by name and port: everything that is asked of it goes through one queue. */
export interface HostState {
	readonly host: string;
	/** Before this nothing is asked of it. */
	readonly free: number;
	/** What its robots.txt says; null while nobody knows. */
	readonly robots: KnownRobots | null;
}

export interface KnownRobots {
	/** The file; null where there is none, which allows everything. */
	readonly text: string | null;
	/** Why the file could not be had, for then nothing may be asked (RFC 9309, 2.3.1.4); null where it could. */
	readonly closed: string | null;
	/** When it is to be asked for again. */
	readonly until: number;
}

/** A report that a source announced and whose page is to be fetched. */
export interface WantedPage {
	/** The source's id. With `entry.id` it names the page; it is wanted again when the entry changes, as a later version. */
	readonly source: string;
	/** The source's address and title when it announced the page. */
	readonly feed: string;
	readonly outlet: string | null;
	readonly entry: FeedEntry;
	/** The entry's mark when it was announced. */
	readonly mark: string;
	/** Where it is to be asked for: where the entry says, or the host that redirects led to. */
	readonly url: string;
	/** Redirects to other hosts so far. */
	readonly hops: number;
	readonly due: number;
	/** Fetches that failed. */
	readonly failures: number;
}

/** One request to be made, which nobody else makes until the lease ends. */
export type Task = {
	readonly lease: string;
	readonly host: HostState;
} & (
	| { readonly kind: "visit"; readonly source: FollowedSource }
	| { readonly kind: "page"; readonly page: WantedPage }
);

/** What came of an entry that a visit found. */
export interface FoundEntry {
	readonly entry: FeedEntry;
	/** Changes when the entry does: what the source says of it, hashed. */
	readonly mark: string;
	/** Changes that are taken for later versions; those beyond are nothing new. */
	readonly most: number;
	/** What is to be done where it is new or changed: fetch the page, keep what the feed carries, or nothing. */
	readonly page: WantedPage | null;
	readonly capture: Capture | null;
}

/** What a task came to. */
export interface Outcome {
	readonly host: HostState;
	/**
	 * The source after a visit, once it is known how many of `entries` are new or changed; null after a page. Pure, and
	 * may be called again.
	 */
	readonly source: ((fresh: number) => FollowedSource) | null;
	/** Every entry of the source as it stands, known ones too; empty for a page. */
	readonly entries: readonly FoundEntry[];
	/** The page when it is to be tried again; null when it is done with, and for a visit. */
	readonly page: WantedPage | null;
	/** What a page gave, or what the feed carried of it where it gave nothing. */
	readonly capture: Capture | null;
	/** Captures that the task itself kept: those of a folder. */
	readonly beside: number;
}

/** What `finish` did. */
export interface Finished {
	/** False when the lease had ended and somebody else asks that host, or when the source was removed: nothing was kept. */
	readonly kept: boolean;
	/** Entries that were new or changed. */
	readonly fresh: number;
	/** Captures that were kept. */
	readonly captures: number;
}

/**
 * What following keeps. A driver keeps it in memory, in a file or in a database, and any number of workers share it:
 * whoever dies gives back what was taken by doing nothing, and `finish` is one step, so that what was found is kept
 * once or not at all.
 */
export interface FollowState {
	/**
	 * Follows a source; false when its id or address is followed already.
	 *
	 * @param known entries of it that were kept before: they are nothing new
	 */
	add(source: FollowedSource, known?: readonly Pick<FoundEntry, "entry" | "mark">[]): Promise<boolean>;
	/** All sources, by address, then by id. */
	sources(): Promise<readonly FollowedSource[]>;
	/** How many pages are wanted of each source that wants any, by id. */
	countWanted(): Promise<ReadonlyMap<string, number>>;
	/** How many sources and pages are due. */
	countDue(now: number): Promise<number>;
	/**
	 * Changes a source, or with null removes it with what is wanted and known of it; false when there is none. A visit
	 * that is under way ends what was paused or removed as such.
	 */
	change(id: string, to: (source: FollowedSource) => FollowedSource | null): Promise<boolean>;
	/**
	 * Takes up to `most` tasks that are due, the longest due first: one a host at most, and none of a host that is not
	 * free yet or of which somebody holds a task. Taken again by others after `until`.
	 */
	claim(now: number, until: number, most: number): Promise<readonly Task[]>;
	/**
	 * Ends a task and keeps what came of it. Of `entries`, those whose mark is as it was, or has changed more than
	 * their `most` times, are nothing new; the page or the capture of the others is kept. A source whose new address
	 * another one has is gone. A driver may forget entries that have been out of their source for 90 days.
	 */
	finish(task: Task, outcome: Outcome, now: number): Promise<Finished>;
	/** Gives a task back that was not done: it is due as before. Does nothing once the lease has ended. */
	release(task: Task): Promise<void>;
	/** When a task can next be claimed; null when there is none at all. */
	next(now: number): Promise<number | null>;
}

/** The host of an address, as politeness counts it; of a folder its machine. */
export function hostOf(url: string): string {
	if (!URL.canParse(url)) return "";
	const { protocol, host } = new URL(url);
	return protocol === "file:" ? `file:${host}` : host;
}

/** What a page that is wanted is known by: wanted again, it is wanted once. */
export function pageKeyOf({ source, entry }: Pick<WantedPage, "source" | "entry">): string {
	return `page ${source} ${entry.id}`;
}

/** The source after a move to where another one is. */
export function endMoved(source: FollowedSource, now: number): FollowedSource {
	return {
		...source,
		status: "gone",
		lastError: { code: "follow/same", reason: `it moved to ${source.url}, which is followed already`, at: now },
	};
}
