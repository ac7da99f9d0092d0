import type { LineRule } from "./lines.ts";

/**
 * What a wire terminal prints above a report: slugs, priorities, codes, word counts, notes to editors.
 *
 * Catches: "URGENT", "BC-MERIDIA-FERRY/ (URGENT)", "(EDS: ADDS quotes)", "Word count: 96", "ZCZC".
 * Leaves: "URGENT repairs to the ferry will take a week", a headline.
 */
const PRIORITY =
	/^\W{0,4}(?:URGENT|FLASH|BULLETIN|NEWS ?ALERT|SNAP|EIL|EILT|VORRANG|BLITZ|ALERTE|URGENTE|ALERTA|СРОЧНО|МОЛНИЯ|ТЕРМІНОВО|SON DAKİKA|عاجل|速报|速報|PRIORITY \d|ZCZC|NNNN)\W{0,4}$/u;
const SLUG = /^\^?[A-Z]{2}[-–][A-Z][\p{L}\d'’&-]{1,40}(?:[/,\s-]+[\p{L}\d().'’&-]{1,24}){0,6}\/?$/u;
const SLASHED = /^[\p{Lu}][\p{L}-]{2,30}(?:\/[\p{L}-]{2,30}){0,5}\/$/u;
const CODED = /^(?=(?:\D*\d){5})[A-Za-z]{2,5}\d{3,5}(?:\s[\p{L}\d/]{1,24}){2,8}$/u;
const FIELD =
	/^(?:slug(?:line)?|word ?count|words|keywords?|priority|category|urgency|format|version|take|desk|topic codes?|usn)\s?:\s?\S.{0,80}$/iu;
const NOTE = /^[([]?(?:EDS?|EDITORS|ATTENTION EDITORS|ATTN(?: EDITORS)?|NOTE TO EDITORS|ATTENTION)\s?[:.–—-]\s?\S/;
/** "(Advisory: …)", "(MEM TO CSEs: …)": a whole line in brackets that a label opens. */
const BRACKETED = /^\([^():]{2,40}:[^()]{5,300}\)\s?<?$/;
const ROLE = /^(?:\p{Lu}[\p{L}&.]*\s){1,4}(?:[Ss]taff )?(?:[Ww]riter|WRITER|[Cc]orrespondent|[Ss]taff [Rr]eporter)$/u;

/** Lines at the head of a text among which a header is looked for. */
const HEAD = 12;
const MOST_WORDS = 14;
/** Words of a slug in capitals alone: "EX-HEAD CLEARED OF CHARGES" is a headline. */
const MOST_SLUG = 3;

export const wireHeader: LineRule = {
	rule: "article/wire-header",
	find(line, { index, firstProse, lines }) {
		const { text } = line;
		if (text.length > 400 || index > HEAD) return null;
		// Alone above prose, such a line may be all the headline there is.
		if (NOTE.test(text) || (index > 0 && index < firstProse && BRACKETED.test(text))) return "a wire's note to editors";
		if (line.ended && !/[)]$/.test(text)) return null;
		if (line.words > MOST_WORDS || index > Math.max(firstProse, 0) || index >= lines.length - 1) return null;
		if (PRIORITY.test(text)) return "a wire's priority";
		if (FIELD.test(text) && index <= firstProse) return "a field of a wire's header";
		const slug = SLUG.test(text) && (/[/,(^]/.test(text) || (line.words <= MOST_SLUG && text === text.toUpperCase()));
		if (slug || SLASHED.test(text) || CODED.test(text)) return "a wire's slug or code";
		return index > 0 && ROLE.test(text) ? "the author's office" : null;
	},
};
