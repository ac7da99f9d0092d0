import { TokenKind } from "../../model/annotated.ts";
import type { NumberKind } from "../../model/annotation.ts";
import type { Span } from "../../model/span.ts";
import { has, normAt, type Reading, Shape } from "../shapes.ts";
import { CURRENCY_WORDS, MEASURES, TIME_UNITS } from "./data/units.ts";
import { makeNumber, type ReadNumber, wholeWord } from "./number.ts";
import { boundsOf } from "./number-bounds.ts";
import { digitsValue, scaleWord, smallNumber } from "./number-words.ts";
import { qualifierBefore } from "./quantities.ts";

/**
 * Numbers that hyphens tie to what they count: "a three-day visit", "a four-year-old", "a 12-member panel", "a
 * 40-million-euro deal". Not: "two-faced", "a one-way street", "a three-point plan", "Three-Mile Island".
 */

/** Nouns that are counted in such a word; of others ("three-star") it names a sort. */
const NOUNS =
	/^(?:members?|persons?|people|man|woman|vehicles?|cars?|trucks?|seats?|seater|rooms?|bedrooms?|beds?|storeys?|story|stories|floors?|units?)$/;

interface Segment extends Span {
	readonly word: string;
}

/** The compound that begins at a token; null when none does. */
export function readCompound(reading: Reading, at: number, limit: number): ReadNumber | null {
	const run = runAt(reading, at, limit);
	if (!run) return null;
	const number = numberOf(run.segments);
	const unit = number ? run.segments[number.length] : undefined;
	if (!number || !unit) return null;
	const behind = run.segments[number.length + 1]?.word;
	const of = unitOf(unit.word, behind, number.value);
	if (!of) return null;
	const before = qualifierBefore(reading, at);
	const qualified = before?.qualifier === "between" ? null : before;
	const first = qualified?.first ?? at;
	const inside = of.kind === "money" || of.kind === "share";
	const last = inside ? unit : (run.segments[number.length - 1] ?? unit);
	const span = { start: first < at ? (reading.starts[first] ?? 0) : run.start, end: last.end };
	const time = of.of !== null && TIME_UNITS.has(of.of) && of.kind === "measure";
	const whole = of.kind === "count" || of.kind === "age";
	const bounds = boundsOf(number.value, number.value, false, qualified, whole, time);
	const end = of.kind === "age" ? (run.segments[number.length + 1]?.end ?? unit.end) : unit.end;
	const counted = of.of === null ? null : { start: unit.start, end };
	const found = makeNumber(reading.text, span, bounds, of.of, counted, of.kind);
	return { found, first, end: run.end, next: run.end };
}

/** The parts of a word with hyphens, or of digits with a word tied to them, and the token behind them. */
function runAt(
	reading: Reading,
	at: number,
	limit: number,
): { readonly segments: readonly Segment[]; readonly start: number; readonly end: number } | null {
	const { tokens } = reading.words;
	const start = tokens.starts[at] ?? 0;
	if (has(reading, at, Shape.date)) return null;
	if (reading.kinds[at] === TokenKind.number) {
		const dash = normAt(reading, at + 1) === "-" && has(reading, at + 1, Shape.joined);
		const tied = at + 2 < limit && has(reading, at + 2, Shape.joined) && reading.kinds[at + 2] === TokenKind.word;
		if (!dash || !tied || /[\p{L}\p{Nd}/.,-]/u.test(reading.text.charAt(start - 1))) return null;
		const digits = { word: reading.text.slice(start, tokens.ends[at]), start, end: tokens.ends[at] ?? start };
		const segments = [digits, ...segmentsOf(wholeWord(reading, at + 2), tokens.starts[at + 2] ?? 0)];
		const age = /^olds?$/.test(segments[2]?.word ?? "");
		return age ? null : { segments, start, end: at + 3 };
	}
	const word = wholeWord(reading, at);
	if (!/[-\u2010\u2011]/.test(word) || word.length !== (tokens.ends[at] ?? 0) - start) return null;
	const named = has(reading, at, Shape.capital) && !has(reading, at, Shape.opening | Shape.titled);
	return named ? null : { segments: segmentsOf(word, start), start, end: at + 1 };
}

function segmentsOf(word: string, start: number): Segment[] {
	const segments: Segment[] = [];
	let from = 0;
	for (const part of word.split(/[-\u2010\u2011]/)) {
		segments.push({ word: part, start: start + from, end: start + from + part.length });
		from += part.length + 1;
	}
	return segments;
}

/** The number that the first segments write, and how many of them. */
function numberOf(segments: readonly Segment[]): { readonly value: number; readonly length: number } | null {
	const [one, two] = segments;
	if (!one) return null;
	const pair = two ? smallNumber(`${one.word}-${two.word}`) : null;
	const single = /^\d/.test(one.word) ? digitsValue(one.word) : smallNumber(one.word);
	const value = pair ?? single;
	if (value === null) return null;
	const length = pair === null ? 1 : 2;
	const scale = scaleWord(segments[length]?.word ?? "");
	return scale === null ? { value, length } : { value: value * scale, length: length + 1 };
}

function unitOf(
	word: string,
	behind: string | undefined,
	value: number,
): { readonly kind: NumberKind; readonly of: string | null } | null {
	if (behind === "old" || behind === "olds") {
		return /^(?:year|month|week|day)$/.test(word) ? { kind: "age", of: word } : null;
	}
	if (word === "percent" || word === "pct") return { kind: "share", of: "%" };
	if (word === "magnitude") return { kind: "measure", of: "magnitude" };
	if (word === "strong") return { kind: "count", of: null };
	const currency = word === "pound" || word === "pounds" ? undefined : CURRENCY_WORDS.get(word);
	if (currency !== undefined) return { kind: "money", of: currency };
	const measure = word === "pound" ? "pound" : MEASURES.get(word);
	if (measure !== undefined && word.length > 1) return { kind: "measure", of: measure };
	return NOUNS.test(word) && value > 1
		? { kind: "count", of: word.replace(/(?<=.)s$/, "").replace(/^people$/, "person") }
		: null;
}
