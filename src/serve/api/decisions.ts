import { z } from "zod";
import { CORRECTION_KINDS, type Correction } from "../../model/correction.ts";
import {
	CORRECTION_LOG_SCHEMA,
	type CorrectionLog,
	type Decision,
	type LogEntry,
	type LogOutcome,
} from "../../model/correction-log.ts";
import type { FactRelation } from "../../model/record.ts";
import { FLAG, listOf, object, orNull, part, TEXT, TEXTS } from "../../report/schema/fields.ts";
import { ID } from "./fields.ts";

/** Letters of a name or a reason. */
const LONGEST = 2000;
const SAID = z.string().trim().min(1).max(LONGEST);

export const WHY: z.ZodType<string> = SAID.describe("Why: the log gives it to whoever reads it.");

const WORDS = z
	.strictObject({ article: ID, start: z.int().min(0), end: z.int().min(1), exact: z.string().min(1).max(100_000) })
	.describe("Words of a report at their place, in UTF-16 units.");
const ARTICLES = z.array(ID).max(500);

const GIVEN = z.discriminatedUnion("kind", [
	z.strictObject({ kind: z.literal("join-stories"), why: WHY, articles: ARTICLES.min(2) }),
	z.strictObject({ kind: z.literal("split-story"), why: WHY, articles: ARTICLES.min(1), from: ID.optional() }),
	z.strictObject({
		kind: z.literal("move-reports"),
		why: WHY,
		articles: ARTICLES.min(1),
		into: ID,
		from: ID.optional(),
	}),
	z.strictObject({ kind: z.literal("rename-story"), why: WHY, articles: ARTICLES.min(1), name: SAID }),
	z.strictObject({ kind: z.literal("rename-entity"), why: WHY, words: z.array(WORDS).length(1), name: SAID }),
	z.strictObject({ kind: z.literal("same-utterance"), why: WHY, words: z.array(WORDS).min(2).max(100) }),
	z.strictObject({ kind: z.literal("not-same-utterance"), why: WHY, words: z.array(WORDS).min(2).max(100) }),
	z.strictObject({
		kind: z.literal("speaker"),
		why: WHY,
		words: z.array(WORDS).length(1),
		speaker: z.nullable(SAID).describe("A name that some report gives; null where nobody is to be named."),
	}),
	z.strictObject({
		kind: z.literal("reject-conflict"),
		why: WHY,
		words: z.array(WORDS).min(1).max(100).describe("Words of the states that are held against each other."),
		fact: z.string().min(1).max(100).optional(),
		relation: z.enum(["agree", "compatible", "updated", "unclear"]).default("unclear"),
	}),
]);

/** A person's decision as a program gives it. */
export const DECISION: z.ZodType<Decision> = (
	GIVEN as z.ZodType<Partial<Decision> & Pick<Decision, "kind" | "why">, unknown>
)
	.transform((given) => fillDecision(given))
	.meta({ id: "Decision" }) as unknown as z.ZodType<Decision>;

/** A decision with null and nothing for what its kind has none of. */
export function fillDecision(given: Partial<Decision> & Pick<Decision, "kind" | "why">): Decision {
	const none = {
		words: [],
		speaker: null,
		fact: null,
		relation: null,
		articles: [],
		from: null,
		into: null,
		name: null,
	};
	return { ...none, ...given, articles: [...new Set(given.articles ?? [])] };
}

const KIND = z.enum(CORRECTION_KINDS);

const CORRECTION = object<Correction>("Correction", {
	kind: KIND,
	who: TEXT,
	when: TEXT,
	why: TEXT,
	words: listOf(
		part<Correction["words"][number]>({ article: TEXT, start: z.int().min(0), end: z.int().min(0), exact: TEXT }),
	),
	speaker: orNull(TEXT),
	fact: orNull(TEXT),
	relation: orNull(TEXT as z.ZodType<FactRelation>),
	articles: TEXTS,
	from: orNull(TEXT),
	into: orNull(TEXT),
	name: orNull(TEXT),
});

export const CORRECTION_LOG: z.ZodType<CorrectionLog> = object<CorrectionLog>("CorrectionLog", {
	schema: z.literal(CORRECTION_LOG_SCHEMA),
	store: TEXT,
	entries: listOf(
		object<LogEntry>("LogEntry", {
			id: TEXT,
			at: TEXT,
			who: TEXT,
			why: TEXT,
			decision: orNull(CORRECTION),
			undoes: orNull(TEXT),
			undoneBy: orNull(TEXT),
			outcomes: listOf(part<LogOutcome>({ story: TEXT, title: TEXT, applied: z.nullable(FLAG), reason: orNull(TEXT) })),
		}),
	),
	next: orNull(TEXT),
});
