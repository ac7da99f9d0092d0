import type { Evidence } from "../evidence/evidence.ts";
import type { Activity } from "../follow/activity.ts";
import type { Sender } from "../follow/alerts/sender.ts";
import type { GivenTargets, prepareTargets } from "../follow/alerts/targets.ts";
import type { Following } from "../follow/following.ts";
import type { ArticleListing } from "../model/article-listing.ts";
import type { Verification } from "../model/evidence.ts";
import type { QuotationListing } from "../model/quotation-listing.ts";
import type { CollationRecord } from "../model/record.ts";
import type { StoryListing } from "../model/story-listing.ts";
import type { TraceListing } from "../model/trace-listing.ts";
import type { ReadEffects } from "../read/captures.ts";
import type { PageAssets } from "../report/html/assets.ts";
import type { RoomOptions, Served } from "../serve/serve.ts";
import type { BackedUp } from "../store/backup.ts";
import type { Store } from "../store/store.ts";

/** A stream that a command prints on. */
export interface OutputStream {
	/** Resolves when the text is handed on, also when nobody reads it any more. */
	write(text: string): Promise<void>;
	readonly isTTY: boolean;
	/** Columns of the terminal; null where there is none. */
	readonly columns: number | null;
	/** Lines of the terminal; null where there is none. */
	readonly rows: number | null;
}

/** Told before each piece of work: how many are done, of how many, and what comes next. */
export type Progress = (done: number, total: number, label: string) => void;

/** What the options of reading name. */
export interface Given {
	/** Inputs that the reports are held against. */
	readonly primaries: readonly string[];
	/** Files that add to the shipped lists of names. */
	readonly names: readonly string[];
	/** Files of a person's decisions. */
	readonly corrections: readonly string[];
	/** Ranges of addresses, closed to fetching, that the user opened. */
	readonly allowNet: readonly string[];
	/** What fetching calls itself; null for what it is called by default. */
	readonly userAgent: string | null;
}

/** All that a command does to the world, so that tests hand in a world of their own. */
export interface CommandEffects {
	/** Results. */
	readonly stdout: OutputStream;
	/** Progress, notes and errors. */
	readonly stderr: OutputStream;
	readonly env: Readonly<{ [name: string]: string | undefined }>;
	readonly platform: string;
	/** Shows a text in a pager; resolves to false where there is no such program. */
	showInPager(text: string, command: string): Promise<boolean>;
	/** Milliseconds on a clock that never runs back. */
	now(): number;
	/** The text of a file, or of standard input (`-`). Rejects with a UserError that says why it could not be read. */
	readText(path: string): Promise<string>;
	/** Writes a file whole or not at all. Rejects with a UserError that says why it could not. */
	writeFile(path: string, content: string | Uint8Array): Promise<void>;
	/** What pages are drawn with. */
	loadPageAssets(): Promise<PageAssets>;
	/** The main job; loads the analysis when called. Rejects with a UserError when something given cannot be used. */
	collate(inputs: readonly string[], progress: Progress, given: Given): Promise<CollationRecord>;
	/** Reads the inputs and finds nothing in them yet. */
	listArticles(inputs: readonly string[], progress: Progress, given: Given): Promise<ArticleListing>;
	/** Finds who is given which words in each input, read by itself. Rejects as `collate` does. */
	listQuotations(inputs: readonly string[], progress: Progress, given: Given): Promise<QuotationListing>;
	/**
	 * Groups the inputs into stories and finds what ties them, without setting what they say side by side. Rejects as
	 * `collate` does.
	 */
	listStories(inputs: readonly string[], progress: Progress, given: Given): Promise<StoryListing>;
	/**
	 * Finds where a text stands in the inputs; null reads it from standard input. Rejects with a UserError as `collate`
	 * does, and when the text cannot be traced.
	 */
	trace(text: string | null, inputs: readonly string[], progress: Progress, given: Given): Promise<TraceListing>;
	/**
	 * Opens the store that `place` names (a folder, an address of a server), or the user's own; loads the database when
	 * called. Rejects with a UserError when it is not there and not to be made, or cannot be opened.
	 */
	openStore(place: string | undefined, create: boolean): Promise<Store>;
	/** A new store in memory, which is gone when the program ends. */
	openMemoryStore(): Promise<Store>;
	/**
	 * Opens the reading room of a store on this machine. Rejects with a UserError when the port cannot be had.
	 *
	 * @param port 0 for any that is free; @param activity what it does beside, where it follows
	 */
	serve(
		store: Store,
		port: number,
		fail: (error: unknown) => void,
		activity: (() => Activity) | null,
		options: Omit<RoomOptions, "owner">,
	): Promise<Served>;
	/**
	 * Answers a program of the Model Context Protocol on standard input and output, until it closes its end or `stop` is
	 * aborted.
	 *
	 * @param ready what an answer waits for, for a while; nothing when it is left out
	 */
	serveMcp(store: Store, stop: AbortSignal, fail: (error: unknown) => void, ready?: Promise<unknown>): Promise<void>;
	/** Aborted when the program is asked to end (SIGTERM, SIGINT); asked a second time it ends at once. */
	listenForStop(): AbortSignal;
	/** Processors that the program may use. */
	readonly processors: number;
	/** What adding to a store fetches addresses with, where there is one among the inputs. */
	openFetching(inputs: readonly string[], progress: Progress, given: Given): Promise<Pick<ReadEffects, "fetch">>;
	/** What a store follows; loads the network when called. Throws UserError for an option that is none. */
	openFollowing(store: Store, given: Given): Promise<Following>;
	/** What sends a store's alerts; loads the network when called. Throws UserError for an option that is none. */
	openSending(store: Store, given: Given, note: (message: string) => void): Promise<Sender>;
	/** Where an alert's entries go, with whole paths; makes the file of a secret. Throws UserError for what is none. */
	prepareTargets(given: GivenTargets): Promise<ReturnType<typeof prepareTargets>>;
	/** Opens a store and brings it to this program's schema; the names of the steps taken. */
	migrateStore(place: string | undefined): Promise<{ readonly store: Store; readonly steps: readonly string[] }>;
	/** Makes a store from a backup; how it is called, and what it holds then. */
	restoreStore(place: string | undefined, path: string): Promise<BackedUp & { readonly name: string }>;
	/**
	 * Reads the inputs and keeps their bytes with the record of them; of those whose articles `choose` names, where it
	 * names any. Rejects as `collate` does, and when there is more than one file may hold.
	 */
	gatherEvidence(
		inputs: readonly string[],
		progress: Progress,
		given: Given,
		choose: ((record: CollationRecord) => ReadonlySet<string>) | null,
	): Promise<Evidence>;
	/** Verifies an evidence file. Rejects with a UserError when it cannot be read or opened. */
	verify(path: string, progress: Progress): Promise<Verification>;
}
