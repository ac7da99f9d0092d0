import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { CorrectedWords } from "../../model/correction.ts";
import type { Place } from "../../model/span.ts";

/** Where a decision's words stand now, or why they are nowhere to be found. */
export type Fit = { readonly place: Place } | { readonly lost: string };

/**
 * Finds the article that a decision names and the words it points at: where they stood, else where they stand once. A
 * report that was read again with a line more at its head still fits; one whose words were changed does not.
 */
export function fitWords(
	articles: readonly AnnotatedArticle[],
	{ article: named, start, end, exact }: CorrectedWords,
): Fit {
	const found = findArticle(articles, named);
	if ("lost" in found) return found;
	const { id, text } = found.article.article;
	if (text.slice(start, end) === exact) return { place: { article: id, start, end } };
	const first = text.indexOf(exact);
	if (first < 0) return { lost: `the words “${shorten(exact)}” no longer stand in ${named}` };
	if (text.indexOf(exact, first + 1) >= 0)
		return { lost: `the words “${shorten(exact)}” stand more than once in ${named}, and not at ${start}–${end}` };
	return { place: { article: id, start: first, end: first + exact.length } };
}

/** The article of an id, a source id or a place; several versions of one source are for the id to tell apart. */
export function findArticle(
	articles: readonly AnnotatedArticle[],
	named: string,
): { readonly article: AnnotatedArticle } | { readonly lost: string } {
	const byId = articles.find(({ article }) => article.id === named);
	if (byId) return { article: byId };
	const others = articles.filter(({ article }) => article.sourceId === named || article.capture.place === named);
	const [only] = others;
	if (!only) return { lost: `no report of these is ${named}` };
	return others.length === 1
		? { article: only }
		: { lost: `${others.length} reports are ${named}; give the id of one` };
}

const SHOWN = 60;

function shorten(words: string): string {
	return words.length > SHOWN ? `${words.slice(0, SHOWN).toWellFormed()}…` : words;
}
