import { ROLES } from "../../language/names/data/name-words.ts";
import type { Span } from "../../model/span.ts";
import { overlaps } from "../../text/spans.ts";
import type { Draft } from "../draft.ts";

/** A source as a rule and as the tagger have it, for one cue. */
interface Twins {
	readonly text: string;
	readonly ruled: Span;
	readonly tagged: Span;
	/** The content that the rule has. */
	readonly content: readonly Span[];
}

/**
 * The source where a rule and the tagger read one cue: the tagger's, unless one of the rules below says that the rule's
 * is whole where the tagger's is cut short, or is the speaker where the tagger's has what stands beside one.
 */
export function sourceOfTwins(text: string, rule: Draft, tagged: Draft): Span | null {
	if (!rule.source || !tagged.source) return tagged.source ?? rule.source;
	const twins = { text, ruled: rule.source, tagged: tagged.source, content: rule.content };
	return RULE_STANDS.some((stands) => stands(twins)) ? rule.source : tagged.source;
}

/** Catches: `[My mother objected, and I]` for `[I]`. Must not: `[The mayor]` for `[mayor]`. */
function isFirstPerson({ text, ruled }: Twins): boolean {
	return ruled.end - ruled.start <= 2 && /^(?:I|we)$/i.test(text.slice(ruled.start, ruled.end));
}

/** Catches: a source that takes in words which it gives. Must not: one that ends where they begin. */
function isTornOpen({ tagged, content }: Twins): boolean {
	return content.some((span) => overlaps(span, tagged));
}

/** Catches: `[The mayor]` for `[today]`. Must not: `[the mayor]` for `[Friday Pike]`. */
function isTime({ text, tagged }: Twins): boolean {
	return TIME.test(text.slice(tagged.start, tagged.end));
}

const TIME =
	/^(?:today|yesterday|tonight|later|earlier|then|again|also|now|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/i;

/** Catches: `[The day before, the mayor]` for `[the mayor]`. Must not: `[Vane and the mayor]`. */
function hasLead({ text, ruled, tagged }: Twins): boolean {
	return tagged.start < ruled.start && overlaps(ruled, tagged) && /,\s*$/.test(text.slice(tagged.start, ruled.start));
}

/** Catches: `[Outlets report that Pike]` for `[Pike]`: who reports it did not say it. Must not: `[May Pike]` for `[Pike]`. */
function hasReporter({ text, ruled, tagged }: Twins): boolean {
	return (
		tagged.start < ruled.start && tagged.end === ruled.end && /\bthat\s$/.test(text.slice(tagged.start, ruled.start))
	);
}

/** Catches: `[the water office]` for `[a report by the water office]`. Must not: `[the clerk]` for `[Pike or the clerk]`. */
function cutsDocument({ text, ruled, tagged }: Twins): boolean {
	return cutsStart(ruled, tagged) && DOCUMENT_OF.test(text.slice(ruled.start, tagged.start));
}

/** Catches: `[Orr]` for `[May Orr]`. Must not: `[Orr]` for `[Vane, Orr]`. */
function cutsGivenName({ text, ruled, tagged }: Twins): boolean {
	return cutsStart(ruled, tagged) && /^\p{Lu}[\p{L}.'\u2019-]*\s$/u.test(text.slice(ruled.start, tagged.start));
}

/** Catches: `[ferry]` for `[ferry captain]`. Must not: `[the ferry]` for `[the ferry early]`. */
function cutsRole({ text, ruled, tagged }: Twins): boolean {
	if (!cutsEnd(ruled, tagged) || ruled.end - tagged.end >= LONGEST_ROLE) return false;
	const role = /^\s(\p{Ll}+)$/u.exec(text.slice(tagged.end, ruled.end))?.[1];
	return role !== undefined && ROLES.has(role);
}

/**
 * Catches: `[a person who]` and `[the company]` for `[the company that runs the works]`. Must not: `[the company]` for
 * `[the company and its owner]`.
 */
function cutsClause({ text, ruled, tagged }: Twins): boolean {
	if (!cutsEnd(ruled, tagged)) return false;
	const after = text.slice(tagged.end, Math.min(ruled.end, tagged.end + LONGEST_PRONOUN));
	return /^\s(?:who|that|which)\s/.test(after) || /\s(?:who|that|which)$/.test(endOf(text, tagged));
}

/** Catches: `[an aide, quoting Pike]` for `[an aide]`. Must not: `[an aide, Pike]` for `[an aide]`. */
function hasAside({ text, ruled, tagged }: Twins): boolean {
	return (
		ruled.start === tagged.start &&
		ruled.end < tagged.end &&
		ASIDE.test(text.slice(ruled.end, Math.min(tagged.end, ruled.end + LONGEST_ROLE)))
	);
}

const RULE_STANDS = [
	isTime,
	isFirstPerson,
	isTornOpen,
	hasLead,
	hasReporter,
	cutsDocument,
	cutsGivenName,
	cutsRole,
	cutsClause,
	hasAside,
];

function cutsStart(ruled: Span, tagged: Span): boolean {
	return ruled.start < tagged.start && ruled.end === tagged.end && tagged.start - ruled.start < LONGEST_DOCUMENT;
}

function cutsEnd(ruled: Span, tagged: Span): boolean {
	return ruled.start === tagged.start && tagged.end < ruled.end;
}

function endOf(text: string, { start, end }: Span): string {
	return text.slice(Math.max(start, end - LONGEST_PRONOUN), end);
}

/** "a confidential internal report published by", " spokeswoman", " which " (UTF-16 units). */
const LONGEST_DOCUMENT = 60;
const LONGEST_ROLE = 20;
const LONGEST_PRONOUN = 8;
const ASIDE = /^,\s(?:quoting|citing|referring|pointing|responding|replying)\b/;
const DOCUMENT_OF =
	/\b(?:reports?|stud(?:y|ies)|surveys?|polls?|statements?|documents?|letters?|memos?|articles?|analys[ie]s|figures|data)\s(?:\p{L}+\s)?(?:by|from|of|for|in)\s$/u;
