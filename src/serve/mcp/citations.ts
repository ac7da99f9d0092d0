import { siglumOf } from "../../collation/sigla.ts";
import type { Article } from "../../model/article.ts";
import type { ExactSpan } from "../../model/quotation-listing.ts";
import type { RecordArticle } from "../../model/record.ts";
import type { HitArticle } from "../../model/search-listing.ts";
import type { Span } from "../../model/span.ts";
import type { CitedReport, CitedWords } from "./shapes.ts";
import { clip } from "./shapes.ts";

/** UTF-16 units of a stretch of words that is given, at most: a long paragraph. */
const LONGEST_WORDS = 1200;

/** Stretches of words that one finding has, at most. */
export const MOST_WORDS = 6;

/** Characters of an address or path. */
const LONGEST_PLACE = 500;

/** The reports that an answer cites, and words of them. */
export class Citations {
	readonly #reports = new Map<string, CitedReport>();
	readonly #texts = new Map<string, string>();

	/** The reports of a record, with its sigla; those that are not cited are not listed. */
	static ofRecord(articles: readonly RecordArticle[]): Citations {
		const citations = new Citations();
		for (const article of articles) {
			citations.#known.set(article.id, describe(toHit(article), article.siglum));
			citations.#texts.set(article.id, article.text);
		}
		return citations;
	}

	readonly #known = new Map<string, CitedReport>();

	/** The siglum of a report of the record; of one that it does not have, "?". */
	siglum(article: string): string {
		const known = this.#known.get(article);
		if (known === undefined) return "?";
		this.#reports.set(article, known);
		return known.siglum;
	}

	/** Gives a report the next letter where it has none yet; it is listed once it is cited. */
	know(hit: HitArticle): void {
		if (!this.#known.has(hit.id)) this.#known.set(hit.id, describe(hit, siglumOf(this.#known.size)));
	}

	/** Lists a report that was found, under the next letter where it has none yet. */
	take(hit: HitArticle): string {
		this.know(hit);
		return this.siglum(hit.id);
	}

	/** The same of one whose text is at hand, so that `words` knows it. */
	takeText(hit: HitArticle, text: string): void {
		this.take(hit);
		this.#texts.set(hit.id, text);
	}

	/** Words of a report of the record, or of one that was taken with its text. */
	words(article: string, { start, end }: Span): CitedWords {
		const exact = this.#texts.get(article)?.slice(start, end) ?? "";
		return this.exact(article, { start, end, exact });
	}

	/** The first of the words of a report. */
	all(article: string, spans: readonly Span[]): CitedWords[] {
		return spans.slice(0, MOST_WORDS).map((span) => this.words(article, span));
	}

	/** Words of a report that were found with their text. */
	exact(article: string, { start, end, exact }: ExactSpan): CitedWords {
		const siglum = this.siglum(article);
		if (exact.length <= LONGEST_WORDS) return { siglum, article, start, end, exact, until: null };
		const cut = cutBefore(exact, LONGEST_WORDS);
		return { siglum, article, start, end: start + cut, exact: exact.slice(0, cut), until: end };
	}

	/** Those that were cited, in the order of the record, or in which they were found. */
	list(): readonly CitedReport[] {
		return [...this.#known.values()].filter(({ article }) => this.#reports.has(article));
	}
}

/** The offset itself, or one before it where it would part a pair of surrogates. */
export function cutBefore(text: string, offset: number): number {
	if (offset >= text.length) return text.length;
	const parts = isHigh(text.charCodeAt(offset - 1)) && (text.charCodeAt(offset) & 0xfc00) === 0xdc00;
	return parts ? offset - 1 : offset;
}

function isHigh(unit: number): boolean {
	return (unit & 0xfc00) === 0xd800;
}

function describe({ id, place, role, headline, outlet, published, language }: HitArticle, siglum: string): CitedReport {
	return {
		...{ siglum, article: id, role, place: clip(place, LONGEST_PLACE), published, language },
		...{ headline: headline && clip(headline), outlet: outlet && clip(outlet) },
	};
}

/** An article as a search would find it. */
export function toHit({
	id,
	role,
	outlet,
	headline,
	capture,
	language,
	published,
}: Pick<Article, "id" | "role" | "outlet" | "headline" | "capture" | "language" | "published">): HitArticle {
	return {
		...{ id, role, language, place: capture.place },
		outlet: outlet?.text ?? null,
		headline: headline?.text ?? null,
		published: { earliest: published.earliest?.slice(0, 10) ?? null, latest: published.latest?.slice(0, 10) ?? null },
	};
}
