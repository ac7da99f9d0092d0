import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { FactState } from "../../model/record.ts";
import { compareText, round } from "../../text/compare.ts";
import { contains, sliceOf } from "../../text/spans.ts";
import { findLostNegation } from "../lost-negation.ts";
import { leavesOpen } from "../open-matter.ts";
import { standingOf } from "../statements.ts";
import { TELLING, type WeightOf } from "../term-weight.ts";
import { isNegation } from "../utterances/segment-similarity.ts";
import { findSegmentWords, type Segment, type SegmentWord } from "../utterances/segments.ts";
import { type DraftFact, makeFact } from "./draft-fact.ts";
import type { Related } from "./relations.ts";
import type { IndexedMaterial } from "./story-material.ts";

/**
 * A report's summary of words that it prints as well, or that another report prints, and that say other than the summary. Catches
 * "The minister said the works will close" above "We are studying whether to close the works"; must
 * not catch a summary that is merely shorter.
 */

/** At least this share of the summary's telling weight comes back in the quotation. */
const COVERED = 0.5;
const LEAST_SHARED = 2;
/**
 * Summaries of each article and of its headline against its own direct quotations of the same speaker, and against those
 * of other reports that are found to give the same words.
 */
export function findParaphraseFacts(material: IndexedMaterial): DraftFact[] {
	const { story, articles, segments, speakers, weightOf } = material;
	const sentences = indexSentences(material);
	const found = new Map<string, { readonly states: FactState[]; readonly reason: string; readonly of: Segment }>();
	for (const annotated of articles) {
		const { article } = annotated;
		const own = segments.filter((segment) => segment.article === article.id);
		const spoken = own.filter((segment) => segment.kind === "direct" && segment.speaker !== null);
		for (const summary of findSummaries(annotated, own, weightOf)) {
			const elsewhere = summary.segment === null ? [] : (sentences.get(summary.segment)?.spoken ?? []);
			const best =
				findOtherwise(summary, spoken, findDifference) ??
				findOtherwise(
					summary,
					elsewhere.filter((segment) => segment.article !== article.id),
					findReversal,
				);
			if (!best) continue;
			const key = sentences.get(best.segment)?.key ?? best.segment.id;
			const fact = found.get(key) ?? { states: [], reason: best.reason, of: best.segment };
			found.set(key, fact);
			fact.states.push({
				article: article.id,
				spans: [{ start: summary.start, end: summary.end }],
				value: sliceOf(article.text, summary),
				...standingOf(annotated, summary, speakers),
			});
		}
	}
	const facts = [...found.values()].map(({ states: summaries, reason, of }): DraftFact => {
		const states = [
			...summaries,
			...(sentences.get(of)?.spoken ?? [of]).map((segment) => describeSpoken(material, segment)),
		];
		const relate = (i: number, j: number): Related =>
			i < summaries.length !== j < summaries.length
				? { relation: "conflict", reason }
				: { relation: "compatible", reason: "the same side of it" };
		const [first] = summaries;
		const statement = `“${first?.value ?? ""}” beside the words it sums up`;
		const fact = makeFact(story, "attribution", statement, states, relate);
		return { ...fact, mayState: sentences.get(of)?.articles ?? new Set() };
	});
	return facts.sort((a, b) => compareText(a.id, b.id));
}

/** One sentence of an utterance: the direct renditions of it, in a stated order. */
interface Sentence {
	readonly key: string;
	readonly spoken: Segment[];
	/** Every report that gives it, in whatever words. */
	readonly articles: Set<string>;
}

/** The sentence that each segment gives. */
function indexSentences({ utterances }: IndexedMaterial): ReadonlyMap<Segment, Sentence> {
	const sentences = new Map<Segment, Sentence>();
	for (const { id, drafts } of utterances) {
		const own = new Map<number, Sentence>();
		for (const draft of drafts)
			for (const segment of draft.segments) {
				const at = draft.sentenceOf(segment);
				const sentence = own.get(at) ?? { key: `${id}:${at}`, spoken: [], articles: new Set() };
				own.set(at, sentence);
				sentences.set(segment, sentence);
				sentence.articles.add(segment.article);
				if (draft.direct && segment.echo === null) sentence.spoken.push(segment);
			}
	}
	return sentences;
}

function describeSpoken({ textOf }: IndexedMaterial, segment: Segment): FactState {
	return {
		article: segment.article,
		spans: [segment.span],
		value: sliceOf(textOf(segment.article), segment.span),
		mode: "quoted",
		polarity: segment.polarity,
		by: segment.speaker,
		quotation: segment.quotation,
	};
}

type Compare = (summary: readonly SegmentWord[], quoted: readonly SegmentWord[], covered: boolean) => string | null;

/** What a summary says other than words of its own report. */
const findDifference: Compare = (summary, quoted, covered) =>
	findSettled(summary, quoted) ?? (covered ? (findNegated(summary, quoted) ?? findNumber(summary, quoted)) : null);

/** Across reports numbers are held against each other as such. */
const findReversal: Compare = (summary, quoted, covered) => (covered ? findNegated(summary, quoted) : null);

/** Of words that a summary says other than, those that it shares most with. */
function findOtherwise(
	summary: Summary,
	spoken: readonly Segment[],
	compare: Compare,
): { readonly segment: Segment; readonly reason: string } | null {
	let best: { segment: Segment; reason: string; weight: number } | null = null;
	for (const segment of spoken) {
		if ((summary.speaker !== null && summary.speaker !== segment.speaker) || segment.polarity !== "said") continue;
		if (standsIn(summary.words, segment.words)) continue;
		const shared = shareOf(summary.words, segment.words);
		if (shared.stems < LEAST_SHARED) continue;
		const reason = compare(summary.words, segment.words, shared.covered);
		if (reason !== null && (best === null || shared.weight > best.weight))
			best = { segment, reason, weight: shared.weight };
	}
	return best;
}

interface Summary {
	readonly start: number;
	readonly end: number;
	readonly words: readonly SegmentWord[];
	readonly speaker: string | null;
	/** The segment that it is; null for a headline. */
	readonly segment: Segment | null;
}

function findSummaries(annotated: AnnotatedArticle, segments: readonly Segment[], weightOf: WeightOf): Summary[] {
	const summaries: Summary[] = segments
		.filter((segment) => segment.kind !== "direct" && segment.polarity === "said" && segment.speaker !== null)
		.map((segment) => ({ ...segment.span, words: segment.words, speaker: segment.speaker, segment }));
	const headline = annotated.article.headline;
	if (headline?.span && !headline.made) {
		const span = headline.span;
		const covered = summaries.some((one) => contains(span, one));
		if (!covered)
			summaries.push({ ...span, words: findSegmentWords(annotated, span, weightOf), speaker: null, segment: null });
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

/** Whether a summary is the quotation's own words in a row, with no negation cut off before them. */
function standsIn(summary: readonly SegmentWord[], quoted: readonly SegmentWord[]): boolean {
	for (let at = 0; at + summary.length <= quoted.length; at++) {
		if (quoted[at]?.norm !== summary[0]?.norm) continue;
		if (summary.every(({ norm }, index) => quoted[at + index]?.norm === norm))
			return !quoted.slice(Math.max(0, at - REACH), at).some(({ norm }) => isNegation(norm) || leavesOpen(norm));
	}
	return false;
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

/** A negation of the quotation that the summary has not. */
function findNegated(summary: readonly SegmentWord[], quoted: readonly SegmentWord[]): string | null {
	const lost = findLostNegation(summary, quoted);
	return lost && `the quotation has “${lost.negation.norm} … ${lost.denied.norm}”, the summary no negation`;
}

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
