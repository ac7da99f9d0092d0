import type { StatedDate } from "./date.ts";
import type { Span } from "./span.ts";

export type EntityType =
	| "person"
	| "organisation"
	| "agency"
	| "outlet"
	| "state"
	| "place"
	| "document"
	| "event"
	| "unknown";

/** How a mention names its entity. */
export type MentionForm = "full" | "short" | "acronym" | "alias" | "title" | "demonym" | "pronoun" | "description";

/** One naming of an entity in an article's text. */
export interface Mention extends Span {
	readonly exact: string;
	readonly form: MentionForm;
}

/** The mentions of one article that name one thing, joined with a reason each. */
export interface LocalEntity {
	/** Hash of the article and of the first mention's span. */
	readonly id: string;
	/** The fullest name the article uses. */
	readonly name: string;
	readonly type: EntityType;
	/** Every distinct name used, the fullest first, then by code unit. */
	readonly names: readonly string[];
	/** Sorted by place. */
	readonly mentions: readonly Mention[];
	/** Why each name beyond the first was joined, in the order of `names`. */
	readonly reasons: readonly string[];
	/** "he", "she" or "they" when the article says so; null otherwise. */
	readonly pronoun: "he" | "she" | "they" | null;
	/** Lower-case head nouns of the titles and appositions it is given ("minister", "spokesman"), sorted by code unit. */
	readonly roles: readonly string[];
}

export interface FoundDate extends Span {
	readonly exact: string;
	readonly date: StatedDate;
}

export type NumberQualifier = "exact" | "more-than" | "at-least" | "fewer-than" | "at-most" | "about" | "range";

/**
 * What a number is: how many things, which of a row of them ("a third victim"), how old somebody is, a part
 * in a hundred or of another whole ("per 100,000"), an amount of money, or an amount of a unit of measure
 * (length, time, weight…).
 */
export type NumberKind = "count" | "ordinal" | "age" | "share" | "money" | "measure";

/** A number with what it counts, as an interval. */
export interface FoundNumber extends Span {
	/** The number's own words, qualifier included: "more than 60". */
	readonly exact: string;
	/** Inclusive bounds; null when that side is open. `more than 60` is `low 61` when it counts things. */
	readonly low: number | null;
	readonly high: number | null;
	/** The head noun counted, in lower-case singular ("passenger"), a unit ("%", "km", "USD"), or null. */
	readonly of: string | null;
	/** The counted noun phrase or unit with its span, null when there is none. */
	readonly counted: (Span & { readonly exact: string }) | null;
	readonly qualifier: NumberQualifier;
	readonly kind: NumberKind;
}

export type QuotationKind = "direct" | "mixed" | "indirect";
export type Polarity = "said" | "denied" | "not-said" | "declined";

export interface Carrier {
	/** Local entity id. */
	readonly entity: string;
	readonly span: Span;
}

export interface Candidate {
	readonly entity: string;
	readonly reason: string;
}

/**
 * An attribution relation: who (`source`) by which words (`cue`) is given which words (`content`).
 * Speaker and carriers are local entity ids here and entity ids in the record.
 */
export interface FoundQuotation {
	/** Hash of the article, the content spans and the cue. */
	readonly id: string;
	readonly kind: QuotationKind;
	/** The words reported, without the marks at their ends; sorted, not overlapping. */
	readonly content: readonly Span[];
	/** The parts of the content that stand in quotation marks, marks excluded; sorted. */
	readonly marked: readonly Span[];
	/** The content's text, parts joined by " … ". */
	readonly exact: string;
	readonly source: Span | null;
	/** Sorted; empty when nothing introduces the words. */
	readonly cue: readonly Span[];
	readonly speaker: string | null;
	/** Why this speaker, or why none. */
	readonly speakerReason: string;
	readonly candidates: readonly Candidate[];
	/** Nearest to the report first. */
	readonly carriers: readonly Carrier[];
	readonly addressee: Span | null;
	readonly polarity: Polarity;
	readonly hedged: boolean;
	/** 0–1, two decimals. */
	readonly confidence: number;
	/** The rule that found it, `quotations/rule-name`. */
	readonly rule: string;
}

/** A name, title or scare-quoted word in marks: nobody's quotation. The span excludes the marks. */
export interface Term extends Span {
	readonly exact: string;
	readonly reason: string;
}
