import type { Polarity, QuotationKind } from "./annotation.ts";
import type { StatedDate } from "./date.ts";
import type { ListedProblem } from "./problem.ts";
import type { ExactSpan } from "./quotation-listing.ts";
import type { Generator, LineageEdgeKind, RecordArticle, VariantKind } from "./record.ts";
import type { Place, Span } from "./span.ts";

/** The version of the listing's shape; it changes when a reader of listings would break. */
export const TRACE_SCHEMA = "stemma.trace/1";

/**
 * Every place of a set where a sentence or quotation stands, oldest first: what `stemma trace --json` prints.
 * Described in docs/record.md.
 */
export interface TraceListing {
	readonly schema: typeof TRACE_SCHEMA;
	readonly generator: Generator;
	readonly traced: TracedText;
	/** Null where all articles were looked into. */
	readonly coverage: TraceCoverage | null;
	/** All that were looked into, in article order, with the sigla that a record of the same set has. */
	readonly articles: readonly RecordArticle[];
	/** By `when.earliest` (null last), then article order, then first span. Empty when it stands nowhere. */
	readonly places: readonly TracedPlace[];
	/** How many independent lines the reports with a place stand for: copies and common carriers folded. */
	readonly lines: number;
	/** What comes near and is not listed, the nearest first; at most ten. */
	readonly near: readonly NearPlace[];
	/** Where the words stand in text that was dropped. In article order, then by span. */
	readonly dropped: readonly DroppedPlace[];
	readonly problems: readonly ListedProblem[];
}

/** How much of a store was looked into: the reports that have the text's words close by one another. */
export interface TraceCoverage {
	/** Articles in the store, and those that can be found by their words: the others were not searched. */
	readonly articles: number;
	readonly indexed: number;
	/** Reports that most likely have a place and were not looked into, since too many do. */
	readonly left: number;
}

/** The text that was looked for. Spans of `traced` sides point into `text`. */
export interface TracedText {
	readonly text: string;
	/** Its words as compared: marks and what stands in square brackets left out. */
	readonly words: number;
	readonly sentences: readonly Span[];
	/** Score from which on a place counts as reworded, by what is known of its speaker. */
	readonly bounds: TraceBounds;
}

/** Least scores, 0–1. */
export interface TraceBounds {
	/** In words of the speaker whom the text is given to elsewhere in the set. */
	readonly sameSpeaker: number;
	/** In words of a speaker who may be the same. */
	readonly openSpeaker: number;
	/** In an outlet's own words. */
	readonly ownWords: number;
	/** In words that collation joins with those of a place as one utterance: in marks, and in a paraphrase. */
	readonly collated: number;
	readonly collatedParaphrase: number;
	/** In words that collation has set beside those of a place and kept apart. */
	readonly keptApart: number;
}

/** All of it in its words; some of it, with nothing put in its place; or in other words. */
export type TraceKind = "exact" | "cut" | "reworded";

/** How a report gives the words: in marks, partly, as somebody's without marks, as its own, or in its headline. */
export type TraceForm = QuotationKind | "own-words";

export interface TracedPlace {
	/** Hash of the article and the spans. */
	readonly id: string;
	readonly article: string;
	readonly kind: TraceKind;
	readonly form: TraceForm;
	readonly headline: boolean;
	/** The words there; several stretches where others stand between. Sorted. */
	readonly spans: readonly ExactSpan[];
	/** The stretches of them that are word for word those of the text. Sorted. */
	readonly verbatim: readonly Span[];
	/** Share of what the text says that stands there in its words or in one of their forms, 0–1. */
	readonly given: number;
	/** How alike the two are, 0–1; 1 when exact. */
	readonly score: number;
	/** True of an exact place that differs in marks, case or spacing. */
	readonly typography: boolean;
	/** Those that may change what is said first, then in the order of the text. */
	readonly differences: readonly TraceDifference[];
	/** Who is given the words there; null in an outlet's own words. */
	readonly quotation: TracedQuotation | null;
	/** When the report, or the post of a live blog, was published; a dateline without a year takes that of the reports beside it. */
	readonly when: StatedDate;
	/** Whom the report credits for these words, or draws on for the text that holds them; by evidence, then name. */
	readonly credits: readonly TraceCredit[];
	/** Why it is listed, for a reader. */
	readonly reason: string;
}

/** Words of the text and what stands for them; null on the side that has none. */
export interface TraceDifference {
	readonly kind: VariantKind;
	/** In the traced text. */
	readonly traced: readonly ExactSpan[];
	/** In the article. */
	readonly found: readonly ExactSpan[];
}

/** Somebody named, by the names of the set. */
export interface SetName {
	readonly entity: string;
	readonly name: string;
}

/** The attribution that holds a place. */
export interface TracedQuotation {
	/** As in the record of the same set. */
	readonly id: string;
	readonly speaker: SetName | null;
	readonly speakerReason: string;
	/** The words that name who speaks, and those of saying; in the order of the text. */
	readonly source: ExactSpan | null;
	readonly cue: readonly ExactSpan[];
	/** Nearest to the report first. */
	readonly carriers: readonly (SetName & { readonly span: ExactSpan })[];
	/** When the words were said, as far as the report says. */
	readonly said: StatedDate;
	readonly polarity: Polarity;
	readonly hedged: boolean;
	readonly confidence: number;
}

export interface TraceCredit {
	readonly kind: LineageEdgeKind;
	/** False when the two share text and which was first is open. */
	readonly directed: boolean;
	/** The report, agency, outlet or address drawn on. */
	readonly name: string;
	readonly entity: string | null;
	/** The report of the set that it is; null when it is none. */
	readonly report: string | null;
	/**
	 * Reports with a place that are of the agency or outlet credited, in article order; the report itself among them
	 * when what it names is whose text it is.
	 */
	readonly reports: readonly string[];
	/** For these words, or for the whole text that holds them. */
	readonly scope: "words" | "text";
	/** Sorted by place. */
	readonly evidence: readonly Place[];
	readonly confidence: number;
}

/** Words that come near the text without being a place of it. */
export interface NearPlace {
	readonly article: string;
	/** Sorted. */
	readonly spans: readonly ExactSpan[];
	readonly score: number;
	/** Why it is not listed. */
	readonly reason: string;
}

export interface DroppedPlace extends Place {
	readonly exact: string;
	/** The rule that dropped the stretch, and why. */
	readonly rule: string;
	readonly reason: string;
}
