import { foldAccents } from "../../text/fold.ts";

/** A name as it is compared: accents, case, leading article, possessive and marks aside. */
export function foldName(name: string): string {
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
