import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { DroppedPlace } from "../../model/trace-listing.ts";
import { findSentences } from "../../text/sentences.ts";
import { findTokens } from "../../text/tokens.ts";
import type { WeightOf } from "../term-weight.ts";
import { findSegmentWords } from "../utterances/segments.ts";
import { measureWords } from "./piece.ts";
import { splitUnspaced, type Traced } from "./traced-text.ts";

/** Fewer words, or words that say less, stand in dropped text by chance. */
const LEAST_WORDS = 4;
const LEAST_WEIGHT = 0.8;

/** Where the words of a sentence of the text stand, one after the other, in text that was dropped. By span. */
export function findDropped(traced: Traced, { article }: AnnotatedArticle, weightOf: WeightOf): DroppedPlace[] {
	const wanted = traced.sentences.filter(({ start, end }) => {
		const words = traced.words.slice(start, end);
		return words.length >= LEAST_WORDS && measureWords(words).weight >= LEAST_WEIGHT;
	});
	if (wanted.length === 0) return [];
	return article.dropped.flatMap(({ start, end, rule, reason }) => {
		const paragraphs = [{ start, end }];
		const sentences = findSentences(article.text, paragraphs);
		const worded = {
			article,
			words: { paragraphs, sentences, tokens: findTokens(article.text, paragraphs) },
		};
		const words = sentences.flatMap((span) => splitUnspaced(article.text, findSegmentWords(worded, span, weightOf)));
		const places: DroppedPlace[] = [];
		for (let at = 0; at < words.length; at++) {
			for (const sentence of wanted) {
				const length = sentence.end - sentence.start;
				let same = 0;
				while (same < length && traced.words[sentence.start + same]?.norm === words[at + same]?.norm) same++;
				const [first, last] = [words[at], words[at + length - 1]];
				if (same < length || !first || !last) continue;
				const span = { start: first.start, end: last.end };
				places.push({ article: article.id, ...span, exact: article.text.slice(span.start, span.end), rule, reason });
			}
		}
		return places;
	});
}
