import { TokenKind } from "../../model/annotated.ts";
import type { Span } from "../../model/span.ts";
import { has, normAt, type Reading, Shape } from "../shapes.ts";
import { ENDING_VERBS, STOPS } from "./data/stop-words.ts";
import { IRREGULAR_PLURALS } from "./data/units.ts";
import { smallNumber } from "./number-words.ts";
import { isElided } from "./people.ts";

/** What a number counts: the head noun in lower-case singular, and the noun phrase's span. */
export interface Counted {
	readonly of: string;
	readonly span: Span;
	/** Token behind the phrase. */
	readonly end: number;
}

/** A counted noun stands at most this many tokens behind its number: "63 mostly young Corran aid workers". */
const FARTHEST = 6;

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
	/(?:ing|ed|est|ful|ous|ive|able)$|^(?:soon|too|such|famous|big|small|good|bad|new|old|great|least|last|most|thing|way|side|point|hand|sort|kind|bit|straight|consecutive|successive|anti|pro)$/;

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
		else if (value === 0 && isPlural(normAt(reading, at + 1))) at++;
		else return null;
		if (magnitude && OF_DETERMINERS.has(normAt(reading, at))) at++;
	} else if (magnitude && from < limit && normAt(reading, at) !== "more") return null;
	if (normAt(reading, at) === "more" || normAt(reading, at) === "other" || normAt(reading, at) === "others") {
		if (normAt(reading, at) === "others") return finish(reading, at, at, "other");
		at++;
	}
	const first = at;
	for (; at < limit && at < first + FARTHEST; at++) {
		const norm = normAt(reading, at);
		// "three 19-year-old men", "two 15-year-olds"
		const age = ageInside(reading, at, limit);
		if (age === "olds") return finish(reading, first, at + 2, "person");
		if (age === "old") {
			at += 2;
			continue;
		}
		if (reading.kinds[at] !== TokenKind.word || norm === "'s" || STOPS.has(norm) || has(reading, at, Shape.date))
			return null;
		// "three of the eight climbers": the noun is the second number's; the first is lent it afterwards.
		if (smallNumber(norm) !== null) return null;
		if (norm.endsWith("ly")) continue;
		if (STATES.has(norm)) {
			if (at > first + 1 || (at === first && isElided(reading, from - 1, at, limit))) return null;
			return finish(reading, first, at, norm);
		}
		if (value === 1) {
			if (at + 1 < limit && reading.kinds[at + 1] === TokenKind.number) return null;
			if (!endsPhrase(reading, at + 1, limit)) continue;
			// "one soon", "one experienced": what does not look like a noun is none.
			if (has(reading, at, Shape.capital) || isPlural(norm) || NOT_SINGULAR.test(norm)) return null;
			return finish(reading, first, at, norm);
		}
		if (/-year-olds$/.test(norm)) return finish(reading, first, at, "person");
		const titled = has(reading, at, Shape.titled);
		// "12 Chileans", "two Democrats": a people's name in the plural, unless a name goes on behind it.
		if (isPlural(norm) && has(reading, at, Shape.capital) && !has(reading, at, Shape.acronym) && !titled) {
			if (!PEOPLES.test(norm) || has(reading, at + 1, Shape.capital) || !endsPhrase(reading, at + 1, limit)) continue;
			return finish(reading, first, at, singular(norm));
		}
		if (isPlural(norm) && (titled || !has(reading, at, Shape.capital))) {
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

/** Peoples, believers and party members in the plural: "Chileans", "Muslims", "Israelis", "Democrats". */
const PEOPLES =
	/(?:ans|mens|ims|ists|ats|elis|qis|nis|ics|hists|eons)$|^(?:jews|turks|kurds|arabs|sikhs|hindus|serbs|croats|uyghurs|uighurs|tutsis|hutus|liberals|conservatives|marines|britons|swedes|danes|finns|poles|czechs|slovaks|greeks|filipinos|scots|saudis|emiratis|kuwaitis)$/;

/** "-year-old" behind a number inside a noun phrase, or "-year-olds", which is the noun itself. */
function ageInside(reading: Reading, at: number, limit: number): "old" | "olds" | null {
	if (reading.kinds[at] !== TokenKind.number || normAt(reading, at + 1) !== "-" || at + 2 >= limit) return null;
	const norm = normAt(reading, at + 2);
	return /^(?:year|month|week|day)-old$/.test(norm)
		? "old"
		: /^(?:year|month|week|day)-olds$/.test(norm)
			? "olds"
			: null;
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
		ENDING_VERBS.has(norm) ||
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
