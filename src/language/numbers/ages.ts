import { has, normAt, type Reading, Shape } from "../shapes.ts";
import { makeNumber, type ReadNumber, spanOf } from "./number.ts";
import { boundsOf } from "./number-bounds.ts";
import type { Qualified, Quantity } from "./quantities.ts";

/**
 * Ages. Caught: "aged 33", "33-year-old", "33 years old", "Orla Vane, 33,", "a boy of 12", "she was 17 when".
 * Not caught: "a dozen of 12", "she was 17 points behind".
 */

/** "a woman of 79"; "a father of four" has four children. */
const AGED = /^(?:man|woman|boy|girl|child|baby|toddler|youth|lad|teenager|schoolboy|schoolgirl|pensioner)$/;

/** Nobody is older; buildings are, in words ("the 150-year-old bridge"). */
const OLDEST = 130;

export function readAge(
	reading: Reading,
	quantity: Quantity,
	until: Quantity | null,
	before: Qualified | null,
	limit: number,
	persons: ReadonlySet<number>,
	ages: ReadonlySet<number>,
): ReadNumber | null {
	if (quantity.currency !== null) return null;
	const last = until ?? quantity;
	const at = last.end;
	const front = before ? before.first : quantity.first;
	const unit = readAgeUnit(reading, at, limit);
	if (!unit && quantity.value > OLDEST) return null;
	if (!unit && !isAgeByContext(reading, quantity, front, at, persons, ages)) return null;
	const or = until || before ? null : orBehind(reading, unit?.end ?? at, limit);
	const end = or !== null && unit === null ? at + 2 : at;
	const qualified = before ?? (or && { qualifier: or, first: front });
	const bounds = boundsOf(quantity.value, last.value, until !== null, qualified, true, false);
	const span = unit ? spanOf(reading, unit.first, unit.end) : null;
	const found = makeNumber(reading.text, spanOf(reading, front, end), bounds, unit?.of ?? "year", span, "age");
	return { found, first: front, end, next: unit?.end ?? end };
}

/** "65 or older", "12 and under", "40 and up": all on one side of an age. */
function orBehind(reading: Reading, at: number, limit: number): "at-least" | "at-most" | null {
	if (!/^(?:or|and)$/.test(normAt(reading, at)) || at + 1 >= limit) return null;
	const word = normAt(reading, at + 1);
	if (/^\p{Nd}/u.test(normAt(reading, at + 2))) return null;
	if (/^(?:older|over|above|up|more)$/.test(word)) return "at-least";
	return /^(?:younger|under|below|less)$/.test(word) ? "at-most" : null;
}

/** Below this, "Vane was 3" is as soon a place or a score. */
const YOUNGEST = 5;

/** "Mr Garrick was 51.", "Quill, who is 40", "Zola turns 30 in June": a person who was or became a number. */
function isAgeOf(
	reading: Reading,
	quantity: Quantity,
	front: number,
	next: string,
	persons: ReadonlySet<number>,
): boolean {
	if (quantity.value < YOUNGEST || quantity.value > OLDEST || quantity.scale !== 1) return false;
	let verb = front - 1;
	if (/^(?:now|just|only|still)$/.test(normAt(reading, verb))) verb--;
	const norm = normAt(reading, verb);
	const turns = /^(?:turns|turned|turning)$/.test(norm);
	if (!turns && !/^(?:was|is)$/.test(norm)) return false;
	const ended = /^(?:when|at|and|[,.;)]|)$/.test(next) || (turns && /^(?:in|on|this|last|next|today)$/.test(next));
	if (!ended) return false;
	const teller = normAt(reading, verb - 1);
	return /^(?:he|she|i|who)$/.test(teller) || persons.has(reading.ends[verb - 1] ?? -1);
}

interface AgeUnit {
	readonly of: string;
	readonly first: number;
	readonly end: number;
}

/** "-year-old", "years old", "years of age", "-month-old" at a token. */
function readAgeUnit(reading: Reading, at: number, limit: number): AgeUnit | null {
	const joined = normAt(reading, at) === "-" ? /^(year|month|week|day)s?-olds?$/.exec(normAt(reading, at + 1)) : null;
	if (joined) return { of: joined[1] ?? "year", first: at + 1, end: at + 2 };
	const word = /^(year|month|week|day)s?$/.exec(normAt(reading, at))?.[1];
	if (word === undefined || at + 1 >= limit) return null;
	const next = normAt(reading, at + 1);
	if (next === "old") return { of: word, first: at, end: at + 2 };
	if (next === "of" && normAt(reading, at + 2) === "age") return { of: word, first: at, end: at + 3 };
	return null;
}

function isAgeByContext(
	reading: Reading,
	quantity: Quantity,
	front: number,
	at: number,
	persons: ReadonlySet<number>,
	ages: ReadonlySet<number>,
): boolean {
	const previous = normAt(reading, front - 1);
	const next = normAt(reading, at);
	const alone =
		/^(?:[^\p{L}\p{Nd}$%].*|and|or|when|at|)$/u.test(next) && !(next === "-" && has(reading, at, Shape.joined));
	if (previous === "aged" || previous === "ages") return true;
	if (previous === "age") return !/^(?:the|this|that|of)$/.test(normAt(reading, front - 2));
	if (previous === "of" && alone) {
		const owner = normAt(reading, front - 2);
		return owner === "age" || (AGED.test(owner) && /^(?:an?)$/.test(normAt(reading, front - 3)));
	}
	// "ages 25, 27 and 29": what stands in a row with an age and has no noun of its own.
	if (/^(?:,|and|or)$/.test(previous) && ages.has(front - 1) && /^(?:[^\p{L}\p{Nd}].*|and|or|)$/u.test(next))
		return true;
	if (quantity.inWords || !Number.isInteger(quantity.value)) return false;
	const teller = /^(?:he|she|i)$/.test(normAt(reading, front - 2));
	if (teller && /^(?:was|is|turned|turns)$/.test(previous) && quantity.value > 2)
		return /^(?:when|at|and|[,.;)]|)$/.test(next);
	if (isAgeOf(reading, quantity, front, next, persons)) return true;
	const comma = previous === "," ? reading.ends[front - 2] : undefined;
	return comma !== undefined && persons.has(comma) && /^[,.;)]$/.test(next);
}
