import { headNames, mayBePerson } from "../named.ts";
import { distinct, named, type Question, type Speaker, several } from "../speaker.ts";

/**
 * The person a source names, by any name the article joins to it, titles and asides included.
 *
 * Catches: `said Orla Pike, an aide to President Ander Vane`: Pike.
 * Must not: `said Vane spokesman Joren Hale` as Vane; `Orla Pike and Ander Vane said` as either.
 */
export function resolvePerson({ text, index, source, words }: Question): Speaker | null {
	const heads = headNames(text, source, index);
	const persons = distinct(heads.filter(({ entity }) => entity.type === "person"));
	const alike = distinct(heads.filter(({ entity }) => mayBePerson(entity)));
	if (alike.length > persons.length && /\band\b/.test(words)) return several(alike, words);
	const [first, second] = persons;
	if (!first) return null;
	if (!second) return joinsOthers(text.slice(first.mention.end, source.end)) ? null : named(first, text);
	// "Orla Pike, the aide of Ander Vane": the name that opens the phrase is the one described.
	const rest = text.slice(first.mention.end, second.mention.start);
	if (first.mention.start === source.start && /^\s*,/.test(rest) && !/\band\b/.test(rest)) return named(first, text);
	return several(persons, words);
}

/** "Orla Pike and two of her aides": more speak than are named. */
function joinsOthers(rest: string): boolean {
	return /^\s+and\s+(?:(?:his|her|their|the|other|several|some|many|\p{Ll}+)\s+){1,3}(?:\p{Ll}+s|others)\s*$/iu.test(
		rest,
	);
}
