import type { Span } from "../../model/span.ts";
import { contains, overlaps } from "../../text/spans.ts";
import type { Draft } from "../draft.ts";

/**
 * Readings of the tagger by which nobody is given any words: what was done, what was asked and what nobody knows.
 *
 * Catches: `Pike thanked Vane.`, `Vane was asked about the dam.`, `It is not known whether the dam leaks.`,
 * `Vane was responding to a question whether the dam leaks.` (a question that Vane did not ask).
 * Must not: `Pike asked whether the dam leaks.`, `Pike does not know whether the dam leaks.`
 */
export function isUnsaid(text: string, draft: Draft): boolean {
	return (
		isDeed(text, draft) ||
		isAskedOnly(text, draft) ||
		isOpen(text, draft) ||
		isAnswered(text, draft) ||
		isConditional(text, draft) ||
		isAccepted(text, draft)
	);
}

/**
 * Whether a reading is of nothing but the clause that gives words in marks to somebody: `“…,” Pike told reporters on
 * Monday, according to Ostra` has words of Pike, and none that Ostra says of Pike.
 *
 * @param inside the drafts whose cues stand in the reading's content
 */
export function isFrame(draft: Draft, inside: readonly Draft[]): boolean {
	return inside.some(
		({ kind, source, cue, content, rule }) =>
			kind !== "indirect" &&
			rule !== "quotations/naming" &&
			source !== null &&
			[source, ...cue].every((span) => draft.content.some((part) => contains(part, span))) &&
			!content.some((span) => draft.content.some((part) => overlaps(part, span))),
	);
}

function cueWords(text: string, { cue }: Draft): string[] {
	return cue.map(({ start, end }) => text.slice(start, end));
}

function opens(text: string, span: Span | undefined): string {
	return span ? text.slice(span.start, Math.min(span.end, span.start + LONGEST_OPENING)) : "";
}

/** The word that begins a content (UTF-16 units). */
const LONGEST_OPENING = 20;

/** "thanked Pike", "distanced himself from the mayor": somebody in the place of what is said. */
function isDeed(text: string, draft: Draft): boolean {
	const [only] = draft.content;
	if (!only || draft.content.length > 1 || draft.kind !== "indirect") return false;
	if (only.end - only.start > LONGEST_DEED) return false;
	const words = text.slice(only.start, only.end);
	const verbs = /^(?:\p{Lu}[\p{L}'\u2019-]*\s?){1,4}$|^(?:him|her|them)$/u.test(words) ? DEEDS_TO_PEOPLE : DEEDS;
	if (!cueWords(text, draft).some((cue) => verbs.test(cue))) return false;
	return !/^(?:that|to|how|what|why|whether)\b/.test(words);
}

const DEEDS =
	/\b(?:thank(?:s|ed|ing)?|distanc(?:es?|ed|ing)(?:\s(?:him|her|them|it)sel(?:f|ves)(?:\sfrom)?)?|meets?|met|meeting|visit(?:s|ed|ing)?|greet(?:s|ed|ing)?|hug(?:s|ged|ging)?|congratulat(?:es?|ed|ing)|(?:has|have|had)\s(?:warmed|cooled|mended|severed|restored)|point(?:s|ed|ing)?\sat)(?:\swith)?$/;
/** "defended Pike": the person alone is nothing said; "defended the wall as sound" tells what was. */
const DEEDS_TO_PEOPLE = new RegExp(`${DEEDS.source}|\\bdefend(?:s|ed|ing)?$`);
/** "her for all her work on the wall" (UTF-16 units). */
const LONGEST_DEED = 60;

/** "Asked what she meant, Pike laughed", "Pike was asked about it": a question that nobody is named for. */
function isAskedOnly(text: string, draft: Draft): boolean {
	const asked = /^(?:(?:when|is|are|was|were|been|being|once|also|then|later|repeatedly)\s)*asked(?:\s\p{L}+)?$/iu;
	if (!cueWords(text, draft).some((cue) => asked.test(cue))) return false;
	const [first] = draft.content;
	if (!first || (draft.cue[0]?.start ?? 0) > first.start) return false;
	if (!draft.source) return true;
	const asker = /\bby\s$/.test(text.slice(Math.max(0, draft.source.start - 4), draft.source.start));
	return asker && !/^(?:what|whether|if|why|how|when|where|who|which|about)\b/i.test(opens(text, first));
}

/** "It is not known whether", "It was not immediately clear who": nobody says so. */
function isOpen(text: string, draft: Draft): boolean {
	return (
		draft.source === null &&
		cueWords(text, draft).some((cue) =>
			/^(?:it\s)?(?:is|was|are|were|remains?|remained)\s(?:(?:still|yet|not|immediately|far|from|as|too|early)\s)*(?:not\s(?:yet\s|immediately\s)?)?(?:known|clear|unknown|unclear|uncertain)$/i.test(
				cue,
			),
		)
	);
}

/** "answered our questions", "took journalists' questions". */
const QUESTIONS = /^(?:\p{L}+['\u2019]?s?['\u2019]?\s){0,3}questions$/u;

/** "was responding to a question whether": whose question it is, the words before it do not say. */
function isAnswered(text: string, draft: Draft): boolean {
	const [first] = draft.content;
	const few = draft.content.length === 1 && first && first.end - first.start <= LONGEST_DEED;
	if (few && draft.kind === "indirect" && QUESTIONS.test(text.slice(first.start, first.end)))
		return cueWords(text, draft).some((cue) => /\b(?:answer(?:s|ed|ing)?|took|tak(?:es?|ing))$/i.test(cue));
	return (
		cueWords(text, draft).some((cue) =>
			/\b(?:respond|repl|answer)(?:s|ed|ing|y|ies|ied|ying)?\s(?:to\s)?(?:an?\s|the\s)?(?:\p{L}+['\u2019]s?\s)?(?:\p{L}+\s)?questions?(?:\s(?:about|on|over|as\sto))?$/iu.test(
				cue,
			),
		) && (draft.cue[0]?.start ?? 0) < (first?.start ?? 0)
	);
}

/** "if inspectors confirmed their readings": a thing that somebody may yet tell. */
function isConditional(text: string, { source, kind, content }: Draft): boolean {
	const [only] = content;
	if (!source || !only || kind !== "indirect" || only.end - only.start > LONGEST_DEED) return false;
	return (
		/\b(?:if|unless)\s$/i.test(text.slice(Math.max(0, source.start - 8), source.start)) &&
		!/^(?:that|to)\b/.test(opens(text, only))
	);
}

/** "did not reject this proposal": a thing that somebody let stand, and no word of theirs. */
function isAccepted(text: string, draft: Draft): boolean {
	const [only] = draft.content;
	if (!only || draft.kind !== "indirect" || draft.content.length > 1 || draft.polarity !== "not-said") return false;
	if (!/^(?:this|that|the|his|her|its|their)\s(?!\p{L}+\sthat\b)/u.test(opens(text, only))) return false;
	return (
		only.end - only.start <= LONGEST_DEED &&
		cueWords(text, draft).some((cue) => /\b(?:reject|dismiss|deny|dispute)$/.test(cue))
	);
}
