import { TokenKind } from "../../model/annotated.ts";
import { has, normAt, type Reading, Shape } from "../shapes.ts";
import { countAt, unitAt, weekdayAt } from "./calendar-names.ts";
import { isPastVerb, type Tense } from "./tense.ts";
import { type About, type Expression, expression, type Found, type Unit } from "./time-expression.ts";

/** Words anchored to the time of writing: [words, days before or after, spread]. */
const OFFSETS: readonly (readonly [string, number, number])[] = [
	["the day before yesterday", -2, 0],
	["the day after tomorrow", 2, 0],
	["today", 0, 0],
	["tonight", 0, 0],
	["yesterday", -1, 0],
	["tomorrow", 1, 0],
	["overnight", -1, 1],
	["last night", -1, 1],
	["this morning", 0, 0],
	["this afternoon", 0, 0],
	["this evening", 0, 0],
	["earlier today", 0, 0],
	["later today", 0, 0],
];

/** Words that hang on another date of the text: [words, days from it]. */
const AFTERS: readonly (readonly [string, number])[] = [
	["the previous evening", -1],
	["the previous night", -1],
	["the previous morning", -1],
	["the previous afternoon", -1],
	["the previous day", -1],
	["the night before", -1],
	["the evening before", -1],
	["the day before", -1],
	["the day after", 1],
	["the next day", 1],
	["the next morning", 1],
	["the following day", 1],
	["the following morning", 1],
	["the following evening", 1],
	["the same day", 0],
	["the same evening", 0],
	["the same night", 0],
	["the same morning", 0],
	["later that day", 0],
	["later that night", 0],
	["earlier that day", 0],
	["later the same day", 0],
	["that day", 0],
	["that same day", 0],
	["that same evening", 0],
	["that same night", 0],
	["that same morning", 0],
	["that same afternoon", 0],
	["the same afternoon", 0],
	["that evening", 0],
	["that night", 0],
	["that morning", 0],
	["that afternoon", 0],
];

const PARTS = /(?:morning|afternoon|evening|night|tonight)\b/;

interface Phrase {
	readonly words: readonly string[];
	readonly what: Expression;
	readonly part: boolean;
}

const PHRASES = phrases();

function phrases(): ReadonlyMap<string, readonly Phrase[]> {
	const all = new Map<string, Phrase[]>();
	const put = (text: string, what: Expression): void => {
		const words = text.split(" ");
		const [first = ""] = words;
		const list = all.get(first) ?? [];
		list.push({ words, what, part: PARTS.test(text) });
		all.set(first, list);
	};
	for (const [text, days, spread] of OFFSETS) put(text, { kind: "offset", days, spread });
	for (const [text, count] of AFTERS) put(text, { kind: "later", count, unit: "day" });
	for (const unit of ["week", "month", "year", "weekend"] as const) {
		put(`last ${unit}`, { kind: "unit", unit, step: -1 });
		put(`this ${unit}`, { kind: "unit", unit, step: 0 });
		put(`next ${unit}`, { kind: "unit", unit, step: 1 });
	}
	for (const unit of ["week", "month", "year"] as const) {
		for (const text of [`that ${unit}`, `that same ${unit}`, `the same ${unit}`, `later that ${unit}`])
			put(text, { kind: "neighbour", unit, step: 0 });
		put(`earlier that ${unit}`, { kind: "neighbour", unit, step: 0 });
		put(`later the same ${unit}`, { kind: "neighbour", unit, step: 0 });
	}
	put("this past weekend", { kind: "unit", unit: "weekend", step: -1 });
	put("this coming weekend", { kind: "unit", unit: "weekend", step: 1 });
	for (const unit of ["week", "month", "year"] as const) {
		put(`the previous ${unit}`, { kind: "neighbour", unit, step: -1 });
		put(`the ${unit} before`, { kind: "neighbour", unit, step: -1 });
		put(`the following ${unit}`, { kind: "neighbour", unit, step: 1 });
	}
	for (const list of all.values()) list.sort((a, b) => b.words.length - a.words.length);
	return all;
}

/** Behind "the day before" and its like these begin no noun that would take the words over. */
const NO_NOUN =
	/^[,.;:)\u2013\u2014"\u201d]$|^(?:in|at|on|and|but|by|when|that|with|from|for|was|were|had|it|he|she|they|as|to)$/;

export function readPhrase(reading: Reading, at: number, limit: number): Found | null {
	for (const { words, what, part } of PHRASES.get(normAt(reading, at)) ?? []) {
		if (at + words.length > limit) continue;
		if (!words.every((word, offset) => normAt(reading, at + offset) === word)) continue;
		const next = at + words.length < limit ? normAt(reading, at + words.length) : ".";
		const hangs = what.kind === "later" || what.kind === "neighbour";
		if (hangs && /^(?:before|after)$/.test(words.at(-1) ?? "") && !NO_NOUN.test(next)) continue;
		if (isName(reading, at, words)) return expression(at, at + words.length, { kind: "nothing" });
		return { ...expression(at, at + words.length, what), part };
	}
	return null;
}

/** "Corra Today", "Tomorrow Ltd", and "an overnight train", which may run any night. */
function isName(reading: Reading, at: number, words: readonly string[]): boolean {
	const [first = ""] = words;
	if (words.length > 1 || has(reading, at, Shape.titled)) return false;
	if (first === "overnight") return /^(?:a|an|the|its|their|his|her)$/.test(normAt(reading, at - 1));
	// "a brighter tomorrow" is no day.
	if (/^(?:better|brighter|new)$/.test(normAt(reading, at - 1))) return true;
	if (!has(reading, at, Shape.capital)) return false;
	const inside = !has(reading, at, Shape.opening);
	const next = has(reading, at + 1, Shape.capital) && reading.kinds[at + 1] === TokenKind.word;
	return inside || (next && /^(?:ltd|inc|show|group|media|magazine)$/.test(normAt(reading, at + 1)));
}

/** "the weekend": the one just past, unless the verb looks ahead. */
export function readWeekend(reading: Reading, at: number, tense: () => Tense): Found | null {
	if (normAt(reading, at) !== "the" || normAt(reading, at + 1) !== "weekend") return null;
	const before = normAt(reading, at - 1);
	if (!/^(?:over|at|on|during|throughout|by)$/.test(before)) return null;
	return expression(at, at + 2, { kind: "unit", unit: "weekend", step: tense() === "future" ? 1 : -1 });
}

interface Counted {
	readonly first: number;
	readonly count: number | null;
	readonly about: About;
	readonly unit: Unit;
	readonly end: number;
}

/** "two days", "more than two years", "several weeks", "days": how many of which unit. */
function readCount(reading: Reading, at: number, limit: number): Counted | null {
	let from = at;
	let about: About = "exact";
	const norm = normAt(reading, at);
	const next = normAt(reading, at + 1);
	if ((norm === "more" || norm === "less") && next === "than") {
		about = norm;
		from = at + 2;
	} else if (norm === "over" || (norm === "at" && next === "least")) {
		about = "more";
		from = norm === "over" ? at + 1 : at + 2;
	} else if (/^(?:about|around|some|roughly|approximately|nearly|almost)$/.test(norm)) {
		about = "about";
		from = at + 1;
	}
	const bare = unitAt(reading, from);
	if (bare !== null && /s$/.test(normAt(reading, from)) && about === "exact") {
		return { first: at, count: null, about, unit: bare, end: from + 1 };
	}
	let end = from + 1;
	let count = countAt(reading, from);
	const vague = normAt(reading, from);
	if (vague === "several" || vague === "few" || vague === "many") count = null;
	else if (vague === "a" && /^(?:few|couple)$/.test(normAt(reading, end))) {
		count = null;
		end = normAt(reading, end + 1) === "of" ? end + 2 : end + 1;
	} else if (count === null) return null;
	const unit = end < limit ? unitAt(reading, end) : null;
	if (unit === null && count !== null && /^fortnights?$/.test(normAt(reading, end)) && end < limit) {
		return { first: at, count: 2 * count, about, unit: "week", end: end + 1 };
	}
	return unit === null ? null : { first: at, count, about, unit, end: end + 1 };
}

/** What begins with a count: "two days ago", "three days later", "two days after the collapse", "a week ago Tuesday". */
export function readCounted(reading: Reading, at: number, limit: number): Found | null {
	const counted = readCount(reading, at, limit);
	if (!counted) return readWeekdaysAgo(reading, at, limit);
	const { count, unit, about, end } = counted;
	if (end >= limit) return null;
	const next = normAt(reading, end);
	if (next === "ago" && unit === "year" && count !== null && about === "exact") {
		const same = sameAt(reading, end + 1, limit);
		if (same) return expression(at, same.end, { kind: "anniversary", years: count, of: same.of });
	}
	const weekday = next === "from" && about === "exact" && end + 1 < limit ? weekdayAt(reading, end + 1) : null;
	if (weekday && count !== null && !weekday.short && (unit === "week" || (unit === "day" && count % 7 === 0))) {
		const back = -(unit === "week" ? count : count / 7);
		const what: Expression = { kind: "weekday", weekday: weekday.weekday, which: "bare", week: null, back };
		return expression(at, weekday.end, what);
	}
	if (next === "ago") {
		const day = unit === "week" && count !== null ? weekdayAt(reading, end + 1) : null;
		if (day && count !== null && end + 1 < limit) {
			const { weekday } = day;
			return expression(at, day.end, { kind: "weekday", weekday, which: "bare", week: null, back: count });
		}
		return expression(at, end + 1, { kind: "ago", count, unit, about });
	}
	if (count === null || about !== "exact" || unit === "hour") return null;
	if (next === "earlier" || next === "later") {
		const sign = next === "earlier" ? -1 : 1;
		return expression(at, end + 1, { kind: "later", count: sign * count, unit });
	}
	if (next === "from" && normAt(reading, end + 1) === "now")
		return expression(at, end + 2, { kind: "ahead", count, unit, within: false });
	return null;
}

/** "today", "this week", "this month" behind "ten years ago". */
function sameAt(reading: Reading, at: number, limit: number): { readonly of: Expression; readonly end: number } | null {
	if (at >= limit) return null;
	if (normAt(reading, at) === "today") return { of: { kind: "offset", days: 0, spread: 0 }, end: at + 1 };
	const unit = normAt(reading, at + 1);
	if (normAt(reading, at) !== "this" || !/^(?:week|month|weekend)$/.test(unit) || at + 1 >= limit) return null;
	return { of: { kind: "unit", unit: unit as "week" | "month" | "weekend", step: 0 }, end: at + 2 };
}

/** "two Tuesdays ago": not the one a week before the last. */
function readWeekdaysAgo(reading: Reading, at: number, limit: number): Found | null {
	const count = countAt(reading, at);
	if (count === null || count > 8 || at + 2 >= limit || normAt(reading, at + 2) !== "ago") return null;
	const name = WEEKDAY_PLURALS.get(normAt(reading, at + 1));
	if (name === undefined) return null;
	return expression(at, at + 3, { kind: "weekday", weekday: name, which: "past", week: null, back: count });
}

const WEEKDAY_PLURALS: ReadonlyMap<string, number> = new Map(
	"sundays mondays tuesdays wednesdays thursdays fridays saturdays"
		.split(" ")
		.map((word, weekday) => [word, weekday] as const),
);

/** How many days, weeks or the like before or after something; null for anything else. */
export function readDistance(
	reading: Reading,
	at: number,
	limit: number,
): { readonly count: number; readonly unit: Unit; readonly end: number } | null {
	const the = normAt(reading, at) === "the" && /^(?:day|week|month|year)$/.test(normAt(reading, at + 1));
	const counted = the ? null : readCount(reading, at, limit);
	const unit = the ? unitAt(reading, at + 1) : (counted?.unit ?? null);
	const count = the ? 1 : (counted?.count ?? null);
	const end = the ? at + 2 : (counted?.end ?? at);
	if (unit === null || unit === "hour" || count === null || (counted && counted.about !== "exact")) return null;
	const side = normAt(reading, end);
	if (side === "of" && the && unit === "day") return { count: 0, unit, end: end + 1 };
	if (side === "before") return { count: -count, unit, end: end + 1 };
	return side === "after" ? { count, unit, end: end + 1 } : null;
}

/** Ends the noun phrase behind "two days after the": what is no noun or adjective. */
const ENDS_NOUN =
	/^(?:of|in|on|at|to|by|for|from|with|and|or|but|that|which|who|when|where|as|was|were|is|are|had|has|have|did|said|the|a|an|he|she|it|they|his|her|its|their|while|after|before|during|near|into|over|came|went|took|killed|left|began|will|would)$/;
/** Nouns at most in a phrase; longer ones are seldom taken up by name. */
const LONGEST_NOUN = 3;

/** "two days after the collapse", "the day of the vote". */
export function readEvent(reading: Reading, at: number, limit: number): Found | null {
	const distance = readDistance(reading, at, limit);
	if (!distance) return null;
	const { end } = distance;
	const told = readDeed(reading, end, limit);
	if (told !== null)
		return expression(at, told + 1, { kind: "event", count: distance.count, unit: distance.unit, head: told });
	if (!/^(?:the|a|an|his|her|its|their|this|that)$/.test(normAt(reading, end))) return null;
	let last = end + 1;
	while (
		last < limit &&
		last <= end + LONGEST_NOUN &&
		reading.kinds[last] === TokenKind.word &&
		!ENDS_NOUN.test(normAt(reading, last)) &&
		normAt(reading, last) !== "'s"
	)
		last++;
	if (last === end + 1 || normAt(reading, last) === "'s") return null;
	return expression(at, last, { kind: "event", count: distance.count, unit: distance.unit, head: last - 1 });
}

/** The verb of "he died" and "Orla Vane left" behind "two days before", where its day stands right behind; null for none. */
function readDeed(reading: Reading, at: number, limit: number): number | null {
	let verb = at;
	if (/^(?:he|she|it|they)$/.test(normAt(reading, at))) verb = at + 1;
	else while (verb < at + 3 && has(reading, verb, Shape.capital) && reading.kinds[verb] === TokenKind.word) verb++;
	if (verb === at || verb + 2 >= limit || !isPastVerb(normAt(reading, verb))) return null;
	return normAt(reading, verb + 1) === "on" || has(reading, verb + 1, Shape.capital) ? verb : null;
}

/** "the past three days", "the last week", "the next 24 hours". */
export function readWindow(reading: Reading, at: number, limit: number): Found | null {
	const the = normAt(reading, at) === "the" ? at + 1 : at;
	const which = normAt(reading, the);
	if (!/^(?:past|last|next|coming)$/.test(which) || the + 1 >= limit) return null;
	const step = which === "past" || which === "last" ? -1 : 1;
	const alone = unitAt(reading, the + 1);
	if (alone !== null && !/s$/.test(normAt(reading, the + 1))) {
		// "last week" is the week before; "the past week" and "in the last week" are seven days.
		const before = normAt(reading, at - 1);
		const rolling = the > at && (which === "past" || (which === "last" && /^(?:in|over|during|within)$/.test(before)));
		if (!rolling || alone === "hour" || alone === "day" || normAt(reading, the + 2) === "of") return null;
		return expression(at, the + 2, { kind: "window", count: 1, unit: alone, step });
	}
	const few = /^(?:few|several|couple)$/.test(normAt(reading, the + 1));
	const from = few && normAt(reading, the + 2) === "of" ? the + 3 : the + 2;
	const count = few ? null : countAt(reading, the + 1);
	const unit = from < limit ? unitAt(reading, from) : null;
	if (unit === null || (!few && count === null) || normAt(reading, from + 1) === "of") return null;
	if (the === at && !/^(?:in|over|during|within|for)$/.test(normAt(reading, at - 1))) return null;
	return expression(at, from + 1, { kind: "window", count, unit, step });
}

/** "in three days", when the verb looks ahead: "built in three days" is how long it took. */
export function readAhead(reading: Reading, at: number, limit: number, tense: () => Tense): Found | null {
	const within = normAt(reading, at) === "within";
	if (!within && normAt(reading, at) !== "in") return null;
	const counted = readCount(reading, at + 1, limit);
	if (!counted || counted.count === null || counted.about !== "exact") return null;
	const { count, unit, end } = counted;
	const next = end < limit ? normAt(reading, end) : ".";
	if (!/^[.,;)"\u201d]$|^(?:at|and|when|to|with)$/.test(next) || tense() !== "future") return null;
	return expression(at, end, { kind: "ahead", count, unit, within });
}

/** "the following Tuesday", "the previous Friday". */
export function readNearWeekday(reading: Reading, at: number, limit: number): Found | null {
	const which = normAt(reading, at + 1);
	if (normAt(reading, at) !== "the" || !/^(?:following|previous)$/.test(which) || at + 2 >= limit) return null;
	const day = weekdayAt(reading, at + 2);
	if (!day || day.short) return null;
	return expression(at, day.end, {
		kind: "near-weekday",
		weekday: day.weekday,
		step: which === "following" ? 1 : -1,
	});
}
