import { known, type Question, type Speaker } from "../speaker.ts";

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
