import type { Span } from "../../../model/span.ts";
import { headNames, mayBePerson, type Named } from "../named.ts";
import { distinct, named, type Question, type Speaker, several } from "../speaker.ts";

/**
 * The person a source names, by any name the article joins to it, titles and asides included.
 *
 * Catches: `said Orla Pike, an aide to President Ander Vane`: Pike.
 * Must not: `said Vane spokesman Joren Hale` as Vane; `Orla Pike and Ander Vane said`,
 * `neither Orla Pike nor Ander Vane said` as either.
 */
export function resolvePerson({ text, index, source, words }: Question): Speaker | null {
	const heads = withoutHouses(text, headNames(text, source, index));
	const persons = distinct(heads.filter(({ entity }) => entity.type === "person"));
	const alike = distinct(heads.filter(({ entity }) => mayBePerson(entity)));
	if (alike.length > 1 && isList(text, alike)) return several(alike, words);
	const first = opensPhrase(text, source, alike[0]) ? alike[0] : persons[0];
	const lead = first ?? alike[0];
	if (lead && joinsOthers(text.slice(lead.mention.end, source.end))) return several([lead], words);
	if (!first) return null;
	if (/^the\s+(?:younger|elder|older)\b/i.test(words)) return several([first], words);
	if (persons.length < 2 || (first === alike[0] && isDescribed(text.slice(first.mention.end, source.end))))
		return named(first, text);
	return several(persons, words);
}

/** "Vane Institute Director Orla Pike": the name before the title is that of a house, however it was read. */
function withoutHouses(text: string, heads: readonly Named[]): Named[] {
	return heads.filter(({ mention }, i) => {
		const next = heads[i + 1];
		return !(
			next?.entity.type === "person" &&
			/^\s+(?:\p{L}[\p{L}.-]*\s+){1,4}$/u.test(text.slice(mention.end, next.mention.start)) &&
			!/\b(?:and|or|nor)\b/.test(text.slice(mention.end, next.mention.start))
		);
	});
}

/** "Orla Pike and Ander Vane", "Pike, Vane and Hale": nothing but commas, titles and "and", "or", "nor" between names. */
function isList(text: string, heads: readonly Named[]): boolean {
	return heads.some(({ mention }, i) => {
		const next = heads[i + 1];
		return (
			next !== undefined &&
			/^\s*,?\s*(?:and|or|nor|&)\s+(?:(?:the|former|then|his|her|\p{Lu}[\p{L}.]*|\p{Ll}+)\s+){0,4}$/u.test(
				text.slice(mention.end, next.mention.start).replace(/\([^)]*\)/g, ""),
			)
		);
	});
}

/** "Orla Pike, the aide of Ander Vane": the name that opens the phrase is the one described. */
function isDescribed(rest: string): boolean {
	return /^(?:\s*\([^)]*\))?\s*,/.test(rest);
}

function opensPhrase(text: string, source: Span, head: Named | undefined): boolean {
	if (!head || !isDescribed(text.slice(head.mention.end, source.end))) return false;
	return /^(?:(?:\p{Lu}[\p{L}]*\.?|\d{1,3}-year-old)\s+){0,3}$/u.test(text.slice(source.start, head.mention.start));
}

/** "Orla Pike and two of her aides": more speak than are named. */
function joinsOthers(rest: string): boolean {
	return /^\s+(?:and|or|nor)\s+(?:(?:his|her|their|the|other|several|some|many|\p{Ll}+)\s+){1,4}(?:\p{Ll}+s|others)\s*$/iu.test(
		rest,
	);
}
