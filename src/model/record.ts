import type { EntityType, Mention, NumberKind, NumberQualifier, Polarity, QuotationKind, Term } from "./annotation.ts";
import type { Article } from "./article.ts";
import type { RecordCorrection } from "./correction.ts";
import type { StatedDate } from "./date.ts";
import type { ListedProblem } from "./problem.ts";
import type { ExactSpan } from "./quotation-listing.ts";
import type { Place, Span } from "./span.ts";

// Longer than other files: the record is read from top to bottom as one shape, and docs/record.md follows its order.

/** The version of the record's shape; it changes when a reader of records would break. */
export const RECORD_SCHEMA = "stemma.record/1";

/**
 * What a set of reports comes to: the result of collating. Every field and each list's order is
 * described in docs/record.md. Ids are strings, absent knowledge is null, lists are never null.
 */
export interface CollationRecord {
	readonly schema: typeof RECORD_SCHEMA;
	readonly generator: Generator;
	readonly articles: readonly RecordArticle[];
	readonly versions: readonly VersionGroup[];
	readonly copyGroups: readonly CopyGroup[];
	readonly passages: readonly Passage[];
	readonly entities: readonly Entity[];
	readonly dates: readonly RecordDate[];
	readonly numbers: readonly RecordNumber[];
	readonly quotations: readonly Quotation[];
	readonly terms: readonly RecordTerm[];
	readonly stories: readonly Story[];
	readonly threads: readonly Thread[];
	readonly occasions: readonly Occasion[];
	readonly utterances: readonly Utterance[];
	readonly facts: readonly Fact[];
	readonly lineage: readonly Lineage[];
	readonly positions: readonly Position[];
	/** A person's decisions and what became of them. */
	readonly corrections: readonly RecordCorrection[];
	readonly problems: readonly ListedProblem[];
}

export interface Generator {
	readonly version: string;
	/** Trained models used, with their content hash. */
	readonly models: readonly { readonly name: string; readonly sha256: string }[];
	/** Data files used (name lists, term rarities), with their content hash. */
	readonly data: readonly { readonly name: string; readonly sha256: string }[];
	/** Options that change findings, as given. */
	readonly options: Readonly<{ [name: string]: string | number | boolean | null }>;
	/** How many corrections were applied. */
	readonly corrections: number;
}

/** An article as the record lists it. */
export interface RecordArticle extends Omit<Article, "blocks" | "repeats"> {
	/** A, B, … in the order of the list; for reading only, never in permalinks. */
	readonly siglum: string;
	/** The stages that ran on it, in order. */
	readonly stages: readonly string[];
}

/** Texts of one source that differ, earliest first. */
export interface VersionGroup {
	readonly sourceId: string;
	readonly articles: readonly string[];
	readonly changes: readonly VersionChange[];
}

export interface VersionChange {
	readonly from: string;
	readonly to: string;
	readonly removed: readonly Place[];
	readonly added: readonly Place[];
	readonly differences: readonly VersionDifference[];
}

/** What a difference touches; `typography` is none of substance: marks, case, spacing. */
export type VersionDifferenceKind = "quotation" | "number" | "name" | "wording" | "added" | "removed" | "typography";

/** Words of a changed sentence, or a whole sentence where it was added, removed or only set otherwise. */
export interface VersionDifference {
	readonly kind: VersionDifferenceKind;
	readonly from: Place | null;
	readonly to: Place | null;
}

export interface CopyGroup {
	readonly id: string;
	readonly kind: "exact" | "near";
	/** Two members may be halves of one article. */
	readonly members: readonly { readonly article: string; readonly spans: readonly Span[] }[];
}

/** A stretch of text that two articles share. */
export interface Passage {
	readonly a: Place;
	readonly b: Place;
	/** The text as it stands in `a`. */
	readonly exact: string;
	/** True when both merely quote it, in marks or in a few words of reported speech. */
	readonly quoted: boolean;
	/** True when it is one outlet's own, which it prints in reports of other matters too. */
	readonly stock: boolean;
}

export interface EntityMention extends Mention {
	readonly article: string;
}

export interface Entity {
	readonly id: string;
	readonly name: string;
	readonly type: EntityType;
	readonly names: readonly string[];
	/** Why its names were joined, inside articles and across them; distinct, by code unit. */
	readonly reasons: readonly string[];
	readonly related: readonly { readonly entity: string; readonly kind: string }[];
	readonly mentions: readonly EntityMention[];
}

export interface RecordDate extends Place {
	readonly exact: string;
	readonly date: StatedDate;
}

export interface RecordNumber extends Place {
	readonly exact: string;
	readonly low: number | null;
	readonly high: number | null;
	readonly of: string | null;
	readonly kind: NumberKind;
	readonly qualifier: NumberQualifier;
}

export interface RecordTerm extends Term {
	readonly article: string;
}

export interface Quotation {
	readonly id: string;
	readonly article: string;
	readonly kind: QuotationKind;
	readonly content: readonly Span[];
	readonly marked: readonly Span[];
	readonly exact: string;
	readonly source: Span | null;
	readonly cue: readonly Span[];
	readonly speaker: string | null;
	readonly speakerReason: string;
	readonly candidates: readonly { readonly entity: string; readonly reason: string }[];
	readonly carriers: readonly { readonly entity: string; readonly span: Span }[];
	readonly addressee: Span | null;
	readonly occasion: string | null;
	readonly where: Span | null;
	readonly when: StatedDate;
	readonly polarity: Polarity;
	readonly hedged: boolean;
	readonly confidence: number;
	readonly rule: string;
}

export interface Story {
	readonly id: string;
	readonly aliases: readonly string[];
	readonly articles: readonly string[];
	/** Why each member belongs. */
	readonly why: readonly { readonly article: string; readonly reason: string }[];
	/** The nearest non-members, and why they stay out. */
	readonly near: readonly { readonly article: string; readonly reason: string }[];
	readonly headline: { readonly article: string; readonly text: string } | null;
	/** What a person calls it instead; null where nobody does. */
	readonly name: string | null;
	readonly when: StatedDate;
	readonly where: {
		readonly entity: string | null;
		readonly exact: string;
		readonly evidence: readonly Place[];
	} | null;
	/** Reports that depend on each other, one list a line. */
	readonly lines: readonly { readonly articles: readonly string[]; readonly reason: string }[];
}

/** Stories about the same matter over time. */
export interface Thread {
	readonly id: string;
	readonly stories: readonly string[];
	/** Ids of the entities and the terms that tie them. */
	readonly about: readonly string[];
}

/** A speaker at a time and a place. */
export interface Occasion {
	readonly id: string;
	readonly speaker: string | null;
	readonly when: StatedDate;
	readonly where: string | null;
	readonly utterances: readonly string[];
}

/** How much of an utterance a rendition gives. */
export type Coverage = "whole" | "part" | "fragment";

export interface Rendition {
	readonly id: string;
	readonly article: string;
	/** `quotation` is null for a headline, or words in marks, that repeat what a quotation of this or another report gives. */
	readonly parts: readonly { readonly quotation: string | null; readonly spans: readonly Span[] }[];
	readonly coverage: Coverage;
}

/** One rendition's words in one column of an alignment; spans lie in the rendition's article. */
export interface AlignmentCell {
	readonly rendition: string;
	readonly spans: readonly Span[];
	readonly text: string;
}

/** A place in the wording; cells that read alike and cells that differ. Absent renditions leave the words out. */
export interface AlignmentColumn {
	readonly cells: readonly AlignmentCell[];
	/** True when every rendition that reaches this far reads the same. */
	readonly agreed: boolean;
}

export type VariantKind =
	| "wording"
	| "inflection"
	| "addition"
	| "omission"
	| "number"
	| "name"
	| "polarity"
	| "strength"
	| "order";

export interface Variant {
	readonly kind: VariantKind;
	/** Index of the first column it covers, and one past the last. */
	readonly columns: Span;
	/** Each distinct reading with the renditions that have it; `text` is "" where the words are left out. */
	readonly readings: readonly { readonly renditions: readonly string[]; readonly text: string }[];
}

/** How a report's wording stands to a primary document's: all its words, some of them, other words, or the gist. */
export type HeldRelation = "exact" | "cut" | "changed" | "summary";

/** A report's rendition held against the words of a primary document. */
export interface HeldRendition {
	/** Ids of the report's rendition and of the primary's. */
	readonly rendition: string;
	readonly primary: string;
	readonly relation: HeldRelation;
	/** Words of the primary with nothing in their place; of a summary none are named. */
	readonly leftOut: readonly ExactSpan[];
	/** Words of the primary and what the report has for them; one side has none where words were added or a negation left out. */
	readonly changed: readonly {
		readonly kind: VariantKind;
		readonly primary: readonly ExactSpan[];
		readonly report: readonly ExactSpan[];
	}[];
}

/** One thing said once on one occasion. */
export interface Utterance {
	readonly id: string;
	readonly story: string;
	readonly occasion: string | null;
	readonly speaker: string | null;
	readonly renditions: readonly Rendition[];
	readonly alignment: { readonly columns: readonly AlignmentColumn[] };
	readonly variants: readonly Variant[];
	/** Reports' renditions against a primary document's; empty where none gives the utterance. */
	readonly held: readonly HeldRendition[];
}

export type FactType = "number" | "date" | "place" | "name" | "attribution" | "clause";
export type FactRelation = "agree" | "compatible" | "updated" | "contested" | "conflict" | "single-source" | "unclear";
/** How an outlet gives a statement: on its own word, on another's, in marks, with a hedge, or as somebody's claim. */
export type FactMode = "asserted" | "attributed" | "quoted" | "hedged" | "claimed";

export interface FactState {
	readonly article: string;
	readonly spans: readonly Span[];
	/** The value as stated. */
	readonly value: string;
	readonly mode: FactMode;
	/** `said` on the outlet's own word; else how whoever it is attributed to stands to it. */
	readonly polarity: Polarity;
	/** Entity it is attributed to. */
	readonly by: string | null;
	readonly quotation: string | null;
}

export interface Fact {
	readonly id: string;
	readonly story: string;
	readonly statement: string;
	readonly type: FactType;
	readonly relation: FactRelation;
	readonly reason: string;
	readonly states: readonly FactState[];
	/** Relations between two states, by their index in `states`. */
	readonly pairs: readonly {
		readonly states: readonly [number, number];
		readonly relation: FactRelation;
		readonly reason: string;
	}[];
	/** Articles of the story that do not state it, as far as their words show. */
	readonly silent: readonly string[];
}

export type LineageNodeKind = "report" | "primary" | "agency" | "outlet" | "url" | "unnamed";
export type LineageEdgeKind = "copies" | "shares" | "credits" | "reposts";

export interface LineageNode {
	readonly id: string;
	readonly kind: LineageNodeKind;
	readonly article: string | null;
	readonly entity: string | null;
	readonly url: string | null;
	/** A name to show. */
	readonly name: string;
}

/** `from` draws on `to`. */
export interface LineageEdge {
	readonly from: string;
	readonly to: string;
	readonly kind: LineageEdgeKind;
	readonly directed: boolean;
	/** What the credit is for: a quotation's id, or null for a passage or the whole text. */
	readonly for: string | null;
	/** The sentence that the credit is for where no quotation was found in it; null for a quotation and the whole text. */
	readonly passage: Place | null;
	readonly evidence: readonly Place[];
	readonly confidence: number;
}

export interface Lineage {
	readonly story: string;
	readonly nodes: readonly LineageNode[];
	readonly edges: readonly LineageEdge[];
}

/**
 * On which side a speaker plainly stands of what is spoken about, or what is done with it: `demands` and `warns` are
 * addressed to it, `denies` that something is so of it. Only `supports` and `opposes` are sides.
 */
export type PositionStance = "supports" | "opposes" | "demands" | "warns" | "denies";

/** Who is spoken for, and the words that say so. */
export interface PositionBehalf {
	readonly entity: string;
	readonly reason: string;
	/** Empty where it follows from what the speaker is: a capital stands for its state. */
	readonly evidence: readonly Place[];
}

/** One report's giving of a position. */
export interface PositionReport {
	readonly article: string;
	readonly spans: readonly Span[];
	readonly mode: FactMode;
	readonly polarity: Polarity;
	/** Who says so; null when the report does on its own word, or nobody settles it. */
	readonly by: string | null;
	readonly quotation: string | null;
	/** The agencies or outlets credited with bringing the words, nearest first. */
	readonly carriers: readonly string[];
	readonly stance: PositionStance | null;
	/** Whether the reading of its words is sure enough to be shown unasked. */
	readonly sure: boolean;
}

/** What a speaker said or did about an entity, on a date: one row however many reports give it. */
export interface Position {
	readonly id: string;
	readonly speaker: string;
	readonly onBehalfOf: string | null;
	readonly behalf: readonly PositionBehalf[];
	readonly about: string;
	readonly kind: "statement" | "act";
	/** The deed: "veto", "withdraw from"; null for a statement. */
	readonly act: string | null;
	readonly when: StatedDate;
	/** The report whose words stand for the row. */
	readonly article: string;
	readonly spans: readonly Span[];
	readonly exact: string;
	readonly utterance: string | null;
	readonly fact: string | null;
	readonly polarity: Polarity;
	readonly stance: PositionStance | null;
	readonly stanceReason: string;
	readonly stanceEvidence: readonly Place[];
	readonly reports: readonly PositionReport[];
	/** The position of an earlier day that this one goes against. */
	readonly change: {
		readonly position: string;
		readonly stance: PositionStance;
		readonly when: StatedDate;
	} | null;
	/** Positions of the same days that take the other side: no change, but something to look at. */
	readonly differs: readonly string[];
}
