import type { z } from "zod";
import type { FactRelation } from "../../model/record.ts";
import { SEARCH_KINDS, type SearchKind, type SearchListing } from "../../model/search-listing.ts";
import { ARTICLE_HITS, FACT_HITS, QUOTATION_HITS, SEARCH, SPEAKER_HITS } from "../../report/schema/search.ts";
import { toAskedSearch } from "../asked-search.ts";
import { AFTER, FACT_RELATION, SEARCH_FIELDS } from "./fields.ts";
import { type ApiRoute, defineRoute, type Fields } from "./route.ts";

type Asked = Fields<typeof SEARCH_FIELDS> & {
	readonly after?: string | undefined;
	readonly relation?: FactRelation | undefined;
};

/** Hits of one kind, page by page. */
function listOfKind<A>(
	path: string,
	kind: SearchKind,
	summary: string,
	answer: z.ZodType<A>,
	pick: (listing: SearchListing) => A | null,
): ApiRoute {
	return defineRoute({
		path,
		summary,
		params: {},
		query: { ...SEARCH_FIELDS, after: AFTER, ...(kind === "fact" ? { relation: FACT_RELATION } : {}) },
		answer,
		find: async ({ store }, _, query) =>
			pick(await store.search(toAskedSearch({ ...(query as Asked), words: (query as Asked).q }, [kind]), () => {})),
	});
}

/** What is found by words, speaker, outlet, day, language and story. */
export const SEARCHES: readonly ApiRoute[] = [
	defineRoute({
		path: "/search",
		summary: "Search reports, quotations, speakers and facts",
		description: "The first hits of each kind, best first, and how much of the store was searched.",
		params: {},
		query: SEARCH_FIELDS,
		answer: SEARCH,
		find: ({ store }, _, query) => store.search(toAskedSearch({ ...query, words: query.q }, SEARCH_KINDS), () => {}),
	}),
	listOfKind("/articles", "article", "Find reports", ARTICLE_HITS, ({ articles }) => articles),
	listOfKind("/quotations", "quotation", "Find quotations", QUOTATION_HITS, ({ quotations }) => quotations),
	listOfKind("/speakers", "speaker", "Find who is quoted", SPEAKER_HITS, ({ speakers }) => speakers),
	listOfKind("/facts", "fact", "Find facts", FACT_HITS, ({ facts }) => facts),
];
