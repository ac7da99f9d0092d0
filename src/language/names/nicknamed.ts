import { has, normAt, type Reading, Shape, written } from "../shapes.ts";
import { canName } from "./capitals.ts";
import { givenName, nameKey } from "./gazetteer.ts";
import { type Naming, naming } from "./naming.ts";
import { knownHere } from "./peoples.ts";

/**
 * A nickname in marks or brackets inside a name. Caught: "Robert “Bo” Quill", "Robert (Bo) Quill". Not
 * caught: "Robert (Reuters) Quill", "the “Bo” Quill", "Robert, “Bo” and Quill".
 */
export interface Nicknamed {
	readonly namings: readonly Naming[];
	/** For a naming with a nickname inside, the keys that the nickname makes: "bo quill" and "bo". */
	readonly keys: ReadonlyMap<Naming, readonly string[]>;
}

const OPEN = /^["\u201c\u2018'(\u00ab]$/;
const CLOSE = /^["\u201d\u2019')\u00bb]$/;

/** A nickname has fewer words. */
const LONGEST = 5;

function isSmall(reading: Reading, token: number): boolean {
	return /^(?:the|of|de|la|el)$/.test(normAt(reading, token)) && canName(reading, token + 1);
}

/** Makes one naming of given name, nickname and surname. */
export function mergeNicknames(reading: Reading, namings: readonly Naming[]): Nicknamed {
	const keys = new Map<Naming, readonly string[]>();
	const out: Naming[] = [];
	const byFirst = new Map(namings.map((name) => [name.first, name] as const));
	let until = -1;
	for (const name of namings) {
		if (name.first < until) continue;
		const merged = merge(reading, name, byFirst);
		if (merged) {
			keys.set(merged.naming, merged.keys);
			until = merged.naming.stop;
		}
		out.push(merged?.naming ?? name);
	}
	return { namings: out, keys };
}

function merge(
	reading: Reading,
	name: Naming,
	byFirst: ReadonlyMap<number, Naming>,
): { readonly naming: Naming; readonly keys: readonly string[] } | null {
	if (name.known || name.titled || name.words.length > 2) return null;
	if (!OPEN.test(normAt(reading, name.stop)) && !OPEN.test(written(reading, name.stop, name.stop + 1))) return null;
	const from = name.stop + 1;
	let close = from;
	while (close < from + LONGEST && (canName(reading, close) || (close > from && isSmall(reading, close)))) close++;
	if (close === from || close === from + LONGEST || !CLOSE.test(written(reading, close, close + 1))) return null;
	if (reading.sentenceOf[close + 1] !== reading.sentenceOf[name.first]) return null;
	const surname = byFirst.get(close + 1);
	if (!surname || surname.title || surname.known || surname.words.length > 2) return null;
	const nick = written(reading, from, close);
	if (knownHere(reading, nick) || has(reading, from, Shape.acronym)) return null;
	// Without a known given name only marks show it: brackets may hold anything.
	const given = givenName(name.words[0] ?? "") !== undefined || name.title !== null;
	if (!given && written(reading, name.stop, from) === "(") return null;
	const exact = reading.text.slice(name.start, surname.end);
	const plain = naming(name.first, surname.stop, name.start, exact, null, name.title, false);
	const words = [...name.words, ...surname.words];
	return {
		naming: { ...plain, key: words.join(" "), words },
		keys: [`${nameKey(nick)} ${surname.words.join(" ")}`, nameKey(nick)],
	};
}
