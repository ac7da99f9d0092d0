import { PLACE_HEADS } from "../names/data/name-words.ts";
import { has, normAt, type Reading, Shape } from "../shapes.ts";
import type { Qualified, Quantity } from "./quantities.ts";

/**
 * Numbers that name rather than count. Caught: "Article 5", "the 900 block", "Falcon 9", "no one". Not
 * caught: "2031 homes", "In Corra 40 people", which have a noun to count.
 */

/** Words before a number that make it a label: "Article 5", "No. 7". */
const LABELS =
	/^(?:resolution|article|section|chapter|route|highway|flight|room|page|channel|no|number|phase|level|part|version|volume|act|appendix|figure|table|paragraph|clause|title|district|ward|precinct|platform|gate|line|unit|type|class|grade|season|episode|round|week|day|world|group|formula|apollo|boeing|airbus|covid|psalm|verse|stage|tier|zone|area|lot|suite|apt|box|bus|train|exit|junction|terminal|pier|berth|order)$/;

/** A label in small letters is one only directly before a number without a noun behind it. */
const ALWAYS_LABELS = /^(?:resolution|article|section|chapter|route|highway|flight|no|page|channel|figure|appendix)$/;

/** A number in digits right behind one of these names it, whatever comes next: "Type 2 diabetes", "Phase 3 trials". */
const STRONG_LABELS =
	/^(?:type|phase|category|tier|stage|room|formula|boeing|airbus|covid|apollo|gate|platform|season|episode|volume|version|zone)$/;
/** Behind these a strong label is a plain noun: "in this stage 12 riders fell". */
const DETERMINERS = /^(?:the|this|that|each|every|per|a|an|any|no|one|its|his|her|their)$/;

/** Whether a bare number is a label, a year, an ordinal or a pronoun rather than a count. */
export function isNoCount(
	reading: Reading,
	quantity: Quantity,
	range: boolean,
	before: Qualified | null,
	counted: boolean,
	limit: number,
): boolean {
	const previous = normAt(reading, quantity.first - 1);
	const dotted = previous === "." ? normAt(reading, quantity.first - 2) : previous;
	if (quantity.inWords && (previous === "no" || previous === "any")) return true;
	if (ALWAYS_LABELS.test(previous) || dotted === "no" || dotted === "nos" || previous === "#")
		return previous !== "no" || !counted;
	if (!counted && LABELS.test(previous)) return true;
	if (!quantity.inWords && STRONG_LABELS.test(previous) && !DETERMINERS.test(normAt(reading, quantity.first - 2)))
		return true;
	// "4K", "5G", "706FF4"
	if (!quantity.inWords && !counted && !range) {
		const tied = has(reading, quantity.end, Shape.joined) && /^\p{L}/u.test(normAt(reading, quantity.end));
		if (tied || (quantity.scale === 1e3 && /\dK$/.test(writtenOf(reading, quantity)))) return true;
	}
	if (isTelephone(reading, quantity, limit) || isCode(reading, quantity)) return true;
	// "zero tolerance", "ground zero", "six o'clock", "half past six", "nine to five"
	if (quantity.inWords && !counted && quantity.value === 0) return true;
	if (normAt(reading, quantity.end) === "o'clock") return true;
	if (/^(?:past|to)$/.test(previous) && /^(?:half|quarter)$/.test(normAt(reading, quantity.first - 2))) return true;
	if (quantity.inWords && quantity.value === 1 && before === null) {
		if (normAt(reading, quantity.end) === "of") return true;
		return (
			normAt(reading, quantity.end) === "of" ||
			!counted ||
			/^(?:no|any|every|each|this|that|which|some|the|or|day|as)$/.test(previous) ||
			normAt(reading, quantity.end) === "day"
		);
	}
	if (range || before !== null || counted) return false;
	// "Boeing's 787", "two of a kind"; "the state's 84 billion" counts.
	if (!quantity.inWords && quantity.scale === 1 && previous === "'s") return true;
	if (reading.norms.slice(quantity.end, quantity.end + 3).join(" ") === "of a kind") return true;
	const next = quantity.end < limit ? normAt(reading, quantity.end) : "";
	// "the 900 block", "5210 Orve Street", a call to 911, "706ff4" of an address.
	if (next === "block" || isAddress(reading, quantity.end, limit)) return true;
	if (previous !== "and" && /^(?:911|999|112)$/.test(normAt(reading, quantity.first))) return true;
	if (!quantity.inWords && has(reading, quantity.end, Shape.joined) && /^\p{L}/u.test(next)) return true;
	const bare = writtenOf(reading, quantity);
	if (/^(?:1[5-9]|20)\d\d$/.test(bare)) return true;
	// "Falcon 9": a number behind a capital belongs to it.
	const named =
		quantity.first > 0 &&
		has(reading, quantity.first - 1, Shape.capital) &&
		!has(reading, quantity.first - 1, Shape.opening);
	if (named && !quantity.inWords && quantity.scale === 1) return true;
	// A list number, or what a hyphen ties to a word: "1.", "24-hour", "12-member".
	if (normAt(reading, quantity.end) === "." && isFirst(reading, quantity.first)) return true;
	if (quantity.end < limit && normAt(reading, quantity.end) === "/" && has(reading, quantity.end, Shape.joined))
		return true;
	return normAt(reading, quantity.end) === "-" && has(reading, quantity.end, Shape.joined);
}

/** Whether a name of a street or another place stands right behind: "5210 Orve Street". */
function isAddress(reading: Reading, at: number, limit: number): boolean {
	for (let i = at; i < limit && i < at + 4 && has(reading, i, Shape.capital); i++) {
		if (i > at && PLACE_HEADS.has(normAt(reading, i))) return true;
	}
	return false;
}

function isFirst(reading: Reading, token: number): boolean {
	return reading.sentences[reading.sentenceOf[token] ?? -1]?.first === token;
}

function writtenOf(reading: Reading, quantity: Quantity): string {
	return reading.text.slice(reading.starts[quantity.first], reading.ends[quantity.end - 1]);
}

/** Digits behind a plus or in brackets before more digits: "+44 20 7946 0958", "(205) 555-0134". */
function isTelephone(reading: Reading, quantity: Quantity, limit: number): boolean {
	if (quantity.inWords || quantity.currency !== null || quantity.scale !== 1) return false;
	const digits = (token: number): boolean => token < limit && /^\d{2,4}$/.test(normAt(reading, token));
	if (normAt(reading, quantity.first - 1) === "(" && normAt(reading, quantity.end) === ")") {
		return digits(quantity.end + 1) && /^[-\u2013.]$/.test(normAt(reading, quantity.end + 2));
	}
	// The chain's first number stands behind the plus.
	let at = quantity.first;
	while (at > quantity.first - 6 && digits(at - 1)) at--;
	return normAt(reading, at - 1) === "+" && (at < quantity.first || digits(quantity.end));
}

/** "the zip code is 62701" */
function isCode(reading: Reading, quantity: Quantity): boolean {
	if (quantity.inWords || quantity.currency !== null) return false;
	const previous = normAt(reading, quantity.first - 1);
	const at = /^(?:is|was|:)$/.test(previous) ? quantity.first - 2 : quantity.first - 1;
	return /^(?:code|zip|postcode|pin|extension|ext|isbn|id)$/.test(normAt(reading, at));
}
