import { type CollationRecord, RECORD_SCHEMA } from "../../model/record.ts";
import type { StoryListing } from "../../model/story-listing.ts";

/** A record that holds the stories alone, so that what sets a record's stories sets a listing's too. */
export function recordOf(listing: StoryListing): CollationRecord {
	return {
		...listing,
		schema: RECORD_SCHEMA,
		entities: listing.entities.map((entity) => ({ ...entity, reasons: [], related: [], mentions: [] })),
		quotations: [],
		...{ dates: [], numbers: [], terms: [], occasions: [], utterances: [], facts: [], positions: [], corrections: [] },
	};
}
