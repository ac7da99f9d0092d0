import { GROUP_NOUNS, ORGANISATION_HEADS, OUTLET_HEADS, ROLES } from "../../language/names/data/name-words.ts";

/**
 * Words for who somebody is, under one word where reports use them for one another. Caught: "head of state" and
 * "president", "skipper" and "captain", "firm" and "company". Not caught: "minister" and "president".
 */

/** Words of one group name one sort of source; the first stands for all. */
const SAME: readonly string[] = [
	"president head-of-state leader",
	"premier prime-minister head-of-government chancellor leader",
	"spokesman spokeswoman spokesperson spokespeople press-secretary",
	"chief head director boss leader executive chief-executive ceo president manager chairman chairwoman chair chairperson commander",
	"commander general admiral marshal brigadier colonel",
	"lawyer attorney solicitor barrister counsel advocate defence defender",
	"doctor physician medic surgeon",
	"captain skipper master",
	"judge justice magistrate",
	"lawmaker senator congressman congresswoman representative legislator deputy mp member parliamentarian",
	"officer policeman policewoman constable detective",
	"businessman businesswoman magnate tycoon entrepreneur",
	"expert scientist researcher scholar professor academic specialist",
	"police officer officers cops constabulary detectives force",
	"company firm operator owner owners employer business manufacturer maker group conglomerate management bosses builder contractor retailer carrier airline bank developer",
	"commission committee panel board authority regulator watchdog inspectorate body",
	"ministry department",
	"union unions front guild federation",
	"charity organisation organization ngo group foundation campaigners",
	"government administration cabinet authorities state",
	"court tribunal judges judge jury",
	"hospital clinic",
	"newspaper paper daily weekly magazine",
	"prosecutors prosecution prosecutor state-attorney",
	"officials official authorities",
	"resident residents villager villagers neighbour neighbours neighbor neighbors local locals",
	"survivor survivors passenger passengers witness witnesses",
	"rescuer rescuers crews firefighters",
	"worker workers striker strikers staff employees",
	"observer observers monitor monitors",
];

const CLASSES: ReadonlyMap<string, ReadonlySet<string>> = (() => {
	const classes = new Map<string, Set<string>>();
	for (const group of SAME) {
		const [name = "", ...others] = group.split(" ");
		for (const word of [name, ...others]) {
			const own = classes.get(word) ?? new Set();
			own.add(name);
			classes.set(word, own);
		}
	}
	return classes;
})();

/** The sorts of source that a word may name; itself when it goes with no other. */
export function classesOf(word: string): ReadonlySet<string> {
	return CLASSES.get(word) ?? new Set([word]);
}

/** Bodies: not persons, and not known by a name alone. */
const BODIES: ReadonlySet<string> = new Set(
	(
		"company firm operator owner owners bosses builder employer business manufacturer maker group conglomerate management retailer carrier airline bank " +
		"commission committee panel board authority regulator watchdog inspectorate body ministry department union front guild " +
		"federation charity organisation organization ngo foundation government administration cabinet court tribunal hospital " +
		"clinic police force constabulary coastguard army military club party council university school agency service"
	).split(" "),
);

/** Media bring words more often than they say them. */
const MEDIA: ReadonlySet<string> = new Set(
	"agency newspaper paper daily weekly magazine website site station broadcaster channel radio television tv tabloid reporter reporters journalist journalists media".split(
		" ",
	),
);

/** Those who speak for a body. */
const SPEAKS_FOR: ReadonlySet<string> = new Set(
	"spokesman spokeswoman spokesperson chief executive director head president chairman chairwoman chair manager secretary coordinator officer boss founder ceo leader representative commander commissioner".split(
		" ",
	),
);

/** People in the plural, and the like: nobody in particular. */
const MANY: ReadonlySet<string> = new Set(
	(
		"officials authorities residents villagers neighbours neighbors locals survivors passengers witnesses rescuers crews firefighters workers strikers staff employees observers monitors prosecutors experts scientists families relatives doctors lawyers campaigners sources people critics opponents supporters " +
		"cops detectives diplomats chiefs organisers organizers tenants parents pilots teachers students fans pupils nurses " +
		"farmers fishermen prosecutors ministers"
	).split(" "),
);

/** Ranks whose bearers speak for the police. */
const POLICE_RANKS: ReadonlySet<string> = new Set(
	"officer constable sergeant inspector superintendent commissioner detective sheriff police".split(" "),
);

export function isPoliceRank(word: string): boolean {
	return POLICE_RANKS.has(word);
}

/** What speaks for a state, by the one word or the other. */
const OF_STATES: ReadonlySet<string> = new Set(
	"government state ministry diplomats army president military".split(" "),
);

export function isOfState(word: string): boolean {
	return OF_STATES.has(word);
}

export function isBodyWord(word: string): boolean {
	return BODIES.has(word) || GROUP_NOUNS.has(word) || ORGANISATION_HEADS.has(word);
}

export function isMediumWord(word: string): boolean {
	return MEDIA.has(word) || OUTLET_HEADS.has(word);
}

export function isRoleWord(word: string): boolean {
	return ROLES.has(word) || CLASSES.has(word) || MANY.has(word);
}

export function isManyWord(word: string): boolean {
	return MANY.has(word);
}

export function speaksForBodies(word: string): boolean {
	return SPEAKS_FOR.has(word);
}
