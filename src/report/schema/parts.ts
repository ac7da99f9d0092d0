import type { z } from "zod";
import type { DatePrecision, StatedDate } from "../../model/date.ts";
import type { ListedProblem, Problem } from "../../model/problem.ts";
import type { Place, Span } from "../../model/span.ts";
import { COUNT, type Fields, listOf, object, oneOf, orNull, TEXT } from "./fields.ts";

export const SPAN_FIELDS: Fields<Span> = { start: COUNT, end: COUNT };
export const PLACE_FIELDS: Fields<Place> = { article: TEXT, ...SPAN_FIELDS };

export const SPAN: z.ZodType<Span> = object<Span>("Span", SPAN_FIELDS);
export const SPANS: z.ZodType<readonly Span[]> = listOf(SPAN);
export const PLACE: z.ZodType<Place> = object<Place>("Place", PLACE_FIELDS);
export const PLACES: z.ZodType<readonly Place[]> = listOf(PLACE);

export const DATE_PRECISION: z.ZodType<DatePrecision> = oneOf<DatePrecision>({
	minute: 0,
	hour: 0,
	"part-of-day": 0,
	day: 0,
	week: 0,
	month: 0,
	season: 0,
	year: 0,
	range: 0,
});

export const DATE: z.ZodType<StatedDate> = object<StatedDate>("StatedDate", {
	earliest: orNull(TEXT),
	latest: orNull(TEXT),
	precision: orNull(DATE_PRECISION),
	zone: orNull(TEXT),
	exact: orNull(TEXT),
	reason: TEXT,
	evidence: PLACES,
});

const PROBLEM_FIELDS: Fields<Problem> = { code: TEXT, span: orNull(SPAN), reason: TEXT };

export const PROBLEM: z.ZodType<Problem> = object<Problem>("Problem", PROBLEM_FIELDS);
export const LISTED_PROBLEM: z.ZodType<ListedProblem> = object<ListedProblem>("ListedProblem", {
	...PROBLEM_FIELDS,
	article: orNull(TEXT),
	place: orNull(TEXT),
});
