import type { Place } from "../../model/span.ts";
import { describeDate } from "./date-words.ts";
import { type RecordIndex, shortOutletOf } from "./record-index.ts";
import { clipWords, shorten } from "./shorten.ts";

/** Words and where they stand; all places are of one article. */
export interface CitedPlace {
	readonly words: string;
	readonly places: readonly Place[];
}

/** Characters of the words that a citation gives. */
const LONGEST = 60;

/**
 * A string by which a finding can be cited: outlet, headline, date, address or place, characters, the first words, and the
 * article's id, which is the hash of its source and text: somebody else finds the same characters in the same text.
 */
export function cite(index: RecordIndex, { words, places }: CitedPlace): string {
	const article = index.articles.get(places[0]?.article ?? "");
	if (!article) return words;
	const parts = [
		shortOutletOf(article),
		...(article.headline === null ? [] : [`“${clipWords(article.headline.text)}”`]),
		describeDate(article.published) ?? "undated",
		...(article.capture.url === null ? [] : [article.capture.url]),
		`characters ${places.map(({ start, end }) => `${start}–${end}`).join(", ")}`,
	];
	return `${parts.join(", ")}: “${shorten(words, LONGEST)}” (article ${article.id})`;
}
