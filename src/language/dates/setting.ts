import type { DatePrecision } from "../../model/date.ts";
import type { Span } from "../../model/span.ts";
import type { Tense } from "./tense.ts";

/** The day or days that an article's relative dates are counted from. */
export interface Anchor {
	/** Day numbers, inclusive; equal when the day is known. */
	readonly earliest: number;
	readonly latest: number;
	/** What it is, for reasons: "published 2031-05-14". */
	readonly says: string;
	/** Where the article states it. */
	readonly places: readonly Span[];
	/** The day of publication where a dateline of a few days before is counted from; null when they are one. */
	readonly published: number | null;
}

/** A date of the text that another is counted from, already bounded. */
export interface Near extends Span {
	readonly exact: string;
	/** Day numbers, inclusive. */
	readonly earliest: number;
	readonly latest: number;
	readonly precision: DatePrecision;
	/** Tells when something was said: "said on Tuesday". */
	readonly reporting: boolean;
	readonly sentence: number;
	readonly firstToken: number;
	readonly endToken: number;
	/** Its year stands in the text. */
	readonly written: boolean;
}

/** What is known around an expression. */
export interface Setting {
	readonly anchor: Anchor | null;
	readonly tense: Tense;
	/** Belongs to a noun behind it ("Monday's debate"), whose time the verb need not be. */
	readonly ofNoun: boolean;
	/** True inside quotation marks whose day of speaking is not known: no later than the report. */
	readonly quoted: boolean;
	/** The date of the text that comes nearest before it, in its sentence or the last one; null when there is none. */
	readonly near: Near | null;
	/** Whether `near` stands in the same sentence. */
	readonly beside: boolean;
	/** The dates of the event that an expression names, by the head of its noun phrase: a day when the text gives one only. */
	readonly dayOfEvent: (head: number) => { readonly day: number; readonly says: string; readonly at: Span } | null;
	/** The text shows which comes first in its dates in figures: the date that shows it. */
	readonly order: {
		readonly dayFirst: boolean;
		readonly exact: string;
		readonly day: number;
		readonly at: Span;
	} | null;
	/** The year that the next date of a list gives for this one too. */
	readonly listed: Near | null;
}

/** Bounds as day numbers, inclusive; null where nothing bounds that side. */
export interface Bounds {
	readonly earliest: number | null;
	readonly latest: number | null;
	readonly precision: DatePrecision | null;
	readonly reason: string;
	/** The places of the text that the bounds come from, the expression's own apart. */
	readonly from?: readonly Span[];
}

export function unknown(reason: string): Bounds {
	return { earliest: null, latest: null, precision: null, reason };
}

export function exactly(day: number, reason: string, from: readonly Span[] = []): Bounds {
	return { earliest: day, latest: day, precision: "day", reason, from };
}
