import { has, normAt, type Reading, Shape } from "../shapes.ts";
import { findCounted } from "./counted.ts";
import { type Qualified, type Quantity, quantityAt } from "./quantities.ts";
import { readUnitWord } from "./unit-words.ts";

/**
 * Ranges. Caught: "40 to 50", "40–50", "two or three", "between 40 and 50", "from 40 to 50 homes", "rose 10 to 15
 * percent". Not caught: "rose from 40 to 50" and "rose $1 to $80", which are two numbers, "won 3-2", "by a vote of 52-48".
 */

export interface RangeEnd {
	/** The higher number. */
	readonly quantity: Quantity;
	/** The token of "from" before the lower; null without one. */
	readonly first: number | null;
}

/** Words behind which "from 12 to 15" is a change. */
const CHANGE =
	/^(?:r[io]s(?:e|es|en|ing)|rose|f[ae]ll(?:s|en|ing)?|gr[eo]w(?:s|n|ing|th)?|increas(?:e|es|ed|ing)|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|drop(?:s|ped|ping)?|w[e]nt|go(?:es|ing|ne)?|up|down|cut(?:s|ting)?|reduc(?:e|es|ed|ing|tion)|rais(?:e|es|ed|ing)|lower(?:s|ed|ing)?|slip(?:s|ped|ping)?|slid|surg(?:e|es|ed|ing)|soar(?:s|ed|ing)?|declin(?:e|es|ed|ing)|mov(?:e|es|ed|ing)|shr[aiu]nk(?:s|ing)?|expand(?:s|ed|ing)?|extend(?:s|ed|ing)?|narrow(?:s|ed|ing)?|widen(?:s|ed|ing)?|revis(?:e|es|ed|ing|ion)|chang(?:e|es|ed|ing)|shift(?:s|ed|ing)?|it|toll|number|total|price|rate|share)$/;

/** Verbs behind which "by 2 to 80" is a change and what it led to. */
const CHANGED =
	/^(?:r[io]s(?:e|es|en|ing)|f[ae]ll(?:s|en|ing)?|gr[eo]w(?:s|n|ing)?|increas(?:e|es|ed|ing)|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|drop(?:s|ped|ping)?|up|down|cut(?:s|ting)?|reduc(?:e|es|ed|ing)|rais(?:e|es|ed|ing)|lower(?:s|ed|ing)?|slip(?:s|ped|ping)?|slid|surg(?:e|es|ed|ing)|soar(?:s|ed|ing)?|declin(?:e|es|ed|ing)|shr[aiu]nk(?:s|ing)?|expand(?:s|ed|ing)?|narrow(?:s|ed|ing)?|widen(?:s|ed|ing)?|gain(?:s|ed|ing)?|advanc(?:e|es|ed|ing)|add(?:s|ed|ing)?|los(?:e|es|t|ing)|shed(?:s|ding)?|edg(?:e|es|ed|ing)|tick(?:s|ed|ing)?|tumbl(?:e|es|ed|ing)|plung(?:e|es|ed|ing)|sank|s[iu]nk(?:s|ing)?|trim(?:s|med|ming)?|swell(?:s|ed|ing)?|shorten(?:s|ed|ing)?|settl(?:e|es|ed|ing)|clos(?:e|es|ed|ing)|end(?:s|ed|ing)?)$/;
/** A change seldom comes to a third of what it leads to; the ends of a range seldom lie so far apart. */
const APART = 3;
/** Tokens between such a verb and its "by" at most: "cut its standing force by". */
const CHANGE_REACH = 6;

/** Whether "2 to 80" is how much something changed by and what it came to: "rose $2 to $80", "cut its force by 200 to 900". */
function isChange(reading: Reading, low: Quantity, high: Quantity): boolean {
	const previous = normAt(reading, low.first - 1);
	const by = previous === "by";
	const sentence = reading.sentenceOf[low.first];
	let changed = CHANGED.test(/ly$/.test(previous) ? normAt(reading, low.first - 2) : previous);
	for (let at = low.first - 2; by && !changed && at >= low.first - 1 - CHANGE_REACH; at--) {
		changed = reading.sentenceOf[at] === sentence && CHANGED.test(normAt(reading, at));
	}
	if (!changed) return false;
	return (
		high.value <= low.value || high.value >= APART * low.value || (low.currency !== null && high.currency !== null)
	);
}

/** The second quantity of a range that begins with `low`; "score" for "3-2"; null when there is none. */
export function rangeEnd(
	reading: Reading,
	low: Quantity,
	limit: number,
	before: Qualified | null,
	sterling: boolean,
): RangeEnd | "score" | null {
	const mark = normAt(reading, low.end);
	if (low.end + 1 >= limit) return null;
	const dash = /^[-\u2010\u2011\u2013\u2014]$/.test(mark);
	if (dash && !has(reading, low.end, Shape.joined)) return null;
	const between = before?.qualifier === "between";
	if (!(dash || mark === "to" || mark === "or" || (between && mark === "and"))) return null;
	const high = quantityAt(reading, low.end + 1, limit);
	if (!high) return null;
	// "by a vote of 3-2", "a 2-1 win": small numbers in the wrong order or without a noun are a score.
	if (dash && high.value <= low.value) return "score";
	const named =
		findCounted(reading, high.end, limit, high.value, false) !== null ||
		readUnitWord(reading, high.end, limit, sterling) !== null ||
		low.currency !== null;
	if (dash && (before === null || high.value < 20) && !named) return "score";
	if (mark === "to" && normAt(reading, low.first - 1) === "from") {
		return named && !CHANGE.test(normAt(reading, low.first - 2)) ? { quantity: high, first: low.first - 1 } : null;
	}
	if (mark === "to" && isChange(reading, low, high)) return null;
	// "raised $64 million to their $45 million"
	if (high.value <= low.value && (mark === "or" || low.currency !== null || between)) return null;
	return { quantity: high, first: null };
}

/** The token behind a chain of digits and dashes. */
export function pastScore(reading: Reading, from: number, limit: number): number {
	let at = from;
	while (at < limit && has(reading, at, Shape.joined) && /^(?:[-\u2010-\u2014]|[\d.,]+)$/.test(normAt(reading, at)))
		at++;
	return at;
}
