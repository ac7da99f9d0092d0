import type { Byline } from "../../model/article.ts";
import type { Line } from "../lines/lines.ts";
import { isAgency, isOutletName } from "./agencies.ts";
import { isPersonName, readAuthors, uniteNames } from "./author-names.ts";
import { type ExplicitDate, readExplicitDate } from "./explicit-date.ts";
import { TRAILING_TITLE } from "./name-words.ts";

/**
 * A line at the head of a report that names who wrote it.
 *
 * Catches: "By Ada Quill and Bo Marsh, Harbour News", "By Ada Quill in Amity and Bo Marsh", "Ada Quill | Harbour Post", "Reuters", "田中一郎記者".
 * Leaves: "By Friday, all ferries will run again", "By Ada Quill's own account, nobody slept", "Ada Quill resigns".
 */

/** Words a byline may have. */
const MOST_WORDS = 20;

/** "BY" before words that are no name: a day, a number, a small word. */
const NO_NAME =
	/^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|the|a|an|this|that|then|now|far|and|his|her|its|their|contrast|law|force|way|comparison)\b/i;
const LEAD =
	/^(?:(?:written|story|report|reported|text|analysis|posted|article|words)\s+)?(?:by|von|par|por|di|автор|door|av|af|tekst)\s*:?\s+/iu;
const NAME =
	/^(?:\p{Lu}[\p{L}\p{M}.'’-]*|(?:de|da|del|della|di|van|von|der|den|la|le|al|el|bin|ibn|ben|dos|du|ten|ter|y)\b)(?:\s+(?:\p{Lu}[\p{L}\p{M}.'’-]*|(?:de|da|del|della|di|van|von|der|den|la|le|al|el|bin|ibn|ben|dos|du|ten|ter|y)\b)){1,4}$/u;
const ROLE =
	/^(?:(?:senior |chief |special |foreign |political |staff |our |the |diplomatic |business |science |defence |defense |security |world |national |deputy |associate |contributing )*(?:correspondents?|reporters?|writers?|editors?|staff|bureau chief|contributors?|analysts?|columnists?|desk|team|author|journalist)|in \p{Lu}.*|for .*)$/iu;

/** Small words that bylines have between names, places and agencies. */
const BETWEEN =
	/^(?:in|at|and|und|et|y|e|og|och|i|en|with|from|by|for|files?|inputs?|reporting|additional|mit|von|material|informationen|aus|avec|les|des|de|d['’]|du|à|informations?|dépêches|con|información|informazioni|com|informações|da|das|do|med|met|special|to|the)$/iu;

/** The byline in a line, or null. Authors are as written, in the order given. */
export function findByline(line: Line, text: string): Byline | null {
	if (line.words > MOST_WORDS || line.words === 0 || line.end - line.start > 200) return null;
	const written = text.slice(line.start, line.end);
	return findPlainByline(line, written) ?? findLongByline(line, written) ?? findTitledByline(line, written);
}

/** "By Ada Quill in Amity and Bo Marsh", "Par Ada Quill, avec AFP": names, and between them nothing but places and small words. */
function findLongByline(line: Line, written: string): Byline | null {
	const lead = LEAD.exec(written)?.[0] ?? "";
	if (lead === "" || line.ended) return null;
	const rest = withoutDate(written.slice(lead.length)).replace(/[\s|,;·•–—-]+$/, "");
	if (NO_NAME.test(rest)) return null;
	const { people, agencies } = readAuthors([{ text: rest, bearer: null }], { folded: new Set() });
	if (people.length === 0 || !people.every((name) => NAME.test(name)) || !rest.startsWith(people[0] ?? "")) return null;
	let left = rest;
	for (const name of [...people, ...agencies]) left = left.replace(name, () => " ");
	const words = left.match(/[\p{L}\p{M}'’.-]*\p{L}[\p{L}\p{M}'’.-]*/gu) ?? [];
	if (!words.every((word) => BETWEEN.test(word) || /^\p{Lu}[\p{L}\p{M}'’.-]*$/u.test(word))) return null;
	const wires = words.filter((word) => word.length > 2 && /^\p{Lu}/u.test(word) && isAgency(word));
	const span = { start: line.start, end: line.end };
	return { text: written, span, from: "byline", authors: people, agencies: uniteNames(agencies, wires) };
}

/** "田中一郎記者", "김하나 기자": a name and the word for who reports, and nothing else. */
function findTitledByline(line: Line, written: string): Byline | null {
	const title = TRAILING_TITLE.exec(written)?.[0] ?? "";
	if (
		title.trim() === "" ||
		!/^[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}\p{Script=Hiragana}ー・\s]{4,20}$/u.test(written)
	)
		return null;
	const name = written.slice(0, -title.length).trim();
	if (
		!/^(?:\p{Script=Han}{2,6}|\p{Script=Han}{1,3}[ \u3000]?[\p{Script=Han}\p{Script=Hiragana}]{1,4}|\p{Script=Hangul}{2,4})$/u.test(
			name,
		)
	)
		return null;
	if (!isPersonName(name, null)) return null;
	return { text: written, span: { start: line.start, end: line.end }, from: "byline", authors: [name], agencies: [] };
}

function findPlainByline(line: Line, written: string): Byline | null {
	const lead = LEAD.exec(written)?.[0] ?? "";
	const rest = withoutDate(written.slice(lead.length)).replace(/[\s|,;·•–—-]+$/, "");
	if (lead !== "" && NO_NAME.test(rest)) return null;
	const parts = splitNames(rest);
	const authors: string[] = [];
	const agencies: string[] = [];
	for (const part of parts) {
		const agency = agencyIn(part);
		const name = agency === null ? part : part.slice(0, part.length - agency.length).replace(/[\s(/,]+$/, "");
		if (agency !== null) agencies.push(agency.replace(/^[\s(/,]+|[)\s]+$/g, ""));
		if (name === "" || ROLE.test(name) || isOutletName(name)) continue;
		if (NAME.test(name) || (lead !== "" && /^\p{Lu}[\p{L}\p{M}.'’-]+$/u.test(name) && parts.length <= 2))
			authors.push(name);
		else return null;
	}
	const known = parts.length > 0 && parts.every((part) => isAgency(part) || ROLE.test(part));
	if (lead === "") {
		// Without "By": a name beside an outlet or agency, or agencies alone.
		const beside =
			/[|,/(]|\s[-–—]\s/.test(rest) &&
			parts.length >= 2 &&
			parts.slice(1).some((part) => isOutletName(part) || ROLE.test(part));
		if (!(known || (authors.length > 0 && (beside || agencies.length > 0)))) return null;
		if (line.ended && !known) return null;
	} else if (
		authors.length === 0 &&
		agencies.length === 0 &&
		!parts.some((part) => isOutletName(part) || ROLE.test(part))
	)
		return null;
	return { text: written, span: { start: line.start, end: line.end }, from: "byline", authors, agencies };
}

/** A byline of names that a page's metadata gives. */
export function toByline(names: readonly string[], from: string): Byline | null {
	const authors = uniteNames(names.filter((name) => !isAgency(name)));
	const agencies = uniteNames(names.filter(isAgency));
	if (authors.length + agencies.length === 0) return null;
	return { text: names.join(", "), span: null, from, authors, agencies };
}

/** "Ada Quill, 14 May 2031" without the date. */
function withoutDate(text: string): string {
	const dated = findTrailingDate(text);
	return dated ? text.slice(0, dated.start) : text;
}

/** The date that ends a byline, with where it starts in it. */
export function findTrailingDate(
	text: string,
): { readonly date: ExplicitDate; readonly start: number; readonly length: number } | null {
	for (const start of text.matchAll(/[\s,|·•–—-]+(?=\S)/g)) {
		const at = start.index + start[0].length;
		const read = readExplicitDate(text.slice(at));
		if (read && text.length - at - read.length < 4) return { date: read.date, start: at, length: read.length };
	}
	return null;
}

function splitNames(text: string): string[] {
	// "BY ADA QUILL AND BO MARSH": only here the small words stand in capitals.
	if (text === text.toUpperCase() && /\s(?:AND|UND|ET|WITH)\s/u.test(text))
		return text.split(/\s(?:AND|UND|ET|WITH)\s/u).flatMap(splitNames);
	return text
		.split(/\s*(?:[|;&,/•·]|\s[-–—]\s|\s(?:and|und|et|y|e|и|with|for)\s)\s*/u)
		.map((part) => part.trim().replace(/\.$/, ""))
		.filter((part) => part !== "");
}

/** The agency at the end of "Ada Quill (AGN)" or a whole part that is one; null when there is none. */
function agencyIn(part: string): string | null {
	if (isAgency(part)) return part;
	const bracketed = /\s*\(([\p{L}][\p{L} .-]{1,40})\)$/u.exec(part);
	return bracketed && (isAgency(bracketed[1] ?? "") || /^[\p{Lu}]{2,6}$/u.test(bracketed[1] ?? ""))
		? bracketed[0]
		: null;
}
