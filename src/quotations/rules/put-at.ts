import type { Made, UnitText } from "../clauses/attribution.ts";
import { flagsOf } from "../clauses/polarity.ts";
import { sourceBefore } from "../clauses/source-before.ts";
import type { Item } from "../clauses/units.ts";
import { isAdjunctStart, isAuxiliary, isPreposition, isSubordinator, verbGroupStart } from "../clauses/word-classes.ts";

/**
 * A number that somebody gives.
 *
 * Catches: `Pike put the number of dead at 14.`, `The council has put turnout at about 63 per cent.`
 * Must not: `Pike put the boat at the pier.`, `They put the dogs down at 6.`
 */
export function attributePutAt(context: UnitText, at: number, floor: number): Made | null {
	const { items } = context.unit;
	if (!/^puts?$/.test(items[at]?.norm ?? "") || items[at]?.capital) return null;
	const group = verbGroupStart(items, at);
	if (items.slice(group, at).some(({ norm }) => /^(?:was|were|is|are|be|been|being|to)$/.test(norm))) return null;
	const preposition = findAt(items, at + 1);
	if (preposition < 0 || preposition === at + 1) return null;
	// What stands at an hour was put down there: only what can be counted has a number.
	if (!items.slice(at + 1, preposition).some(({ norm }) => COUNTED.test(norm))) return null;
	const number = findNumber(items, preposition + 1);
	const source = number < 0 ? null : sourceBefore(items, group, floor);
	if (!source) return null;
	let end = number + 1;
	while (end < items.length && end - number <= MOST_UNITS && goesOn(items[end])) end++;
	const cue = { first: group, end: at + 1 };
	return {
		attribution: {
			source,
			cue: [cue],
			content: [{ first: at + 1, end }],
			addressee: null,
			...flagsOf(items, cue, source),
			rule: "quotations/put-at",
			relays: [],
		},
		floor: end,
	};
}

/** What numbers are given of. */
const COUNTED =
	/^(?:number|toll|death|deaths|dead|injured|wounded|missing|turnout|cost|costs|total|figure|price|value|losses|loss|damage|crowd|attendance|support|share|rate|level|count|bill|size|age|depth|height|length|speed|chance|chances|odds|majority|lead|margin)$/;
/** Farthest "at" behind the verb (items). */
const FARTHEST_AT = 10;
/** "about 63", "more than 63", "between 10 and 20". */
const MOST_BEFORE_NUMBER = 4;
/** "63 per cent of those entitled". */
const MOST_UNITS = 6;

function findAt(items: readonly Item[], from: number): number {
	for (let i = from; i < Math.min(items.length, from + FARTHEST_AT); i++) {
		const item = items[i];
		if (item?.kind !== "word" || isAuxiliary(item)) return -1;
		if (item.norm === "at") return i;
	}
	return -1;
}

function findNumber(items: readonly Item[], from: number): number {
	for (let i = from; i < Math.min(items.length, from + MOST_BEFORE_NUMBER); i++) {
		const item = items[i];
		if (item?.kind === "number" || NUMERALS.test(item?.norm ?? "")) return i;
		if (item?.kind !== "word" && !/^[$\u20ac\u00a3]$/.test(item?.norm ?? "")) return -1;
	}
	return -1;
}

const NUMERALS =
	/^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?)$/;

function goesOn(item: Item | undefined): boolean {
	if (!item || (item.kind !== "word" && item.kind !== "number" && item.norm !== "%")) return false;
	if (item.norm === "of" || item.norm === "per") return true;
	return !isPreposition(item) && !isAdjunctStart(item) && !isSubordinator(item) && !/^(?:and|but)$/.test(item.norm);
}
