import type { AnnotatedArticle } from "../model/annotated.ts";
import type { FactState } from "../model/record.ts";
import { compareText, round } from "../text/compare.ts";
import { contains, sliceOf } from "../text/spans.ts";
import { type DraftFact, makeFact } from "./draft-fact.ts";
import { leavesOpen } from "./open-matter.ts";
import type { Related } from "./relations.ts";
import { isNegation } from "./segment-similarity.ts";
import { findSegmentWords, type Segment, type SegmentWord } from "./segments.ts";
import type { SetSpeakers } from "./set-speakers.ts";
import { standingOf } from "./statements.ts";
import type { WeightOf } from "./term-weight.ts";
import { isNumeral } from "./word-likeness.ts";

/**
 * A report's own summary of words that it then prints, and that say other than the summary. Catches
 * "The minister said the works will close" above "We are studying whether to close the works"; must
 * not catch a summary that is merely shorter.
 */

/** At least this share of the summary's telling weight comes back in the quotation. */
const COVERED = 0.5;
const LEAST_SHARED = 2;
const TELLING = 0.15;

/**
 * Summaries of an article and of its headline against its own direct quotations of the same speaker.
 *
 * @param carriedBy the reports' direct renditions of what a segment says, its own among them
 */
export function findParaphraseFacts(
	story: string,
	annotated: AnnotatedArticle,
	segments: readonly Segment[],
	speakers: SetSpeakers,
	weightOf: WeightOf,
	carriedBy: (segment: Segment) => readonly FactState[],
): DraftFact[] {
	const { text } = annotated.article;
	const facts: DraftFact[] = [];
	const spoken = segments.filter((segment) => segment.kind === "direct" && segment.speaker !== null);
	const seen = new Set<string>();
	for (const summary of findSummaries(annotated, segments, weightOf)) {
		let best: { segment: Segment; reason: string; weight: number } | null = null;
		for (const segment of spoken) {
			if (summary.speaker !== null && summary.speaker !== segment.speaker) continue;
			const weight = sharedWeight(summary.words, segment.words);
			if (weight === null) continue;
			const reason = differenceOf(summary.words, contextWords(spoken, segment));
			if (reason !== null && (best === null || weight > best.weight)) best = { segment, reason, weight };
		}
		if (!best) continue;
		const found = best;
		const key = `${summary.start} ${found.segment.id}`;
		if (seen.has(key)) continue;
		seen.add(key);
		const own: FactState = {
			article: annotated.article.id,
			spans: [{ start: summary.start, end: summary.end }],
			value: sliceOf(text, summary),
			...standingOf(annotated, summary, speakers),
		};
		const states = [own, ...carriedBy(found.segment)];
		const relate = (i: number, j: number): Related =>
			i === 0 || j === 0
				? { relation: "conflict", reason: found.reason }
				: { relation: "compatible", reason: "the words that the summary stands beside" };
		facts.push(
			makeFact(story, "attribution", `summary of words that it quotes: ${sliceOf(text, summary)}`, states, relate),
		);
	}
	return facts.sort((a, b) => compareText(a.id, b.id));
}

interface Summary {
	readonly start: number;
	readonly end: number;
	readonly words: readonly SegmentWord[];
	readonly speaker: string | null;
}

function findSummaries(annotated: AnnotatedArticle, segments: readonly Segment[], weightOf: WeightOf): Summary[] {
	const summaries: Summary[] = segments
		.filter((segment) => segment.kind !== "direct" && segment.speaker !== null)
		.map((segment) => ({ ...segment.span, words: segment.words, speaker: segment.speaker }));
	const headline = annotated.article.headline;
	if (headline?.span && !headline.made) {
		const span = headline.span;
		const covered = summaries.some((one) => contains(span, one));
		if (!covered) summaries.push({ ...span, words: findSegmentWords(annotated, span, weightOf), speaker: null });
	}
	return summaries;
}

/** The segment's own words and those of its neighbours in the quotation: a condition may stand beside it. */
function contextWords(spoken: readonly Segment[], segment: Segment): SegmentWord[] {
	return spoken.filter((one) => one.quotation === segment.quotation).flatMap((one) => one.words);
}

/** Weight that a summary and a quotation share; null when the quotation does not cover the summary. */
function sharedWeight(summary: readonly SegmentWord[], quoted: readonly SegmentWord[]): number | null {
	const stems = new Set(quoted.map((word) => word.stem));
	const seen = new Set<string>();
	let total = 0;
	let weight = 0;
	let shared = 0;
	for (const word of summary) {
		if (word.weight < TELLING || word.number || seen.has(word.stem)) continue;
		seen.add(word.stem);
		total += word.weight;
		if (!stems.has(word.stem)) continue;
		weight += word.weight;
		shared++;
	}
	if (shared < LEAST_SHARED || total === 0 || round(weight / total) < COVERED) return null;
	return round(weight);
}

function differenceOf(summary: readonly SegmentWord[], quoted: readonly SegmentWord[]): string | null {
	const negations = (words: readonly SegmentWord[]): SegmentWord[] => words.filter((word) => isNegation(word.norm));
	if (negations(summary).length === 0 && negations(quoted).length === 1 && !isOpen(summary)) {
		const [negation] = negations(quoted);
		return `the quotation has “${negation?.norm}”, the summary does not`;
	}
	const numbers = (words: readonly SegmentWord[]): string[] => words.filter(isNumeral).map((word) => word.norm);
	const own = numbers(summary);
	const theirs = numbers(quoted);
	if (
		own.length === 1 &&
		theirs.length === 1 &&
		own[0] !== theirs[0] &&
		/^\p{Nd}/u.test(own[0] ?? "") &&
		/^\p{Nd}/u.test(theirs[0] ?? "")
	) {
		return `the summary has “${own[0]}”, the quotation “${theirs[0]}”`;
	}
	const open = quoted.find((word) => leavesOpen(word.norm));
	if (
		open &&
		!isOpen(summary) &&
		summary.some((word) => word.norm === "will" || word.norm === "to" || word.norm === "shall")
	) {
		return `the quotation leaves it open (“${open.norm}”), the summary gives it as settled`;
	}
	return null;
}

function isOpen(words: readonly SegmentWord[]): boolean {
	return words.some((word) => leavesOpen(word.norm));
}
