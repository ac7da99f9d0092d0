import { type AnnotatedArticle, TokenKind } from "../../model/annotated.ts";
import type { Place, Span } from "../../model/span.ts";
import { overlaps } from "../../text/spans.ts";
import { tokenRange } from "../../text/tokens.ts";

/** A stretch of one text and the same words in another. */
export interface Twin {
	readonly here: Span;
	readonly there: Span;
}

/** Where the words of a stretch stand in another text that shares them; parts that it lacks are left out. */
export function carryOver(span: Span, from: AnnotatedArticle, to: AnnotatedArticle, twins: readonly Twin[]): Place[] {
	return twins.flatMap(({ here, there }) => {
		if (!overlaps(here, span)) return [];
		const words = listWords(from, here);
		const same = listWords(to, there);
		const first = words.findIndex(({ start }) => start >= span.start);
		let last = words.length - 1;
		while (last >= 0 && (words[last]?.end ?? 0) > span.end) last--;
		const [start, end] = [same[first]?.start, same[last]?.end];
		if (first < 0 || last < first || start === undefined || end === undefined) return [];
		return [{ article: to.article.id, start, end }];
	});
}

function listWords({ words: { tokens } }: AnnotatedArticle, span: Span): Span[] {
	const { first, end } = tokenRange(tokens, span);
	const words: Span[] = [];
	for (let i = first; i < end; i++) {
		if (tokens.kinds[i] === TokenKind.mark) continue;
		words.push({ start: tokens.starts[i] ?? 0, end: tokens.ends[i] ?? 0 });
	}
	return words;
}
