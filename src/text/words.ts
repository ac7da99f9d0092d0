import type { Words } from "../model/annotated.ts";
import type { Article } from "../model/article.ts";
import { findSentences } from "./sentences.ts";
import { mergeSpans } from "./spans.ts";
import { findTokens } from "./tokens.ts";

/** Paragraphs, sentences and tokens of an article's headline and body. */
export function findWords(article: Article): Words {
	const paragraphs = mergeSpans(article.blocks.map(({ start, end }) => ({ start, end })));
	const sentences = findSentences(article.text, paragraphs);
	return { paragraphs, sentences, tokens: findTokens(article.text, paragraphs) };
}
