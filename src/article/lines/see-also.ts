import type { LineRule } from "./lines.ts";

/**
 * A pointer to another story, often with that story's headline in the same line or glued to it.
 *
 * Catches: "SEE ALSOFerry inquiry opens", "Related: Port strike ends", "ALSO READ | Who owns the pier?"
 * Leaves: "See also the ruling of 2019, on which the court relied, the judge wrote."
 */
const LABEL =
	"(?:see also|read also|also read|related(?: (?:article|articles|story|stories|news|topics|content|posts?|coverage|reading|links?))?|(?:more|further) (?:on this|from this|reading)(?: (?:story|topic|author))?|read (?:more|next)(?: on this| about this)?|recommended(?: (?:for you|reading|stories))?|you (?:may|might) (?:also )?(?:like|be interested in)|don['’]t miss|must read|also on [a-z ]{2,30}|in case you missed it|trending(?: now)?|most (?:read|popular|viewed)|top stories|latest (?:news|stories)|editor['’]?s['’]? picks?|what to read next|up next|lire aussi|à lire aussi|lea también|lee también|leia também|leia mais|lesen sie auch|mehr zum thema|leggi anche|zobacz też|читайте также|читайте також|смотрите также)";

/** Upper case shows a label even when the headline is glued to it. */
const GLUED =
	/^(?:SEE ALSO|READ ALSO|ALSO READ|READ MORE|RELATED|MORE ON THIS|RECOMMENDED|READ NEXT)\s?[:|–—-]?\s*(?=\p{Lu}\p{Ll}|["“‘']|$)/u;
const ALONE = new RegExp(`^[>»*•➡-]?\\s*${LABEL}\\s*[:|»>…–—-]*$`, "iu");
const WITH_HEADLINE = new RegExp(`^[>»*•➡-]?\\s*[([]?${LABEL}\\s*(?:[:|»>]|[–—-]\\s)\\s*\\S`, "iu");

/** Words a pointer with its headline may have. */
const MOST_WORDS = 30;

export const seeAlso: LineRule = {
	rule: "article/see-also",
	find(line) {
		if (line.words > MOST_WORDS) return null;
		const points = ALONE.test(line.text) || WITH_HEADLINE.test(line.text) || GLUED.test(line.text);
		return points ? "points to another story" : null;
	},
};
