import { UNSPACED } from "../../text/tokens.ts";

/** What the page leaves out of a text; a report may have an ellipsis of its own. */
export const CUT = "[…]";

/** Characters that name what is said or stated. */
const LONGEST = 90;

/** The first words of a text, cut at a word's end, with the sign of a cut where something follows. */
export function shorten(text: string, longest: number = LONGEST): string {
	return text.length <= longest
		? text
		: `${text
				.slice(0, longest)
				.replace(/\s+\S*$/, "")
				.toWellFormed()} ${CUT}`;
}

/** No word of a language that parts its words is as long (UTF-16 units); an address may be. */
const LONGEST_WORD = 120;
const ENDLESS = new RegExp(`[^\\s${UNSPACED.source.slice(1, -1)}]{${LONGEST_WORD + 1},}`, "gu");

/** A text in which a word without an end is cut: where it names something, its first letters do. */
export function clipWords(text: string): string {
	return text.length <= LONGEST_WORD
		? text
		: text.replace(ENDLESS, (word) => `${word.slice(0, LONGEST_WORD).toWellFormed()}…`);
}
