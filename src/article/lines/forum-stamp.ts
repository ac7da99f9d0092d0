import type { Span } from "../../model/span.ts";

/**
 * What a forum or a blog writes before a text that a member posted, often without a space after it.
 *
 * Catches: "Quote from Ada Quill on March 2, 2031, 09:15" before "The ferry was…", "Posted by quill » 2 Mar 2031, 09:15".
 * Leaves: "Quote from the treaty on March 2, the envoy said, and nobody will object."
 */
export const FORUM_STAMP_RULE = "article/forum-stamp";

const MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?";
const DAY = `(?:${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2}(?:st|nd|rd|th)? ${MONTH},? \\d{4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|today|yesterday)`;
const TIME = "(?:,? (?:at )?|T)\\d{1,2}:\\d{2}(?::\\d{2})?(?: ?[ap]\\.?m\\.?)?";
const STAMP = new RegExp(
	`^(?:quote(?:d)? (?:from|by)|posted by|post(?:ed)? by|originally posted by|re:? post by|by|from) [^\\n]{1,60}?(?: on|,| »|:| -| @)? ?(?:${DAY})(?:${TIME})?(?:\\s*[:»|-])?`,
	"i",
);
const BARE_TIME = new RegExp(`^(?:posted|post|quote|added)(?: on|:)? ${DAY}(?:${TIME})?`, "i");

/** The stamp at the start of a stretch of text, or null. */
export function findForumStamp(text: string, line: Span): Span | null {
	const head = text.slice(line.start, Math.min(line.end, line.start + 200));
	const stamp = STAMP.exec(head)?.[0] ?? BARE_TIME.exec(head)?.[0];
	if (stamp === undefined) return null;
	const posted = /^(?:quote|post|originally)/i.test(stamp);
	const timed = /\d:\d{2}/.test(stamp);
	const after = head.slice(stamp.length);
	// A sentence may begin like a stamp: what follows must be a capital glued on, or nothing, or a new sentence after a time.
	if (!posted || !(timed || after.trim() === "" || /^\p{Lu}/u.test(after))) return null;
	if (after !== "" && !/^\s*(?:[\p{Lu}\p{Lo}\p{N}"“”'‘„«([]|$)/u.test(after)) return null;
	return { start: line.start, end: line.start + stamp.trimEnd().length };
}
