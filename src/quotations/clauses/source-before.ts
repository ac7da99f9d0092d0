import { isVerbal } from "./content-end.ts";
import { cueVerb, isAdverb } from "./cues.ts";
import type { Item } from "./units.ts";
import {
	isAdjunctStart,
	isFiniteVerb,
	isParticiple,
	isPreposition,
	isSubjectPronoun,
	isSubordinator,
	OPENERS,
	type Range,
	trimRange,
} from "./word-classes.ts";

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
	const start = skipLead(items, Math.max(floor, lastAs(items, floor, group), toldThat(items, floor, group)), group);
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

/** "It leaks, as Orla Pike put it": where a clause that "as" opens after a comma begins; -1 when there is none. */
function lastAs(items: readonly Item[], floor: number, group: number): number {
	for (let i = group - 2; i > Math.max(floor, group - MOST_AFTER_AS); i--) {
		if (items[i]?.kind === "marked") return -1;
		if (items[i]?.norm === "as" && items[i - 1]?.norm === ",") return i + 1;
	}
	return -1;
}

/** "told the inquiry that his captain had said": who was told is no part of the source; -1 when nobody is told there. */
function toldThat(items: readonly Item[], floor: number, group: number): number {
	if (!cueVerb(items[floor - 1]?.norm ?? "")?.hearer) return -1;
	for (let i = floor + 1; i < Math.min(group - 1, floor + MOST_AFTER_AS); i++) {
		if (items[i]?.kind === "marked" || items[i]?.kind === "mark") return -1;
		if (items[i]?.norm === "that") return i + 1;
	}
	return -1;
}

/** A source between "as" and its verb has at most this many items. */
const MOST_AFTER_AS = 24;

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
		if (isSubordinator(item) || isFiniteVerb(item) || item.norm === "'s" || isSubjectPronoun(item)) break;
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

/** Whether words of time at `from` are an adjunct that a comma closes: "Two days later, ", "On Monday, ". */
function hasComma(items: readonly Item[], from: number, end: number): boolean {
	for (let i = from; i < end; i++) {
		if (items[i]?.norm !== ",") continue;
		return TIME_LEADS.test(items[from]?.norm ?? "") || TIME_NOUNS.test(items[i - 1]?.norm ?? "");
	}
	return false;
}

const TIME_LEADS = /^(?:last|late|early|(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|speaking)$/;
const TIME_NOUNS = /^(?:days?|weeks?|months?|years?|hours|ago|later|earlier)$/;

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

/** Words in marks inside an aside are no longer than this (UTF-16 units). */
const LONGEST_ASIDE_MARKS = 60;

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
	let open = -1;
	let comma = false;
	for (let i = first; i < end; i++) {
		const item = items[i];
		if (!item) return false;
		// "a town that the council": of what a relative clause tells, its verb is still to come.
		if (open >= 0 && i > open && (isFiniteVerb(item) || isVerbal(items, i) || cueVerb(item.norm))) open = -1;
		// "Pike, who called Vane a “thief”, said": a word in marks inside an aside.
		if (item.kind === "marked") {
			if (!relative || item.end - item.start > LONGEST_ASIDE_MARKS) return false;
			continue;
		}
		if (item.kind === "mark") {
			if (item.norm === ",") {
				relative = false;
				open = -1;
				comma = true;
			} else if (/^[;:?!\u2014\u2013]|--|\.\.\.$/.test(item.norm)) return false;
			continue;
		}
		if (/^(?:who|which|that|whose|whom|where)$/.test(item.norm)) {
			if (i === first && item.norm !== "who") return false;
			relative = true;
			if (/^(?:that|which|whom)$/.test(item.norm)) open = i;
			continue;
		}
		if (relative) continue;
		if (isSubjectPronoun(item) && i > first) return false;
		if (isFiniteVerb(item)) return false;
		if (/^(?:but|because|while|when)$/.test(item.norm) || (item.norm === "what" && i > first)) return false;
		// "a day before Pike said": what comes before it is another clause's.
		if (i > first && /^(?:before|after|until|since|although|though)$/.test(item.norm)) return false;
		if (comma && isParticiple(item.norm) && items[i - 1]?.norm === ",") {
			if (items[end - 1]?.norm !== ",") return false;
			// "a diplomat, speaking unnamed because talks go on, said": an aside has verbs of its own.
			relative = true;
			continue;
		}
		const verb = cueVerb(item.norm);
		if (verb && !item.capital && verb.form === "past" && !verb.doubtful) return false;
	}
	return (
		open < 0 || items.slice(open + 1, end).every(({ norm }) => isAdverb(norm) || norm === "together" || norm === ",")
	);
}

/** "Orla Pike, at a meeting in Tarn, asked": an aside of place or time is no part of the source. */
function asideEnd(items: readonly Item[], first: number, end: number): number {
	for (let i = first + 1; i < end - 1; i++) {
		const next = items[i + 1];
		if (
			items[i]?.norm === "," &&
			next &&
			!next.capital &&
			(isPreposition(next) || isAdjunctStart(next) || isParticiple(next.norm)) &&
			next.norm !== "of"
		)
			return i;
	}
	return end;
}
