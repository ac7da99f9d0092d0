import type { Article } from "../../model/article.ts";
import type { Passage } from "../../model/record.ts";
import type { Place, Span } from "../../model/span.ts";
import { spanLength, subtractSpans } from "../../text/spans.ts";
import { ownerOf } from "../order.ts";

/** A passage is an outlet's stock when so much of it stands in its reports of other matters. */
const STOCK_PART = 0.8;
/**
 * And of so many other matters at least: two reports share a sentence by history, as when a follow-up tells again
 * how the ferry sank, and what ties them may be too little for a thread.
 */
const LEAST_MATTERS = 2;

/**
 * Marks the passages by which two reports of one outlet share no more than what it prints under any story: the
 * same words stand in its reports of several other matters. Shared with another outlet, such words still say
 * that one has them from the other.
 *
 * @param matterOf the number of the matter that an article is about: one for the stories of a thread
 */
export function markStock(
	passages: readonly Passage[],
	articles: readonly Article[],
	matterOf: (article: string) => number,
): Passage[] {
	const owners = new Map(articles.map((article) => [article.id, ownerOf(article)]));
	const isOfOne = ({ a, b }: Passage): boolean => {
		const owner = owners.get(a.article) ?? null;
		return owner !== null && owner === owners.get(b.article);
	};
	/** By article and by other matter, what stands in reports of it too. */
	const elsewhere = new Map<string, Map<number, Span[]>>();
	const add = (own: Place, other: Place): void => {
		const matters = elsewhere.get(own.article) ?? new Map<number, Span[]>();
		elsewhere.set(own.article, matters);
		const matter = matterOf(other.article);
		const spans = matters.get(matter);
		if (spans) spans.push(own);
		else matters.set(matter, [own]);
	};
	for (const passage of passages) {
		const { a, b } = passage;
		if (!isOfOne(passage) || matterOf(a.article) === matterOf(b.article)) continue;
		add(a, b);
		add(b, a);
	}
	const isStock = (place: Place): boolean => {
		const length = place.end - place.start;
		const holding = [...(elsewhere.get(place.article)?.values() ?? [])].filter(
			(spans) => spanLength(subtractSpans([place], spans)) <= (1 - STOCK_PART) * length,
		);
		return holding.length >= LEAST_MATTERS;
	};
	return passages.map((passage) => (isOfOne(passage) && isStock(passage.a) ? { ...passage, stock: true } : passage));
}
