import type { LineRule } from "./lines.ts";

/**
 * The heading and the notes of a place for readers' comments, and what follows the heading at the
 * end of a text.
 *
 * Catches: "COMMENTS", "12 Comments", "Please let us know if you're having issues with commenting."
 * Leaves: "Comments by the minister drew protests in the capital."
 */
const HEADING =
	/^(?:(?:\d{1,5}|no|view|show|all|read|see|load|hide|leave a|add a|post a|write a|your|reader|readers['’]|user)\s+)*comments?\s*(?:\(\d{0,5}\)|:|\d{1,5}|section|are closed\.?|below)?$/i;
const NOTE =
	/^(?:please (?:let us know if you|log ?in to (?:leave|post|comment)|sign in to (?:leave|post|comment)|keep (?:your )?comments)|(?:be the first|log ?in|sign in|register) to (?:leave a |post a |add a |write a )?comment|join the (?:conversation|discussion)|what do you think\?|have your say|leave a (?:reply|comment)|your email address will not be published|comments? (?:are|on this)\b.{0,60}(?:closed|moderated|disabled)|view (?:all )?\d{0,5} ?comments|notify me of)/i;

/** Words a note may have. */
const LONGEST_NOTE = 30;

/** Share of the text, by lines of prose, that must stand above a heading that ends the report. */
const ABOVE = 0.6;

export const commentBox: LineRule = {
	rule: "article/comment-box",
	find(line, around) {
		if (HEADING.test(line.text)) return "heads the readers' comments";
		if (line.words <= LONGEST_NOTE && NOTE.test(line.text)) return "asks readers for comments";
		return isBelowHeading(around.lines, around.index) ? "stands below the heading of the readers' comments" : null;
	},
};

function isBelowHeading(lines: readonly { readonly text: string; readonly prose: boolean }[], index: number): boolean {
	const heading = lastHeading(lines);
	return heading >= 0 && index > heading;
}

/** The headings of one list of lines, worked out once. */
const headings = new WeakMap<object, number>();

/** Index of the comments heading that ends the report, or -1. */
function lastHeading(lines: readonly { readonly text: string; readonly prose: boolean }[]): number {
	const known = headings.get(lines);
	if (known !== undefined) return known;
	const prose = lines.filter((line) => line.prose).length;
	let above = 0;
	let found = -1;
	for (const [i, line] of lines.entries()) {
		if (line.prose) above++;
		else if (prose > 0 && above >= prose * ABOVE && HEADING.test(line.text)) {
			found = i;
			break;
		}
	}
	headings.set(lines, found);
	return found;
}
