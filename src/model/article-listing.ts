import type { Article } from "./article.ts";
import type { ListedProblem } from "./problem.ts";

/** The version of the listing's shape; it changes when a reader of listings would break. */
export const LISTING_SCHEMA = "stemma.articles/1";

/**
 * What was taken of each input and what was dropped, before anything is found in it: what
 * `stemma article --json` prints. Described in docs/record.md.
 */
export interface ArticleListing {
	readonly schema: typeof LISTING_SCHEMA;
	readonly generator: { readonly version: string };
	/** By `capture.place`, then `id`. */
	readonly articles: readonly Article[];
	/** Of inputs that gave no article, or one that is there already: by `place` (null last), `code`, `reason`. */
	readonly problems: readonly ListedProblem[];
}
