import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { FoundQuotation } from "../../model/annotation.ts";
import { firstEndingAfter, subtractSpans } from "../../text/spans.ts";

/**
 * By which way words came, where the report says so: from afar ("told Halyard News by telephone", "said in an e-mail"), or
 * with people before the speaker ("told a rally", "said through a megaphone at the gate"). The same words given both ways
 * were said twice. Not "told reporters", which may be either, nor a telephone that the words themselves speak of.
 */
export type Channel = "remote" | "present";

const REMOTE =
	/\b(?:by|over|on|via)\s(?:the\s|a\s|satellite\s|mobile\s){0,2}(?:tele)?phone\b|\b(?:tele)?phone\s(?:interview|call|conversation)\b|\b(?:by|in|via)\s(?:an?\s)?(?:e-?mail|text\smessage|letter)\b/iu;

const PRESENT =
	/\b(?:megaphone|loudhailer|loudspeaker|podium|from\sthe\s(?:steps|stage|platform|dock|balcony)|(?:at|outside|before)\sthe\s(?:[\p{L}-]+\s){0,2}gates?|told\s(?:a|the)\s(?:[\p{L}-]+\s){0,2}(?:rally|crowd|court|meeting|congress|house|chamber|parliament)|at\sa\s(?:[\p{L}-]+\s){0,2}rally|in\scourt|on\sthe\s(?:[\p{L}-]+\s)?steps)\b/iu;

/** How far from the cue the way is told (UTF-16 units). */
const REACH = 200;

export function findChannel({ article, words }: AnnotatedArticle, quotation: FoundQuotation): Channel | null {
	const anchor = quotation.cue[0] ?? quotation.source;
	const sentence = anchor ? words.sentences[firstEndingAfter(words.sentences, anchor.start)] : undefined;
	if (!anchor || !sentence) return null;
	const beside = {
		start: Math.max(sentence.start, anchor.start - REACH),
		end: Math.min(sentence.end, anchor.end + REACH),
	};
	const told = subtractSpans([beside], quotation.content)
		.map(({ start, end }) => article.text.slice(start, end))
		.join("\n");
	const [remote, present] = [REMOTE.test(told), PRESENT.test(told)];
	if (remote === present) return null;
	return remote ? "remote" : "present";
}
