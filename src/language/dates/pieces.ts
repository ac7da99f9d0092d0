import { normAt, type Reading } from "../shapes.ts";
import { ordinalNamed } from "./calendar-names.ts";
import { type Expression, expression, type Found, type Piece } from "./time-expression.ts";

/** Reads what stands at a token, as shown to be a time by the words before it. */
export type ReadInner = (at: number) => Found | null;

const PIECES: ReadonlyMap<string, Piece> = new Map([
	["early", "early"],
	["mid", "mid"],
	["late", "late"],
	["earlier", "so-far"],
	["later", "to-come"],
]);
const ENDS: ReadonlyMap<string, Piece> = new Map([
	["start", "early"],
	["beginning", "early"],
	["middle", "mid"],
	["end", "late"],
]);

/**
 * "late May", "mid-2030", "the end of April", "the first half of 2030", "earlier this month", "the early
 * hours of Monday", "before dawn on Monday", "the week of May 5", with what they are a part of.
 */
export function readPiece(reading: Reading, at: number, limit: number, inner: ReadInner): Found | null {
	const norm = normAt(reading, at);
	const hyphen = /^mid[-\u2010\u2011](\d{4})(s?)$/.exec(norm);
	if (hyphen) {
		const year = Number(hyphen[1]);
		if (year < 1000 || year > 2199) return null;
		const of: Expression = { kind: "year", year, until: hyphen[2] ? year + 9 : year, says: null };
		return expression(at, at + 1, { kind: "piece", piece: "mid", of });
	}
	if (norm === "dawn" || norm === "daybreak" || norm === "dusk" || norm === "sunrise" || norm === "sunset") {
		return partOf(at, skipOn(reading, at + 1), inner);
	}
	if (norm === "before" && /^(?:dawn|daybreak|sunrise)$/.test(normAt(reading, at + 1))) {
		return partOf(at, skipOn(reading, at + 2), inner);
	}
	const piece = PIECES.get(norm);
	if (piece !== undefined) {
		const on = piece === "early" || piece === "late" ? skipOn(reading, at + 1) : at + 1;
		return takePiece(at, piece, on < limit ? inner(on) : null, on > at + 1);
	}
	if (norm !== "the") return null;
	return readNamedPiece(reading, at, limit, inner);
}

function readNamedPiece(reading: Reading, at: number, limit: number, inner: ReadInner): Found | null {
	const next = normAt(reading, at + 1);
	const behind = normAt(reading, at + 2);
	if (next === "early" || next === "small" || next === "late") {
		return behind === "hours" && normAt(reading, at + 3) === "of" ? partOf(at, at + 4, inner) : null;
	}
	if (/^(?:morning|afternoon|evening|night)$/.test(next) && behind === "of") return partOf(at, at + 3, inner);
	if (next === "week" && (behind === "of" || behind === "beginning")) {
		const day = inner(at + 3);
		const single = day?.what.kind === "day" || day?.what.kind === "numeric" || day?.what.kind === "weekday";
		return day && single ? expression(at, day.end, { kind: "week-of", of: day.what }) : null;
	}
	const half = behind === "half" && normAt(reading, at + 3) === "of" ? ordinalNamed(next) : 0;
	if (half === 1 || half === 2) {
		const of = innerPeriod(reading, at + 4, limit, inner);
		return of && takePiece(at, half === 1 ? "first-half" : "second-half", of, false);
	}
	const piece = ENDS.get(next);
	if (piece === undefined || behind !== "of") return null;
	return takePiece(at, piece, innerPeriod(reading, at + 3, limit, inner), false);
}

/** "the year" and "the month" are the report's own. */
export function innerPeriod(reading: Reading, at: number, limit: number, inner: ReadInner): Found | null {
	if (at >= limit) return null;
	const unit = normAt(reading, at + 1);
	const next = normAt(reading, at + 2);
	if (normAt(reading, at) === "the" && /^(?:year|month|week)$/.test(unit) && !/^(?:of|before|after)$/.test(next)) {
		const { year } = { year: /^\d{4}$/.test(next) };
		if (!year) return expression(at, at + 2, { kind: "unit", unit: unit as "year" | "month" | "week", step: 0 });
	}
	return inner(at);
}

function skipOn(reading: Reading, at: number): number {
	return /^(?:on|in)$/.test(normAt(reading, at)) && normAt(reading, at) === "on" ? at + 1 : at;
}

/** "the early hours of Monday": the day holds, the hour does not. */
function partOf(at: number, from: number, inner: ReadInner): Found | null {
	const day = inner(from);
	if (!day || !(isDayLike(day.what) || day.what.kind === "ordinal") || day.time) return null;
	return { ...day, first: at, lead: 0, part: true };
}

function isDayLike(what: Expression): boolean {
	return (what.kind === "day" && what.until === null) || what.kind === "weekday" || what.kind === "offset";
}

function takePiece(at: number, piece: Piece, of: Found | null, on: boolean): Found | null {
	if (!of || of.time) return null;
	const { what } = of;
	if (isDayLike(what)) {
		// "early Monday" is a part of the day; "mid Monday" and "the end of Monday" are not written.
		return piece === "early" || piece === "late" ? { ...of, first: at, lead: 0, part: true } : null;
	}
	if (on) return null;
	const period =
		(what.kind === "month" && what.which === "bare") ||
		what.kind === "year" ||
		what.kind === "quarter" ||
		(what.kind === "unit" && what.unit !== "weekend");
	if (!period) return null;
	const relative = piece === "so-far" || piece === "to-come";
	if (relative && !(what.kind === "unit" && what.step === 0)) return null;
	return expression(at, of.end, { kind: "piece", piece, of: what });
}
