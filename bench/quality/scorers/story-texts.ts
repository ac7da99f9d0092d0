import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findLanguage } from "../../../src/language/language.ts";
import type { AnnotatedArticle } from "../../../src/model/annotated.ts";
import { findWords } from "../../../src/text/words.ts";
import { makeArticle, publishedOn } from "../../../test/make-article.ts";

/** A text of a corpus with the event that it tells. */
export interface StoryText {
	readonly id: string;
	readonly story: string;
	/** Look-alike events share one; `ecbplus` alone gives it. */
	readonly topic?: string;
	readonly text: string;
	/** `meter` gives the day of publication; `ecbplus` knows no dates. */
	readonly date?: string;
}

/** The texts of `stories/CORPUS.jsonl`, in the order of the file; null when it is not there. */
export function readStoryTexts(corpora: string, corpus: string): StoryText[] | null {
	const file = join(corpora, "stories", `${corpus}.jsonl`);
	if (!existsSync(file)) return null;
	return readFileSync(file, "utf8")
		.trim()
		.split("\n")
		.map((line) => JSON.parse(line) as StoryText);
}

/** As far as stories read it: grouping reads no quotations, so none are looked for. */
export function annotateStoryText({ id, text, date }: StoryText): AnnotatedArticle {
	const article = makeArticle(text, { sourceId: id, ...(date === undefined ? {} : { published: publishedOn(date) }) });
	const words = findWords(article);
	return { article, words, ...findLanguage(article, words), quotations: [], terms: [], stages: ["language"] };
}
