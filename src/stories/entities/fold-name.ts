import { foldAccents } from "../../text/fold.ts";

const folded = new Map<string, string>();
/** Keeps the memory of names bounded on long runs; the memory changes nothing but speed: names recur in each mention. */
const MOST_FOLDED = 20_000;
/** What is longer is a name in a broken text, and is not to fill the memory. */
const LONGEST_KEPT = 200;

/** A name as it is compared: accents, case, leading article, possessive and marks aside. */
export function foldName(name: string): string {
	const known = folded.get(name);
	if (known !== undefined) return known;
	const fold = foldAnew(name);
	if (folded.size >= MOST_FOLDED) folded.clear();
	if (name.length <= LONGEST_KEPT) folded.set(name, fold);
	return fold;
}

function foldAnew(name: string): string {
	return foldAccents(name)
		.replace(/['’]s$/, "")
		.replace(/(?<=\b\p{L})\./gu, "")
		.replace(/[^\p{L}\p{M}\p{Nd}&+]+/gu, " ")
		.trim()
		.replace(/^the /, "");
}

/** The last of several words, a suffix such as "Jr." aside; empty when there is one. */
export function surnameOf(key: string): string {
	const plain = key.replace(/ (?:jr|sr|ii|iii|iv)$/, "");
	return plain.includes(" ") ? plain.slice(plain.lastIndexOf(" ") + 1) : "";
}
