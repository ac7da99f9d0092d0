import { AUXILIARIES, cueVerb, isAdverb } from "./cues.ts";
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
const SUBJECT_PRONOUNS = new Set("he she they it i we you who one".split(" "));
const DETERMINERS = new Set(
	"the a an this that these those his her its their our my your some many several most both another one two three".split(
		" ",
	),
);
const FINITE = new Set(
	"is was are were has had have will would could can should may might must do does did 's be been am isn't wasn't aren't weren't".split(
		" ",
	),
);
const OPENERS = new Set(
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

/** Where a verb's group begins: over the auxiliaries and adverbs before it. */
export function verbGroupStart(items: readonly Item[], verb: number): number {
	let first = verb;
	while (first > 0) {
		const before = items[first - 1];
		if (!before || before.kind === "marked") break;
		if (AUXILIARIES.has(before.norm) || isAdverb(before.norm)) first--;
		// "decided to say" is no report of words: "to" stops here and the caller sees it.
		else break;
	}
	// An adverb after the noun it belongs to stays out when a comma stands before it.
	return first;
}

/**
 * The source to the left of a verb group, not before `floor`: the whole stretch from the clause's start when
 * it is one noun phrase with its asides, else the noun phrase right before the verb. Null when neither is one.
 */
export function sourceBefore(items: readonly Item[], group: number, floor: number): Range | null {
	const last = items[group - 1];
	if (!last || group <= floor) return null;
	const timed = beforeTime(items, group, floor);
	if (timed < group) return sourceBefore(items, timed, floor);
	if (isSubjectPronoun(last)) return { first: group - 1, end: group };
	const start = skipLead(items, floor, group);
	if (start < group && isOnePhrase(items, start, group))
		return trimRange(items, { first: start, end: asideEnd(items, start, group) });
	if (last.norm === ",") {
		// "…, Orla Pike, the mayor, said": the aside between commas, then the name before it.
		for (let comma = group - 2; comma > Math.max(floor, group - 40); comma--) {
			if (items[comma]?.kind === "marked" || /^[;:]$/.test(items[comma]?.norm ?? "")) return null;
			if (items[comma]?.norm !== ",") continue;
			const name = phraseEndingAt(items, comma, floor);
			if (name && isOnePhrase(items, name.first, group)) return trimRange(items, { first: name.first, end: group });
		}
		return null;
	}
	return phraseEndingAt(items, group, floor);
}

/** "Pike last month called", "Pike on Monday said": where the words of time between a source and its verb begin. */
function beforeTime(items: readonly Item[], group: number, floor: number): number {
	const word = (back: number): string => (group - back > floor ? (items[group - back]?.norm ?? "") : "");
	if (/^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/.test(word(1))) return group - (word(2) === "on" ? 2 : 1);
	if (/^(?:week|month|year|night|fall|spring|summer|winter)$/.test(word(1)) && /^(?:last|this)$/.test(word(2)))
		return group - 2;
	return group;
}

/** The noun phrase that ends right before `end`. */
function phraseEndingAt(items: readonly Item[], end: number, floor: number): Range | null {
	let first = end;
	while (first > floor) {
		const item = items[first - 1];
		if (!item || item.kind === "marked") break;
		if (item.norm === ")" && first === end) {
			// "Orla Pike (Tarn) said"
			let open = first - 2;
			while (open > floor && items[open]?.norm !== "(" && first - open < 10) open--;
			if (items[open]?.norm !== "(") break;
			first = open;
			continue;
		}
		if (item.kind === "mark" && !/^[.&'\u2019-]$/.test(item.norm)) break;
		if (isSubordinator(item) || FINITE.has(item.norm) || isSubjectPronoun(item)) break;
		const verb = cueVerb(item.norm);
		if (verb && !item.capital && (verb.form === "past" || verb.form === "third") && !verb.doubtful) break;
		if ((item.norm === "and" || item.norm === "or") && !joinsNames(items, first - 1)) break;
		first--;
	}
	// "said pleasantly into the phone. …": what a preposition opens is no subject.
	const range = trimRange(items, { first, end });
	const head = range ? items[range.first] : undefined;
	return head && isPreposition(head) && !/^(?:over|under|about|around|near|by)$/.test(head.norm) ? null : range;
}

function joinsNames(items: readonly Item[], at: number): boolean {
	const before = items[at - 1];
	const after = items[at + 1];
	return before !== undefined && after !== undefined && before.capital === after.capital;
}

/** Skips conjunctions, adverbs and leading adjuncts ("On Monday, ", "Speaking in Tarn, ") of a clause. */
function skipLead(items: readonly Item[], floor: number, group: number): number {
	let at = floor;
	for (let guard = 0; guard < 4; guard++) {
		const item = items[at];
		if (!item || at >= group) break;
		if (item.norm === "," || OPENERS.has(item.norm) || (isAdverb(item.norm) && !item.norm.endsWith("'s"))) {
			at++;
			continue;
		}
		const lead =
			isPreposition(item) ||
			isSubordinator(item) ||
			/^(?:speaking|asked|addressing|citing|calling|responding)$/.test(item.norm);
		if (
			item.norm === "the" &&
			/^(?:day|week|month|year|night|morning)$/.test(items[at + 1]?.norm ?? "") &&
			/^(?:before|after|earlier)$/.test(items[at + 2]?.norm ?? "")
		) {
			at += 3;
			continue;
		}
		const time =
			/^(?:last|late|early|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|speaking|two|three|a|this)$/.test(
				item.norm,
			);
		if (lead || (time && hasComma(items, at, Math.min(group, at + 6)))) {
			const comma = lastLeadComma(items, at, group);
			if (comma < 0) return group;
			at = comma + 1;
			continue;
		}
		break;
	}
	return at;
}

function hasComma(items: readonly Item[], from: number, end: number): boolean {
	for (let i = from; i < end; i++)
		if (items[i]?.norm === ",")
			return items[i + 1] !== undefined &&
				/^(?:last|late|early|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|speaking)$/.test(
					items[from]?.norm ?? "",
				)
				? true
				: /^(?:day|days|week|weeks|month|months|year|years|hours|ago|later|earlier)$/.test(items[i - 1]?.norm ?? "");
	return false;
}

/** The comma that ends a leading adjunct: the first after which what is left is one noun phrase. */
function lastLeadComma(items: readonly Item[], from: number, group: number): number {
	let fallback = -1;
	for (let i = from + 1; i < Math.min(group - 1, from + 60); i++) {
		if (items[i]?.norm !== ",") continue;
		if (fallback < 0) fallback = i;
		const next = items[i + 1];
		if (next && !isPreposition(next) && !isSubordinator(next) && isOnePhrase(items, i + 1, group)) return i;
	}
	return fallback;
}

/** Whether all from `first` to `end` can be one source, unclosed asides allowed: where marks show its start. */
export function isWholeSource(items: readonly Item[], first: number, end: number): boolean {
	return isOnePhrase(items, first, end, true);
}

function oddCommas(items: readonly Item[], first: number, end: number): boolean {
	let count = 0;
	let joined = false;
	for (let i = first; i < end; i++) {
		const norm = items[i]?.norm;
		if (norm === ",") {
			count++;
			joined = false;
		} else if (norm === "and" || norm === "or") joined = true;
	}
	return count % 2 === 1 && !joined;
}

/** Whether a stretch of items has no verb of its own outside of relative clauses and asides. */
function isOnePhrase(items: readonly Item[], first: number, end: number, unclosed: boolean = false): boolean {
	if (end - first > 60) return false;
	// Without a comma before the verb no aside is closed: "in Tarn, the mayor said" is the mayor alone.
	if (!unclosed && items[end - 1]?.norm !== "," && oddCommas(items, first, end)) return false;
	let relative = false;
	let comma = false;
	for (let i = first; i < end; i++) {
		const item = items[i];
		if (!item || item.kind === "marked") return false;
		if (item.kind === "mark") {
			if (item.norm === ",") {
				relative = false;
				comma = true;
			} else if (/^[;:?!\u2014\u2013]|--|\.\.\.$/.test(item.norm)) return false;
			continue;
		}
		if (/^(?:who|which|that|whose|whom|where)$/.test(item.norm)) {
			if (i === first && item.norm !== "who") return false;
			relative = true;
			continue;
		}
		if (relative) continue;
		if (isSubjectPronoun(item) && i > first) return false;
		if (FINITE.has(item.norm) && item.norm !== "'s") return false;
		if (item.norm === "but" || item.norm === "because" || item.norm === "while" || item.norm === "when") return false;
		if (comma && isParticiple(item.norm) && items[i - 1]?.norm === ",") return false;
		const verb = cueVerb(item.norm);
		if (verb && !item.capital && verb.form === "past" && !verb.doubtful) return false;
	}
	return true;
}

/** "Orla Pike, at a meeting in Tarn, asked": an aside of place or time is no part of the source. */
function asideEnd(items: readonly Item[], first: number, end: number): number {
	for (let i = first + 1; i < end - 1; i++) {
		const next = items[i + 1];
		if (
			items[i]?.norm === "," &&
			next &&
			!next.capital &&
			(isPreposition(next) || isAdjunctStart(next)) &&
			next.norm !== "of"
		)
			return i;
	}
	return end;
}

function isParticiple(norm: string): boolean {
	return norm.length > 4 && norm.endsWith("ing") && !/^(?:king|thing|ring|spring|string|wing)$/.test(norm);
}

/** A title in marks inside a source is no longer than this (UTF-16 units). */
const LONGEST_TITLE = 80;

/**
 * The source to the right of a verb ("said Orla Pike, the mayor of Tarn, on Monday"), up to an adjunct, the
 * next clause, a marked stretch or the sentence's end. Null when what follows is no noun phrase.
 */
export function sourceAfter(items: readonly Item[], from: number, limit: number = items.length): Range | null {
	const head = items[from];
	if (!head || head.kind === "marked" || head.kind === "mark") return null;
	if (isSubjectPronoun(head) && items[from + 1]?.norm !== "of") return { first: from, end: from + 1 };
	if (isAdverb(head.norm) && !head.capital) return sourceAfter(items, from + 1, limit);
	if (isSubordinator(head) || FINITE.has(head.norm) || isAdjunctStart(head)) return null;
	let end = from;
	while (end < limit) {
		const item = items[end];
		if (!item) break;
		if (item.kind === "marked") {
			// "the author of “The Long Wall,” a history": a title inside the source.
			if (!/^(?:of|at|for)$/.test(items[end - 1]?.norm ?? "") || item.end - item.start > LONGEST_TITLE) break;
			end++;
			continue;
		}
		if (item.kind === "mark") {
			if (item.norm === ",") {
				const next = items[end + 1];
				if (!next || !opensAside(items, end + 1)) break;
				end++;
				continue;
			}
			if (item.norm === "(" || item.norm === ")" || /^[.&'\u2019\u2013-]$/.test(item.norm)) {
				if (item.norm === "." && end === items.length - 1) break;
				end++;
				continue;
			}
			break;
		}
		if (end > from && stopsSource(items, end)) break;
		end++;
	}
	return trimRange(items, { first: from, end });
}

/** Whether the words after a comma describe the name before it. */
function opensAside(items: readonly Item[], at: number): boolean {
	const item = items[at];
	if (!item) return false;
	if (item.kind === "number") return true;
	if (item.kind !== "word") return false;
	if (/^(?:who|whose|whom|which|the|a|an|of|one|his|her|their|its|jr|sr|and)$/.test(item.norm)) {
		if (item.norm !== "and") return true;
		return items[at + 1]?.capital === true || DETERMINERS.has(items[at + 1]?.norm ?? "");
	}
	if (
		isAdjunctStart(item) ||
		isPreposition(item) ||
		isSubordinator(item) ||
		isParticiple(item.norm) ||
		isAdverb(item.norm)
	)
		return false;
	if (OPENERS.has(item.norm) || isSubjectPronoun(item)) return false;
	const verb = cueVerb(item.norm);
	if (verb && !item.capital) return false;
	// "…, president of Tarn Water": a role; "…, Republican of Tarn": a party.
	return true;
}

function stopsSource(items: readonly Item[], at: number): boolean {
	const item = items[at];
	if (item?.kind !== "word") return false;
	if (
		/^(?:during|after|before|when|as|while|via|following|amid|yesterday|today|tonight|because|if|but|earlier|last|this)$/.test(
			item.norm,
		)
	)
		return true;
	if (/^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/.test(item.norm)) return true;
	const verb = cueVerb(item.norm);
	if (verb && !item.capital && (verb.form === "ing" || verb.form === "past")) return items[at - 1]?.norm !== "who";
	const next = items[at + 1];
	if (!next) return false;
	if (item.norm === "in" || item.norm === "on" || item.norm === "at") {
		if (
			/^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|twitter|facebook|cnn)$/.test(
				next.norm,
			)
		)
			return true;
		if (/^(?:a|an|his|her|their|response|reply|reference|recent|another|one|remarks|comments)$/.test(next.norm))
			return true;
		if (next.kind === "marked" || next.kind === "number") return true;
		for (let i = at + 1; i < Math.min(items.length, at + 6); i++) if (VENUES.has(items[i]?.norm ?? "")) return true;
	}
	return false;
}

const VENUES = new Set(
	"statement interview speech tweet letter email e-mail memo briefing conference rally debate forum program show event meeting hearing call news post address podcast summit ceremony floor".split(
		" ",
	),
);

/** The hearer right after a verb that takes one ("told reporters", "warned the council"); null when none. */
export function hearerAfter(items: readonly Item[], from: number): Range | null {
	const head = items[from];
	if (head?.kind !== "word" || /^(?:that|of|to)$/.test(head.norm)) return null;
	let end = from;
	while (end < Math.min(items.length, from + 14)) {
		const item = items[end];
		if (!item || item.kind === "marked") break;
		if (item.kind === "mark" && !/^[.&'\u2019-]$/.test(item.norm)) break;
		if (item.norm === "." && end === items.length - 1) break;
		if (isSubordinator(item) || (end > from && (SUBJECT_PRONOUNS.has(item.norm) || FINITE.has(item.norm)))) break;
		if (end > from && isAdjunctStart(item) && item.norm !== "of") break;
		if (end > from && /^(?:to|it|about|not|in|on|at)$/.test(item.norm)) break;
		if (end > from && DETERMINERS.has(item.norm) && !/^(?:of|and|the)$/.test(items[end - 1]?.norm ?? "")) break;
		if (
			/^(?:him|her|them|me|us|you|reporters|journalists|lawmakers|supporters|voters|delegates)$/.test(item.norm) &&
			end === from
		) {
			end++;
			if (items[end]?.norm !== "from" && items[end]?.norm !== "and") break;
			continue;
		}
		end++;
	}
	return end > from ? trimRange(items, { first: from, end }) : null;
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
