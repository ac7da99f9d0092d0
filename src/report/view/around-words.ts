import type { Quotation } from "../../model/record.ts";
import type { Span } from "../../model/span.ts";
import { compareSpans } from "../../text/compare.ts";
import { overlaps } from "../../text/spans.ts";
import type { RecordIndex } from "./record-index.ts";
import { sentenceAround, sentencesAround } from "./sentence-around.ts";
import { CUT, shorten } from "./shorten.ts";
import { WITHHELD } from "./withheld.ts";
import type { Wording } from "./wordings.ts";

/** Words of the report around somebody's words as it tells them, without which these would read as something else. */
export interface AroundWords {
	/** The end of the sentence before, where the words begin with "it" or "this"; "" where nothing is needed. */
	readonly behind: string;
	/** What they hang on in their own sentence: the verb that leads to them, or the name before "which". */
	readonly before: string;
	/** The words, whole where what stands between their parts belongs to them; null where they can be given as they are. */
	readonly text: string | null;
	/** How the sentence goes on, where that bounds what was said: "but thinks it unlikely". */
	readonly after: string;
}

const NOTHING: AroundWords = { behind: "", before: "", text: null, after: "" };

/** Words that stand by themselves: a clause of their own. */
const CLAUSE = /^(?:that|whether|how|why|what|when|where|if)\b/iu;
/** Behind a verb that only says, other words are a clause too: "said the bridge was closed". */
const PLAIN_SAYING = /\b(?:say|says|said|saying|tell|tells|told|telling|add|adds|added|adding)$/iu;
const RELATIVE = /^(?:which|whom|whose|who)\b/iu;
const POINTING =
	/^(?:that )?(?:it|this|these|those|such)\b(?! (?:is|was|would be|will be) (?:\p{L}+ ){1,3}(?:to|that)\b)/iu;
/** A demonstrative before its noun, and not before a verb: what it points at is named. */
const NAMED =
	/^(?:that )?(?:this|these|those|such) (?!(?:is|was|are|were|be|can|could|may|might|must|shall|should|will|would|has|have|had|does|did|do|not)\b)\p{L}+/iu;
/** How a sentence goes on that takes back or bounds what stands before. */
const BOUNDS =
	/^,? ?(?:but|and not|not|although|though|however|yet|unless|except|if|until|rather than|because|while|only if|as long as|provided)\b/iu;
/** Characters that may stand between a verb and the words it leads to: a day, an adverb. */
const GAP = 24;
/** Words that tell what "which" stands for, and what "it" stands for. */
const ANTECEDENT = 6;
const CONTEXT = 10;
/** Characters before words that are looked at for a "but". */
const CONTRAST = 80;
/** Characters of how a sentence goes on. */
const LONGEST = 160;

/**
 * What a reader has to see beside words that a report tells in its own. Catches "[called on] the harbour to close", "[the
 * council,] which … a good neighbour" and "that she welcomed the plan[, but thought it too late]"; must not repeat "said
 * that", nor run on into what somebody else says.
 */
export function readAround(
	index: RecordIndex,
	{ rendition, marked }: Pick<Wording, "rendition" | "marked">,
): AroundWords {
	const text = index.articles.get(rendition.article)?.text ?? "";
	const spans = rendition.parts.flatMap((part) => part.spans).sort(compareSpans);
	const [first] = spans;
	const last = spans.at(-1);
	const quotation = index.quotations.get(rendition.parts[0]?.quotation ?? "");
	if (marked || !first || !last || !quotation) return NOTHING;
	const sentence = sentenceAround(text, first);
	const words = text.slice(first.start, first.end);
	const relative = RELATIVE.test(words);
	const whole = relative && last.end <= sentence.end ? text.slice(first.start, last.end) : null;
	const before = relative
		? lastWords(text.slice(sentence.start, first.start), ANTECEDENT)
		: withContrast(text, verbBefore(text, quotation, first), first);
	const found: AroundWords = {
		behind: before === "" && pointsBack(index, quotation, words) ? endBefore(text, sentence) : "",
		before,
		text: whole,
		after: last.end < sentence.end ? goesOn(index, text, quotation, { start: last.end, end: sentence.end }) : "",
	};
	const given = [found.behind, found.before, found.text ?? "", found.after];
	return given.some((part) => part.includes(WITHHELD)) ? NOTHING : found;
}

/** Whether words begin with a pronoun for something said before; an organisation's own "it" is the speaker. */
function pointsBack(index: RecordIndex, { speaker }: Quotation, words: string): boolean {
	const type = index.entities.get(speaker ?? "")?.type;
	return type === "person" && POINTING.test(words) && !NAMED.test(words);
}

function endBefore(text: string, { start }: Span): string {
	const at = text.slice(0, start).trimEnd().length;
	const before = sentencesAround(text, { start: Math.max(0, at - 1), end: at }).findLast((one) => one.end <= start);
	return before ? lastWords(text.slice(before.start, before.end), CONTEXT) : "";
}

/** The last words of a stretch, with the sign of a cut where some are before them. */
function lastWords(stretch: string, count: number): string {
	const words = stretch.trim().split(/\s+/u);
	const shown = words.slice(-count).join(" ");
	return words.length > count ? `${CUT} ${shown}` : shown;
}

/** The verb that leads to words which are no clause. */
function verbBefore(text: string, { cue, polarity, source }: Quotation, { start, end }: Span): string {
	const verb = [...cue].sort(compareSpans).findLast((span) => span.end <= start);
	if (!verb || polarity !== "said" || CLAUSE.test(text.slice(start, end))) return "";
	const gap = text.slice(verb.end, start);
	// "According to Vane" names the speaker, who stands beside the words already.
	if (source !== null && overlaps(source, { start: verb.start, end: start })) return "";
	if (!/\p{L}/u.test(text.slice(verb.start, verb.end))) return "";
	if (/\bthat\s*$/iu.test(gap)) return "";
	if (gap.length > GAP || !/^\s[^.!?\n]*$/u.test(gap) || PLAIN_SAYING.test(text.slice(verb.start, verb.end))) return "";
	return text.slice(verb.start, start).trim();
}

/** With the "but" that sets words, or the verb that leads to them, against what stands before. */
function withContrast(text: string, before: string, { start }: Span): string {
	const lead = text.slice(Math.max(0, start - CONTRAST), start).trimEnd();
	const head = before === "" ? lead : lead.slice(0, Math.max(0, lead.length - before.length)).trimEnd();
	const contrast = /[\p{L}\p{N},] (but|yet|although|though)$/u.exec(head)?.[1];
	return contrast === undefined ? before : `${contrast} ${before}`.trim();
}

/** How the sentence goes on behind words, where that bounds them and is no other's. */
function goesOn(index: RecordIndex, text: string, { article, id }: Quotation, rest: Span): string {
	const words = text.slice(rest.start, rest.end).replace(/^["'\u2018-\u201f\u00bb]+/u, "");
	if (!BOUNDS.test(words)) return "";
	const taken = index.record.quotations.some(
		(other) =>
			other.article === article &&
			other.id !== id &&
			[...other.content, ...other.cue].some((span) => overlaps(span, rest)),
	);
	return taken ? "" : shorten(words.replace(/[.!?\s]+$/u, ""), LONGEST);
}
