import { findLanguage } from "../src/language/language.ts";
import type { FoundDate } from "../src/model/annotation.ts";
import type { Article } from "../src/model/article.ts";
import { findWords } from "../src/text/words.ts";
import { makeArticle, publishedOn } from "./make-article.ts";

export function datesOf(text: string, overrides: Partial<Article> = {}): readonly FoundDate[] {
	const article = makeArticle(text, overrides);
	return findLanguage(article, findWords(article)).dates;
}

/** "exact = earliest..latest precision" of each date. */
export function say({ exact, date }: FoundDate): string {
	return `${exact} = ${date.earliest}..${date.latest} ${date.precision}`;
}

/** 2031-05-14 is a Wednesday. */
export const onWednesday: Partial<Article> = { published: publishedOn("2031-05-14") };
