import { has, normAt, type Reading, Shape } from "../shapes.ts";
import { weekdayAt } from "./calendar-names.ts";
import { expression, type Found, type Which } from "./time-expression.ts";
import { readDayFirst, readMonthFirst, stepBehind } from "./written-dates.ts";

/** Feasts and by-names whose weekday is no weekday of the report: "Good Friday", "Bloody Sunday". */
const NAMED =
	/^(?:good|black|bloody|super|easter|palm|ash|maundy|holy|whit|cyber|giving|shrove|fat|ruby|boxing|plough|pancake|red|blue|silent|golden|spy|freaky|casual|man|girl)$/;
/** Behind a weekday these make an institution of it. */
const INSTITUTION = /^(?:prayers|sermon|sermons|school|schools|roast|best|driver|drivers|service|services|league)$/;
const PAPER =
	/^(?:times|post|mail|telegraph|mirror|people|express|herald|courier|independent|tribune|star|sport|mercury|world|night|review|addams|tribune|magazine|morning)$/;
const TIME_BEFORE =
	/^(?:on|since|until|till|by|before|after|from|last|next|this|early|late|past|coming|and|or|to|through|of|,|between)$/;

/** A weekday, with "last", "next" or "this" before and "last week" behind, or with the date that follows it. */
export function readWeekday(reading: Reading, at: number, limit: number): Found | null {
	const { which, from } = whichAt(reading, at);
	if (from >= limit) return null;
	const named = weekdayAt(reading, from);
	if (!named) return null;
	let next = named.end;
	if (normAt(reading, next) === ",") next++;
	if (normAt(reading, next) === "the") next++;
	if (next < limit) {
		const dated =
			readMonthFirst(reading, next, limit, named.weekday, at) ?? readDayFirst(reading, next, limit, named.weekday, at);
		if (dated) return dated;
	}
	if (isNoDay(reading, from, named.end, limit)) return expression(at, named.end, { kind: "nothing" });
	// "Sun", "Sat", "Mon" and "Wed" alone are words; "Tues." is none.
	if (named.short && !/^(?:tues|thurs)$/.test(normAt(reading, from))) return null;
	const week = which === "bare" ? stepBehind(reading, named.end, limit, "week") : null;
	// "Wednesday morning last week"
	const part = which === "bare" && PARTS.test(normAt(reading, named.end));
	const later = part ? stepBehind(reading, named.end + 1, limit, "week") : null;
	if (later) {
		const of = { kind: "weekday", weekday: named.weekday, which, week: later.step, back: 0 } as const;
		return { ...expression(at, later.end, of), part: true };
	}
	if (which === "bare" && isWeekOn(reading, named.end, limit)) {
		return expression(at, named.end + 1, { kind: "weekday", weekday: named.weekday, which, week: null, back: -1 });
	}
	return expression(at, week?.end ?? named.end, {
		kind: "weekday",
		weekday: named.weekday,
		which,
		week: week?.step ?? null,
		back: 0,
	});
}

const PARTS = /^(?:morning|afternoon|evening|night)$/;

/** "on Tuesday week", the one a week after the next; not "a Tuesday week of rain". */
function isWeekOn(reading: Reading, at: number, limit: number): boolean {
	if (normAt(reading, at) !== "week" || at >= limit) return false;
	const next = at + 1 < limit ? normAt(reading, at + 1) : ".";
	return /^(?:[.,;:)!?\u2013\u2014"\u201d]|and|but|at|in|when|to|for|with|after|before)$/.test(next);
}

/** "last", "next", "this", "this past" and "this coming" at a token, and the token behind them. */
export function whichAt(reading: Reading, at: number): { readonly which: Which; readonly from: number } {
	const norm = normAt(reading, at);
	const next = normAt(reading, at + 1);
	if (norm === "this" && next === "past") return { which: "past", from: at + 2 };
	if ((norm === "this" || norm === "the") && next === "coming") return { which: "coming", from: at + 2 };
	if (norm === "last" || norm === "next" || norm === "this") return { which: norm, from: at + 1 };
	if (norm === "past" || norm === "coming") return { which: norm, from: at + 1 };
	return { which: "bare", from: at };
}

function isNoDay(reading: Reading, at: number, end: number, limit: number): boolean {
	const before = normAt(reading, at - 1);
	if (/^(?:every|each)$/.test(before)) return true;
	if (NAMED.test(before) && (has(reading, at - 1, Shape.capital) || before === "man")) return true;
	const next = end < limit ? normAt(reading, end) : "";
	if (INSTITUTION.test(next)) return true;
	// "the Sunday Courier": a name, unless a title or a line in capitals makes everything one.
	const capital = has(reading, end, Shape.capital) && !has(reading, at, Shape.titled) && next !== "";
	return capital && (PAPER.test(next) || !TIME_BEFORE.test(before)) && (PAPER.test(next) || before === "the");
}
