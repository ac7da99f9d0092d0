import type { FactRelation } from "./record.ts";
import type { Place, Span } from "./span.ts";

/** What a person may decide: see docs/decisions/corrections.md. */
export const CORRECTION_KINDS = [
	"same-utterance",
	"not-same-utterance",
	"speaker",
	"reject-conflict",
	"split-story",
	"join-stories",
	"move-reports",
	"rename-story",
	"rename-entity",
] as const;
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];

/** Words that a decision points at: where they stood, and what they were. */
export interface CorrectedWords extends Span {
	/** The article by its id, its source id or its place as given. */
	readonly article: string;
	readonly exact: string;
}

/** A person's decision as its file gives it. */
export interface Correction {
	readonly kind: CorrectionKind;
	readonly who: string;
	/** The day of the decision, ISO 8601. */
	readonly when: string;
	readonly why: string;
	/** What it points at; empty for decisions about whole articles, and for a fact named by its id. */
	readonly words: readonly CorrectedWords[];
	/** `speaker`: the name, or null where nobody is to be settled. */
	readonly speaker: string | null;
	/** `reject-conflict`: the fact's id, where the words do not name it. */
	readonly fact: string | null;
	/** `reject-conflict`: what it is instead. */
	readonly relation: FactRelation | null;
	/** Decisions on stories: articles by id, source id or place. */
	readonly articles: readonly string[];
	/** `split-story`, `move-reports`: an article of the story that they are taken from; null where it is not named. */
	readonly from: string | null;
	/** `move-reports`: an article of the story that they belong to. */
	readonly into: string | null;
	/** `rename-story`, `rename-entity`: what it is called instead. */
	readonly name: string | null;
}

/** A decision as the record lists it, with what became of it. */
export interface RecordCorrection {
	/** Hash of all that the decision says. */
	readonly id: string;
	readonly kind: CorrectionKind;
	readonly who: string;
	readonly when: string;
	readonly why: string;
	readonly applied: boolean;
	/** What it did, or why it was not applied. */
	readonly reason: string;
	/** Where the words that it points at stand now. */
	readonly places: readonly Place[];
	/** Ids of the findings that it made what they are: utterances, facts, quotations, stories. */
	readonly findings: readonly string[];
}
