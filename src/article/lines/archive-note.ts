import type { LineRule } from "./lines.ts";

/**
 * The banner of a web archive above the page that it keeps.
 *
 * Catches: "The Web Archive captured this page on 3 June 2031.", "12 captures".
 * Leaves: "The town archive captured the mood of 1931, the curator said."
 */
const BANNER =
	/^(?:(?:the )?(?:web archive|wayback machine|archive\.\w{2,8})\b.{0,120}|(?:this (?:page|is an archived page|page was) )?(?:archived|saved|captured) (?:page |copy )?(?:from|on|at|by)\b.{0,30}\d{4}.{0,60}|\d[\d,]{0,6} captures?(?: from .{0,40})?|\d{1,2} \p{L}{3,9} \d{4} ?[-–] ?\d{1,2} \p{L}{3,9} \d{4}|(?:cached|archived) (?:page|version|copy)\b.{0,60})$/iu;

/** Lines at the head among which a banner is looked for. */
const HEAD = 6;
const MOST_WORDS = 16;

export const archiveNote: LineRule = {
	rule: "article/archive-note",
	find(line, { index }) {
		return index < HEAD && line.words <= MOST_WORDS && BANNER.test(line.text) ? "an archive's banner" : null;
	},
};
