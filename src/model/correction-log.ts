import type { Correction } from "./correction.ts";

/** The version of the listing's shape; it changes when a reader would break. Described in docs/serve.md. */
export const CORRECTION_LOG_SCHEMA = "stemma.correction-log/1";

/** What a person decides; who they are and when it was are known otherwise. Articles are named by their ids. */
export type Decision = Omit<Correction, "who" | "when">;

/** One entry of a store's log of decisions. */
export interface LogEntry {
	readonly id: string;
	/** ISO 8601 in UTC. */
	readonly at: string;
	/** Whose token or session it was made with. */
	readonly who: string;
	readonly why: string;
	/** What was decided; null for an entry that undoes another one. */
	readonly decision: Correction | null;
	/** The entry that this one undoes; null for a decision. */
	readonly undoes: string | null;
	/** The entry that undoes this one; null where it holds. */
	readonly undoneBy: string | null;
	/** What became of it in the stories that it names, by story; empty where it is undone, or undoes. */
	readonly outcomes: readonly LogOutcome[];
}

/** What became of a decision in one story. */
export interface LogOutcome {
	readonly story: string;
	readonly title: string;
	/** Whether it was applied; null where the story is still to be collated with it. */
	readonly applied: boolean | null;
	/** What it did, or why it was not applied; null where that is not known yet. */
	readonly reason: string | null;
}

/** A page of the log, the latest entry first. */
export interface CorrectionLog {
	readonly schema: typeof CORRECTION_LOG_SCHEMA;
	readonly store: string;
	readonly entries: readonly LogEntry[];
	/** Where the next page begins; null on the last. */
	readonly next: string | null;
}
