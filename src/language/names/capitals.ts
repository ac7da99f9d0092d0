import { TokenKind } from "../../model/annotated.ts";
import { has, normAt, type Reading, Shape } from "../shapes.ts";
import { OPENING_WORDS } from "./data/common-words.ts";
import { CALENDAR_WORDS, HONORIFICS, ROLES, SPEECH_VERBS } from "./data/name-words.ts";
import { givenName } from "./gazetteer.ts";

/** Which capitals can belong to names: "Vane", "J."; not "Said" of title case, "May 3" or "(R-Ohio)". */

/** Months that are also given names or surnames. */
const MONTH_NAMES = new Set(["april", "may", "june", "august"]);

/** Verbs that title case writes large: no name goes on past them. */
const VERBS = new Set(
	"says said tells told is are was were be been being has had have does did do could would should won't isn't aren't wasn't can't don't doesn't didn't".split(
		" ",
	),
);

/** "(R-Ohio)" behind a legislator's name. */
const PARTY_AND_STATE = /^[rdi]-\p{L}{1,5}$/u;

/** Whether a token can be part of a name by its writing. */
export function canName(reading: Reading, token: number): boolean {
	if (reading.kinds[token] !== TokenKind.word || !has(reading, token, Shape.capital)) return false;
	if (has(reading, token, Shape.date)) return false;
	const norm = normAt(reading, token);
	if (norm === "'s" || norm.startsWith("i'")) return false;
	if (isAmount(reading, token)) return false;
	// "I." ends a sentence more often than it is an initial.
	if (norm === "i")
		return (
			isInitial(reading, token) && has(reading, token + 2, Shape.capital) && !has(reading, token + 2, Shape.opening)
		);
	if (VERBS.has(norm) && !has(reading, token, Shape.acronym)) return false;
	if (PARTY_AND_STATE.test(norm)) return false;
	if (!CALENDAR_WORDS.has(norm)) return !CALENDAR_WORDS.has(/^\p{L}+(?=[-\u2010\u2011\u2013])/u.exec(norm)?.[0] ?? "");
	// "Theresa May" is a name, "on May 3" and "May" alone are not.
	const before = token > 0 ? givenName(normAt(reading, token - 1)) : undefined;
	if (MONTH_NAMES.has(norm) && before !== undefined && has(reading, token - 1, Shape.capital)) return true;
	if (!MONTH_NAMES.has(norm) && norm !== "jan") return false;
	return isBetweenTitleAndName(reading, token) || speaksAsName(reading, token);
}

/** "May Orr said", "said June Hale": a month's word and another capital beside a verb of speech; not "in May Orr said". */
function speaksAsName(reading: Reading, token: number): boolean {
	const after = token + 1;
	if (reading.kinds[after] !== TokenKind.word || !has(reading, after, Shape.capital)) return false;
	if (VERBS.has(normAt(reading, after)) || CALENDAR_WORDS.has(normAt(reading, after))) return false;
	const before = normAt(reading, token - 1);
	if (has(reading, token, Shape.opening)) return SPEECH_VERBS.has(normAt(reading, token + 2));
	if (
		/^(?:in|since|by|until|till|last|this|next|early|late|mid|of|during|from|through|to|and|before|after)$/.test(before)
	)
		return false;
	return SPEECH_VERBS.has(before) || SPEECH_VERBS.has(normAt(reading, token + 2));
}

/** "Mayor Jan Pruss", "Mrs. June Hale": a month's word between a title and another capital is a given name. */
function isBetweenTitleAndName(reading: Reading, token: number): boolean {
	const after = token + 1;
	const title = normAt(reading, token - 1) === "." ? token - 2 : token - 1;
	const norm = normAt(reading, title);
	return (
		title >= 0 &&
		has(reading, title, Shape.capital) &&
		(ROLES.has(norm) || HONORIFICS.has(norm)) &&
		reading.kinds[after] === TokenKind.word &&
		has(reading, after, Shape.capital) &&
		!VERBS.has(normAt(reading, after)) &&
		!CALENDAR_WORDS.has(normAt(reading, after)) &&
		reading.sentenceOf[title] === reading.sentenceOf[after]
	);
}

/** Signs of money in letters, which stand before a number. */
const MONEY = /^(?:[A-Z]{1,3}|Rs|Sh|KSh|Ksh|USh|Ush|TSh|Tsh|GHS?|Rp|Fr|Kr|Lv|Ft|Dh|Dhs|BZ|Bs|Gs|Lei|Nu|Php|Ps)$/;
/** The same with its number in one word: "N300", "Sh200", "VND2". */
const MONEY_AND_NUMBER = /^(?:[A-Z]{1,3}|Rs|Sh|KSh|Ksh|USh|Ush|TSh|Tsh|Rp|Php|Bs)\d+$/;
const MAGNITUDE = /^(?:m|mn|mln|bn|b|tn|k|million|billion|trillion|thousand|lakh|lakhs|crore|crores)$/;
/** Units that stand behind a number: "500MW", "250 and 300 K". */
const UNITS = /^(?:[GMTk]Wh?|Wh|[GMTk]B|[GMk]?Hz|[KCFVWm]|[km]?Pa|[km]?V|kW|MeV|GeV|mAh|PM|AM)$/;

/** "N300 million", "R12.4m", "Rs 5 lakh", "GH¢5", "500MW": money and measures, which are named by their signs alone. */
function isAmount(reading: Reading, token: number): boolean {
	const word = reading.text.slice(reading.starts[token], reading.ends[token]);
	if (word.length > 8) return false;
	const next = token + 1;
	const behind = reading.text.charAt(reading.ends[token] ?? 0);
	if (MONEY_AND_NUMBER.test(word)) {
		if (MAGNITUDE.test(normAt(reading, next))) return true;
		return /[.,]/.test(behind) && /\d/.test(reading.text.charAt((reading.ends[token] ?? 0) + 1));
	}
	if (MONEY.test(word)) {
		if (/[\u00a2-\u00a5\u20a0-\u20bf$]/.test(behind)) return true;
		const number = behind === "." ? token + 2 : next;
		if (/^(?:Rs|K[Ss]h|U[Ss]h|T[Ss]h|Rp|Sh|Dhs?)$/.test(word) && reading.kinds[number] === TokenKind.number)
			return true;
	}
	const before = token - 1;
	if (reading.kinds[before] !== TokenKind.number || !UNITS.test(word)) return false;
	return has(reading, token, Shape.joined) || (word.length === 1 && !isInitialOfName(reading, token));
}

/** "K. Vane" behind "300": a letter before a capital that opens no sentence as it may. */
function isInitialOfName(reading: Reading, token: number): boolean {
	return normAt(reading, token + 1) === "." && givenOrName(reading, token + 2);
}

function givenOrName(reading: Reading, token: number): boolean {
	const norm = normAt(reading, token);
	return has(reading, token, Shape.capital) && !OPENING_WORDS.has(norm);
}

/** A lone capital letter with its full stop: "J." in "J. Vane". */
export function isInitial(reading: Reading, token: number): boolean {
	return (
		(reading.ends[token] ?? 0) - (reading.starts[token] ?? 0) === 1 &&
		has(reading, token, Shape.capital) &&
		normAt(reading, token + 1) === "." &&
		has(reading, token + 1, Shape.joined)
	);
}
