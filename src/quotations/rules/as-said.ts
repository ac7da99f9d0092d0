import type { Attribution, Made, UnitText } from "../clauses/attribution.ts";
import { clauseLike, contentEnd } from "../clauses/content-end.ts";
import type { CueMatch } from "../clauses/cue-match.ts";
import { flagsOf } from "../clauses/polarity.ts";
import { hearerAfter } from "../clauses/source-after.ts";
import { sourceBefore } from "../clauses/source-before.ts";
import type { Item } from "../clauses/units.ts";
import { isAdjunctStart, isAuxiliary } from "../clauses/word-classes.ts";

/**
 * A clause with "as" that opens a sentence and gives the rest of it to somebody.
 *
 * Catches: `As Pike stressed on Monday, the dam holds.` (content: the dam holds)
 * Must not: `As Pike said the dam holds, Vane left the hall.` ("as" is "while"), `As Pike knows, the dam leaks.`
 */
export function attributeAsSaid(context: UnitText, match: CueMatch): Made | null {
	const { items } = context.unit;
	const { word, group } = match;
	if (items[0]?.norm !== "as" || group < 2 || group > LONGEST_SOURCE || !word || word.thought) return null;
	if (word.form === "ing" || (word.form === "base" && group === match.verb)) return null;
	const source = sourceBefore(items, group, 1);
	if (source?.first !== 1) return null;
	const addressee = word.hearer ? hearerAfter(items, match.end) : null;
	const comma = commaAfter(items, addressee?.end ?? match.end);
	if (comma < 0) return null;
	const content = { first: comma + 1, end: contentEnd(context, comma + 1, comma + 1) };
	const head = items[content.first];
	// "As Pike said, “The dam holds.”": words in marks alone are no clause of the report's.
	if (!head || head.kind === "mark" || !clauseLike(items, content)) return null;
	const attribution: Attribution = {
		source,
		cue: [{ first: group, end: match.end }],
		content: [content],
		addressee,
		...flagsOf(items, { first: group, end: match.end }, source),
		rule: "quotations/as-said",
		relays: [],
	};
	return { attribution, floor: content.end };
}

/** "As Deputy Prime Minister Orla Pike, the head of the council," (items). */
const LONGEST_SOURCE = 24;

/** The comma that ends the clause, with nothing before it but when and where it was said. */
function commaAfter(items: readonly Item[], from: number): number {
	for (let i = from; i < Math.min(items.length, from + LONGEST_SETTING); i++) {
		const item = items[i];
		if (item?.norm === ",") return i;
		if (!item || item.kind === "mark" || item.kind === "marked" || isAuxiliary(item)) return -1;
		if (i === from && !isAdjunctStart(item) && item.norm !== "out") return -1;
	}
	return -1;
}

/** "on Monday at a meeting in Tarn" (items). */
const LONGEST_SETTING = 12;
