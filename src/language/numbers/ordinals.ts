import { TokenKind } from "../../model/annotated.ts";
import { has, normAt, type Reading, Shape } from "../shapes.ts";
import { findCounted } from "./counted.ts";
import { ORDINALS } from "./data/units.ts";
import { exactly, makeNumber, type ReadNumber, wholeWord } from "./number.ts";
import { smallNumber } from "./number-words.ts";

/**
 * Ordinals that say which of a row of things: "a third victim", "the 14th attack", "his twenty-first goal". Not
 * those that rank, name or stand in a set phrase: "she came second", "Fifth Avenue", "a second chance", "the first
 * lady", "the third-largest port".
 */

/** Behind these a row is counted. */
const BEFORE = /^(?:a|an|the|this|that|his|her|its|their|my|our|your|'s|another|no)$/;

/** Heads with which an ordinal is a name, a date, a rank or a figure of speech. */
const SET_HEADS = new Set(
	(
		"chance thought thoughts half lady gentleman minister party person place time step day night hand nature world language " +
		"home grade grader floor storey story precinct arrondissement inch birthday anniversary street avenue district circuit ward round quarter period inning set century " +
		"division degree class base amendment form estate sense heaven reading sight instance aid choice name order edition " +
		"year month week hour minute moment decade generation term option opinion wind fiddle look light responder finger issue " +
		"half-century baron secretary vice deputy sea army fleet brigade"
	).split(" "),
);

export function readOrdinal(reading: Reading, at: number, limit: number): ReadNumber | null {
	const ordinal = ordinalAt(reading, at);
	if (!ordinal || !BEFORE.test(normAt(reading, at - 1))) return null;
	if (has(reading, ordinal.end, Shape.joined) && reading.kinds[ordinal.end] !== TokenKind.mark) return null;
	const next = normAt(reading, ordinal.end);
	if (next === "of" || next === "-" || /(?:est)$/.test(next) || /^(?:most|least|best|worst)$/.test(next)) return null;
	if (has(reading, ordinal.end, Shape.capital)) return null;
	const counted = findCounted(reading, ordinal.end, limit, 1, false);
	if (!counted) return null;
	if ((SET_HEADS.has(counted.of) || SET_HEADS.has(next)) && !isSpell(reading, at, counted.of)) return null;
	const start = reading.starts[at] ?? 0;
	const span = { start, end: reading.words.tokens.ends[ordinal.end - 1] ?? start };
	const found = makeNumber(reading.text, span, exactly(ordinal.value), counted.of, counted.span, "ordinal");
	return { found, first: at, end: ordinal.end, next: counted.end };
}

/** "in its third year", "in the 88th minute": a stretch of time that is counted on, and no date. */
function isSpell(reading: Reading, at: number, of: string): boolean {
	if (!/^(?:in|into|for|entered|enters|entering|until|till|after)$/.test(normAt(reading, at - 2))) return false;
	const owner = normAt(reading, at - 1);
	if (owner === "the") return of === "minute" && reading.kinds[at] === TokenKind.number;
	return /^(?:its|his|her|their)$/.test(owner) && /^(?:year|month|week|day|term|season|decade|hour)$/.test(of);
}

function ordinalAt(reading: Reading, at: number): { readonly value: number; readonly end: number } | null {
	if (has(reading, at, Shape.date)) return null;
	if (reading.kinds[at] === TokenKind.number) {
		const suffix = has(reading, at + 1, Shape.joined) && /^(?:st|nd|rd|th)$/.test(normAt(reading, at + 1));
		const digits = reading.text.slice(reading.starts[at], reading.ends[at]);
		return suffix && /^\d{1,4}$/.test(digits) && suffixOf(Number(digits)) === normAt(reading, at + 1)
			? { value: Number(digits), end: at + 2 }
			: null;
	}
	const word = wholeWord(reading, at);
	const plain = ORDINALS.get(word);
	if (plain !== undefined) return has(reading, at, Shape.capital) ? null : { value: plain, end: at + 1 };
	const [tens = "", units = "", ...more] = word.split(/[-\u2010\u2011]/);
	const value = ORDINALS.get(units);
	const ten = smallNumber(tens);
	if (value === undefined || value > 9 || ten === null || ten < 20 || more.length > 0) return null;
	return { value: ten + value, end: at + 1 };
}

/** The letters behind an ordinal in digits: "19st" is a weight, "21st" an ordinal. */
function suffixOf(value: number): string {
	const ten = value % 100;
	if (ten >= 11 && ten <= 13) return "th";
	return value % 10 === 1 ? "st" : value % 10 === 2 ? "nd" : value % 10 === 3 ? "rd" : "th";
}
