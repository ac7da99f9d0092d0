import type { Article } from "../../model/article.ts";
import type { Passage } from "../../model/record.ts";
import type { Span } from "../../model/span.ts";
import { mergeSpans, spanLength, subtractSpans } from "../../text/spans.ts";
import { ownerOf } from "../order.ts";

/** A passage is an outlet's stock when so much of it stands in its reports of other matters. */
const STOCK_PART = 0.8;

/**
 * Marks the passages by which two reports of one outlet share no more than what it prints under any story: the
 * same words stand in its reports of unrelated stories. Shared with another outlet, such words still say that
 * one has them from the other.
 *
 * @param areRelated whether two articles, by id, report one story or one matter
 */
export function markStock(
	passages: readonly Passage[],
	articles: readonly Article[],
	areRelated: (article: string, other: string) => boolean,
): Passage[] {
	const owners = new Map(articles.map((article) => [article.id, ownerOf(article)]));
	const isOfOne = ({ a, b }: Passage): boolean => {
		const owner = owners.get(a.article) ?? null;
		return owner !== null && owner === owners.get(b.article);
	};
	const stock = new Map<string, Span[]>();
	for (const passage of passages) {
		const { a, b } = passage;
		if (!isOfOne(passage) || areRelated(a.article, b.article)) continue;
		for (const { article, start, end } of [a, b]) {
			const list = stock.get(article);
			if (list) list.push({ start, end });
			else stock.set(article, [{ start, end }]);
		}
	}
	const merged = new Map([...stock].map(([article, spans]) => [article, mergeSpans(spans)]));
	return passages.map((passage) => {
		const rest = subtractSpans([passage.a], merged.get(passage.a.article) ?? []);
		const isStock = isOfOne(passage) && spanLength(rest) <= (1 - STOCK_PART) * (passage.a.end - passage.a.start);
		return isStock ? { ...passage, stock: true } : passage;
	});
}
