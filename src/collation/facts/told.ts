import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { Article } from "../../model/article.ts";
import type { FactState } from "../../model/record.ts";
import type { Span } from "../../model/span.ts";
import { contains, sliceOf } from "../../text/spans.ts";
import { tokenRange } from "../../text/tokens.ts";

/** Whether a report tells what stands in a span: in its body or its headline, not in what was dropped. */
export function isTold(article: Article, span: Span): boolean {
	const headline = article.headline;
	if (headline?.span && !headline.made && contains(headline.span, span)) return true;
	return article.body.some((part) => contains(part, span));
}

/** A line of fewer words (tokens) is a byline or a cross-heading. */
const LEAST_OPENING = 8;

/** The first sentence of the body, which tells what the report is about; bylines and cross-headings are none. */
export function findOpening({ article, words }: AnnotatedArticle): Span | null {
	const found = words.sentences.find((sentence) => {
		if (!article.body.some((part) => contains(part, sentence))) return false;
		const { first, end } = tokenRange(words.tokens, sentence);
		return (
			end - first >= LEAST_OPENING && /[.!?]["'\u201d\u2019)]*$/.test(article.text.slice(sentence.start, sentence.end))
		);
	});
	return found ?? null;
}

const CHARGES = /\b(?:alleg|accus|charg)/i;

/** Whether somebody is charged with it: what police and prosecutors allege is no claim that an outlet keeps apart. */
export function isCharge({ article, quotations }: AnnotatedArticle, { quotation }: FactState): boolean {
	const own = quotation === null ? undefined : quotations.find(({ id }) => id === quotation);
	return own?.cue.some((cue) => CHARGES.test(sliceOf(article.text, cue))) === true;
}
