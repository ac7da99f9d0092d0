import { AUXILIARIES, isAdverb } from "./cues.ts";
import type { Item } from "./units.ts";

/** Half-open range of item indices. */
export interface Range {
	readonly first: number;
	readonly end: number;
}

const SUBORDINATORS = new Set(
	(
		"that because as when while after before since if although though whether what how why where which who whose whom " +
		"until unless but so than once whereas despite"
	).split(" "),
);
const PREPOSITIONS = new Set(
	(
		"in on at during after before with from for by of to about over under into through via against amid among between " +
		"following despite without within since until upon inside outside near around across behind like unlike per along alongside throughout"
	).split(" "),
);
const ADJUNCT_STARTS = new Set(
	(
		"in on at during after before when as while via through following amid yesterday today tonight tomorrow monday tuesday " +
		"wednesday thursday friday saturday sunday earlier later last this early late if because since once by with from outside inside over about of again then here there recently"
	).split(" "),
);
export const SUBJECT_PRONOUNS: ReadonlySet<string> = new Set("he she they it i we you who one".split(" "));
export const DETERMINERS: ReadonlySet<string> = new Set(
	"the a an this that these those his her its their our my your some many several most both another one two three".split(
		" ",
	),
);
export const FINITE: ReadonlySet<string> = new Set(
	"is was are were has had have will would could can should may might must do does did 's be been am isn't wasn't aren't weren't".split(
		" ",
	),
);
/** A finite verb, and no name that is written alike: "May Orr", "Will Pike". */
export function isFiniteVerb({ norm, capital }: Item): boolean {
	return FINITE.has(norm) && norm !== "'s" && !(capital && (norm === "may" || norm === "will"));
}

/** An auxiliary, and no name or month that is written alike: "Will Pike said", "on May 10". */
export function isAuxiliary(item: Item | undefined): boolean {
	return item !== undefined && AUXILIARIES.has(item.norm) && !(item.capital && /^(?:may|will)$/.test(item.norm));
}

export const OPENERS: ReadonlySet<string> = new Set(
	"but and yet so still meanwhile however then also now indeed moreover nevertheless separately instead later earlier or nor likewise similarly finally additionally".split(
		" ",
	),
);

export function isAdjunctStart(item: Item): boolean {
	return ADJUNCT_STARTS.has(item.norm);
}

export function isPreposition(item: Item): boolean {
	return PREPOSITIONS.has(item.norm);
}

export function isSubordinator(item: Item): boolean {
	return SUBORDINATORS.has(item.norm);
}

export function isSubjectPronoun(item: Item): boolean {
	return SUBJECT_PRONOUNS.has(item.norm);
}

/** Words that can begin the clause that someone says: a determiner, a pronoun, a name, a number. */
export function startsClause(item: Item): boolean {
	return (
		item.kind === "marked" ||
		item.kind === "number" ||
		DETERMINERS.has(item.norm) ||
		SUBJECT_PRONOUNS.has(item.norm) ||
		item.capital ||
		item.norm === "there" ||
		/^(?:no|nobody|nothing|all|any|each|every|more|only|not|everyone|everything|people|what|if|such|while|neither|either|few)$/.test(
			item.norm,
		)
	);
}

export function isParticiple(norm: string): boolean {
	return norm.length > 4 && norm.endsWith("ing") && !/^(?:king|thing|ring|spring|string|wing)$/.test(norm);
}

/** Where a verb's group begins: over the auxiliaries and adverbs before it. */
export function verbGroupStart(items: readonly Item[], verb: number): number {
	let first = verb;
	while (first > 0) {
		const before = items[first - 1];
		if (!before || before.kind === "marked") break;
		if (isAuxiliary(before) || isAdverb(before.norm)) first--;
		// "no longer says", "not only said", "neither confirmed"
		else if (before.norm === "neither" && first > 1) first--;
		else if (/^(?:no longer|not only)$/.test(`${items[first - 2]?.norm ?? ""} ${before.norm}`)) first -= 2;
		// "decided to say" is no report of words: "to" stops here and the caller sees it.
		else break;
	}
	// An adverb after the noun it belongs to stays out when a comma stands before it.
	return first;
}

/** Whether a range holds nothing but "But", "Meanwhile", "Later": words that lead in and are not said. */
export function isOnlyLead(items: readonly Item[], range: Range): boolean {
	for (let i = range.first; i < range.end; i++) {
		const item = items[i];
		if (item && item.kind !== "mark" && !OPENERS.has(item.norm)) return false;
	}
	return true;
}

/** Takes conjunctions, commas and adverbs off the ends; null when nothing is left. */
export function trimRange(items: readonly Item[], range: Range): Range | null {
	let { first, end } = range;
	while (first < end) {
		const item = items[first];
		if (!item) break;
		if (
			(item.kind === "mark" && item.norm !== "[" && item.norm !== "(") ||
			(OPENERS.has(item.norm) && !(item.capital && items[first + 1]?.capital && first > range.first))
		)
			first++;
		else break;
	}
	while (end > first) {
		const item = items[end - 1];
		if (item && item.kind === "mark" && !/^[)\]%]$/.test(item.norm)) end--;
		else break;
	}
	return end > first ? { first, end } : null;
}
