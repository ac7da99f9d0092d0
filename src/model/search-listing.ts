import type { Polarity, QuotationKind } from "./annotation.ts";
import type { ArticleRole } from "./article.ts";
import type { ExactSpan } from "./quotation-listing.ts";
import type { FactMode, FactRelation, FactType } from "./record.ts";

/** The version of the listing's shape; it changes when a reader of listings would break. */
export const SEARCH_SCHEMA = "stemma.search/1";

/** What can be found, in the order in which it is listed. */
export const SEARCH_KINDS = ["article", "quotation", "speaker", "fact"] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** How what reports state of a fact may stand to each other, what is opposed first. */
export const FACT_RELATIONS: readonly FactRelation[] = [
	"conflict",
	"contested",
	"updated",
	"unclear",
	"compatible",
	"agree",
	"single-source",
];

/** What is asked of a store. */
export interface AskedSearch {
	/** Words, and phrases in double quotation marks; empty where only the rest is asked for. */
	readonly text: string;
	/** Words of a speaker's name, and of an outlet's; null for any. */
	readonly speaker: string | null;
	readonly outlet: string | null;
	/** Days, ISO 8601, both included; null for open. */
	readonly from: string | null;
	readonly to: string | null;
	/** BCP 47 primary language; null for any. */
	readonly language: string | null;
	/** A story's id or a former one; null for any. */
	readonly story: string | null;
	/** Of facts, in the order of `FACT_RELATIONS`; none for any. */
	readonly relations: readonly FactRelation[];
	/** In the order of `SEARCH_KINDS`. */
	readonly kinds: readonly SearchKind[];
	/** Hits of each kind. */
	readonly limit: number;
	/** The `next` of an earlier page; null for the first. */
	readonly after: string | null;
}

/** Hits of each kind where nobody says how many. */
export const USUAL_LIMIT = 10;

/** A search of everything, for its words to be put in and the rest to be narrowed. */
export const WIDE_SEARCH: AskedSearch = {
	text: "",
	speaker: null,
	outlet: null,
	from: null,
	to: null,
	language: null,
	story: null,
	relations: [],
	kinds: SEARCH_KINDS,
	limit: USUAL_LIMIT,
	after: null,
};

/** How the words were read. */
export interface ReadWords {
	/** Each is looked for in any of its inflections, and all must stand there. */
	readonly words: readonly string[];
	/** Each is looked for as it is written, but for case, accents and marks between the words. */
	readonly phrases: readonly string[];
	/** Words so common that they were passed over. */
	readonly passedOver: readonly string[];
}

/** What was found in a store: what `stemma search --json` prints. Described in docs/store.md. */
export interface SearchListing {
	readonly schema: typeof SEARCH_SCHEMA;
	readonly store: string;
	readonly asked: AskedSearch & ReadWords;
	readonly coverage: SearchCoverage;
	/** Null for a kind that was not asked for. */
	readonly articles: Hits<ArticleHit> | null;
	readonly quotations: Hits<QuotationHit> | null;
	readonly speakers: Hits<SpeakerHit> | null;
	readonly facts: Hits<FactHit> | null;
}

/** How much of the store was searched. */
export interface SearchCoverage {
	/** Articles in the store, and those that are indexed: the others were not searched. */
	readonly articles: number;
	readonly indexed: number;
	/** Articles so long that only their first words are indexed. */
	readonly cut: number;
	/** Articles without a known day of publication, which a search by day leaves out; null where none was asked for. */
	readonly undated: number | null;
	/** Stories in the store, and those whose facts can be found; null where no fact was asked for. */
	readonly stories: { readonly all: number; readonly collated: number } | null;
}

/** One page of hits: by score, the highest first, then by id. */
export interface Hits<T> {
	/** How many there are in all; null where they were not counted to the end. */
	readonly total: number | null;
	readonly hits: readonly T[];
	/** What `after` takes to go on; null at the end. */
	readonly next: string | null;
}

/** The report that a hit stands in. */
export interface HitArticle {
	readonly id: string;
	readonly place: string;
	readonly role: ArticleRole;
	readonly headline: string | null;
	readonly outlet: string | null;
	/** Days, ISO 8601. */
	readonly published: { readonly earliest: string | null; readonly latest: string | null };
	readonly language: string | null;
}

export interface ArticleHit {
	readonly score: number;
	readonly article: HitArticle;
	/** By place, at most two; empty where the words stand in a headline that is not part of the text. */
	readonly snippets: readonly Snippet[];
}

/** A stretch of an article's text, and the words in it that were asked for, sorted by place. */
export interface Snippet extends ExactSpan {
	readonly matches: readonly ExactSpan[];
}

export interface QuotationHit {
	readonly score: number;
	readonly article: HitArticle;
	readonly quotation: string;
	readonly kind: QuotationKind;
	/** As its own report names the speaker; null when it is not known. */
	readonly speaker: string | null;
	readonly source: ExactSpan | null;
	readonly polarity: Polarity;
	readonly hedged: boolean;
	readonly confidence: number;
	/** The words reported, sorted. */
	readonly content: readonly Snippet[];
}

/** Who is quoted under one name; two people of one name are not told apart, nor two names of one person joined. */
export interface SpeakerHit {
	readonly score: number;
	readonly name: string;
	readonly articles: number;
	readonly quotations: number;
	readonly published: { readonly earliest: string | null; readonly latest: string | null };
}

/** A fact of a story, as it was when the story was last collated. */
export interface SearchedFact {
	readonly fact: string;
	/** What it is of, in plain words; "" where the statement alone tells it. */
	readonly title: string;
	readonly statement: string;
	readonly type: FactType;
	readonly relation: FactRelation;
	readonly reason: string;
	/** In the order of the record. */
	readonly states: readonly SearchedState[];
	/** Ids of the story's reports that say nothing of it. */
	readonly silent: readonly string[];
}

export interface SearchedState {
	readonly article: string;
	/** As stated. */
	readonly value: string;
	readonly mode: FactMode;
	readonly polarity: Polarity;
	/** On whose word, by the names of the story; null for the outlet's own, or where that is open. */
	readonly by: string | null;
	readonly spans: readonly ExactSpan[];
}

export interface FactHit extends SearchedFact {
	readonly score: number;
	/** The report whose words were matched, of several the best. */
	readonly article: HitArticle;
	/** The sentences of that report that state it, by place, at most two. */
	readonly snippets: readonly Snippet[];
	readonly story: { readonly id: string; readonly headline: string | null };
	/** The reports that state it, by id. */
	readonly reports: readonly HitArticle[];
}
