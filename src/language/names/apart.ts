import { TokenKind } from "../../model/annotated.ts";
import { has, normAt, type Reading, Shape } from "../shapes.ts";
import { ROLE_MODIFIERS } from "./data/name-words.ts";
import type { Naming } from "./naming.ts";
import { isTitleWord } from "./titles.ts";

/**
 * Namings that the text itself says are of two people. Caught: "Mr. Kell's brother, senator Owen Kell",
 * "Owen Kell, Mr. Kell's brother", "Ada Kell and her son Kell Jr.", "police chief Kell, no relation". Not
 * caught: "Kell's office, said Owen Kell".
 *
 * The namings are known by their first token: for each the others that it cannot be.
 */
export function findApart(reading: Reading, namings: readonly Naming[]): ReadonlyMap<number, ReadonlySet<number>> {
	const byFirst = new Map(namings.map((name) => [name.first, name] as const));
	const apart = new Map<number, Set<number>>();
	const part = (a: Naming, b: Naming): void => {
		if (a.first === b.first) return;
		apart.set(a.first, (apart.get(a.first) ?? new Set()).add(b.first));
		apart.set(b.first, (apart.get(b.first) ?? new Set()).add(a.first));
	};
	const before: Naming[] = [];
	for (const name of namings) {
		const owned = isPossessive(normAt(reading, name.stop)) ? relativeAfter(reading, name.stop + 1) : -1;
		if (owned > 0) {
			const kin = nameAfter(reading, owned + 1, byFirst);
			if (kin) part(name, kin);
			// "Owen Kell, Mr. Kell's brother,"
			const whose = before.at(-1);
			if (whose && isSetOff(reading, whose, name)) part(name, whose);
		}
		if (isCalledUnrelated(reading, name)) for (const other of before) if (sharesWord(other, name)) part(name, other);
		const own = ownRelative(reading, name);
		if (own) for (const other of namesBefore(reading, before, name)) part(name, other);
		before.push(name);
	}
	return apart;
}

function isPossessive(norm: string): boolean {
	return norm === "'s" || norm === "'" || norm === "\u2019";
}

/** Words between an owner and the noun of who is his: "Kell's late elder brother". */
const MOST_BETWEEN = 4;

/** The token of the noun in small letters that says who somebody's relative or servant is; -1 when there is none. */
function relativeAfter(reading: Reading, from: number): number {
	let found = -1;
	for (let at = from; at < from + MOST_BETWEEN + 1; at++) {
		if (reading.sentenceOf[at] !== reading.sentenceOf[from] || reading.kinds[at] !== TokenKind.word) break;
		const norm = normAt(reading, at);
		if (KIN.has(norm) || isTitleWord(norm)) found = at;
		else if (found >= 0 || has(reading, at, Shape.capital) || CLAUSE.test(norm)) break;
	}
	return found;
}

const KIN: ReadonlySet<string> = new Set(
	(
		"brother sister son daughter father mother wife husband widow widower twin kin uncle aunt nephew niece cousin " +
		"grandson granddaughter grandfather grandmother stepson stepdaughter stepfather stepmother half-brother " +
		"half-sister son-in-law daughter-in-law brother-in-law sister-in-law father-in-law mother-in-law fiance fiancee " +
		"heir namesake ex-wife ex-husband predecessor successor"
	).split(" "),
);

const CLAUSE = /^(?:and|or|but|that|who|which|of|in|on|at|to|for|with|by|from|said|says|told|is|was|has|had|are|were)$/;

/** The naming that a relative's noun goes with: "brother, the senator Owen Kell". */
function nameAfter(reading: Reading, from: number, byFirst: ReadonlyMap<number, Naming>): Naming | null {
	for (let at = from; at < from + 6; at++) {
		if (reading.sentenceOf[at] !== reading.sentenceOf[from - 1]) return null;
		const name = byFirst.get(at);
		if (name && name.known?.demonym !== true) return name;
		const norm = normAt(reading, at);
		const fits = norm === "," || norm === "." || norm === "the" || ROLE_MODIFIERS.has(norm) || isTitleWord(norm);
		if (!fits) return null;
	}
	return null;
}

/** Whether the second naming opens what is set off by a comma behind the first: "Owen Kell, Mr. Kell's brother". */
function isSetOff(reading: Reading, name: Naming, behind: Naming): boolean {
	if (normAt(reading, name.stop) !== "," || behind.first - name.stop > 5) return false;
	for (let at = name.stop + 1; at < behind.first; at++) {
		const norm = normAt(reading, at);
		if (norm !== "." && !ROLE_MODIFIERS.has(norm) && !isTitleWord(norm)) return false;
	}
	return true;
}

/** "Kell, no relation,", "Kell (not related)", "Kell, an unrelated astronomer". */
function isCalledUnrelated(reading: Reading, { stop }: Naming): boolean {
	if (!/^[,(\u2013\u2014-]$/.test(normAt(reading, stop))) return false;
	const words = `${normAt(reading, stop + 1)} ${normAt(reading, stop + 2)}`;
	return /^(?:no (?:relation|relative|kin)|not related|(?:an )?unrelated)\b/.test(words);
}

function sharesWord(one: Naming, other: Naming): boolean {
	return one.words.some((word) => word.length > 1 && other.words.includes(word));
}

/** "his son Kell": whoever was named before in the sentence is another. */
function ownRelative(reading: Reading, { first }: Naming): boolean {
	const sentence = reading.sentenceOf[first];
	let kin = false;
	for (let at = first - 1; at > first - 8 && at >= 0 && reading.sentenceOf[at] === sentence; at--) {
		const norm = normAt(reading, at);
		if (KIN.has(norm)) kin = true;
		else if (kin && /^(?:his|her|their)$/.test(norm)) return true;
		else if (norm !== "," && norm !== "." && norm !== "the" && !/^\p{Ll}+$/u.test(norm)) return false;
		else if (CLAUSE.test(norm)) return false;
	}
	return false;
}

function namesBefore(reading: Reading, before: readonly Naming[], name: Naming): Naming[] {
	const found: Naming[] = [];
	for (let at = before.length - 1; at >= 0 && at > before.length - 8; at--) {
		const other = before[at];
		if (!other || reading.sentenceOf[other.first] !== reading.sentenceOf[name.first]) break;
		if (other.key !== name.key && sharesWord(other, name)) found.push(other);
	}
	return found;
}
