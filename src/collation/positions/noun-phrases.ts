import { HONORIFICS, ROLE_MODIFIERS, ROLES } from "../../language/names/data/name-words.ts";
import type { ClauseText, TokenName } from "./clause-text.ts";

/** Who does something: the entities that the words before a verb name, and where these words begin. */
export interface Doer {
	readonly entities: readonly string[];
	readonly first: number;
}

/** What a verb has for its object: an entity itself, or something of an entity's. */
export interface Thing {
	readonly name: TokenName;
	/** False where the entity only says whose or which thing it is: "Orvania's offer", "Orvan ships". */
	readonly itself: boolean;
	/** One past the last token of the phrase. */
	readonly end: number;
}

export const PREPOSITIONS: ReadonlySet<string> = new Set(
	(
		"of in on at from with for by to about over under into through via against amid among between despite without within " +
		"since until upon near around across behind like than as during after before following"
	).split(" "),
);
const DETERMINERS = new Set(
	"the a an this that these those its his her their our my your all both any some".split(" "),
);
const AUXILIARY =
	/^(?:has|have|had|having|is|are|was|were|be|been|being|did|does|do|will|would|can|could|may|might|must|shall|should|not|n't|never|'ve|'d|'ll|cannot|can't|won't|wouldn't|don't|doesn't|didn't|isn't|aren't|wasn't|weren't|hasn't|haven't|hadn't|to)$/;
const ADVERB =
	/^(?:also|then|now|later|soon|again|once|already|still|just|even|never|always|today|yesterday|twice|finally)$/;
/** Words that end the phrase behind a name: no noun of the name's. */
const BEHIND =
	/^(?:and|or|but|yesterday|today|tonight|tomorrow|again|earlier|later|last|this|next|late|early|once|twice|too|also|then|outright|altogether|forever|overnight|anyway|afterwards|abroad|because|who|whom|whose|which|that|when|where|while|if|unless|said|says|told|is|are|was|were|has|have|had|will|would|not|monday|tuesday|wednesday|thursday|friday|saturday|sunday|ahead|instead|together|back|so|only|despite|out|off|up|down|away|here|there|nor|yet)$/;

/** Bodies by which a state or a place acts: what they do it does. */
export const ORGANS: ReadonlySet<string> = new Set(
	(
		"government authorities administration cabinet leadership military army navy forces troops delegation negotiators " +
		"parliament ministry mission embassy regime junta state officials"
	).split(" "),
);

/** Things of an entity that stand for it: who expels its envoy or recognises its borders takes a side on it. */
const STANDS_FOR = new Set(
	(
		"government regime leadership authorities administration embassy ambassador envoy envoys diplomat diplomats " +
		"membership troops forces army delegation sovereignty independence statehood accession candidacy"
	).split(" "),
);

/** Words before a verb that belong to it: "has formally", "did not". At most this many. */
const LONGEST_GROUP = 6;
/** Tokens between a verb and the name in its object, and from a name to the end of a description set off by commas. */
const LONGEST_BEFORE_NAME = 6;
const LONGEST_APPOSITION = 18;

export function isAdverb(norm: string): boolean {
	return ADVERB.test(norm) || (norm.length > 4 && norm.endsWith("ly") && norm !== "family");
}

/** The first token of the words that go with a verb: that of "had" in "had formally vetoed". */
export function verbGroupStart(text: ClauseText, verb: number, floor: number): number {
	let first = verb;
	while (first > Math.max(floor, verb - LONGEST_GROUP)) {
		const norm = text.normAt(first - 1);
		if (!text.isWord(first - 1) || (!AUXILIARY.test(norm) && !isAdverb(norm))) break;
		if (text.isCapital(first - 1) && text.namesTo(first).length > 0) break;
		first--;
	}
	return first;
}

/**
 * Whom the words right before a verb name: a name, one with a description behind it, two joined by "and", one that
 * "who" goes on from, or a state by its organ.
 * Caught: "Orla Vane, the minister, |vetoed", "Vane, who |vetoed", "the Tarnian government |vetoed".
 * Not caught: "the mayor of Kelm |vetoed", "Tarnian farmers |sued", "the government |vetoed".
 */
export function doerBefore(text: ClauseText, end: number, floor: number): Doer | null {
	let at = end;
	const last = text.normAt(at - 1);
	if (last === "who" || last === "which") {
		at--;
		if (text.normAt(at - 1) === ",") at--;
		return named(text, at, floor) ?? beforeDescription(text, at, floor);
	}
	if (last === ",") return named(text, at - 1, floor, true) ?? beforeDescription(text, at - 1, floor);
	const own = named(text, at, floor);
	if (own === null) return null;
	const joint = text.normAt(own.first - 1) === "and" ? named(text, own.first - 1, floor) : null;
	return joint ? { entities: [...joint.entities, ...own.entities], first: joint.first } : own;
}

/** The name that ends before a token; `described` asks for one given by a description. */
function named(text: ClauseText, end: number, floor: number, described: boolean = false): Doer | null {
	const name = text.namesTo(end).find(({ form, first }) => first >= floor && form !== "demonym" && form !== "pronoun");
	if (name && (!described || name.form === "description")) return standsAlone(text, name, floor);
	return described ? null : byOrgan(text, end, floor);
}

/** A name that no preposition before makes part of another thing's description. */
function standsAlone(text: ClauseText, name: TokenName, floor: number): Doer | null {
	let first = name.first;
	while (first > floor) {
		const norm = text.normAt(first - 1);
		const title = ROLES.has(norm) || ROLE_MODIFIERS.has(norm) || HONORIFICS.has(norm) || norm === ".";
		const other = text.namesTo(first).find((one) => one.form === "demonym" || one.entity === name.entity);
		if (other && other.first >= floor) first = other.first;
		else if (title || DETERMINERS.has(norm)) first--;
		else break;
	}
	if (first > floor && PREPOSITIONS.has(text.normAt(first - 1))) return null;
	return { entities: [name.entity], first };
}

function byOrgan(text: ClauseText, end: number, floor: number): Doer | null {
	if (!ORGANS.has(text.normAt(end - 1))) return null;
	for (let at = end - 1; at >= Math.max(floor, end - 4); at--) {
		const possessive = text.normAt(at - 1) === "'s" ? at - 1 : at;
		const owner = text
			.namesTo(possessive)
			.find(({ type, first }) => first >= floor && (type === "state" || type === "place" || type === "unknown"));
		if (owner && owner.first >= floor) return standsAlone(text, owner, floor);
		if (!text.isWord(at - 1) || text.isCapital(at - 1)) return null;
	}
	return null;
}

/** The name before a description between commas: "Orla Vane, 54, the minister,". */
function beforeDescription(text: ClauseText, comma: number, floor: number): Doer | null {
	for (let at = comma - 1; at >= Math.max(floor, comma - LONGEST_APPOSITION); at--) {
		const norm = text.normAt(at);
		if (/^(?:said|says|told|was|were|has|had|is|are|will|would|that|and)$/.test(norm)) return null;
		if (norm !== ",") continue;
		const inner = text.normAt(at + 1);
		const describes =
			/^(?:the|a|an|its|his|her|their|now|formerly|once|who|which|whose)$/.test(inner) ||
			ROLES.has(inner) ||
			ROLE_MODIFIERS.has(inner) ||
			/^\d{1,3}$/.test(inner) ||
			text.namesFrom(at + 1).some(({ form }) => form === "demonym" || form === "description");
		if (!describes) return null;
		const name = named(text, at, floor);
		if (name) return name;
	}
	return null;
}

/**
 * The entities that the object of a verb names, from the token behind the verb on.
 * Caught: "the new |Tarn Accord|", "Orvan President |Bo Quill|", "|Orvania|'s offer" (not itself), "|Vane| and |Lund|".
 * Not caught: "a deal to end the war with Orvania": what stands behind a preposition.
 */
export function thingsAfter(text: ClauseText, from: number, limit: number): Thing[] {
	const things: Thing[] = [];
	let at = from;
	for (;;) {
		const thing = thingAt(text, at, limit);
		if (thing === null) return things;
		things.push(thing);
		if (!thing.itself || text.normAt(thing.end) !== "and") return things;
		at = thing.end + 1;
		if (at + 1 >= limit || things.length > 4) return things;
	}
}

function thingAt(text: ClauseText, from: number, limit: number): Thing | null {
	for (let at = from; at < Math.min(limit, from + LONGEST_BEFORE_NAME); at++) {
		const name = text.namesFrom(at).find(({ form, end }) => form !== "pronoun" && end <= limit);
		if (name) return readThing(text, name, limit);
		const norm = text.normAt(at);
		if (/^["\u201c\u2018']$/.test(norm)) continue;
		// "the government of |Orvania|"
		if (STANDS_FOR.has(norm) && text.normAt(at + 1) === "of") {
			const owner = text.normAt(at + 2) === "the" ? at + 3 : at + 2;
			const whose = text.namesFrom(owner).find(({ form, end }) => form !== "pronoun" && end <= limit);
			return whose ? { name: whose, itself: true, end: whose.end } : null;
		}
		const title = ROLES.has(norm) || ROLE_MODIFIERS.has(norm) || HONORIFICS.has(norm);
		if (!DETERMINERS.has(norm) && !title && !isModifier(text, at)) return null;
	}
	return null;
}

/** Small words that may stand before a name in one phrase with it: "new", "embattled", "two-year-old". */
function isModifier(text: ClauseText, at: number): boolean {
	const norm = text.normAt(at);
	if (!text.isWord(at)) return /^\d/.test(norm) || norm === "." || norm === "-";
	// "rejected claims Orvania made": a noun before the name opens a clause.
	if (norm.length > 3 && norm.endsWith("s")) return false;
	return (
		!PREPOSITIONS.has(norm) &&
		!AUXILIARY.test(norm) &&
		!BEHIND.test(norm) &&
		!/^(?:it|him|them|me|us|he|she|they|we|i|how|what|why|himself|herself|itself|themselves)$/.test(norm)
	);
}

function readThing(text: ClauseText, name: TokenName, limit: number): Thing {
	const owns = text.normAt(name.end) === "'s" || text.normAt(name.end) === "'";
	let at = owns ? name.end + 1 : name.end;
	const from = at;
	// What the name only says whose or which it is ends with the last small word, or is a name itself.
	while (at < Math.min(limit, from + 4)) {
		const inner = text.namesFrom(at).find(({ form, end }) => form !== "pronoun" && end <= limit);
		if (inner && (owns || at > from || name.form === "demonym") && inner.entity !== name.entity)
			return readThing(text, inner, limit);
		const norm = text.normAt(at);
		const part =
			text.isWord(at) && !PREPOSITIONS.has(norm) && !BEHIND.test(norm) && !AUXILIARY.test(norm) && !isAdverb(norm);
		if (!part) break;
		at++;
	}
	if (at === from && !owns) return { name, itself: true, end: name.end };
	const head = text.normAt(at - 1);
	return { name, itself: STANDS_FOR.has(head) || (at === from && !owns), end: at };
}
