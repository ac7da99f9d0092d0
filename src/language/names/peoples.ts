import { TokenKind } from "../../model/annotated.ts";
import { has, normAt, type Reading, Shape } from "../shapes.ts";
import { GROUP_NOUNS, HONORIFICS, ORGANISATION_HEADS, ROLES } from "./data/name-words.ts";
import { isDomain } from "./domains.ts";
import { givenName, type KnownName, knownName } from "./gazetteer.ts";

/**
 * States and places that the lists lack, told by what an article says of them. Caught: "Dorvania" beside
 * "the Dorvanian minister", "Orvland" beside "Orvlanders", "Kethar" in "Kethar's foreign ministry". Not
 * caught: "Adria" beside "Adrian said", who may be two people; "Kell's ministry", whose head Kell may be.
 */

/** Shorter words have too many neighbours by chance ("Mora", "Moran"). */
const SHORTEST = 5;

/** What only a state, or a part of one that rules itself, has. */
const OF_STATES = new Set(
	"ministry minister parliament government army president premier chancellor ambassador embassy king queen state prime navy".split(
		" ",
	),
);

/** What states do rather than towns: "Dorvania denied it". */
const ACTS = new Set(
	"denies denied says said will accuses accused rejects rejected agrees agreed signed warns warned".split(" "),
);

/** Nouns that an adjective of a place stands before, beside roles and heads of organisations. */
const BEFORE_NOUNS = new Set(
	(
		"people citizens officials official capital border territory language soldiers troops forces crews ships ship side " +
		"authorities law coast town city village media voters flag passport economy market workers police engineers rescuers"
	).split(" "),
);

const NONE: ReadonlyMap<string, KnownName> = new Map();

/** A name by the lists or by what the article itself shows. */
export function knownHere(reading: Reading, exact: string): KnownName | null {
	return knownName(exact) ?? reading.peoples.get(exact) ?? null;
}

/** States, places and their peoples that the article shows and the lists lack, by exact writing. */
export function findPeoples(reading: Reading): ReadonlyMap<string, KnownName> {
	const places = new Map<string, number[]>();
	for (let i = 0; i < reading.count; i++) {
		if (reading.kinds[i] !== TokenKind.word || !has(reading, i, Shape.capital)) continue;
		const start = reading.starts[i] ?? 0;
		const end = reading.ends[i] ?? 0;
		if (end - start < SHORTEST || has(reading, i, Shape.acronym | Shape.date)) continue;
		const exact = reading.text.slice(start, end);
		const list = places.get(exact);
		if (list) list.push(i);
		else places.set(exact, [i]);
	}
	const found = new Map<string, KnownName>();
	for (const [exact, tokens] of places) {
		const base = baseOf(exact);
		const bases = base === null ? undefined : places.get(base);
		if (base !== null && bases && isPair(reading, base, exact, tokens, bases)) {
			const type = [...tokens, ...bases].some((token) => rules(reading, token)) ? "state" : "place";
			const usual = found.get(base);
			const state = type === "state" || usual?.type === "state" ? "state" : "place";
			found.set(base, { type: state, usual: base, demonym: false });
			found.set(exact, { type: state, usual: base, demonym: true });
		} else if (tokens.some((token) => hasMinistry(reading, token)) && isOpen(reading, exact, tokens)) {
			found.set(exact, { type: "state", usual: exact, demonym: false });
		}
	}
	if (found.size === 0) return NONE;
	// "Dorvanian" and "Dorvanians" go with what any of them shows.
	for (const [exact, known] of found) {
		const type = found.get(known.usual)?.type;
		if (type && type !== known.type) found.set(exact, { ...known, type });
	}
	return found;
}

/** "Dorvania" of "Dorvanian" and "Dorvanians", "Orvland" of "Orvlandic" and "Orvlanders"; null for other words. */
function baseOf(exact: string): string | null {
	const base =
		/^(\p{Lu}\p{Ll}{3,}a)ns?$/u.exec(exact)?.[1] ?? /^(\p{Lu}\p{Ll}{1,}land)(?:ic|ers?|ish)$/u.exec(exact)?.[1];
	return base ?? null;
}

function isPair(
	reading: Reading,
	base: string,
	exact: string,
	tokens: readonly number[],
	bases: readonly number[],
): boolean {
	if (!isOpen(reading, base, bases) || knownName(exact) !== null) return false;
	if (givenName(exact.replace(/s$/, "")) !== undefined) return false;
	return tokens.some((token) => describes(reading, token, /n?s$/.test(exact)));
}

/** Whether a word may name a place: in no list, and never behind a capital or a form of address. */
function isOpen(reading: Reading, exact: string, tokens: readonly number[]): boolean {
	if (knownName(exact) !== null || givenName(exact) !== undefined) return false;
	return !tokens.some((token) => {
		const before = token - 1;
		if (reading.sentenceOf[before] !== reading.sentenceOf[token] || has(reading, token, Shape.titled)) return false;
		const norm = normAt(reading, before) === "." ? normAt(reading, before - 1) : normAt(reading, before);
		if (HONORIFICS.has(norm)) return true;
		return has(reading, before, Shape.capital) && givenName(norm) !== undefined;
	});
}

/** Whether a word stands as an adjective before a noun, or is what people are called: "the Dorvanians". */
function describes(reading: Reading, token: number, plural: boolean): boolean {
	const before = same(reading, token, token - 1) ? normAt(reading, token - 1) : "";
	const next = same(reading, token, token + 1) ? token + 1 : -1;
	if (token > 0 && has(reading, token - 1, Shape.capital) && !has(reading, token - 1, Shape.opening)) return false;
	if (plural) return next < 0 || !has(reading, next, Shape.capital);
	if (next < 0 || reading.kinds[next] !== TokenKind.word || normAt(reading, next) === "'s") return false;
	const norm = normAt(reading, next);
	if (isNoun(norm) || (isDomain(norm) && isNoun(normAt(reading, next + 1)))) return true;
	return /^(?:the|a|an|its|their)$/.test(before) && !has(reading, next, Shape.capital);
}

function isNoun(norm: string): boolean {
	return (
		ROLES.has(norm) ||
		ORGANISATION_HEADS.has(norm) ||
		GROUP_NOUNS.has(norm) ||
		BEFORE_NOUNS.has(norm) ||
		OF_STATES.has(norm)
	);
}

/** Whether a word does what states do, or has what they have: "Dorvania denied", "Dorvania's foreign minister". */
function rules(reading: Reading, token: number): boolean {
	let at = token + 1;
	if (ACTS.has(normAt(reading, at)) && same(reading, token, at)) return true;
	if (normAt(reading, at) === "'s") at++;
	for (let part = 0; part < 3 && same(reading, token, at); part++, at++) {
		if (OF_STATES.has(normAt(reading, at))) return true;
		if (!isDomain(normAt(reading, at))) return false;
	}
	return false;
}

/** "Kethar's foreign ministry": with its domain, for a minister has a ministry as well. */
function hasMinistry(reading: Reading, token: number): boolean {
	if (normAt(reading, token + 1) !== "'s") return false;
	let at = token + 2;
	while (at < token + 6 && same(reading, token, at) && isDomain(normAt(reading, at))) at++;
	return at > token + 2 && normAt(reading, at) === "ministry" && same(reading, token, at);
}

function same(reading: Reading, a: number, b: number): boolean {
	return b >= 0 && b < reading.count && reading.sentenceOf[a] === reading.sentenceOf[b];
}
