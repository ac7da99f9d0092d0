import { TokenKind } from "../../model/annotated.ts";
import type { FoundNumber, LocalEntity, NumberKind } from "../../model/annotation.ts";
import type { Span } from "../../model/span.ts";
import { has, normAt, type Reading, Shape } from "../shapes.ts";
import { findCounted, isPeopleBesides } from "./counted.ts";
import { CURRENCY_WORDS, MAGNITUDES, MEASURES, TIME_UNITS } from "./data/units.ts";
import { isNoCount } from "./labels.ts";
import { type Bounds, boundsOf } from "./number-bounds.ts";
import { type Qualified, type Quantity, qualifierBefore, quantityAt } from "./quantities.ts";

/**
 * The numbers of an article with what they count, sorted by place. Dates, times, ordinals, years and
 * numbers inside names ("Resolution 1988") are not among them. The span covers qualifier, number, scale
 * word and currency; the counted phrase has its own.
 *
 * Bounds are inclusive. Of counted things "more than 60" is 61 and up, "fewer than 60" 59 and down; of
 * money, shares and measures the bound is the number itself. "About 60" is taken as rounded to its last
 * digit that is not 0 and never closer than a tenth: 54 to 66; "nearly 60" is the lower half of that,
 * 54 to 59. "Up to" and "as many as" leave the low side open. "Dozens" is 20 and up, "hundreds" 200.
 */
export function findNumbers(reading: Reading, entities: readonly LocalEntity[]): FoundNumber[] {
	const named = markNamed(reading, entities);
	const persons = personEnds(entities);
	// Tokens behind ages, by which a row of them is known.
	const ages = new Set<number>();
	const found: FoundNumber[] = [];
	for (const { first, end } of reading.sentences) {
		let at = first;
		while (at < end) {
			const number = named[at] === 1 ? null : readNumber(reading, at, end, persons, ages);
			if (number) {
				if (number.found) found.push(number.found);
				at = number.end;
			} else at++;
		}
	}
	return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

interface ReadNumber {
	/** Null when what was read is no quantity, a score or a telephone number. */
	readonly found: FoundNumber | null;
	/** The token to go on from. */
	readonly end: number;
}

function readNumber(
	reading: Reading,
	at: number,
	limit: number,
	persons: ReadonlySet<number>,
	ages: Set<number>,
): ReadNumber | null {
	const magnitude = readMagnitude(reading, at, limit);
	if (magnitude) return magnitude;
	const quantity = quantityAt(reading, at, limit);
	if (!quantity) return null;
	const before = qualifierBefore(reading, at);
	const until = rangeEnd(reading, quantity, limit, before);
	if (until === "score") return { found: null, end: pastScore(reading, quantity.end, limit) };
	const end = until?.end ?? quantity.end;
	const aged = readAge(reading, quantity, until, before, limit, persons, ages);
	if (aged?.found) ages.add(end);
	if (aged) return aged;
	const unit = readUnit(reading, quantity, until, end, limit);
	const low = until
		? until.scale > 1 && quantity.scale === 1 && quantity.value < 1000 && !quantity.inWords
			? quantity.value * until.scale
			: quantity.value
		: quantity.value;
	const high = until?.value ?? quantity.value;
	if (until && low >= high) return null;
	const counted =
		unit.kind === "count" ? (unit.noun ?? findCounted(reading, unit.end, limit, quantity.value, false)) : unit.noun;
	const kind = unit.kind;
	if (kind === "count" && isNoCount(reading, quantity, until !== null, before, counted !== null, limit)) return null;
	const bare =
		kind === "count" && counted === null && isPeopleBesides(reading, before?.first ?? quantity.first, end, limit);
	const of = bare ? "person" : kind === "count" ? (counted?.of ?? null) : unit.of;
	const first = before ? before.first : quantity.first;
	const measured = kind === "measure" && of !== null && TIME_UNITS.has(of);
	const bounds = boundsOf(low, high, until !== null, before, kind === "count", measured);
	return {
		found: make(reading, first, unit.spanEnd, bounds, of, counted?.span ?? null, kind),
		end: Math.max(unit.end, end),
	};
}

/** "dozens", "hundreds of thousands", "scores of": a low bound alone. */
function readMagnitude(reading: Reading, at: number, limit: number): ReadNumber | null {
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
	const counted = findCounted(reading, end, limit, null, true);
	const bounds: Bounds = { low, high: null, qualifier: "at-least" };
	const currency = normAt(reading, end) === "of" ? CURRENCY_WORDS.get(normAt(reading, end + 1)) : undefined;
	const kind: NumberKind = currency === undefined ? "count" : "money";
	return { found: make(reading, at, end, bounds, currency ?? counted?.of ?? null, counted?.span ?? null, kind), end };
}

/** The second quantity of "40 to 50", "40–50", "two or three", "between 40 and 50"; "score" for "3-2". */
function rangeEnd(reading: Reading, low: Quantity, limit: number, before: Qualified | null): Quantity | "score" | null {
	const mark = normAt(reading, low.end);
	if (low.end + 1 >= limit) return null;
	const dash = /^[-\u2010\u2011\u2013\u2014]$/.test(mark);
	if (dash && !has(reading, low.end, Shape.joined)) return null;
	const between = before?.qualifier === "between";
	if (!(dash || mark === "to" || mark === "or" || (between && mark === "and"))) return null;
	if (mark === "to" && normAt(reading, low.first - 1) === "from") return null;
	const high = quantityAt(reading, low.end + 1, limit);
	if (!high) return null;
	// "by a vote of 3-2", "a 2-1 win": small numbers in the wrong order or without a noun are a score.
	if (dash && high.value <= low.value) return "score";
	if (
		dash &&
		(before === null || high.value < 20) &&
		findCounted(reading, high.end, limit, high.value, false) === null &&
		readUnitWord(reading, high.end, limit) === null &&
		low.currency === null
	)
		return "score";
	if (mark === "or" && high.value <= low.value) return null;
	return high;
}

/** The token behind a chain of digits and dashes. */
function pastScore(reading: Reading, from: number, limit: number): number {
	let at = from;
	while (at < limit && has(reading, at, Shape.joined) && /^(?:[-\u2010-\u2014]|[\d.,]+)$/.test(normAt(reading, at)))
		at++;
	return at;
}

interface Unit {
	readonly kind: NumberKind;
	readonly of: string | null;
	readonly noun: { readonly of: string; readonly span: Span; readonly end: number } | null;
	/** Token behind number and unit. */
	readonly end: number;
	/** Token behind what the number's own span covers. */
	readonly spanEnd: number;
}

function readUnit(reading: Reading, quantity: Quantity, until: Quantity | null, end: number, limit: number): Unit {
	const currency = quantity.currency ?? until?.currency ?? null;
	if (currency !== null) return { kind: "money", of: currency, noun: null, end, spanEnd: end };
	const word = readUnitWord(reading, end, limit);
	if (word === null) return { kind: "count", of: null, noun: null, end, spanEnd: end };
	const span = { start: reading.starts[word.first] ?? 0, end: reading.ends[word.end - 1] ?? 0 };
	const inside = word.kind === "share" || word.kind === "money";
	return {
		kind: word.kind,
		of: word.of,
		noun: { of: word.of, span, end: word.end },
		end: word.end,
		spanEnd: inside ? word.end : end,
	};
}

interface UnitWord {
	readonly kind: NumberKind;
	readonly of: string;
	readonly first: number;
	readonly end: number;
}

function readUnitWord(reading: Reading, at: number, limit: number): UnitWord | null {
	if (at >= limit) return null;
	const norm = normAt(reading, at);
	if (norm === "%" || norm === "percent" || norm === "pct") {
		return { kind: "share", of: "%", first: at, end: at + 1 };
	}
	if (
		(norm === "per" && normAt(reading, at + 1) === "cent") ||
		(norm === "percentage" && /^points?$/.test(normAt(reading, at + 1)))
	) {
		return { kind: "share", of: norm === "per" ? "%" : "percentage point", first: at, end: at + 2 };
	}
	const dashed = norm === "-" && has(reading, at, Shape.joined) && has(reading, at + 1, Shape.joined) ? at + 1 : at;
	const word = normAt(reading, dashed).replace(/^(\p{L}+)-.*$/u, dashed === at ? "$&" : "$1");
	const currency = CURRENCY_WORDS.get(word);
	// A bare "pounds" is money only where the article writes of sterling; else it weighs.
	const weighs =
		word.startsWith("pound") && (normAt(reading, dashed + 1) === "of" || !/£|\b[Ss]terling\b/.test(reading.text));
	if (currency !== undefined && !weighs) {
		return { kind: "money", of: currency, first: dashed, end: dashed + 1 };
	}
	if (word === "us" && /^dollars?$/.test(normAt(reading, dashed + 1)))
		return { kind: "money", of: "USD", first: dashed, end: dashed + 2 };
	const square = word === "square" || word === "cubic" ? MEASURES.get(normAt(reading, dashed + 1)) : undefined;
	if (square !== undefined) return { kind: "measure", of: `${word} ${square}`, first: dashed, end: dashed + 2 };
	const measure = word.startsWith("pound") ? "pound" : MEASURES.get(word);
	if (measure !== undefined) return { kind: "measure", of: measure, first: dashed, end: dashed + 1 };
	return null;
}

/** "aged 33", "33-year-old", "33 years old", "Orla Vane, 33,". */
function readAge(
	reading: Reading,
	quantity: Quantity,
	until: Quantity | null,
	before: Qualified | null,
	limit: number,
	persons: ReadonlySet<number>,
	ages: ReadonlySet<number>,
): ReadNumber | null {
	if (quantity.currency !== null || quantity.value > 130) return null;
	const last = until ?? quantity;
	const at = last.end;
	const front = before ? before.first : quantity.first;
	const previous = normAt(reading, front - 1);
	let unit: { first: number; end: number } | null = null;
	if (normAt(reading, at) === "-" && /^years?-olds?$/.test(normAt(reading, at + 1)))
		unit = { first: at + 1, end: at + 2 };
	else if (/^years?$/.test(normAt(reading, at)) && /^(?:old|of)$/.test(normAt(reading, at + 1)) && at + 1 < limit) {
		if (normAt(reading, at + 1) === "of" && normAt(reading, at + 2) !== "age") return null;
		unit = { first: at, end: normAt(reading, at + 1) === "of" ? at + 3 : at + 2 };
	}
	const worded =
		previous === "aged" ||
		previous === "ages" ||
		(previous === "age" && !/^(?:the|this|that|of)$/.test(normAt(reading, front - 2))) ||
		// "ages 25, 27 and 29": what stands in a row with an age and has no noun of its own.
		(/^(?:,|and|or)$/.test(previous) &&
			ages.has(front - 1) &&
			/^(?:[^\p{L}\p{Nd}].*|and|or|)$/u.test(normAt(reading, at)));
	const comma = previous === "," ? reading.ends[front - 2] : undefined;
	const beside =
		comma !== undefined &&
		persons.has(comma) &&
		/^[,.;)]$/.test(normAt(reading, at)) &&
		!quantity.inWords &&
		Number.isInteger(quantity.value);
	if (!unit && !worded && !beside) return null;
	const bounds = boundsOf(quantity.value, last.value, until !== null, before, true, false);
	const span = unit ? { start: reading.starts[unit.first] ?? 0, end: reading.ends[unit.end - 1] ?? 0 } : null;
	return { found: make(reading, front, at, bounds, "year", span, "age"), end: unit?.end ?? at };
}

function make(
	reading: Reading,
	first: number,
	end: number,
	bounds: Bounds,
	of: string | null,
	counted: Span | null,
	kind: NumberKind,
): FoundNumber {
	const { text } = reading;
	const start = reading.starts[first] ?? 0;
	const stop = reading.ends[end - 1] ?? start;
	return {
		start,
		end: stop,
		exact: text.slice(start, stop),
		low: bounds.low,
		high: bounds.high,
		of,
		counted: counted ? { start: counted.start, end: counted.end, exact: text.slice(counted.start, counted.end) } : null,
		qualifier: bounds.qualifier,
		kind,
	};
}

/** 1 for the tokens in digits that lie inside a name, and for those of dates. */
function markNamed(reading: Reading, entities: readonly LocalEntity[]): Uint8Array {
	const named = new Uint8Array(reading.count);
	const spans = entities
		.flatMap((entity) => entity.mentions.filter((mention) => mention.form !== "description"))
		.sort((a, b) => a.start - b.start || a.end - b.end);
	let at = 0;
	for (let i = 0; i < reading.count; i++) {
		if (has(reading, i, Shape.date)) named[i] = 1;
		const start = reading.starts[i] ?? 0;
		while (at < spans.length && (spans[at]?.end ?? 0) <= start) at++;
		const span = spans[at];
		if (span && span.start <= start && reading.kinds[i] === TokenKind.number) named[i] = 1;
	}
	return named;
}

/** Where namings of persons end. */
function personEnds(entities: readonly LocalEntity[]): ReadonlySet<number> {
	const ends = new Set<number>();
	for (const entity of entities) {
		if (entity.type !== "person" && entity.type !== "unknown") continue;
		for (const mention of entity.mentions) if (mention.form !== "description") ends.add(mention.end);
	}
	return ends;
}
