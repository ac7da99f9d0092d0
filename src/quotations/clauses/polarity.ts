import type { Polarity } from "../../model/annotation.ts";
import { wouldNot } from "./cue-match.ts";
import { cueVerb, HEDGES, isAdverb, NEGATIONS } from "./cues.ts";
import type { Item } from "./units.ts";
import { isAuxiliary, type Range } from "./word-classes.ts";

/** What a report says of the saying itself. */
export interface Flags {
	readonly polarity: Polarity;
	readonly hedged: boolean;
}

/**
 * What a cue, the words before it and its source say of the saying: "denied", "did not say", "reportedly".
 * A denial that is denied says nothing of what its source holds, so it is as little said as the rest.
 *
 * Catches: `No one said that …`, `Neither Pike nor Vane said …`, `Pike stopped short of saying …`, `Nor did Pike say …`.
 * Must not: `No fewer than six people said …`, `Pike not only said …`, `A few people said …`, `Pike did not fail to say …`.
 */
export function flagsOf(items: readonly Item[], cue: Range, source: Range | null): Flags {
	const first = groupStart(items, cue.first, source);
	let polarity: Polarity = "said";
	let hedged = false;
	let confirms = false;
	let denies = false;
	for (let i = first; i < cue.end; i++) {
		const norm = items[i]?.norm ?? "";
		if (HEDGES.has(norm)) hedged = true;
		const verb = cueVerb(norm);
		if (verb?.lemma === "confirm") confirms = true;
		if (verb?.lemma === "deny") denies = true;
		if (verb && verb.polarity !== "said" && polarity !== "declined") polarity = verb.polarity;
	}
	if (polarity === "denied" && judges(items, cue)) polarity = "said";
	const negated = isNegated(items, { first, end: cue.end }, source);
	if (items[cue.end]?.norm === "or" && /^den(?:y|ied)$/.test(items[cue.end + 1]?.norm ?? "")) denies = true;
	if (confirms && denies && (negated || polarity === "declined")) return { polarity: "declined", hedged };
	if (negated) polarity = "not-said";
	for (let i = first; i < cue.end; i++) if (wouldNot(items, first, i)) polarity = "declined";
	return { polarity, hedged };
}

/** How far (in items) the judgement may stand behind the verb. */
const FARTHEST_JUDGEMENT = 14;

/** "dismissed the trip as a stunt", "rejected the charge as absurd": a judgement that is said. */
function judges(items: readonly Item[], cue: Range): boolean {
	if (!/^(?:dismiss|reject)$/.test(cueVerb(items[cue.end - 1]?.norm ?? "")?.lemma ?? "")) return false;
	for (let i = cue.end + 1; i < Math.min(items.length - 1, cue.end + FARTHEST_JUDGEMENT); i++) {
		if (items[i]?.kind !== "word" || items[i]?.norm === "that") return false;
		if (items[i]?.norm === "as")
			return /^(?:an?|the)$/.test(items[i + 1]?.norm ?? "") || items[i + 1]?.kind === "marked";
	}
	return false;
}

/** Verbs whose "to say", "of saying" is not said: "failed to say", "stopped short of saying". */
const FAILS =
	/^(?:fail|stop|refrain|avoid|forg[eo]t|neglect|omit|fall|fell|hesitat)(?:s|e|ed|ted|ped|ten|ing|ting|ping)?$/;

/** Whether an odd number of its words turn a saying around: "did not say", but not "did not fail to say". */
export function isNegated(items: readonly Item[], cue: Range, source: Range | null): boolean {
	let flips = 0;
	for (let i = groupStart(items, cue.first, source); i < cue.end; i++) {
		const norm = items[i]?.norm ?? "";
		const next = items[i + 1]?.norm ?? "";
		if (NEGATIONS.has(norm) || norm === "neither" || norm === "without") {
			if (!/^(?:only|just|merely|simply|necessarily)$/.test(next)) flips++;
		} else if (norm === "yet" ? next === "to" : norm === "unable" || (norm === "no" && next === "longer")) flips++;
		else if (FAILS.test(norm) && failsToSay(items, i, cue.end)) flips++;
	}
	if (source && (isNobody(items, source) || isNegatedBefore(items, source))) flips++;
	return flips % 2 === 1;
}

/** "stopped short of saying", "failed to say", "avoided saying": a saying that goes with the verb. */
function failsToSay(items: readonly Item[], at: number, end: number): boolean {
	let i = at + 1;
	while (/^(?:short|to|of|from)$/.test(items[i]?.norm ?? "")) i++;
	return i < end && items[i]?.kind === "word" && !NEGATIONS.has(items[i]?.norm ?? "");
}

/** The words between a source and its cue that say whether it was said at all reach no farther back (items). */
const LONGEST_GROUP = 8;

function groupStart(items: readonly Item[], verb: number, source: Range | null): number {
	const floor = Math.max(0, verb - LONGEST_GROUP, source && source.first < verb ? Math.min(source.end, verb) : 0);
	let first = verb;
	while (first > floor) {
		const before = items[first - 1];
		// "did not, however, say"
		if (
			before?.norm === "," &&
			items[first - 3]?.norm === "," &&
			/^(?:however|though|then|yet)$/.test(items[first - 2]?.norm ?? "")
		) {
			first -= 3;
			continue;
		}
		if (before?.kind !== "word") break;
		const { norm } = before;
		const links = /^(?:to|of|short|from)$/.test(norm) && FAILS.test(items[first - (norm === "of" ? 3 : 2)]?.norm ?? "");
		const yet = norm === "to" && /^(?:yet|unable)$/.test(items[first - 2]?.norm ?? "");
		const group = isAuxiliary(before) || isAdverb(norm) || HEDGES.has(norm);
		if (!group && !links && !yet && !FAILS.test(norm) && !/^(?:neither|without|yet|unable|no|longer)$/.test(norm))
			break;
		first--;
	}
	return Math.max(first, floor);
}

/** "no one", "none of the three", "neither Pike nor Vane", "few experts"; not "no fewer than six", "No 3", "no one but Pike". */
function isNobody(items: readonly Item[], { first, end }: Range): boolean {
	const word = (at: number): string => (at < end ? (items[at]?.norm ?? "") : "");
	const next = word(first + 1);
	for (let i = first; i < end; i++) if (/^(?:but|except|besides|other)$/.test(word(i))) return false;
	switch (word(first)) {
		case "nobody":
		case "none":
		case "neither":
		case "few":
			return true;
		case "no":
			return next !== "" && !/^(?:fewer|less|more|\.)$/.test(next) && items[first + 1]?.kind === "word";
		case "not":
			return /^(?:one|all|every|everyone|everybody|many|a)$/.test(next);
		case "hardly":
		case "scarcely":
			return /^(?:any|anyone|anybody|a)$/.test(next);
		default:
			return false;
	}
}

/** "Nor did Pike say", "Never has Pike said", "At no point did Pike say", and a source cut short behind "neither". */
function isNegatedBefore(items: readonly Item[], { first }: Range): boolean {
	const word = (back: number): string => items[first - back]?.norm ?? "";
	if (/^(?:neither|nobody)$/.test(word(1)) || (word(1) === "nor" && hasBefore(items, first - 1, "neither")))
		return true;
	if (!isAuxiliary(items[first - 1])) return false;
	return (
		/^(?:nor|neither|never|nowhere)$/.test(word(2)) ||
		(word(3) === "no" && /^(?:point|time|stage|moment|way|place)$/.test(word(2)))
	);
}

/** The names between "neither" and "nor" (items). */
const LONGEST_NEITHER = 12;

function hasBefore(items: readonly Item[], at: number, norm: string): boolean {
	for (let i = at - 1; i >= Math.max(0, at - LONGEST_NEITHER); i--) if (items[i]?.norm === norm) return true;
	return false;
}
