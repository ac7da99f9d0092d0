import { z } from "zod";
import {
	ALERTS_SCHEMA,
	type AlertEntry,
	type AlertKind,
	type AlertListing,
	type AskedAlert,
	type CitedReport,
	ENTRIES_SCHEMA,
	type EntryListing,
	type ListedAlert,
} from "../../model/alert.ts";
import type { ExactSpan } from "../../model/quotation-listing.ts";
import { COUNT, listOf, object, oneOf, orNull, part, TEXT, TEXTS } from "./fields.ts";

const KIND = oneOf<AlertKind>({ words: 0, statement: 0, conflict: 0, lines: 0, edit: 0 });

/** A saved search; where its entries go, and what stands in the way of that, is for who runs the program. */
type SavedSearch = Omit<ListedAlert, "outputs">;
type SavedSearches = Omit<AlertListing, "alerts"> & { readonly alerts: readonly SavedSearch[] };

export const ALERTS: z.ZodType<SavedSearches> = object<SavedSearches>("AlertListing", {
	schema: z.literal(ALERTS_SCHEMA),
	store: TEXT,
	alerts: listOf(
		part<SavedSearch>({
			name: TEXT,
			asked: part<AskedAlert>({
				kind: KIND,
				words: TEXT,
				speaker: orNull(TEXT),
				about: orNull(TEXT),
				lines: orNull(COUNT),
				edits: listOf(
					oneOf<AskedAlert["edits"][number]>({
						...{ added: 0, name: 0, number: 0, quotation: 0, removed: 0, typography: 0, wording: 0 },
					}),
				),
			}),
			since: orNull(TEXT),
			entries: COUNT,
			last: orNull(TEXT),
		}),
	),
});

export const ENTRIES: z.ZodType<EntryListing> = object<EntryListing>("AlertEntryListing", {
	schema: z.literal(ENTRIES_SCHEMA),
	store: TEXT,
	alerts: TEXTS,
	looked: orNull(COUNT),
	total: COUNT,
	entries: listOf(
		object<AlertEntry>("AlertEntry", {
			id: TEXT,
			alert: TEXT,
			kind: KIND,
			foundAt: orNull(TEXT),
			title: TEXT,
			summary: TEXT,
			details: TEXTS,
			story: orNull(part<NonNullable<AlertEntry["story"]>>({ id: TEXT, headline: TEXT, reports: COUNT, lines: COUNT })),
			reports: listOf(
				part<CitedReport>({
					article: TEXT,
					role: oneOf<CitedReport["role"]>({ report: 0, primary: 0 }),
					place: TEXT,
					url: orNull(TEXT),
					outlet: orNull(TEXT),
					headline: orNull(TEXT),
					published: orNull(TEXT),
					words: listOf(part<ExactSpan>({ start: COUNT, end: COUNT, exact: TEXT })),
				}),
			),
		}),
	),
});
