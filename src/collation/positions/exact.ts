import type { Span } from "../../model/span.ts";
import { sliceOf } from "../../text/spans.ts";

/** The words of several spans, joined by " … " as a quotation's are. */
export function exactOf(text: string, spans: readonly Span[]): string {
	return spans.map((span) => sliceOf(text, span)).join(" … ");
}
