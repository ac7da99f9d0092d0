import { has, normAt, type Reading, Shape, written } from "../shapes.ts";
import { ARMY_UNITS, PARTICLES } from "./data/name-words.ts";
import { type Naming, naming } from "./naming.ts";
import { knownHere } from "./peoples.ts";

/**
 * Names that go on in small letters or figures beside their capitals. Caught: "van der Velde" where the
 * article has "Pieter van der Velde", "42nd Rifle Brigade", "Orve Holdings plc". Not caught: "the road of
 * Velde", "his 42nd Brigade Road".
 */
export function stretchNamings(reading: Reading, namings: readonly Naming[]): Naming[] {
	const tails = particleTails(namings);
	return namings.map((name) => {
		const first = name.known ? name.first : (withParticles(reading, name, tails) ?? withOrdinal(reading, name));
		const plc = name.words.length > 1 && normAt(reading, name.stop) === "plc" && !has(reading, name.stop, Shape.date);
		const stop = plc ? name.stop + 1 : name.stop;
		return first === name.first && stop === name.stop ? name : renamed(reading, name, first, stop);
	});
}

/** The same naming over another range of tokens. */
export function renamed(reading: Reading, name: Naming, first: number, stop: number): Naming {
	const exact = written(reading, first, stop);
	return naming(first, stop, reading.starts[first] ?? 0, exact, knownHere(reading, exact), name.title, name.titled);
}

/** "van der velde" and "der velde" of "pieter van der velde". */
function particleTails(namings: readonly Naming[]): ReadonlySet<string> {
	const tails = new Set<string>();
	for (const { words } of namings) {
		for (let at = 1; at < words.length - 1; at++)
			if (PARTICLES.has(words[at] ?? "")) tails.add(words.slice(at).join(" "));
	}
	return tails;
}

function withParticles(reading: Reading, name: Naming, tails: ReadonlySet<string>): number | null {
	let first: number | null = null;
	let tail = name.key;
	for (let at = name.first - 1; at >= name.first - 3 && PARTICLES.has(normAt(reading, at)); at--) {
		if (reading.sentenceOf[at] !== reading.sentenceOf[name.first]) break;
		tail = `${normAt(reading, at)} ${tail}`;
		if (tails.has(tail)) first = at;
	}
	return first;
}

function withOrdinal(reading: Reading, name: Naming): number {
	const before = name.first - 1;
	if (!ARMY_UNITS.has(name.words.at(-1) ?? "") || reading.sentenceOf[before] !== reading.sentenceOf[name.first])
		return name.first;
	// The figures and their ending are two tokens.
	const ending = /^(?:st|nd|rd|th)$/.test(normAt(reading, before)) && has(reading, before, Shape.joined);
	return ending && /^\d{1,3}$/.test(normAt(reading, before - 1)) ? before - 1 : name.first;
}
