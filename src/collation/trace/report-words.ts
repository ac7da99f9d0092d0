import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { FoundQuotation } from "../../model/annotation.ts";
import { isSure } from "../../quotations/sureness.ts";
import { spanLength } from "../../text/spans.ts";
import { firstTokenFrom } from "../../text/tokens.ts";
import type { WeightOf } from "../term-weight.ts";
import { findSegmentWords, type SegmentWord } from "../utterances/segments.ts";
import { splitUnspaced } from "./traced-text.ts";

/** The words of a report's headline and body in reading order, marks and editors' brackets left out. Arrays run in parallel. */
export interface ReportWords {
	readonly words: readonly SegmentWord[];
	/** Index of the sentence that a word stands in. */
	readonly sentences: Int32Array;
	/** Index of the narrowest quotation whose content holds the word, among those sure enough to build on; -1 for none. */
	readonly quotations: Int32Array;
	/** By that index, the local entity who speaks; null where that is open. */
	readonly speakers: readonly (string | null)[];
	/** 1 where the word stands in a quotation's marks. */
	readonly marked: Uint8Array;
	/** 1 where an ellipsis stands between the word and the one before. */
	readonly elided: Uint8Array;
}

const ELLIPSIS = /\u2026|\.{3}|\. \. \./;
/** What stands between two words is looked at only so far (UTF-16 units). */
const LONGEST_GAP = 60;

export function readReportWords(annotated: AnnotatedArticle, weightOf: WeightOf): ReportWords {
	const { article, words: found, quotations } = annotated;
	const words: SegmentWord[] = [];
	const sentences: number[] = [];
	found.sentences.forEach((span, index) => {
		for (const word of splitUnspaced(article.text, findSegmentWords(annotated, span, weightOf))) {
			words.push(word);
			sentences.push(index);
		}
	});
	const order = { starts: Uint32Array.from(words, ({ start }) => start) };
	const inQuotation = new Int32Array(words.length).fill(-1);
	const marked = new Uint8Array(words.length);
	const paint = (spans: FoundQuotation["content"], put: (at: number) => void): void => {
		for (const { start, end } of spans)
			for (let at = firstTokenFrom(order, start); at < words.length && (words[at]?.end ?? end + 1) <= end; at++)
				put(at);
	};
	const sure = quotations
		.map((quotation, index) => ({ quotation, index }))
		.filter(({ quotation }) => isSure(quotation));
	// The narrowest is painted last.
	sure.sort((a, b) => spanLength(b.quotation.content) - spanLength(a.quotation.content) || a.index - b.index);
	for (const { quotation, index } of sure) {
		paint(quotation.content, (at) => {
			inQuotation[at] = index;
			marked[at] = 0;
		});
		paint(quotation.kind === "direct" ? quotation.content : quotation.marked, (at) => {
			marked[at] = 1;
		});
	}
	const elided = Uint8Array.from(words, (word, at) => {
		const gap = article.text.slice(words[at - 1]?.end ?? word.start, word.start);
		return gap.length <= LONGEST_GAP && ELLIPSIS.test(gap) ? 1 : 0;
	});
	return {
		words,
		sentences: Int32Array.from(sentences),
		quotations: inQuotation,
		speakers: quotations.map(({ speaker }) => speaker),
		marked,
		elided,
	};
}
