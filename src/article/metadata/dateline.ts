import type { Dateline } from "../../model/article.ts";
import type { Span } from "../../model/span.ts";
import { areWires, isAgency } from "./agencies.ts";
import { findWiredDateline, isSpeakerLabel, mayBePlace } from "./dateline-forms.ts";

/**
 * The place, and often the date and agency, that open a report.
 *
 * Catches: "PORT AMITY, MERIDIA –", "PORT AMITY, May 3 (AGN) -", "Port Amity (AGN) —", "PORT AMITY, May 3. /AGN/.", "PORT AMITY:" in a line of its own,
 * and the forms of other languages (dateline-forms.ts).
 * Leaves: "Quill: the ferries stay", "BREAKING: The ferry sank", "The crew — nine men — slept", "ADA QUILL, HOST:" above other speakers.
 */

const NAME = "\\p{Lu}[\\p{L}\\p{M}.'’-]*";
const JOINT = "(?:\\s+(?:(?:de|del|da|do|of|the|la|le|les|el|al|am|an der|upon|sur|e|y)\\s+)?|/)";
const PLACE = `${NAME}(?:${JOINT}${NAME}){0,4}(?:,\\s*${NAME}(?:\\s+${NAME}){0,3}){0,2}`;
const MONTH =
	"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?";
const DAY = "(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\\s+)?";
const DATE = `${DAY}(?:${MONTH}\\s+\\d{1,2}(?:,?\\s+\\d{4})?|\\d{1,2}\\s+${MONTH}(?:,?\\s+\\d{4})?|\\d{1,2}[./]\\d{1,2}[./]\\d{4})`;
const WITH_ALL = new RegExp(
	`^(?<place>${PLACE}?)(?:\\s*[,:–—-]?\\s*(?<date>(?:${DATE})))?\\s*(?:[,/]?\\s*\\(?(?<agency>(?<=\\()[\\p{L}][\\p{L} ./-]{1,40}(?=\\)))\\)?)?\\s*(?:\\.?\\s*/(?<wire>[\\p{L}][\\p{L} -]{1,30})/)?\\s*(?<mark>\\.(?=\\s+[\\p{Lu}"“«])|:|--|—|–|[-_](?=\\s)|\\.(?=\\s*(?:--|—|–)))\\s*(?:--|—|–)?`,
	"u",
);

/** Labels in capitals that stand where a place would. */
const LABELS =
	/^(?:BREAKING|UPDATED?|EXCLUSIVE|WATCH|LIVE|VIDEO|OPINION|ANALYSIS|EXPLAINER|FACTBOX|TIMELINE|INTERVIEW|REPORT|NEWS|ALERT|URGENT|NOTE|EDITOR['’]S NOTE|CORRECTION|CLARIFICATION|COMMENT|COMMENTS|READ|SEE|SEE ALSO|READ MORE|RELATED|PHOTOS?|SOURCE|DEAR|QUESTION|ANSWER|Q|A|PART|CHAPTER|SUMMARY|KEY POINTS|BACKGROUND|FACT CHECK|WARNING|JUST IN|DEVELOPING|SPOILER|PRESS RELEASE|FOR IMMEDIATE RELEASE|ADVERTISEMENT|SPONSORED|STATEMENT|TRANSCRIPT|ABSTRACT|CONTEXT|THE)\b/;

/** Characters that a dateline may have. */
const LONGEST = 120;

/** Letters from which a place in capitals may stand alone before a colon: shorter ones are mostly acronyms. */
const SHORTEST_ALONE = 5;

/** The dateline at the start of a line, with the span of it and its mark; null when there is none. */
export function findDateline(text: string, line: Span): Dateline | null {
	const head = text.slice(line.start, Math.min(line.end, line.start + LONGEST));
	return findPlainDateline(text, line, head) ?? toDateline(text, line, head);
}

function toDateline(text: string, line: Span, head: string): Dateline | null {
	const found = findWiredDateline(head, line.end - line.start <= head.length);
	if (found === null || LABELS.test(found.place) || isAgency(found.place)) return null;
	const { place, date, agency } = found;
	const span = { start: line.start, end: line.start + found.length };
	return { text: text.slice(span.start, span.end), span, from: "dateline", place, date, agency };
}

function findPlainDateline(text: string, line: Span, head: string): Dateline | null {
	const match = WITH_ALL.exec(head);
	const groups = match?.groups;
	const place = groups?.["place"]?.replace(/\.$/, "");
	if (!match || place === undefined || place === "" || LABELS.test(place)) return null;
	const date = groups?.["date"] ?? null;
	const wire = groups?.["wire"];
	if (date !== null && !mayBePlace(place)) return null;
	const agency = groups?.["agency"] ?? wire ?? null;
	const mark = groups?.["mark"] ?? "";
	const rest = head.slice(match[0].length);
	const alone = rest.trim() === "" && line.end - line.start <= LONGEST;
	if (!alone && !/^\s*["“”'‘„«([]*\s*[\p{Lu}\p{Lo}\p{N}]/u.test(rest)) return null;
	const city = place.split(",")[0] ?? place;
	const capitals = isCapitals(city);
	const short = city.replace(/[^\p{L}]/gu, "").length < SHORTEST_ALONE;
	// A full stop ends a dateline only after an agency between slashes: "PORT AMITY, May 3. /AGN/. …".
	if (mark === "." && wire === undefined) return null;
	const plain = date === null && agency === null;
	if (plain && !capitals) return null;
	if (plain && mark.startsWith(":") && short && !alone) return null;
	if (plain && mark === "-" && short) return null;
	// "Ada Quill (AGN) –" is a byline's shape too: a name of two capitalised words needs an agency that is known.
	if (agency !== null && !capitals && !areWires(agency) && !/^\p{Lu}{2,6}$/u.test(agency)) return null;
	if (alone && plain && !/[:–—-]$/.test(match[0].trimEnd())) return null;
	if (isAgency(place)) return null;
	if (plain && mark === ":" && isSpeakerLabel(text, line.end, place)) return null;
	const end = line.start + match[0].trimEnd().length;
	return {
		text: text.slice(line.start, end),
		span: { start: line.start, end },
		from: "dateline",
		place,
		date,
		agency,
	};
}

function isCapitals(text: string): boolean {
	const letters = text.replace(/[^\p{L}]/gu, "");
	return letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
}
