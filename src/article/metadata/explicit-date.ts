import type { DatePrecision } from "../../model/date.ts";
import { isWeekday, monthOf } from "./calendar-words.ts";
import { type Clock, readClock } from "./clock.ts";

/** A date that is written in full, as bounds of an interval. */
export interface ExplicitDate {
	readonly earliest: string;
	readonly latest: string;
	readonly precision: DatePrecision;
	readonly zone: string | null;
}

/** A date and how many UTF-16 units of the text it took. */
export interface ReadDate {
	readonly date: ExplicitDate;
	readonly length: number;
	/** What settled which number is the day, when it was not the date's own form; "" otherwise. */
	readonly settled: string;
}

const ISO =
	/^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::\d{2}(?:[.,]\d{1,9})?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?(?!\d)/i;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(?:\d{2})?(Z|[+-]\d{4})?)?$/;
/** Java's and Unix' way: "Wed May 14 09:30:00 CEST 2031". */
const YEAR_LAST =
	/^(\p{L}{3})\.? (\p{L}{3}) (\d{1,2}) (\d{1,2}):(\d{2})(?::\d{2})? (?:([A-Z]{1,5}|[+-]\d{4}) )?(\d{4})(?!\d)/u;
/** "2031年5月14日", "2031년 5월 14일". */
const EAST_ASIAN = /^(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일号號]?(?:\s?[（(]\p{L}{1,3}[）)])?/u;
/** The year stands first: nobody writes its day next. "2031.05.14", "2031/5/14", "2031. 5. 14.". */
const YEAR_FIRST = /^(\d{4})\s?([./])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)\.?(?:\s?[（(]\p{L}{1,3}[）)])?/u;
const WORD = "[\\p{L}\\p{M}'’]{1,14}(?:-feira)?";
const OF = "(?:of|de|del|di|da|do|d['’]|den|des)";
/** A copied page may glue the time to the year: "May 14, 203109:30 AM". */
const YEAR_END = "(?:(?!\\d)|(?=\\d{1,2}:\\d{2}(?!\\d)))";
const DAY_FIRST = new RegExp(
	`^(?:the\\s+|le\\s+|el\\s+|il\\s+|den\\s+|der\\s+|dne\\s+|am\\s+|a\\s+)?(\\d{1,2})(?:st|nd|rd|th|er|º|°|ª|e|ος)?\\.?(?:[\\s-]+${OF}(?=[\\s]))?[\\s-]*(${WORD})\\.?,?(?:\\s+${OF})?[\\s,/-]+(\\d{4})${YEAR_END}(?:\\s?(?:г\\.?|року|р\\.|оны?))?(?![\\p{L}])`,
	"iu",
);
const MONTH_FIRST = new RegExp(`^(${WORD})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})${YEAR_END}`, "iu");
/** "2031. május 14.", "2031 m. gegužės 14 d." */
const YEAR_THEN_WORD = new RegExp(
	`^(\\d{4})(?:\\.|\\s+m\\.|,)?\\s+(?:gada\\s+)?(${WORD})\\s+(\\d{1,2})(?!\\d)\\.?(?:\\s+d\\.)?`,
	"iu",
);
const NUMERIC = /^(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?!\d)/;
const TIME_FIRST =
	/^(\d{1,2}):(\d{2})\s{0,3}([ap]\.?m\.?)?(?:\s{0,3}(?:UTC|GMT|[A-Z]{2,5})(?:[+-]\d{1,2}(?::?\d{2})?)?)?(?:,|\s{1,3}[|•·–-])?\s+(?=\S)/i;
const WEEKDAY_FIRST = new RegExp(`^(${WORD})\\.?,?\\s+(?:den\\s+|dem\\s+|the\\s+)?(?=[\\p{L}\\d])`, "iu");

/** Languages in which a date in numbers alone never opens with its month or its year. */
const DAY_FIRST_LANGUAGES: ReadonlySet<string> = new Set(
	(
		"de fr es it pt nl da nb nn no fi pl cs sk sl hr bs sr bg mk ro el tr ru uk be kk ka hy az et lv ca gl sq is " +
		"ar he id ms vi th hi bn cy ga"
	).split(" "),
);

/**
 * Reads a date written in full at the start of `written`: ISO 8601, RFC 5322, "May 14, 2031, 9:30 am",
 * "14. Mai 2031, 9.30 Uhr", "14 мая 2031", "2031年5月14日", "14.05.2031" (with points the day stands
 * first; with slashes only when one number is past 12 or when the language settles it, else it is the
 * range from one reading to the other). A year of two digits counts only where the language says that
 * it stands last. Null when there is none or when it is no date of the calendar.
 *
 * @param language of the text around it, as a BCP 47 primary tag; null when it is not known or could mislead
 */
export function readExplicitDate(written: string, language: string | null = null): ReadDate | null {
	const text = toPlainDigits(written.slice(0, 110));
	const timeFirst = TIME_FIRST.exec(text);
	if (timeFirst) {
		const day = readDay(text.slice(timeFirst[0].length), language);
		if (!day || day.clock) return null;
		const clock = readClock(timeFirst[0].replace(/[,|•·–-]?\s*$/, ""))?.clock ?? null;
		return finish(day, clock, timeFirst[0].length + day.length);
	}
	const day = readDay(text, language);
	return day ? finish(day, day.clock, day.length) : readTwoWays(text);
}

/** Digits of other scripts as ASCII ones; every one of them is one UTF-16 unit, as what it becomes. */
function toPlainDigits(text: string): string {
	return text.replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\uff10-\uff19]/g, (digit) =>
		String((digit.charCodeAt(0) - (digit.charCodeAt(0) >= 0x966 && digit.charCodeAt(0) <= 0x9ef ? 0x966 : 0)) & 15),
	);
}

/** "04/05/2031": either number may be the month, so the date lies between the two readings. */
function readTwoWays(text: string): ReadDate | null {
	const [whole, first, mark, second, year = ""] = NUMERIC.exec(text) ?? [];
	if (whole === undefined || mark === "." || year.length < 4 || Number(first) > 12 || Number(second) > 12) return null;
	const one = { year: Number(year), length: whole.length, clock: null, settled: "" };
	const a = finish({ ...one, month: Number(first), day: Number(second) }, null, whole.length);
	const b = finish({ ...one, month: Number(second), day: Number(first) }, null, whole.length);
	if (!a || !b) return null;
	const [earliest, latest] =
		a.date.earliest < b.date.earliest ? [a.date.earliest, b.date.earliest] : [b.date.earliest, a.date.earliest];
	// The time after it belongs to the date, though the bounds are days.
	const length = whole.length + (readClock(text.slice(whole.length))?.length ?? 0);
	return { date: { earliest, latest, precision: "range", zone: null }, length, settled: "" };
}

/** Why a date read from one stretch has two bounds; "" when it has one. */
export function twoReadings(date: { readonly precision: DatePrecision | null }): string {
	return date.precision === "range" ? "; day or month may stand first, and the bounds hold both readings" : "";
}

interface Day {
	readonly year: number;
	readonly month: number;
	readonly day: number;
	readonly clock: Clock | null;
	readonly length: number;
	readonly settled: string;
}

function readDay(text: string, language: string | null): Day | null {
	const iso = ISO.exec(text) ?? COMPACT.exec(text);
	if (iso) {
		const [whole, year, month, day, hour, minute, zone] = iso;
		const clock = hour === undefined ? null : { hour: Number(hour), minute: Number(minute), zone: zone ?? null };
		return dayOf(year, Number(month), day, whole.length, clock);
	}
	const last = YEAR_LAST.exec(text);
	if (last && isWeekday(last[1] ?? "") && monthOf(last[2] ?? "") > 0) {
		const [whole, , month = "", day, hour, minute, zone, year] = last;
		return dayOf(year, monthOf(month), day, whole.length, {
			hour: Number(hour),
			minute: Number(minute),
			zone: zone ?? null,
		});
	}
	const lead = WEEKDAY_FIRST.exec(text);
	const skipped = lead && isWeekday(lead[1] ?? "") ? lead[0].length : 0;
	const bare = readBareDay(text.slice(skipped), language);
	if (!bare) return null;
	const at = skipped + bare.length;
	const time = readClock(text.slice(at));
	return { ...bare, clock: time?.clock ?? null, length: at + (time?.length ?? 0) };
}

/** A day without the weekday before it and the time after it. */
function readBareDay(text: string, language: string | null): Day | null {
	for (const pattern of [EAST_ASIAN, YEAR_THEN_WORD, DAY_FIRST, MONTH_FIRST]) {
		const match = pattern.exec(text);
		if (!match) continue;
		const [whole, first = "", second = "", third = ""] = match;
		if (pattern === EAST_ASIAN) return dayOf(first, Number(second), third, whole.length);
		const [day, word, year] =
			pattern === YEAR_THEN_WORD
				? [third, second, first]
				: pattern === DAY_FIRST
					? [first, second, third]
					: [second, first, third];
		const month = monthOf(word.replace(/^d['’]/i, ""), language);
		if (month > 0) return dayOf(year, month, day, whole.length);
	}
	const yearFirst = YEAR_FIRST.exec(text);
	if (yearFirst) return dayOf(yearFirst[1], Number(yearFirst[3]), yearFirst[4], yearFirst[0].length);
	return readNumbers(text, language);
}

function readNumbers(text: string, language: string | null): Day | null {
	const numeric = NUMERIC.exec(text);
	if (!numeric) return null;
	const [whole, first, mark, second, written = ""] = numeric;
	const a = Number(first);
	const b = Number(second);
	const dayFirst = language !== null && DAY_FIRST_LANGUAGES.has(language);
	if (written.length < 4 && (!dayFirst || mark === "-")) return null;
	const year = written.length < 4 ? `20${written}` : written;
	if (mark === "." || a > 12) return dayOf(year, b, first, whole.length);
	if (b > 12) return dayOf(year, a, second, whole.length);
	if (a === b) return dayOf(year, a, second, whole.length);
	if (!dayFirst) return null;
	return {
		...dayOf(year, b, first, whole.length),
		settled: "; the day stands first, as the page's language has it",
	};
}

function dayOf(
	year: string | undefined,
	month: number,
	day: string | undefined,
	length: number,
	clock: Clock | null = null,
): Day {
	return { year: Number(year), month, day: Number(day), clock, length, settled: "" };
}

function finish({ year, month, day, settled }: Day, clock: Clock | null, length: number): ReadDate | null {
	if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month) || year < 1700 || year > 2200) return null;
	const bound = `${year}-${pad(month)}-${pad(day)}`;
	if (!clock || clock.hour > 23 || clock.minute > 59)
		return { date: { earliest: bound, latest: bound, precision: "day", zone: null }, length, settled };
	const moment = `${bound}T${pad(clock.hour)}:${pad(clock.minute)}${offsetOf(clock.zone)}`;
	return { date: { earliest: moment, latest: moment, precision: "minute", zone: clock.zone }, length, settled };
}

/** The offset that a zone's name states by itself; other names are kept as written, without an offset. */
function offsetOf(zone: string | null): string {
	if (zone === null) return "";
	if (/^(?:Z|UTC|GMT)$/i.test(zone)) return "Z";
	const match = /^(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?$/i.exec(zone);
	return match ? `${match[1]}${(match[2] ?? "").padStart(2, "0")}:${match[3] ?? "00"}` : "";
}

function daysIn(year: number, month: number): number {
	if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
	return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function pad(value: number): string {
	return String(value).padStart(2, "0");
}
