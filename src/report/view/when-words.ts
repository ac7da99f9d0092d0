import type { RecordDate, Story } from "../../model/record.ts";
import { compareText } from "../../text/compare.ts";
import { describeDate } from "./date-words.ts";
import { orderArticles, type RecordIndex } from "./record-index.ts";

/** When a story was, as far as its reports tell. */
export interface WhenWords {
	/** The day, bounded or as it is written; null where no day is told. */
	readonly day: string | null;
	/** The reports that name a day whose year none of them gives; empty where the year is known. */
	readonly yearless: readonly string[];
	/** Of a report by itself whose day is not told: the dates that its text names with their year. */
	readonly named: string | null;
}

/** What a day without its year is followed by. */
export const NO_YEAR = "no report gives the year";
/** Dates that are named before a reader has to look into the text. */
const NAMED = 3;

export function describeWhen(index: RecordIndex, story: Story): WhenWords {
	const { when } = story;
	const known = describeDate(when);
	if (known !== null) return { day: known, yearless: [], named: null };
	const yearless = orderArticles(
		index,
		when.evidence.map(({ article }) => article),
	);
	const day = yearless.length === 0 ? null : when.exact;
	return { day, yearless: day === null ? [] : yearless, named: nameDates(index, story) };
}

/** The same in a few words for a list: "14 May 2031", "14 May", "undated, names October 2029". */
export function tellWhen(index: RecordIndex, story: Story): string {
	const { day, named } = describeWhen(index, story);
	return [day ?? "undated", ...(named === null ? [] : [named])].join(", ");
}

/** A text that names other times than its own tells from when it may be: "names October 2029 and December 2029". */
function nameDates(index: RecordIndex, { articles }: Story): string | null {
	const [article] = articles;
	if (article === undefined || articles.length > 1) return null;
	const dated = index.record.dates.filter((one) => one.article === article && isCalendarDate(one));
	dated.sort((a, b) => compareText(a.date.earliest ?? "", b.date.earliest ?? "") || a.start - b.start);
	const words = [...new Set(dated.flatMap(({ date }) => describeDate(date) ?? []))];
	if (words.length === 0) return null;
	const shown = words.slice(0, NAMED);
	const rest = words.length - shown.length;
	const all = rest > 0 ? [...shown, `${rest} more`] : shown;
	return `names ${[all.slice(0, -1).join(", "), all.at(-1)].filter((part) => part !== "").join(" and ")}`;
}

/** A year by itself is as often background as the time of what is told. */
function isCalendarDate({ date }: RecordDate): boolean {
	return date.precision === "day" || date.precision === "month";
}
