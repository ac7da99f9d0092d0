import { normAt, type Reading } from "../shapes.ts";
import { givenName } from "./gazetteer.ts";
import type { Naming } from "./naming.ts";

/**
 * A surname that stands once behind two given names. Caught: "Robert and Ada Pell", a couple or brother and
 * sister by what the text says of them. Not caught: "Chile and Ada Pell", "Robert and Ada Pell" where
 * Robert Quill is named or nothing tells that the two are of one family.
 */
export function shareSurnames(reading: Reading, namings: readonly Naming[]): Naming[] {
	const full = new Map<string, Set<string>>();
	for (const { words, known } of namings) {
		const [given = ""] = words;
		if (known === null && words.length > 1) full.set(given, (full.get(given) ?? new Set()).add(words.at(-1) ?? ""));
	}
	const firsts = new Set<string>();
	const shared = new Map<Naming, Naming>();
	for (const [at, name] of namings.entries()) {
		const next = namings[at + 1];
		const again = firsts.has(name.key);
		firsts.add(name.key);
		if (again || !next || !isGiven(name) || name.title !== null || next.known || next.title) continue;
		if (next.words.length !== 2 || givenName(next.words[0] ?? "") === undefined || next.first !== name.stop + 1)
			continue;
		if (normAt(reading, name.stop) !== "and" || name.titled !== next.titled) continue;
		const surname = next.words[1] ?? "";
		const others = full.get(name.key);
		if (others && !(others.size === 1 && others.has(surname))) continue;
		if (!isFamily(reading, next)) continue;
		const end = surnameText(next);
		const words = [name.key, surname];
		shared.set(name, { ...name, exact: `${name.exact} ${end}`, key: words.join(" "), words });
	}
	return shared.size === 0 ? [...namings] : namings.map((name) => shared.get(name) ?? name);
}

function isGiven(name: Naming): boolean {
	return name.words.length === 1 && name.known === null && givenName(name.key) !== undefined;
}

function surnameText({ exact }: Naming): string {
	return exact.slice(exact.lastIndexOf(" ") + 1);
}

const FAMILY =
	/^(?:couple|married|marry|wed|wedding|husband|wife|parents|children|child|brothers|sisters|siblings|twins|family|newlyweds|divorced|spouses|their)$/;

/** Whether the sentence of the two or the next speaks of a family. */
function isFamily(reading: Reading, { first }: Naming): boolean {
	const sentence = reading.sentenceOf[first] ?? -1;
	for (const range of [reading.sentences[sentence], reading.sentences[sentence + 1]]) {
		if (!range) continue;
		for (let at = range.first; at < range.end; at++) if (FAMILY.test(normAt(reading, at))) return true;
	}
	return false;
}
