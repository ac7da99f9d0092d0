import { TokenKind } from "../../model/annotated.ts";
import type { Span } from "../../model/span.ts";
import { has, normAt, type Reading, Shape, written } from "../shapes.ts";
import { ORGANISATION_HEADS, ROLE_MODIFIERS, ROLES } from "./data/name-words.ts";
import { headType } from "./evidence.ts";
import { nameKey } from "./gazetteer.ts";
import type { Naming } from "./naming.ts";
import { knownHere } from "./peoples.ts";

/** What an apposition says of the naming it stands beside: "Orla Vane, the mayor of Corra,". */
export interface Apposition {
	/** The naming it describes. */
	readonly of: Naming;
	/** The words that describe, article included. */
	readonly span: Span;
	/** Lower-case head noun. */
	readonly role: string;
	readonly person: boolean;
	readonly states: readonly string[];
}

/** Another name given for the same thing, in brackets or after "also known as". */
export interface Alias {
	readonly of: Naming;
	readonly other: Naming;
	readonly reason: string;
	/** Only persons have names of this kind: "stage name", "née". */
	readonly person?: boolean;
}

/** An apposition has at most this many tokens before its head noun, and this many in all. */
const MOST_BEFORE_HEAD = 6;
const MOST_IN_ALL = 16;

/** Looks behind and before each naming for a description set off by commas. Sorted as the namings are. */
export function findAppositions(reading: Reading, namings: readonly Naming[]): Apposition[] {
	const found: Apposition[] = [];
	for (const name of namings) {
		if (name.titled || name.known?.demonym === true) continue;
		const behind = describedBehind(reading, name) ?? describedBefore(reading, name);
		if (behind) found.push(behind);
	}
	return found;
}

function describedBehind(reading: Reading, name: Naming): Apposition | null {
	const sentence = reading.sentenceOf[name.first];
	if (normAt(reading, name.stop) !== ",") return null;
	let at = name.stop + 1;
	// "Orla Vane, 54, mayor of Corra,"
	if (reading.kinds[at] === TokenKind.number && normAt(reading, at + 1) === ",") at += 2;
	const from = at;
	const head = findHead(reading, from, sentence);
	if (head === null) return null;
	let end = head.token + 1;
	while (end < from + MOST_IN_ALL && reading.sentenceOf[end] === sentence && !closes(reading, end)) end++;
	if (
		end >= from + MOST_IN_ALL ||
		(end < reading.count && reading.sentenceOf[end] === sentence && !closes(reading, end))
	)
		return null;
	// "…, the mayor said" is a clause, not a description.
	if (
		end > head.token + 1 &&
		/^(?:said|says|told|was|is|has|had|will|were|are|have|would|could|can|did)$/.test(normAt(reading, head.token + 1))
	)
		return null;
	// "Kell, the mayor and Vane": a list, unless what the role is of stands before "and".
	const listed = reading.sentenceOf[end] === sentence && normAt(reading, end) === "and";
	if (listed && !/^(?:of|at|for|in)$/.test(normAt(reading, head.token + 1))) return null;
	return made(reading, name, from, end, head);
}

/** "the mayor of Corra, Orla Vane,", "a company spokeswoman, Orla Vane,"; not "asked by a judge, Vane said". */
function describedBefore(reading: Reading, name: Naming): Apposition | null {
	const sentence = reading.sentenceOf[name.first];
	if (normAt(reading, name.first - 1) !== ",") return null;
	const closing = normAt(reading, name.stop);
	if (closing !== "," && closing !== "." && closing !== "" && !/^(?:said|says|told)$/.test(closing)) return null;
	const limit = Math.max(0, name.first - MOST_BEFORE_HEAD - 6);
	for (let at = name.first - 2; at >= limit && reading.sentenceOf[at] === sentence; at--) {
		const norm = normAt(reading, at);
		const open = norm === "a" || norm === "an";
		if (open && (name.words.length < 2 || /^(?:said|says|told)$/.test(closing))) return null;
		if (
			open ||
			norm === "the" ||
			norm === "its" ||
			norm === "their" ||
			norm === "his" ||
			norm === "her" ||
			norm === "'s"
		) {
			const from = norm === "'s" ? at + 1 : at;
			const head = findHead(reading, from, sentence);
			// "the wife of the president, Orla Vane": the inner noun is whose she is.
			if (head && norm !== "'s" && ownsBefore(reading, at)) continue;
			// "the coordinator of the River Watch": the head stands before the inner article.
			if (!head && /^(?:of|for|at|to)$/.test(normAt(reading, at - 1))) continue;
			if (!head || head.token >= name.first - 1) return null;
			const behind = normAt(reading, head.token + 1);
			if (!/^(?:,|of|for|to|at|on|under)$/.test(behind)) return null;
			return made(reading, name, norm === "'s" ? ownerFirst(reading, from) : from, name.first - 1, head);
		}
		if (reading.kinds[at] === TokenKind.mark && norm !== "-") return null;
	}
	return null;
}

/** Whether a role with its preposition stands before a token: "an aide to" before "the president". */
function ownsBefore(reading: Reading, at: number): boolean {
	return /^(?:of|to|for|with)$/.test(normAt(reading, at - 1)) && ROLES.has(normAt(reading, at - 2));
}

/** The first token of the owner of what stands at a token: that of "Tarnia" in "Tarnia's envoy to Corra". */
function ownerFirst(reading: Reading, from: number): number {
	let first = from - 2;
	if (!has(reading, first, Shape.capital)) return from;
	while (has(reading, first - 1, Shape.capital) && reading.sentenceOf[first - 1] === reading.sentenceOf[from]) first--;
	return first;
}

interface Head {
	readonly token: number;
	readonly role: string;
	readonly person: boolean;
}

const OBJECT_OPENERS = new Set(["the", "a", "an", "his", "her", "its", "their", "this", "that", "these", "those"]);

/** What may stand before the article of a description: "then the mayor", "both the mayor", "once a driver". */
const BEFORE_ARTICLE = new Set(
	"then now once formerly later also still currently both perhaps arguably long himself herself itself not only".split(
		" ",
	),
);

/** The head noun of a noun phrase that begins at a token: the last role before a preposition or the end. */
function findHead(reading: Reading, from: number, sentence: number | undefined): Head | null {
	let head: Head | null = null;
	let outer: Head | null = null;
	for (let at = from; at < from + MOST_BEFORE_HEAD + 2 && at < reading.count; at++) {
		if (reading.sentenceOf[at] !== sentence) break;
		const norm = normAt(reading, at);
		if (reading.kinds[at] === TokenKind.mark && norm !== "'s" && norm !== "-") break;
		if (/^(?:of|for|to|at|in|from|with|on|under|against|who|which|that|and|by)$/.test(norm)) {
			if (at === from) return null;
			// "the minister of health's aide"
			const behind = norm === "of" && head !== null ? ownerEnd(reading, at + 1, sentence) : -1;
			if (behind < 0) break;
			at = behind;
			outer = head;
			head = null;
			continue;
		}
		// "Kell, accused the commission of fraud", "lost her brother": what has its own object is a clause.
		if (at > from && head === null && OBJECT_OPENERS.has(norm) && !BEFORE_ARTICLE.has(normAt(reading, at - 1)))
			return null;
		// "Kell, said the mayor", "the mayor said": a clause, no description.
		if (/^(?:said|says|told|was|is|are|were|has|had|have|will|would|could|did)$/.test(norm)) return null;
		if (ROLES.has(norm)) {
			const modifies = ROLE_MODIFIERS.has(norm) && ROLES.has(normAt(reading, at + 1));
			if (!modifies) head = { token: at, role: norm, person: true };
		} else if (ORGANISATION_HEADS.has(norm) && !has(reading, at, Shape.capital))
			head = { token: at, role: norm, person: false };
		else if (head !== null && !has(reading, at, Shape.capital)) {
			head = null;
		}
	}
	return head ?? outer;
}

/** The "'s" that ends an owner that goes on with "of" and a word or two; -1 when there is none. */
function ownerEnd(reading: Reading, from: number, sentence: number | undefined): number {
	for (let at = from + 1; at < from + 4 && reading.sentenceOf[at] === sentence; at++) {
		if (normAt(reading, at) === "'s") return at;
		if (reading.kinds[at] === TokenKind.mark) return -1;
	}
	return -1;
}

function closes(reading: Reading, token: number): boolean {
	const norm = normAt(reading, token);
	return (
		/^[,.;:!?)\]\u2013\u2014\u201d"\u2026]$|^--$/.test(norm) ||
		norm === "and" ||
		/^(?:who|whom|whose|where|when|that|as)$/.test(norm) ||
		norm === "which" ||
		norm === "said" ||
		norm === "told"
	);
}

function made(reading: Reading, name: Naming, from: number, end: number, head: Head): Apposition {
	const states: string[] = [];
	for (let i = from; i < head.token; i++) {
		const known = knownHere(reading, written(reading, i, i + 1));
		if (known?.type === "state") states.push(known.usual);
	}
	return {
		of: name,
		span: { start: reading.starts[from] ?? 0, end: reading.ends[end - 1] ?? 0 },
		role: head.role,
		person: head.person,
		states,
	};
}

/** Other names in brackets, and after "also known as", "known as", "formerly", "or". */
export function findAliases(reading: Reading, namings: readonly Naming[]): Alias[] {
	const aliases: Alias[] = [];
	const byFirst = new Map<number, Naming>();
	for (const name of namings) if (!name.known?.demonym) byFirst.set(name.first, byFirst.get(name.first) ?? name);
	for (const of of namings) {
		if (of.titled || of.known?.demonym === true) continue;
		const mark = normAt(reading, of.stop);
		const found = aliases.length;
		if (mark === "(" || mark === "[")
			readBrackets(reading, byFirst, of, of.stop + 1, mark === "(" ? ")" : "]", aliases);
		if (mark !== "[" && aliases.length === found) readKnownAs(reading, byFirst, of, aliases);
	}
	return aliases;
}

function readBrackets(
	reading: Reading,
	byFirst: ReadonlyMap<number, Naming>,
	of: Naming,
	from: number,
	close: string,
	into: Alias[],
): void {
	const known = /^(?:or|formerly|aka|a\.k\.a\.)$/;
	let at = from;
	const former = normAt(reading, from) === "formerly";
	while (known.test(normAt(reading, at)) || normAt(reading, at) === "the") at++;
	for (let part = 0; part < 3; part++) {
		const other = byFirst.get(at);
		if (!other) return;
		const next = normAt(reading, other.stop);
		// "Médecins Sans Frontières (Doctors Without Borders, or MSF)"
		const acronym = byFirst.get(normAt(reading, other.stop + 1) === "or" ? other.stop + 2 : other.stop + 1);
		if (/^(?:,|or)$/.test(next) && acronym && normAt(reading, acronym.stop) === close && of.words.length > 1) {
			if (fitsInitials(acronym.exact, of.exact) && other.words.length > 1 && !other.known) {
				into.push({ of, other, reason: `“${other.exact}” stands in brackets with the initials of “${of.exact}”` });
				into.push({ of, other: acronym, reason: `“${acronym.exact}” has the initials of “${of.exact}”` });
				return;
			}
		}
		if (former && of.words.length > 0 && next === close && !of.known && !other.known) {
			into.push({ of, other, reason: `“${of.exact}” was “formerly ${other.exact}”` });
			return;
		}
		if (next !== close && next !== "/" && next !== ",") return;
		const reason = bracketReason(of, other);
		if (reason === null) return;
		into.push({ of, other, reason });
		if (next === close) return;
		at = other.stop + 1;
	}
}

/** Why a bracketed name names the same as the one before; null when nothing shows it. */
function bracketReason(of: Naming, other: Naming): string | null {
	if (fitsInitials(lettersOf(other.exact), of.exact))
		return `“${other.exact}” stands in brackets behind “${of.exact}” and has its initials`;
	if (fitsInitials(of.exact, other.exact))
		return `“${other.exact}” stands in brackets behind “${of.exact}”, which has its initials`;
	if (other.known && other.known.type !== "organisation") return null;
	// "Partido de Orve (Orve Party)": what a foreign name means.
	const foreign =
		of.words.length > 1 && /(?:^| )(?:de|do|da|del|la|le|les|des|du|di|der|die|das|für|of)(?: |$)/.test(of.key);
	if (
		foreign &&
		other.words.length > 1 &&
		headType(other) === "organisation" &&
		of.known === null &&
		headType(of) === null
	)
		return `“${other.exact}” stands in brackets directly behind “${of.exact}” as what it means`;
	const acronym = /^[\p{Lu}\p{Nd}\-\u2010.&]{2,10}$/u.test(other.exact) && other.words.length <= 2;
	const place = of.known?.type === "state" || of.known?.type === "place";
	if (acronym && !place && (of.words.length > 1 || /^[\p{Lu}-]{2,}$/u.test(of.exact))) {
		return `“${other.exact}” stands in brackets directly behind “${of.exact}”`;
	}
	return null;
}

function readKnownAs(reading: Reading, byFirst: ReadonlyMap<number, Naming>, of: Naming, into: Alias[]): void {
	let at = of.stop;
	if (normAt(reading, at) === "," || normAt(reading, at) === "(") at++;
	const words: string[] = [];
	while (words.length < 8) {
		const norm = normAt(reading, at);
		// "its Kurdish acronym": which language's does not matter.
		const language = has(reading, at, Shape.capital) && ACRONYM_NOUN.test(normAt(reading, at + 1)) && words.length > 0;
		if (!NAMING_WORDS.test(norm) && !language) break;
		if (!language) words.push(norm);
		at++;
	}
	if (words.length > 0 && OPENS_MARK.test(written(reading, at, at + 1))) at++;
	const phrase = words.join(" ");
	if (!SAYS_ALIAS.test(phrase)) return;
	// "Vaskold dubbed Tarnia a friend" is a deed of Vaskold's.
	if (/^(?:nicknamed|dubbed)/.test(phrase) && !/^[,(]$/.test(normAt(reading, of.stop))) return;
	const other = byFirst.get(at);
	if (!other || reading.sentenceOf[other.first] !== reading.sentenceOf[of.first]) return;
	if (/^(?:formerly|previously|born|nee|née)$/.test(phrase) && !isFormerName(reading, of, other)) return;
	into.push({ of, other, reason: `“${of.exact}” is “${phrase} ${other.exact}”`, person: OF_PERSONS.test(phrase) });
}

const OF_PERSONS = /\b(?:(?:stage|pen|ring|real|birth) name|nom de guerre|alias|pseudonym|born|née|nee)\b/;

const NAMING_WORDS =
	/^(?:also|better|best|widely|commonly|locally|popularly|professionally|usually|generally|formerly|previously|known|called|nicknamed|dubbed|performs|performing|sings|as|aka|a\.k\.a\.|by|under|its|his|her|their|the|acronym|acronyms|abbreviation|initials|alias|nickname|stage|pen|ring|code|pseudonym|moniker|simply|or|whose|which|who|real|full|birth|name|nom|de|guerre|is|was|calls|itself|himself|herself|born|née|nee)$/;
const ACRONYM_NOUN = /^(?:acronyms?|abbreviation|initials|name)$/;
const OPENS_MARK = /^["\u201c\u2018']$/;

const SAYS_ALIAS = new RegExp(
	"^(?:" +
		"(?:(?:also|better|best|widely|commonly|locally|popularly|professionally|usually|generally|formerly|previously|or) )*" +
		"(?:known|called)(?: simply| professionally| popularly)? ?(?:as|by|under)?" +
		"(?: the| its| his| her| their)?(?: acronyms?| abbreviation| initials| alias| nickname| moniker| pseudonym" +
		"| (?:stage|pen|ring|code) name| nom de guerre| name)?(?: as| the)?" +
		"|(?:also )?called(?: the)?|(?:also |who is |who was )?(?:nicknamed|dubbed)(?: the)?|(?:or )?alias" +
		"|(?:who )?(?:performs|performing|sings) (?:as|under the (?:stage )?name)" +
		"|aka|a\\.k\\.a\\.|formerly|previously|born|née|nee" +
		"|whose (?:real name|full name|birth name|stage name|pen name|name|nickname|nom de guerre|alias) (?:is|was)" +
		"|(?:which|who) calls (?:itself|himself|herself)(?: the)?" +
		")$",
);

/** "Vaskold Holdings, formerly Tarn Mining,": a name to its end; not "formerly Mayor Vane's aide", nor a state's. */
function isFormerName(reading: Reading, of: Naming, other: Naming): boolean {
	if (of.known || other.known || other.title) return false;
	return /^[,.;)]?$/.test(normAt(reading, other.stop));
}

/** Some papers write acronyms as words: "Sebi", "Nato". */
export function lettersOf(acronym: string): string {
	return /^\p{Lu}\p{Ll}{2,6}$/u.test(acronym) ? acronym.toUpperCase() : acronym;
}

const SKIPPED = new Set(["of", "the", "for", "and", "in", "on", "to", "a", "an", "&", "de", "la", "du", "des", "del"]);

/**
 * Whether an acronym is made of a name's initials, with or without those of its small words:
 * "TVA" and "Tarn Valley Authority", "IS-K" and "Islamic State Khorasan".
 */
export function fitsInitials(acronym: string, name: string): boolean {
	const letters = acronym.replace(/[^\p{L}\p{Nd}]/gu, "");
	if (letters.length < 2 || !/^[\p{Lu}\p{Nd}]+s?$/u.test(letters)) return false;
	const words = nameKey(name).split(" ");
	if (words.length < 2) return false;
	const want = letters.replace(/s$/, "").toLowerCase();
	const all = words.map((word) => word.charAt(0)).join("");
	const main = words
		.filter((word) => !SKIPPED.has(word))
		.map((word) => word.charAt(0))
		.join("");
	return want === all || want === main;
}
