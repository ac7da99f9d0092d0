import { TokenKind } from "../../model/annotated.ts";
import type { Span } from "../../model/span.ts";
import { has, normAt, type Reading, Shape } from "../shapes.ts";
import { IRREGULAR_PLURALS } from "./data/units.ts";

/** What a number counts: the head noun in lower-case singular, and the noun phrase's span. */
export interface Counted {
	readonly of: string;
	readonly span: Span;
	/** Token behind the phrase. */
	readonly end: number;
}

/** A counted noun stands at most this many tokens behind its number: "63 mostly young Corran aid workers". */
const FARTHEST = 6;

/** Words that end a noun phrase before its noun: verbs, prepositions, conjunctions, pronouns. */
const STOPS = new Set(
	(
		"a an the this that these those and or but nor so in on at to by for from with as than into onto over under after before since until " +
		"during between among against about near who whom which what when where while because if is are was were be been being has have had " +
		"will would can could should may might must shall do does did said says told say it he she they we you i his her its their our my your " +
		"there here then not no only also still already each per ago later earlier more less fewer when were out up down off away back"
	).split(" "),
);
/** States in which people are counted: "63 dead", "12 injured". */
const STATES = new Set(
	"dead injured wounded missing killed hurt homeless displaced trapped arrested hospitalised hospitalized".split(" "),
);
const OF_DETERMINERS = new Set(["the", "his", "her", "its", "their", "our", "those", "these"]);
/** Units for which "of" leads on to what is counted: "dozens of people". */
const NOT_NOUNS = new Set(
	"as his this its us was has is yes thus always perhaps besides sometimes afterwards towards times plus across hours' others".split(
		" ",
	),
);

const NOT_SINGULAR =
	/(?:ing|ed|est|ful|ous|ive|able)$|^(?:soon|too|such|famous|big|small|good|bad|new|old|great|least|last|most|thing|way|side|point|hand|sort|kind|bit)$/;

/** The noun phrase counted by a number that ends before token `from`; null when none is plain to see. */
export function findCounted(
	reading: Reading,
	from: number,
	limit: number,
	value: number | null,
	magnitude: boolean,
): Counted | null {
	let at = from;
	if (normAt(reading, at) === "of" && at < limit) {
		if (magnitude) at++;
		else if (OF_DETERMINERS.has(normAt(reading, at + 1))) at += 2;
		else return null;
		if (magnitude && OF_DETERMINERS.has(normAt(reading, at))) at++;
	} else if (magnitude && from < limit && normAt(reading, at) !== "more") return null;
	if (normAt(reading, at) === "more" || normAt(reading, at) === "other" || normAt(reading, at) === "others") {
		if (normAt(reading, at) === "others") return null;
		at++;
	}
	const first = at;
	for (; at < limit && at < first + FARTHEST; at++) {
		const norm = normAt(reading, at);
		if (reading.kinds[at] !== TokenKind.word || norm === "'s" || STOPS.has(norm) || has(reading, at, Shape.date))
			return null;
		if (norm.endsWith("ly")) continue;
		if (STATES.has(norm)) return at === first || at === first + 1 ? finish(reading, first, at, norm) : null;
		if (value === 1) {
			if (!endsPhrase(reading, at + 1, limit)) continue;
			// "one soon", "one experienced": what does not look like a noun is none.
			if (has(reading, at, Shape.capital) || isPlural(norm) || NOT_SINGULAR.test(norm)) return null;
			return finish(reading, first, at, norm);
		}
		if (isPlural(norm) && !has(reading, at, Shape.capital)) {
			// "63 police officers", "12 sports cars": the last plural of a chain is the noun.
			const next = normAt(reading, at + 1);
			if (
				at + 1 < limit &&
				reading.kinds[at + 1] === TokenKind.word &&
				isPlural(next) &&
				!STOPS.has(next) &&
				!STATES.has(next)
			)
				continue;
			return finish(reading, first, at, singular(norm));
		}
	}
	return null;
}

function finish(reading: Reading, first: number, head: number, of: string): Counted {
	return { of, span: { start: reading.starts[first] ?? 0, end: reading.ends[head] ?? 0 }, end: head + 1 };
}

function endsPhrase(reading: Reading, at: number, limit: number): boolean {
	if (at >= limit || reading.kinds[at] !== TokenKind.word) return true;
	const norm = normAt(reading, at);
	return (
		STOPS.has(norm) ||
		STATES.has(norm) ||
		norm === "of" ||
		(norm.length > 4 && norm.endsWith("ed")) ||
		has(reading, at, Shape.date)
	);
}

function isPlural(norm: string): boolean {
	if (IRREGULAR_PLURALS.has(norm)) return true;
	return norm.length > 3 && norm.endsWith("s") && !/(?:ss|us|is|'s)$/.test(norm) && !NOT_NOUNS.has(norm);
}

/** The singular of an English noun in lower case; a noun that is none or has none comes back as it is. */
function singular(noun: string): string {
	const irregular = IRREGULAR_PLURALS.get(noun);
	if (irregular !== undefined) return irregular;
	if (/men$/.test(noun) && noun.length > 4) return `${noun.slice(0, -3)}man`;
	if (noun.length > 4 && noun.endsWith("ies")) return `${noun.slice(0, -3)}y`;
	if (/(?:sses|xes|zzes|ches|shes)$/.test(noun)) return noun.slice(0, -2);
	if (/[^su]s$/.test(noun)) return noun.slice(0, -1);
	return noun;
}

/** Verbs that take people, before their number: "killed 11", "injuring at least 22". */
const TAKING =
	/^(?:kill(?:s|ed|ing)?|injur(?:es|ed|ing)|wound(?:s|ed|ing)|hurt(?:s|ing)?|arrest(?:s|ed|ing)|detain(?:s|ed|ing)|rescu(?:es|ed|ing)|evacuat(?:es|ed|ing)|hospitali[sz](?:es|ed|ing))$/;
/** What is said of people behind their number: "22 were hurt", "11 died". */
const TAKEN =
	/^(?:dead|died|die|killed|injured|wounded|hurt|missing|arrested|detained|rescued|evacuated|hospitali[sz]ed|unaccounted|drowned|perished)$/;
/** Words between a number and its predicate. */
const LINKS =
	/^(?:were|was|are|is|have|has|had|been|be|also|still|more|others|already|so|far|remain|remained|reported|confirmed|feared|shot|found|seriously|badly|slightly|critically)$/;
/** Nouns of a count of people, before "rose to 11". */
const TOLL = /^(?:toll|dead|deaths|fatalities|casualties)$/;
const CLIMB =
	/^(?:rise|rises|rose|risen|rising|climb|climbs|climbed|climbing|reach|reaches|reached|stands|stood|grew|grown|jumped|is|was|at|to|has|had|now|of|passed|hit)$/;
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
	const taken = next < limit && TAKEN.test(normAt(reading, next)) && !/^(?:in|by|since|on|at|of|-)$/.test(before);
	if (taken) return true;
	const free = end >= limit || reading.kinds[end] !== TokenKind.word || STOPS.has(normAt(reading, end));
	if (!free || /^[-%:\u2013]$/.test(normAt(reading, end))) return false;
	if (same(first - 1) && TAKING.test(before)) return true;
	if (!/^(?:to|at|of|is|was|reached|hit|passed|stands|stood)$/.test(before) && !CLIMB.test(before)) return false;
	for (let at = first - 1; at >= first - TOLL_REACH && same(at); at--) {
		const norm = normAt(reading, at);
		if (TOLL.test(norm)) return norm !== "toll" || normAt(reading, at - 1) === "death";
		if (reading.kinds[at] === TokenKind.mark) return false;
	}
	return false;
}
