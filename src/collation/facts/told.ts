import type { Article } from "../../model/article.ts";
import type { Span } from "../../model/span.ts";
import { contains } from "../../text/spans.ts";

/** Whether a report tells what stands in a span: in its body or its headline, not in what was dropped. */
export function isTold(article: Article, span: Span): boolean {
	const headline = article.headline;
	if (headline?.span && !headline.made && contains(headline.span, span)) return true;
	return article.body.some((part) => contains(part, span));
}
