import { round } from "../../text/compare.ts";
import { LOG_ODDS } from "./data/story-evidence.ts";
import type { ArticleFeatures } from "./features.ts";
import { EVIDENCE, gatherEvidence } from "./pair-evidence.ts";
import { At, type Signature } from "./signature.ts";

/** How alike two articles are, from the two alone. `a` and `b` are indices into the list of features, `a < b`. */
export interface Pair {
	readonly a: number;
	readonly b: number;
	/** 0–1: how likely it is that both tell one event. */
	readonly weight: number;
	/** 0–1: how alike the words and persons are, whatever the dates. */
	readonly likeness: number;
}

/** Pairs that reach neither are never looked at again: neither story nor thread. */
export const LEAST_WEIGHT = 0.02;
export const LEAST_LIKENESS = 0.08;

/**
 * What a day more between two reports takes from the logarithm of the odds: it halves them. Reports of
 * one event appear within days; after that, alike texts are more and more about another event.
 */
const A_DAY = 0.69;

/**
 * What it adds that both state when they were published, before the days between are taken off: undated
 * reports may be years apart, and ECB+, on which the rest was fitted, knows no dates. By reasoning, not fitted.
 */
const BOTH_DATED = 0.8;

/** How much of the likeness two articles lose that name other persons altogether; what stands for unknown ones. */
const PERSON_SHARE = 0.38;
const PERSONS_UNKNOWN = 0.45;

const evidence = new Float64Array(EVIDENCE.length);

export interface Weighed {
	readonly weight: number;
	readonly likeness: number;
}

/**
 * How likely two articles tell one event, and how alike they are, from the two alone.
 *
 * @param aStart where the signature of the one starts in `a`, and `bStart` that of the other in `b`
 */
export function compareSignatures(a: Signature, b: Signature, aStart: number = 0, bStart: number = 0): Weighed {
	gatherEvidence(a, b, evidence, aStart, bStart);
	const [words, persons] = [evidence[1] as number, evidence[5] as number];
	const alike = evidence[6] === 1 ? PERSONS_UNKNOWN : persons;
	return {
		weight: weighEvidence(evidence, daysApart(a, b, aStart, bStart), LOG_ODDS),
		likeness: round(words * words * (1 - PERSON_SHARE * (1 - alike))),
	};
}

/**
 * How likely two articles tell one event, 0–1.
 *
 * @param shared in the order of `EVIDENCE`
 * @param days between their publication; null when either is unknown
 * @param logOdds coefficients in the order of `EVIDENCE`
 */
export function weighEvidence(shared: Float64Array, days: number | null, logOdds: readonly number[]): number {
	let sum = 0;
	for (let i = 0; i < logOdds.length; i++) sum += (logOdds[i] as number) * (shared[i] as number);
	if (days !== null) sum += BOTH_DATED - A_DAY * Math.max(0, days - 1);
	return round(toShare(sum));
}

/** The logistic function, multiplied out: the last digits of `Math.exp` differ from engine to engine. */
function toShare(logOdds: number): number {
	let odds = Math.max(0, 1 + Math.max(-40, Math.min(40, logOdds)) / 1024);
	for (let i = 0; i < 10; i++) odds *= odds;
	return odds / (1 + odds);
}

/** Days between the publication of two articles, 0 when their bounds meet; null when either is unknown. */
export function daysApart(a: Signature, b: Signature, aStart: number = 0, bStart: number = 0): number | null {
	const [x, y] = [a[aStart + At.earliest] as number, b[bStart + At.earliest] as number];
	if (x === 0 || y === 0) return null;
	return Math.max(0, x - (b[bStart + At.latest] as number), y - (a[aStart + At.latest] as number));
}

/** The same of their features. */
export function dayGap(a: ArticleFeatures, b: ArticleFeatures): number | null {
	return a.published && b.published ? daysApart(a.signature, b.signature) : null;
}
