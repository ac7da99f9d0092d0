import type { Term } from "../../model/annotation.ts";
import type { Span } from "../../model/span.ts";
import { firstEndingAfter, overlaps } from "../../text/spans.ts";
import type { Draft } from "../draft.ts";
import { isFrame, isUnsaid } from "./unsaid.ts";

/** What the rules have at the places of a reading that none of them has. */
export interface Beside {
	/** Drafts in whose content the reading's cue stands. */
	readonly around: readonly Draft[];
	/** Drafts whose cues stand in the reading's content. */
	readonly inside: readonly Draft[];
	/** Words in marks that are nobody's, sorted by place. */
	readonly terms: readonly Term[];
}

/**
 * Whether a reading of the tagger that no rule has gives nobody's words: a torn sentence, the title of a work, words
 * that another cue gives to the same speaker.
 *
 * @param reports whether the cue is one that tells (said, claimed), not a deed
 */
export function isNoReading(text: string, draft: Draft, reports: boolean, beside: Beside): boolean {
	const { around, inside, terms } = beside;
	return (
		!draft.cue.some(({ start, end }) => /\p{L}/u.test(text.slice(start, end))) ||
		isScrap(text, draft) ||
		isTwiceGiven(draft, around) ||
		(isFirstPerson(text, draft) && around.some(isTurn)) ||
		isUnsaid(text, draft) ||
		isFrame(draft, inside) ||
		(!reports && isNobodysDeed(draft)) ||
		(!reports && isTitle(text, draft)) ||
		(isNaming(text, draft) && draft.marked.some((span) => holdsTerm(terms, span)))
	);
}

/**
 * A sentence torn at the wrong places: a content of a "that" alone, or with a later part of one word.
 *
 * Catches: `[that]`, `[what] the minister [said to the valley]`. Must not: `[it] … [to be sold]`.
 */
function isScrap(text: string, { content }: Draft): boolean {
	const words = content.map(({ start, end }) => text.slice(start, end));
	if (/(?:^|\s)(?:that|whether)$/.test(words[words.length - 1] ?? "")) return true;
	if (words.length > 1 && /^what(?:ever)?$/i.test(words[0] ?? "")) return true;
	return words.length > 1
		? words.some((part, i) => i > 0 && !/\S\s+\S/.test(part))
		: /^(?:that|what|it|to|this|these|those|so|which|who)$/i.test(words[0] ?? "");
}

/** Catches: `[he] wants to know` in `The town, [he] added, wants to know who paid`. Must not: `[The town] wants to know`. */
function isTwiceGiven({ source }: Draft, around: readonly Draft[]): boolean {
	return around.some((other) => source && other.source && overlaps(source, other.source));
}

/** A turn of an interview is its speaker's as words in marks are: "I think" in it is no report. */
function isTurn({ rule }: Draft): boolean {
	return rule === "quotations/transcript";
}

function isFirstPerson(text: string, { source }: Draft): boolean {
	return source === null || /^(?:I|[Ww]e|[Yy]ou)$/.test(text.slice(source.start, source.end));
}

/** Catches: `“The lake is empty.” Nobody clapped.` Must not: `“The lake is empty,” nobody said.` */
function isNobodysDeed({ kind, polarity }: Draft): boolean {
	return kind === "direct" && polarity === "not-said";
}

/** Catches: `laid out in “The Water We Leave Behind”`. Must not: `laid out: “The water is gone”`. */
function isTitle(text: string, { kind, content }: Draft): boolean {
	const [only] = content;
	if (kind !== "direct" || !only || content.length > 1 || only.end - only.start > LONGEST_TITLE) return false;
	const words = text.slice(only.start, only.end).match(/\p{L}[\p{L}'\u2019-]{3,}/gu) ?? [];
	return words.length > 1 && words.every((word) => /^\p{Lu}/u.test(word));
}

/** UTF-16 units. */
const LONGEST_TITLE = 120;

/** Catches: `a dish called “sarn”`: a name in marks, which nobody says. Must not: `he called it “a shame”`. */
function isNaming(text: string, { cue }: Draft): boolean {
	return cue.some(({ start, end }) => NAMING.test(text.slice(start, end)));
}

const NAMING = /\b(?:call(?:s|ed|ing)?|dub(?:s|bed|bing)?|(?:nick)?nam(?:es?|ed|ing)|kn[eo]ws?n?|(?:en)?titled?)\b/i;

function holdsTerm(terms: readonly Term[], span: Span): boolean {
	const term = terms[firstEndingAfter(terms, span.start)];
	return term !== undefined && term.start < span.end;
}
