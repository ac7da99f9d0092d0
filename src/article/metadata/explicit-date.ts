import type { DatePrecision } from "../../model/date.ts";

/** A date that is written in full, as bounds of an interval. */
export interface ExplicitDate {
	readonly earliest: string;
	readonly latest: string;
	readonly precision: DatePrecision;
	readonly zone: string | null;
}

const MONTHS: readonly string[] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH =
	"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const WEEKDAY = "(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\\.?,?\\s+)?";
const CLOCK =
	"(?:(?:,|\\s+at|\\s+-|\\s+–|\\s+\\||\\s+@)?\\s*(\\d{1,2})[:.h](\\d{2})(?::\\d{2})?\\s*([ap]\\.?m\\.?)?(?:\\s*\\(?(UTC|GMT|Z|[A-Z]{2,5}(?![a-z])|[+-]\\d{2}:?\\d{2})\\)?)?)?";

const ISO =
	/^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::\d{2}(?:[.,]\d{1,9})?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?(?!\d)/i;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(?:\d{2})?(Z|[+-]\d{4})?)?$/;
const MONTH_FIRST = new RegExp(`^${WEEKDAY}${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})${CLOCK}`, "i");
const DAY_FIRST = new RegExp(
	`^${WEEKDAY}(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?[\\s-]+${MONTH},?[\\s-]+(\\d{4})${CLOCK}`,
	"i",
);
const NUMERIC = new RegExp(`^(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4})${CLOCK}`, "i");
const TIME_FIRST = /^(\d{1,2}):(\d{2})\s*([ap]\.?m\.?)?(?:\s*(UTC|GMT|[A-Z]{2,5}))?,?\s+(?=\S)/i;

/** Offsets that RFC 5322 gives names to; other names are kept as written, without an offset. */
const NAMED_OFFSETS: Readonly<{ [zone: string]: string }> = { Z: "Z", UTC: "Z", GMT: "Z" };

/**
 * Reads a date written in full at the start of `written`: ISO 8601, RFC 5322, "May 14, 2031, 9:30 am",
 * "14 May 2031", "14.05.2031" (with points the day stands first; with slashes only when one number
 * is past 12, else as the range from one reading to the other). Null when there is none or when it is no date
 * of the calendar.
 *
 * @returns the date and how many UTF-16 units it took
 */
export function readExplicitDate(written: string): { readonly date: ExplicitDate; readonly length: number } | null {
	const text = written.slice(0, 100);
	const timeFirst = TIME_FIRST.exec(text);
	if (timeFirst) {
		const day = readDay(text.slice(timeFirst[0].length));
		if (!day || day.clock) return null;
		const clock = readClock(timeFirst[1], timeFirst[2], timeFirst[3], timeFirst[4]);
		return finish(day.year, day.month, day.day, clock, timeFirst[0].length + day.length);
	}
	const day = readDay(text);
	return day ? finish(day.year, day.month, day.day, day.clock, day.length) : readTwoWays(text);
}

/** "04/05/2031": either number may be the month, so the date lies between the two readings. */
function readTwoWays(text: string): { readonly date: ExplicitDate; readonly length: number } | null {
	const [whole, first, mark, second, year] = NUMERIC.exec(text) ?? [];
	if (whole === undefined || mark === "." || Number(first) > 12 || Number(second) > 12) return null;
	const a = finish(Number(year), Number(first), Number(second), null, whole.length);
	const b = finish(Number(year), Number(second), Number(first), null, whole.length);
	if (!a || !b) return null;
	const [earliest, latest] =
		a.date.earliest < b.date.earliest ? [a.date.earliest, b.date.earliest] : [b.date.earliest, a.date.earliest];
	return { date: { earliest, latest, precision: "range", zone: null }, length: whole.length };
}

/** Why a date read from one stretch has two bounds; "" when it has one. */
export function twoReadings(date: { readonly precision: DatePrecision | null }): string {
	return date.precision === "range" ? "; day or month may stand first, and the bounds hold both readings" : "";
}

interface Clock {
	readonly hour: number;
	readonly minute: number;
	readonly zone: string | null;
}

interface Day {
	readonly year: number;
	readonly month: number;
	readonly day: number;
	readonly clock: Clock | null;
	readonly length: number;
}

function readDay(text: string): Day | null {
	const iso = ISO.exec(text) ?? COMPACT.exec(text);
	if (iso) {
		const clock = iso[4] === undefined ? null : readClock(iso[4], iso[5], undefined, iso[6]);
		return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]), clock, length: iso[0].length };
	}
	const monthFirst = MONTH_FIRST.exec(text);
	if (monthFirst) {
		const [whole, month, day, year, hour, minute, half, zone] = monthFirst;
		const clock = readClock(hour, minute, half, zone);
		return { year: Number(year), month: monthOf(month), day: Number(day), clock, length: whole.length };
	}
	const dayFirst = DAY_FIRST.exec(text);
	if (dayFirst) {
		const [whole, day, month, year, hour, minute, half, zone] = dayFirst;
		const clock = readClock(hour, minute, half, zone);
		return { year: Number(year), month: monthOf(month), day: Number(day), clock, length: whole.length };
	}
	const numeric = NUMERIC.exec(text);
	if (!numeric) return null;
	const [whole, first, mark, second, year, hour, minute, half, zone] = numeric;
	const a = Number(first);
	const b = Number(second);
	const clock = readClock(hour, minute, half, zone);
	if (mark === "." || a > 12) return { year: Number(year), month: b, day: a, clock, length: whole.length };
	if (b > 12) return { year: Number(year), month: a, day: b, clock, length: whole.length };
	return a === b ? { year: Number(year), month: a, day: b, clock, length: whole.length } : null;
}

function monthOf(name: string | undefined): number {
	return MONTHS.indexOf((name ?? "").slice(0, 3).toLowerCase()) + 1;
}

function readClock(
	hour: string | undefined,
	minute: string | undefined,
	half: string | undefined,
	zone: string | undefined,
): Clock | null {
	if (hour === undefined || minute === undefined) return null;
	let hours = Number(hour);
	const afternoon = half?.toLowerCase().startsWith("p");
	if (half !== undefined && hours > 12) return null;
	if (afternoon && hours < 12) hours += 12;
	if (half !== undefined && !afternoon && hours === 12) hours = 0;
	if (hours > 24 || Number(minute) > 59) return null;
	return { hour: hours, minute: Number(minute), zone: zone ?? null };
}

function finish(
	year: number,
	month: number,
	day: number,
	clock: Clock | null,
	length: number,
): { readonly date: ExplicitDate; readonly length: number } | null {
	if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month) || year < 1700 || year > 2200) return null;
	const bound = `${year}-${pad(month)}-${pad(day)}`;
	if (!clock || clock.hour > 23)
		return { date: { earliest: bound, latest: bound, precision: "day", zone: null }, length };
	const moment = `${bound}T${pad(clock.hour)}:${pad(clock.minute)}${offsetOf(clock.zone)}`;
	return { date: { earliest: moment, latest: moment, precision: "minute", zone: clock.zone }, length };
}

function offsetOf(zone: string | null): string {
	if (zone === null) return "";
	const named = NAMED_OFFSETS[zone.toUpperCase()];
	if (named !== undefined) return named;
	const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
	return match ? `${match[1]}${match[2]}:${match[3] ?? "00"}` : "";
}

function daysIn(year: number, month: number): number {
	if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
	return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function pad(value: number): string {
	return String(value).padStart(2, "0");
}
