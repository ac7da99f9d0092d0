import { round } from "../../text/compare.ts";
import { contains } from "../../text/spans.ts";
import { type Amount, readAmounts } from "../numerals.ts";
import { isUnderStudy } from "../open-matter.ts";
import { conceptOf } from "../synonyms.ts";
import { TELLING } from "../term-weight.ts";
import type { Segment, SegmentWord } from "./segments.ts";
import { sensesOf } from "./senses.ts";

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
	/** What the few words weigh that one has in marks and the other in marks too, as they stand; 0 where there are none. */
	readonly fragment: number;
	/** How many of the stems shared are words used for one another. */
	readonly near: number;
}

/** Dice speaks for the same words, containment for one report giving less of them. */
const DICE_SHARE = 0.6;

/** Sums over distinct stems, prepared once for a segment. */
export interface Profile {
	readonly weights: ReadonlyMap<string, number>;
	readonly total: number;
	/** Groups of words used for one another that its stems stand in, see `sensesOf`; stems in none are left out. */
	readonly senses: ReadonlyMap<string, readonly number[]>;
	/** Its words in marks, with a space at both ends; empty without any. */
	readonly inMarks: string;
	/** What these weigh beside names, numbers and topics, where they are few; 0 where they are many. */
	readonly fragment: number;
	/** For each word of the segment the stem that it is compared by. */
	readonly keys: readonly string[];
	/** What stems that are no topics weigh together. */
	readonly plain: number;
	/** Stems that the whole story is about, names and numbers: sharing them is not yet saying the same. */
	readonly topics: ReadonlySet<string>;
	/** Whether a clause of it is negated; the other way round where its speaker denies it. */
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

/** "No more than seven minutes", "not only we": what follows is not negated. */
const NO_NEGATION = new Set([
	"more",
	"less",
	"fewer",
	"later",
	"earlier",
	"sooner",
	"only",
	"just",
	"merely",
	"least",
	"doubt",
	"but",
]);

/** Words that begin another clause. */
const CLAUSES = new Set(["and", "but", "nor", "or"]);

function negatesAt(words: readonly SegmentWord[], at: number): boolean {
	return isNegation(words[at]?.norm ?? "") && !NO_NEGATION.has(words[at + 1]?.norm ?? "");
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
 * @param isName whether a stem is a name wherever its capital tells
 */
export function profileOf(
	segment: Segment,
	commonness: (stem: string) => number,
	isName: (stem: string) => boolean = () => false,
): Profile {
	const weights = new Map<string, number>();
	let total = 0;
	let own = 0;
	let clause = false;
	let negates = false;
	const negated = new Set<string>();
	const numbers: string[] = [];
	const topics = new Set<string>();
	const underStudy = segment.words.some((_, at) => studies(segment.words, at));
	const senses = new Map<string, readonly number[]>();
	const { words } = segment;
	const stub = isStub(segment);
	const amounts = readAmounts(words);
	const keys = words.map((word, at) => keyOfWord(word, amounts.get(at)));
	let told = 0;
	for (const [at, word] of words.entries()) {
		// "He did not say so, and he does not think so" is no double negation, as "I do not think that he did not" is.
		if (word.pause || CLAUSES.has(word.norm)) {
			negates ||= clause;
			clause = false;
		}
		if (negatesAt(words, at)) {
			clause = !clause;
			for (let next = at + 1; next <= at + NEGATED_REACH && next < words.length; next++) {
				if (words[next]?.pause) break;
				negated.add(keys[next] ?? "");
			}
		}
		if (at < told) continue;
		const amount = amounts.get(at) ?? null;
		if (amount !== null) told = at + amount.length;
		const counted = amount?.key ?? countOf(words, at);
		if (counted !== null) numbers.push(counted);
		const stem = keys[at] ?? "";
		if (segment.polarity === "denied") negated.add(stem);
		const says = amount === null ? word.weight : Math.max(...words.slice(at, told).map(({ weight }) => weight));
		if (stub || says < TELLING || weights.has(stem)) continue;
		const left = Math.max(LEAST_TOPIC_WEIGHT, 1 - 2 * Math.max(0, commonness(conceptOf(word.stem)) - TOPIC_SHARE));
		const plain = word.capital || isName(word.stem) || (word.number && !isTellingNumber(amount?.key ?? word.norm));
		const weight = says * left;
		if (left < TOPIC || plain) topics.add(stem);
		else own += weight;
		weights.set(stem, weight);
		total += weight;
		const groups = word.number ? [] : [...new Set([...sensesOf(word.stem), ...sensesOf(stem)])];
		if (groups.length > 0) senses.set(stem, groups);
	}
	return {
		weights,
		total,
		senses,
		keys,
		...readMarks(segment, keys, weights, topics),
		plain: own,
		topics,
		negative: (negates || clause) !== (segment.polarity === "denied"),
		negated,
		numbers,
		underStudy,
		looksBack: looksBack(segment),
	};
}

/** "We are considering it", "will consider closing": not "he does not consider it dead", which is what he thinks. */
function studies(words: readonly SegmentWord[], at: number): boolean {
	const norm = words[at]?.norm ?? "";
	if (!isUnderStudy(norm)) return false;
	if (!/^consider(?:s|ed)?$/.test(norm)) return true;
	const next = words[at + 1];
	return next !== undefined && (next.norm.endsWith("ing") || /^(?:whether|how|if)$/.test(next.norm));
}

/** More words that say something are no fragment: they are compared like any. */
const MOST_IN_FRAGMENT = 4;

function readMarks(
	{ words, marked }: Segment,
	keys: readonly string[],
	weights: ReadonlyMap<string, number>,
	topics: ReadonlySet<string>,
): { readonly inMarks: string; readonly fragment: number } {
	const within = words.flatMap((word, at) => (marked.some((mark) => contains(mark, word)) ? [at] : []));
	const telling = new Set(within.flatMap((at) => (weights.has(keys[at] ?? "") ? (keys[at] ?? []) : [])));
	let fragment = 0;
	for (const key of telling) if (!topics.has(key)) fragment += weights.get(key) ?? 0;
	const few = telling.size <= MOST_IN_FRAGMENT;
	const inMarks = within.length === 0 ? "" : ` ${within.map((at) => words[at]?.norm ?? "").join(" ")} `;
	return { inMarks, fragment: few ? round(fragment) : 0 };
}

/** A word or two before an attribution that parts a sentence: "Parents, she says, …" says nothing by itself. */
function isStub({ words, goesOn, marked }: Segment): boolean {
	return goesOn && marked.length === 0 && words.filter(({ weight }) => weight >= TELLING).length < LEAST_IN_STUB;
}

const LEAST_IN_STUB = 2;

/** How far (in words) a negation reaches. */
const NEGATED_REACH = 6;

/** "2,450" and "4.5" are hardly met by chance; "15" is, and so is a year. */
function isTellingNumber(norm: string): boolean {
	return !/^(?:1[5-9]|20)\d\d$/.test(norm) && (/\d\D*\d\D*\d/.test(norm) || /\d\.\d/.test(norm));
}

const SAID = new Set(["said", "say", "told", "meant", "wrote", "promised", "called"]);
const FIRST_PERSON = new Set(["i", "we"]);
const THIRD_PERSON = new Set(["he", "she", "it", "they"]);
/** How far behind "I" or "we" (in words) the verb stands. */
const SAID_REACH = 4;

function looksBack({ words, kind, polarity }: Segment): boolean {
	const opening = words.slice(0, 1 + SAID_REACH);
	if (kind === "indirect") {
		// "denied that he had ever said": of words, not of what they say.
		if (polarity === "denied") return opening.some(({ norm }) => norm === "said");
		const [first, had, verb] = words[0]?.norm === "that" ? words.slice(1, 4) : words;
		return THIRD_PERSON.has(first?.norm ?? "") && had?.norm === "had" && SAID.has(verb?.norm ?? "");
	}
	return FIRST_PERSON.has(words[0]?.norm ?? "") && opening.some(({ norm }) => SAID.has(norm));
}

function keyOfWord(word: SegmentWord, amount: Amount | undefined): string {
	return amount ? `#${amount.key}` : conceptOf(word.stem);
}

/** "One man" as "1"; null for "one of them", "no one". */
function countOf(words: readonly SegmentWord[], at: number): string | null {
	const word = words[at];
	if (!word) return null;
	if (word.norm !== "one" || NO_ONE.has(words[at - 1]?.norm ?? "")) return null;
	const next = words[at + 1];
	return next && next.weight > 0.05 && !next.capital && next.norm !== "another" ? "1" : null;
}

const NO_ONE = new Set(["no", "any", "every", "some", "each", "which", "this", "that", "the"]);

/**
 * What two segments have in common.
 *
 * @param near whether words that are only used for one another count too, see near-words.ts
 */
export function compareSegments(a: Profile, b: Profile, near: boolean = false): SegmentSimilarity {
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
	const worths = near ? pairNear(small, large) : [];
	for (const worth of worths) {
		weight += worth;
		shared++;
		plain += worth;
		rarest = Math.max(rarest, worth);
	}
	const least = Math.min(a.total, b.total);
	if (weight === 0 || least === 0)
		return { dice: 0, containment: 0, weight: 0, score: 0, shared: 0, plain: 0, rarest: 0, fragment: 0, near: 0 };
	const dice = (2 * weight) / (a.total + b.total);
	const containment = weight / least;
	const fragment = sharedFragment(a, b);
	const score = Math.max(
		DICE_SHARE * dice + (1 - DICE_SHARE) * containment,
		fragment >= LEAST_FRAGMENT ? SCORE_OF_FRAGMENT : 0,
	);
	return {
		dice: round(dice),
		containment: round(containment),
		weight: round(weight),
		score: round(score),
		shared,
		plain: plain === 0 ? 0 : round(plain / Math.min(a.plain, b.plain)),
		rarest: round(rarest),
		fragment,
		near: worths.length,
	};
}

/** So much that is said by a fragment in marks tells it from what everybody says. */
export const LEAST_FRAGMENT = 0.4;
/** "A stunt" beside “It is a stunt, and a cheap one” joins what one speaker said, and nobody else. */
const SCORE_OF_FRAGMENT = 0.55;

function sharedFragment(a: Profile, b: Profile): number {
	if (a.inMarks === "" || b.inMarks === "") return 0;
	const [short, long] = a.inMarks.length <= b.inMarks.length ? [a, b] : [b, a];
	return long.inMarks.includes(short.inMarks) ? short.fragment : 0;
}

/** What it is worth that two stand in one group of near words, as a share of what the lesser says. */
const NEAR = 0.7;

/**
 * What the words that only one side has are worth where the other has one used for it: each pair of words by what it is
 * worth, each word once.
 */
function pairNear(small: Profile, large: Profile): number[] {
	if (small.senses.size === 0 || large.senses.size === 0) return [];
	const bySense = new Map<number, string[]>();
	for (const [stem, groups] of large.senses) {
		if (small.weights.has(stem) || large.topics.has(stem)) continue;
		for (const group of groups) {
			const list = bySense.get(group);
			if (list) list.push(stem);
			else bySense.set(group, [stem]);
		}
	}
	const taken = new Set<string>();
	const worths: number[] = [];
	for (const [stem, groups] of small.senses) {
		if (large.weights.has(stem) || small.topics.has(stem)) continue;
		let best = "";
		let most = 0;
		for (const group of groups) {
			for (const other of bySense.get(group) ?? []) {
				const worth = NEAR * Math.min(small.weights.get(stem) ?? 0, large.weights.get(other) ?? 0);
				if (worth <= most || taken.has(other)) continue;
				best = other;
				most = worth;
			}
		}
		if (most === 0) continue;
		taken.add(best);
		worths.push(most);
	}
	return worths;
}
