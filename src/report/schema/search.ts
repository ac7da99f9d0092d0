import { z } from "zod";
import type { ArticleRole } from "../../model/article.ts";
import {
	type ArticleHit,
	type AskedSearch,
	type FactHit,
	type HitArticle,
	type Hits,
	type QuotationHit,
	type ReadWords,
	SEARCH_SCHEMA,
	type SearchCoverage,
	type SearchedFact,
	type SearchedState,
	type SearchKind,
	type SearchListing,
	type Snippet,
	type SpeakerHit,
} from "../../model/search-listing.ts";
import {
	COUNT,
	type Fields,
	FLAG,
	listOf,
	NUMBER,
	object,
	oneOf,
	orNull,
	part,
	SURENESS,
	TEXT,
	TEXTS,
} from "./fields.ts";
import { SPAN_FIELDS } from "./parts.ts";
import { FACT_TYPE, MODE, RELATION } from "./stories.ts";
import { EXACT_SPAN, POLARITY, QUOTATION_KIND } from "./words.ts";

const DAYS = part<HitArticle["published"]>({ earliest: orNull(TEXT), latest: orNull(TEXT) });

/** The fields of an article as lists name it. */
export const HIT_ARTICLE_FIELDS: Fields<HitArticle> = {
	id: TEXT,
	place: TEXT,
	role: oneOf<ArticleRole>({ report: 0, primary: 0 }),
	headline: orNull(TEXT),
	outlet: orNull(TEXT),
	published: DAYS,
	language: orNull(TEXT),
};

export const HIT_ARTICLE: z.ZodType<HitArticle> = object<HitArticle>("HitArticle", HIT_ARTICLE_FIELDS);

const SNIPPET = object<Snippet>("Snippet", { ...SPAN_FIELDS, exact: TEXT, matches: listOf(EXACT_SPAN) });

function hitsOf<T>(name: string, hit: z.ZodType<T>): z.ZodType<Hits<T>> {
	return object<Hits<T>>(name, { total: orNull(COUNT), hits: listOf(hit), next: orNull(TEXT) } as Fields<Hits<T>>);
}

/** One page of each kind of hit. */
export const ARTICLE_HITS: z.ZodType<Hits<ArticleHit>> = hitsOf(
	"ArticleHits",
	object<ArticleHit>("ArticleHit", { score: NUMBER, article: HIT_ARTICLE, snippets: listOf(SNIPPET) }),
);

export const QUOTATION_HITS: z.ZodType<Hits<QuotationHit>> = hitsOf(
	"QuotationHits",
	object<QuotationHit>("QuotationHit", {
		score: NUMBER,
		article: HIT_ARTICLE,
		quotation: TEXT,
		kind: QUOTATION_KIND,
		speaker: orNull(TEXT),
		source: orNull(EXACT_SPAN),
		polarity: POLARITY,
		hedged: FLAG,
		confidence: SURENESS,
		content: listOf(SNIPPET),
	}),
);

export const SPEAKER_HITS: z.ZodType<Hits<SpeakerHit>> = hitsOf(
	"SpeakerHits",
	object<SpeakerHit>("SpeakerHit", {
		score: NUMBER,
		name: TEXT,
		articles: COUNT,
		quotations: COUNT,
		published: DAYS,
	}),
);

const SEARCHED_FACT: Fields<SearchedFact> = {
	fact: TEXT,
	title: TEXT,
	statement: TEXT,
	type: FACT_TYPE,
	relation: RELATION,
	reason: TEXT,
	states: listOf(
		object<SearchedState>("SearchedState", {
			article: TEXT,
			value: TEXT,
			mode: MODE,
			polarity: POLARITY,
			by: orNull(TEXT),
			spans: listOf(EXACT_SPAN),
		}),
	),
	silent: TEXTS,
};

export const FACT_HITS: z.ZodType<Hits<FactHit>> = hitsOf(
	"FactHits",
	object<FactHit>("FactHit", {
		...SEARCHED_FACT,
		score: NUMBER,
		article: HIT_ARTICLE,
		snippets: listOf(SNIPPET),
		story: part<FactHit["story"]>({ id: TEXT, headline: orNull(TEXT) }),
		reports: listOf(HIT_ARTICLE),
	}),
);

const KIND = oneOf<SearchKind>({ article: 0, quotation: 0, speaker: 0, fact: 0 });

/** What `stemma search --json` prints. The compiler holds it to the model. */
export const SEARCH: z.ZodType<SearchListing> = object<SearchListing>("SearchListing", {
	schema: z.literal(SEARCH_SCHEMA),
	store: TEXT,
	asked: part<AskedSearch & ReadWords>({
		text: TEXT,
		speaker: orNull(TEXT),
		outlet: orNull(TEXT),
		from: orNull(TEXT),
		to: orNull(TEXT),
		language: orNull(TEXT),
		story: orNull(TEXT),
		relations: listOf(RELATION),
		kinds: listOf(KIND),
		limit: COUNT,
		after: orNull(TEXT),
		words: TEXTS,
		phrases: TEXTS,
		passedOver: TEXTS,
	}),
	coverage: object<SearchCoverage>("SearchCoverage", {
		articles: COUNT,
		indexed: COUNT,
		cut: COUNT,
		undated: orNull(COUNT),
		stories: orNull(part<NonNullable<SearchCoverage["stories"]>>({ all: COUNT, collated: COUNT })),
	}),
	articles: orNull(ARTICLE_HITS),
	quotations: orNull(QUOTATION_HITS),
	speakers: orNull(SPEAKER_HITS),
	facts: orNull(FACT_HITS),
});
