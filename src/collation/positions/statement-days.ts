import type { StatedDate } from "../../model/date.ts";
import { compareText } from "../../text/compare.ts";
import { type Day, daysOf } from "../occasions/report-days.ts";
import type { Setting } from "../occasions/setting.ts";

/** A report's giving of words, as far as their day goes. */
export interface Said {
	readonly article: string;
	readonly published: StatedDate;
	/** The day of the report, borrowed from others where its own has no year. */
	readonly reported: Day | null;
	readonly setting: Setting | null;
}

/**
 * When words were said: the day that the reports give, where they agree; else no finer than their days together. Where
 * none gives one, the day of the earliest report.
 */
export function dateStatement(said: readonly Said[]): StatedDate {
	const dated = said
		.flatMap((one) => {
			const date = dateOf(one);
			return date ? [{ article: one.article, date }] : [];
		})
		.sort(
			(a, b) =>
				compareText(a.date.earliest ?? "", b.date.earliest ?? "") ||
				compareText(b.date.latest ?? "", a.date.latest ?? "") ||
				compareText(a.article, b.article),
		);
	const [first] = dated;
	if (first) {
		// "On Monday" and "this week" are one day where the week has that Monday.
		const starts = dated.map(({ date }) => dayOf(date.earliest) ?? "").sort(compareText);
		const ends = dated.map(({ date }) => dayOf(date.latest) ?? "").sort(compareText);
		const [from = "", to = ""] = [starts.at(-1), ends[0]];
		if (from <= to)
			return dated.find(({ date }) => dayOf(date.earliest) === from && dayOf(date.latest) === to)?.date ?? first.date;
		return {
			earliest: starts[0] ?? null,
			latest: ends.at(-1) ?? null,
			precision: "range",
			zone: null,
			exact: null,
			reason: `the reports give several days: ${[...new Set(dated.map(({ date }) => `“${date.exact ?? ""}”`))].join(", ")}`,
			evidence: dated.flatMap(({ date }) => date.evidence),
		};
	}
	const [earliest] = said
		.flatMap(({ article, published, reported }) => {
			const date = published.earliest !== null ? published : ofReport(reported);
			return date ? [{ article, date }] : [];
		})
		.sort((a, b) => compareText(a.date.earliest ?? "", b.date.earliest ?? "") || compareText(a.article, b.article));
	return (
		earliest?.date ?? {
			earliest: null,
			latest: null,
			precision: null,
			zone: null,
			exact: null,
			reason: "no report says when it was said, or when it was published itself",
			evidence: [],
		}
	);
}

function dateOf({ setting, reported }: Said): StatedDate | null {
	return setting === null ? null : boundDate(setting.when, reported);
}

/** A date with both its bounds: its own, or those of a weekday before a report whose day is known; else null. */
export function boundDate(when: StatedDate, reported: Day | null): StatedDate | null {
	if (when.earliest !== null && when.latest !== null) return when;
	const days = daysOf(when, reported);
	if (days === null) return null;
	return {
		...when,
		earliest: isoOf(days.first),
		latest: isoOf(days.last),
		precision: days.first === days.last ? "day" : "range",
		reason: "the last such day before the report, whose own day other reports give",
	};
}

/** The day of a report as a date. */
export function ofReport(day: Day | null): StatedDate | null {
	if (day === null) return null;
	const iso = isoOf(day);
	return {
		earliest: iso,
		latest: iso,
		precision: "day",
		zone: null,
		exact: null,
		reason: "the day of the report's dateline, in the year of the reports beside it",
		evidence: [],
	};
}

function isoOf(day: Day): string {
	return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

function dayOf(bound: string | null): string | null {
	return bound?.slice(0, 10) ?? null;
}
