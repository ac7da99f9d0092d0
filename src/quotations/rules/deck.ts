import type { Span } from "../../model/span.ts";
import type { Unit } from "../clauses/units.ts";

/** Verbs that open a line below a headline, whose subject is that of the headline. */
const OPENING =
	/^(?:says|tells|warns|vows|urges|denies|insists|admits|accuses|blames|praises|slams|hails|describes|dismisses|rejects|adds|pledges|defends|believes|thinks|asks|welcomes|condemns|takes|threatens|refuses|calls|sees|wants)$/;

/**
 * The verb of a deck: a line below the headline that goes on from whoever speaks there, without a name and a full stop.
 *
 * Catches: `Takes warnings of a flood ‘seriously’` below `Pike says the dam holds`: Pike's word.
 * Must not: `Takes time to read ‘The Long Dam’.` in the text (a sentence with its stop).
 *
 * @param stop what stands at the line's end
 */
export function deckVerb({ items }: Unit, stop: string): Span | null {
	const verb = items[0];
	if (!verb?.capital || !OPENING.test(verb.norm) || /[.:;]/.test(stop)) return null;
	return { start: verb.start, end: verb.end };
}
