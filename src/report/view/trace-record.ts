import { type CollationRecord, RECORD_SCHEMA } from "../../model/record.ts";
import type { TraceListing } from "../../model/trace-listing.ts";

/** A record that holds the reports alone, so that sigla and anchors are set as on a record's page. */
export function reportsOfTrace({ generator, articles, problems }: TraceListing): CollationRecord {
	const none = { versions: [], copyGroups: [], passages: [], entities: [], dates: [], numbers: [], quotations: [] };
	const more = { terms: [], stories: [], threads: [], occasions: [], utterances: [], facts: [], lineage: [] };
	return { schema: RECORD_SCHEMA, generator, articles, ...none, ...more, positions: [], corrections: [], problems };
}
