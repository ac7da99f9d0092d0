import { has, normAt, type Reading, Shape } from "../shapes.ts";
import { canName } from "./capitals.ts";
import { isDomain, isOffice } from "./domains.ts";
import { givenName } from "./gazetteer.ts";
import { headIsName, knownAt } from "./naming.ts";

/**
 * Offices with what they are held over, which belongs to the title and not to the name behind it.
 * Caught: "Minister of Waters Teval Kell", "Commissioner for Ports and Forests A. Kell". Not caught:
 * "President of Vaskold Metals", "Secretary of Vaskold Metals": a company is nobody's domain.
 */

/** A domain has at most this many words, "and" aside. */
const MOST_DOMAIN = 3;

/**
 * The first token behind an office and its domain: that of "Teval" in "Minister of Waters Teval Kell".
 * -1 when the token heads no office or nothing shows where its domain ends.
 */
export function officeEnd(reading: Reading, title: number, limit: number): number {
	if (!isOffice(normAt(reading, title))) return -1;
	return domainEnd(reading, title + 1, limit);
}

function domainEnd(reading: Reading, joiner: number, limit: number): number {
	const word = normAt(reading, joiner);
	if (word !== "of" && word !== "for") return -1;
	const from = normAt(reading, joiner + 1) === "the" ? joiner + 2 : joiner + 1;
	if (from >= limit || !canName(reading, from)) return -1;
	const end = capitalsEnd(reading, from, limit);
	const known = knownAt(reading, from, end);
	const sure = known !== null || isDomain(normAt(reading, from));
	if (!sure && (givenName(normAt(reading, from)) !== undefined || normAt(reading, from).length === 1)) return -1;
	let at = known?.end ?? from + 1;
	for (let words = 1; at < end; ) {
		const norm = normAt(reading, at);
		if (norm === "and" || norm === "&") {
			// "Waters and Locks Teval Kell": two words behind are left for a name.
			const next = normAt(reading, at + 1);
			if (!isDomain(next) && (end - at < 4 || givenName(next) !== undefined)) break;
			at += 2;
		} else if (words < MOST_DOMAIN && isDomain(norm)) {
			at++;
			words++;
		} else break;
	}
	if (at >= end) {
		if (!sure) return -1;
		// "Secretary of State for Defence Orla Vane".
		const nested = domainEnd(reading, at, limit);
		return nested > 0 ? nested : at;
	}
	if (!sure && (end - at < 2 || hasHead(reading, from, end))) return -1;
	return normAt(reading, at) === "and" ? -1 : at;
}

/** The token behind the capitals from a token on, past "and" and the stops of initials. */
function capitalsEnd(reading: Reading, from: number, limit: number): number {
	let end = from + 1;
	while (end < limit && end < from + 10) {
		const norm = normAt(reading, end);
		const stop = norm === "." && has(reading, end, Shape.joined) && normAt(reading, end - 1).length === 1;
		const and = (norm === "and" || norm === "&") && end + 1 < limit && canName(reading, end + 1);
		if (!stop && !and && !canName(reading, end)) break;
		end++;
	}
	return end;
}

function hasHead(reading: Reading, from: number, end: number): boolean {
	for (let i = from; i < end; i++) if (headIsName(normAt(reading, i))) return true;
	return false;
}
