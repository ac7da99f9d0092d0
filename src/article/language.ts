import type { Span } from "../model/span.ts";

/** Placeholder until a detector is chosen: what the page states. */
export function findLanguage(_text: string, _body: readonly Span[], stated: string | null): string | null {
	return stated;
}
