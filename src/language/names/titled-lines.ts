import { TokenKind } from "../../model/annotated.ts";
import { has, normAt, type Reading, Shape, written } from "../shapes.ts";
import { canName } from "./capitals.ts";
import { OPENING_WORDS } from "./data/common-words.ts";
import { givenName, knownName, LONGEST_KNOWN, nameKey } from "./gazetteer.ts";
import { MOST_WORDS, type Naming, naming } from "./naming.ts";
import { knownHere } from "./peoples.ts";

/** In lines whose capitals say nothing: names that the running text knows, and those of the lists. */
export function findInTitledLines(reading: Reading, known: readonly Naming[]): Naming[] {
	const byFirst = new Map<string, Set<string>>();
	const learn = (first: string, key: string): void => {
		const set = byFirst.get(first) ?? new Set<string>();
		set.add(key);
		byFirst.set(first, set);
	};
	for (const { key, words, title } of known) {
		const [first = ""] = words;
		learn(first, key);
		const surname = words.at(-1) ?? "";
		if (words.length > 1 && (title !== null || givenName(first) !== undefined)) learn(surname, surname);
	}
	const found: Naming[] = [];
	for (let i = 0; i < reading.count; i++) {
		if (!has(reading, i, Shape.titled) || !canName(reading, i)) continue;
		const keys = byFirst.get(nameKey(written(reading, i, i + 1)).split(" ")[0] ?? "");
		for (let end = Math.min(reading.count, i + MOST_WORDS); end > i; end--) {
			if (reading.sentenceOf[end - 1] !== reading.sentenceOf[i] || reading.kinds[end - 1] === TokenKind.mark) continue;
			if (end - i > LONGEST_KNOWN && !keys) continue;
			const exact = written(reading, i, end);
			if (end - i > 1 && /[,;:]/.test(exact)) continue;
			const listed = isShouted(exact) ? knownName(calm(exact)) : knownHere(reading, exact);
			if (!listed && keys?.has(nameKey(exact)) !== true) continue;
			if (listed && !listed.demonym && end - i === 1 && OPENING_WORDS.has(normAt(reading, i))) continue;
			found.push(naming(i, end, reading.starts[i] ?? 0, exact, listed, null, true));
			i = end - 1;
			break;
		}
	}
	return found;
}

function isShouted(exact: string): boolean {
	return exact.length > 4 && !/\p{Ll}/u.test(exact);
}

/** "KABUL" as "Kabul", for looking up alone. */
function calm(exact: string): string {
	return knownName(exact) ? exact : exact.toLowerCase();
}
