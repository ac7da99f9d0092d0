import { TokenKind } from "../../model/annotated.ts";
import { has, normAt, type Reading, Shape, written } from "../shapes.ts";
import {
	DOCUMENT_HEADS,
	HONORIFICS,
	PLURAL_TITLES,
	RANKS_OF_BIRTH,
	ROLE_MODIFIERS,
	ROLES,
	SHORT_TITLES,
} from "./data/name-words.ts";
import { isDomain, isOffice } from "./domains.ts";
import { givenName, mayBeGiven } from "./gazetteer.ts";
import { headIsName, type Title } from "./naming.ts";
import { officeEnd } from "./offices.ts";
import { knownHere } from "./peoples.ts";

/**
 * Titles before names. Caught: "Foreign Minister Orla Vane", "former ambassador Kell", "Gen. Kell",
 * "Secretary of State Ana Drell". Not caught: "King Street", "General Motors", whose last word heads a
 * place or an organisation.
 */

/** Index of the last title word with a name behind it, or of an office with its domain; -1 when there is none. */
export function lastTitle(reading: Reading, from: number, to: number): number {
	for (let i = from; i < to - 2; i++) if (isOffice(normAt(reading, i)) && officeEnd(reading, i, to) > 0) return i;
	if (headIsName(normAt(reading, to - 1)) || DOCUMENT_HEADS.has(normAt(reading, to - 1))) {
		return onlyAddress(reading, from, to) ? from : titleOfPerson(reading, from, to);
	}
	// "Bishop Corra AFC"
	if (/^(?:a?fc|united|rovers|wanderers|athletic|albion|hotspur)$/.test(normAt(reading, to - 1))) return -1;
	for (let i = to - 2; i >= from; i--) {
		const norm = normAt(reading, i);
		if (norm === "." && HONORIFICS.has(normAt(reading, i - 1))) continue;
		if (!isTitleWord(norm)) continue;
		if (afterTitle(reading, i, to) < to) return i;
	}
	return -1;
}

/** "Mr. Post" is a person for all that "Post" heads names of newspapers. */
function onlyAddress(reading: Reading, from: number, to: number): boolean {
	return HONORIFICS.has(normAt(reading, from)) && to - from <= 3;
}

/** Heads of places and documents that are surnames, or as "Bill" given names. */
const SURNAMES =
	/^(?:park|hill|hills|lane|street|hall|banks|lake|brooks|rivers|river|ford|temple|base|camp|castle|bridge|law|act)$/;

/**
 * The title right before a given name and a surname that is a word of places besides: "Officer Rose Park",
 * "Sheriff Bill"; -1 for "Governor Nelson Bridge Road", "King Charles Street".
 */
function titleOfPerson(reading: Reading, from: number, to: number): number {
	const last = normAt(reading, to - 1);
	const given = DOCUMENT_HEADS.has(last) && givenName(last) !== undefined ? to - 1 : to - 2;
	if (given === to - 2 && !SURNAMES.test(last)) return -1;
	const title = normAt(reading, given - 1) === "." ? given - 2 : given - 1;
	if (title < from || !mayBeGiven(normAt(reading, given))) return -1;
	const norm = normAt(reading, title);
	if ((!ROLES.has(norm) && !SHORT_TITLES.has(norm)) || RANKS_OF_BIRTH.has(norm)) return -1;
	const before = normAt(reading, from - 1);
	return /^(?:the|in|at|near|on)$/.test(before) && given === to - 2 ? -1 : title;
}

export function isTitleWord(norm: string): boolean {
	return (
		HONORIFICS.has(norm) ||
		RANKS_OF_BIRTH.has(norm) ||
		SHORT_TITLES.has(norm) ||
		ROLES.has(norm) ||
		PLURAL_TITLES.has(norm)
	);
}

/** First token of the title phrase that ends at `title`: modifiers and other titles in front belong to it. */
export function titleBegin(reading: Reading, from: number, title: number): number {
	let begin = title;
	while (begin > from) {
		const norm = normAt(reading, begin - 1);
		if (norm === "." || ROLE_MODIFIERS.has(norm) || isTitleWord(norm)) begin--;
		else break;
	}
	return begin;
}

/** First token behind the title: past its full stop, and past "of State" in "Secretary of State". */
export function afterTitle(reading: Reading, title: number, to: number): number {
	const office = officeEnd(reading, title, to);
	if (office > 0) return office;
	let at = title + 1;
	if (normAt(reading, at) === "." && at < to) at++;
	if (at < to && (normAt(reading, at) === "of" || normAt(reading, at) === "for")) {
		at++;
		while (at < to && (isDomain(normAt(reading, at)) || normAt(reading, at) === "the" || normAt(reading, at) === "and"))
			at++;
	}
	return at;
}

/** Roles behind a title that say whose its bearer is: the title is the other's. */
const SERVANTS = /^(?:aide|advis[eo]r|spokes(?:man|woman|person)|wife|husband|widow|candidate|nominee|lawyer)$/;

/** The title in a token range. Roles are read up to `head`: behind it stands what the office is held over. */
export function makeTitle(
	reading: Reading,
	first: number,
	end: number,
	head: number,
	states: readonly string[],
): Title {
	const roles: string[] = [];
	let pronoun: "he" | "she" | null = null;
	for (let i = first; i <= head; i++) {
		const norm = normAt(reading, i);
		const role = SHORT_TITLES.get(norm) ?? ((ROLES.has(norm) ? norm : (PLURAL_TITLES.get(norm) ?? "")) || null);
		const next = normAt(reading, i + 1);
		// "minister aide Bo Quill": the minister is somebody else.
		if (SERVANTS.test(norm)) roles.length = 0;
		// "Prime Minister", "Deputy Mayor": the last of a chain is the head; a modifier is none.
		if (role !== null && !(ROLE_MODIFIERS.has(norm) && i < head && isTitleWord(next))) roles.push(role);
		pronoun ??= HONORIFICS.get(norm) ?? RANKS_OF_BIRTH.get(norm) ?? null;
	}
	return { start: reading.starts[first] ?? 0, end: reading.ends[end - 1] ?? 0, roles, pronoun, states };
}

/** A title in small letters directly before a name: "former ambassador Kell", "spokeswoman Ana Drell". */
export function titleInFront(reading: Reading, token: number): Title | null {
	let head = officeInFront(reading, token) ?? token - 1;
	if (normAt(reading, head) === "." && has(reading, head, Shape.joined)) head--;
	const norm = normAt(reading, head);
	if (head < 0 || reading.sentenceOf[head] !== reading.sentenceOf[token]) return null;
	if (has(reading, head, Shape.capital) || !isTitleWord(norm)) return null;
	// "a major role": ranks that are adjectives as well.
	const chained = ROLE_MODIFIERS.has(normAt(reading, head - 1)) || isTitleWord(normAt(reading, head - 1));
	if ((norm === "major" || norm === "general" || norm === "principal") && !chained) return null;
	if (norm === "us" || norm === "don" || norm === "pan" || norm === "host" || norm === "model" || norm === "people")
		return null;
	let begin = head;
	const states: string[] = [];
	while (begin > 0 && begin > head - 5 && reading.sentenceOf[begin - 1] === reading.sentenceOf[token]) {
		const before = normAt(reading, begin - 1);
		if (has(reading, begin - 1, Shape.capital)) {
			const known = knownHere(reading, written(reading, begin - 1, begin));
			if (known?.type === "state") states.push(known.usual);
			break;
		}
		if (!ROLE_MODIFIERS.has(before) && !isTitleWord(before)) break;
		begin--;
	}
	return makeTitle(reading, begin, token, head, states);
}

/** The office in small letters whose domain ends right before a token: "minister" in "minister of waters Kell". */
function officeInFront(reading: Reading, token: number): number | null {
	const sentence = reading.sentenceOf[token];
	for (let at = token - 1; at > token - 6 && at > 0 && reading.sentenceOf[at - 1] === sentence; at--) {
		const norm = normAt(reading, at);
		if (has(reading, at, Shape.capital) || reading.kinds[at] !== TokenKind.word) return null;
		if (norm === "of" || norm === "for") return at < token - 1 && isOffice(normAt(reading, at - 1)) ? at - 1 : null;
		if (!isDomain(norm) && norm !== "and" && norm !== "the") return null;
	}
	return null;
}
