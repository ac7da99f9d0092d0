import type { LineRule } from "./lines.ts";

/**
 * How to reach the author or the outlet, and who wrote and edited, at the end of a report.
 *
 * Catches: "Contact the reporter at desk@harbour.example", "Reporting by Ada Quill; Editing by Bo Marsh".
 * Leaves: "Contact between the two ships broke off at noon, the coast guard said."
 */
const ADDRESS =
	/^(?:.{0,80}\b(?:contact|reach(?:ed)?|e-?mail(?:ed)?|write to|tips?|follow|twitter|tel|phone)\b.{0,60}(?:@|at \(?\d{3})|(?:e-?mail|tel|phone|twitter|contact)\s*:|[\w.+-]{1,60}@[\w-]{1,60}\.[\w.-]{1,40}$|@\w{2,30}$|(?:do you have|got) (?:a )?(?:tip|story|information)|send (?:us )?(?:your )?(?:tips|feedback|corrections))/iu;
const OTHER =
	/^(?:[([]{1,2}[\w.+-]{1,60}@[\w-]{1,60}\.[\w.-]{1,40}.{0,80}[)\]]{1,2}|our standards: .{0,80}|(?:media|press|news) contacts?\s*:.{0,120}|for (?:more|further) information,? (?:please )?(?:contact|visit|see|call|e-?mail)\b.{0,160}|reporter .{2,60} can be reached at .{3,120}|(?:责任编辑|编辑|記者|责编)\s?(?:[:：|/]\s?|\s)[\p{L}][^\n。]{1,30}|기자\s?[:：]\s?[\p{L}@][^\n]{1,30}|(?:редактор|редакторка)\s?:\s?\p{L}[^\n.]{1,40}|(?:tel|telefon|tél|тел|phone|fax)\s?(?:[.:：]\s?){0,2}[+(]?\d[\d\s()/.+-]{3,40}[^\n]{0,30})$/iu;
const SIGN_OFF =
	/^[([]?(?:(?:Additional |Further )?(?:Reporting|Writing|Editing|Compiled|Translated|Edited|Written|Reported)(?: and (?:writing|editing|reporting))? (?:by|from|in)\s+\p{Lu}|Our Standards: |With (?:additional )?reporting (?:by|from) )/u;

/** What a whole sentence must open with or say to be about the author, not about the police or a charity. */
const ASKS =
	/^(?:[([>*•—-]\s*)?(?:contact (?:us|the|me|our)|reach|e-?mail|write to|follow|(?:got |have )?(?:a )?tips?|do you have|send|tell us|twitter|feedback)|\b(?:can|may) be (?:reached|contacted|followed)\b|\b(?:reporter|writer|columnist|editor|correspondent|newsroom|newsdesk)\b/iu;
const LABELLED = /^(?:e-?mail|tel|phone|twitter|contact)\s*:/i;
const SENTENCE_WORDS = 7;
/** Words of a line that is signed "Writing from PLACE" without more. */
const MOST_SIGNED = 9;

/** Words such a line may have. */
const MOST_WORDS = 45;

export const contactLine: LineRule = {
	rule: "article/contact-line",
	find(line, { index, firstProse, lastProse, lines }) {
		if (line.words > MOST_WORDS) return null;
		const nearEnd = index >= lines.length - 6 || index >= lastProse;
		if (
			nearEnd &&
			// Above the report "Written by Ada Quill" is its byline.
			!(index > 0 && index < firstProse && lastProse >= 0 && /^(?:written|reported) by\s/i.test(line.text)) &&
			SIGN_OFF.test(line.text) &&
			(line.words <= MOST_SIGNED || /^[([]|;|\bby\b/i.test(line.text.slice(0, 60)))
		)
			return "names who reported and edited";
		if ((!line.prose || nearEnd) && OTHER.test(line.text)) return "says how to reach the author or the outlet";
		// "Tel: the only word left on the sign." names no number and no address.
		if (line.ended && LABELLED.test(line.text) && !/[\d@]/.test(line.text)) return null;
		const sentence = line.ended && line.words >= SENTENCE_WORDS;
		if (sentence && !ASKS.test(line.text)) return null;
		return !line.prose || nearEnd
			? ADDRESS.test(line.text)
				? "says how to reach the author or the outlet"
				: null
			: null;
	},
};
