import { foldCase } from "../../text/fold.ts";
import { stemOf } from "../../text/stem.ts";
import { WITHHELD } from "./withheld.ts";

/** The stems of the words of a stretch that tell what it is about. */
export type TellingWords = ReadonlySet<string>;

const WORD = /[\p{L}\p{N}]+/gu;
/** Shorter words join others and are shared by any two texts. */
const LEAST_LETTERS = 4;
/** Longer than this (UTF-16 units) a stretch is no sentence. */
const MOST_READ = 800;
/** Longer words that any two texts share as well. */
const PLAIN = new Set(
	"that this these those with from into over under about after before since until while when where which whom whose what they them their there then than been were have has had will would could should must might shall said says saying tell told also such some more most other another being both each does did done because".split(
		" ",
	),
);

/** "recognise" and "recognize", "labour" and "labor" are one word. */
function spellAlike(word: string): string {
	return word.replace(/is(?=(?:e|ed|es|ing|ation|ations)$)/u, "iz").replace(/our(?=$|s$|ed$|ing$)/u, "or");
}

export function tellingWords(text: string): TellingWords {
	return new Set(
		[...text.slice(0, MOST_READ).replaceAll(WITHHELD, " ").matchAll(WORD)].flatMap(([word]) => {
			const folded = foldCase(word);
			return word.length >= LEAST_LETTERS && !PLAIN.has(folded) ? [stemOf(spellAlike(folded))] : [];
		}),
	);
}
