import type { ListedQuotation, QuotationFilters, QuotationListing } from "../../model/quotation-listing.ts";
import { foldAccents } from "../../text/fold.ts";

/**
 * The listing narrowed to what fits every filter. A speaker is asked for by whole words, in any case and with
 * or without accents: all of them stand in one of the names that the report has for the speaker, or in the
 * words of the source. So "vane" finds Ada Vane also where the report says "she", and "minister" finds "the
 * minister", settled or not. Terms are nobody's, so a narrowed listing has none.
 */
export function narrowQuotations(listing: QuotationListing, filters: QuotationFilters): QuotationListing {
	const { speaker, kinds, least } = filters;
	if (speaker === null && kinds.length === 0 && least === null) return { ...listing, filters };
	const asked = speaker === null ? [] : wordsOf(speaker);
	const fits = (quotation: ListedQuotation): boolean =>
		(kinds.length === 0 || kinds.includes(quotation.kind)) &&
		quotation.confidence >= (least ?? 0) &&
		(speaker === null || isCalled(quotation, asked));
	return {
		...listing,
		filters,
		articles: listing.articles.map((article) => ({
			...article,
			quotations: article.quotations.filter(fits),
			terms: [],
		})),
	};
}

function isCalled({ speaker, source }: ListedQuotation, asked: readonly string[]): boolean {
	const namings = [...(speaker?.names ?? []), ...(source === null ? [] : [source.exact])];
	return namings.some((naming) => {
		const words = new Set(wordsOf(naming));
		return asked.every((word) => words.has(word));
	});
}

function wordsOf(text: string): string[] {
	return foldAccents(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
