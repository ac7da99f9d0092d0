import { has, normAt, type Reading, Shape } from "../shapes.ts";
import { OPENING_WORDS } from "./data/common-words.ts";
import { CALENDAR_WORDS, HONORIFICS, NOT_NAMES, PERSON_VERBS, ROLES, SPEECH_VERBS } from "./data/name-words.ts";
import { givenName } from "./gazetteer.ts";
import { type Naming, naming } from "./naming.ts";

/**
 * Surnames that are words besides. Caught: "King said no" and "Young's plan" beside "Ada King" and "Ada
 * Young". Not caught: "Young people", "the King said", "in May".
 */
export function findCommonSurnames(reading: Reading, namings: readonly Naming[]): Naming[] {
	const surnames = new Set<string>();
	for (const { words, title, known } of namings) {
		const last = words.at(-1) ?? "";
		if (known || words.length < 2 || !isCommon(last)) continue;
		if (title !== null || givenName(words[0] ?? "") !== undefined) surnames.add(last);
	}
	if (surnames.size === 0) return [];
	const taken = new Set<number>();
	for (const { first, stop } of namings) for (let at = first; at < stop; at++) taken.add(at);
	const found: Naming[] = [];
	for (let i = 0; i < reading.count; i++) {
		const norm = normAt(reading, i);
		if (!surnames.has(norm) || taken.has(i) || !has(reading, i, Shape.capital) || has(reading, i, Shape.titled))
			continue;
		const before = normAt(reading, i - 1);
		if (
			reading.sentenceOf[i - 1] === reading.sentenceOf[i] &&
			/^(?:the|a|an|in|on|by|since|until|last|next)$/.test(before)
		)
			continue;
		const next = reading.sentenceOf[i + 1] === reading.sentenceOf[i] ? normAt(reading, i + 1) : "";
		if (!SPEECH_VERBS.has(next) && !PERSON_VERBS.has(next) && !/^(?:'s|was|is|had|has|would|will)$/.test(next))
			continue;
		const start = reading.starts[i] ?? 0;
		found.push(naming(i, i + 1, start, reading.text.slice(start, reading.ends[i]), null, null, false));
	}
	return found;
}

function isCommon(norm: string): boolean {
	return (
		OPENING_WORDS.has(norm) ||
		ROLES.has(norm) ||
		NOT_NAMES.has(norm) ||
		CALENDAR_WORDS.has(norm) ||
		HONORIFICS.has(norm)
	);
}
