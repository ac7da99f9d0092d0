import type { FactRelation, FactType, LineageEdgeKind, VariantKind } from "./record.ts";
import type { Span } from "./span.ts";

/** The version of the comparison's shape. */
export const DIFF_SCHEMA = "stemma.diff/1";

/** What became of a finding: it is new, it is gone, or something about it is otherwise. */
export type ChangeKind = "added" | "removed" | "changed";

/** A report, as either record has it. */
export interface ArticleRef {
	readonly id: string;
	readonly outlet: string;
	readonly headline: string | null;
}

/**
 * What differs between two records in findings: what a new report, a new version of one, or a later Stemma changed. Ids
 * of `from` are the earlier record's, those of `to` the later one's. Every list is in the order of the later record,
 * what is gone after it in the order of the earlier one.
 */
export interface RecordDiff {
	readonly schema: typeof DIFF_SCHEMA;
	readonly from: { readonly version: string; readonly articles: number };
	readonly to: { readonly version: string; readonly articles: number };
	readonly articles: {
		readonly added: readonly ArticleRef[];
		readonly removed: readonly ArticleRef[];
		/** One source whose text is another now; of files in another folder, a text much like it under one name. */
		readonly versions: readonly { readonly sourceId: string; readonly from: ArticleRef; readonly to: ArticleRef }[];
		/** The same text, read from another place. */
		readonly moved: readonly { readonly from: ArticleRef; readonly to: ArticleRef }[];
	};
	readonly stories: readonly StoryChange[];
	readonly utterances: readonly UtteranceChange[];
	readonly facts: readonly FactChange[];
	readonly speakers: readonly SpeakerChange[];
	readonly lineage: readonly LineageChange[];
}

/** A finding in either record, by its id there. */
export interface FindingChange {
	readonly change: ChangeKind;
	/** Null for what is new. */
	readonly from: string | null;
	/** Null for what is gone. */
	readonly to: string | null;
}

export interface StoryChange extends FindingChange {
	readonly title: string;
	/** The title it had, where that was another. */
	readonly formerTitle: string | null;
	readonly joined: readonly string[];
	readonly left: readonly string[];
	/** Independent lines before and now; 0 for a story that is not there. */
	readonly lines: readonly [number, number];
}

export interface UtteranceChange extends FindingChange {
	readonly story: string;
	readonly speaker: string | null;
	/** The words of its first rendition. */
	readonly words: string;
	/** Articles that give it now and did not. */
	readonly joined: readonly string[];
	/** Articles that gave it and do not now. */
	readonly left: readonly string[];
	/** Readings that may change what is said and that no rendition had before. */
	readonly readings: readonly { readonly kind: VariantKind; readonly text: string }[];
}

export interface FactChange extends FindingChange {
	readonly story: string;
	readonly type: FactType;
	readonly statement: string;
	/** What it is about, in plain words. */
	readonly title: string;
	readonly relation: readonly [FactRelation | null, FactRelation | null];
	/** States that are new, with the value as stated. */
	readonly joined: readonly { readonly article: string; readonly value: string; readonly spans: readonly Span[] }[];
	readonly left: readonly { readonly article: string; readonly value: string; readonly spans: readonly Span[] }[];
}

/** A quotation that both records have and give to another speaker; names, null for one not settled. */
export interface SpeakerChange {
	readonly quotation: string;
	readonly article: string;
	readonly words: string;
	readonly from: string | null;
	readonly to: string | null;
}

/** Somebody who draws on somebody; names of reports, agencies and addresses. */
export interface LineageChange {
	readonly change: "added" | "removed";
	readonly story: string;
	readonly from: string;
	readonly to: string;
	readonly kind: LineageEdgeKind;
	/** False when nothing tells which of the two draws on the other. */
	readonly directed: boolean;
}
