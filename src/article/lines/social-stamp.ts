import { readExplicitDate } from "../metadata/explicit-date.ts";
import type { Line, LineRule } from "./lines.ts";

/**
 * What social networks and messengers write around a post: who, when, and how many liked it.
 *
 * Catches: "@heskradio" under "Hesk Valley Radio", "Aug 19, 2031 · 11:48 AM" under it, "Forwarded from Cape Sorrel Alerts".
 * Leaves: "14 May 2031" in a timeline, with no handle above it.
 */
const HANDLE = /^@[\p{L}\p{N}_.]{2,40}(?:@[\w.-]{3,60})?(?:\s?·\s?\S.{0,30})?$/u;
const AGO =
	/^(?:\d{1,3}\s?(?:s|m|h|d|w|min|mins|hrs?|hours?|days?|std|j|ч|мин|дн)\.?(?: ago)?|just now|yesterday at \d{1,2}:\d{2}.{0,4})\s?(?:[·•|].{0,20})?$/iu;
const FORWARDED =
	/^(?:forwarded from|weitergeleitet (?:aus|von)|transféré de|reenviado de|encaminhado de|inoltrato da|переслано (?:из|от)|переслано з|przekazane z)\s?:?\s\S.{0,80}$/iu;
const COUNTS =
	/^(?:\d[\d.,]*\s?[km]?\s?(?:retweets?|reposts?|quotes?|likes?|bookmarks?|views?|comments?|shares?|reactions?|replies|просмотр\p{L}*|комментари\p{L}*|kommentare?|mal geteilt|j['’]aime|commentaires?|partages?)(?:\s?[·•,|]?\s?|$)){1,5}(?:\d{1,2}:\d{2})?$/iu;
const REDDIT =
	/^(?:r\/\w{2,30}|u\/[\w-]{2,30}|posted by u\/[\w-]{2,30}\b.{0,40}|(?:submitted|posted) .{1,30} ago by \S{2,40}.{0,40})$/i;

export const socialStamp: LineRule = {
	rule: "article/social-stamp",
	find(line, { lines, index }) {
		const { text } = line;
		if (text.length > 140 || line.words > 16) return null;
		if (FORWARDED.test(text) && !line.ended) return "says where a post was forwarded from";
		if (COUNTS.test(text) || REDDIT.test(text)) return "counts or names beside a post";
		if (isNumber(text) && COUNTS.test(lines[index + 1]?.text ?? "")) return "counts or names beside a post";
		if (HANDLE.test(text)) return isStamped(lines, index) ? "says who posted the text" : null;
		if (line.ended) return null;
		if (HANDLE.test(lines[index + 1]?.text ?? "") && isStamped(lines, index + 1)) return "says who posted the text";
		const under = HANDLE.test(lines[index - 1]?.text ?? "");
		if (under && isPostTime(text)) return "says when the text was posted";
		if (AGO.test(text) && index > 0 && /[·•]/.test(text)) return "says when the text was posted";
		// The page's or member's name right above "3h ·", at the head.
		const below = lines[index + 1]?.text ?? "";
		return index === 0 && AGO.test(below) && /[·•]/.test(below) ? "says who posted the text" : null;
	},
};

/** Whether a time of posting stands under a handle, or a name above it. */
function isStamped(lines: readonly Line[], index: number): boolean {
	const below = lines[index + 1];
	return below !== undefined && isPostTime(below.text);
}

function isPostTime(text: string): boolean {
	return text.length <= 60 && (AGO.test(text) || readPostTime(text) !== null);
}

/** The date and time that a line gives and nothing else, with the dots that networks put between them. */
export function readPostTime(text: string): ReturnType<typeof readExplicitDate> {
	const plain = text.replace(/\s[·•»|]\s/g, ", ");
	const read = readExplicitDate(plain);
	if (!read || plain.slice(read.length).replace(/[\s.,·•|)]/g, "") !== "") return null;
	return { ...read, length: text.length };
}

function isNumber(text: string): boolean {
	return /^\d[\d.,]{0,8}[km]?$/i.test(text);
}
