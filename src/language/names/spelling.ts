import { foldAccents } from "../../text/fold.ts";
import { NICKNAMES } from "./data/nicknames.ts";
import { GIVEN_NAME_SPELLINGS } from "./data/spellings.ts";

/**
 * One name in several spellings. Caught: "Organisation" and "Organization", "Defence" and "Defense";
 * "Qadhafi", "Gaddafi" and "Kadafi"; "Bill" for "William". Not caught: "Hassan" and "Hussein", "Marin"
 * and "Marina", "Marden" and "Marsden".
 */

/** Words in the key of a name whose British and American spellings differ otherwise than by rule. */
const HOUSE_WORDS: ReadonlyMap<string, string> = new Map([
	["defence", "defense"],
	["offence", "offense"],
	["licence", "license"],
	["centre", "center"],
	["theatre", "theater"],
	["programme", "program"],
	["labour", "labor"],
	["harbour", "harbor"],
	["neighbour", "neighbor"],
	["colour", "color"],
	["honour", "honor"],
	["grey", "gray"],
	["aluminium", "aluminum"],
	["&", "and"],
]);

const IZE = /^(.{3,})is(ations?)$/;

/** The words of a name's key in one house's spelling, for names of bodies, documents and the like. */
export function houseKey(words: readonly string[]): string {
	return words
		.map((word) => {
			const plain = HOUSE_WORDS.get(word);
			if (plain !== undefined) return plain;
			const ize = IZE.exec(word);
			return ize ? `${ize[1]}iz${ize[2]}` : word;
		})
		.join(" ");
}

const spellings = new Map<string, string>();
for (const row of GIVEN_NAME_SPELLINGS.trim().split("\n")) {
	const [first = "", ...more] = row.trim().split(" ");
	for (const name of [first, ...more]) spellings.set(name, first);
}

const shortForms = new Map<string, ReadonlySet<string>>();
for (const row of NICKNAMES.trim().split("\n")) {
	const [name = "", ...shorts] = row.trim().split(" ");
	shortForms.set(name, new Set(shorts));
}

/** Whether one given name, in folded lower case, is used as the short form of the other. */
export function isNickname(a: string, b: string): boolean {
	return a !== b && (shortForms.get(a)?.has(b) === true || shortForms.get(b)?.has(a) === true);
}

/** Words shorter than this have too many neighbours to be told by their sound. */
const SHORTEST = 4;

/**
 * How a word sounds, roughly, as writers of Arabic, Russian and the like put it into Latin letters: one
 * letter for q, k and a first g, one for o and u and one for e, i and y, no doubled letters, no h behind
 * consonants. A vowel at the end is kept as written, for it often tells names apart ("Ivanov", "Ivanova").
 */
export function soundKey(word: string): string {
	const known = sounds.get(word);
	if (known !== undefined) return known;
	const sound = soundAnew(word);
	if (sounds.size >= MOST_SOUNDS) sounds.clear();
	if (word.length <= LONGEST_KEPT) sounds.set(word, sound);
	return sound;
}

const sounds = new Map<string, string>();
/** Keeps the memory bounded on long runs; it changes nothing but speed: names recur. */
const MOST_SOUNDS = 10_000;
const LONGEST_KEPT = 60;

function soundAnew(word: string): string {
	const plain = foldAccents(word);
	const canonical = spellings.get(plain);
	if (canonical !== undefined) return canonical;
	if (plain.length < SHORTEST) return plain;
	const last = /[aeo]$/.exec(plain)?.[0] ?? "";
	const body = last === "" ? plain : plain.slice(0, -1);
	return (
		body
			.replace(/ph/g, "f")
			.replace(/([gkdtz])h/g, "$1")
			.replace(/c(?=[kqaou])|q/g, "k")
			.replace(/kk/g, "k")
			.replace(/^g(?=[aou])/, "k")
			.replace(/ue/g, "u")
			.replace(/oe|ou|oo|o/g, "u")
			.replace(/ae/g, "a")
			.replace(/ee|ie|ei|ey|iy|yi|[ey]/g, "i")
			.replace(/w/g, "v")
			.replace(/(.)\1+/g, "$1") + last
	);
}

/** The sound of each word of a name, articles of Arabic aside: "Abdel Rahman" and "Abd al-Rahman" are one. */
export function soundOf(words: readonly string[]): string {
	const plain = words.map((word) => word.replace(/['\u2019\u2018\u02bc`]/g, ""));
	return plain
		.filter((word, at) => !/^(?:al|el|ul|ad|as|ar|ash|an|at|az)$/.test(word) || (at === 0 && plain.length === 1))
		.map((word) => (/^abd(?:[aeu]l|[aeu]r)?$/.test(word) ? "abd" : soundKey(word)))
		.join(" ");
}
