import type { EntityType, Polarity, QuotationKind, Term } from "./annotation.ts";
import type { ArticleRole, Headline, Outlet } from "./article.ts";
import type { CaptureOrigin } from "./capture.ts";
import type { StatedDate } from "./date.ts";
import type { ListedProblem } from "./problem.ts";
import type { Generator } from "./record.ts";
import type { Span } from "./span.ts";

/** The version of the listing's shape; it changes when a reader of listings would break. */
export const QUOTATIONS_SCHEMA = "stemma.quotations/1";

/**
 * Who is given which words in each report, read by itself: what `stemma quotations --json` prints.
 * Described in docs/record.md.
 */
export interface QuotationListing {
	readonly schema: typeof QUOTATIONS_SCHEMA;
	readonly generator: Generator;
	/** What the list was narrowed to. */
	readonly filters: QuotationFilters;
	/** By `capture.place`, then `id`. */
	readonly articles: readonly QuotedArticle[];
	/** Of inputs that gave no article, or one that is there already: by `place` (null last), `code`, `reason`. */
	readonly problems: readonly ListedProblem[];
}

/** What a list of quotations is narrowed to; with all of them null or empty it is whole. */
export interface QuotationFilters {
	/** As given; null for anybody. */
	readonly speaker: string | null;
	/** In the order direct, mixed, indirect; empty for all. */
	readonly kinds: readonly QuotationKind[];
	/** Least confidence, 0–1; null for any. */
	readonly least: number | null;
}

/** One report and what is quoted in it. */
export interface QuotedArticle {
	readonly id: string;
	readonly sourceId: string;
	readonly role: ArticleRole;
	readonly capture: CaptureOrigin;
	readonly headline: Headline | null;
	readonly outlet: Outlet | null;
	readonly published: StatedDate;
	readonly language: string | null;
	/** What the spans point into. */
	readonly text: string;
	/** The stages that ran, in order. */
	readonly stages: readonly string[];
	/** How many quotations there are before the list is narrowed. */
	readonly found: number;
	/** By first content span, then cue. */
	readonly quotations: readonly ListedQuotation[];
	/** Sorted; empty where the list is narrowed, as they are nobody's. */
	readonly terms: readonly Term[];
}

/** A span with the text that it stands for. */
export interface ExactSpan extends Span {
	readonly exact: string;
}

/** Somebody of this report; the ids of two reports never meet. */
export interface LocalName {
	readonly entity: string;
	/** The fullest name that the report uses. */
	readonly name: string;
	/** Every name that it uses, the fullest first. */
	readonly names: readonly string[];
	readonly type: EntityType;
}

/** An attribution with everything it refers to spelt out. */
export interface ListedQuotation {
	readonly id: string;
	readonly kind: QuotationKind;
	readonly content: readonly ExactSpan[];
	readonly marked: readonly ExactSpan[];
	/** What the report put into the words in square brackets, brackets included: not spoken. Sorted. */
	readonly inserted: readonly ExactSpan[];
	readonly exact: string;
	readonly source: ExactSpan | null;
	readonly cue: readonly ExactSpan[];
	readonly speaker: LocalName | null;
	readonly speakerReason: string;
	/** Most likely first. */
	readonly candidates: readonly ListedCandidate[];
	/** Nearest to the report first. */
	readonly carriers: readonly ListedCarrier[];
	readonly addressee: ExactSpan | null;
	readonly where: ExactSpan | null;
	readonly when: StatedDate;
	readonly polarity: Polarity;
	readonly hedged: boolean;
	readonly confidence: number;
	readonly rule: string;
}

export interface ListedCandidate extends LocalName {
	readonly reason: string;
}

export interface ListedCarrier extends LocalName {
	readonly span: ExactSpan;
}
