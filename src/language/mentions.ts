import { TokenKind } from "../model/annotated.ts";
import type { Span } from "../model/span.ts";
import { spanAt } from "../text/spans.ts";
import { OPENING_WORDS } from "./data/common-words.ts";
import {
	CALENDAR_WORDS,
	DOCUMENT_HEADS,
	EVENT_HEADS,
	HONORIFICS,
	NOT_NAMES,
	ORGANISATION_FIRST,
	ORGANISATION_HEADS,
	OUTLET_HEADS,
	PLACE_HEADS,
	PLACE_PREFIXES,
	RANKS_OF_BIRTH,
	ROLE_MODIFIERS,
	ROLES,
	SHORT_TITLES,
	SPEECH_VERBS,
} from "./data/name-words.ts";
import { givenName, type KnownName, knownName, LONGEST_KNOWN, nameKey } from "./gazetteer.ts";
import { canName, findRuns } from "./name-runs.ts";
import { has, normAt, type Reading, Shape, written } from "./shapes.ts";

/** The title a name stands behind: "Foreign Minister" in "Foreign Minister Orla Vane". */
export interface Title extends Span {
	/** Lower-case head nouns: "minister". */
	readonly roles: readonly string[];
	/** What "Mr." or "Mrs." tells; null when the title tells nothing. */
	readonly pronoun: "he" | "she" | null;
	/** The states whose demonyms stand in the title or before it. */
	readonly states: readonly string[];
}

/** One naming found in the text, before any is joined to another. */
export interface Naming extends Span {
	/** Token range of the name. */
	readonly first: number;
	readonly stop: number;
	readonly exact: string;
	readonly key: string;
	/** The key's words. */
	readonly words: readonly string[];
	readonly known: KnownName | null;
	readonly title: Title | null;
	/** True in a headline or another line whose capitals say nothing. */
	readonly titled: boolean;
}

/** Words of a name at most; longer runs are no name. */
const MOST_WORDS = 12;

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
	const all = [...kept, ...findInTitledLines(reading, kept)];
	return all.sort((a, b) => a.start - b.start || b.end - a.end);
}

interface Context {
	/** Words seen with a capital where it says something. */
	readonly capitals: ReadonlySet<string>;
	/** Words seen in small letters. */
	readonly small: ReadonlySet<string>;
}

function readContext(reading: Reading): Context {
	const capitals = new Set<string>();
	const small = new Set<string>();
	for (let i = 0; i < reading.count; i++) {
		if (reading.kinds[i] !== TokenKind.word) continue;
		const norm = normAt(reading, i);
		if (!has(reading, i, Shape.capital)) small.add(norm);
		else if (!has(reading, i, Shape.opening | Shape.titled)) capitals.add(norm);
	}
	return { capitals, small };
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
	while (from < to && isArticle(normAt(reading, from))) from++;
	if (from >= to) return;
	const bare = from > first ? knownAt(reading, from, to) : null;
	if (bare && bare.end === to) {
		push(reading, into, from, to, bare.known, outer);
		return;
	}
	const title = lastTitle(reading, from, to);
	if (title >= 0) {
		const begin = titleBegin(reading, from, title);
		const nameFirst = afterTitle(reading, title, to);
		const states: string[] = [];
		for (let i = from; i < begin; i++) {
			const known = knownName(written(reading, i, i + 1));
			if (known?.type === "state") states.push(known.usual);
		}
		if (begin > from) readRun(reading, context, from, begin, null, into);
		for (let i = begin; i < nameFirst; i++) {
			const known = knownName(written(reading, i, i + 1));
			if (!known) continue;
			push(reading, into, i, i + 1, known, null);
			if (known.type === "state") states.push(known.usual);
		}
		if (nameFirst >= to) return;
		readRun(reading, context, nameFirst, to, makeTitle(reading, begin, nameFirst, states), into);
		return;
	}
	// "Islamist Taliban", "Republican U.S.": an adjective of faith or party before a known name.
	const idle = to - from > 1 && NOT_NAMES.has(normAt(reading, from));
	if (idle && (knownAt(reading, from + 1, to)?.end === to || namesPerson(reading, from + 1, to))) {
		readRun(reading, context, from + 1, to, outer, into);
		return;
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
		while (to > from && (ROLES.has(normAt(reading, to - 1)) || isJoiner(normAt(reading, to - 1)))) {
			if (to - from > 1 && headIsName(normAt(reading, to - 1))) break;
			to--;
		}
		if (to === from) return;
		if (known?.known.demonym === true && to === known.end) return;
	}
	if (to - from > MOST_WORDS) return;
	if (isIdle(reading, from, to)) return;
	push(reading, into, from, to, knownAt(reading, from, to)?.known ?? null, outer ?? titleInFront(reading, from));
}

/** "Democrat Ana Drell": behind a label of party stands a given name and more. */
function namesPerson(reading: Reading, from: number, to: number): boolean {
	return to - from > 1 && givenName(normAt(reading, from)) !== undefined && !headIsName(normAt(reading, to - 1));
}

function isArticle(norm: string): boolean {
	return norm === "the" || norm === "a" || norm === "an";
}

function isJoiner(norm: string): boolean {
	return norm === "of" || norm === "for" || norm === "and" || norm === "&" || norm === "on";
}

function headIsName(norm: string): boolean {
	return ORGANISATION_HEADS.has(norm) || OUTLET_HEADS.has(norm) || PLACE_HEADS.has(norm) || EVENT_HEADS.has(norm);
}

/** The longest known name that begins at a token. */
function knownAt(
	reading: Reading,
	from: number,
	to: number,
): { readonly known: KnownName; readonly end: number } | null {
	for (let end = Math.min(to, from + LONGEST_KNOWN); end > from; end--) {
		const known = knownName(written(reading, from, end));
		if (known) return { known, end };
	}
	return null;
}

/** Index of the last title word with a name behind it; -1 when there is none. */
function lastTitle(reading: Reading, from: number, to: number): number {
	if (headIsName(normAt(reading, to - 1)) || DOCUMENT_HEADS.has(normAt(reading, to - 1))) {
		return onlyAddress(reading, from, to) ? from : -1;
	}
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

function isTitleWord(norm: string): boolean {
	return HONORIFICS.has(norm) || RANKS_OF_BIRTH.has(norm) || SHORT_TITLES.has(norm) || ROLES.has(norm);
}

/** First token of the title phrase that ends at `title`: modifiers and other titles in front belong to it. */
function titleBegin(reading: Reading, from: number, title: number): number {
	let begin = title;
	while (begin > from) {
		const norm = normAt(reading, begin - 1);
		if (norm === "." || ROLE_MODIFIERS.has(norm) || isTitleWord(norm)) begin--;
		else break;
	}
	return begin;
}

/** First token behind the title: past its full stop, and past "of State" in "Secretary of State". */
function afterTitle(reading: Reading, title: number, to: number): number {
	let at = title + 1;
	if (normAt(reading, at) === "." && at < to) at++;
	if (at < to && (normAt(reading, at) === "of" || normAt(reading, at) === "for")) {
		at++;
		while (
			at < to &&
			(ROLE_MODIFIERS.has(normAt(reading, at)) ||
				/^(?:the|and|state|affairs|commerce|housing|industry|environment|homeland|security)$/.test(normAt(reading, at)))
		)
			at++;
	}
	return at;
}

function makeTitle(reading: Reading, first: number, end: number, states: readonly string[]): Title {
	const roles: string[] = [];
	let pronoun: "he" | "she" | null = null;
	for (let i = first; i < end; i++) {
		const norm = normAt(reading, i);
		const role = SHORT_TITLES.get(norm) ?? (ROLES.has(norm) ? norm : null);
		const next = normAt(reading, i + 1);
		// "Prime Minister", "Deputy Mayor": the last of a chain is the head; a modifier is none.
		if (role !== null && !(ROLE_MODIFIERS.has(norm) && i + 1 < end && isTitleWord(next))) roles.push(role);
		pronoun ??= HONORIFICS.get(norm) ?? RANKS_OF_BIRTH.get(norm) ?? null;
	}
	return { start: reading.starts[first] ?? 0, end: reading.ends[end - 1] ?? 0, roles, pronoun, states };
}

/** A title in small letters directly before a name: "former ambassador Kell", "spokeswoman Ana Drell". */
function titleInFront(reading: Reading, token: number): Title | null {
	let head = token - 1;
	if (normAt(reading, head) === "." && has(reading, head, Shape.joined)) head--;
	const norm = normAt(reading, head);
	if (head < 0 || reading.sentenceOf[head] !== reading.sentenceOf[token]) return null;
	if (has(reading, head, Shape.capital) || !(ROLES.has(norm) || HONORIFICS.has(norm) || SHORT_TITLES.has(norm)))
		return null;
	if (norm === "us" || norm === "don" || norm === "pan" || norm === "host" || norm === "model" || norm === "people")
		return null;
	let begin = head;
	const states: string[] = [];
	while (begin > 0 && begin > head - 5 && reading.sentenceOf[begin - 1] === reading.sentenceOf[token]) {
		const before = normAt(reading, begin - 1);
		if (has(reading, begin - 1, Shape.capital)) {
			const known = knownName(written(reading, begin - 1, begin));
			if (known?.type === "state") states.push(known.usual);
			break;
		}
		if (!ROLE_MODIFIERS.has(before) && !isTitleWord(before)) break;
		begin--;
	}
	return makeTitle(reading, begin, token, states);
}

/** Whether a capital at the start of a sentence belongs to no name: "Neighboring Corra", "Yesterday Vane". */
function openingIsIdle(reading: Reading, context: Context, from: number, to: number): boolean {
	const norm = normAt(reading, from);
	const next = from + 1;
	if (normAt(reading, next) === ".") return false;
	// "WEALTHY Corrans were": some papers open an article in capitals.
	if (has(reading, from, Shape.acronym)) return written(reading, from, next).length > 3 && context.small.has(norm);
	if (PLACE_PREFIXES.has(norm) || givenName(norm) !== undefined) return false;
	const wordBehind = next < to && canName(reading, next);
	if (!wordBehind) return OPENING_WORDS.has(norm) && !ORGANISATION_FIRST.has(norm) && !ROLE_MODIFIERS.has(norm);
	if (context.capitals.has(norm)) return OPENING_WORDS.has(norm) && !ROLE_MODIFIERS.has(norm);
	if (OPENING_WORDS.has(norm) && !ROLE_MODIFIERS.has(norm)) return true;
	if (ROLE_MODIFIERS.has(norm) || isTitleWord(norm) || knownName(written(reading, from, next))) return false;
	if (context.small.has(norm)) return true;
	// A participle or an adverb before a name that the text uses by itself.
	return /(?:ing|ed|ly)$/.test(norm) && norm.length > 5;
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
		if (NOT_NAMES.has(norm) && !(has(reading, i, Shape.acronym) && knownName(written(reading, i, i + 1)))) continue;
		if (CALENDAR_WORDS.has(norm) && !(i > from)) continue;
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
	if (knownName(word)) return false;
	const cut = word.search(/[-\u2010\u2011]/);
	if (cut < 0) return false;
	const left = knownName(word.slice(0, cut));
	const right = knownName(word.slice(cut + 1));
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
	const whole = knownName(exact) ? known : null;
	into.push(naming(first, end, reading.starts[first] ?? 0, exact, whole, title, has(reading, first, Shape.titled)));
}

function naming(
	first: number,
	stop: number,
	start: number,
	exact: string,
	known: KnownName | null,
	title: Title | null,
	titled: boolean,
): Naming {
	const key = nameKey(exact).replace(/ ?, (?=(?:inc|ltd|llc|jr|sr)$)/, " ");
	return { first, stop, start, end: start + exact.length, exact, key, words: key.split(" "), known, title, titled };
}

/**
 * Takes a sentence's first word off a name when nothing else shows it to be part of one and the rest
 * is a name of the article by itself: "Warns Vane" beside "Orla Vane".
 */
function trimOpenings(reading: Reading, context: Context, found: readonly Naming[]): Naming[] {
	const alone = new Set<string>();
	for (const name of found) {
		alone.add(name.key);
		if (name.stop - name.first > 1 && !has(reading, name.first, Shape.opening)) alone.add(name.words.at(-1) ?? "");
	}
	return found.map((name) => {
		const norm = normAt(reading, name.first);
		const doubtful =
			name.stop - name.first > 1 &&
			has(reading, name.first, Shape.opening) &&
			!has(reading, name.first, Shape.acronym) &&
			!name.known &&
			!context.capitals.has(norm) &&
			givenName(norm) === undefined &&
			!PLACE_PREFIXES.has(norm) &&
			(context.small.has(norm) || (/(?:s|ing|ed)$/.test(norm) && isUnended(reading, name.first))) &&
			canName(reading, name.first + 1);
		const rest = name.words.slice(1).join(" ");
		if (!doubtful || !alone.has(rest) || headIsName(name.words.at(-1) ?? "")) return name;
		const exact = written(reading, name.first + 1, name.stop);
		return naming(
			name.first + 1,
			name.stop,
			reading.starts[name.first + 1] ?? 0,
			exact,
			knownName(exact),
			name.title,
			name.titled,
		);
	});
}

/** Whether a token stands in a line that ends without a full stop, as headlines do. */
function isUnended(reading: Reading, token: number): boolean {
	const paragraph = spanAt(reading.words.paragraphs, reading.starts[token] ?? 0);
	return (
		paragraph !== null && !/[.!?\u2026]["'\u201d\u2019)]*$/.test(reading.text.slice(paragraph.end - 4, paragraph.end))
	);
}

/** Drops single words whose only capital opens a sentence and that nothing else shows to be a name. */
function keepSupported(reading: Reading, context: Context, found: readonly Naming[]): Naming[] {
	const parts = new Set<string>();
	for (const { words, stop, first } of found) if (stop - first > 1) for (const word of words) parts.add(word);
	return found.filter((name) => {
		if (name.stop - name.first > 1 || name.known || name.title) return true;
		if (isStageWord(reading, name)) return false;
		if (!has(reading, name.first, Shape.opening)) return true;
		const norm = normAt(reading, name.first);
		if (has(reading, name.first, Shape.acronym)) return !context.small.has(norm);
		if (context.capitals.has(norm) || parts.has(name.key)) return true;
		if (/^\p{Ll}|^\p{Lu}[\p{Ll}-]*\p{Ll}\p{Lu}/u.test(name.exact)) return true;
		if (context.small.has(norm) || isTitleWord(norm) || ORGANISATION_HEADS.has(norm)) return false;
		if (/(?:s|ment|ion|ity|ing|ed|ly|ness)$/.test(norm)) return false;
		return SPEECH_VERBS.has(normAt(reading, name.stop)) || givenName(norm) !== undefined;
	});
}

/** "[CROSSTALK]", "(LAUGHTER)": a long word of capitals alone in brackets is a direction, no acronym. */
function isStageWord(reading: Reading, name: Naming): boolean {
	return (
		name.exact.length > 6 &&
		!/\p{Ll}/u.test(name.exact) &&
		/^[([]$/.test(normAt(reading, name.first - 1)) &&
		/^[)\]]$/.test(normAt(reading, name.stop))
	);
}

/** In lines whose capitals say nothing: names that the running text knows, and those of the lists. */
function findInTitledLines(reading: Reading, known: readonly Naming[]): Naming[] {
	const byFirst = new Map<string, Set<string>>();
	const learn = (first: string, key: string): void => {
		const set = byFirst.get(first) ?? new Set<string>();
		set.add(key);
		byFirst.set(first, set);
	};
	for (const { key, words, title } of known) {
		const [first = ""] = words;
		learn(first, key);
		const surname = words.at(-1) ?? "";
		if (words.length > 1 && (title !== null || givenName(first) !== undefined)) learn(surname, surname);
	}
	const found: Naming[] = [];
	for (let i = 0; i < reading.count; i++) {
		if (!has(reading, i, Shape.titled) || !canName(reading, i)) continue;
		const keys = byFirst.get(nameKey(written(reading, i, i + 1)).split(" ")[0] ?? "");
		for (let end = Math.min(reading.count, i + MOST_WORDS); end > i; end--) {
			if (reading.sentenceOf[end - 1] !== reading.sentenceOf[i] || reading.kinds[end - 1] === TokenKind.mark) continue;
			if (end - i > LONGEST_KNOWN && !keys) continue;
			const exact = written(reading, i, end);
			if (end - i > 1 && /[,;:]/.test(exact)) continue;
			const listed = isShouted(exact) ? knownName(calm(exact)) : knownName(exact);
			if (!listed && keys?.has(nameKey(exact)) !== true) continue;
			if (listed && !listed.demonym && end - i === 1 && OPENING_WORDS.has(normAt(reading, i))) continue;
			found.push(naming(i, end, reading.starts[i] ?? 0, exact, listed, null, true));
			i = end - 1;
			break;
		}
	}
	return found;
}

function isShouted(exact: string): boolean {
	return exact.length > 4 && !/\p{Ll}/u.test(exact);
}

/** "KABUL" as "Kabul", for looking up alone. */
function calm(exact: string): string {
	return knownName(exact) ? exact : exact.toLowerCase();
}
