import type { LineRule } from "./lines.ts";

/**
 * How to reach the author or the outlet, and who wrote and edited, at the end of a report.
 *
 * Catches: "Contact the reporter at desk@harbour.example", "Reporting by Ada Quill; Editing by Bo Marsh".
 * Leaves: "Contact between the two ships broke off at noon, the coast guard said."
 */
const ADDRESS =
	/^(?:.{0,80}\b(?:contact|reach(?:ed)?|e-?mail(?:ed)?|write to|tips?|follow|twitter|tel|phone)\b.{0,60}(?:@|at \(?\d{3})|(?:e-?mail|tel|phone|twitter|contact)\s*:|[\w.+-]{1,60}@[\w-]{1,60}\.[\w.-]{1,40}$|@\w{2,30}$|(?:do you have|got) (?:a )?(?:tip|story|information)|send (?:us )?(?:your )?(?:tips|feedback|corrections))/iu;
const SIGN_OFF =
	/^[([]?(?:(?:Additional |Further )?(?:Reporting|Writing|Editing|Compiled|Translated|Edited|Written|Reported)(?: and (?:writing|editing|reporting))? (?:by|from|in)\s+\p{Lu}|Our Standards: |With (?:additional )?reporting (?:by|from) )/u;

/** Words such a line may have. */
const MOST_WORDS = 45;

export const contactLine: LineRule = {
	rule: "article/contact-line",
	find(line, { index, lastProse, lines }) {
		if (line.words > MOST_WORDS) return null;
		const nearEnd = index >= lines.length - 6 || index >= lastProse;
		if (nearEnd && SIGN_OFF.test(line.text)) return "names who reported and edited";
		return !line.prose || nearEnd
			? ADDRESS.test(line.text)
				? "says how to reach the author or the outlet"
				: null
			: null;
	},
};
