import { round } from "../../text/compare.ts";
import { isNumeral, numeralKey } from "../numerals.ts";
import { isUnderStudy } from "../open-matter.ts";
import { conceptOf } from "../synonyms.ts";
import { TELLING } from "../term-weight.ts";
import type { Segment, SegmentWord } from "./segments.ts";

/** What two segments have in common, measured on the distinct stems that say something. */
export interface SegmentSimilarity {
	/** 0–1: shared weight over the mean weight of the two (Dice). */
	readonly dice: number;
	/** 0–1: shared weight over the lesser weight. */
	readonly containment: number;
	/** What both say, summed over shared stems. */
	readonly weight: number;
	/** 0–1: what joining is decided on. */
	readonly score: number;
	/** How many telling stems they share that are neither names, numbers nor what the whole story is about. */
	readonly shared: number;
	/** 0–1: their weight over the lesser weight of such stems. */
	readonly plain: number;
	/** The weight of the rarest of these, 0–1. */
	readonly rarest: number;
}

/** Dice speaks for the same words, containment for one report giving less of them. */
const DICE_SHARE = 0.6;

/** Sums over distinct stems, prepared once for a segment. */
export interface Profile {
	readonly weights: ReadonlyMap<string, number>;
	readonly total: number;
	/** What stems that are no topics weigh together. */
	readonly plain: number;
	/** Stems that the whole story is about, names and numbers: sharing them is not yet saying the same. */
	readonly topics: ReadonlySet<string>;
	/** Whether it is negated an odd number of times, counting that its speaker denies it. */
	readonly negative: boolean;
	/** Stems close behind a negation; all of them where the speaker denies it. */
	readonly negated: ReadonlySet<string>;
	readonly numbers: readonly string[];
	/** Whether the words say that a matter is under study. */
	readonly underStudy: boolean;
	/** Whether the speaker says what was said before: "I said that it was coming under control". */
	readonly looksBack: boolean;
}

const NEGATIONS = new Set(["not", "no", "never", "none", "nothing", "nobody", "neither", "cannot"]);

export function isNegation(norm: string): boolean {
	return NEGATIONS.has(norm) || norm.endsWith("n't");
}

/** Up to this share of a story's wordings a stem keeps its weight; above, it is what the story is about. */
const TOPIC_SHARE = 0.15;
/** A stem that keeps less of its weight than this is a topic, and joins nothing by itself. */
const TOPIC = 0.6;
/** What is left of the weight of a stem that every wording holds. */
const LEAST_TOPIC_WEIGHT = 0.2;

/**
 * What a segment is compared by. A name that everybody mentions tells segments apart less than its
 * rarity in the language says.
 *
 * @param commonness share of the story's wordings that hold a stem, 0–1
 */
export function profileOf(segment: Segment, commonness: (stem: string) => number): Profile {
	const weights = new Map<string, number>();
	let total = 0;
	let own = 0;
	let negative = segment.polarity === "denied";
	const negated = new Set<string>();
	const numbers: string[] = [];
	const topics = new Set<string>();
	const underStudy = segment.words.some((word) => isUnderStudy(word.norm));
	for (const [at, word] of segment.words.entries()) {
		if (isNegation(word.norm)) {
			negative = !negative;
			for (const next of segment.words.slice(at + 1, at + 1 + NEGATED_REACH)) {
				if (next.pause) break;
				negated.add(conceptOf(next.stem));
			}
		}
		const counted = countOf(segment.words, at);
		if (counted !== null) numbers.push(counted);
		const stem = conceptOf(word.stem);
		if (segment.polarity === "denied") negated.add(stem);
		if (word.weight < TELLING || weights.has(stem)) continue;
		const left = Math.max(LEAST_TOPIC_WEIGHT, 1 - 2 * Math.max(0, commonness(stem) - TOPIC_SHARE));
		const plain = word.capital || (word.number && !isTellingNumber(word.norm));
		const weight = word.weight * left;
		if (left < TOPIC || plain) topics.add(stem);
		else own += weight;
		weights.set(stem, weight);
		total += weight;
	}
	return { weights, total, plain: own, topics, negative, negated, numbers, underStudy, looksBack: looksBack(segment) };
}

/** How far (in words) a negation reaches. */
const NEGATED_REACH = 6;

/** "2,450" and "4.5" are hardly met by chance; "15" is, and so is a year. */
function isTellingNumber(norm: string): boolean {
	return !/^(?:1[5-9]|20)\d\d$/.test(norm) && (/\d\D*\d\D*\d/.test(norm) || /\d\.\d/.test(norm));
}

const SAID = new Set(["said", "say", "told", "meant", "wrote", "promised", "called"]);
const FIRST_PERSON = new Set(["i", "we"]);
/** How far behind "I" or "we" (in words) the verb stands. */
const SAID_REACH = 4;

function looksBack({ words, kind, polarity }: Segment): boolean {
	const opening = words.slice(0, 1 + SAID_REACH);
	// "denied that he had ever said": of words, not of what they say.
	if (kind === "indirect") return polarity === "denied" && opening.some(({ norm }) => norm === "said");
	return FIRST_PERSON.has(words[0]?.norm ?? "") && opening.some(({ norm }) => SAID.has(norm));
}

/** "two men", "12", "one man": a number by its digits; null for "one of them", "no one". */
function countOf(words: readonly SegmentWord[], at: number): string | null {
	const word = words[at];
	if (!word) return null;
	if (isNumeral(word)) return numeralKey(word);
	if (word.norm !== "one" || NO_ONE.has(words[at - 1]?.norm ?? "")) return null;
	const next = words[at + 1];
	return next && next.weight > 0.05 && !next.capital && next.norm !== "another" ? "1" : null;
}

const NO_ONE = new Set(["no", "any", "every", "some", "each", "which", "this", "that", "the"]);

export function compareSegments(a: Profile, b: Profile): SegmentSimilarity {
	const [small, large] = a.weights.size <= b.weights.size ? [a, b] : [b, a];
	let weight = 0;
	let shared = 0;
	let rarest = 0;
	let plain = 0;
	for (const [stem, own] of small.weights) {
		const other = large.weights.get(stem);
		if (other === undefined) continue;
		weight += Math.min(own, other);
		if (small.topics.has(stem)) continue;
		shared++;
		plain += Math.min(own, other);
		rarest = Math.max(rarest, Math.min(own, other));
	}
	const least = Math.min(a.total, b.total);
	if (weight === 0 || least === 0)
		return { dice: 0, containment: 0, weight: 0, score: 0, shared: 0, plain: 0, rarest: 0 };
	const dice = (2 * weight) / (a.total + b.total);
	const containment = weight / least;
	return {
		dice: round(dice),
		containment: round(containment),
		weight: round(weight),
		score: round(DICE_SHARE * dice + (1 - DICE_SHARE) * containment),
		shared,
		plain: plain === 0 ? 0 : round(plain / Math.min(a.plain, b.plain)),
		rarest: round(rarest),
	};
}
