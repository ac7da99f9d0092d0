import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { FactState } from "../../model/record.ts";
import type { Span } from "../../model/span.ts";
import { compareSpans, compareText, round } from "../../text/compare.ts";
import { contains, sliceOf, spanAt } from "../../text/spans.ts";
import { contentsOver } from "../quotation-index.ts";
import type { SetSpeakers } from "../speakers/set-speakers.ts";
import { type Standing, standingOf } from "../statements.ts";
import { TELLING, WEIGHTY, type WeightOf } from "../term-weight.ts";
import { isNegation } from "../utterances/segment-similarity.ts";
import { findSegmentWords, type SegmentWord } from "../utterances/segments.ts";
import { relateDenial } from "./decision-table.ts";
import { type DraftFact, makeFact } from "./draft-fact.ts";
import { meetingTerm } from "./event-classes.ts";
import { linkAll } from "./fact-context.ts";
import type { Related } from "./relations.ts";
import type { StoryMaterial } from "./story-material.ts";

/**
 * What one report tells and another gives as not so. Catches "Vane declared himself the winner" beside “I never declared
 * myself the winner”; must not set "will not close the quay before May" against "closed the quay", which is another
 * thing, nor a condition against what hangs on it.
 */

/** At least this much of what is denied (by weight) comes back in what is told. */
const COVERED = 0.7;
const LEAST_SHARED = 2;
/** A denial of more telling words than this is of several things. */
const MOST_DENIED = 7;
/** How far (in words) what is denied may stand behind its negation. */
const SCOPE = 12;
/** How far (in characters) before what is denied its verb may stand to be shown with it. */
const FARTHEST_CUE = 40;
/** What is told stands together: no wider (in words) than what is denied and as much again. */
const SPREAD = 8;
/** A stem that stands in more sentences than this finds none of them. */
const MOST_POSTED = 200;

/** What leaves a clause open, or makes another thing of its negation. */
const OPEN = new Set(
	"if whether unless until till yet may might could should would can cannot only just longer necessarily ask asks asked want wants wanted hope hopes expect expects expected expecting plan plans planned will shall can't couldn't won't wouldn't".split(
		" ",
	),
);
/**
 * "Not every one of them was ill": what is denied of all is not denied of each, nor what is denied of a manner or a habit
 * of the deed.
 */
const PARTIAL = new Set(
	"every all each both enough always normally usually generally regularly deliberately intentionally purposely knowingly".split(
		" ",
	),
);
/** "Had not been told how it happened": of what is asked nothing is denied. */
const ASKED = new Set("what how why who whom where".split(" "));
const SAID = /\b(?:said|says|told|insist(?:s|ed)|according to)\b/i;
/** "You don't give up": of nothing that happened. */
const GENERIC = /^(?:do|does)n't$/;
/** "Not" denies a verb behind one of these; "pleaded not guilty" and "were it not for" deny nothing that happened. */
const AUXILIARY = /^(?:is|are|was|were|has|have|had|did|been)$/;
const ELSEWHERE = new Set("for when where here there guilty because so as to about".split(" "));
const MODAL = /^(?:would|will|could|should|can|may|might|must|to)$/;
/** What is denied as having happened is a clause; charges denied are still charges. */
const CLAUSE = /\b(?:is|are|was|were|has|have|had|did|been|be|that)\b/i;
/** Who speaks is "myself", who is told of "himself". */
const SELF = /^(?:my|your|him|her|it|our|your|them)sel(?:f|ves)$/;
/** Words of saying: a denial of having said is one of what was said. */
const SAYING = new Set("say said says tell told call called claim claimed speak spoke".split(" "));

interface Clause {
	readonly annotated: AnnotatedArticle;
	readonly span: Span;
	readonly standing: Standing;
	readonly stems: ReadonlyMap<string, { readonly weight: number; readonly name: boolean }>;
	/** Of these, what is denied of the rest: "stolen" of "the vote was stolen"; null where no verb shows it. */
	readonly predicate: string | null;
}

interface Told {
	readonly annotated: AnnotatedArticle;
	readonly words: readonly SegmentWord[];
	readonly sentence: Span;
}

/** A denial and what it denies. */
export interface DenialFact {
	readonly fact: DraftFact;
	readonly claims: readonly FactState[];
	readonly denials: readonly FactState[];
}

export function findDenialFacts({ story, articles, speakers, weightOf }: StoryMaterial): DenialFact[] {
	const told: Told[] = [];
	const denials: Clause[] = [];
	for (const annotated of articles) {
		for (const sentence of annotated.words.sentences) {
			if (!annotated.article.body.some((span) => contains(span, sentence))) continue;
			const words = findSegmentWords(annotated, sentence, weightOf);
			told.push({ annotated, words, sentence });
			denials.push(...findNegations(annotated, sentence, words, speakers));
		}
		denials.push(...findDenied(annotated, speakers, weightOf));
	}
	const postings = indexStems(told);
	const pairs: { denial: Clause; claim: Clause }[] = [];
	for (const denial of denials) {
		for (const one of findCandidates(denial, told, postings)) {
			const claim = readClaim(denial, one, speakers);
			if (claim) pairs.push({ denial, claim });
		}
	}
	return joinPairs(pairs).map((group) => makeDenialFact(story, group));
}

/** Clauses behind a negation: "never declared myself the winner". */
function findNegations(
	annotated: AnnotatedArticle,
	sentence: Span,
	words: readonly SegmentWord[],
	speakers: SetSpeakers,
): Clause[] {
	const found: Clause[] = [];
	for (const [at, word] of words.entries()) {
		if (word.norm !== "not" && word.norm !== "never" && !word.norm.endsWith("n't")) continue;
		const before = words.slice(Math.max(0, at - 3), at);
		const scope: SegmentWord[] = [];
		for (const next of words.slice(at + 1, at + 1 + SCOPE)) {
			if (next.pause && scope.length > 0) break;
			scope.push(next);
		}
		if (GENERIC.test(word.norm) || (word.norm === "not" && !AUXILIARY.test(before.at(-1)?.norm ?? ""))) continue;
		const next = words[at + 1];
		if (!next || next.pause || ELSEWHERE.has(next.norm)) continue;
		if ([...before, ...scope.slice(0, 4)].some(({ norm }) => OPEN.has(norm))) continue;
		if (scope.some(({ norm }) => PARTIAL.has(norm))) continue;
		if (scope.slice(0, 4).some(({ norm }) => ASKED.has(norm))) continue;
		const clause = makeClause(
			annotated,
			scope,
			{ start: word.start, end: scope.at(-1)?.end ?? word.end },
			speakers,
			true,
		);
		// A report's own "not" is no denial of anybody's.
		const said = clause?.standing.mode !== "asserted" || SAID.test(sliceOf(annotated.article.text, sentence));
		if (clause && said) found.push(clause);
	}
	return found;
}

/** What a speaker is said to have denied. */
function findDenied(annotated: AnnotatedArticle, speakers: SetSpeakers, weightOf: WeightOf): Clause[] {
	return annotated.quotations.flatMap((quotation) => {
		if (quotation.polarity !== "denied" && quotation.polarity !== "not-said") return [];
		return quotation.content.flatMap((part) => {
			if (!CLAUSE.test(sliceOf(annotated.article.text, part))) return [];
			const words = findSegmentWords(annotated, part, weightOf);
			if (words.some(({ norm }) => isNegation(norm) || norm === "whether" || norm === "if")) return [];
			const clause = makeClause(annotated, words, part, speakers, false);
			// "denied that he had said so": without its verb a denial reads as what it denies.
			const cue = quotation.cue.find(({ end }) => end <= part.start && part.start - end <= FARTHEST_CUE);
			return clause ? { ...clause, span: { start: cue?.start ?? part.start, end: part.end } } : [];
		});
	});
}

function isTelling({ weight, number, capital }: SegmentWord): boolean {
	return weight >= TELLING && !number && !capital;
}

/**
 * The word that is denied of the others: the verb, what an auxiliary behind a verb of saying leads to, or what somebody
 * is said not to have called it; null when nothing shows it.
 */
function findPredicate(words: readonly SegmentWord[], negated: boolean): SegmentWord | null {
	const verbBehind = (from: number): number => {
		const auxiliary = words.findIndex(({ norm }, at) => at >= from && (AUXILIARY.test(norm) || MODAL.test(norm)));
		if (auxiliary < 0 && !(negated && from === 0)) return -1;
		return words.findIndex((word, at) => at > auxiliary && (isTelling(word) || SAYING.has(word.norm)));
	};
	const first = verbBehind(0);
	const verb = words[first];
	if (!verb) return null;
	if (!SAYING.has(verb.norm)) return verb;
	return words[verbBehind(first + 1)] ?? words.at(-1) ?? null;
}

/**
 * @param negated the words stand behind a negation, so that the first that tells something is the verb
 */
function makeClause(
	annotated: AnnotatedArticle,
	words: readonly SegmentWord[],
	span: Span,
	speakers: SetSpeakers,
	negated: boolean,
): Clause | null {
	const stems = new Map<string, { weight: number; name: boolean }>();
	for (const word of words) {
		if (word.number || word.weight < TELLING || SAYING.has(word.norm) || SELF.test(word.norm)) continue;
		const stem = meetingTerm(word.stem);
		if (!stems.has(stem)) stems.set(stem, { weight: word.weight, name: word.capital });
	}
	const plain = [...stems.values()].filter(({ name, weight }) => !name && weight >= WEIGHTY);
	if (stems.size < LEAST_SHARED || stems.size > MOST_DENIED || plain.length === 0) return null;
	const verb = findPredicate(words, negated);
	const predicate = verb === null ? null : meetingTerm(verb.stem);
	// "never called it dead": where too little is known of the word that is denied, nothing is.
	if (predicate !== null && !stems.has(predicate)) return null;
	return { annotated, span, stems, predicate, standing: standingOf(annotated, span, speakers) };
}

function indexStems(told: readonly Told[]): ReadonlyMap<string, readonly number[]> {
	const postings = new Map<string, number[]>();
	for (const [index, { words }] of told.entries()) {
		for (const stem of new Set(words.filter(({ weight }) => weight >= TELLING).map((word) => meetingTerm(word.stem)))) {
			const list = postings.get(stem);
			if (list) list.push(index);
			else postings.set(stem, [index]);
		}
	}
	return postings;
}

function findCandidates(
	denial: Clause,
	told: readonly Told[],
	postings: ReadonlyMap<string, readonly number[]>,
): Told[] {
	const counts = new Map<number, number>();
	for (const stem of denial.stems.keys()) {
		const list = postings.get(stem) ?? [];
		if (list.length <= MOST_POSTED) for (const index of list) counts.set(index, (counts.get(index) ?? 0) + 1);
	}
	return [...counts]
		.filter(([, count]) => count >= LEAST_SHARED)
		.sort(([a], [b]) => a - b)
		.flatMap(([index]) => told[index] ?? []);
}

/** The part of a sentence that tells what is denied, without a negation and without what would leave it open. */
function readClaim(denial: Clause, { annotated, words, sentence }: Told, speakers: SetSpeakers): Clause | null {
	// One report's denial beside its own claim is a story told in order, such as a trial's.
	if (annotated.article.id === denial.annotated.article.id) return null;
	let total = 0;
	for (const { weight } of denial.stems.values()) total += weight;
	const at = words.flatMap((word, index) => (denial.stems.has(meetingTerm(word.stem)) ? [index] : []));
	const first = at[0] ?? 0;
	const last = at.at(-1) ?? 0;
	const shared = new Map(
		at.flatMap((index) => {
			const stem = meetingTerm(words[index]?.stem ?? "");
			const found = denial.stems.get(stem);
			return found ? [[stem, found] as const] : [];
		}),
	);
	if (denial.predicate === null ? shared.size < denial.stems.size : !shared.has(denial.predicate)) return null;
	const weight = [...shared.values()].reduce((sum, one) => sum + one.weight, 0);
	const plain = [...shared.values()].filter((one) => !one.name && one.weight >= WEIGHTY).length;
	if (plain < LEAST_SHARED || round(weight / total) < COVERED) return null;
	if (last - first > denial.stems.size + SPREAD) return null;
	const around = words.slice(Math.max(0, first - 5), last + 2);
	if (
		around.some(
			({ norm }) =>
				isNegation(norm) ||
				OPEN.has(norm) ||
				/^(?:den(?:y|ies|ied|ying)|reject(?:s|ed)?|unable|without|fail(?:s|ed)?|refus(?:es?|ed))$/.test(norm),
		)
	)
		return null;
	const span = clauseSpan(annotated, words, first, last, sentence);
	const standing = standingOf(annotated, span, speakers);
	if (standing.polarity !== "said") return null;
	return { annotated, span, standing, stems: denial.stems, predicate: denial.predicate };
}

/** From the pause before the words to the pause behind them, inside the quotation that holds them. */
function clauseSpan(
	annotated: AnnotatedArticle,
	words: readonly SegmentWord[],
	first: number,
	last: number,
	sentence: Span,
): Span {
	let from = first;
	while (from > 0 && !words[from]?.pause) from--;
	let to = last;
	while (to + 1 < words.length && !words[to + 1]?.pause) to++;
	const core = { start: words[first]?.start ?? sentence.start, end: words[last]?.end ?? sentence.end };
	const outer = contentsOver(annotated, core).filter((part) => contains(part, core));
	const limit = outer.sort((a, b) => a.end - a.start - (b.end - b.start))[0] ?? sentence;
	return {
		start: Math.max(words[from]?.start ?? core.start, limit.start),
		end: Math.min(words[to]?.end ?? core.end, limit.end),
	};
}

/** Denials and claims that hang together, claims and denials each once. */
function joinPairs(pairs: readonly { denial: Clause; claim: Clause }[]): { claims: Clause[]; denials: Clause[] }[] {
	const key = ({ annotated, span }: Clause): string => `${annotated.article.id}:${spanKey(annotated, span)}`;
	const groups = linkAll(pairs, (a, b) => key(a.denial) === key(b.denial) || key(a.claim) === key(b.claim));
	return groups.map((group) => ({
		claims: distinct(group.map(({ claim }) => claim)),
		denials: distinct(group.map(({ denial }) => denial)),
	}));
}

/** Clauses of one sentence are one. */
function spanKey(annotated: AnnotatedArticle, span: Span): number {
	return spanAt(annotated.words.sentences, span.start)?.start ?? span.start;
}

function distinct(clauses: readonly Clause[]): Clause[] {
	const found = new Map<string, Clause>();
	const sorted = [...clauses].sort(
		(a, b) => compareText(a.annotated.article.id, b.annotated.article.id) || compareSpans(a.span, b.span),
	);
	for (const clause of sorted) {
		const key = `${clause.annotated.article.id}:${spanKey(clause.annotated, clause.span)}`;
		if (!found.has(key)) found.set(key, clause);
	}
	return [...found.values()];
}

function makeDenialFact(story: string, group: { claims: Clause[]; denials: Clause[] }): DenialFact {
	const toState = ({ annotated, span, standing }: Clause): FactState => ({
		article: annotated.article.id,
		spans: [span],
		value: sliceOf(annotated.article.text, span),
		...standing,
	});
	const claims = group.claims.map(toState);
	const denials = group.denials.map(toState);
	const states = [...claims, ...denials];
	const statement = claims.map(({ value }) => value).sort((a, b) => a.length - b.length || compareText(a, b))[0];
	const fact = makeFact(story, "clause", statement ?? "", states, (i, j): Related => {
		const [left, right] = [states[i], states[j]];
		if (!left || !right) throw new Error("a state without its clause");
		const [a, b] = [i < claims.length, j < claims.length];
		if (a === b) return { relation: "compatible", reason: "the same side of it" };
		return a ? relateDenial(left, right) : relateDenial(right, left);
	});
	return { fact, claims, denials };
}
