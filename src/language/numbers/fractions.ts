import { TokenKind } from "../../model/annotated.ts";
import { round } from "../../text/compare.ts";
import { has, normAt, type Reading, Shape } from "../shapes.ts";
import { MEASURES, PARTS } from "./data/units.ts";
import { makeNumber, type ReadNumber, spanOf, wholeWord } from "./number.ts";
import { boundsOf } from "./number-bounds.ts";
import { digitsValue, partOfScale, smallNumber } from "./number-words.ts";
import { qualifierBefore, quantityAt } from "./quantities.ts";

/**
 * Parts of a whole in words, as shares in a hundred. Caught: "two thirds of the wells", "more than half of them",
 * "half the town", "one in five drivers", "one in 3.5 million", and "half an hour", which is a measure. Not caught: "the second half",
 * "half past six", "a third victim", "12 in 2031", "one in the morning".
 */
export function readFraction(reading: Reading, at: number, limit: number): ReadNumber | null {
	const part = readPart(reading, at, limit) ?? readOneIn(reading, at, limit);
	if (!part) return null;
	const before = qualifierBefore(reading, at);
	if (before?.qualifier === "between") return null;
	const first = before?.first ?? at;
	const span = { start: reading.starts[first] ?? 0, end: reading.words.tokens.ends[part.end - 1] ?? 0 };
	const value = part.unit === null ? shareOf(part.value) : part.value;
	const bounds = boundsOf(value, value, false, before, false, part.unit !== null);
	const measure = part.unit === null ? null : spanOf(reading, part.end, part.end + 1);
	const found = makeNumber(reading.text, span, bounds, part.unit ?? "%", measure, measure ? "measure" : "share");
	return { found, first, end: part.end, next: measure ? part.end + 1 : part.end };
}

/** A part in a hundred; one in millions keeps its figures. */
function shareOf(part: number): number {
	return part >= 0.01 ? round(part * 100) : Number((part * 100).toPrecision(4));
}

interface Part {
	readonly value: number;
	/** Token behind the fraction's own words. */
	readonly end: number;
	/** The unit that it is a part of, "hour" in "half an hour". */
	readonly unit: string | null;
}

const OWNER = /^(?:the|its|his|her|their|our|all|these|those|that)$/;

function readPart(reading: Reading, at: number, limit: number): Part | null {
	const norm = normAt(reading, at);
	// "a quarter of a million" is a number.
	if (partOfScale(reading, at, limit)) return null;
	if (norm === "half") return readHalf(reading, at, limit);
	const [top, size, end] = partWords(reading, at);
	if (top === null || size === undefined || top >= size || end > limit) return null;
	const plural = top > 1;
	const next = normAt(reading, end);
	const isPart = next === "of" || (plural && !/^(?:of|in|and|to)$/.test(next));
	if (!isPart) return null;
	if (next === "of" && /^an?$/.test(normAt(reading, end + 1))) {
		const unit = MEASURES.get(normAt(reading, end + 2));
		return unit === undefined ? null : { value: round(top / size), end: end + 2, unit };
	}
	return { value: top / size, end, unit: null };
}

/** "two thirds", "two-thirds", "a third": how many parts of which size, and the token behind them. */
function partWords(reading: Reading, at: number): [number | null, number | undefined, number] {
	const whole = wholeWord(reading, at);
	const [left = "", right = ""] = whole.split(/[-\u2010\u2011]/);
	if (right !== "" && whole.length === left.length + right.length + 1) {
		return [smallNumber(left), PARTS.get(right), at + 1];
	}
	const norm = normAt(reading, at);
	const top = norm === "a" || norm === "one" ? 1 : smallNumber(norm);
	return [top, PARTS.get(normAt(reading, at + 1)), at + 2];
}

/** Before "half" these say which one: "the second half", "the lower half". */
const NAMED_HALF =
	/^(?:second|first|other|a|the|this|each|every|and|one|lower|upper|top|bottom|latter|northern|southern|eastern|western|right|early|late|better|front|back|rear)$/;

function readHalf(reading: Reading, at: number, limit: number): Part | null {
	const previous = normAt(reading, at - 1);
	if (NAMED_HALF.test(previous) || at + 1 >= limit) return null;
	const next = normAt(reading, at + 1);
	if (next === "of" || OWNER.test(next)) return next === "that" ? null : { value: 0.5, end: at + 1, unit: null };
	if (next !== "a" && next !== "an") return null;
	const unit = MEASURES.get(normAt(reading, at + 2));
	return unit === undefined || at + 2 >= limit ? null : { value: 0.5, end: at + 2, unit };
}

/** Wholes that people say a part of: "one in five", "three in 10", "one in 100,000". */
function isWhole(value: number): boolean {
	return value <= 10 ? value >= 2 : [12, 15, 20, 25, 30, 40, 50].includes(value) || /^10+$/.test(String(value));
}

function readOneIn(reading: Reading, at: number, limit: number): Part | null {
	const top = plainValue(reading, at);
	if (top === null || top < 1 || top > 99 || has(reading, at, Shape.date)) return null;
	const out = normAt(reading, at + 1) === "out" && normAt(reading, at + 2) === "of";
	// "eight of 10 voters"
	const ten = normAt(reading, at + 1) === "of" && /^(?:10|ten)$/.test(normAt(reading, at + 2));
	if (!out && !ten && normAt(reading, at + 1) !== "in") return null;
	const second = at + (out ? 3 : 2);
	if (second >= limit || has(reading, second, Shape.date)) return null;
	const whole = quantityAt(reading, second, limit);
	const size = whole?.value ?? null;
	if (!whole || whole.currency !== null || size === null || top >= size) return null;
	if (!(isWhole(size) || (top === 1 && size >= 100)) || (out && top > 1 && size > 10 && size !== 100)) return null;
	// "scored one in 12 minutes", "one in two-day storm"
	if (MEASURES.has(normAt(reading, whole.end)) || normAt(reading, whole.end) === "-") return null;
	if (!out && top > 1 && size > 10 && size !== 100 && size !== 1000) return null;
	return { value: top / size, end: whole.end, unit: null };
}

function plainValue(reading: Reading, at: number): number | null {
	if (reading.kinds[at] === TokenKind.number) {
		const start = reading.starts[at] ?? 0;
		return digitsValue(reading.text.slice(start, reading.ends[at]));
	}
	return smallNumber(normAt(reading, at));
}
