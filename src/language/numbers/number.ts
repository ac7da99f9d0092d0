import type { FoundNumber, NumberKind } from "../../model/annotation.ts";
import type { Span } from "../../model/span.ts";
import { normAt, type Reading } from "../shapes.ts";
import type { Bounds } from "./number-bounds.ts";

/** What was read at a token, with its tokens: later steps need them. */
export interface ReadNumber {
	/** Null when what was read is no quantity: a score, a telephone number. */
	readonly found: FoundNumber | null;
	/** First token of the number's own words, and the one behind them. */
	readonly first: number;
	readonly end: number;
	/** The token to go on from. */
	readonly next: number;
}

/** A number as found, from its span in the text. */
export function makeNumber(
	text: string,
	span: Span,
	bounds: Bounds,
	of: string | null,
	counted: Span | null,
	kind: NumberKind,
): FoundNumber {
	return {
		start: span.start,
		end: span.end,
		exact: text.slice(span.start, span.end),
		low: bounds.low,
		high: bounds.high,
		of,
		counted: counted ? { start: counted.start, end: counted.end, exact: text.slice(counted.start, counted.end) } : null,
		qualifier: bounds.qualifier,
		kind,
	};
}

/** A scale word that hyphens tie to what it is paid for: "million-a-year". */
const TIED_SCALE = /^(?:hundred|thousand|million|billion|trillion)(?=[-\u2010\u2011](?:an?|per|plus|odd)\b)/;

/** The scale word that a token begins with, when hyphens tie more to it: "million" of "million-a-year"; "" for none. */
export function tiedScale(norm: string): string {
	return norm.length > 9 ? (TIED_SCALE.exec(norm)?.[0] ?? "") : "";
}

/** The span of tokens `first` to `end` (exclusive), without what is tied to a scale word at its end. */
export function spanOf(reading: Reading, first: number, end: number): Span {
	const start = reading.starts[first] ?? 0;
	const tied = tiedScale(normAt(reading, end - 1)).length;
	return { start, end: tied > 0 ? (reading.starts[end - 1] ?? 0) + tied : (reading.ends[end - 1] ?? start) };
}

/** The bounds of a value given as it is. */
export function exactly(value: number): Bounds {
	return { low: value, high: value, qualifier: "exact" };
}

/** A token's word before names inside it were cut out: "Two-thirds". */
export function wholeWord(reading: Reading, at: number): string {
	const { tokens } = reading.words;
	if (reading.ends[at] === tokens.ends[at] && reading.starts[at] === tokens.starts[at]) return normAt(reading, at);
	return tokens.norms[at] ?? "";
}
