import type { ListedProblem } from "./problem.ts";
import type { Generator, Position, RecordArticle } from "./record.ts";
import type { NamedEntity } from "./story-listing.ts";

/** The version of the listing's shape; it changes when a reader of listings would break. */
export const POSITIONS_SCHEMA = "stemma.positions/1";

/**
 * Who said or did what about whom, over all stories: what `stemma positions --json` prints. Ids, shapes and orders are
 * the record's. Described in docs/record.md.
 */
export interface PositionListing {
	readonly schema: typeof POSITIONS_SCHEMA;
	readonly generator: Generator;
	/** What was asked for. */
	readonly asked: AskedPositions;
	readonly articles: readonly RecordArticle[];
	/** Those that ledgers and positions name. */
	readonly entities: readonly NamedEntity[];
	readonly ledgers: readonly PositionLedger[];
	readonly positions: readonly Position[];
	readonly problems: readonly ListedProblem[];
}

/** What positions are asked for, as given; null for anybody and for anything. */
export interface AskedPositions {
	readonly speaker: string | null;
	readonly about: string | null;
}

/** The positions of one who holds them on one matter. */
export interface PositionLedger {
	/** The speaker, or who is spoken for where that was asked for. */
	readonly holder: string;
	readonly about: string;
	readonly statements: number;
	readonly acts: number;
	/** Articles that give any of them. */
	readonly articles: readonly string[];
	/** First and last day, of those that have one; null without any. */
	readonly first: string | null;
	readonly last: string | null;
	/** Ids, by day, those without one last. */
	readonly positions: readonly string[];
	readonly changes: readonly { readonly from: string; readonly to: string }[];
}
