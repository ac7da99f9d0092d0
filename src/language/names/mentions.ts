import { TokenKind } from "../../model/annotated.ts";
import { has, normAt, type Reading, Shape, written } from "../shapes.ts";
import { canName } from "./capitals.ts";
import { OPENING_WORDS } from "./data/common-words.ts";
import {
	CALENDAR_WORDS,
	DOCUMENT_HEADS,
	HONORIFICS,
	NOT_NAMES,
	PLACE_PREFIXES,
	RANK_LETTERS,
	ROLE_MODIFIERS,
	ROLES,
	SHORT_TITLES,
	SURNAME_TITLES,
} from "./data/name-words.ts";
import { isDomain, isOffice } from "./domains.ts";
import { keepSureElsewhere } from "./elsewhere.ts";
import { givenName, type KnownName } from "./gazetteer.ts";
import { findRuns } from "./name-runs.ts";
import { headIsName, isJoiner, knownAt, MOST_WORDS, type Naming, naming, type Title } from "./naming.ts";
import { type Context, keepSupported, openingIsIdle, readContext, trimOpenings } from "./openings.ts";
import { knownHere } from "./peoples.ts";
import { findInTitledLines } from "./titled-lines.ts";
import { afterTitle, isTitleWord, lastTitle, makeTitle, titleBegin, titleInFront } from "./titles.ts";

/**
 * Finds the namings of an article, sorted by place. Three passes, because capitals at sentence starts
 * and in headlines show nothing: runs in running text first, then the doubtful ones are held against
 * what the first pass knows, then lines in title case are searched for those names alone.
 */
export function findNamings(reading: Reading): Naming[] {
	const context = readContext(reading);
	const found: Naming[] = [];
	for (const run of findRuns(reading)) {
		if (has(reading, run.first, Shape.titled)) continue;
		readRun(reading, context, run.first, run.end, null, found);
	}
	const kept = keepSupported(reading, context, trimOpenings(reading, context, found));
	const sure = keepSureElsewhere(reading, kept);
	const all = [...sure, ...findInTitledLines(reading, sure)];
	return all.filter((name) => !namesLanguage(reading, name)).sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Words before a people and a title: "Former Chilean Prime Minister". */
const PAST = /^(?:former|late|acting|current|outgoing|incoming|assistant|senior|ex|then)$/;

const HONOURS = new Set("QC KC SC SAN MP MSP MEP TD OBE MBE CBE PhD MD Esq".split(" "));

/** Verbs whose object in a capital is a language. */
const SPEAKS = /^(?:spoke|spoken|speaks?|speaking)$/;
/** What may follow a language: "wrote in Spanish to the council"; not "in Spanish waters". */
const AFTER_LANGUAGE = /^(?:|on|at|to|and|or|with|by|for|that|but|from|while|when|as|only|too|[^\p{L}\p{Nd}].*)$/u;

/** "in Spanish", "spoke Dorvani", "the Dorvani language", "Dorvani-language radio": a language, no state and nobody. */
function namesLanguage(reading: Reading, name: Naming): boolean {
	if (name.words.length > 1 || name.titled || name.title) return false;
	const before = normAt(reading, name.first - 1);
	const next = reading.sentenceOf[name.stop] === reading.sentenceOf[name.first] ? normAt(reading, name.stop) : "";
	const demonym = name.known?.demonym === true;
	if (name.known && !demonym) return false;
	if (/^-(?:language|speaking)\b/.test(reading.text.slice(name.end, name.end + 12))) return true;
	if (demonym && (next === "language" || (before === "in" && AFTER_LANGUAGE.test(next)))) return true;
	return SPEAKS.test(before) && AFTER_LANGUAGE.test(next);
}

/** Splits one run into namings: titles before names, demonyms, known names, the name itself. */
function readRun(
	reading: Reading,
	context: Context,
	first: number,
	end: number,
	outer: Title | null,
	into: Naming[],
): void {
	let from = first;
	let to = end;
	const whole = knownAt(reading, from, to);
	if (whole && whole.end === to) {
		push(reading, into, from, to, whole.known, outer ?? titleInFront(reading, from));
		return;
	}
	// "The Corra Times": the article is no part of the name.
	while (from < to && isArticle(normAt(reading, from)) && normAt(reading, from + 1) !== ".") from++;
	if (from >= to) return;
	const bare = from > first ? knownAt(reading, from, to) : null;
	if (bare && bare.end === to) {
		push(reading, into, from, to, bare.known, outer);
		return;
	}
	const title = lastTitle(reading, from, to);
	if (title >= 0) {
		const begin = portfolioBegin(reading, from, titleBegin(reading, from, title), title);
		const nameFirst = afterTitle(reading, title, to);
		const states: string[] = [];
		for (let i = from; i < begin; i++) {
			const known = knownHere(reading, written(reading, i, i + 1));
			if (known?.type === "state") states.push(known.usual);
		}
		if (begin > from) readRun(reading, context, from, ofCounty(reading, begin, title), null, into);
		for (let i = begin; i < nameFirst; i++) {
			const found = canName(reading, i) ? knownAt(reading, i, nameFirst) : null;
			if (!found) continue;
			push(reading, into, i, found.end, found.known, null);
			if (found.known.type === "state") states.push(found.known.usual);
			i = found.end - 1;
		}
		if (nameFirst >= to) return;
		const own = makeTitle(reading, begin, nameFirst, title, states);
		readRun(reading, context, nameFirst, to, begin === from && outer ? joinTitles(outer, own) : own, into);
		return;
	}
	// "DSP Ada Quill"
	const rank = rankAt(reading, from, to);
	if (rank) {
		readRun(reading, context, from + 1, to, outer ? joinTitles(outer, rank) : rank, into);
		return;
	}
	// "Islamist Taliban", "Republican U.S.": an adjective of faith or party before a known name.
	const idle = to - from > 1 && NOT_NAMES.has(normAt(reading, from));
	const past = to - from > 1 && PAST.test(normAt(reading, from)) && knownAt(reading, from + 1, to)?.end === to;
	if (past || (idle && (knownAt(reading, from + 1, to)?.end === to || namesPerson(reading, from + 1, to)))) {
		readRun(reading, context, from + 1, to, outer, into);
		return;
	}
	// "Angry Chileans": whatever opens a sentence before a people.
	const opens = to - from > 1 && has(reading, from, Shape.opening) && !has(reading, from, Shape.acronym);
	if (opens && !PLACE_PREFIXES.has(normAt(reading, from)) && !knownHere(reading, written(reading, from, from + 1))) {
		const people = knownAt(reading, from + 1, to);
		if (people?.known.demonym === true && people.end === to && givenName(normAt(reading, from)) === undefined) {
			readRun(reading, context, from + 1, to, outer, into);
			return;
		}
	}
	// "Kabul-Moscow": two places in one word.
	if (to - from === 1 && splitPair(reading, from, into)) return;
	if (to - from > 1) {
		const opened = has(reading, from, Shape.opening) && openingIsIdle(reading, context, from, to);
		if (opened) {
			let rest = from + 1;
			while (rest < to && !canName(reading, rest)) rest++;
			if (rest < to) readRun(reading, context, rest, to, outer, into);
			return;
		}
		const known = knownAt(reading, from, to);
		if (known && known.end < to && splitsAfter(reading, known.known, known.end, to, context)) {
			push(reading, into, from, known.end, known.known, null);
			readRun(reading, context, known.end, to, outer, into);
			return;
		}
		if (known?.known.demonym === true) push(reading, into, from, known.end, known.known, null);
		while (to > from && (endsInTitle(reading, to - 1) || isJoiner(normAt(reading, to - 1)))) {
			if (to - from > 1 && headIsName(normAt(reading, to - 1))) break;
			// "Ada King", "John Major".
			if (to - from === 2 && !isJoiner(normAt(reading, to - 1)) && isGivenBefore(reading, from, outer)) break;
			to--;
		}
		if (to === from) return;
		if (known?.known.demonym === true && to === known.end) return;
	}
	// "Anthony Morris QC": what follows a name for honour is no part of it.
	while (to - from > 2 && HONOURS.has(written(reading, to - 1, to))) to--;
	if (to - from > MOST_WORDS) return;
	if (isIdle(reading, from, to) && !(to - from === 1 && isAddressed(reading, from, outer))) return;
	push(reading, into, from, to, knownAt(reading, from, to)?.known ?? null, outer ?? titleInFront(reading, from));
}

/** Ranks that are nobody's initials: a surname is enough behind them. */
const ALONE = /^(?:ssp|asp|dsp|csp|adsp|dcp|dcop|acop|dci|dcs|dgp|adgp)$/;

/** "Corra Judge", "Corra MLA" */
function endsInTitle(reading: Reading, token: number): boolean {
	const norm = normAt(reading, token);
	return ROLES.has(norm) || (SHORT_TITLES.get(norm) === "legislator" && has(reading, token, Shape.acronym));
}

/** A rank in capitals before a name of two words or more. */
function rankAt(reading: Reading, from: number, to: number): Title | null {
	const role = RANK_LETTERS.get(normAt(reading, from));
	if (role === undefined || !has(reading, from, Shape.acronym)) return null;
	if (to - from < (ALONE.test(normAt(reading, from)) ? 2 : 3) || knownAt(reading, from + 1, to)) return null;
	if (has(reading, from + 1, Shape.acronym) || headIsName(normAt(reading, to - 1))) return null;
	const { start, end } = { start: reading.starts[from] ?? 0, end: reading.ends[from] ?? 0 };
	return { start, end, roles: [role], pronoun: null, states: [] };
}

/** "Chilean Water Resources Minister": what stands between a state and an office is what it is held over. */
function portfolioBegin(reading: Reading, from: number, begin: number, title: number): number {
	const owner = isOffice(normAt(reading, title)) && begin - from > 1 ? knownAt(reading, from, begin) : null;
	if (owner?.known.type !== "state" || owner.end === begin || begin - owner.end > MOST_PORTFOLIO) return begin;
	for (let at = owner.end; at < begin; at++) {
		const norm = normAt(reading, at);
		if ((headIsName(norm) && !isDomain(norm)) || givenName(norm) !== undefined || knownAt(reading, at, begin))
			return begin;
	}
	return owner.end;
}

/** Words of what an office is held over, "and" included. */
const MOST_PORTFOLIO = 4;

/** Whether the word before a title that ends a run is a given name: "Ada King", "Ms. Zanth Dean", "saw Zanth Dean". */
function isGivenBefore(reading: Reading, from: number, outer: Title | null): boolean {
	const norm = normAt(reading, from);
	if (givenName(norm) !== undefined) return true;
	if (!SURNAME_TITLES.has(normAt(reading, from + 1))) return false;
	if (outer !== null) return true;
	if (isArticle(normAt(reading, from - 1)) || normAt(reading, from - 1) === "'s") return false;
	const plain = isTitleWord(norm) || ROLE_MODIFIERS.has(norm) || OPENING_WORDS.has(norm) || NOT_NAMES.has(norm);
	if (plain || PLACE_PREFIXES.has(norm) || headIsName(norm) || has(reading, from, Shape.acronym)) return false;
	return knownHere(reading, written(reading, from, from + 1)) === null && normAt(reading, from + 2) !== "of";
}

/** Offices and ranks that go before no other title. */
const OFFICES_BEFORE =
	/^(?:mayor|senator|governor|president|representative|coach|judge|officer|detective|councillor|sergeant)$/;

/** "Ms. Dean", "Dr. King", "Mayor Bishop"; not "Mr. President", "Lord Chancellor", "Sergeant Major". */
function isAddressed(reading: Reading, token: number, title: Title | null): boolean {
	const norm = normAt(reading, token);
	if (title === null || !SURNAME_TITLES.has(norm)) return false;
	const office = /^(?:dean|king|bishop|pope|prior|abbot|baron|page|farmer|porter|shepherd|archer)$/.test(norm);
	if (office && title.roles.length === 1 && OFFICES_BEFORE.test(title.roles[0] ?? "")) return true;
	return /^(?:mr|mrs|ms|miss|dr|prof|professor|sir)\.? ?$/i.test(reading.text.slice(title.start, title.end));
}

/** "Corra County" before "Sheriff Kell" is the county's name to its end. */
function ofCounty(reading: Reading, begin: number, title: number): number {
	return begin < title && /^(?:county|parish|borough|township|province)$/.test(normAt(reading, begin))
		? begin + 1
		: begin;
}

/** "Minister of Waters" and "Dr." before one name. */
function joinTitles(outer: Title, inner: Title): Title {
	return {
		start: outer.start,
		end: inner.end,
		roles: [...outer.roles, ...inner.roles],
		pronoun: inner.pronoun ?? outer.pronoun,
		states: [...outer.states, ...inner.states],
	};
}

/** "Democrat Ana Drell": behind a label of party stands a given name and more. */
function namesPerson(reading: Reading, from: number, to: number): boolean {
	return to - from > 1 && givenName(normAt(reading, from)) !== undefined && !headIsName(normAt(reading, to - 1));
}

function isArticle(norm: string): boolean {
	return norm === "the" || norm === "a" || norm === "an";
}

/** Whether what follows a known name at the front of a run is a name of its own. */
function splitsAfter(reading: Reading, known: KnownName, next: number, to: number, context: Context): boolean {
	const last = normAt(reading, to - 1);
	if (headIsName(last) || DOCUMENT_HEADS.has(last)) return false;
	if (isJoiner(normAt(reading, next))) return false;
	if (knownAt(reading, next, to) !== null) return true;
	if (!known.demonym) return false;
	if (ROLES.has(normAt(reading, next)) || ROLE_MODIFIERS.has(normAt(reading, next))) return true;
	if (NOT_NAMES.has(normAt(reading, next)) || givenName(normAt(reading, next)) !== undefined) return true;
	return context.capitals.has(normAt(reading, next)) && standsAlone(reading, next);
}

/** Whether the word at a token also stands elsewhere without a capital before it. */
function standsAlone(reading: Reading, token: number): boolean {
	const norm = normAt(reading, token);
	for (let i = 0; i < reading.count; i++) {
		if (i === token || normAt(reading, i) !== norm || !canName(reading, i)) continue;
		if (i === 0 || !canName(reading, i - 1) || reading.sentenceOf[i - 1] !== reading.sentenceOf[i]) return true;
	}
	return false;
}

/** Whether a run names nothing: roles, months, faiths, opening words. */
function isIdle(reading: Reading, from: number, to: number): boolean {
	if (to - from > 1 && headIsName(normAt(reading, to - 1))) return false;
	for (let i = from; i < to; i++) {
		const norm = normAt(reading, i);
		if (reading.kinds[i] !== TokenKind.word || isJoiner(norm)) continue;
		if (NOT_NAMES.has(norm) && !(has(reading, i, Shape.acronym) && knownHere(reading, written(reading, i, i + 1))))
			continue;
		if (CALENDAR_WORDS.has(norm) && !(i > from)) continue;
		if (norm === "bill" && to - from === 1 && isArticle(normAt(reading, i - 1))) continue;
		// "The Senate" is a body, "Senate" before a name is not.
		if (norm === "senate" && to - from === 1 && isArticle(normAt(reading, i - 1))) return false;
		if (ROLE_MODIFIERS.has(norm) && !has(reading, i, Shape.acronym)) continue;
		if (ROLES.has(norm) || HONORIFICS.has(norm) || SHORT_TITLES.has(norm)) continue;
		if (has(reading, i, Shape.opening) && OPENING_WORDS.has(norm)) continue;
		if (to - from === 1 && (OPENING_WORDS.has(norm) || norm.length < 2) && !has(reading, i, Shape.acronym)) continue;
		return false;
	}
	return true;
}

function splitPair(reading: Reading, token: number, into: Naming[]): boolean {
	const word = written(reading, token, token + 1);
	if (knownHere(reading, word)) return false;
	const cut = word.search(/[-\u2010\u2011]/);
	if (cut < 0) return false;
	const left = knownHere(reading, word.slice(0, cut));
	const right = knownHere(reading, word.slice(cut + 1));
	if (!left || !right) return false;
	const start = reading.starts[token] ?? 0;
	const titled = has(reading, token, Shape.titled);
	for (const [known, from, to] of [
		[left, 0, cut],
		[right, cut + 1, word.length],
	] as const) {
		const exact = word.slice(from, to);
		into.push(naming(token, token + 1, start + from, exact, known, null, titled));
	}
	return true;
}

function push(
	reading: Reading,
	into: Naming[],
	first: number,
	end: number,
	known: KnownName | null,
	title: Title | null,
): void {
	const exact = written(reading, first, end);
	const whole = knownHere(reading, exact) ? known : null;
	into.push(naming(first, end, reading.starts[first] ?? 0, exact, whole, title, has(reading, first, Shape.titled)));
}
