import { ROLE_MODIFIERS, ROLES } from "../../language/names/data/name-words.ts";
import { sliceOf } from "../../text/spans.ts";
import type { ClauseText, TokenName } from "./clause-text.ts";
import { ORGANS } from "./noun-phrases.ts";

/**
 * The body for which a description says that somebody speaks. Caught: "Harbour Union spokeswoman", "Norrland's foreign
 * minister", "a lawyer for Vaskold Metals", "the Norrland delegation". Not caught: "Orvania's envoy to Tarnia" for
 * Tarnia, "former president of Tarnia", "a candidate of the Reform Party", "a Tarnian farmer".
 */
export interface Office {
	/** Entity id in the set of the body. */
	readonly body: string;
	/** The words that say so, as tokens. */
	readonly first: number;
	readonly end: number;
}

/** Whose holder speaks for the body that has them. */
const OFFICES = new Set(
	(
		"president premier minister chancellor governor mayor ambassador envoy consul diplomat delegate negotiator secretary " +
		"undersecretary spokesman spokeswoman spokesperson spox chairman chairwoman chairperson chair chief head leader director " +
		"commissioner commander admiral ombudsman representative speaker executive ceo cfo coo owner founder lawyer attorney " +
		"solicitor barrister counsel official coordinator vice-president secretary-general director-general attorney-general " +
		"vice-chairman manager king queen emir sultan lawmaker legislator mp senator treasurer co-chair"
	).split(" "),
);
/** Who holds it no more, or not yet, speaks for nobody by it. */
const NOT_NOW =
	/^(?:former|formerly|ex|ousted|late|outgoing|deposed|onetime|one-time|would-be|aspiring|exiled|retired|ex-.+|candidate|nominee|hopeful|contender|.+-elect|elect|aide|wife|husband|widow|son|daughter|brother|sister|critic|rival|opponent|successor|predecessor)$/;
/** Behind these offices "to", "for" and "in" say where or about what, not for whom. */
const SENT =
	/^(?:ambassador|envoy|consul|diplomat|delegate|representative|coordinator|minister|secretary|commissioner)$/;
const BODIES = new Set(["state", "organisation", "unknown", "place", "agency", "outlet"]);
const PREPOSITIONAL = /^(?:of|for|to|at|in|from|with|on|under|against|by|about)$/;

/** Tokens that a description beside a name may have. */
const LONGEST = 12;

/**
 * The body whose office a range of tokens gives, or that acts by the organ it names; null when it gives none.
 *
 * @param bearer the entity described, whose own name is no body here
 */
export function officeIn(text: ClauseText, first: number, end: number, bearer: string | null): Office | null {
	let office = -1;
	for (let at = first; at < end; at++) {
		const norm = text.normAt(at);
		if (NOT_NOW.test(norm)) return null;
		// A description has one office; what follows "of" or a comma says of what.
		if (office >= 0 && (PREPOSITIONAL.test(norm) || norm === ",")) break;
		const modifies = ROLE_MODIFIERS.has(norm) && at + 1 < end && ROLES.has(text.normAt(at + 1));
		if (OFFICES.has(norm) && !modifies) office = at;
	}
	if (office < 0) return null;
	let owner: TokenName | null = null;
	for (let at = first; at < office; at++) {
		const name = bodyAt(text, at, office, bearer);
		if (!name) continue;
		owner = name;
		at = name.end - 1;
	}
	if (owner) {
		// "an aide to Tarnia, the president": what stands between must be the office's own words.
		const parted = wordsBetween(text, owner.end, office).some((norm) => PREPOSITIONAL.test(norm) || norm === ",");
		return parted ? null : { body: owner.entity, first, end };
	}
	const preposition = text.normAt(office + 1);
	if (preposition !== "of" && (!/^(?:for|at|with)$/.test(preposition) || SENT.test(text.normAt(office)))) return null;
	for (let at = office + 2; at < Math.min(end, office + 6); at++) {
		const name = bodyAt(text, at, end, bearer);
		if (name) return { body: name.entity, first, end };
		if (!/^(?:the|a|an)$/.test(text.normAt(at)) && !ROLE_MODIFIERS.has(text.normAt(at))) return null;
	}
	return null;
}

/** "the Norrland delegation", "Tarnian officials": a state by what acts for it. */
export function organIn(text: ClauseText, first: number, end: number): Office | null {
	for (let at = first; at < end; at++) {
		if (NOT_NOW.test(text.normAt(at))) return null;
		const name = bodyAt(text, at, end, null);
		if (!name) continue;
		const behind = text.normAt(name.end) === "'s" ? name.end + 1 : name.end;
		const words = wordsBetween(text, behind, end);
		const organ = words.findIndex((norm) => ORGANS.has(norm));
		const parted = words.slice(0, organ).some((norm) => PREPOSITIONAL.test(norm) || norm === ",");
		return organ < 0 || parted ? null : { body: name.entity, first, end };
	}
	return null;
}

/** The office that the words directly before a name give it, or a description between commas before or behind it. */
export function officeBeside(text: ClauseText, name: TokenName): Office | null {
	if (name.form === "description") return officeIn(text, name.first, name.end, name.entity);
	const sentence = text.sentences[text.sentenceAt(text.spanOf(name.first, name.first + 1).start)];
	if (!sentence) return null;
	const behind = text.normAt(name.first - 1) === "," ? name.first - 1 : name.first;
	const before = officeIn(text, frontOf(text, name, sentence.first), behind, name.entity);
	if (before || text.normAt(name.end) !== ",") return before;
	let from = name.end + 1;
	if (/^\d{1,3}$/.test(text.normAt(from)) && text.normAt(from + 1) === ",") from += 2;
	let end = from;
	while (end < Math.min(sentence.end, from + LONGEST) && !CLOSES.test(text.normAt(end))) end++;
	// "Vane, the union said" is somebody else's clause; a description that goes on and on is none.
	const told = /^(?:said|says|told|that)$/.test(text.normAt(end));
	if (told || (end < sentence.end && !CLOSES.test(text.normAt(end)))) return null;
	return officeIn(text, from, end, name.entity);
}

const CLOSES = /^(?:[,.;:!?()\u2013\u2014"\u201c\u201d]|--|and|who|which|said|says|told|that)$/;
const NO_DESCRIPTION =
	/^(?:said|says|told|was|were|is|are|has|had|that|who|which|by|with|to|in|on|when|as|after|before)$/;

/** The first token of the titles and owners before a name: that of "Norrland" in "Norrland foreign minister |Orla Vane|". */
function frontOf(text: ClauseText, name: TokenName, floor: number): number {
	const limit = Math.max(floor, name.first - LONGEST);
	let first = name.first;
	// "the union's spokeswoman, |Ana Drell|": a description from its article or owner to a comma.
	let comma = text.normAt(first - 1) === "," && first - 1 > limit;
	if (comma) first--;
	while (first > limit) {
		const norm = text.normAt(first - 1);
		const owner = text.namesTo(first).find(({ entity, first: start }) => start >= limit && entity !== name.entity);
		if (owner) {
			first = owner.first;
			continue;
		}
		const small = text.isWord(first - 1) && !text.isCapital(first - 1);
		const title = ROLES.has(norm) || ROLE_MODIFIERS.has(norm) || NOT_NOW.test(norm) || /^(?:'s|-|\.|then)$/.test(norm);
		if (!title && !(comma && small && !NO_DESCRIPTION.test(norm))) break;
		first--;
		if (/^(?:the|a|an)$/.test(norm)) comma = false;
	}
	return first;
}

function bodyAt(text: ClauseText, at: number, end: number, bearer: string | null): TokenName | null {
	const fits = (one: TokenName): boolean =>
		one.end <= end &&
		one.entity !== bearer &&
		one.form !== "pronoun" &&
		one.form !== "description" &&
		BODIES.has(one.type);
	return text.namesFrom(at).find(fits) ?? null;
}

function wordsBetween(text: ClauseText, first: number, end: number): string[] {
	const words: string[] = [];
	for (let at = first; at < end; at++) words.push(text.normAt(at));
	return words;
}

/** The words of an office, as they stand. */
export function wordsOfOffice(text: ClauseText, { first, end }: Office): string {
	return sliceOf(text.annotated.article.text, text.spanOf(first, end));
}
