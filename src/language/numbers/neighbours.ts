import { normAt, type Reading } from "../shapes.ts";
import { PERSON_NOUNS } from "./data/units.ts";
import { exactly, makeNumber, type ReadNumber, spanOf } from "./number.ts";

/** A noun's phrase between two numbers of one thing: "12 of the 63 passengers", "nine out of his 40 boats". */
const BETWEEN = /^(?:of|out of)(?: (?:the|its|his|her|their|our|some|about|around|nearly|all))?$/;

/**
 * Gives a number without a noun the noun of the number that it is a part of or stands in a row with: "12 of the 63
 * passengers", "12 and 14 homes". Not: "63 fled and 12 homes burned", "in all 12, and 14 homes".
 */
export function shareNouns(reading: Reading, numbers: readonly ReadNumber[]): ReadNumber[] {
	const shared = [...numbers];
	for (let i = shared.length - 2; i >= 0; i--) {
		const one = shared[i];
		const next = shared[i + 1];
		const own = one?.found;
		const other = next?.found;
		if (!one || !next || !own || !other || own.kind !== "count" || other.kind !== "count") continue;
		if (own.of !== null || other.of === null || other.counted === null || next.first - one.end > 3) continue;
		const words = reading.norms.slice(one.end, next.first).join(" ");
		if (reading.sentenceOf[one.first] !== reading.sentenceOf[next.first]) continue;
		if (!BETWEEN.test(words) && words !== "and" && words !== "or") continue;
		shared[i] = { ...one, found: { ...own, of: other.of, counted: other.counted } };
	}
	return shared;
}

/**
 * The one person that a row of counted people ends or begins with: "three men, two women and a child", "a woman
 * and two children". An article counts nowhere else.
 */
export function findListedOnes(reading: Reading, numbers: readonly ReadNumber[]): ReadNumber[] {
	const ones: ReadNumber[] = [];
	for (const { found, next, first } of numbers) {
		if (found?.kind !== "count" || !found.counted || !PERSON_NOUNS.has(found.of ?? "")) continue;
		let at = next;
		while (at < reading.count && (reading.starts[at] ?? 0) < found.counted.end) at++;
		if (normAt(reading, at) === ",") at++;
		if (normAt(reading, at) === "and") {
			const one = readOne(reading, at + 1);
			if (one && reading.sentenceOf[at] === reading.sentenceOf[first]) ones.push(one);
		}
		if (normAt(reading, first - 1) !== "and") continue;
		const noun = first - 2;
		for (const length of [1, 2]) {
			const one = readOne(reading, noun - length);
			if (one && one.next === noun + 1) ones.push(one);
		}
	}
	return ones;
}

/** "a child", "a young woman" at a token. */
function readOne(reading: Reading, at: number): ReadNumber | null {
	if (!/^an?$/.test(normAt(reading, at))) return null;
	const noun = PERSON_NOUNS.has(normAt(reading, at + 1)) ? at + 1 : at + 2;
	const of = normAt(reading, noun);
	if (!PERSON_NOUNS.has(of) || PERSON_NOUNS.has(normAt(reading, noun + 1)) || normAt(reading, noun + 1) === "'s")
		return null;
	const found = makeNumber(
		reading.text,
		spanOf(reading, at, at + 1),
		exactly(1),
		of,
		spanOf(reading, at + 1, noun + 1),
		"count",
	);
	return { found, first: at, end: at + 1, next: noun + 1 };
}
