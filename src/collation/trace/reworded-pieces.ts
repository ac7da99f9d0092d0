import type { Span } from "../../model/span.ts";
import type { TraceBounds } from "../../model/trace-listing.ts";
import { foldName } from "../../stories/entities/fold-name.ts";
import { compareText, round } from "../../text/compare.ts";
import type { SpeakerReference } from "../speakers/references.ts";
import { compareSpeakers, type SpeakerLikeness } from "../speakers/speaker-likeness.ts";
import { conceptOf } from "../synonyms.ts";
import { TELLING } from "../term-weight.ts";
import { agree, areOnTwoDays, type ComparedSegment } from "../utterances/segment-joins.ts";
import { compareSegments, type Profile, profileOf, type SegmentSimilarity } from "../utterances/segment-similarity.ts";
import type { Segment, SegmentWord } from "../utterances/segments.ts";
import { alignPair } from "../variants/pairwise-alignment.ts";
import { compareWords } from "../variants/word-likeness.ts";
import { measureWords, type Piece } from "./piece.ts";
import type { Search, SearchedReport } from "./search.ts";
import type { Traced } from "./traced-text.ts";
import { asSegment, listWindows, MOST_WORDS, type Window } from "./windows.ts";

/**
 * Least scores of words that give the text otherwise, by whose they are. Those of a speaker who is given the text
 * elsewhere are what collation joins two wordings at (segment-joins.ts), a little more; an outlet's own words, which
 * may tell of the same matter in a sentence of their own, need most. What collation joins with the text's words in one
 * utterance, by what stands beside them, needs little when it is in marks; a paraphrase is joined by what it shares
 * alone. What collation has set beside them and kept apart is hardly the same: on the annotated sets ten of sixteen
 * such places between 0.6 and 0.85 were another utterance.
 */
export const BOUNDS: TraceBounds = {
	sameSpeaker: 0.45,
	openSpeaker: 0.6,
	ownWords: 0.62,
	collated: 0.25,
	collatedParaphrase: 0.35,
	keptApart: 0.85,
};

/** Score by which something missed its bound and is still named as near. */
const NEAR = 0.15;
/** A stretch of the text that says less than this is not found in other words. */
const LEAST_WEIGHT = 1;
const LEAST_TELLING = 2;
/** Sentences of the text that are compared as one. */
const MOST_SENTENCES = 3;

/** A stretch of the text and words that may give it. */
interface Candidate {
	readonly piece: Piece;
	/** Why it is no place; null when it is one. */
	readonly refused: string | null;
}

/** Somebody to whom the text is given in the set. */
export interface Seed {
	readonly reference: SpeakerReference;
	readonly story: number;
	/** Whose report it is, by a name that compares; null when that is not known. */
	readonly owner: string | null;
	/** The segments that hold it, for the day that they were said on. */
	readonly segments: readonly Segment[];
}

export interface Rewordings {
	readonly pieces: readonly Piece[];
	/** What comes near, with the reason why it stays out; the nearest first. */
	readonly near: readonly { readonly piece: Piece; readonly reason: string }[];
}

/**
 * Where a report gives the text in other words.
 *
 * @param joined ids of the segments that collation joins with those that hold the text
 * @param held pieces whose words are not looked at again
 */
export function findRewordings(
	traced: Traced,
	search: Search,
	report: SearchedReport,
	seeds: readonly Seed[],
	joined: ReadonlySet<string>,
	held: readonly Piece[],
): Rewordings {
	const ranges = listRanges(traced, search, report.story);
	if (ranges.length === 0) return { pieces: [], near: [] };
	const candidates: Candidate[] = [];
	for (const window of listWindows(report)) {
		if (!meets(ranges, window)) continue;
		const profile = profileOf(window.segment, (concept) => search.commonness(report.story, concept));
		let best: Candidate | null = null;
		for (const range of ranges) {
			const candidate = judge(range, { first: window.segment, profile }, window, report, seeds, joined);
			if (candidate && (!best || isBetter(candidate, best))) best = candidate;
		}
		if (best) candidates.push(best);
	}
	candidates.sort((a, b) => (isBetter(a, b) ? -1 : isBetter(b, a) ? 1 : 0));
	const taken = new Uint8Array(report.words.words.length);
	for (const piece of held) mark(taken, piece);
	const pieces: Piece[] = [];
	const near: { piece: Piece; reason: string }[] = [];
	for (const { piece, refused } of candidates) {
		if (overlapOf(taken, piece) > 0) continue;
		mark(taken, piece);
		if (refused === null) pieces.push(piece);
		else near.push({ piece, reason: refused });
	}
	return { pieces, near };
}

function isBetter(a: Candidate, b: Candidate): boolean {
	if ((a.refused === null) !== (b.refused === null)) return a.refused === null;
	if (a.piece.score !== b.piece.score) return a.piece.score > b.piece.score;
	const [x, y] = [a.piece.found[0]?.start ?? 0, b.piece.found[0]?.start ?? 0];
	return x < y || (x === y && a.piece.traced.start < b.piece.traced.start);
}

function mark(taken: Uint8Array, { found }: Piece): void {
	for (const { start, end } of found) taken.fill(1, start, end);
}

function overlapOf(taken: Uint8Array, { found }: Piece): number {
	let count = 0;
	for (const { start, end } of found) for (let at = start; at < end; at++) count += taken[at] ?? 0;
	return count;
}

/** Sentences of the text in a row, as one. */
interface Range {
	readonly span: Span;
	readonly compared: ComparedSegment;
}

function listRanges({ words, sentences }: Traced, search: Search, story: number): Range[] {
	const ranges: Range[] = [];
	for (let from = 0; from < sentences.length; from++) {
		for (let to = from; to < Math.min(sentences.length, from + MOST_SENTENCES); to++) {
			const span = { start: sentences[from]?.start ?? 0, end: sentences[to]?.end ?? 0 };
			const own = words.slice(span.start, span.end);
			const { telling, weight } = measureWords(own);
			if (own.length > MOST_WORDS || telling < LEAST_TELLING || weight < LEAST_WEIGHT) continue;
			const first = asSegment(own);
			ranges.push({
				span,
				compared: { first, profile: profileOf(first, (concept) => search.commonness(story, concept)) },
			});
		}
	}
	return ranges;
}

/** Whether a window holds two telling concepts of some range: less is never alike enough. */
function meets(ranges: readonly Range[], { segment }: Window): boolean {
	const concepts = new Set(segment.words.flatMap(({ stem, weight }) => (weight >= TELLING ? [conceptOf(stem)] : [])));
	return ranges.some(({ compared }) => {
		let met = 0;
		for (const concept of compared.profile.weights.keys()) if (concepts.has(concept) && ++met >= 2) return true;
		return false;
	});
}

function judge(
	range: Range,
	other: ComparedSegment,
	window: Window,
	report: SearchedReport,
	seeds: readonly Seed[],
	joined: ReadonlySet<string>,
): Candidate | null {
	const similarity = compareSegments(range.compared.profile, other.profile);
	const isJoined = window.parts.length > 0 && window.parts.every(({ id }) => joined.has(id));
	const likeness = compareWithSeeds(window, report.story, seeds);
	const isApart =
		!isJoined && window.parts.length > 0 && seeds.some(({ story }) => story >= 0 && story === report.story);
	const asked =
		isApart && !isCredited(window, report, seeds) ? Math.max(BOUNDS.keptApart, boundOf(likeness)) : boundOf(likeness);
	const bound = isJoined ? (window.segment.kind === "direct" ? BOUNDS.collated : BOUNDS.collatedParaphrase) : asked;
	if (similarity.score < Math.min(bound, BOUNDS.openSpeaker) - NEAR) return null;
	const told = narrow(range, window, report);
	const whose = isJoined
		? "words that collation joins with it"
		: asked === BOUNDS.keptApart
			? KEPT_APART
			: WHOSE[likeness];
	const score = similarity.score.toFixed(2);
	const piece: Piece = {
		kind: "reworded",
		traced: told.traced,
		runs: [],
		found: window.parts.length > 0 ? window.found : [told.found],
		quotation: window.quotation,
		score: similarity.score,
		reason: `alike at ${score}, where ${bound.toFixed(2)} is asked of ${whose}`,
	};
	const given = likeness === "own" ? told.given : round(similarity.weight / range.compared.profile.total);
	const one = likeness === "same" || likeness === "fits";
	const little = given < (!one ? LEAST_GIVEN_OPEN : isJoined ? LEAST_COLLATED : LEAST_GIVEN);
	const refused =
		likeness === "other"
			? "another speaker's words"
			: similarity.score < bound
				? `alike at ${score}, and ${bound.toFixed(2)} is asked of ${whose}`
				: little
					? `gives too little of it in ${whose}`
					: isJoined
						? null
						: refuse(range.compared, other, window, similarity, seeds);
	return { piece, refused };
}

/** Least share of what the text says in words that collation joins with it. */
const LEAST_COLLATED = 0.12;
const KEPT_APART = "words that collation keeps apart from it";

const WHOSE: Readonly<Record<SpeakerLikeness | "own", string>> = {
	same: "the same speaker's words",
	fits: "words of a speaker who fits",
	"speaks-for": "words of one who speaks for the speaker",
	open: "words of a speaker who may be the same",
	unlikely: "words of a speaker who is hardly the same",
	other: "another speaker's words",
	own: "an outlet's own words",
};

function boundOf(likeness: SpeakerLikeness | "own"): number {
	if (likeness === "own") return BOUNDS.ownWords;
	if (likeness === "same" || likeness === "fits") return BOUNDS.sameSpeaker;
	return likeness === "unlikely" ? UNLIKELY : BOUNDS.openSpeaker;
}

/** As collation asks of a pronoun that seems to mean somebody else. */
const UNLIKELY = 0.8;

const RANKED: readonly SpeakerLikeness[] = ["same", "fits", "speaks-for", "open", "unlikely", "other"];

/** How whoever is given a window's words stands to those who are given the text; of several the nearest. */
export function compareWithSeeds(
	{ parts }: Pick<Window, "parts">,
	story: number,
	seeds: readonly Seed[],
): SpeakerLikeness | "own" {
	const [part] = parts;
	if (!part) return "own";
	if (seeds.length === 0) return "open";
	const likenesses = seeds.map((seed) => {
		// A name alone is no entity of another story.
		const apart = seed.story !== story && seed.reference.entity !== part.reference.entity;
		const bare = (one: SpeakerReference): SpeakerReference => (apart ? { ...one, entity: null } : one);
		return compareSpeakers(bare(seed.reference), bare(part.reference));
	});
	return likenesses.sort((a, b) => RANKED.indexOf(a) - RANKED.indexOf(b))[0] ?? "open";
}

/** Whether the words are owed to an outlet whose report gives the text. */
function isCredited({ quotation }: Window, { annotated }: SearchedReport, seeds: readonly Seed[]): boolean {
	const carriers = annotated.quotations[quotation]?.carriers ?? [];
	return carriers.some(({ entity }) => {
		const names = annotated.entities.find(({ id }) => id === entity)?.names ?? [];
		return names.some((name) => seeds.some(({ owner }) => owner === foldName(name)));
	});
}

/** Why words that are alike enough are none of the text's; null when they are. */
function refuse(
	own: ComparedSegment,
	other: ComparedSegment,
	window: Window,
	similarity: SegmentSimilarity,
	seeds: readonly Seed[],
): string | null {
	if (similarity.shared < LEAST_TELLING && similarity.dice < ALL_ALIKE)
		return "they share little but names, numbers and what the whole story is about";
	if (other.first.polarity === "not-said" || other.first.polarity === "declined")
		return "somebody is said not to say it";
	if (window.parts.some((part) => seeds.some(({ segments }) => segments.some((seed) => areOnTwoDays(seed, part)))))
		return "said on another day";
	const turned = own.profile.negative !== other.profile.negative && similarity.dice < TURNED;
	return agree(own, other, similarity) && !turned ? null : differsIn(own.profile, other.profile);
}

/**
 * Least shares of what the text says that stand there, an outlet's own sentence in its order: a short sentence on the
 * same matter lies in a long one wholly. Of the same speaker less may be a part of it.
 */
const LEAST_GIVEN = 0.25;
const LEAST_GIVEN_OPEN = 0.5;
/** Where one denies and the other does not, so much else is the same, or it is another sentence. */
const TURNED = 0.85;
/** From this share in common on nothing else is asked. */
const ALL_ALIKE = 0.9;

function differsIn(a: Profile, b: Profile): string {
	const numbers = a.numbers.length > 0 && b.numbers.length > 0 && !a.numbers.some((one) => b.numbers.includes(one));
	if (numbers) return "other numbers, in words that differ too";
	if (a.underStudy !== b.underStudy) return "one leaves open what the other settles, in words that differ too";
	if (a.negative !== b.negative) return "one denies what the other says, in words that differ too";
	return "it says something else";
}

/**
 * Words of a window from the first to the last that stands for one of the text's, and the share of what the text says
 * that they give, 0–1.
 */
function narrow(
	range: Range,
	window: Window,
	{ words }: SearchedReport,
): { readonly found: Span; readonly traced: Span; readonly given: number } {
	const [whole] = window.found;
	const own = range.compared.first.words;
	const others = window.segment.words;
	const matches = alignPair(own.length, others.length, compareWords(own, others)).filter(
		({ a, b, weight }) => weight >= ALIKE && (isTelling(own[a]) || isTelling(others[b])),
	);
	const [first, last] = [matches[0], matches[matches.length - 1]];
	if (!whole || !first || !last) return { found: whole ?? { start: 0, end: 0 }, traced: range.span, given: 0 };
	const given = measureWords(matches.flatMap(({ a }) => own[a] ?? [])).weight / measureWords(own).weight;
	// An article or a preposition belongs to the word behind it.
	let start = whole.start + first.b;
	const least = Math.max(whole.start, start - SMALL_BEFORE);
	while (start > least && (words.words[start - 1]?.weight ?? 1) < TELLING) start--;
	// What stands in another place is given too.
	const concepts = new Set(others.map(({ stem }) => conceptOf(stem)));
	const present = own.flatMap((word, at) => (isTelling(word) && concepts.has(conceptOf(word.stem)) ? [at] : []));
	const traced = widen(own, Math.min(first.a, ...present), Math.max(last.a, ...present) + 1);
	return {
		found: { start, end: whole.start + last.b + 1 },
		traced: { start: range.span.start + traced.start, end: range.span.start + traced.end },
		given: round(given),
	};
}

const SMALL_BEFORE = 2;

/** A range of words with those around it that say nothing by themselves; whole where hardly anything is left out. */
function widen(words: readonly SegmentWord[], start: number, end: number): Span {
	let [from, to] = [start, end];
	while (from > 0 && !isTelling(words[from - 1])) from--;
	while (to < words.length && !isTelling(words[to])) to++;
	const few = (of: readonly SegmentWord[]): boolean => measureWords(of).telling < LEAST_TELLING;
	return { start: few(words.slice(0, from)) ? 0 : from, end: few(words.slice(to)) ? words.length : to };
}
const ALIKE = 0.5;

function isTelling(word: SegmentWord | undefined): boolean {
	return (word?.weight ?? 0) >= TELLING;
}

/** Orders refused pieces: the nearest first, then by article. */
export function compareNear(
	a: { readonly piece: Piece; readonly article: string },
	b: { readonly piece: Piece; readonly article: string },
): number {
	return (
		b.piece.score - a.piece.score ||
		compareText(a.article, b.article) ||
		round((a.piece.found[0]?.start ?? 0) - (b.piece.found[0]?.start ?? 0))
	);
}
