import { z } from "zod";
import {
	type DroppedPlace,
	type NearPlace,
	type SetName,
	TRACE_SCHEMA,
	type TraceBounds,
	type TraceCoverage,
	type TraceCredit,
	type TraceDifference,
	type TracedPlace,
	type TracedQuotation,
	type TracedText,
	type TraceForm,
	type TraceKind,
	type TraceListing,
} from "../../model/trace-listing.ts";
import { RECORD_ARTICLE } from "./article.ts";
import { COUNT, type Fields, FLAG, listOf, object, oneOf, orNull, part, SURENESS, TEXT, TEXTS } from "./fields.ts";
import { DATE, LISTED_PROBLEM, PLACE_FIELDS, PLACES, SPAN, SPANS } from "./parts.ts";
import { GENERATOR } from "./record.ts";
import { EDGE_KIND } from "./stories.ts";
import { EXACT_SPAN, POLARITY, VARIANT_KIND } from "./words.ts";

const EXACT_SPANS = listOf(EXACT_SPAN);
const NAME: Fields<SetName> = { entity: TEXT, name: TEXT };

const QUOTATION = object<TracedQuotation>("TracedQuotation", {
	id: TEXT,
	speaker: orNull(object<SetName>("SetName", NAME)),
	speakerReason: TEXT,
	source: orNull(EXACT_SPAN),
	cue: EXACT_SPANS,
	carriers: listOf(part<TracedQuotation["carriers"][number]>({ ...NAME, span: EXACT_SPAN })),
	said: DATE,
	polarity: POLARITY,
	hedged: FLAG,
	confidence: SURENESS,
});

const CREDIT = object<TraceCredit>("TraceCredit", {
	kind: EDGE_KIND,
	directed: FLAG,
	name: TEXT,
	entity: orNull(TEXT),
	report: orNull(TEXT),
	reports: TEXTS,
	scope: oneOf<TraceCredit["scope"]>({ words: 0, text: 0 }),
	evidence: PLACES,
	confidence: SURENESS,
});

const PLACE = object<TracedPlace>("TracedPlace", {
	id: TEXT,
	article: TEXT,
	kind: oneOf<TraceKind>({ exact: 0, cut: 0, reworded: 0 }),
	form: oneOf<TraceForm>({ direct: 0, mixed: 0, indirect: 0, "own-words": 0 }),
	headline: FLAG,
	spans: EXACT_SPANS,
	verbatim: SPANS,
	given: SURENESS,
	score: SURENESS,
	typography: FLAG,
	differences: listOf(
		object<TraceDifference>("TraceDifference", { kind: VARIANT_KIND, traced: EXACT_SPANS, found: EXACT_SPANS }),
	),
	quotation: orNull(QUOTATION),
	when: DATE,
	credits: listOf(CREDIT),
	reason: TEXT,
});

/** What `stemma trace --json` prints. The compiler holds it to the model. */
export const TRACE: z.ZodType<TraceListing> = object<TraceListing>("TraceListing", {
	schema: z.literal(TRACE_SCHEMA),
	generator: GENERATOR,
	traced: object<TracedText>("TracedText", {
		text: TEXT,
		words: COUNT,
		sentences: listOf(SPAN),
		bounds: part<TraceBounds>({
			sameSpeaker: SURENESS,
			openSpeaker: SURENESS,
			ownWords: SURENESS,
			collated: SURENESS,
			collatedParaphrase: SURENESS,
			keptApart: SURENESS,
		}),
	}),
	coverage: orNull(object<TraceCoverage>("TraceCoverage", { articles: COUNT, indexed: COUNT, left: COUNT })),
	articles: listOf(RECORD_ARTICLE),
	places: listOf(PLACE),
	lines: COUNT,
	near: listOf(object<NearPlace>("NearPlace", { article: TEXT, spans: EXACT_SPANS, score: SURENESS, reason: TEXT })),
	dropped: listOf(object<DroppedPlace>("DroppedPlace", { ...PLACE_FIELDS, exact: TEXT, rule: TEXT, reason: TEXT })),
	problems: listOf(LISTED_PROBLEM),
});
