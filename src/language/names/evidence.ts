import type { EntityType } from "../../model/annotation.ts";
import { has, normAt, type Reading, Shape, written } from "../shapes.ts";
import {
	CLUB_HEADS,
	DOCUMENT_HEADS,
	DOING_TO_PERSONS,
	DONE_TO_PERSONS,
	EVENT_FIRST,
	EVENT_HEADS,
	GROUP_NOUNS,
	ORGANISATION_FIRST,
	ORGANISATION_HEADS,
	OUTLET_HEADS,
	PARTICLES,
	PERSON_VERBS,
	PLACE_FIRST,
	PLACE_HEADS,
	PLACE_PREFIXES,
	ROLES,
	SPEECH_VERBS,
} from "./data/name-words.ts";
import { givenName, knownName, mayBeGiven } from "./gazetteer.ts";
import type { Naming } from "./naming.ts";
import { knownHere } from "./peoples.ts";

/**
 * What shows a naming's type, as weights that add up over an entity's namings. The scale: 5 a list
 * of names, 4 a word of the name itself or a title, 3 what an apposition says, 2 a verb of speech,
 * 1 the mere look of the word.
 */
export type Weights = Partial<Readonly<{ [type in EntityType]: number }>>;

const PLACE_NOUNS = new Set(
	"city town village province district region county island airport river valley suburb neighborhood neighbourhood border peninsula coast outskirts shores port streets".split(
		" ",
	),
);
const OUTLET_NOUNS = new Set(
	"newspaper daily weekly magazine broadcaster website channel tabloid radio tv television network".split(" "),
);
/** Endings of adjectives of places, on words long enough to tell. */
const LIKE_DEMONYM = /^\p{L}{3,}(?:[rnl]an|ian|ese)$/u;
const IN_PLACE = new Set(["in", "near", "outside", "around", "across", "throughout"]);

/** Heads of names of outlets that are surnames as well. */
const SURNAMES = new Set(
	"post press mirror sun star stern mail record ledger standard page echo globe monitor".split(" "),
);

/** Weights from the name's own words and from the words directly around it. */
export function weighNaming(reading: Reading, name: Naming): Weights {
	const weights: { [type in EntityType]?: number } = {};
	const add = (type: EntityType, weight: number): void => {
		weights[type] = (weights[type] ?? 0) + weight;
	};
	if (name.known) add(name.known.type, 5);
	if (name.words.length === 1 && ORGANISATION_HEADS.has(name.key)) add("organisation", 2.5);
	const size = name.words.length;
	const last = name.words[size - 1] ?? "";
	const first = name.words[0] ?? "";
	const titledPerson = name.title !== null && (name.title.roles.length > 0 || name.title.pronoun !== null || size <= 4);
	const acts = actsAsPerson(reading, name);
	if (acts) add("person", 5);
	const head = acts ? null : headType(name);
	if (titledPerson && !(head !== null && size > 2)) add("person", 4);
	else if (head !== null) add(head, 4);
	else if (/ (?:jr|sr)$/.test(name.key) && !name.known) add("person", 4);
	else if (size >= 2 && bareSize(name) <= 5 && !THINGS.has(last) && givenName(first) !== undefined && !name.known)
		add(standsInPlace(reading, name) ? "place" : "person", 4);
	else if (size >= 2 && /^\p{L}$/u.test(first) && !name.known) add("person", 3);
	else if (size >= 3 && size <= 6 && name.words.slice(1, -1).some((word) => PARTICLES.has(word)) && !name.known)
		add("person", 1);
	// "Orve Front North Province" of a known front.
	if (head === "place" && size > 2 && opensWithBody(name)) add("organisation", 5);
	// "Corra City 4-3"
	if (head === "place" && isBesideScore(reading, name)) add("organisation", 5);
	if (PLACE_FIRST.has(first) && size > 1 && head === null) add("place", 3);
	if (EVENT_FIRST.has(first) && size > 1) add("event", 4);
	if (name.stop - name.first === 1 && has(reading, name.first, Shape.acronym)) {
		// "KELL: I did not." in a transcript is a person speaking; a long word of capitals is no acronym.
		const label = normAt(reading, name.stop) === ":" && has(reading, name.first, Shape.opening);
		if (label && name.exact.length > 3) add("person", 2);
		else if (name.exact.length < 7) add("organisation", 1);
	}
	if (last.length > 6 && /news$/i.test(last) && head === null) add("outlet", 3);
	if (!name.titled) weighAround(reading, name, add);
	return weights;
}

function isBesideScore({ text }: Reading, { start, end }: Naming): boolean {
	if (/^ \d{1,2}[-\u2013]\d{1,2}(?![\d-])/.test(text.slice(end, end + 8))) return true;
	return /(?:^|\s)\d{1,2}[-\u2013]\d{1,2} $/.test(text.slice(Math.max(0, start - 8), start));
}

function opensWithBody({ exact }: Naming): boolean {
	const words = exact.split(" ");
	for (let size = words.length - 1; size > 1; size--)
		if (knownName(words.slice(0, size).join(" "))?.type === "organisation") return true;
	return false;
}

/** "in Rose Park": a given name before a word of places, where places stand. */
function standsInPlace(reading: Reading, { words, first, title }: Naming): boolean {
	if (words.length !== 2 || title !== null || !PLACE_HEADS.has(words[1] ?? "")) return false;
	return /^(?:in|near|at|outside|around|through)$/.test(normAt(reading, first - 1));
}

/** "Georgia Park testified", "arrested Paris Hill": a place by its words, and doing what only persons do. */
function actsAsPerson(reading: Reading, { words, first, stop, known, titled }: Naming): boolean {
	const [given = "", surname = ""] = words;
	if (known || titled || words.length !== 2 || !mayBeGiven(given) || !PLACE_HEADS.has(surname)) return false;
	const sentence = reading.sentenceOf[first];
	const before = reading.sentenceOf[first - 1] === sentence ? normAt(reading, first - 1) : "";
	if (DOING_TO_PERSONS.has(before)) return true;
	if (reading.sentenceOf[stop] !== sentence || before === "the" || NOT_SUBJECTS.test(before)) return false;
	const next = normAt(reading, stop);
	if (SPEECH_VERBS.has(next) || PERSON_VERBS.has(next)) return true;
	return /^(?:was|is)$/.test(next) && DONE_TO_PERSONS.has(normAt(reading, stop + 1));
}

/** Things that are named after persons. */
const THINGS = new Set(
	"telescope spacecraft satellite rocket rover probe capsule lander shuttle submarine frigate".split(" "),
);

function bareSize({ words }: Naming): number {
	return words.filter((word) => !PARTICLES.has(word) && word !== "und").length;
}

/** The type that a word of the name itself shows: "Council", "Herald", "River"; null when none does. */
export function headType(name: Naming): EntityType | null {
	// "Kwon Jae-sun" is no newspaper.
	if (/[-\u2010\u2011]\p{Ll}+$/u.test(name.exact)) return null;
	const { words: all } = name;
	// "World War II"
	const words = all.length > 2 && /^(?:ii|iii|iv)$/.test(all.at(-1) ?? "") ? all.slice(0, -1) : all;
	const last = words[words.length - 1] ?? "";
	if (words.length === 1)
		return /^(?:congress|parliament|senate|duma|knesset|bundestag|rada|interpol)$/.test(last) ? "organisation" : null;
	const joiner = words.findIndex((word, at) => at > 0 && (word === "of" || word === "for" || word === "on"));
	const head = joiner > 0 ? (words[joiner - 1] ?? "") : last;
	if (/(?: news agency| (?:news)?wire)$|^agen(?:cia|ce|zia|tia) /.test(name.key)) return "agency";
	if (/ press$/.test(name.key) && !/ free press$/.test(name.key) && givenName(words[0] ?? "") === undefined)
		return "agency";
	if (/^tropical storm /.test(name.key)) return "event";
	// "Quill & Marsh", "Corvin and Sons", "Corvin Brothers": a firm, whatever the names before.
	if (/\p{L} ?& ?\p{Lu}/u.test(name.exact)) return "organisation";
	if (
		/ (?:&|and) (?:sons?|daughters?|brothers|bros|co|company|partners|associates)$| (?:brothers|bros)$/.test(name.key)
	)
		return "organisation";
	if (joiner > 0 && ORGANISATION_FIRST.has(head)) return "organisation";
	if (joiner > 0 && /^(?:republic|kingdom|emirate|emirates|commonwealth|principality|sultanate|states)$/.test(head))
		return "state";
	if (joiner > 0 && head === "state" && words[joiner + 1] === "the") return null;
	if (head === "convention" && words.at(-2) === "national") return "event";
	if (joiner > 0 && /^(?:gulf|bay|isle|strait|cape|city|town|village|state|river|mount|valley|church)$/.test(head))
		return "place";
	if (DOCUMENT_HEADS.has(head) || /^\d+$/.test(last))
		return DOCUMENT_HEADS.has(head) || DOCUMENT_HEADS.has(words[words.length - 2] ?? "") ? "document" : null;
	if (ORGANISATION_HEADS.has(head)) return "organisation";
	if (CLUB_HEADS.has(last) || /^a?fc$/.test(words[0] ?? "")) return "organisation";
	if (OUTLET_HEADS.has(head)) {
		return SURNAMES.has(head) && givenName(words[0] ?? "") !== undefined && words.length === 2 ? null : "outlet";
	}
	if (EVENT_HEADS.has(head)) return "event";
	if (PLACE_HEADS.has(head))
		return words.length === 2 &&
			givenName(words[0] ?? "") !== undefined &&
			/^(?:hill|hills|park|lane|street|hall|base|camp|castle|rivers?|brooks|lake|banks|ford|palace|temple)$/.test(head)
			? null
			: "place";
	// "Radio Varra", "Televisión Varra": the kind stands first, or behind its house's short form, "QBC Radio Varra".
	if (/^(?:radio|tv|televisi\p{L}+|daily)$/u.test(words[0] ?? "")) return "outlet";
	if (/^(?:radio|tv|television)$/.test(words[1] ?? "") && /^\p{Lu}{2,5}\s/u.test(name.exact)) return "outlet";
	return null;
}

function weighAround(reading: Reading, name: Naming, add: (type: EntityType, weight: number) => void): void {
	// Behind "Corra" in "Corra-based firm" stands the rest of its own word.
	const cut = reading.words.tokens.ends[name.stop - 1] !== name.end;
	const same = (token: number): boolean =>
		reading.sentenceOf[token] === reading.sentenceOf[name.first] && !(cut && token >= name.stop);
	const next = same(name.stop) ? normAt(reading, name.stop) : "";
	const after = same(name.stop + 1) ? normAt(reading, name.stop + 1) : "";
	const before = same(name.first - 1) ? normAt(reading, name.first - 1) : "";
	const acronym = name.words.length === 1 && has(reading, name.first, Shape.acronym);
	const determined = before === "the" || before === "a" || before === "an";
	if (name.known) {
		weighSpeech(name, add, { next, before, acronym, determined });
		return;
	}
	if (next === "news" && after === "agency") add("agency", 5);
	else if ((next === "agency" || next === "newswire") && !name.known) add("agency", 3);
	else if (before === "agency" && !determined) add("agency", 2);
	if (next === ",") {
		const aside = reading.text.slice(name.end, name.end + LONGEST_ASIDE);
		if (AGENCY_ASIDE.test(aside)) add("agency", 6);
		else if (OUTLET_ASIDE.test(aside)) add("outlet", 6);
	}
	if (OUTLET_NOUNS.has(next)) add("outlet", 3);
	if (OUTLET_NOUNS.has(before)) add("outlet", 5);
	// "the Corran company" tells that Corra is a place.
	if (GROUP_NOUNS.has(next) && !(name.words.length === 1 && LIKE_DEMONYM.test(name.key))) add("organisation", 2);
	// "told the Herald": an article and a capital inside a sentence.
	if (before === "the" && name.words.length === 1 && OUTLET_HEADS.has(name.key) && !acronym) add("outlet", 2);
	if (PLACE_NOUNS.has(next)) add("place", 3);
	if (before === "of" && PLACE_NOUNS.has(normAt(reading, name.first - 2))) add("place", 4);
	weighSpeech(name, add, { next, before, acronym, determined });
	if (name.words.length > 1 && !determined && !acronym) weighDeeds(reading, name, add, { next, after, before });
	if (next === "," && /^\d{1,3}$/.test(after) && /^[,.]$/.test(normAt(reading, name.stop + 2))) add("person", 3);
	if (next === "," && after === "who") add("person", 2);
	if (IN_PLACE.has(before)) {
		const known = next === "," ? knownHere(reading, written(reading, name.stop + 1, name.stop + 2)) : null;
		if (known && (known.type === "state" || known.type === "place")) add("place", 3);
		else if (PLACE_PREFIXES.has(name.words[0] ?? "") && name.words.length > 1) add("place", 3);
		else add("place", before === "in" && !LIVES.test(normAt(reading, name.first - 2)) ? 0.5 : 1);
	}
}

/** "Ostra, the Tarnian state agency, …", "Quayline, another news agency." */
const AGENCY_ASIDE =
	/^,\s(?:the|an?|another|its|their)\s(?:[\p{L}'\u2019-]+\s){0,4}(?:news|state|wire|press|official)\s(?:news\s)?agency(?=[,.;)]|\s(?:of|in|that|which)\b)|^,\sanother\sagency,/u;
/** "Quayline, a weekly newspaper, …", not "Pike, a newspaper editor". */
const OUTLET_ASIDE =
	/^,\s(?:the|an?|another)\s(?:[\p{L}'\u2019-]+\s){0,4}(?:newspaper|daily|weekly|broadcaster|tabloid|news\s(?:website|site|channel))(?=[,.;)]|\s(?:of|in|that|which)\b)/u;
/** UTF-16 units. */
const LONGEST_ASIDE = 90;

/** Verbs that go with where somebody is: "lives in", "died in". */
const LIVES =
	/^(?:lives?|lived|living|born|died|dies|resides?|resided|residing|arrived|landed|stayed|based|grew|located|situated|held|home|killed|arrested|buried|raised|elsewhere)$/;

/** Nouns of people that belong to a person: "Orla Vane's lawyer". */
const OF_PERSONS =
	/^(?:wife|husband|mother|father|son|daughter|brother|sister|widow|widower|lawyer|attorney|parents|family)$/;

/** Words behind which a name is no subject: "a letter from Vane arrived". */
const NOT_SUBJECTS = /^(?:from|of|to|with|by|at|in|on|for|near|than|about|after|before|against)$/;

/** What only persons do, and what is done to them alone. */
function weighDeeds(
	reading: Reading,
	name: Naming,
	add: (type: EntityType, weight: number) => void,
	{ next, after, before }: { readonly next: string; readonly after: string; readonly before: string },
): void {
	if (/\d|&|^\p{Lu}{3,} /u.test(name.exact) || ROLES.has((name.words.at(-1) ?? "").replace(/s$/, ""))) return;
	if (PERSON_VERBS.has(next) && !NOT_SUBJECTS.test(before)) add("person", 2);
	else if (/^(?:was|is|were|are)$/.test(next) && DONE_TO_PERSONS.has(after)) add("person", 2);
	else if (/^(?:has|had)$/.test(next) && after === "been" && DONE_TO_PERSONS.has(normAt(reading, name.stop + 2)))
		add("person", 2);
	if (DOING_TO_PERSONS.has(before)) add("person", 2);
	if (next === "'s" && OF_PERSONS.test(after)) add("person", 2);
}

interface Around {
	readonly next: string;
	readonly before: string;
	readonly acronym: boolean;
	readonly determined: boolean;
}

/** Who speaks is a person, unless an article or the look of the name says otherwise. */
function weighSpeech(name: Naming, add: (type: EntityType, weight: number) => void, around: Around): void {
	const { next, before, acronym, determined } = around;
	if (/\d/.test(name.exact)) return;
	if (isCompound(name)) {
		if (SPEECH_VERBS.has(next) || SPEECH_VERBS.has(before)) add("organisation", 2);
		return;
	}
	if (SPEECH_VERBS.has(next) && !acronym) add(determined ? "organisation" : "person", determined ? 1 : 2);
	if (SPEECH_VERBS.has(before) && !HEARD.test(before) && !acronym && saysBefore(next)) add("person", 2);
}

/** Behind these stands who hears, and no speaker: a person, an outlet or a meeting. */
const HEARD = /^(?:told|tells|tell|telling)$/;

/** "VoltNet", "CorraPay": one word of two written large, as firms and wares are named; not "McKell", "DeAndre", "MaryAnn". */
function isCompound({ exact, known, title }: Naming): boolean {
	const parts = known || title ? null : /^(\p{Lu}\p{Ll}+)(\p{Lu}\p{Ll}+)\p{L}*$/u.exec(exact);
	if (!parts) return false;
	const [, first = "", second = ""] = parts;
	if (/^(?:Ma?c|[DL][aeiou]|O|Van|Von|Fitz|St|Al|El|Ben|Bin|Ap|Abd|Abu)$/.test(first)) return false;
	return givenName(first.toLowerCase()) === undefined && givenName(second.toLowerCase()) === undefined;
}

/** "…," said Vane. — what follows a speaker that stands behind the verb. */
function saysBefore(next: string): boolean {
	return (
		next === "" ||
		next === "." ||
		next === "," ||
		next === "in" ||
		next === "on" ||
		next === "at" ||
		next === "during" ||
		next === "after"
	);
}

/** The type with the most weight; "unknown" when none has 1 or two share the lead. */
export function typeOf(weights: Weights): EntityType {
	let best: EntityType = "unknown";
	let most = 0.99;
	let tied = false;
	for (const type of ORDER) {
		const weight = weights[type] ?? 0;
		if (weight > most) {
			best = type;
			most = weight;
			tied = false;
		} else if (weight === most && best !== "unknown") tied = true;
	}
	return tied ? "unknown" : best;
}

const ORDER: readonly EntityType[] = [
	"state",
	"agency",
	"outlet",
	"person",
	"organisation",
	"place",
	"document",
	"event",
];
