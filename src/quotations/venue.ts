import type { Draft } from "./draft.ts";

/**
 * Where and when something was said is no part of it, though nothing but the sense parts the two.
 *
 * Catches: `Analysts said in a note the outlook was poor` (content: the outlook was poor), `told reporters in Lund the
 * dispute was over`, `told the council in Brem` (nothing).
 * Must not: `said in a decade the lake will be gone`, `said on both sides the dead were many`.
 */
export function withoutVenue(text: string, draft: Draft): Draft {
	const [first, ...rest] = draft.content;
	const cue = draft.cue[draft.cue.length - 1];
	if (!first || !cue || draft.kind === "direct" || first.start < cue.end) return draft;
	const words = text.slice(first.start, Math.min(first.end, first.start + LONGEST_VENUE));
	const whole = rest.length === 0 && first.end - first.start <= LONGEST_VENUE;
	if (whole && (ONLY_TIME.test(words) || ONLY_PLACE.test(words))) return { ...draft, content: [] };
	const told = draft.addressee !== null || /\b(?:told|telling|tells)\b/.test(text.slice(cue.start, first.start));
	const venue =
		AT_TIME.exec(words) ?? IN_VENUE.exec(words) ?? (told ? (IN_PLACE.exec(words) ?? BEFORE_THAT.exec(words)) : null);
	const start = first.start + (venue?.[0].length ?? 0);
	const end = first.end - timeOfSpeaking(text.slice(Math.max(start, first.end - LONGEST_TAIL), first.end));
	if ((start === first.start && end === first.end) || end <= start) return draft;
	return { ...draft, content: [{ start, end }, ...rest] };
}

/** Words of a venue with what follows them (UTF-16 units). */
const LONGEST_VENUE = 80;

const ONLY_TIME =
	/^(?:that|(?:the|that)\s(?:same|next|very)|last|this|later)\s(?:day|night|week|weekend|month|year|evening|morning|afternoon|spring|summer|autumn|fall|winter)$/;
const ONLY_PLACE = /^(?:in|at)\s(?:the\s)?\p{Lu}[\p{L}'\u2019-]*(?:\s\p{Lu}[\p{L}'\u2019-]*){0,2}$/u;
/** "last night", "on Monday", before what begins a clause. */
const AT_TIME =
	/^(?:last\snight|yesterday|today|tonight|(?:late\s|early\s)?(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s(?:night|morning|evening|afternoon))?),?\s+(?=(?:that|the|an?|its|his|her|their|he|she|they|it|we|there|no|all|most|some|many|both|every|\d+|\p{Lu}[\p{L}-]*)\s)/u;
/** "in a note", "in its final ruling", before what begins a clause. */
const IN_VENUE =
	/^(?:in|during|via|at|on)\s(?:an?|the|his|her|its|their)\s(?:\p{L}[\p{L}-]*\s){0,3}(?:note|statement|ruling|judg(?:e?)ment|letter|interview|speech|report|e-?mail|memo|message|post|tweet|filing|briefing|news\sconference|press\sconference|podcast|verdict|blog|press\srelease|phone\scall|broadcast|complaint|lawsuit|brief|affidavit)(?:,?\s+(?=(?:the|an?|its|his|her|their|he|she|they|it|we|there|no|all|most|some|many|both|every|\d+|\p{Lu}[\p{L}-]*)\s))/u;
/** "in Lund", behind whom it was told, before what begins a clause. */
const IN_PLACE =
	/^(?:in|at)\s\p{Lu}[\p{L}'\u2019-]*(?:\s\p{Lu}[\p{L}'\u2019-]*){0,2},?\s+(?=(?:that|the|an?|its|his|her|their|he|she|they|it|we|there|no|all|most|some|many|both|every|\d+)\s)/u;
/** "in the capital", behind whom it was told, before "that". */
const BEFORE_THAT = /^(?:in|at|on|outside|near|during)\s(?:[\p{L}'\u2019-]+\s){1,5}(?=that\s)/u;

const LONGEST_TAIL = 90;

/** "it could be resumed last week": what can yet be was told last week. Gives the tail's length (UTF-16 units). */
function timeOfSpeaking(tail: string): number {
	const found =
		/\s(?:could|would|will|can|may|might|must|should)\s(?!have\b)(?:\p{L}+\s){1,4}(last\s(?:week|month|year|night)|yesterday)$/u.exec(
			tail,
		);
	if (!found || /\s(?:after|since|when|that|which|who|than|from|as|because|before|of)\s/.test(found[0])) return 0;
	return (found[1]?.length ?? -1) + 1;
}
