import type { Span } from "../../model/span.ts";
import { findSentences } from "../../text/sentences.ts";

/** How far around a place its sentence is looked for (UTF-16 units). */
const REACH = 600;

/** The sentences of the line that a place stands in, as far as they are near; one alone is the line itself. */
export function sentencesAround(text: string, { start, end }: Span): Span[] {
	const from = Math.max(text.lastIndexOf("\n", Math.max(0, start - 1)) + 1, start - REACH);
	const stop = text.indexOf("\n", end);
	const line = { start: from, end: Math.min(stop < 0 ? text.length : stop, end + REACH) };
	return findSentences(text, [line]);
}

/** The sentence that a place begins in; the line where no sentence is found. */
export function sentenceAround(text: string, span: Span): Span {
	const sentences = sentencesAround(text, span);
	const found = sentences.find((one) => one.start <= span.start && one.end > span.start);
	return found ?? { start: sentences[0]?.start ?? span.start, end: sentences.at(-1)?.end ?? span.end };
}
