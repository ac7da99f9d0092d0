import type { SearchListing } from "../../../model/search-listing.ts";
import { countOf } from "../../../report/view/count-words.ts";

/** What a search itself leaves open, in words. */
export function noteSearch({ asked, coverage }: Pick<SearchListing, "asked" | "coverage">): string[] {
	const notes: string[] = [];
	if (asked.passedOver.length > 0) {
		notes.push(`Very common words were passed over: ${asked.passedOver.join(", ")}.`);
	}
	const { stories, cut } = coverage;
	if (stories !== null && stories.collated < stories.all) {
		notes.push(
			`${countOf(stories.all - stories.collated, "story", "stories")} of ${stories.all} are not collated yet: their facts were not searched.`,
		);
	}
	if (cut > 0) notes.push(`${countOf(cut, "report")} are so long that only their first part is searched.`);
	return notes;
}
