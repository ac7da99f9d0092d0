import type { EntityType, QuotationKind } from "./annotation.ts";
import type { ListedProblem } from "./problem.ts";
import type { CopyGroup, Generator, Lineage, Passage, RecordArticle, Story, Thread, VersionGroup } from "./record.ts";
import type { Span } from "./span.ts";

/** The version of the listing's shape; it changes when a reader of listings would break. */
export const STORIES_SCHEMA = "stemma.stories/1";

/**
 * Which reports tell one event, which are one text, and who draws on whom: what `stemma stories --json`
 * prints. Ids, shapes and orders are the record's. Described in docs/record.md.
 */
export interface StoryListing {
	readonly schema: typeof STORIES_SCHEMA;
	readonly generator: Generator;
	readonly articles: readonly RecordArticle[];
	readonly versions: readonly VersionGroup[];
	readonly copyGroups: readonly CopyGroup[];
	readonly passages: readonly Passage[];
	/** Those that stories, threads and lineage name. */
	readonly entities: readonly NamedEntity[];
	/** Those that credits are for. */
	readonly quotations: readonly CreditedQuotation[];
	readonly stories: readonly Story[];
	readonly threads: readonly Thread[];
	readonly lineage: readonly Lineage[];
	readonly problems: readonly ListedProblem[];
}

/** An entity of the set without its mentions. */
export interface NamedEntity {
	readonly id: string;
	readonly name: string;
	readonly type: EntityType;
	readonly names: readonly string[];
}

/** A quotation as far as it takes to see what a credit is for. */
export interface CreditedQuotation {
	readonly id: string;
	readonly article: string;
	readonly kind: QuotationKind;
	readonly content: readonly Span[];
	readonly exact: string;
}
