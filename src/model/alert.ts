import type { ArticleRole } from "./article.ts";
import type { ExactSpan } from "./quotation-listing.ts";
import type { VersionDifferenceKind } from "./record.ts";

/** The versions of the listings' shapes; they change when a reader would break. Described in docs/alerts.md. */
export const ALERTS_SCHEMA = "stemma.alerts/1";
export const ENTRIES_SCHEMA = "stemma.alert-entries/1";

/** What an alert waits for: a report with these words, somebody's words, a conflict, a story told widely, an edit. */
export type AlertKind = "words" | "statement" | "conflict" | "lines" | "edit";

/** A saved search. */
export interface AskedAlert {
	readonly kind: AlertKind;
	/** Words and phrases as a search takes them; "" for any. */
	readonly words: string;
	/** Names, for a statement; null for anybody. */
	readonly speaker: string | null;
	readonly about: string | null;
	/** Independent lines, for a story told widely; else null. */
	readonly lines: number | null;
	/** What an edit touches, in code unit order; else empty. */
	readonly edits: readonly VersionDifferenceKind[];
}

/** A report as an entry cites it: its own words, at their places in its text. */
export interface CitedReport {
	readonly article: string;
	readonly role: ArticleRole;
	readonly place: string;
	readonly url: string | null;
	readonly outlet: string | null;
	readonly headline: string | null;
	/** As dates are written for people; null when it is not known. */
	readonly published: string | null;
	/** Sorted; at most a few. Empty where the entry is about the whole report. */
	readonly words: readonly ExactSpan[];
}

/** What an alert found, once. */
export interface AlertEntry {
	/** The same for ever: readers of feeds and receivers of webhooks know it by this. */
	readonly id: string;
	/** The alert's name. */
	readonly alert: string;
	readonly kind: AlertKind;
	/** ISO 8601 in UTC; null for what was only tried. */
	readonly foundAt: string | null;
	readonly title: string;
	/** A sentence or two. */
	readonly summary: string;
	/** What reports give against each other, or what was changed, a line each; empty where the words of the reports tell all. */
	readonly details: readonly string[];
	/** The story as it was then; null for an edit of reports that are in none. */
	readonly story: {
		readonly id: string;
		readonly headline: string;
		readonly reports: number;
		readonly lines: number;
	} | null;
	/** In the order of the record. */
	readonly reports: readonly CitedReport[];
}

/** What became of what is sent somewhere. */
export interface DeliveryCounts {
	readonly sent: number;
	readonly waiting: number;
	/** Given up after too many tries. */
	readonly dead: number;
}

/** Where an alert's entries go. Addresses are shown without what could be a secret in them. */
export type ListedOutput =
	| {
			readonly kind: "feed";
			readonly output: string;
			/** A file, on the machine of this name. */
			readonly file: string;
			readonly host: string;
	  }
	| ({
			readonly kind: "webhook";
			readonly output: string;
			/** The address as far as its host. */
			readonly origin: string;
			/** The file with the secret, on the machine that sends. */
			readonly secret: string;
			/** When the next try is, where some are waiting; ISO 8601. */
			readonly next: string | null;
			/** Why the last try failed; null when it did not. */
			readonly failure: string | null;
			/** Why nothing is sent there any more; null while it is. */
			readonly stopped: string | null;
	  } & DeliveryCounts);

/** A saved search with what it came to. */
export interface ListedAlert {
	readonly name: string;
	readonly asked: AskedAlert;
	/** Reports that the store had before are nothing new; null where all counts. ISO 8601. */
	readonly since: string | null;
	readonly entries: number;
	/** When the last one was found. */
	readonly last: string | null;
	readonly outputs: readonly ListedOutput[];
}

/** What `stemma alerts --json` prints. By name. */
export interface AlertListing {
	readonly schema: typeof ALERTS_SCHEMA;
	readonly store: string;
	readonly alerts: readonly ListedAlert[];
}

/** What `stemma alerts show --json` and `stemma alerts test --json` print: the latest first. */
export interface EntryListing {
	readonly schema: typeof ENTRIES_SCHEMA;
	readonly store: string;
	/** Names; empty for all. */
	readonly alerts: readonly string[];
	/** Stories that were looked through now, of a search that was only tried; null for entries that are kept. */
	readonly looked: number | null;
	readonly total: number;
	readonly entries: readonly AlertEntry[];
}

/** A message that was given up. */
export interface DeadDelivery {
	readonly alert: string;
	readonly entry: string;
	readonly title: string;
	readonly origin: string;
	readonly tries: number;
	readonly reason: string;
	/** ISO 8601. */
	readonly at: string;
}
