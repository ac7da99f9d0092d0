import { TokenKind } from "../../model/annotated.ts";
import { has, normAt, type Reading, Shape } from "../shapes.ts";
import type { ReadInner } from "./pieces.ts";
import type { Tense } from "./tense.ts";
import { type Expression, expression, type Found, type Side } from "./time-expression.ts";

const SIDES: ReadonlyMap<string, Side> = new Map([
	["by", "by"],
	["until", "by"],
	["till", "by"],
	["since", "since"],
	["before", "before"],
	["after", "after"],
	["from", "since"],
]);
const LONG_SIDES: readonly (readonly [words: readonly string[], side: Side])[] = [
	[["no", "later", "than"], "by"],
	[["not", "later", "than"], "by"],
	[["as", "late", "as"], "by"],
	[["as", "early", "as"], "since"],
	[["no", "earlier", "than"], "since"],
	[["not", "before"], "since"],
];

/** What may follow a date that "before" or "after" takes: with a noun there, the noun is meant ("after Tuesday talks"). */
const FOLLOWS =
	/^(?:[.,;:)!?\u2013\u2014"\u201d\u2019']|and|but|or|when|at|in|on|to|of|for|the|a|an|he|she|it|they|we|his|her|its|is|are|was|were|will|would|may|must|can|could|had|has|have|as|with|that|which|who)$/;

/** "by Friday", "since 2024", "until June", "before 20 May", "from Monday": a date that bounds one side only. */
export function readSide(
	reading: Reading,
	at: number,
	limit: number,
	inner: ReadInner,
	tense: (first: number, end: number) => Tense,
): Found | null {
	const norm = normAt(reading, at);
	let side = SIDES.get(norm);
	let from = at + 1;
	if (side === undefined) {
		const long = LONG_SIDES.find(([words]) => words.every((word, i) => normAt(reading, at + i) === word));
		if (!long || at + long[0].length >= limit) return null;
		side = long[1];
		from = at + long[0].length;
	}
	if (from >= limit) return null;
	const found = inner(from);
	const clock = found?.what.kind === "time" && found.time !== null && side !== "after" && norm !== "from";
	if (!found || !(clock || canBound(found.what))) return null;
	if (normAt(reading, found.end) === "'s") return null;
	if (side === "before" || side === "after" || norm === "from") {
		const next = found.end < limit ? normAt(reading, found.end) : ".";
		if (!FOLLOWS.test(next) && !/ed$/.test(next)) return null;
	}
	if (norm === "from" && !(isOneDay(found.what) && tense(at, found.end) === "future")) return null;
	// "by Tuesday Vane had left" is a time, "by April Quill" a person.
	if (norm === "by" && found.what.kind === "month" && has(reading, found.end, Shape.capital)) return null;
	return { ...expression(at, found.end, { kind: "side", side, of: found.what }), time: found.time, part: found.part };
}

function isOneDay(what: Expression): boolean {
	return (what.kind === "day" && what.until === null) || what.kind === "weekday" || what.kind === "offset";
}

function canBound(what: Expression): boolean {
	switch (what.kind) {
		case "day":
		case "numeric":
		case "ordinal":
		case "month":
		case "year":
		case "quarter":
		case "season":
		case "weekday":
		case "offset":
		case "nth-day":
		case "easter":
		case "unit":
		case "piece":
			return true;
		default:
			return false;
	}
}

/** Verbs that move a thing from one date to another: no stretch between them. */
const MOVES = /^(?:moved|postponed|delayed|rescheduled|shifted|pushed|brought|changed|switched|move|postpone|delay)$/;

/** "from Monday to Wednesday", "between 3 and 5 May", "28 April – 5 May 2030", "March to May 2030". */
export function readRange(
	reading: Reading,
	at: number,
	limit: number,
	inner: ReadInner,
	left: Found | null,
	tense: (first: number, end: number) => Tense,
): Found | null {
	const norm = normAt(reading, at);
	const opener = norm === "from" || norm === "between" ? norm : null;
	const from = left ?? (opener !== null && at + 1 < limit ? inner(at + 1) : null);
	if (!from || from.time) return null;
	if (opener === "between" && /^(?:day|year)$/.test(from.what.kind) && isRangeItself(from.what))
		return { ...from, first: at, lead: 0 };
	if (!canBound(from.what) || isRangeItself(from.what)) return null;
	let join = from.end;
	if (normAt(reading, join) === "," && from.what.kind === "day" && from.what.year !== null) join++;
	const link = normAt(reading, join);
	const dash = /^[-\u2013\u2014]$/.test(link);
	const links = opener === "between" ? link === "and" : dash || /^(?:to|through|until|till)$/.test(link);
	if (!links || join + 1 >= limit) return null;
	const to = inner(join + 1);
	if (!to || to.time || !canBound(to.what) || isRangeItself(to.what)) return null;
	if (from.what.kind === "piece" || to.what.kind === "piece") return null;
	const first = left && opener === null ? left.first : at;
	if (opener === null) {
		// Without "from", "to" joins dates to a stretch only where nothing is moved or counted from one to the other.
		if (link === "to" && !(sameKind(from.what, to.what) && from.what.kind !== "year")) return null;
		if (from.what.kind === "year" || to.what.kind === "year") return null;
		const weekdays = from.what.kind === "weekday" && to.what.kind === "weekday";
		if (weekdays && tense(first, to.end) === "open") return expression(first, to.end, { kind: "nothing" });
	}
	for (let i = first - 1; i >= first - 4; i--) if (MOVES.test(normAt(reading, i))) return null;
	const marked = opener !== null;
	const lead = left && opener === null ? left.lead : 0;
	return { ...expression(first, to.end, { kind: "range", from: from.what, to: to.what, marked }), lead };
}

function sameKind(a: Expression, b: Expression): boolean {
	return a.kind === b.kind;
}

function isRangeItself(what: Expression): boolean {
	return (what.kind === "day" && what.until !== null) || (what.kind === "year" && what.until !== what.year);
}

/** "3 and 5 May 2030" behind "between": a day in figures whose month stands behind the second. */
export function readSharedMonth(reading: Reading, at: number, limit: number, inner: ReadInner): Found | null {
	const norm = normAt(reading, at);
	if ((norm !== "between" && norm !== "from") || reading.kinds[at + 1] !== TokenKind.number) return null;
	const days = at + 1 < limit ? inner(at + 1) : null;
	if (days?.what.kind !== "day" || days.what.until === null) return null;
	return { ...days, first: at, lead: 0 };
}
