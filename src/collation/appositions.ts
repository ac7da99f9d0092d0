import type { Span } from "../model/span.ts";

/**
 * What a reporter puts behind a name within reported speech: "that the Orve Front, a banned group in Tessaria, held the
 * port" gives the speaker no word on the ban. Must not take for one the second of a list ("Kelm, the port, and the
 * harbour"), nor a clause with a verb of its own.
 */

/** How far around a stretch its commas are looked for (UTF-16 units). */
const REACH = 160;
const BEFORE = /\p{Lu}[\p{L}\p{M}'\u2019.-]*(?: \p{Lu}[\p{L}\p{M}'\u2019.-]*| of)*, $/u;
const OPENS = /^(?:an?|the|now|then|once|formerly)\s/;
const VERB =
	/\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|should|do|does|did|said|says)\b/;
const LISTED = /^,?\s+(?:and|or|nor)\b/;

/** Whether a stretch of an outlet's own words within reported speech stands in such an apposition. */
export function isInApposition(text: string, content: Span, span: Span): boolean {
	const from = Math.max(content.start, span.start - REACH);
	const to = Math.min(content.end, span.end + REACH);
	const before = text.slice(from, span.start).lastIndexOf(", ");
	const comma = text.slice(span.end, to).indexOf(",");
	if (before < 0 || comma < 0) return false;
	const start = from + before + 2;
	const end = span.end + comma;
	const words = text.slice(start, end);
	if (!OPENS.test(words) || VERB.test(words) || /[,;:.\u201c\u201d"()]/u.test(words)) return false;
	return BEFORE.test(text.slice(Math.max(content.start, start - REACH), start)) && !LISTED.test(text.slice(end, to));
}
