import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { FactState } from "../../model/record.ts";
import { compareText, round } from "../../text/compare.ts";
import { contains, sliceOf } from "../../text/spans.ts";
import { leavesOpen } from "../open-matter.ts";
import type { SetSpeakers } from "../speakers/set-speakers.ts";
import { standingOf } from "../statements.ts";
import { TELLING, type WeightOf } from "../term-weight.ts";
import { isNegation } from "../utterances/segment-similarity.ts";
import { findSegmentWords, type Segment, type SegmentWord } from "../utterances/segments.ts";
import { type DraftFact, makeFact } from "./draft-fact.ts";
import type { Related } from "./relations.ts";

/**
 * A report's own summary of words that it then prints, and that say other than the summary. Catches
 * "The minister said the works will close" above "We are studying whether to close the works"; must
 * not catch a summary that is merely shorter.
 */

/** At least this share of the summary's telling weight comes back in the quotation. */
const COVERED = 0.5;
const LEAST_SHARED = 2;
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
	const found = new Map<Segment, { readonly states: FactState[]; readonly reason: string }>();
	for (const summary of findSummaries(annotated, segments, weightOf)) {
		let best: { segment: Segment; reason: string; weight: number } | null = null;
		for (const segment of spoken) {
			if (summary.speaker !== null && summary.speaker !== segment.speaker) continue;
			const shared = shareOf(summary.words, segment.words);
			const reason =
				findSettled(summary.words, segment.words) ??
				(shared.covered
					? (findNegated(summary.words, segment.words) ?? findNumber(summary.words, segment.words))
					: null);
			if (reason === null || shared.stems < LEAST_SHARED) continue;
			if (best === null || shared.weight > best.weight) best = { segment, reason, weight: shared.weight };
		}
		if (!best) continue;
		const fact = found.get(best.segment) ?? { states: [], reason: best.reason };
		found.set(best.segment, fact);
		fact.states.push({
			article: annotated.article.id,
			spans: [{ start: summary.start, end: summary.end }],
			value: sliceOf(text, summary),
			...standingOf(annotated, summary, speakers),
		});
	}
	for (const [segment, { states: summaries, reason }] of found) {
		const states = [...summaries, ...carriedBy(segment)];
		const relate = (i: number, j: number): Related =>
			i < summaries.length !== j < summaries.length
				? { relation: "conflict", reason }
				: { relation: "compatible", reason: "the same side of it" };
		const [first] = summaries;
		facts.push(makeFact(story, "attribution", `“${first?.value ?? ""}” beside the words it sums up`, states, relate));
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
		.filter((segment) => segment.kind !== "direct" && segment.polarity === "said" && segment.speaker !== null)
		.map((segment) => ({ ...segment.span, words: segment.words, speaker: segment.speaker }));
	const headline = annotated.article.headline;
	if (headline?.span && !headline.made) {
		const span = headline.span;
		const covered = summaries.some((one) => contains(span, one));
		if (!covered) summaries.push({ ...span, words: findSegmentWords(annotated, span, weightOf), speaker: null });
	}
	return summaries;
}

/** What a summary has in common with a quotation. */
interface Share {
	/** Distinct telling stems in both. */
	readonly stems: number;
	readonly weight: number;
	/** Whether most of the summary comes back in the quotation. */
	readonly covered: boolean;
}

function shareOf(summary: readonly SegmentWord[], quoted: readonly SegmentWord[]): Share {
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
	return { stems: shared, weight: round(weight), covered: total > 0 && round(weight / total) >= COVERED };
}

/** How far (in words) what governs a verb may stand before it. */
const REACH = 6;

/** "will close" in the summary, "studying whether to close" in the quotation. */
function findSettled(summary: readonly SegmentWord[], quoted: readonly SegmentWord[]): string | null {
	if (summary.some((word) => leavesOpen(word.norm))) return null;
	for (const [i, word] of summary.entries()) {
		if (word.norm !== "will" && word.norm !== "shall" && word.norm !== "to") continue;
		const verb = summary[i + 1];
		if (!verb || verb.weight < TELLING || verb.capital) continue;
		const at = quoted.findIndex((other) => other.stem === verb.stem);
		const open = at < 0 ? undefined : quoted.slice(Math.max(0, at - REACH), at).find((other) => leavesOpen(other.norm));
		if (open) return `the summary has “${word.norm} ${verb.norm}”; the quotation leaves it open (“${open.norm}”)`;
	}
	return null;
}

/** A negation right before a word of the summary, where the summary has none. */
function findNegated(summary: readonly SegmentWord[], quoted: readonly SegmentWord[]): string | null {
	if (summary.some((word) => isNegation(word.norm) || leavesOpen(word.norm))) return null;
	const stems = new Set(summary.map((word) => word.stem));
	for (const [i, word] of quoted.entries()) {
		if (!isNegation(word.norm)) continue;
		const next = quoted.slice(i + 1, i + 1 + NEXT).find((other) => other.weight >= TELLING);
		if (next && stems.has(next.stem)) return `the quotation has “${word.norm} … ${next.norm}”, the summary no negation`;
	}
	return null;
}

/** How many words after a negation the word that it denies is looked for. */
const NEXT = 3;

/** Another number of the same thing. */
function findNumber(summary: readonly SegmentWord[], quoted: readonly SegmentWord[]): string | null {
	const counted = (words: readonly SegmentWord[]): { number: string; of: string }[] =>
		words.flatMap((word, i) => {
			const next = words[i + 1];
			return word.number && next && !next.number ? [{ number: word.norm, of: next.stem }] : [];
		});
	const own = counted(summary);
	const theirs = counted(quoted);
	for (const one of own) {
		const same = theirs.filter((other) => other.of === one.of);
		if (same.length === 0 || same.some((other) => other.number === one.number)) continue;
		return `the summary has “${one.number}”, the quotation “${same[0]?.number}”`;
	}
	return null;
}
