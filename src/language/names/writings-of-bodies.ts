import { normAt, type Reading, written } from "../shapes.ts";
import { headType } from "./evidence.ts";
import { givenName, knownName } from "./gazetteer.ts";
import type { Naming } from "./naming.ts";
import { knownHere } from "./peoples.ts";
import { houseKey } from "./spelling.ts";

/**
 * The key under which namings of the same words meet. Caught as one: "Orve Labour Organisation" and "Orve
 * Labor Organization", "Vaskold Metals Inc." and "Vaskold Metals", "MV Amity Star" and "Amity Star", "UN
 * Security Council" and "United Nations Security Council". Kept apart: "Chile's Supreme Court" and "Peru's
 * Supreme Court", "Ivo Vaskold Ltd" and "Ivo Vaskold", Mr. Washington and Washington.
 */
export function keyOf(reading: Reading, naming: Naming): string {
	const { known, title, titled } = naming;
	// "Mr. Washington": no city has a form of address.
	const person = title !== null && !titled && known?.demonym !== true && naming.words.length === 1;
	if (known && !(person && (known.type === "place" || known.type === "state"))) return `=${known.type}:${known.usual}`;
	const head = headType(naming);
	const key = openAcronym(naming.words, naming.key);
	if (head === null || naming.words.length < 2) return plainShip(key);
	const bare = withoutForm(key.split(" "));
	const owner = head === "organisation" ? ownerBefore(reading, naming) : null;
	return owner === null ? houseKey(bare) : `${owner}'s ${houseKey(bare)}`;
}

/** Legal forms at the end of names of companies. */
const LEGAL_FORM = /^(?:inc|ltd|llc|plc|gmbh|corp)$/;

/** Without "Inc.", unless what is left may be a person or somewhere known. */
export function withoutForm(words: readonly string[]): readonly string[] {
	if (words.length < 3 || !LEGAL_FORM.test(words.at(-1) ?? "")) return words;
	const rest = words.slice(0, -1);
	if (givenName(rest[0] ?? "") !== undefined || knownName(rest.join(" ")) !== null) return words;
	return rest;
}

/** "MV Amity Star" is the Amity Star; "USS Orve" is left alone, for "Orve" may be anything. */
function plainShip(key: string): string {
	const words = key.split(" ");
	return words.length > 2 && /^(?:mv|ms|ss|uss|hms|rms|hmas|mt)$/.test(words[0] ?? "") ? words.slice(1).join(" ") : key;
}

/** "UN Security Council" as "united nations security council", so that both writings meet. */
export function openAcronym(words: readonly string[], key: string): string {
	const [head = "", ...rest] = words;
	if (rest.length === 0 || !/^(?:un|eu|us|uk)$/.test(head)) return key;
	const known = knownName(head.toUpperCase());
	return known ? `${known.usual.toLowerCase()} ${rest.join(" ")}` : key;
}

/** "Chile" of "Chile's Supreme Court". */
function ownerBefore(reading: Reading, { first }: Naming): string | null {
	if (normAt(reading, first - 1) !== "'s") return null;
	const known = knownHere(reading, written(reading, first - 2, first - 1));
	return known?.type === "state" ? known.usual : null;
}
