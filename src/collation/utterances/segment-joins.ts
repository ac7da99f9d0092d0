import { round } from "../../text/compare.ts";
import { contains } from "../../text/spans.ts";
import type { Day, Days } from "../occasions/report-days.ts";
import { compareSpeakers, type SpeakerLikeness } from "../speakers/speaker-likeness.ts";
import { LEAST_FRAGMENT, type Profile, type SegmentSimilarity } from "./segment-similarity.ts";
import type { Segment } from "./segments.ts";

/** A segment with what it is compared by. */
export interface ComparedSegment {
	readonly first: Segment;
	readonly profile: Profile;
}

/** Least score of a pair that may join two clusters, by how its speakers stand to each other. */
const JOIN: Readonly<Record<SpeakerLikeness, number>> = {
	same: 0.42,
	fits: 0.45,
	"speaks-for": 0.45,
	open: 0.6,
	unlikely: 0.8,
	other: Number.POSITIVE_INFINITY,
};
/** So much more where the reports are of two days, and of days further apart. */
const NEXT_DAY = 0.04;
const LATER_DAY = 0.15;
/** A negation or an open question on one side keeps segments apart below this likeness of everything else. */
const JOIN_ACROSS_DIFFERENCE = 0.7;
/** Other numbers throughout are another count, if not nearly everything else is the same. */
const JOIN_ACROSS_NUMBERS = 0.85;
/** Fewer shared telling stems than this never join by score alone. */
const LEAST_SHARED = 2;

/** Whether two segments of fitting speakers give one thing. */
export function mayJoin(a: ComparedSegment, b: ComparedSegment, similarity: SegmentSimilarity): boolean {
	const few = similarity.shared < LEAST_SHARED && similarity.dice < 0.9;
	if (few && similarity.fragment < LEAST_FRAGMENT) return false;
	return (
		similarity.score >= JOIN[compareSpeakers(a.first.reference, b.first.reference)] + daysApart(a, b) &&
		agree(a, b, similarity)
	);
}

/**
 * Whether one negates something that both say and the other negates nothing: "I don't think he won" and "I think he
 * did not win" say the same, and a negation in a clause that the other leaves out is of that clause.
 */
function negateApart(left: Profile, right: Profile): boolean {
	if (left.negated.size > 0 === right.negated.size > 0) return false;
	const [negating, other] = left.negated.size > 0 ? [left, right] : [right, left];
	for (const stem of negating.weights.keys())
		if (negating.negated.has(stem) && (other.weights.has(stem) || holdsNear(other, negating.senses.get(stem))))
			return true;
	return false;
}

function holdsNear({ senses }: Profile, groups: readonly number[] = []): boolean {
	return groups.length > 0 && [...senses.values()].some((own) => own.some((group) => groups.includes(group)));
}

/** How much more two reports of different days ask of a pair, unless the later gives nothing new. */
export function daysApart(a: ComparedSegment, b: ComparedSegment): number {
	if (a.first.said && b.first.said) return 0;
	const [own, its] = [dayOf(a.first), dayOf(b.first)];
	if (own === null || its === null || own === its) return 0;
	const [later, earlier] = own > its ? [a, b] : [b, a];
	if (newShare(later, earlier) <= NEW_LATER) return 0;
	return Math.abs(own - its) < LEAST_LATER ? NEXT_DAY : LATER_DAY;
}

/** The day on which the words were said, else that of the report; null when neither is known. */
function dayOf({ said, reported }: Segment): Day | null {
	return said?.last ?? reported;
}

/** Whether two segments that say much the same do not differ in a number, a negation, or what one of them settles or adds. */
export function agree(a: ComparedSegment, b: ComparedSegment, similarity: SegmentSimilarity): boolean {
	const left = a.profile;
	const right = b.profile;
	if (left.looksBack !== right.looksBack) return false;
	const numbersDiffer =
		left.numbers.length > 0 && right.numbers.length > 0 && !left.numbers.some((one) => right.numbers.includes(one));
	const otherDay = dayOf(a.first) !== null && dayOf(b.first) !== null && dayOf(a.first) !== dayOf(b.first);
	if (numbersDiffer && (otherDay || similarity.score < JOIN_ACROSS_NUMBERS)) return false;
	// What one says, another report has denied: two answers, however alike.
	if (left.negative !== right.negative && a.first.polarity !== b.first.polarity) return false;
	const polarityDiffers = negateApart(left, right);
	const settledDiffers = left.underStudy !== right.underStudy;
	if ((polarityDiffers || settledDiffers) && similarity.score < JOIN_ACROSS_DIFFERENCE) return false;
	return !saysMoreLater(a, b, similarity);
}

/**
 * What never is one thing said once: two sentences of one quotation, what is said and what is denied or
 * not said, words that came by two ways, words of two speakers, or of two days.
 */
export function cannotBeOne(a: Segment, b: Segment): boolean {
	if (a.quotation === b.quotation || isClaim(a) !== isClaim(b)) return true;
	if (!isClaim(a) && a.polarity !== b.polarity) return true;
	if (a.channel !== null && b.channel !== null && a.channel !== b.channel) return true;
	return compareSpeakers(a.reference, b.reference) === "other" || areOnTwoDays(a, b);
}

/** What is said or denied, and not what somebody would not say; a denial is a negation. */
function isClaim({ polarity }: Segment): boolean {
	return polarity === "said" || polarity === "denied";
}

/** Said on days that do not meet, or after the other report was out: "on Friday" in no paper of Wednesday. */
export function areOnTwoDays(a: Segment, b: Segment): boolean {
	if (a.said && b.said && (a.said.last < b.said.first || b.said.last < a.said.first)) return true;
	return isAfter(a.said, b.reported) || isAfter(b.said, a.reported);
}

function isAfter(said: Days | null, reported: Day | null): boolean {
	return said !== null && reported !== null && said.first > reported;
}

/** Days from which on a report is a later one. */
const LEAST_LATER = 2;
/** Of words that a report of a later day gives again, at most this share of what they say is new. */
const NEW_LATER = 0.1;

/**
 * What a later report repeats of the same words is cut rather than lengthened: "It is ours and it is coming home with
 * interest", three days after "It is ours and it is coming home", was said anew.
 */
function saysMoreLater(a: ComparedSegment, b: ComparedSegment, { containment }: SegmentSimilarity): boolean {
	const [own, its] = [dayOf(a.first), dayOf(b.first)];
	// The paper of the next morning may well have the same words in full.
	if (own === null || its === null || Math.abs(own - its) < LEAST_LATER) return false;
	const later = own > its ? a : b;
	const earlier = later === a ? b : a;
	if (later.first.kind === "indirect" || earlier.first.kind === "indirect") return false;
	// A paraphrase or a translation says all of it in other words.
	if (containment < ALIKE) return false;
	return newShare(later, earlier) > NEW_LATER;
}

/** Share of what the words say, of those in marks where there are any, that the other segment does not hold. */
function newShare({ first: segment, profile }: ComparedSegment, { profile: other }: ComparedSegment): number {
	let total = 0;
	let fresh = 0;
	for (const [at, word] of segment.words.entries()) {
		const key = profile.keys[at] ?? "";
		const weight = profile.weights.get(key);
		if (weight === undefined) continue;
		if (segment.marked.length > 0 && !segment.marked.some((mark) => contains(mark, word))) continue;
		total += weight;
		if (!other.weights.has(key)) fresh += weight;
	}
	return total === 0 ? 0 : round(fresh / total);
}

/** From this containment on the words are the same, and what differs was added. */
const ALIKE = 0.6;
