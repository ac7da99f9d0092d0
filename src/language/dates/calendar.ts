/**
 * Calendar days without a clock or a zone: days are counted from 1970-01-01 in the proleptic
 * Gregorian calendar. The conversions are Howard Hinnant's (chrono-Compatible Low-Level Date
 * Algorithms, 2013).
 */
export interface Day {
	readonly year: number;
	/** 1 to 12. */
	readonly month: number;
	/** 1 to 31. */
	readonly day: number;
}

export function dayNumber({ year, month, day }: Day): number {
	const y = month <= 2 ? year - 1 : year;
	const era = Math.floor(y / 400);
	const yearOfEra = y - era * 400;
	const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
	const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
	return era * 146097 + dayOfEra - 719468;
}

export function dayOf(number: number): Day {
	const shifted = number + 719468;
	const era = Math.floor(shifted / 146097);
	const dayOfEra = shifted - era * 146097;
	const yearOfEra = Math.floor(
		(dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
	);
	const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
	const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
	const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
	return {
		year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
		month,
		day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
	};
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(number: number): number {
	return (((number + 4) % 7) + 7) % 7;
}

export function daysInMonth(year: number, month: number): number {
	if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
	return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function isDay(year: number, month: number, day: number): boolean {
	return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** First and last day number of a month; `month` may lie outside 1 to 12 and carries into the year. */
export function monthBounds(year: number, month: number): readonly [number, number] {
	const carried = year + Math.floor((month - 1) / 12);
	const inside = ((((month - 1) % 12) + 12) % 12) + 1;
	return [
		dayNumber({ year: carried, month: inside, day: 1 }),
		dayNumber({ year: carried, month: inside, day: daysInMonth(carried, inside) }),
	];
}

/** `2031-05-14`. Years stand with four digits. */
export function isoDay(number: number): string {
	const { year, month, day } = dayOf(number);
	return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** The day number that an ISO date or date and time begins with; null when it is none. */
export function parseIsoDay(iso: string): number | null {
	const match = /^(\d{4})-(\d{2})-(\d{2})(?:$|T)/.exec(iso);
	if (!match) return null;
	const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
	return isDay(year, month, day) ? dayNumber({ year, month, day }) : null;
}
