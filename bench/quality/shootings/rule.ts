import { PERSON_NOUNS } from "../../../src/language/numbers/data/units.ts";
import type { LanguageFindings, Words } from "../../../src/model/annotated.ts";
import type { FoundDate, FoundNumber } from "../../../src/model/annotation.ts";
import { tokenRange } from "../../../src/text/tokens.ts";
import type { Toll } from "./baseline.ts";

/**
 * How many a report says were killed and injured, and when, from the numbers and dates that the language layer
 * finds: counts of people are given to the nearest predicate of their sentence; where no count is said, a
 * predicate that is asserted stands for one person. Made to measure the layer, and no part of the program.
 */

export interface ReadReport extends Toll {
	/** ISO day, null when no date of the event is given. */
	readonly date: string | null;
}

type Harm = "killed" | "injured" | "shot";

const KILLED =
	/^(?:kill(?:s|ed|ing)|dead|died|dies|deaths?|fatal|fatally|fatalit(?:y|ies)|slain|slaying|murdered|homicide|murder|dying)$/;
const INJURED =
	/^(?:injur(?:ed|ing|es)|injury|injuries|wound(?:ed|ing|s)?|hurt|hospitali[sz]ed|grazed|survived|surviving)$/;
/** Behind "condition" and before "condition" and "injuries": whoever is so is alive. */
const STATE = /^(?:critical|serious|stable|good|fair|life-threatening|non-life-threatening)$/;
const SHOT = /^(?:shot|gunshot|struck|hit)$/;
/** Within a few words before a predicate these take it back. */
const UNREAL =
	/^(?:not|no|never|n't|nobody|if|could|would|might|may|threat|threats|threatened|threatening|threatens|attempted|attempt|to|wasn't|weren't|without|nearly|almost|penalty|row|isn't|aren't|didn't|neither|none)$/;
const UNREAL_REACH = 4;
/** Words between a count and its predicate at most. */
const REACH = 9;
/** Nouns of counts that say the harm themselves. */
const HARMED: ReadonlyMap<string, Harm> = new Map([
	["dead", "killed"],
	["killed", "killed"],
	["death", "killed"],
	["fatality", "killed"],
	["injured", "injured"],
	["wounded", "injured"],
	["hurt", "injured"],
	["injury", "injured"],
]);
const PEOPLE_BESIDES = new Set(["other", "people", "dead", "injured", "wounded", "hurt", "killed"]);

interface Predicate {
	readonly harm: Harm;
	readonly at: number;
}

export function readShooting(words: Words, findings: LanguageFindings, published: string | null): ReadReport {
	const most: { [harm in Harm]: number } = { killed: 0, injured: 0, shot: 0 };
	let alive = 0;
	let event: FoundDate | null = null;
	for (const sentence of words.sentences) {
		const { first, end } = tokenRange(words.tokens, sentence);
		const predicates = predicatesOf(words, first, end);
		const inside = (one: { start: number; end: number }): boolean =>
			sentence.start <= one.start && one.end <= sentence.end;
		const counts = findings.numbers.filter((one) => inside(one) && isOfPeople(one));
		const counted = new Set<Predicate>();
		for (const number of counts) {
			const value = number.low ?? number.high ?? 0;
			const own = HARMED.get(number.of ?? "");
			const predicate = own ? null : nearest(words, number, counts, predicates);
			const harm = own ?? predicate?.harm;
			if (harm === undefined) continue;
			if (predicate) counted.add(predicate);
			most[harm] = Math.max(most[harm], value);
		}
		for (const one of predicates) if (!counted.has(one)) most[one.harm] = Math.max(most[one.harm], 1);
		if (predicates.some(({ harm }) => harm === "injured")) alive = 1;
		if (predicates.length > 0) event ??= dateIn(findings.dates.filter(inside));
	}
	event ??= dateIn(findings.dates);
	const injured =
		most.injured > 1 || most.killed === 0
			? Math.max(most.injured, most.shot)
			: Math.max(alive, most.shot - most.killed);
	return { killed: most.killed, injured, date: event?.date.earliest?.slice(0, 10) ?? published };
}

function isOfPeople(number: FoundNumber): boolean {
	if (number.kind !== "count") return false;
	const of = number.of ?? "";
	return PERSON_NOUNS.has(of) || PEOPLE_BESIDES.has(of) || HARMED.has(of);
}

/** The predicates of a sentence that are asserted, in the order of the text. */
function predicatesOf(words: Words, first: number, end: number): Predicate[] {
	const { norms } = words.tokens;
	const predicates: Predicate[] = [];
	for (let at = first; at < end; at++) {
		const norm = norms[at] ?? "";
		const harm = KILLED.test(norm)
			? "killed"
			: INJURED.test(norm) || (STATE.test(norm) && /^(?:condition|injur)/.test(norms[at + 1] ?? ""))
				? "injured"
				: SHOT.test(norm) && isHitBy(norms, at)
					? "shot"
					: null;
		if (harm === null) continue;
		const before = norms.slice(Math.max(first, at - UNREAL_REACH), at);
		if (before.some((word) => UNREAL.test(word)) || /^(?:threats?|penalty|row|squad)$/.test(norms[at + 1] ?? ""))
			continue;
		predicates.push({ harm, at });
	}
	return predicates;
}

/** Whether "shot" says who was hit: "was shot", "shot in the leg", "gunshot wound". */
function isHitBy(norms: readonly string[], at: number): boolean {
	const norm = norms[at];
	if (norm === "gunshot") return /^wound/.test(norms[at + 1] ?? "");
	const before = norms.slice(Math.max(0, at - 3), at);
	const passive = before.some((word) => /^(?:was|were|been|being|got|is|are|be)$/.test(word));
	if (norm !== "shot") return passive && /^(?:by|in)$/.test(norms[at + 1] ?? "");
	return (
		passive ||
		/^(?:in|multiple|several|twice|once|to|and|by|dead|while|during|outside|near|inside|at|after|on|,|\.|a|him|her|the|his|another)$/.test(
			norms[at + 1] ?? "",
		)
	);
}

/** The predicate nearest to a number in its sentence with no other count of people between them; the later one of two as near. */
function nearest(
	words: Words,
	number: FoundNumber,
	counts: readonly FoundNumber[],
	predicates: readonly Predicate[],
): Predicate | null {
	const span = tokenRange(words.tokens, { start: number.start, end: number.counted?.end ?? number.end });
	let best: Predicate | null = null;
	let closest = REACH + 1;
	for (const one of predicates) {
		const behind = one.at >= span.end;
		const distance = behind ? one.at - span.end + 1 : span.first - one.at;
		if (distance > closest || (distance === closest && !behind)) continue;
		const low = behind ? span.end : one.at;
		const high = behind ? one.at : span.first;
		const between = counts.some((other) => {
			const at = tokenRange(words.tokens, other).first;
			return other !== number && at >= low && at < high;
		});
		if (between) continue;
		best = one;
		closest = distance;
	}
	return best;
}

/** The first date of a sentence that is known to the day. */
function dateIn(dates: readonly FoundDate[]): FoundDate | null {
	return (
		dates.find(
			({ date }) =>
				date.earliest !== null && date.latest !== null && date.earliest.slice(0, 10) === date.latest.slice(0, 10),
		) ?? null
	);
}
