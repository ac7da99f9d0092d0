import { ROLE_MODIFIERS } from "./data/name-words.ts";
import { givenName } from "./gazetteer.ts";
import { canName } from "./name-runs.ts";
import { headIsName, knownAt } from "./naming.ts";
import { has, normAt, type Reading, Shape } from "./shapes.ts";

/**
 * Offices with what they are held over, which belongs to the title and not to the name behind it.
 * Caught: "Minister of Waters Teval Kell", "Commissioner for Ports and Forests A. Kell". Not caught:
 * "President of Vaskold Metals", "Secretary of Vaskold Metals": a company is nobody's domain.
 */

const OFFICES = new Set(["minister", "secretary", "undersecretary", "commissioner"]);

/** Nouns that offices are held over. */
const DOMAINS = new Set(
	(
		"state foreign affairs defense defence interior finance finances justice health education trade energy transport " +
		"transportation labor labour agriculture environment commerce culture sport sports tourism home homeland security " +
		"housing industry industries water waters fisheries fishing forests forestry ports roads railways railroads rail " +
		"aviation works mines mining resources lands land rivers services islands veterans women children youth families " +
		"pensions elections prisons courts emergencies emergency situations utilities supply welfare science sciences " +
		"technology technologies planning development food foods climate oil gas power electricity equality immigration " +
		"migration refugees integration religion language languages heritage arts media communications information " +
		"budget treasury taxes revenue customs statistics research universities schools police safety rights markets " +
		"competition privacy data standards protection business enterprise enterprises investment employment war police"
	).split(" "),
);

/** A domain has at most this many words, "and" aside. */
const MOST_DOMAIN = 3;

export function isOffice(norm: string): boolean {
	return OFFICES.has(norm);
}

/** Whether a word is what offices are held over: "waters", "foreign", "reconstruction"; no given name. */
export function isDomain(norm: string): boolean {
	if (DOMAINS.has(norm) || ROLE_MODIFIERS.has(norm)) return true;
	return /(?:tion|tions|ities|ment|ics)$/.test(norm) && norm.length > 7 && givenName(norm) === undefined;
}

/**
 * The first token behind an office and its domain: that of "Teval" in "Minister of Waters Teval Kell".
 * -1 when the token heads no office or nothing shows where its domain ends.
 */
export function officeEnd(reading: Reading, title: number, limit: number): number {
	if (!OFFICES.has(normAt(reading, title))) return -1;
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
