import type { NumberKind } from "../../model/annotation.ts";
import { normAt, type Reading } from "../shapes.ts";
import { findCounted } from "./counted.ts";
import { CURRENCY_WORDS, MAGNITUDES } from "./data/units.ts";
import { makeNumber, type ReadNumber, spanOf } from "./number.ts";
import type { Bounds } from "./number-bounds.ts";
import { scaleWord } from "./number-words.ts";
import { isPeopleBesides } from "./people.ts";
import { readUnitWord } from "./unit-words.ts";

/**
 * Words that bound a number without giving it: "dozens", "hundreds of thousands", "several", "a couple of",
 * "a few dozen". Not: "the couple was found", "scores 12", "few".
 */
export function readMagnitude(reading: Reading, at: number, limit: number): ReadNumber | null {
	return readPlural(reading, at, limit) ?? readVague(reading, at, limit);
}

/** "dozens", "hundreds of thousands", "scores of": a low bound alone. */
function readPlural(reading: Reading, at: number, limit: number): ReadNumber | null {
	const norm = normAt(reading, at);
	let low = MAGNITUDES.get(norm);
	if (low === undefined) return null;
	let end = at + 1;
	if (normAt(reading, end) === "of" && end + 1 < limit) {
		const next = MAGNITUDES.get(normAt(reading, end + 1));
		if (next !== undefined) {
			low *= next / 2;
			end += 2;
		}
	}
	if ((norm === "tens" || norm === "scores") && end === at + 1 && normAt(reading, end) !== "of") return null;
	return make(reading, at, end, { low, high: null, qualifier: "at-least" }, limit, true);
}

/** "several" is more than two, "a few" no fewer than two, "a couple of" two or three. */
function readVague(reading: Reading, at: number, limit: number): ReadNumber | null {
	const norm = normAt(reading, at);
	const next = normAt(reading, at + 1);
	let end = at + 1;
	let low: number;
	let high: number | null = null;
	if (norm === "several") low = 3;
	else if (norm === "a" && next === "few") {
		low = 2;
		end++;
	} else if (
		norm === "a" &&
		next === "couple" &&
		(normAt(reading, at + 2) === "of" || scaleWord(normAt(reading, at + 2)))
	) {
		low = 2;
		high = 3;
		end += normAt(reading, at + 2) === "of" ? 2 : 1;
	} else return null;
	let scaled = false;
	// "several hundred thousand"
	for (let scale = scaleWord(normAt(reading, end)); scale !== null && end < limit; ) {
		low *= scale;
		high = high === null ? null : high * scale;
		scaled = true;
		end++;
		scale = scaleWord(normAt(reading, end));
	}
	if (end > limit) return null;
	const bounds: Bounds = { low, high, qualifier: high === null ? "at-least" : "about" };
	const read = make(reading, at, end, bounds, limit, false);
	// "several" and "a few" alone say too little to be found without what they count.
	return read.found?.of === null && !scaled ? null : read;
}

function make(reading: Reading, at: number, end: number, bounds: Bounds, limit: number, plural: boolean): ReadNumber {
	const behindOf = normAt(reading, end) === "of" ? end + 1 : end;
	const currency = CURRENCY_WORDS.get(normAt(reading, behindOf));
	const unit = currency === undefined ? readUnitWord(reading, behindOf, limit, false) : null;
	const span = spanOf(reading, at, end);
	const read = (kind: NumberKind, of: string | null, counted: { start: number; end: number } | null): ReadNumber => ({
		found: makeNumber(reading.text, span, bounds, of, counted, kind),
		first: at,
		end,
		next: end,
	});
	if (currency !== undefined) return read("money", currency, spanOf(reading, behindOf, behindOf + 1));
	if (unit?.kind === "measure") return read("measure", unit.of, spanOf(reading, unit.first, unit.end));
	const counted = findCounted(reading, end, limit, null, plural);
	const people = counted === null && isPeopleBesides(reading, at, end, limit);
	return read("count", people ? "person" : (counted?.of ?? null), counted?.span ?? null);
}
