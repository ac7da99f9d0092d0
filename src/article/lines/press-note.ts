import type { Line, LineRule } from "./lines.ts";

/**
 * What a press office writes around its release: when it may be used, and notes for editors below it.
 *
 * Catches: "FOR IMMEDIATE RELEASE", "EMBARGOED UNTIL 00:01 THURSDAY 12 JUNE", "Notes to editors:" with what follows it.
 * Leaves: "For immediate release, the crews need a crane, the fire chief said."
 */
const RELEASE =
	/^\W{0,4}(?:(?:for )?immediate release|press release|news release|media release|media statement|press statement|(?:strictly )?(?:under )?embargo(?:ed)?\b.{0,80}|not for (?:publication|broadcast|release) .{0,60}|pressemitteilung|presseinformation|sperrfrist\b.{0,60}|communiqué(?: de presse)?|nota de prensa|comunicado de prensa|nota à imprensa|comunicato stampa|persbericht|pressmeddelande|pressemelding|pressemeddelelse|informacja prasowa|tisková zpráva|пресс-релиз|прес-реліз|basın bülteni|siaran pers)\W{0,4}$/iu;
const NOTES_HEAD = /^notes? (?:to|for) (?:the )?editors?\s?:?$/iu;

/** Share of the lines that must stand above the notes. */
const ABOVE = 0.4;

export const pressNote: LineRule = {
	rule: "article/press-note",
	find(line, { lines, index }) {
		if (!line.ended && line.words <= 16 && RELEASE.test(line.text)) return "a press office's note on its release";
		const notes = notesAt(lines);
		return notes >= 0 && index >= notes ? "a press office's notes to editors, below its release" : null;
	},
};

const known = new WeakMap<object, number>();

/** Index of the line that heads the notes to editors, or -1. */
function notesAt(lines: readonly Line[]): number {
	const before = known.get(lines);
	if (before !== undefined) return before;
	const found = lines.findIndex(
		({ text, words }, i) => words <= 6 && i >= lines.length * ABOVE && NOTES_HEAD.test(text),
	);
	const prose = lines.slice(0, Math.max(0, found)).some((line) => line.prose);
	known.set(lines, prose ? found : -1);
	return prose ? found : -1;
}
