import { ROLE_MODIFIERS } from "./data/name-words.ts";
import { givenName } from "./gazetteer.ts";

/** Offices that are held over something, and what they are held over: "minister" of "foreign affairs". */

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

export function isOffice(norm: string): boolean {
	return OFFICES.has(norm);
}

/** Whether a word is what offices are held over: "waters", "foreign", "reconstruction"; no given name. */
export function isDomain(norm: string): boolean {
	if (DOMAINS.has(norm) || ROLE_MODIFIERS.has(norm)) return true;
	return /(?:tion|tions|ities|ment|ics)$/.test(norm) && norm.length > 7 && givenName(norm) === undefined;
}
