import { normAt, type Reading } from "../shapes.ts";
import { findCounted } from "./counted.ts";
import { PERSON_NOUNS } from "./data/units.ts";
import { exactly, makeNumber, type ReadNumber, spanOf } from "./number.ts";
import { isHarmed } from "./people.ts";

/**
 * None and both, where they count people. Caught: "no casualties", "none of the passengers was hurt", "nobody was
 * killed", "both men". Not caught: "no plans", "no one came", "no other injuries" and "no one else was hurt", which
 * say nothing of how many there were, "if no one is hurt", "both sides", "both the mayor and his wife".
 */

/** Harm that is counted as none at all. */
const HARM = /^(?:casualties|injuries|deaths|fatalities|victims|survivors|arrests)$/;
/** What makes a denial a wish or a condition. */
const UNREAL = /^(?:if|that|so|whether|hope|hoped|hoping|ensure|sure|unless|until|say|says|confirm)$/;

export function readZeroOrBoth(reading: Reading, at: number, limit: number): ReadNumber | null {
	const norm = normAt(reading, at);
	if (norm === "both") return readBoth(reading, at, limit);
	if (norm === "no" && HARM.test(normAt(reading, at + 1)) && at + 1 < limit) {
		const counted = findCounted(reading, at + 1, limit, 0, false);
		return counted ? make(reading, at, at + 1, 0, counted.of, counted.span) : null;
	}
	const nobody = norm === "nobody" || norm === "none" ? 1 : norm === "no" && normAt(reading, at + 1) === "one" ? 2 : 0;
	if (nobody === 0 || (normAt(reading, at - 1) !== "that" && UNREAL.test(normAt(reading, at - 1)))) return null;
	if (/^(?:so|if|ensure|sure|hope|hoping)$/.test(normAt(reading, at - 2)) && normAt(reading, at - 1) === "that")
		return null;
	const end = at + nobody;
	const counted = norm === "none" && normAt(reading, end) === "of" ? findCounted(reading, end, limit, 0, false) : null;
	if (!isHarmed(reading, counted?.end ?? end, limit)) return null;
	if (counted) return make(reading, at, end, 0, counted.of, counted.span);
	return normAt(reading, end) === "of" && normAt(reading, end + 1) !== "them"
		? null
		: make(reading, at, end, 0, "person", null);
}

function readBoth(reading: Reading, at: number, limit: number): ReadNumber | null {
	const counted = findCounted(reading, at + 1, limit, 2, false);
	if (counted) {
		if (!PERSON_NOUNS.has(counted.of) || !standsAlone(reading, counted.end)) return null;
		return make(reading, at, at + 1, 2, counted.of, counted.span);
	}
	return isHarmed(reading, at + 1, limit) ? make(reading, at, at + 1, 2, "person", null) : null;
}

/** "Both men and women" is no two men; "both men and all the rest" is. */
function standsAlone(reading: Reading, at: number): boolean {
	const norm = normAt(reading, at);
	if (norm === "or" || norm === "'s" || norm === "'") return false;
	return norm !== "and" || /^(?:all|\d.*)$/.test(normAt(reading, at + 1));
}

function make(
	reading: Reading,
	at: number,
	end: number,
	value: number,
	of: string,
	counted: { readonly start: number; readonly end: number } | null,
): ReadNumber {
	const found = makeNumber(reading.text, spanOf(reading, at, end), exactly(value), of, counted, "count");
	return { found, first: at, end, next: end };
}
