import type { DatePrecision } from "../../model/date.ts";
import { dayNumber, dayOf, monthBounds, weekdayOf } from "./calendar.ts";
import type { Tense } from "./tense.ts";
import type { Expression, Step } from "./time-expression.ts";

/** What counting from one day comes to. */
export interface Reached {
	readonly earliest: number | null;
	readonly latest: number | null;
	readonly precision: DatePrecision;
	readonly reason: string;
}

export function reached(earliest: number, latest: number, precision: DatePrecision, reason: string): Reached {
	return { earliest, latest, precision, reason };
}

/** Days ahead within which "Monday's debate" may be meant though the verb is in the past. */
const SOON = 2;

type WeekdayExpression = Extract<Expression, { kind: "weekday" }>;

/** A weekday from one day, by "last", "next", "this", a week named, or else the tense of the verb. */
export function boundWeekday(
	{ weekday, which, week, back }: WeekdayExpression,
	day: number,
	tense: Tense,
	ofNoun: boolean,
): Reached {
	const behind = (weekdayOf(day) - weekday + 7) % 7;
	const last = day - behind;
	const next = behind === 0 ? day : last + 7;
	if (back < 0) {
		const on = (behind === 0 ? day + 7 : next) - 7 * back;
		return reached(on, on, "day", "so many weeks after the first one behind the report's day");
	}
	if (back > 0 && which === "past") {
		const on = (behind === 0 ? day - 7 : last) - 7 * (back - 1);
		return reached(on, on, "day", "so many of them back from the report's day");
	}
	if (back > 0) {
		const on = last - 7 * back;
		return reached(on, on, "day", "so many weeks before the most recent one up to the report's day");
	}
	if (week !== null) {
		// Sunday may begin the week or end it.
		const fromSunday = day - weekdayOf(day) + weekday + 7 * week;
		const fromMonday = day - ((weekdayOf(day) + 6) % 7) + ((weekday + 6) % 7) + 7 * week;
		return fromSunday === fromMonday
			? reached(fromSunday, fromSunday, "day", "of the week named, counted from the report's day")
			: reached(
					Math.min(fromSunday, fromMonday),
					Math.max(fromSunday, fromMonday),
					"range",
					"of the week named, whether it begins on Sunday or on Monday",
				);
	}
	if (which === "past") {
		const on = behind === 0 ? day - 7 : last;
		return reached(on, on, "day", "the most recent one before the report's day");
	}
	if (which === "coming") {
		const on = behind === 0 ? day + 7 : next;
		return reached(on, on, "day", "the first one after the report's day");
	}
	if (which === "last") {
		const strict = behind === 0 ? day - 7 : last;
		return reached(strict - 7, strict, "range", "“last” may mean the most recent one or the one of the week before");
	}
	if (which === "next") {
		const strict = behind === 0 ? day + 7 : next;
		return reached(strict, strict + 7, "range", "“next” may mean the coming one or the one of the week after");
	}
	// "The tweet mocked Monday's debate", written on Sunday: the debate may be still to come.
	if (tense === "past" && ofNoun && next !== last && next - day <= SOON)
		return reached(
			last,
			next,
			"range",
			"the most recent one or the one soon to come: the verb is not that of its noun",
		);
	// "this Thursday" on a Wednesday is tomorrow: last week's would be "last Thursday".
	const ahead = ((weekday + 6) % 7) - ((weekdayOf(day) + 6) % 7);
	if (which === "this" && tense === "open" && ahead > 0)
		return reached(next, next, "day", "the one still to come in the report's own week");
	if (tense === "past")
		return reached(last, last, "day", "the most recent one up to the report's day, as the verb is in the past");
	if (tense === "future")
		return reached(next, next, "day", "the first one from the report's day, as the verb looks ahead");
	if (last === next) return reached(day, day, "day", "the report's own day has this weekday");
	return reached(last, next, "range", "the most recent one or the coming one: no verb tells which");
}

/** The week of a day or one beside it: from the Sunday or the Monday that may begin it to the later of its ends. */
function weekOf(day: number, step: Step): readonly [number, number] {
	const sunday = day - weekdayOf(day);
	const monday = day - ((weekdayOf(day) + 6) % 7);
	return [Math.min(sunday, monday) + 7 * step, Math.max(sunday, monday) + 6 + 7 * step];
}

export function boundUnit(unit: "week" | "month" | "year" | "weekend", step: Step, day: number, tense: Tense): Reached {
	const { year, month: at } = dayOf(day);
	if (unit === "year") {
		return reached(
			dayNumber({ year: year + step, month: 1, day: 1 }),
			dayNumber({ year: year + step, month: 12, day: 31 }),
			"year",
			"the calendar year, counted from the report's day",
		);
	}
	if (unit === "month") {
		const [earliest, latest] = monthBounds(year, at + step);
		return reached(earliest, latest, "month", "the calendar month, counted from the report's day");
	}
	if (unit === "week") {
		const [earliest, latest] = weekOf(day, step);
		return reached(earliest, latest, "week", "a week from Sunday or from Monday, counted from the report's day");
	}
	const saturday = day - ((weekdayOf(day) + 1) % 7);
	const inside = weekdayOf(day) === 6 || weekdayOf(day) === 0;
	if (step < 0) return reached(inside ? saturday - 7 : saturday, saturday + 1, "range", "the most recent weekend");
	const coming = saturday + 7;
	if (step > 0) return reached(coming, coming + 1, "range", "the weekend next from the report's day");
	if (inside) return reached(saturday, saturday + 1, "range", "the report's own weekend");
	if (tense === "past")
		return reached(saturday, saturday + 1, "range", "the most recent weekend, as the verb is in the past");
	if (tense === "future") return reached(coming, coming + 1, "range", "the coming weekend, as the verb looks ahead");
	return reached(saturday, coming + 1, "range", "the weekend just past or the coming one");
}
