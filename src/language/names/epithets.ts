import { has, type Reading, Shape } from "../shapes.ts";
import { PLACE_PREFIXES } from "./data/name-words.ts";
import { headType } from "./evidence.ts";
import { givenName } from "./gazetteer.ts";
import type { Naming } from "./naming.ts";
import { renamed } from "./stretched.ts";

/**
 * Epithets in front of names, which are no part of them. Caught: "Embattled Vane", "“Crooked Orla”" and "Little
 * Marta Vale" where the article also has "Orla Vane" and "Marta Vale". Not caught: "Marta Vane" beside "Orla
 * Vane", "Little Corra" beside "Corra", "Big Ben" beside "Ben Vane".
 */

/** Adjectives and nouns that reports and rivals put before names. */
const EPITHETS: ReadonlySet<string> = new Set(
	(
		"crooked sleepy lazy crazy fat tiny shifty lying dirty mad sad happy angry poor brave young old dear good bad evil " +
		"wicked cruel proud bold calm cool tough gentle kind sweet lovely pretty ugly lucky unlucky tearful grieving " +
		"embattled beleaguered defiant disgraced controversial popular veteran outspoken beloved reclusive flamboyant fiery " +
		"feisty plucky hapless heroic homeless injured ailing jailed exiled ousted outgoing retired reigning legendary famed " +
		"famous notorious infamous fellow fearless ruthless ambitious bubbly charismatic colourful colorful combative " +
		"maverick millionaire billionaire pensioner teen teenage schoolboy schoolgirl tragic missing murdered slain hero " +
		"heroine superstar rookie unbeaten undefeated wily loyal wild nervous furious jubilant elated delighted " +
		"devastated distraught heartbroken humble honest innocent guilty shy silent smiling weeping tired weary wounded " +
		"wealthy nasty goofy phony phoney corrupt weak little big great senile radical liddle lyin' lil' li'l"
	).split(" "),
);

/** What participles and adjectives end in, at the start of a sentence; short ones end as given names do ("Hamed"). */
const LIKE_EPITHET = /^(?:\p{L}{5,}(?:ed|ing)|\p{L}{3,}(?:ful|ous|less|able|ible|ical))$/u;

/** Takes epithets off names whose rest the article also has by itself. */
export function dropEpithets(reading: Reading, namings: readonly Naming[]): Naming[] {
	const whole = new Set<string>();
	const parts = new Map<string, Set<string>>();
	for (const { key, words, known } of namings) {
		if (known) continue;
		whole.add(key);
		if (words.length < 2) continue;
		for (const word of [words[0] ?? "", words.at(-1) ?? ""]) {
			const names = parts.get(word) ?? new Set<string>();
			parts.set(word, names.add(key));
		}
	}
	const strip = (name: Naming): Naming => {
		const [front = "", ...rest] = name.words;
		if (name.known || rest.length === 0 || name.title || givenName(front) !== undefined) return name;
		const listed = EPITHETS.has(front);
		if (!listed && !(has(reading, name.first, Shape.opening) && LIKE_EPITHET.test(front))) return name;
		// Elsewhere its bearer's surname or given name.
		if (isPartElsewhere(parts, front, name.key)) return name;
		const bare = rest.join(" ");
		const stands =
			rest.length > 1
				? whole.has(bare)
				: !PLACE_PREFIXES.has(front) && [...(parts.get(bare) ?? [])].some((key) => key !== name.key && !opens(key));
		if (!stands || headType(name) !== null || reading.ends[name.first] === name.end) return name;
		return strip(renamed(reading, name, name.first + 1, name.stop));
	};
	return namings.map(strip);
}

/** Whether a name opens with an epithet itself: "Crooked Vane" shows nothing of "Sleepy Vane". */
function opens(key: string): boolean {
	return EPITHETS.has(key.slice(0, key.indexOf(" ")));
}

function isPartElsewhere(parts: ReadonlyMap<string, ReadonlySet<string>>, word: string, key: string): boolean {
	for (const other of parts.get(word) ?? []) if (other !== key && other.endsWith(` ${word}`)) return true;
	return false;
}
