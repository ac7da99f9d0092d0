import { z } from "zod";
import type { FactRelation } from "../../model/record.ts";
import { FACT_RELATIONS } from "../../model/search-listing.ts";

/** An id: sixteen hexadecimal digits of 63 bits. */
export const ID: z.ZodType<string> = z
	.string()
	.regex(/^[0-7][0-9a-f]{15}$/, "an id of sixteen hexadecimal digits")
	.describe("An id, as answers name it.");

export const DAY: z.ZodType<string> = z
	.string()
	.refine((text) => /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text), {
		message: "a day such as 2031-05-14",
	})
	.meta({ format: "date" });

/** Entries of one page of a list. */
export function limitUpTo(most: number, usual: number): z.ZodType<number, unknown> {
	return z.coerce.number().int().min(1).max(most).default(usual).describe("Entries on one page.");
}

const words = (what: string): z.ZodOptional<z.ZodString> =>
	z.string().trim().min(1).max(1000).optional().describe(what);

const LANGUAGE = z.string().regex(/^[a-z]{2,3}$/, "a language such as en");

/** What a search is narrowed by. */
export const SEARCH_FIELDS: {
	readonly q: z.ZodOptional<z.ZodString>;
	readonly speaker: z.ZodOptional<z.ZodString>;
	readonly outlet: z.ZodOptional<z.ZodString>;
	readonly from: z.ZodOptional<z.ZodType<string>>;
	readonly to: z.ZodOptional<z.ZodType<string>>;
	readonly language: z.ZodOptional<z.ZodString>;
	readonly story: z.ZodOptional<z.ZodType<string>>;
	readonly limit: z.ZodType<number, unknown>;
} = {
	q: words("Words, all of which must stand there in any inflection, and phrases in double quotation marks."),
	speaker: words("Only where somebody of this name is quoted."),
	outlet: words("Only of this outlet: words of its name or address."),
	from: DAY.optional().describe("Published on this day or later."),
	to: DAY.optional().describe("Published on this day or earlier."),
	language: LANGUAGE.optional().describe("Only in this language: BCP 47 primary language."),
	story: ID.optional().describe("Only of this story."),
	limit: limitUpTo(100, 10),
};

/** Where a list goes on. */
export const AFTER: z.ZodOptional<z.ZodString> = z
	.string()
	.min(1)
	.max(500)
	.optional()
	.describe("The `next` of the page before.");

/** What a list of stories is narrowed by. */
export const STORY_FIELDS: {
	readonly outlet: z.ZodOptional<z.ZodString>;
	readonly language: z.ZodOptional<z.ZodString>;
	readonly entity: z.ZodOptional<z.ZodString>;
	readonly conflicts: z.ZodOptional<z.ZodLiteral<"only">>;
	readonly from: z.ZodOptional<z.ZodType<string>>;
	readonly to: z.ZodOptional<z.ZodType<string>>;
	readonly limit: z.ZodType<number, unknown>;
	readonly after: z.ZodOptional<z.ZodString>;
} = {
	outlet: words("Only with a report of this outlet: its whole name, in any case."),
	language: LANGUAGE.optional().describe("Only with a report in this language: BCP 47 primary language."),
	entity: words("Only where somebody or something of this name is among the main ones: any name that a report has."),
	conflicts: z.literal("only").optional().describe("Only where reports contradict or contest each other."),
	from: DAY.optional().describe("Listed by this day or later."),
	to: DAY.optional().describe("Listed by this day or earlier."),
	limit: limitUpTo(100, 40),
	after: AFTER,
};

export const FACT_RELATION: z.ZodOptional<z.ZodType<FactRelation>> = z
	.enum(FACT_RELATIONS as readonly [FactRelation, ...FactRelation[]])
	.optional()
	.describe("Only facts whose reports stand so to each other.");
