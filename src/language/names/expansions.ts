import { TokenKind } from "../../model/annotated.ts";
import { normAt, type Reading, written } from "../shapes.ts";
import { fitsInitials, lettersOf } from "./appositions.ts";
import { canName } from "./capitals.ts";
import type { Naming } from "./naming.ts";
import { knownHere } from "./peoples.ts";
import { renamed } from "./stretched.ts";

/**
 * Names that an acronym in brackets shows to reach further left than their capitals tell. Caught: "Front
 * for the Freedom of Orve (FFO)", "Al-Qaeda in the Arabian Peninsula (AQAP)"; and those that the lists have. Not caught: "Front for
 * Freedom in Orve (LIMA)", whose initials those are not.
 */
export function expandByAcronyms(reading: Reading, namings: readonly Naming[]): Naming[] {
	const byFirst = new Map(namings.map((name) => [name.first, name] as const));
	const wholes: Naming[] = [];
	for (const name of namings) {
		if (normAt(reading, name.stop) !== "(") continue;
		const acronym = byFirst.get(normAt(reading, name.stop + 1) === "the" ? name.stop + 2 : name.stop + 1);
		if (!acronym || normAt(reading, acronym.stop) !== ")" || acronym.exact.length < 3) continue;
		const letters = lettersOf(acronym.exact);
		if (fitsInitials(letters, name.exact)) continue;
		const first = reachLeft(reading, name, letters);
		if (first !== null) wholes.push(renamed(reading, name, first, name.stop));
	}
	for (const name of namings) {
		if (name.known?.type !== "organisation" || !/^(?:in|of)$/.test(normAt(reading, name.stop))) continue;
		const next = byFirst.get(normAt(reading, name.stop + 1) === "the" ? name.stop + 2 : name.stop + 1);
		if (next && knownHere(reading, written(reading, name.first, next.stop)) !== null)
			wholes.push(renamed(reading, name, name.first, next.stop));
	}
	if (wholes.length === 0) return [...namings];
	return replaceAll(reading, namings, wholes);
}

/** Tokens that a name may reach past its last capitals at most. */
const FARTHEST = 10;

function reachLeft(reading: Reading, name: Naming, acronym: string): number | null {
	const sentence = reading.sentenceOf[name.first];
	for (let at = name.first - 1; at >= name.first - FARTHEST && reading.sentenceOf[at] === sentence; at--) {
		// "University of Corra, North Orve (UCNO)".
		if (reading.kinds[at] !== TokenKind.word && normAt(reading, at) !== ",") return null;
		if (canName(reading, at) && fitsInitials(acronym, written(reading, at, name.stop))) return at;
	}
	return null;
}

/** Names that begin with one word at most; more are no article's. */
const MOST_OF_A_WORD = 20;

/** Every place where such a name stands, with or without its acronym, in place of the parts found there. */
function replaceAll(reading: Reading, namings: readonly Naming[], wholes: readonly Naming[]): Naming[] {
	const byNorm = new Map<string, Naming[]>();
	for (const whole of wholes) {
		const norm = normAt(reading, whole.first);
		const list = byNorm.get(norm) ?? [];
		if (list.length < MOST_OF_A_WORD) list.push(whole);
		byNorm.set(norm, list);
	}
	const normsOf = (first: number, stop: number): string => reading.norms.slice(first, stop).join(" ");
	const out: Naming[] = [];
	let until = -1;
	for (const name of namings) {
		if (name.first < until) continue;
		const whole = byNorm
			.get(normAt(reading, name.first))
			?.find(
				({ first, stop }) =>
					(name.first === first && name.stop <= stop) ||
					normsOf(name.first, name.first + stop - first) === normsOf(first, stop),
			);
		const made = whole ? renamed(reading, name, name.first, name.first + whole.stop - whole.first) : name;
		until = Math.max(until, made.stop);
		out.push(made);
	}
	return out;
}
