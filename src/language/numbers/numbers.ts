import { TokenKind } from "../../model/annotated.ts";
import type { FoundNumber, LocalEntity } from "../../model/annotation.ts";
import { compareSpans } from "../../text/compare.ts";
import { isHan } from "../dates/han-dates.ts";
import { has, normAt, type Reading, Shape } from "../shapes.ts";
import { readAge } from "./ages.ts";
import { readCompound } from "./compounds.ts";
import { findCounted } from "./counted.ts";
import { STOPS } from "./data/stop-words.ts";
import {
	CURRENCY_CODES,
	CURRENCY_SIGNS,
	DOLLAR_PREFIXES,
	MAGNITUDES,
	ORDINALS,
	PARTS,
	TIME_UNITS,
} from "./data/units.ts";
import { readFraction } from "./fractions.ts";
import { findHanNumbers } from "./han-numbers.ts";
import { isNoCount } from "./labels.ts";
import { readMagnitude } from "./magnitudes.ts";
import { findListedOnes, shareNouns } from "./neighbours.ts";
import { makeNumber, type ReadNumber, spanOf } from "./number.ts";
import { boundsOf, oddBounds } from "./number-bounds.ts";
import { isTied, SMALL_NUMBERS, scaleWord } from "./number-words.ts";
import { readOrdinal } from "./ordinals.ts";
import { otherQualifierBefore, otherQualifierBehind, readOtherMoney, shareBefore } from "./other-numbers.ts";
import { isPeopleBesides } from "./people.ts";
import { isPartSign, type Quantity, qualifierBefore, qualifierBehind, quantityAt } from "./quantities.ts";
import { pastScore, rangeEnd } from "./ranges.ts";
import { rateBehind } from "./rates.ts";
import { signBefore } from "./signs.ts";
import { readUnit, type Unit } from "./unit-words.ts";
import { readZeroOrBoth } from "./zeros.ts";

/**
 * The numbers of an article with what they count, sorted by place. Dates, times, years and numbers inside names
 * ("Resolution 1988") are not among them; ordinals only where they count ("a third victim"). The span covers
 * qualifier, number, scale word and currency; the counted phrase has its own.
 *
 * Bounds are inclusive. Of counted things "more than 60" is 61 and up, "fewer than 60" 59 and down; of
 * money, shares and measures the bound is the number itself. "About 60" is taken as rounded to its last
 * digit that is not 0 and never closer than a tenth: 54 to 66; "nearly 60" is the lower half of that,
 * 54 to 59. "Up to" and "as many as" leave the low side open. "Dozens" is 20 and up, "hundreds" 200, "several" 3.
 *
 * In a language other than English only digits are read, with their scale words, signs and units.
 */
export function findNumbers(reading: Reading, entities: readonly LocalEntity[]): FoundNumber[] {
	if (isHan(reading)) return findHanNumbers(reading);
	const context: Context = {
		reading,
		english: (reading.article.language ?? "en") === "en",
		sterling: /£|\b[Ss]terling\b/.test(reading.text),
		persons: personEnds(entities),
		ages: new Set(),
	};
	const named = markNamed(reading, entities);
	const read: ReadNumber[] = [];
	for (const { first, end } of reading.sentences) {
		let at = first;
		while (at < end) {
			const number = named[at] === 1 || !mayBegin(reading, at) ? null : readNumber(context, at, end);
			if (number) read.push(number);
			at = Math.max(number?.next ?? 0, at + 1);
		}
	}
	const known = read.filter((one) => one.found !== null);
	const shared = context.english ? shareNouns(reading, known) : known;
	const listed = context.english ? findListedOnes(reading, shared) : [];
	return withoutRepeats([...shared, ...listed].flatMap((one) => one.found ?? []));
}

/** Words besides plain numbers that one begins with. */
const BEGINNINGS: ReadonlySet<string> = new Set([
	...MAGNITUDES.keys(),
	...ORDINALS.keys(),
	...SMALL_NUMBERS,
	..."half several both no nobody none".split(" "),
]);

/** A quick look at a token, since most begin no number. */
function mayBegin(reading: Reading, at: number): boolean {
	const norm = normAt(reading, at);
	if (reading.kinds[at] === TokenKind.number) return true;
	if (reading.kinds[at] === TokenKind.mark)
		return (
			CURRENCY_SIGNS.has(norm) || (reading.text.charCodeAt(reading.starts[at] ?? 0) > 0xbb && isPartSign(reading, at))
		);
	if (BEGINNINGS.has(norm) || isTied(norm)) return true;
	if (norm.length < 5 && has(reading, at, Shape.capital) && (CURRENCY_CODES.has(norm) || DOLLAR_PREFIXES.has(norm))) {
		return true;
	}
	if (has(reading, at, Shape.capital) && mayBeMoney(reading, at, norm)) return true;
	if (norm !== "a" && norm !== "an") return false;
	const next = normAt(reading, at + 1);
	return next === "few" || next === "couple" || PARTS.has(next) || scaleWord(next) !== null;
}

/** "R12.4m", "KSh 4.5 billion": letters of a currency with figures in them or behind. */
function mayBeMoney(reading: Reading, at: number, norm: string): boolean {
	if (norm.length > 4) return norm.length < 18 && /^[a-z]{1,4}\d/.test(norm);
	const next = normAt(reading, at + 1);
	return reading.kinds[at + 1] === TokenKind.number || next === "\u00a2" || next === "\u20b5" || /\d/.test(norm);
}

interface Context {
	readonly reading: Reading;
	readonly english: boolean;
	/** Whether the article writes of sterling, so that a bare "pounds" is money. */
	readonly sterling: boolean;
	/** Where namings of persons end. */
	readonly persons: ReadonlySet<number>;
	/** Tokens behind ages, by which a row of them is known. */
	readonly ages: Set<number>;
}

function withoutRepeats(numbers: readonly FoundNumber[]): FoundNumber[] {
	const sorted = [...numbers].sort(compareSpans);
	return sorted.filter((one, i) => (sorted[i - 1]?.start ?? -1) !== one.start);
}

function readNumber(context: Context, at: number, limit: number): ReadNumber | null {
	const { reading, english, ages } = context;
	if (english) {
		const special =
			reading.kinds[at] === TokenKind.mark
				? null
				: (readFraction(reading, at, limit) ??
					readOrdinal(reading, at, limit) ??
					readMagnitude(reading, at, limit) ??
					readCompound(reading, at, limit) ??
					readZeroOrBoth(reading, at, limit));
		if (special) {
			if (special.found?.kind === "age") ages.add(special.end);
			return special;
		}
	} else if (reading.kinds[at] === TokenKind.word && !has(reading, at, Shape.capital)) return null;
	const quantity = quantityAt(reading, at, limit);
	if (!quantity || (quantity.inWords && !english)) return null;
	return readQuantity(context, quantity, limit);
}

function readQuantity(context: Context, quantity: Quantity, limit: number): ReadNumber | null {
	const { reading, english, sterling, persons, ages } = context;
	const at = quantity.first;
	const share = english ? null : shareBefore(reading, at);
	let before = english ? qualifierBefore(reading, at) : otherQualifierBefore(reading, share ?? at);
	const until = rangeEnd(reading, quantity, limit, before, sterling);
	if (isCodeChain(reading, quantity.end, limit)) {
		const end = pastScore(reading, quantity.end, limit);
		return { found: null, first: at, end, next: end };
	}
	if (until === "score") {
		const end = pastScore(reading, quantity.end, limit);
		return { found: null, first: at, end, next: end };
	}
	const high = until?.quantity ?? null;
	const numberEnd = high?.end ?? quantity.end;
	const aged = english ? readAge(reading, quantity, high, before, limit, persons, ages) : null;
	if (aged) {
		ages.add(aged.end);
		return aged;
	}
	const behind = high
		? null
		: english
			? qualifierBehind(reading, numberEnd, limit)
			: otherQualifierBehind(reading, numberEnd, limit);
	const end = behind?.end ?? numberEnd;
	const money = english || quantity.currency !== null ? null : readOtherMoney(reading, end, limit);
	const unit: Unit =
		share === null
			? (money ?? readUnit(reading, quantity, high, end, limit, sterling))
			: { kind: "share", of: "%", noun: null, end, spanEnd: end };
	const lowest =
		high && high.scale > 1 && quantity.scale === 1 && quantity.value < 1000 && !quantity.inWords
			? quantity.value * high.scale
			: quantity.value;
	const sign = high ? null : signBefore(reading, at, unit);
	const value = sign === null ? lowest : -lowest;
	const highest = high?.value ?? value;
	// "open nine to five", "odds of 3 to 1"
	if (high && value >= highest) return { found: null, first: at, end, next: end };
	const counted =
		unit.kind === "count" && english
			? findCounted(reading, end, limit, behind ? Math.max(2, quantity.value) : quantity.value, false)
			: unit.noun;
	if (before?.qualifier === "over" && isDuring(reading, before.first, counted?.of ?? unit.of)) before = null;
	if (isOneDay(reading, quantity, unit.of, before !== null)) return { found: null, first: at, end, next: unit.end };
	const rate = english && !high ? rateBehind(reading, counted?.end ?? end, limit) : null;
	const scaleAt = magnitudeAt(reading, before?.first ?? at);
	const magnitude = scaleAt >= 0 && unit.kind === "count" && counted === null;
	const plain = unit.kind === "count" && rate === null && !magnitude;
	if (plain && isNoCount(reading, quantity, high !== null, before, counted !== null, limit)) return null;
	if (!english && unit.kind === "count" && mayBeYear(reading, quantity, before?.qualifier ?? null)) return null;
	const first = sign ?? until?.first ?? before?.first ?? share ?? at;
	const known = unit.kind !== "count" || counted !== null || behind !== null || high !== null;
	if (quantity.inWords && isNamed(reading, at, known)) return { found: null, first: at, end, next: end };
	const people = plain && (counted === null || counted.of === "other") && isPeopleBesides(reading, first, end, limit);
	const of = people ? "person" : plain ? (counted?.of ?? null) : magnitude ? "magnitude" : unit.of;
	const measured = unit.kind === "measure" && of !== null && TIME_UNITS.has(of);
	const last = counted ? orMoreBehind(reading, counted.end, limit) : null;
	const qualified = before ?? qualifiedBy(behind?.qualifier ?? last, at);
	const bounds =
		behind?.qualifier === "odd"
			? oddBounds(value)
			: boundsOf(value, highest, high !== null, qualified, unit.kind === "count" && plain, measured);
	const span = spanOf(reading, first, unit.spanEnd);
	if (rate) {
		const rated = { start: counted?.span.start ?? rate.span.start, end: rate.span.end };
		const found = makeNumber(
			reading.text,
			span,
			bounds,
			counted ? `${counted.of} ${rate.of}` : rate.of,
			rated,
			"share",
		);
		return { found, first, end: unit.spanEnd, next: rate.end };
	}
	const scale = magnitude ? spanOf(reading, scaleAt, scaleAt + 1) : null;
	const kind = magnitude ? "measure" : unit.kind;
	const found = makeNumber(reading.text, span, bounds, of, scale ?? counted?.span ?? null, kind);
	return { found, first, end: unit.spanEnd, next: Math.max(unit.end, end) };
}

/** What time is spent in besides its units. */
const SPELLS = /^(?:night|evening|morning|afternoon|weekend|season|term|shift|session)$/;
/** What is done in a stretch of time: "runs over five years". */
const LASTING =
	/^(?:run|runs|ran|running|spread|staggered|spaced|phased|paid|repaid|payable|stretched|stretches|stretching|unfolded|unfolding|held)$/;

/**
 * Whether "over" before so much time means during it: "16 hours over 10 nights", "The plan runs over five years".
 * Not: "It took over five years", which is longer.
 */
function isDuring(reading: Reading, over: number, of: string | null): boolean {
	if (of === null || !(TIME_UNITS.has(of) || SPELLS.test(of))) return false;
	const previous = normAt(reading, over - 1);
	if (LASTING.test(previous)) return true;
	const sentence = reading.sentenceOf[over];
	for (let at = over - 1; at >= over - 3 && at >= 0 && reading.sentenceOf[at] === sentence; at--) {
		const norm = normAt(reading, at);
		if (reading.kinds[at] === TokenKind.number || scaleWord(norm) !== null) return true;
		if (reading.kinds[at] === TokenKind.mark || STOPS.has(norm)) return false;
	}
	return false;
}

/** "One day it will rain" is no length of time. */
function isOneDay(reading: Reading, quantity: Quantity, of: string | null, qualified: boolean): boolean {
	if (of !== "day" || !quantity.inWords || quantity.value !== 1 || qualified) return false;
	if (/^(?:after|later|before|earlier|ago|prior|from)$/.test(normAt(reading, quantity.end + 1))) return false;
	return has(reading, quantity.first, Shape.opening) || /^(?:,|that|until)$/.test(normAt(reading, quantity.first - 1));
}

/** "2031-02-30", "12-40-07": figures that hyphens tie three in a row count nothing. */
function isCodeChain(reading: Reading, at: number, limit: number): boolean {
	const tied = (token: number): boolean => token < limit && has(reading, token, Shape.joined);
	const figure = (token: number): boolean => tied(token) && reading.kinds[token] === TokenKind.number;
	const dash = (token: number): boolean => tied(token) && normAt(reading, token) === "-";
	return dash(at) && figure(at + 1) && dash(at + 2) && figure(at + 3);
}

/** "circa 1850", "около 1600 года": about so many may be about a year, where no noun can be read. */
function mayBeYear(reading: Reading, { first, end, scale }: Quantity, qualifier: string | null): boolean {
	if (scale !== 1 || !/^(?:1[5-9]|20)\d\d$/.test(reading.text.slice(reading.starts[first], reading.ends[end - 1]))) {
		return false;
	}
	if (/^(?:г|года?|году|годов|roku|року)$/.test(normAt(reading, end))) return true;
	const cyrillic = /^\p{Script=Cyrillic}/u.test(normAt(reading, end));
	return qualifier === "about" && !cyrillic;
}

/** "It hit 60 farms or more." */
function orMoreBehind(reading: Reading, at: number, limit: number): "at-least" | "at-most" | null {
	if (normAt(reading, at) !== "or") return null;
	const qualifier = qualifierBehind(reading, at, limit)?.qualifier;
	return qualifier === "at-least" || qualifier === "at-most" ? qualifier : null;
}

function qualifiedBy(qualifier: NonNullable<ReturnType<typeof qualifierBehind>>["qualifier"] | null, first: number) {
	return qualifier === null || qualifier === "odd" ? null : { qualifier, first };
}

/** "a magnitude of 6.4", "magnitude 6.4": where the word stands, -1 when it does not. */
function magnitudeAt(reading: Reading, at: number): number {
	if (normAt(reading, at - 1) === "magnitude") return at - 1;
	return normAt(reading, at - 1) === "of" && normAt(reading, at - 2) === "magnitude" ? at - 2 : -1;
}

/**
 * Whether a number in words belongs to a name: "World War Two", "the Group of Seven". A capital elsewhere is one
 * only without a noun: "CORRA — Four people fled".
 */
function isNamed(reading: Reading, at: number, counts: boolean): boolean {
	if (!has(reading, at, Shape.capital) || has(reading, at, Shape.opening | Shape.titled)) return false;
	if (!counts) return true;
	const of = normAt(reading, at - 1) === "of" ? at - 2 : at - 1;
	return has(reading, of, Shape.capital) && reading.kinds[of] === TokenKind.word;
}

/** 1 for the tokens in digits that lie inside a name, and for those of dates. */
function markNamed(reading: Reading, entities: readonly LocalEntity[]): Uint8Array {
	const named = new Uint8Array(reading.count);
	const spans = entities
		.flatMap((entity) => entity.mentions.filter((mention) => mention.form !== "description"))
		.sort(compareSpans);
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

function personEnds(entities: readonly LocalEntity[]): ReadonlySet<number> {
	const ends = new Set<number>();
	for (const entity of entities) {
		if (entity.type !== "person" && entity.type !== "unknown") continue;
		for (const mention of entity.mentions) if (mention.form !== "description") ends.add(mention.end);
	}
	return ends;
}
