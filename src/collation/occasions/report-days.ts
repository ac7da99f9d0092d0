import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { StatedDate } from "../../model/date.ts";
import { foldAccents } from "../../text/fold.ts";

/** A day as the number of days since 1 January 1970. */
export type Day = number;

/** Days that a statement may have been made on, both inclusive. */
export interface Days {
	readonly first: Day;
	readonly last: Day;
}

const MS_A_DAY = 86_400_000;

/** A year is taken from other reports of the set only where the day then lies within this many days of one of them. */
const NEAR_OTHERS = 45;

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const WEEKDAYS = "sunday monday tuesday wednesday thursday friday saturday".split(" ");

/**
 * The day that each report was published on, as far as it says; by article id. `KELM, Sept 18 (Harbour Wire) -` gives
 * no year: the reports beside it do. Must not give a day to a report whose dateline has none, nor borrow the year of
 * reports months away.
 */
export function findReportDays(articles: readonly AnnotatedArticle[]): ReadonlyMap<string, Day> {
	const days = new Map<string, Day>();
	for (const { article } of articles) {
		const day = firstDayOf(article.published) ?? firstDayOf(article.modified);
		if (day !== null) days.set(article.id, day);
	}
	const known = [...new Set(days.values())].sort((a, b) => a - b);
	for (const { article } of articles) {
		const written = article.dateline?.date ?? null;
		if (days.has(article.id) || written === null) continue;
		const day = nearestOf(written, known);
		if (day !== null) days.set(article.id, day);
	}
	return days;
}

function nearestOf(written: string, known: readonly Day[]): Day | null {
	const words = foldAccents(written).match(/[\p{L}]+|\d+/gu) ?? [];
	const month = MONTHS.findIndex((name) => words.some((word) => word.startsWith(name)));
	const number = Number(words.find((word) => /^\d{1,2}$/.test(word)));
	if (month < 0 || !(number >= 1 && number <= 31)) return null;
	let best: Day | null = null;
	let apart = NEAR_OTHERS + 1;
	for (const other of known) {
		const year = new Date(other * MS_A_DAY).getUTCFullYear();
		for (const one of [year - 1, year, year + 1]) {
			const day = Date.UTC(one, month, number) / MS_A_DAY;
			if (Math.abs(day - other) >= apart) continue;
			best = day;
			apart = Math.abs(day - other);
		}
	}
	return best;
}

/** The days of a date that is known to the day, or to a few of them; a bare weekday is the last before the report. */
export function daysOf(date: StatedDate, reported: Day | null): Days | null {
	const first = dayOf(date.earliest);
	const last = dayOf(date.latest);
	if (first !== null && last !== null && last - first <= MOST_DAYS) return { first, last };
	if (reported === null || date.exact === null) return null;
	const named = /^(?:on |last |late |early )?([a-z]+)/.exec(foldAccents(date.exact))?.[1] ?? "";
	const weekday = WEEKDAYS.findIndex((name) => name === named || (named.length === 3 && name.startsWith(named)));
	if (weekday < 0) return null;
	const day = reported - ((weekdayOf(reported) - weekday + 7) % 7);
	return { first: day, last: day };
}

/** A stretch of more days than this says too little. */
const MOST_DAYS = 3;

function weekdayOf(day: Day): number {
	// 1 January 1970 was a Thursday.
	return (((day + 4) % 7) + 7) % 7;
}

function firstDayOf(date: StatedDate): Day | null {
	const first = dayOf(date.earliest);
	const last = dayOf(date.latest);
	return first !== null && last !== null && last - first <= 1 ? first : null;
}

function dayOf(bound: string | null): Day | null {
	const parts = bound === null ? null : /^(\d{4})-(\d\d)-(\d\d)/.exec(bound);
	return parts ? Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) / MS_A_DAY : null;
}
