import { z } from "zod";
import { type CollationRecord, type Generator, RECORD_SCHEMA } from "../../model/record.ts";
import { RECORD_ARTICLE } from "./article.ts";
import { COUNT, listOf, object, part, TEXT } from "./fields.ts";
import { LISTED_PROBLEM } from "./parts.ts";
import { COPY_GROUP, CORRECTION, FACT, LINEAGE, PASSAGE, POSITION, STORY, THREAD, VERSION_GROUP } from "./stories.ts";
import { ENTITY, OCCASION, QUOTATION, RECORD_DATE, RECORD_NUMBER, RECORD_TERM, UTTERANCE } from "./words.ts";

const HASHED = part<Generator["models"][number]>({ name: TEXT, sha256: TEXT });

export const GENERATOR: z.ZodType<Generator> = object<Generator>("Generator", {
	version: TEXT,
	models: listOf(HASHED),
	data: listOf(HASHED),
	options: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
	corrections: COUNT,
});

/** What a record is, as docs/record.md describes it. The compiler holds it to the model. */
export const RECORD: z.ZodType<CollationRecord> = object<CollationRecord>("CollationRecord", {
	schema: z.literal(RECORD_SCHEMA),
	generator: GENERATOR,
	articles: listOf(RECORD_ARTICLE),
	versions: listOf(VERSION_GROUP),
	copyGroups: listOf(COPY_GROUP),
	passages: listOf(PASSAGE),
	entities: listOf(ENTITY),
	dates: listOf(RECORD_DATE),
	numbers: listOf(RECORD_NUMBER),
	quotations: listOf(QUOTATION),
	terms: listOf(RECORD_TERM),
	stories: listOf(STORY),
	threads: listOf(THREAD),
	occasions: listOf(OCCASION),
	utterances: listOf(UTTERANCE),
	facts: listOf(FACT),
	lineage: listOf(LINEAGE),
	positions: listOf(POSITION),
	corrections: listOf(CORRECTION),
	problems: listOf(LISTED_PROBLEM),
});

/** The record's JSON Schema (draft 2020-12) as JSON, the named objects under `$defs`. Ends with a line feed. */
export function formatRecordSchema(): string {
	const schema = z.toJSONSchema(RECORD, { target: "draft-2020-12", io: "input" });
	return `${JSON.stringify({ title: RECORD_SCHEMA, ...schema }, null, 2)}\n`;
}
