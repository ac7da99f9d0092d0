import { has, normAt, type Reading, Shape } from "../shapes.ts";
import { OPENING_WORDS } from "./data/common-words.ts";
import {
	CALENDAR_WORDS,
	HONORIFICS,
	NOT_NAMES,
	PERSON_VERBS,
	ROLES,
	SPEECH_VERBS,
	SURNAME_TITLES,
} from "./data/name-words.ts";
import { givenName } from "./gazetteer.ts";
import { type Naming, naming } from "./naming.ts";

/**
 * Surnames that are words besides. Caught: "King said no" and "Young's plan" beside "Ada King" and "Ada
 * Young", "King and Bishop agreed" beside "Ada King" and "Bo Bishop". Not caught: "Young people", "the King
 * said", "in May", "King Teval".
 */
export function findCommonSurnames(reading: Reading, namings: readonly Naming[]): Naming[] {
	const surnames = new Set<string>();
	for (const { words, title, known } of namings) {
		const last = words.at(-1) ?? "";
		if (known || words.length < 2 || !isCommon(last)) continue;
		if (title !== null || givenName(words[0] ?? "") !== undefined || SURNAME_TITLES.has(last)) surnames.add(last);
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
		const acts = SPEECH_VERBS.has(next) || PERSON_VERBS.has(next) || /^(?:'s|was|is|had|has|would|will)$/.test(next);
		if (!acts && !(SURNAME_TITLES.has(norm) && standsAsName(reading, i, surnames))) continue;
		const start = reading.starts[i] ?? 0;
		found.push(naming(i, i + 1, start, reading.text.slice(start, reading.ends[i]), null, null, false));
	}
	return found;
}

/** Whether a title in a capital has no name behind it and nothing before it that makes it one: "said Dean", "King and Bishop". */
function standsAsName(reading: Reading, token: number, surnames: ReadonlySet<string>): boolean {
	const same = (at: number): boolean => reading.sentenceOf[at] === reading.sentenceOf[token];
	const next = same(token + 1) ? normAt(reading, token + 1) : "";
	if (same(token + 1) && (has(reading, token + 1, Shape.capital) || /^(?:of|for|general)$/.test(next))) return false;
	// Before "and" another of the kind, or nothing that ends a clause: "Bishop, who", "then", "refused".
	if (has(reading, token, Shape.opening))
		return next === "and"
			? surnames.has(normAt(reading, token + 2))
			: /^(?:then|also|who|later|ran|won|lost|went|came|hit|made|took|led|\p{L}{3,}ed)$/u.test(next);
	return (
		same(token - 1) &&
		!has(reading, token - 1, Shape.capital) &&
		!/^(?:'s|'|his|her|its|their|our|your|my|mr|mrs|ms)$/.test(normAt(reading, token - 1))
	);
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
