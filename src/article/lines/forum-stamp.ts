import type { Span } from "../../model/span.ts";
import type { LineRule } from "./lines.ts";

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
	`^(?:#\\d{1,6}\\s{1,3})?(?:quote(?:d)? (?:from|by)|posted by|post(?:ed)? by|originally posted by|re:? post by|by|from) [^\\n]{1,60}?(?: on|,| »|:| -| @)? ?(?:${DAY})(?:${TIME})?(?:\\s*[:»|-])?`,
	"i",
);
const BARE_TIME = new RegExp(`^(?:posted|post|quote|added)(?: on|:)? ${DAY}(?:${TIME})?`, "i");

const NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N} _.'’@-]{0,40}?";
/** A line of its own that says whose words follow. */
const WHOLE = new RegExp(
	`^(?:(?:quote|zitat|citation|cita|citação|citazione|citaat|citat|cytat|citace|цитата|цитування|alıntı|اقتباس|引用|인용)\\s?(?:(?:from|by|von|de|di|van|från|fra|od|от|від)\\s?:?\\s${NAME}|:\\s?${NAME}(?:\\s(?:von|from|от|від|on|am)\\s[^\\n]{4,40})?|\\s${NAME}:)\\s?:?|(?:originally )?posted by:?\\s${NAME}:?|${NAME} (?:a écrit|escribió|schrieb|hat geschrieben|ha scritto|schreef|napisał|пишет|писал|писала)\\s?:)$`,
	"iu",
);
/** A member's name shows itself by a figure, an underscore or small letters alone. */
const HANDLE_WROTE =
	/^(?:\p{Ll}[\p{Ll}\p{N}]*[_\d.-]?[\p{L}\p{N}_]*|[\p{L}\p{N}]*[_\d][\p{L}\p{N}_-]*) (?:wrote|said|writes|posted)\s?:$/u;
const ABOUT =
	/^(?:last edited (?:by|on)\b.{0,140}|(?:joined|member since|registriert(?: seit)?|mitglied seit|inscrit(?: le)?|registrado|регистрация|зарегистрирован|dołączył)\s?:\s?.{0,24}\d{2,4}|(?:posts?|messages|threads|beiträge|mensajes|mensagens|messaggi|berichten|inlägg|posty|сообщени[ея]|сообщений)\s?:\s?[\d.,]{1,9}|click to expand\s?[.…]{0,3}|↑|(?:likes received|reaction score|reputation|trophy points)\s?:\s?[\d.,]{1,9})$/iu;
const ANSWER = /^(?:re|aw|fwd?|wg|tr|rv|sv|vs|odp|отв|antw)\s?:\s\S.{0,120}$/iu;

/** Lines at the head among which the title of a thread is looked for. */
const HEAD = 4;

/** Whether a line by itself is a forum's or a blog's, and none of the text's. */
export const forumLine: LineRule = {
	rule: FORUM_STAMP_RULE,
	find(line, { index, firstProse }) {
		const { text } = line;
		if (text.length > 160 || line.words > 30) return null;
		if (ABOUT.test(text)) return "a forum's words about a member or a post";
		if (line.words <= 12 && (WHOLE.test(text) || HANDLE_WROTE.test(text))) return "says whose words a forum quotes";
		return index < HEAD && index < firstProse && ANSWER.test(text) ? "the title of a thread or of a mail" : null;
	},
};

/** The stamp at the start of a stretch of text, or null. */
export function findForumStamp(text: string, line: Span): Span | null {
	const head = text.slice(line.start, Math.min(line.end, line.start + 200));
	const stamp = STAMP.exec(head)?.[0] ?? BARE_TIME.exec(head)?.[0];
	if (stamp === undefined) return null;
	const posted = /^(?:#\d+\s+)?(?:quote|post|originally)/i.test(stamp);
	const timed = /\d:\d{2}/.test(stamp);
	const after = head.slice(stamp.length);
	// A sentence may begin like a stamp: what follows must be a capital glued on, or nothing, or a new sentence after a time.
	if (!posted || !(timed || after.trim() === "" || /^\p{Lu}/u.test(after))) return null;
	if (after !== "" && !/^\s*(?:[\p{Lu}\p{Lo}\p{N}"“”'‘„«([]|$)/u.test(after)) return null;
	return { start: line.start, end: line.start + stamp.trimEnd().length };
}
