import { foldLetters } from "../../text/fold.ts";
import { isAgency, isOutletName } from "./agencies.ts";
import {
	ASIAN_LEAD,
	BYLINE_LEAD,
	DESK,
	LONG_PLACES,
	PLACE_WORD,
	ROLE,
	SECTION_WORDS,
	TRAILING_TITLE,
} from "./name-words.ts";
import type { SourceValue } from "./source-value.ts";
import { findVisibleDates } from "./visible-dates.ts";

/**
 * Whom a statement of authors names.
 *
 * Catches: "By Ada Quill and Bo Marsh, in Port Amity", "Ada Quill (AFP)", "Von Ada Quill, Amity", "Quill Ada 기자".
 * Leaves: "Harbour Post Staff", "a.quill@harbour.example", "@adaquill", "105092", "News".
 */
export interface NamedAuthors {
	/** People, as written, in the order given, each once. */
	readonly people: readonly string[];
	/** Agencies and other outlets credited, as written. */
	readonly agencies: readonly string[];
	/** Whether it names the outlet itself, a desk or a section. */
	readonly house: boolean;
}

/** The names an outlet goes by: a name that equals one of them is no author. */
export interface OwnNames {
	/** Folded to letters (`foldLetters`). */
	readonly folded: ReadonlySet<string>;
}

/** UTF-16 units that one name may have, and people that one report may have. */
const LONGEST_NAME = 60;
const MOST_PEOPLE = 40;
const LONGEST_STATEMENT = 1500;

const NO_NAME =
	/@|^\P{L}*$|https?:|www\.|^(?:admin|administrator|root|user|undefined|null|none|unknown|anonymous|n\/a|test|guest)$|[<>{}[\]=_]|\d{3}/iu;
const CONJUNCTION =
	/\s+(?:and|und|et|y|e|og|och|i|en|ve|dan|и|та|і|oraz|kaj|și|ja|with|mit|avec|con|med)\s+|\s*(?:[;|•·&、，،／/]|\s[-–—]\s)\s*/iu;
/** Words of a name that are written small. */
const PARTICLE =
	/^(?:de|da|do|dos|das|del|della|delle|di|du|des|van|von|vom|zu|zur|zum|der|den|dem|het|'t|ten|ter|te|la|le|les|los|las|al|el|ul|bin|bint|ibn|ben|y|e|i|af|av|of|st\.?|dit|ze|z|jr\.?|sr\.?|ii|iii|iv|d’|d')$/iu;

/** What opens the credit of a picture, which names no author. */
const PHOTO =
	/^\P{L}{0,3}(?:foto(?:s|graf|graf[ií]a|graphie)?|photos?|photograph(?:er|y)?|images?|bild(?:er|rechte)?|zdj\p{L}*|fot|cr[eé]dits?|video|grafik|graphic|illustration|quelle|collage|фото|写真|图|圖|사진)(?![\p{L}])\P{L}/iu;

/** Names in Han or Hangul are short; foreign ones stand in katakana with a dot between. */
const ASIAN_NAME =
	/^(?:\p{Script=Han}{1,4}[\s・·]?[\p{Script=Han}\p{Script=Hiragana}]{1,4}|\p{Script=Hangul}{2,5}(?: \p{Script=Hangul}{2,5})?|[\p{Script=Katakana}ー]{2,12}(?:[・·＝ ][\p{Script=Katakana}ー]{1,12}){0,3})$/u;

/** The names an outlet is known by: what it calls itself, its host, and its host without the ending. */
export function toOwnNames(names: readonly string[], hosts: readonly (string | null)[]): OwnNames {
	const folded = new Set<string>();
	const add = (name: string): void => {
		const key = foldLetters(name);
		if (key.length >= 2) folded.add(key);
	};
	for (const name of names) {
		add(name);
		add(name.replace(/^(?:the|der|die|das|le|la|il|el|de)\s+/i, ""));
		add(name.replace(/\s+(?:news|online|digital|tv|media|newspaper|zeitung|live)$/i, ""));
		add(name.replace(/\.(?:com?|org|net|[a-z]{2,4})(?:\.[a-z]{2})?$/i, ""));
	}
	for (const host of hosts) {
		if (host === null) continue;
		const labels = host.split(".");
		add(host);
		for (let i = 0; i + 1 < labels.length; i++) {
			add(labels.slice(i).join("."));
			if ((labels[i] ?? "").length > 3 || i === labels.length - 2) add(labels[i] ?? "");
		}
	}
	for (const common of ["news", "www", "com", "co", "org", "net"]) folded.delete(common);
	return { folded };
}

/** Reads who is named in one or several values of one source. */
export function readAuthors(
	values: readonly Pick<SourceValue, "text" | "bearer">[],
	own: OwnNames,
	sections: readonly string[] = [],
): NamedAuthors {
	const people: string[] = [];
	const agencies: string[] = [];
	let house = false;
	const seen = new Set<string>();
	const section = new Set(sections.map(foldLetters));
	const add = (into: string[], name: string): void => {
		const key = foldLetters(name);
		if (key === "" || seen.has(key) || into.length >= MOST_PEOPLE) return;
		seen.add(key);
		into.push(name);
	};
	for (const { text, bearer } of values) {
		const written = withoutDate(text.slice(0, LONGEST_STATEMENT).replace(/\s+/g, " ").trim());
		if (bearer === "organisation") {
			if (isOwn(written, own) || DESK.test(written)) house = true;
			else if (!NO_NAME.test(written) && written.length <= LONGEST_NAME) add(agencies, written);
			continue;
		}
		if (PHOTO.test(written)) continue;
		for (const part of splitStatement(written, bearer ?? null)) {
			const { name, agency } = partAgency(part);
			if (agency !== null) add(agencies, agency);
			if (name === "") continue;
			if (isAgency(name)) add(agencies, name);
			else if (isOwn(name, own) || DESK.test(name) || isSection(name, section)) house = true;
			else if (isPersonName(name, bearer ?? null)) add(people, name);
			else if (isOutletName(name)) house = true;
		}
	}
	return { people, agencies, house };
}

/** Words between an author and a date, and a day of the week that a line break alone parted from the name. */
const DATED =
	/(?:(?:^|[\s|,·•–—-])(?:published|posted|updated|on|at|am|le|el|publi(?:é|cado|shed)( le| el| em)?|pubblicato|veröffentlicht|aktualisiert|stand)|(?<=\p{Ll}\p{Ll})(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thurs|Fri|Sat|Satur|Sun)(?:day)?)?[\s|,:;·•–—-]*$/iu;

/** A statement up to the date that stands in it: "Ada Quill and Bo Marsh Wed 14 May 2031". */
function withoutDate(written: string): string {
	const first = findVisibleDates(written, null)[0];
	if (first === undefined || first.start < 4) return written;
	const before = written.slice(Math.max(0, first.start - 60), first.start);
	return written.slice(0, first.start - before.length) + before.replace(DATED, "");
}

function isOwn(name: string, { folded }: OwnNames): boolean {
	const key = foldLetters(name);
	if (folded.has(key)) return true;
	// "Harbour D", as a content system names an outlet's account.
	if (/\s\p{Lu}\.?$/u.test(name) && folded.has(foldLetters(name.replace(/\s\p{Lu}\.?$/u, "")))) return true;
	const bare = foldLetters(name.replace(DESK, " "));
	if (bare !== key && folded.has(bare)) return true;
	// "HPB NORTH", a part of the outlet HPB.
	const first = /^(\S+)\s/.exec(name)?.[1] ?? "";
	return first.length >= 2 && first === first.toUpperCase() && folded.has(foldLetters(first));
}

function isSection(name: string, sections: ReadonlySet<string>): boolean {
	return SECTION_WORDS.has(name.toLowerCase()) || (!name.includes(" ") && sections.has(foldLetters(name)));
}

/** The parts of a statement that may be names, without what opens it and what people are. */
function splitStatement(written: string, bearer: "person" | null): string[] {
	const bare = stripLead(written);
	const parts: string[] = [];
	for (const piece of splitByConjunctions(bare)) {
		const list = piece
			.split(/\s*,\s*/)
			.map(cleanName)
			.filter((part) => part !== "");
		// "Name, role, outlet" and "Name, Place" say more of one person; "Name, Name" is two.
		for (const [at, part] of list.entries()) {
			const name = stripLead(part);
			if (name === "" || ROLE.test(name)) continue;
			if (at > 0 && !isSecondName(name, bearer)) {
				if (isAgency(name)) parts.push(name);
				continue;
			}
			parts.push(name);
		}
	}
	return parts;
}

function stripLead(text: string): string {
	let rest = text.trim();
	for (let i = 0; i < 3; i++) {
		const lead = BYLINE_LEAD.exec(rest)?.[0] ?? ASIAN_LEAD.exec(rest)?.[0];
		if (lead === undefined || lead.length === 0 || lead.length >= rest.length) break;
		// "Von Trapp", "Di Marco": a name's own particle, unless a whole name follows.
		if (/^\p{Lu}/u.test(lead) && PARTICLE.test(lead.trim()) && countNameWords(rest.slice(lead.length)) < 2) break;
		rest = rest.slice(lead.length);
	}
	return rest;
}

/** Splits at conjunctions only where whole names stand on both sides: "Ortega y Gasset" is one. */
function splitByConjunctions(text: string): string[] {
	const parts: string[] = [];
	let rest = text;
	for (let i = 0; i < MOST_PEOPLE; i++) {
		const match = findJoint(rest);
		if (!match) break;
		parts.push(rest.slice(0, match.start));
		rest = rest.slice(match.end);
	}
	parts.push(rest);
	return parts;
}

function findJoint(text: string): { readonly start: number; readonly end: number } | null {
	const pattern = new RegExp(CONJUNCTION, "giu");
	for (const match of text.matchAll(pattern)) {
		const start = match.index;
		const end = start + match[0].length;
		const before =
			text
				.slice(0, start)
				.split(/[,;|&]/)
				.at(-1)
				?.trim() ?? "";
		const after =
			text
				.slice(end)
				.split(/[,;|&]|\s(?:and|und|et|y|e|og|och|i|en|ve|dan|и|та|і)\s/i)[0]
				?.trim() ?? "";
		const word = /[\p{L}/]/u.test(match[0]);
		if (!word || (countNameWords(before) >= 2 && countNameWords(after) >= 2) || isAgency(after) || isAgency(before))
			return { start, end };
	}
	return null;
}

function countNameWords(text: string): number {
	return text.split(/\s+/).filter((word) => word !== "" && !PARTICLE.test(word)).length;
}

/** A name without brackets of initials, a place, a wish and marks at its ends. */
function cleanName(text: string): string {
	return text
		.replace(
			/\s+(?:in|aus|à|en|i|da|from|für|for|para|pour|per|voor|special to|reporting from|reports? from)\s+(?:the\s+)?\p{Lu}.*$/u,
			"",
		)
		.replace(TRAILING_TITLE, "")
		.replace(/^[\s"'“”„«»*–—|:./-]+|[\s"“”„«»*–—|:/,-]+$/g, "")
		.replace(/(?<=\p{Ll}\p{Ll})\.$/u, "")
		.trim();
}

/** "Ada Quill (AFP)" and "Ada Quill (aqu)": the name, and the agency where the brackets name one. */
function partAgency(part: string): { readonly name: string; readonly agency: string | null } {
	const match = /^(.{0,80}?)\s*[([（]([^()[\]（）]{1,40})[)\]）]\s*$/u.exec(part);
	if (match) {
		const [, name = "", inside = ""] = match;
		return { name, agency: isAgency(inside) || (/^\p{Lu}{2,6}$/u.test(inside) && name !== "") ? inside : null };
	}
	const slash = /^(.{2,60}?)\s*\/\s*(.{2,40})$/u.exec(part);
	if (slash && isAgency(slash[2] ?? "")) return { name: slash[1] ?? "", agency: slash[2] ?? null };
	return { name: part, agency: null };
}

/** Whether a part after a comma is another person rather than the place or the office of the first. */
function isSecondName(name: string, bearer: "person" | null): boolean {
	const words = name.split(" ");
	if (LONG_PLACES.has(name.toLowerCase()) || PLACE_WORD.test(name)) return false;
	if (words.length > 5 || countNameWords(name) < 2)
		return isAgency(name) || /^[\p{Script=Han}\p{Script=Hangul}]{2,4}$/u.test(name);
	return isName(words) && !(bearer === "person" && DESK.test(name));
}

function isName(words: readonly string[]): boolean {
	return words.every((word) => PARTICLE.test(word) || /^[\p{Lu}\p{Lt}\p{Lo}'’‘“"(]/u.test(word));
}

/** Whether a name may be a person's: of a few words, each with a capital where the script has them. */
export function isPersonName(name: string, bearer: "person" | null): boolean {
	if (name.length > LONGEST_NAME || name.length < 2 || NO_NAME.test(name) || ROLE.test(name)) return false;
	const words = name.split(/\s+/);
	if (words.length > 7) return false;
	// A source that says "person" may write names small; a mere string that does is a handle or a category.
	if (bearer !== "person") {
		if (!isName(words) || isOutletName(name)) return false;
		if (words.length === 1 && /^\p{Script=Latin}+$/u.test(name) && name.length < 3) return false;
		if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(name) && !ASIAN_NAME.test(name))
			return false;
	}
	return !/[.!?]\s|[:;]/.test(name.replace(/\b\p{L}{1,3}\./gu, ""));
}

/** People of both lists, the first's spelling kept, each once whatever the case and the accents. */
export function uniteNames(...lists: readonly (readonly string[])[]): string[] {
	const seen = new Set<string>();
	return lists.flat().filter((name) => {
		const key = foldLetters(name);
		if (seen.has(key)) return false;
		seen.add(key);
		return true;
	});
}
