import { z } from "zod";
import {
	SOURCES_SCHEMA,
	type SourceHealth,
	type SourceListing,
	type SourceSummary,
} from "../../model/source-listing.ts";
import { type AsideSummary, type JobCounts, STATUS_SCHEMA, type StoreStatus } from "../../model/store-status.ts";
import { COUNT, listOf, object, oneOf, orNull, part, TEXT } from "./fields.ts";

const SOURCE = object<SourceSummary>("SourceSummary", {
	id: TEXT,
	kind: oneOf<SourceSummary["kind"]>({ feed: 0, page: 0, folder: 0 }),
	title: orNull(TEXT),
	url: TEXT,
	given: TEXT,
	home: orNull(TEXT),
	health: oneOf<SourceHealth>({ new: 0, well: 0, failing: 0, gone: 0, paused: 0, elsewhere: 0 }),
	lastVisit: orNull(TEXT),
	lastSuccess: orNull(TEXT),
	lastNew: orNull(TEXT),
	nextVisit: orNull(TEXT),
	every: COUNT,
	visits: COUNT,
	failures: COUNT,
	lastError: orNull(part<NonNullable<SourceSummary["lastError"]>>({ code: TEXT, reason: TEXT, at: TEXT })),
	wanted: COUNT,
	reports: COUNT,
	fromAgencies: orNull(COUNT),
	agencies: listOf(part<SourceSummary["agencies"][number]>({ name: TEXT, reports: COUNT })),
});

/** What `stemma sources --json` prints. The compiler holds it to the model. */
export const SOURCES: z.ZodType<SourceListing> = object<SourceListing>("SourceListing", {
	schema: z.literal(SOURCES_SCHEMA),
	store: TEXT,
	at: TEXT,
	sources: listOf(SOURCE),
});

const DAYS = part<StoreStatus["published"]>({ earliest: orNull(TEXT), latest: orNull(TEXT) });

export const ASIDE_SUMMARY: z.ZodType<AsideSummary> = object<AsideSummary>("AsideSummary", {
	kind: TEXT,
	subject: TEXT,
	about: orNull(TEXT),
	tries: COUNT,
	reason: TEXT,
	at: TEXT,
});

/** What `stemma status --json` prints. The compiler holds it to the model. */
export const STATUS: z.ZodType<StoreStatus> = object<StoreStatus>("StoreStatus", {
	schema: z.literal(STATUS_SCHEMA),
	store: TEXT,
	kind: oneOf<StoreStatus["kind"]>({ folder: 0, server: 0, memory: 0 }),
	server: TEXT,
	step: COUNT,
	articles: COUNT,
	primaries: COUNT,
	versioned: part<StoreStatus["versioned"]>({ sources: COUNT, articles: COUNT }),
	outlets: COUNT,
	languages: listOf(part<StoreStatus["languages"][number]>({ language: orNull(TEXT), articles: COUNT })),
	published: DAYS,
	added: part<StoreStatus["added"]>({ first: orNull(TEXT), last: orNull(TEXT) }),
	captures: COUNT,
	unread: COUNT,
	outdated: COUNT,
	annotated: COUNT,
	stories: COUNT,
	names: COUNT,
	corrections: COUNT,
	jobs: listOf(
		object<JobCounts>("JobCounts", { kind: TEXT, waiting: COUNT, taken: COUNT, aside: COUNT, behind: COUNT }),
	),
	aside: listOf(ASIDE_SUMMARY),
	bytes: part<StoreStatus["bytes"]>({
		captured: COUNT,
		tables: COUNT,
		disk: COUNT,
		article: orNull(COUNT),
		byTable: listOf(part<StoreStatus["bytes"]["byTable"][number]>({ table: TEXT, bytes: COUNT })),
	}),
});
