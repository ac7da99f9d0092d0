import type { z } from "zod";
import type {
	ArticleRole,
	Byline,
	Dateline,
	Dropped,
	Headline,
	Link,
	MetadataField,
	MetadataValue,
	Outlet,
	PageSpan,
	Post,
	SourceLine,
	Stated,
	Truncated,
} from "../../model/article.ts";
import type { CaptureOrigin, MediaType } from "../../model/capture.ts";
import type { RecordArticle } from "../../model/record.ts";
import { COUNT, type Fields, FLAG, listOf, object, oneOf, orNull, TEXT, TEXTS } from "./fields.ts";
import { DATE, PROBLEM, SPAN, SPAN_FIELDS, SPANS } from "./parts.ts";

const STATED_FIELDS: Fields<Stated> = { text: TEXT, span: orNull(SPAN), from: TEXT };

export const MEDIA_TYPE: z.ZodType<MediaType> = oneOf<MediaType>({
	"text/plain": 0,
	"text/markdown": 0,
	"text/html": 0,
	"application/pdf": 0,
	"application/vnd.openxmlformats-officedocument.wordprocessingml.document": 0,
});

export const CAPTURE: z.ZodType<CaptureOrigin> = object<CaptureOrigin>("CaptureOrigin", {
	place: TEXT,
	url: orNull(TEXT),
	mediaType: MEDIA_TYPE,
	sha256: TEXT,
	at: orNull(TEXT),
});

const METADATA_VALUE = object<MetadataValue>("MetadataValue", {
	field: oneOf<MetadataField>({
		title: 0,
		author: 0,
		agency: 0,
		outlet: 0,
		published: 0,
		modified: 0,
		language: 0,
		canonical: 0,
		section: 0,
	}),
	...STATED_FIELDS,
	taken: FLAG,
});

const STATED = object<Stated>("Stated", STATED_FIELDS);

export const RECORD_ARTICLE: z.ZodType<RecordArticle> = object<RecordArticle>("RecordArticle", {
	id: TEXT,
	sourceId: TEXT,
	siglum: TEXT,
	role: oneOf<ArticleRole>({ report: 0, primary: 0 }),
	capture: CAPTURE,
	text: TEXT,
	body: SPANS,
	dropped: listOf(object<Dropped>("Dropped", { ...SPAN_FIELDS, rule: TEXT, reason: TEXT })),
	pages: listOf(object<PageSpan>("PageSpan", { ...SPAN_FIELDS, page: COUNT })),
	links: listOf(object<Link>("Link", { ...SPAN_FIELDS, url: TEXT })),
	sourceLines: listOf(
		object<SourceLine>("SourceLine", { ...SPAN_FIELDS, exact: TEXT, url: orNull(TEXT), name: orNull(TEXT) }),
	),
	headline: orNull(object<Headline>("Headline", { ...STATED_FIELDS, made: FLAG })),
	byline: orNull(object<Byline>("Byline", { ...STATED_FIELDS, authors: TEXTS, agencies: TEXTS })),
	outlet: orNull(object<Outlet>("Outlet", { ...STATED_FIELDS, site: orNull(TEXT) })),
	dateline: orNull(
		object<Dateline>("Dateline", { ...STATED_FIELDS, place: orNull(TEXT), date: orNull(TEXT), agency: orNull(TEXT) }),
	),
	agencies: listOf(STATED),
	published: DATE,
	modified: DATE,
	section: orNull(STATED),
	metadata: listOf(METADATA_VALUE),
	truncated: orNull(
		object<Truncated>("Truncated", {
			kind: oneOf<Truncated["kind"]>({ paywall: 0, "log-in": 0, consent: 0, excerpt: 0 }),
			reason: TEXT,
			span: orNull(SPAN),
		}),
	),
	posts: listOf(object<Post>("Post", { ...SPAN_FIELDS, published: DATE })),
	language: orNull(TEXT),
	stages: TEXTS,
	problems: listOf(PROBLEM),
});
