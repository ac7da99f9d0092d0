import type { Span } from "../../model/span.ts";
import { type Reading, written } from "../shapes.ts";
import { EVENT_HEADS, ORGANISATION_HEADS, OUTLET_HEADS, PLACE_HEADS } from "./data/name-words.ts";
import { type KnownName, LONGEST_KNOWN, nameKey } from "./gazetteer.ts";
import { knownHere } from "./peoples.ts";

/** Words of a name at most; longer runs are no name. */
export const MOST_WORDS = 12;

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
	/** The key's words, a suffix such as "Jr." aside. */
	readonly words: readonly string[];
	readonly known: KnownName | null;
	readonly title: Title | null;
	/** True in a headline or another line whose capitals say nothing. */
	readonly titled: boolean;
}

/** What tells father and son apart: part of the key, not of the words. */
export const NAME_SUFFIX: RegExp = /^(?:jr|sr|ii|iii|iv)$/;

export function naming(
	first: number,
	stop: number,
	start: number,
	exact: string,
	known: KnownName | null,
	title: Title | null,
	titled: boolean,
): Naming {
	const key = nameKey(exact).replace(/ ?, (?=(?:inc|ltd|llc|jr|sr)$)/, " ");
	const all = key.split(" ");
	// "James Pell Jr." is called "Pell"; "Tomas II" keeps what it has.
	const least = /^(?:jr|sr)$/.test(all.at(-1) ?? "") ? 2 : 3;
	const words = all.length >= least && known === null && NAME_SUFFIX.test(all.at(-1) ?? "") ? all.slice(0, -1) : all;
	return { first, stop, start, end: start + exact.length, exact, key, words, known, title, titled };
}

/** The longest known name that begins at a token. */
export function knownAt(
	reading: Reading,
	from: number,
	to: number,
): { readonly known: KnownName; readonly end: number } | null {
	for (let end = Math.min(to, from + LONGEST_KNOWN); end > from; end--) {
		const known = knownHere(reading, written(reading, from, end));
		if (known) return { known, end };
	}
	return null;
}

export function headIsName(norm: string): boolean {
	return ORGANISATION_HEADS.has(norm) || OUTLET_HEADS.has(norm) || PLACE_HEADS.has(norm) || EVENT_HEADS.has(norm);
}

export function isJoiner(norm: string): boolean {
	return norm === "of" || norm === "for" || norm === "and" || norm === "&" || norm === "on";
}
