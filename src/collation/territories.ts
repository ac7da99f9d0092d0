import { TELLING } from "./term-weight.ts";
import type { SegmentWord } from "./utterances/segments.ts";

/** Where people live, by its common noun: "inside the country" names no country, and is one all the same. */
const TERRITORIES: ReadonlySet<string> = new Set(
	(
		"country countries nation nations state states homeland republic kingdom emirate territory province region district " +
		"county island city town village capital municipality"
	).split(" "),
);

/** Words that say where, and with what else, around it. */
const AROUND: ReadonlySet<string> = new Set(
	(
		"both either inside within throughout across around in from at by of for to into over whole entire same the this " +
		"that itself as"
	).split(" "),
);

/** Whether a word only says where or with what else something is: "both", "inside", "the". */
export function isAround(norm: string): boolean {
	return AROUND.has(norm);
}

/**
 * Whether words say "inside the country" and nothing besides: a territory by its common noun. Not "our country", which
 * says whose it is.
 */
export function isUnnamedTerritory(words: readonly Pick<SegmentWord, "norm" | "weight" | "capital">[]): boolean {
	let found = false;
	for (const { norm, weight, capital } of words) {
		if (TERRITORIES.has(norm) && !capital) found = true;
		else if (capital || POSSESSIVE.has(norm) || (weight >= TELLING && !isAround(norm))) return false;
	}
	return found;
}

const POSSESSIVE: ReadonlySet<string> = new Set("my our your his her its their another other".split(" "));

/** Who speaks for one is named by it: "we" of a minister is the state. */
const FIRST_PERSON: ReadonlySet<string> = new Set("i me my we us our ours ourselves".split(" "));

export function speaksOfItself(words: readonly Pick<SegmentWord, "norm">[]): boolean {
	return words.some(({ norm }) => FIRST_PERSON.has(norm));
}
