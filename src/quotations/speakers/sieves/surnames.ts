import { HONORIFICS } from "../../../language/names/data/name-words.ts";
import { candidatesAmong, known, type Question, type Speaker, undecided } from "../speaker.ts";

/**
 * A surname that one person of the article bears, where the word was not read as a name: it is a title, a trade or a
 * common noun as well.
 *
 * Catches: `Dean, a doctor, said` after "Orla Dean"; `Mr. King, 82, said` after "Ander King".
 * Must not: `the dean said`; `King said` where Ander King and Joren King are named.
 */
export function resolveSurname({ index, words }: Question): Speaker | null {
	const name = /^(?:(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov)\.?\s+)?(\p{Lu}[\p{L}'\u2019-]+)(?=,|$)/u.exec(words)?.[1];
	const bearer = name === undefined ? undefined : index.surnames.get(name);
	return bearer ? known(bearer, `“${name ?? ""}” is the surname of ${bearer.name} alone`) : null;
}

/**
 * A surname that several persons of the article bear, where the names tell it for none of them.
 *
 * Catches: `Pike said` after "Mayor Ander Pike" and "his wife, Orla Pike": either.
 * Must not: `Mrs. Pike said` as the mayor.
 */
export function resolveShared({ index, source, words, focus }: Question): Speaker | null {
	const match = /^(?:(\p{Lu}\p{Ll}{1,4})\.?\s+)?(\p{Lu}[\p{L}'\u2019-]+)(?=,|$)/u.exec(words);
	const bearers = index.shared.get(match?.[2] ?? "");
	const title = match?.[1]?.toLowerCase();
	if (!bearers || (title !== undefined && !HONORIFICS.has(title))) return null;
	const told = index
		.inside(source)
		.some(({ entity }) => !/^(?:person|unknown)$/.test(entity.type) || bearers.some(({ id }) => id === entity.id));
	if (told) return null;
	const pronoun = title === undefined ? null : (HONORIFICS.get(title) ?? null);
	const [called] = bearers;
	if (called && bearers.length === 1) {
		if (pronoun !== null && (focus.pronounOf(called) ?? pronoun) !== pronoun) return null;
		return known(called, `“${words}” is what this article calls ${called.name}`);
	}
	const fitting = bearers.filter((one) => pronoun === null || (focus.pronounOf(one) ?? pronoun) === pronoun);
	const [only] = fitting;
	if (only && fitting.length === 1 && focus.pronounOf(only) === pronoun)
		return known(only, `“${words}” can be ${only.name} alone`);
	const before = fitting.filter(({ mentions }) => (mentions[0]?.start ?? 0) < source.start);
	const [first] = before;
	if (first && before.length === 1)
		return known(first, `“${words}” is the surname of ${first.name} alone of those named before`);
	return undecided(`“${words}” is the surname of more than one`, candidatesAmong(fitting));
}
