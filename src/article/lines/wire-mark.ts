import type { LineRule } from "./lines.ts";

/**
 * What wires and press offices write below the last line of a report.
 *
 * Catches: "ENDS", "-30-", "MORE TO FOLLOW", "hp/rl/bow" below the last paragraph.
 * Leaves: "End of story.", "The ends of the earth".
 */
const MARK =
	/^[\s\-–—*/=(#]{0,6}(?:ENDS?|END OF (?:STORY|REPORT|TEXT|RELEASE)|MORE TO (?:FOLLOW|COME)|MORE|MTF|FIN|ENDE|FINE|FIM|KONIEC|KONEC|EINDE|SLUT|КОНЕЦ|КІНЕЦЬ|BİTTİ|انتهى|30|NNNN|\(END\)|完|おわり|了)[\s\-–—*/=)#]{0,6}$/u;
/** In small letters only below the whole text. */
const SMALL = /^(?:ends?|mfl?|more follows|fin|ende)$/;
const INITIALS = /^[\p{Ll}]{1,4}(?:[/-][\p{Ll}]{1,4}){1,4}(?:[./]\w{1,4})?$/u;
const SIGNS = /^(?=.*\b[a-z]*\d|.*\b[a-z]{4}\b)(?:[a-z\d]{1,4}\s){2,7}[a-z\d]{1,4}$/;

/** Lines from the end among which a mark is looked for. */
const TAIL = 6;

export const wireMark: LineRule = {
	rule: "article/wire-mark",
	find(line, { lines, index, lastProse }) {
		if (line.text.length > 40 || line.ended) return null;
		const below = index > lastProse || index >= lines.length - TAIL;
		if (below && index > 0 && MARK.test(line.text)) return "a wire's or a press office's mark at the end";
		if (index <= lastProse) return null;
		if (SMALL.test(line.text)) return "a wire's mark at the end";
		return INITIALS.test(line.text) || SIGNS.test(line.text) ? "signs of those who handled the report" : null;
	},
};
