import type { z } from "zod";
import type {
	EntityType,
	MentionForm,
	NumberKind,
	NumberQualifier,
	Polarity,
	QuotationKind,
} from "../../model/annotation.ts";
import type { ExactSpan } from "../../model/quotation-listing.ts";
import type {
	AlignmentCell,
	AlignmentColumn,
	Coverage,
	Entity,
	EntityMention,
	HeldRelation,
	HeldRendition,
	Occasion,
	Quotation,
	RecordDate,
	RecordNumber,
	RecordTerm,
	Rendition,
	Utterance,
	Variant,
	VariantKind,
} from "../../model/record.ts";
import { FLAG, listOf, NUMBER, object, oneOf, orNull, part, SURENESS, TEXT, TEXTS } from "./fields.ts";
import { DATE, PLACE_FIELDS, SPAN, SPAN_FIELDS, SPANS } from "./parts.ts";

export const POLARITY: z.ZodType<Polarity> = oneOf<Polarity>({ said: 0, denied: 0, "not-said": 0, declined: 0 });

export const ENTITY_TYPE: z.ZodType<EntityType> = oneOf<EntityType>({
	person: 0,
	organisation: 0,
	agency: 0,
	outlet: 0,
	state: 0,
	place: 0,
	document: 0,
	event: 0,
	unknown: 0,
});

const MENTION_FORM = oneOf<MentionForm>({
	full: 0,
	short: 0,
	acronym: 0,
	alias: 0,
	title: 0,
	demonym: 0,
	pronoun: 0,
	description: 0,
});

export const ENTITY: z.ZodType<Entity> = object<Entity>("Entity", {
	id: TEXT,
	name: TEXT,
	type: ENTITY_TYPE,
	names: TEXTS,
	reasons: TEXTS,
	related: listOf(part<Entity["related"][number]>({ entity: TEXT, kind: TEXT })),
	mentions: listOf(object<EntityMention>("EntityMention", { ...PLACE_FIELDS, exact: TEXT, form: MENTION_FORM })),
});

export const RECORD_DATE: z.ZodType<RecordDate> = object<RecordDate>("RecordDate", {
	...PLACE_FIELDS,
	exact: TEXT,
	date: DATE,
});

export const RECORD_NUMBER: z.ZodType<RecordNumber> = object<RecordNumber>("RecordNumber", {
	...PLACE_FIELDS,
	exact: TEXT,
	low: orNull(NUMBER),
	high: orNull(NUMBER),
	of: orNull(TEXT),
	kind: oneOf<NumberKind>({ count: 0, ordinal: 0, age: 0, share: 0, money: 0, measure: 0 }),
	qualifier: oneOf<NumberQualifier>({
		exact: 0,
		"more-than": 0,
		"at-least": 0,
		"fewer-than": 0,
		"at-most": 0,
		about: 0,
		range: 0,
	}),
});

export const RECORD_TERM: z.ZodType<RecordTerm> = object<RecordTerm>("RecordTerm", {
	...PLACE_FIELDS,
	exact: TEXT,
	reason: TEXT,
});

export const QUOTATION_KIND: z.ZodType<QuotationKind> = oneOf<QuotationKind>({ direct: 0, mixed: 0, indirect: 0 });

export const QUOTATION: z.ZodType<Quotation> = object<Quotation>("Quotation", {
	id: TEXT,
	article: TEXT,
	kind: QUOTATION_KIND,
	content: SPANS,
	marked: SPANS,
	exact: TEXT,
	source: orNull(SPAN),
	cue: SPANS,
	speaker: orNull(TEXT),
	speakerReason: TEXT,
	candidates: listOf(part<Quotation["candidates"][number]>({ entity: TEXT, reason: TEXT })),
	carriers: listOf(part<Quotation["carriers"][number]>({ entity: TEXT, span: SPAN })),
	addressee: orNull(SPAN),
	occasion: orNull(TEXT),
	where: orNull(SPAN),
	when: DATE,
	polarity: POLARITY,
	hedged: FLAG,
	confidence: SURENESS,
	rule: TEXT,
});

export const OCCASION: z.ZodType<Occasion> = object<Occasion>("Occasion", {
	id: TEXT,
	speaker: orNull(TEXT),
	when: DATE,
	where: orNull(TEXT),
	utterances: TEXTS,
});

const RENDITION = object<Rendition>("Rendition", {
	id: TEXT,
	article: TEXT,
	parts: listOf(part<Rendition["parts"][number]>({ quotation: orNull(TEXT), spans: SPANS })),
	coverage: oneOf<Coverage>({ whole: 0, part: 0, fragment: 0 }),
});

const COLUMN = object<AlignmentColumn>("AlignmentColumn", {
	cells: listOf(object<AlignmentCell>("AlignmentCell", { rendition: TEXT, spans: SPANS, text: TEXT })),
	agreed: FLAG,
});

export const VARIANT_KIND: z.ZodType<VariantKind> = oneOf<VariantKind>({
	wording: 0,
	inflection: 0,
	addition: 0,
	omission: 0,
	number: 0,
	name: 0,
	polarity: 0,
	strength: 0,
	order: 0,
});

export const EXACT_SPAN: z.ZodType<ExactSpan> = object<ExactSpan>("ExactSpan", { ...SPAN_FIELDS, exact: TEXT });

const VARIANT = object<Variant>("Variant", {
	kind: VARIANT_KIND,
	columns: SPAN,
	readings: listOf(part<Variant["readings"][number]>({ renditions: TEXTS, text: TEXT })),
});

export const UTTERANCE: z.ZodType<Utterance> = object<Utterance>("Utterance", {
	id: TEXT,
	story: TEXT,
	occasion: orNull(TEXT),
	speaker: orNull(TEXT),
	renditions: listOf(RENDITION),
	alignment: part<Utterance["alignment"]>({ columns: listOf(COLUMN) }),
	variants: listOf(VARIANT),
	held: listOf(
		object<HeldRendition>("HeldRendition", {
			rendition: TEXT,
			primary: TEXT,
			relation: oneOf<HeldRelation>({ exact: 0, cut: 0, changed: 0, summary: 0 }),
			leftOut: listOf(EXACT_SPAN),
			changed: listOf(
				part<HeldRendition["changed"][number]>({
					kind: VARIANT_KIND,
					primary: listOf(EXACT_SPAN),
					report: listOf(EXACT_SPAN),
				}),
			),
		}),
	),
});
