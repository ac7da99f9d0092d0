import { TokenKind } from "../../model/annotated.ts";
import { has, normAt, type Reading, Shape } from "../shapes.ts";
import { STOPS } from "./data/stop-words.ts";

/** Verbs that take people, before their number: "killed 11", "injuring at least 22". */
const TAKING =
	/^(?:kill(?:s|ed|ing)?|injur(?:es|ed|ing)|wound(?:s|ed|ing)|hurt(?:s|ing)?|arrest(?:s|ed|ing)|detain(?:s|ed|ing)|rescu(?:es|ed|ing)|evacuat(?:es|ed|ing)|treat(?:s|ed|ing)|infect(?:s|ed|ing)|sicken(?:s|ed|ing)|kidnap(?:s|ped|ping)|abduct(?:s|ed|ing)|execut(?:es|ed|ing)|hospitali[sz](?:es|ed|ing))$/;
/** What is said of people behind their number: "22 were hurt", "11 died". */
const TAKEN =
	/^(?:dead|died|die|killed|injured|wounded|hurt|missing|arrested|detained|rescued|evacuated|hospitali[sz]ed|unaccounted|drowned|perished)$/;
/** Words between a number and its predicate. */
const LINKS =
	/^(?:were|was|are|is|have|has|had|been|be|also|still|more|others|already|so|far|remain|remained|reported|confirmed|feared|shot|found|seriously|badly|slightly|critically)$/;
/** States of people that a preposition gives: "in critical condition", "under arrest". */
const CONDITION = /^(?:hospital|critical|serious|stable|intensive|custody|surgery)$/;
/** Nouns of a count of people, before "rose to 11". */
const TOLL = /^(?:toll|dead|deaths|fatalities|casualties|injured|wounded|missing)$/;
const CLIMB =
	/^(?:rise|rises|rose|risen|rising|climb|climbs|climbed|climbing|reach|reaches|reached|stands|stood|grew|grown|jumped|is|was|at|to|from|has|had|now|of|passed|hit)$/;
/** Words a toll stands before its number at most. */
const TOLL_REACH = 12;

/**
 * Whether a number without a noun of its own, between the tokens `first` and `end`, counts people by what is
 * done to them. Catches: "killing 11", "the death toll rose to 11", "22 were hurt". Must not: "killed in 2031",
 * "hurt 3-2", "the toll road opened to 11 lanes".
 */
export function isPeopleBesides(reading: Reading, first: number, end: number, limit: number): boolean {
	if (has(reading, first, Shape.date)) return false;
	const before = normAt(reading, first - 1);
	// "Flight 22 is missing": a number that belongs to a name, or one thing by its number.
	const numbered = has(reading, first - 1, Shape.capital) && !has(reading, first - 1, Shape.date | Shape.opening);
	const single = /^(?:is|was|has)$/.test(normAt(reading, end)) && !/^(?:one|1)$/.test(normAt(reading, end - 1));
	if (numbered || single) return false;
	const sentence = reading.sentenceOf[first];
	const same = (token: number): boolean => token >= 0 && reading.sentenceOf[token] === sentence;
	let next = end;
	while (next < limit && next < end + 4 && LINKS.test(normAt(reading, next))) next++;
	const taken =
		next < limit &&
		(TAKEN.test(normAt(reading, next)) || (next > end && isCondition(reading, next, limit))) &&
		!/^(?:in|by|since|on|at|of|-)$/.test(before);
	if (taken) return true;
	const free = end >= limit || reading.kinds[end] !== TokenKind.word || STOPS.has(normAt(reading, end));
	if (!free || /^[-%:\u2013]$/.test(normAt(reading, end))) return false;
	if (same(first - 1) && TAKING.test(before)) return true;
	if (!/^(?:to|at|of|from|is|was|reached|hit|passed|stands|stood)$/.test(before) && !CLIMB.test(before)) return false;
	for (let at = first - 1; at >= first - TOLL_REACH && same(at); at--) {
		const norm = normAt(reading, at);
		if (TOLL.test(norm))
			return norm !== "toll" || normAt(reading, at - 1) === "death" || CLIMB.test(normAt(reading, at + 1));
		if (reading.kinds[at] === TokenKind.mark) return false;
	}
	return false;
}

function isCondition(reading: Reading, at: number, limit: number): boolean {
	if (/^(?:taken|rushed|airlifted|flown|admitted)$/.test(normAt(reading, at)) && normAt(reading, at + 1) === "to") {
		const behind = [at + 2, at + 3, at + 4].filter((token) => token < limit);
		return behind.some((token) => /^hospitals?$/.test(normAt(reading, token)));
	}
	return at + 1 < limit && normAt(reading, at) === "in" && CONDITION.test(normAt(reading, at + 1));
}

/** Whether people before a token were harmed, said as done: "was hurt", "have been killed", "died". */
export function isHarmed(reading: Reading, at: number, limit: number): boolean {
	let next = at;
	if (/^(?:has|have|had)$/.test(normAt(reading, next)) && normAt(reading, next + 1) === "been") next += 2;
	else if (/^(?:was|were)$/.test(normAt(reading, next))) next++;
	else return next < limit && normAt(reading, next) === "died";
	const norm = normAt(reading, next);
	return next < limit && (TAKEN.test(norm) || /^(?:shot|struck|hit)$/.test(norm)) && norm !== "missing";
}

/**
 * Whether a state behind a number stands for a clause whose verb was said before: "63 were killed and 12 injured".
 * Not for "left 63 dead and 12 injured", where it is the noun counted.
 */
export function isElided(reading: Reading, number: number, state: number, limit: number): boolean {
	if (
		!/^(?:and|,|another|but|with)$/.test(normAt(reading, number - 1)) &&
		!/^(?:than|least|about|some)$/.test(normAt(reading, number - 1))
	)
		return false;
	const after = normAt(reading, state + 1);
	if (state + 1 < limit && /^(?:people|men|women|children|passengers|soldiers|civilians)$/.test(after)) return false;
	const sentence = reading.sentenceOf[number];
	for (let at = number - 1; at > number - ELISION_REACH && at > 0 && reading.sentenceOf[at] === sentence; at--) {
		const verb = TAKEN.test(normAt(reading, at)) || normAt(reading, at) === "shot";
		if (verb && /^(?:were|was|been|are|be)$/.test(normAt(reading, at - 1))) return true;
	}
	return false;
}

/** Words between a verb and the number that goes without it. */
const ELISION_REACH = 10;
