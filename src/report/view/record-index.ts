import type { CollationRecord, Entity, Occasion, Quotation, RecordArticle, Story } from "../../model/record.ts";

/** A record with what its parts are looked up by. */
export interface RecordIndex {
	readonly record: CollationRecord;
	readonly articles: ReadonlyMap<string, RecordArticle>;
	readonly entities: ReadonlyMap<string, Entity>;
	readonly quotations: ReadonlyMap<string, Quotation>;
	readonly occasions: ReadonlyMap<string, Occasion>;
	readonly stories: ReadonlyMap<string, Story>;
	/** Place of an article in the record's list, by which sigla are ordered. */
	readonly rank: ReadonlyMap<string, number>;
}

export function indexRecord(record: CollationRecord): RecordIndex {
	return {
		record,
		articles: byId(record.articles),
		entities: byId(record.entities),
		quotations: byId(record.quotations),
		occasions: byId(record.occasions),
		stories: byId(record.stories),
		rank: new Map(record.articles.map((article, index) => [article.id, index])),
	};
}

function byId<T extends { readonly id: string }>(items: readonly T[]): Map<string, T> {
	return new Map(items.map((item) => [item.id, item]));
}

/** The siglum of an article; "?" for one that the record does not hold. */
export function siglumOf(index: RecordIndex, article: string): string {
	return index.articles.get(article)?.siglum ?? "?";
}

/** Whether an article is a primary document, which reports are held against and which is none itself. */
export function isPrimary(index: RecordIndex, article: string): boolean {
	return index.articles.get(article)?.role === "primary";
}

/** The articles of a story that are reports. */
export function reportsOf(index: RecordIndex, story: Story): readonly string[] {
	return story.articles.filter((article) => !isPrimary(index, article));
}

/** Articles once each, in the order of the record's list. */
export function orderArticles(index: RecordIndex, articles: Iterable<string>): string[] {
	const rankOf = (article: string): number => index.rank.get(article) ?? Number.MAX_SAFE_INTEGER;
	return [...new Set(articles)].sort((a, b) => rankOf(a) - rankOf(b));
}

/** The sigla of articles, once each, in the order of the record's list. */
export function siglaOf(index: RecordIndex, articles: Iterable<string>): string[] {
	return orderArticles(index, articles).map((article) => siglumOf(index, article));
}

export function nameOf(index: RecordIndex, entity: string): string {
	return index.entities.get(entity)?.name ?? "unknown";
}

/** Who published an article, as it says itself; else its place. */
export function outletOf(article: RecordArticle): string {
	return article.outlet?.text ?? article.capture.place;
}

/** Who published an article; where it does not say, the last part of its place, as files are known by. */
export function shortOutletOf(article: RecordArticle): string {
	return article.outlet?.text ?? lastPart(article.capture.place);
}

/** An address without protocol and cut to its host, or the name of a file. */
export function lastPart(place: string): string {
	const host = /^https?:\/\/(?:www\.)?([^/?#]+)/.exec(place)?.[1];
	return host ?? place.split(/[\\/]/).findLast((part) => part !== "") ?? place;
}
