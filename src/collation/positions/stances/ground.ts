import type { FoundQuotation } from "../../../model/annotation.ts";
import type { PositionStance } from "../../../model/record.ts";
import type { Span } from "../../../model/span.ts";
import { sliceOf } from "../../../text/spans.ts";
import type { ClauseText, TokenName } from "../clause-text.ts";
import { ORGANS, PREPOSITIONS, verbGroupStart } from "../noun-phrases.ts";

/** A side that words take, and the words. */
export interface SaidStance {
	readonly stance: PositionStance;
	readonly span: Span;
}

/** What a rendition's stance is read from. */
export interface StanceSource {
	readonly text: ClauseText;
	readonly quotation: FoundQuotation;
	/** The words of the rendition. */
	readonly spans: readonly Span[];
	/** The speaker, and for whom the speaker speaks: "Moscow rejects" said by its president is his own side. */
	readonly own: ReadonlySet<string>;
}

/** A sentence of a rendition's words, as tokens. */
export interface Clause {
	readonly first: number;
	readonly end: number;
	/** Whether the words begin with it. */
	readonly opening: boolean;
}

/** Of a sentence this many tokens are read: one that goes on longer is a list or no prose. */
const MOST_TOKENS = 300;

/** The sentences of a stretch of words, as ranges of tokens. */
export function clausesOf(text: ClauseText, first: number, end: number): Clause[] {
	const clauses: Clause[] = [];
	let from = first;
	for (let at = first; at < end; at++) {
		if (!/^[.!?;\u2026]$/.test(text.normAt(at)) && at < end - 1) continue;
		clauses.push({ first: from, end: Math.min(at + 1, from + MOST_TOKENS), opening: from === first });
		from = at + 1;
	}
	return clauses;
}

/** A question or a condition takes no side. */
export function isOpen(text: ClauseText, { first, end }: Clause): boolean {
	if (text.normAt(end - 1) === "?" || text.normAt(end) === "?") return true;
	for (let at = first; at < end; at++) if (/^(?:if|unless|whether)$/.test(text.normAt(at))) return true;
	return false;
}

export const MAY: RegExp = /^(?:would|could|may|might|can|should|must|shall|'d|ought)$/;
export const NO: RegExp =
	/^(?:not|n't|never|no|cannot|can't|won't|don't|doesn't|didn't|isn't|aren't|wasn't|hasn't|haven't|neither|nor|hardly|nothing)$/;

/** Whether a verb's group leaves the verb as it is, turns it round, or leaves it open. */
export function turnOf(text: ClauseText, group: number, verb: number): "as-is" | "turned" | "open" {
	let turns = 0;
	let may = false;
	for (let at = group; at < verb; at++) {
		const norm = text.normAt(at);
		if (NO.test(norm)) turns++;
		if (MAY.test(norm)) may = true;
		if (norm === "cannot" || norm === "can't") may = false;
	}
	// "cannot support", "can not support"; what one should or might not support is open.
	if (may && !(turns === 1 && hasNorm(text, /^(?:can|cannot|can't|could|couldn't)$/, group, verb))) return "open";
	return turns === 0 ? "as-is" : turns === 1 ? "turned" : "open";
}

export function hasNorm(text: ClauseText, pattern: RegExp, from: number, to: number): boolean {
	for (let at = from; at < to; at++) if (pattern.test(text.normAt(at))) return true;
	return false;
}

/** The first token of a verb's group, "no longer" with it. */
export function groupStart(text: ClauseText, verb: number, floor: number): number {
	let first = verbGroupStart(text, verb, floor);
	if (text.normAt(first - 1) === "longer" && text.normAt(first - 2) === "no")
		first = verbGroupStart(text, first - 2, floor);
	return first;
}

const OWN_BODY =
	/^(?:country|nation|government|party|union|company|side|delegation|ministry|council|group|movement|members|people)$/;

/** Whether the words before a verb name the speaker: "we", the speaker's name or state, or in indirect speech "he" or nothing at its beginning. */
export function isOwn({ text, own, quotation }: StanceSource, group: number, clause: Clause): boolean {
	const last = text.normAt(group - 1);
	if (group - 1 >= clause.first) {
		if (/^(?:we|i)$/.test(last)) return true;
		if (/^(?:he|she|it|they)$/.test(last) && quotation.kind !== "direct")
			return clause.opening && (group - 1 === clause.first || text.normAt(group - 2) === "that");
	}
	if (text.namesTo(group).some((name) => name.first >= clause.first && own.has(name.entity)))
		return !PREPOSITIONS.has(text.normAt((text.namesTo(group)[0]?.first ?? group) - 1));
	// "our country", and in indirect speech "his party"
	const whose = text.normAt(group - 2);
	if (group - 2 >= clause.first && OWN_BODY.test(last))
		if (whose === "our" || (/^(?:his|her|their)$/.test(whose) && quotation.kind !== "direct")) return true;
	if (ORGANS.has(last)) {
		for (let at = group - 1; at > Math.max(clause.first, group - 4); at--) {
			const owner = text.normAt(at - 1) === "'s" ? at - 1 : at;
			if (text.namesTo(owner).some((name) => name.first >= clause.first && own.has(name.entity))) return true;
			// "our government", "the government" of who speaks for one
			if (text.normAt(at - 1) === "our") return true;
		}
		return false;
	}
	// "vowed |to support the accord|"
	return (
		clause.opening &&
		group <= clause.first + 1 &&
		text.normAt(group) === "to" &&
		quotation.cue.some((cue) =>
			/\b(?:vow|pledg|promis|agree|want|decid|resolv|commit|intend)\w*\b/i.test(
				sliceOf(text.annotated.article.text, cue),
			),
		)
	);
}

/** The namings of an entity within a clause. */
export function namesIn(text: ClauseText, { first, end }: Clause, entity: string): TokenName[] {
	const names: TokenName[] = [];
	for (let at = first; at < end; at++)
		for (const name of text.namesFrom(at))
			if (name.entity === entity && name.end <= end && name.form !== "pronoun") names.push(name);
	return names;
}
