import { TokenKind } from "../../model/annotated.ts";
import { has, normAt, type Reading, Shape, written } from "../shapes.ts";
import { canName, isInitial } from "./capitals.ts";
import {
	DOCUMENT_HEADS,
	ORGANISATION_FIRST,
	ORGANISATION_HEADS,
	PARTICLES,
	ROLE_MODIFIERS,
	ROLES,
} from "./data/name-words.ts";
import { isDomain } from "./domains.ts";
import { givenName } from "./gazetteer.ts";
import { officeEnd } from "./offices.ts";
import { knownHere } from "./peoples.ts";

/**
 * Runs of capitalised words that may hold names: "Foreign Minister Orla Vane", "University of Corra",
 * "Trade and Industry Ministry"; not "Vane and Kell", nor across a comma or the end of a sentence.
 */
export interface Run {
	/** Token range. */
	readonly first: number;
	readonly end: number;
}

/** A run longer than this many tokens is a line of capitals, not a name. */
const LONGEST_RUN = 14;

/** Organisations whose name goes on with a state or a city: "Bank of Corra", but "the Parliament of Corra" is two. */
const OF_PLACE = new Set(
	(
		"bank university republic kingdom emirate emirates church college states state union institute museum federation " +
		"association chamber league party gulf bay isle strait cape commonwealth principality sultanate duchy trust archdiocese diocese " +
		"court confederation society organisation organization"
	).split(" "),
);

/** Nouns whose possessive stands inside a name: "People's Party", "Farmers' Union". */
const OWNERS = new Set(
	"people peoples workers women men children veterans teachers farmers students nurses drivers players officers doctors writers lawyers citizens governors consumers".split(
		" ",
	),
);

/** Names that end in a number: "Resolution 1988", "Flight 12". */
const NUMBERED = new Set(
	"resolution flight article route highway apollo channel boeing airbus chapter act bill decree order protocol".split(
		" ",
	),
);

export function findRuns(reading: Reading): Run[] {
	const runs: Run[] = [];
	for (const { first, end } of reading.sentences) {
		let at = first;
		while (at < end) {
			if (!canName(reading, at)) {
				at++;
				continue;
			}
			const stop = extend(reading, at, end);
			if (stop - at <= LONGEST_RUN) runs.push({ first: at, end: stop });
			at = stop;
		}
	}
	return runs;
}

function extend(reading: Reading, first: number, limit: number): number {
	let end = first + 1;
	let afterOf = false;
	while (end < limit && end - first < LONGEST_RUN + 2) {
		const last = end - 1;
		const lastNorm = normAt(reading, last);
		const norm = normAt(reading, end);
		if (norm === "." && has(reading, end, Shape.joined) && end + 1 < limit) {
			// The stop of an initial or of a title: "J. Vane", "Gen. Kell".
			if ((isInitial(reading, last) || isShortTitle(lastNorm)) && canName(reading, end + 1)) {
				end += 2;
				continue;
			}
			break;
		}
		// "Vane-backing Senate": the small half of a word parts two names.
		if (reading.words.tokens.ends[last] !== reading.ends[last]) break;
		if (canName(reading, end)) {
			if (has(reading, end, Shape.joined)) break;
			end++;
			continue;
		}
		if (PARTICLES.has(norm) && !isMark(reading, end)) {
			let next = end + 1;
			while (next < limit && next < end + 3 && (PARTICLES.has(normAt(reading, next)) || isVonUndZu(reading, next)))
				next++;
			if (next < limit && canName(reading, next) && !has(reading, next, Shape.joined)) {
				end = next + 1;
				continue;
			}
			break;
		}
		if (norm === "of" || norm === "for" || norm === "on") {
			const office = officeEnd(reading, last, limit);
			if (office > 0) {
				end = office;
				if (office >= limit || !canName(reading, office)) break;
				end++;
				continue;
			}
			const next = normAt(reading, end + 1) === "the" || normAt(reading, end + 1) === "a" ? end + 2 : end + 1;
			if (next >= limit || !canName(reading, next) || !goesOn(reading, first, last, norm, next)) {
				const portfolio = ROLES.has(lastNorm) && norm !== "on" ? skipPortfolio(reading, end + 1, limit) : end + 1;
				if (portfolio > end + 1 && portfolio < limit && canName(reading, portfolio)) {
					end = portfolio + 1;
					continue;
				}
				break;
			}
			end = next + 1;
			afterOf = true;
			continue;
		}
		if (norm === "and" || norm === "&") {
			if (end + 1 >= limit || !canName(reading, end + 1)) break;
			const firm = /^(?:sons|brothers|daughters)$/.test(normAt(reading, end + 1));
			if (norm === "&" || firm || joinsParts(reading, first, end, limit, afterOf)) {
				end += 2;
				continue;
			}
			break;
		}
		if (isPossessive(norm) && OWNERS.has(lastNorm) && end + 1 < limit && canName(reading, end + 1)) {
			end += 2;
			continue;
		}
		if (norm === "," && /^(?:inc|ltd|llc|jr|sr)$/.test(normAt(reading, end + 1)) && canName(reading, end + 1)) {
			end += 2;
			continue;
		}
		if (reading.kinds[end] === TokenKind.number && NUMBERED.has(lastNorm) && !has(reading, end, Shape.date)) end++;
		break;
	}
	return end;
}

/** "und" of "von und zu Velde". */
function isVonUndZu(reading: Reading, token: number): boolean {
	return (
		normAt(reading, token) === "und" && normAt(reading, token - 1) === "von" && normAt(reading, token + 1) === "zu"
	);
}

function isMark(reading: Reading, token: number): boolean {
	return reading.kinds[token] === TokenKind.mark;
}

function isPossessive(norm: string): boolean {
	return norm === "'s" || norm === "'" || norm === "\u2019";
}

function isShortTitle(norm: string): boolean {
	return /^(?:mr|mrs|ms|smt|drs?|profs?|rev|fr|st|gens?|lt|col|sgt|maj|cpl|capt|cmdr|adm|brig|gov|sen|rep|reps|sens|supt|insp|det|const|messrs|hon|rt|pres|pvt|amb|atty|m|mme|mlle)$/.test(
		norm,
	);
}

function goesOn(reading: Reading, first: number, last: number, norm: string, next: number): boolean {
	const head = normAt(reading, last);
	const known = knownHere(reading, written(reading, next, next + 1));
	const place = known !== null && (known.type === "state" || known.type === "place");
	if (norm === "on")
		return DOCUMENT_HEADS.has(head) || head === "committee" || head === "commission" || head === "council";
	if (norm === "of" && OF_PLACE.has(head)) return true;
	if (place) return false;
	if (ROLES.has(head) && last === first) return false;
	return ORGANISATION_FIRST.has(head) || ORGANISATION_HEADS.has(head) || DOCUMENT_HEADS.has(head);
}

function isPortfolio(norm: string): boolean {
	return norm === "the" || norm === "and" || isDomain(norm);
}

function skipPortfolio(reading: Reading, from: number, limit: number): number {
	let at = from;
	while (at < limit && at < from + 6 && isPortfolio(normAt(reading, at))) at++;
	return at;
}

/** Whether "and" lies inside one name: "Ministry of Trade and Industry", "Food and Drug Administration". */
function joinsParts(reading: Reading, first: number, and: number, limit: number, afterOf: boolean): boolean {
	const before = written(reading, and - 1, and);
	const after = written(reading, and + 1, and + 2);
	if (knownHere(reading, before) || knownHere(reading, after)) return false;
	if (givenName(normAt(reading, and + 1)) !== undefined || ROLES.has(normAt(reading, and + 1))) return false;
	const followedByName = and + 2 < limit && canName(reading, and + 2);
	if (afterOf) return !followedByName || !ORGANISATION_FIRST.has(normAt(reading, and + 1));
	for (let i = first; i < and; i++) {
		const norm = normAt(reading, i);
		if (ORGANISATION_HEADS.has(norm) || givenName(norm) !== undefined) return false;
		if (ROLES.has(norm) && !ROLE_MODIFIERS.has(norm)) return false;
	}
	for (let i = and + 2; i < limit && i < and + 5 && canName(reading, i); i++) {
		if (ORGANISATION_HEADS.has(normAt(reading, i))) return true;
	}
	return false;
}
