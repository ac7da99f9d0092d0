/** The version of the shape; it changes when a reader of it would break. */
export const STATUS_SCHEMA = "stemma.status/1";

/** What a store holds and what it takes. */
export interface StoreStatus {
	readonly schema: typeof STATUS_SCHEMA;
	/** Where it is; an address without its password. */
	readonly store: string;
	readonly kind: "folder" | "server" | "memory";
	/** Of the database: `18.6`. */
	readonly server: string;
	/** The last step that the schema has taken. */
	readonly step: number;
	readonly articles: number;
	/** Of these, primary documents. */
	readonly primaries: number;
	/** Sources of which there is more than one text, and those texts. */
	readonly versioned: { readonly sources: number; readonly articles: number };
	readonly outlets: number;
	readonly languages: readonly { readonly language: string | null; readonly articles: number }[];
	/** Days, ISO 8601, of the earliest and latest publication that is known; null when none is. */
	readonly published: { readonly earliest: string | null; readonly latest: string | null };
	readonly added: { readonly first: string | null; readonly last: string | null };
	readonly captures: number;
	/** Captures that gave no article, and problems of inputs. */
	readonly unread: number;
	/** Captures that another version of the program has read. */
	readonly outdated: number;
	readonly annotated: number;
	readonly stories: number;
	readonly names: number;
	readonly corrections: number;
	readonly jobs: readonly JobCounts[];
	/** Jobs that were set aside after too many tries, the latest first; 20 at most, `jobs` counts all. */
	readonly aside: readonly AsideSummary[];
	readonly bytes: {
		/** Of what was captured, as it was. */
		readonly captured: number;
		/** Of all tables and indexes. */
		readonly tables: number;
		/** Of the folder or the whole database: with what the database needs for itself. */
		readonly disk: number;
		/** Tables and indexes by article; null without articles. */
		readonly article: number | null;
		/** By table, the largest first. */
		readonly byTable: readonly { readonly table: string; readonly bytes: number }[];
	};
}

/** How many jobs of a kind there are. */
export interface JobCounts {
	readonly kind: string;
	/** Due or to come due, and nobody's. */
	readonly waiting: number;
	readonly taken: number;
	readonly aside: number;
	/** Whole seconds for which the one that is longest due has been due; 0 when none is. */
	readonly behind: number;
}

/** A job that was set aside. */
export interface AsideSummary {
	readonly kind: string;
	/** The id of what it is about. */
	readonly subject: string;
	/** Where that came from, or what it is called; null when that is not known. */
	readonly about: string | null;
	readonly tries: number;
	readonly reason: string;
	/** ISO 8601. */
	readonly at: string;
}
