import { TokenKind } from "../../model/annotated.ts";
import { has, normAt, type Reading, Shape } from "../shapes.ts";
import { CALENDAR_WORDS } from "./data/name-words.ts";
import { givenName } from "./gazetteer.ts";

/** Which capitals can belong to names: "Vane", "J."; not "Said" of title case, "May 3" or "(R-Ohio)". */

/** Months that are also given names or surnames. */
const MONTH_NAMES = new Set(["april", "may", "june", "august"]);

/** Verbs that title case writes large: no name goes on past them. */
const VERBS = new Set(
	"says said tells told is are was were be been being has had have does did do could would should won't isn't aren't wasn't can't don't doesn't didn't".split(
		" ",
	),
);

/** "(R-Ohio)" behind a legislator's name. */
const PARTY_AND_STATE = /^[rdi]-\p{L}{1,5}$/u;

/** Whether a token can be part of a name by its writing. */
export function canName(reading: Reading, token: number): boolean {
	if (reading.kinds[token] !== TokenKind.word || !has(reading, token, Shape.capital)) return false;
	if (has(reading, token, Shape.date)) return false;
	const norm = normAt(reading, token);
	if (norm === "'s" || norm.startsWith("i'")) return false;
	// "I." ends a sentence more often than it is an initial.
	if (norm === "i")
		return (
			isInitial(reading, token) && has(reading, token + 2, Shape.capital) && !has(reading, token + 2, Shape.opening)
		);
	if (VERBS.has(norm) && !has(reading, token, Shape.acronym)) return false;
	if (PARTY_AND_STATE.test(norm)) return false;
	if (!CALENDAR_WORDS.has(norm)) return !CALENDAR_WORDS.has(/^\p{L}+(?=[-\u2010\u2011\u2013])/u.exec(norm)?.[0] ?? "");
	// "Theresa May" is a name, "on May 3" and "May" alone are not.
	const before = token > 0 ? givenName(normAt(reading, token - 1)) : undefined;
	return MONTH_NAMES.has(norm) && before !== undefined && has(reading, token - 1, Shape.capital);
}

/** A lone capital letter with its full stop: "J." in "J. Vane". */
export function isInitial(reading: Reading, token: number): boolean {
	return (
		(reading.ends[token] ?? 0) - (reading.starts[token] ?? 0) === 1 &&
		has(reading, token, Shape.capital) &&
		normAt(reading, token + 1) === "." &&
		has(reading, token + 1, Shape.joined)
	);
}
