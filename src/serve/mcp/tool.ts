import { z } from "zod";
import { FACT_RELATIONS } from "../../model/search-listing.ts";
import type { Store } from "../../store/store.ts";
import { DAY, ID } from "../api/fields.ts";
import type { Coverage } from "../coverage.ts";
import { tellCoverage } from "../coverage.ts";
import type { Citations } from "./citations.ts";
import type { Cited } from "./shapes.ts";

/** What tools ask. */
export interface ToolRoom {
	readonly store: Store;
	coverage(): Promise<Coverage>;
	/** Waits for what was begun and should be in the store, for as long as who asks may be kept waiting. */
	ready(): Promise<void>;
}

/** Something that a program of the Model Context Protocol can ask: what is listed, read and answered comes from here. */
export interface Tool {
	readonly name: string;
	readonly title: string;
	/** When to use it and what comes back, for whoever chooses among tools. */
	readonly description: string;
	readonly input: z.ZodObject;
	readonly output: z.ZodType;
	/** Rejects with a UserError for what cannot be asked so. */
	answer(room: ToolRoom, input: unknown): Promise<object>;
}

/** A tool whose answer is held to its schemas. */
export function defineTool<I, A extends Cited>(tool: {
	readonly name: string;
	readonly title: string;
	readonly description: string;
	readonly input: { readonly [K in keyof I]: z.ZodType<I[K]> };
	readonly output: z.ZodType<A>;
	answer(room: ToolRoom, input: I): Promise<A>;
}): Tool {
	const { answer, input, ...rest } = tool;
	return {
		...rest,
		// A field that is not known is a mistake: a filter that is spelt wrong must not find everything.
		input: z.strictObject(input),
		// It was parsed by this very schema.
		answer: (room, given) => answer(room, given as I),
	};
}

/** What every answer ends with. @param notes what this answer leaves open beside what the store does */
export async function citeAll(
	room: ToolRoom,
	citations: Citations,
	next: string | null,
	notes: readonly string[] = [],
	days: { readonly from?: string | undefined; readonly to?: string | undefined } = {},
): Promise<Cited> {
	const coverage = await room.coverage();
	const told = tellCoverage(coverage, { from: days.from ?? null, to: days.to ?? null });
	return { reports: citations.list(), next, notCovered: [...notes, ...told], coverage };
}

/** Fields that several tools take. */
export const WORDS_FIELD: z.ZodOptional<z.ZodString> = named(
	"Words that must all stand there, in any inflection; a phrase in double quotation marks stands there as it is.",
);
const SPEAKER_FIELD: z.ZodOptional<z.ZodString> = named("Only where somebody of this name is quoted: words of it.");
const OUTLET_FIELD: z.ZodOptional<z.ZodString> = named("Only of this outlet: words of its name or address.");
export const LANGUAGE_FIELD: z.ZodOptional<z.ZodString> = z
	.string()
	.regex(/^[a-z]{2,3}$/, "takes a language such as en")
	.optional()
	.describe("Only in this language: BCP 47 primary language, such as en.");
export const FROM_FIELD: z.ZodOptional<z.ZodType<string>> = DAY.optional().describe(
	"Published on this day or later: 2031-05-14.",
);
export const TO_FIELD: z.ZodOptional<z.ZodType<string>> = DAY.optional().describe("Published on this day or earlier.");
export const STORY_FIELD: z.ZodOptional<z.ZodType<string>> = ID.optional().describe("Only of this story, by its id.");
export const STORY_ID: z.ZodType<string> = ID.describe(
	"The story, by its id or a former one: find_stories names them.",
);
export const AFTER_FIELD: z.ZodOptional<z.ZodString> = z
	.string()
	.min(1)
	.max(200)
	.optional()
	.describe("Goes on from there: the `next` of the answer before, to the same question.");
export const RELATION_FIELD: z.ZodOptional<z.ZodType<(typeof FACT_RELATIONS)[number]>> = z
	.enum(FACT_RELATIONS as readonly [(typeof FACT_RELATIONS)[number], ...typeof FACT_RELATIONS])
	.optional()
	.describe("Only facts whose reports stand so to each other.");

/** What every search may be narrowed by: a tool puts what is its own behind. */
export const SEARCH_FIELDS: {
	readonly words: typeof WORDS_FIELD;
	readonly speaker: typeof SPEAKER_FIELD;
	readonly outlet: typeof OUTLET_FIELD;
	readonly from: typeof FROM_FIELD;
	readonly to: typeof TO_FIELD;
	readonly language: typeof LANGUAGE_FIELD;
	readonly story: typeof STORY_FIELD;
	readonly limit: z.ZodType<number>;
	readonly after: typeof AFTER_FIELD;
} = {
	words: WORDS_FIELD,
	speaker: SPEAKER_FIELD,
	outlet: OUTLET_FIELD,
	from: FROM_FIELD,
	to: TO_FIELD,
	language: LANGUAGE_FIELD,
	story: STORY_FIELD,
	limit: limitField(25, 10),
	after: AFTER_FIELD,
};

/** Rows of one answer, at most. */
export function limitField(most: number, usual: number): z.ZodType<number> {
	return z.int().min(1).max(most).default(usual).describe("Rows of this answer, at most; long ones are fewer.");
}

/** Something in words that may be left out. */
export function named(what: string): z.ZodOptional<z.ZodString> {
	return z.string().trim().min(1).max(300).optional().describe(what);
}
