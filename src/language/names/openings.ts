import { TokenKind } from "../../model/annotated.ts";
import { spanAt } from "../../text/spans.ts";
import { has, normAt, type Reading, Shape, written } from "../shapes.ts";
import { canName } from "./capitals.ts";
import { OPENING_WORDS } from "./data/common-words.ts";
import {
	GROUP_NOUNS,
	ORGANISATION_FIRST,
	ORGANISATION_HEADS,
	PARTICLES,
	PERSON_VERBS,
	PLACE_PREFIXES,
	ROLE_MODIFIERS,
	SPEECH_VERBS,
} from "./data/name-words.ts";
import { givenName } from "./gazetteer.ts";
import { headIsName, type Naming, naming } from "./naming.ts";
import { knownHere } from "./peoples.ts";
import { isTitleWord } from "./titles.ts";

/**
 * Capitals that open sentences. Caught as no part of a name: "Yesterday Vane left", "Neighbouring Corra",
 * a first word such as "Markets" that stands nowhere else with a capital. Not caught: "New Corra", or a
 * surname that the article gives in full elsewhere.
 */

/** Words that go before titles and also open sentences. */
const TIMES = new Set(["then", "late", "former", "current"]);

export interface Context {
	/** Words seen with a capital where it says something. */
	readonly capitals: ReadonlySet<string>;
	/** Words seen in small letters. */
	readonly small: ReadonlySet<string>;
}

export function readContext(reading: Reading): Context {
	const capitals = new Set<string>();
	const small = new Set<string>();
	for (let i = 0; i < reading.count; i++) {
		if (reading.kinds[i] !== TokenKind.word) continue;
		const norm = normAt(reading, i);
		if (!has(reading, i, Shape.capital)) small.add(norm);
		// "AID" shows nothing of "Aid".
		else if (!has(reading, i, Shape.opening | Shape.titled | Shape.acronym)) capitals.add(norm);
	}
	return { capitals, small };
}

/** Whether a capital at the start of a sentence belongs to no name: "Neighboring Corra", "Yesterday Vane". */
export function openingIsIdle(reading: Reading, context: Context, from: number, to: number): boolean {
	const norm = normAt(reading, from);
	const next = from + 1;
	if (normAt(reading, next) === ".") return false;
	// "WEALTHY Corrans were": some papers open an article in capitals.
	if (has(reading, from, Shape.acronym)) return written(reading, from, next).length > 3 && context.small.has(norm);
	// A month's word that can be a name here is one: "May Orr said".
	if (PLACE_PREFIXES.has(norm) || givenName(norm) !== undefined || norm === "may" || norm === "august") return false;
	const wordBehind = next < to && canName(reading, next);
	if (!wordBehind) return OPENING_WORDS.has(norm) && !ORGANISATION_FIRST.has(norm) && !ROLE_MODIFIERS.has(norm);
	// "Then Vane left", but "Then President Vane".
	if (TIMES.has(norm)) {
		const behind = normAt(reading, next);
		return !isTitleWord(behind) && !ROLE_MODIFIERS.has(behind) && !headIsName(normAt(reading, to - 1));
	}
	if (norm === "will" && tellsOfName(reading, to)) return false;
	if (context.capitals.has(norm)) return OPENING_WORDS.has(norm) && !ROLE_MODIFIERS.has(norm);
	if (OPENING_WORDS.has(norm) && !ROLE_MODIFIERS.has(norm)) return true;
	if (ROLE_MODIFIERS.has(norm) || isTitleWord(norm) || knownHere(reading, written(reading, from, next))) return false;
	if (context.small.has(norm)) return true;
	// A participle or an adverb before a name that the text uses by itself.
	return /(?:ing|ed|ly)$/.test(norm) && norm.length > 5;
}

/** "Will Pike said", "Will Pike, 43,", and not "Will Pike resign?": what stands behind goes with no question. */
function tellsOfName(reading: Reading, behind: number): boolean {
	const norm = normAt(reading, behind);
	if (norm === ",") return /^\d{1,3}$/.test(normAt(reading, behind + 1));
	if (/^(?:was|is|had|has)$/.test(norm)) return true;
	return /(?:ed|[^s]s|said|told|wrote)$/.test(norm) && (SPEECH_VERBS.has(norm) || PERSON_VERBS.has(norm));
}

/**
 * Takes a sentence's first word off a name when nothing else shows it to be part of one and the rest
 * is a name of the article by itself: "Warns Vane" beside "Orla Vane".
 */
export function trimOpenings(reading: Reading, context: Context, found: readonly Naming[]): Naming[] {
	const alone = new Set<string>();
	for (const name of found) {
		alone.add(name.key);
		if (name.stop - name.first > 1 && !has(reading, name.first, Shape.opening)) alone.add(name.words.at(-1) ?? "");
	}
	return found.map((name) => {
		const norm = normAt(reading, name.first);
		const opens =
			name.stop - name.first > 1 &&
			has(reading, name.first, Shape.opening) &&
			!has(reading, name.first, Shape.acronym) &&
			!name.known &&
			!context.capitals.has(norm) &&
			givenName(norm) === undefined &&
			!PLACE_PREFIXES.has(norm) &&
			canName(reading, name.first + 1);
		const doubtful =
			opens &&
			(context.small.has(norm) ||
				/(?:ing|ed|ful|ous|less)$/.test(norm) ||
				(norm.endsWith("s") && isUnended(reading, name.first)));
		const rest = name.words.slice(1).join(" ");
		// "Millionaire Oliver Vane": what stands before a given name is none.
		const before = opens && name.words.length > 2 && givenName(name.words[1] ?? "") !== undefined && !isParticle(norm);
		if (!(doubtful && alone.has(rest)) && !before) return name;
		if (headIsName(name.words.at(-1) ?? "")) return name;
		const exact = written(reading, name.first + 1, name.stop);
		return naming(
			name.first + 1,
			name.stop,
			reading.starts[name.first + 1] ?? 0,
			exact,
			knownHere(reading, exact),
			name.title,
			name.titled,
		);
	});
}

function isParticle(norm: string): boolean {
	return PARTICLES.has(norm) || norm.length < 3;
}

/** Whether a token stands in a line that ends without a full stop, as headlines do. */
function isUnended(reading: Reading, token: number): boolean {
	const paragraph = spanAt(reading.words.paragraphs, reading.starts[token] ?? 0);
	return (
		paragraph !== null && !/[.!?\u2026]["'\u201d\u2019)]*$/.test(reading.text.slice(paragraph.end - 4, paragraph.end))
	);
}

/** Drops single words whose only capital opens a sentence and that nothing else shows to be a name. */
export function keepSupported(reading: Reading, context: Context, found: readonly Naming[]): Naming[] {
	const parts = new Set<string>();
	for (const name of found) {
		if (name.stop - name.first > 1) for (const word of name.words) parts.add(word);
		else if (isByname(reading, name)) parts.add(name.key);
	}
	return found.filter((name) => {
		if (isEmphasis(reading, context, name)) return false;
		if (name.stop - name.first > 1 || name.known || name.title) return true;
		if (isStageWord(reading, name)) return false;
		if (!has(reading, name.first, Shape.opening)) return true;
		const norm = normAt(reading, name.first);
		if (has(reading, name.first, Shape.acronym)) return !context.small.has(norm);
		if (context.capitals.has(norm) || parts.has(name.key)) return true;
		if (/^\p{Ll}|^\p{Lu}[\p{Ll}-]*\p{Ll}\p{Lu}|^\p{Lu}\p{Ll}{2,}\d+$/u.test(name.exact)) return true;
		if (isDescribed(reading, name)) return true;
		if (context.small.has(norm) || isTitleWord(norm) || ORGANISATION_HEADS.has(norm)) return false;
		if (/(?:s|ment|ion|ity|ing|ed|ly|ness)$/.test(norm)) return false;
		const next = normAt(reading, name.stop);
		return SPEECH_VERBS.has(next) || PERSON_VERBS.has(next) || givenName(norm) !== undefined;
	});
}

/** `alias "Toro"`, `nicknamed "Toro"`, `known as "Toro"`. */
function isByname(reading: Reading, { first }: Naming): boolean {
	if (!/^["\u201c\u2018']$/.test(written(reading, first - 1, first))) return false;
	const before = normAt(reading, first - 2);
	return /^(?:alias|nicknamed|dubbed|aka)$/.test(before) || (before === "as" && normAt(reading, first - 3) === "known");
}

const OUTLET_NOUNS = /^(?:newspaper|daily|weekly|magazine|broadcaster|website)$/;

/** "Vaskold, a mining company, sold", "Orvograd, formerly Tarnsk,", "Orve magazine said". */
function isDescribed(reading: Reading, name: Naming): boolean {
	const norm = name.key;
	if (OPENING_WORDS.has(norm) || /(?:s|ly|ing|ed)$/.test(norm)) return false;
	if (OUTLET_NOUNS.test(normAt(reading, name.stop))) return true;
	if (normAt(reading, name.stop) !== ",") return false;
	const next = normAt(reading, name.stop + 1);
	if (next === "formerly" || next === "once") return has(reading, name.stop + 2, Shape.capital);
	if (!/^(?:a|an|the)$/.test(next)) return false;
	for (let at = name.stop + 2; at < name.stop + 6; at++) {
		const noun = normAt(reading, at);
		if (has(reading, at, Shape.capital)) return false;
		if (
			ORGANISATION_HEADS.has(noun) ||
			GROUP_NOUNS.has(noun) ||
			/^(?:town|village|city|port|suburb|island)$/.test(noun)
		)
			if (/^(?:,|of|in|near|on)$/.test(normAt(reading, at + 1))) return true;
	}
	return false;
}

/** "FULL TEXT", "it is WINNING": words in capitals that the article, or English, also has in small letters. */
function isEmphasis(reading: Reading, context: Context, name: Naming): boolean {
	if (name.known || name.exact.length < 3 || /\p{Ll}/u.test(name.exact)) return false;
	const plain = (word: string): boolean => context.small.has(word) || OPENING_WORDS.has(word);
	if (name.stop - name.first === 1) return plain(normAt(reading, name.first));
	for (let i = name.first; i < name.stop; i++) if (!plain(normAt(reading, i))) return false;
	return true;
}

/** "[CROSSTALK]", "(LAUGHTER)": a long word of capitals alone in brackets is a direction, no acronym. */
function isStageWord(reading: Reading, name: Naming): boolean {
	return (
		name.exact.length > 6 &&
		!/\p{Ll}/u.test(name.exact) &&
		/^[([]$/.test(normAt(reading, name.first - 1)) &&
		/^[)\]]$/.test(normAt(reading, name.stop))
	);
}
