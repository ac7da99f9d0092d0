import type { FactRelation } from "../model/record.ts";
import { type AskedSearch, type SearchKind, WIDE_SEARCH } from "../model/search-listing.ts";

/** What the fields of a question ask a search for. */
export interface SearchFields {
	readonly words?: string | undefined;
	readonly speaker?: string | undefined;
	readonly outlet?: string | undefined;
	readonly from?: string | undefined;
	readonly to?: string | undefined;
	readonly language?: string | undefined;
	readonly story?: string | undefined;
	readonly relation?: FactRelation | undefined;
	readonly limit: number;
	readonly after?: string | undefined;
}

/** A question of another program as a search. */
export function toAskedSearch(fields: SearchFields, kinds: readonly SearchKind[]): AskedSearch {
	return {
		...WIDE_SEARCH,
		text: fields.words ?? "",
		speaker: fields.speaker ?? null,
		outlet: fields.outlet ?? null,
		from: fields.from ?? null,
		to: fields.to ?? null,
		language: fields.language ?? null,
		story: fields.story ?? null,
		relations: fields.relation === undefined ? [] : [fields.relation],
		kinds,
		limit: fields.limit,
		after: fields.after ?? null,
	};
}
