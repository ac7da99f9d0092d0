import { foldLetters } from "../../../text/fold.ts";
import { countWords } from "../../lines/lines.ts";
import { type Chosen, findName, innermost, listOf, type RegionRule } from "./region.ts";

/**
 * Words of the report shown again in large letters.
 *
 * Catches: `<aside class="pullquote">`; a block quotation whose words stand in a paragraph of the report as well.
 * Leaves: a block quotation that says what stands nowhere else.
 */
const SINGLES = listOf("pullquote pullquotes pull-quote zitatbox");
const PAIRS = listOf("pull-quote module-quote highlight-quote quote-highlight");

/** Words from which a repetition is no chance. */
const FEWEST_WORDS = 5;
const MOST_WORDS = 60;

/** Blocks that are looked for: no report is quoted in itself more often. */
const MOST_ASKED = 60;
/** Units of a paragraph that are searched. */
const LONGEST_COMPARED = 4000;

export const pullQuote: RegionRule = {
	rule: "article/pull-quote",
	block(piece, at, chosen) {
		if (chosen.main[at]) return null;
		const own = innermost(piece)?.name ?? "";
		const marked =
			piece.kind === "quote" ||
			piece.kind === "heading" ||
			piece.around.slice(-4).some((element) => findName(element, SINGLES, PAIRS) !== null);
		if (!marked || own === "li") return null;
		const words = countWords(piece.text.slice(0, 1000));
		if (words < FEWEST_WORDS || words > MOST_WORDS) return null;
		const key = keyOf(piece.text);
		if (key.length < 20) return null;
		const seen = textOf(chosen);
		return ++seen.asked <= MOST_ASKED && seen.texts.some((text) => text.includes(key))
			? "words of the report, shown again"
			: null;
	},
};

const known = new WeakMap<Chosen, { asked: number; readonly texts: readonly string[] }>();

/** The paragraphs of the report in letters and digits alone, and how often they were searched. */
function textOf(chosen: Chosen): { asked: number; readonly texts: readonly string[] } {
	let texts = known.get(chosen);
	if (texts === undefined) {
		texts = { asked: 0, texts: chosen.pieces.filter((_, i) => chosen.main[i]).map((piece) => keyOf(piece.text)) };
		known.set(chosen, texts);
	}
	return texts;
}

function keyOf(text: string): string {
	return foldLetters(text.slice(0, LONGEST_COMPARED));
}
