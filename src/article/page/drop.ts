import type { Dropped } from "../../model/article.ts";
import type { Span } from "../../model/span.ts";

/** Notes a stretch as no part of the report. */
export function drop(into: Dropped[], { start, end }: Span, rule: string, reason: string): void {
	into.push({ start, end, rule, reason });
}
