import { listQuoted } from "../src/collation/quotation-listing.ts";
import type { Article } from "../src/model/article.ts";
import { QUOTATIONS_SCHEMA, type QuotationListing } from "../src/model/quotation-listing.ts";
import { annotate } from "../src/pipeline.ts";
import { makeArticle } from "./make-article.ts";

/** The listing of the quotations of one text, found by the rules alone. */
export function listText(text: string, overrides: Partial<Article> = {}): QuotationListing {
	return {
		schema: QUOTATIONS_SCHEMA,
		generator: { version: "1.2.3", models: [], data: [], options: {}, corrections: 0 },
		filters: { speaker: null, kinds: [], least: null },
		articles: [listQuoted(annotate(makeArticle(text, overrides)))],
		problems: [],
	};
}
