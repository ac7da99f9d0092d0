import type { AnnotatedArticle } from "../model/annotated.ts";
import type { FoundQuotation } from "../model/annotation.ts";
import type { Span } from "../model/span.ts";
import { compareSpans } from "../text/compare.ts";
import { firstEndingAfter } from "../text/spans.ts";

/** A stretch of an article that belongs to a quotation: a part of its content, or a cue. */
interface Part extends Span {
	readonly quotation: FoundQuotation;
}

/** Parts sorted by start, and for each the largest end up to it: contents overlap and nest. */
interface PartIndex {
	readonly parts: readonly Part[];
	readonly ends: readonly Span[];
}

const contents = new WeakMap<AnnotatedArticle, PartIndex>();
const cues = new WeakMap<AnnotatedArticle, PartIndex>();

/** The parts of quotations' contents that overlap a span, sorted by place. */
export function contentsOver(annotated: AnnotatedArticle, span: Span): Part[] {
	return partsOver(annotated, span, contents, (quotation) => quotation.content);
}

/** The cues that overlap a span, sorted by place. */
export function cuesOver(annotated: AnnotatedArticle, span: Span): Part[] {
	return partsOver(annotated, span, cues, (quotation) => quotation.cue);
}

function partsOver(
	annotated: AnnotatedArticle,
	span: Span,
	indices: WeakMap<AnnotatedArticle, PartIndex>,
	spansOf: (quotation: FoundQuotation) => readonly Span[],
): Part[] {
	let index = indices.get(annotated);
	if (!index) {
		const parts = annotated.quotations
			.flatMap((quotation) => spansOf(quotation).map(({ start, end }): Part => ({ start, end, quotation })))
			.sort(compareSpans);
		let end = 0;
		const ends = parts.map((part) => {
			end = Math.max(end, part.end);
			return { start: part.start, end };
		});
		index = { parts, ends };
		indices.set(annotated, index);
	}
	const found: Part[] = [];
	for (let i = firstEndingAfter(index.ends, span.start); i < index.parts.length; i++) {
		const part = index.parts[i];
		if (!part || part.start >= span.end) break;
		if (part.end > span.start) found.push(part);
	}
	return found;
}
