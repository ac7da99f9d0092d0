import { type AnnotatedArticle, TokenKind, type Words } from "../../model/annotated.ts";
import type { FoundQuotation, Polarity, QuotationKind } from "../../model/annotation.ts";
import type { Span } from "../../model/span.ts";
import { isSure } from "../../quotations/sureness.ts";
import { makeId } from "../../text/hash.ts";
import { contains, firstEndingAfter, sliceOf, spanLength, trimSpan } from "../../text/spans.ts";
import { stemsOf, weighStems } from "../../text/stem.ts";
import { tokenRange } from "../../text/tokens.ts";
import { type Channel, findChannel } from "../occasions/channel.ts";
import { type Day, type Days, daysOf } from "../occasions/report-days.ts";
import type { Setting } from "../occasions/setting.ts";
import type { SpeakerReference } from "../speakers/references.ts";
import type { SetSpeakers } from "../speakers/set-speakers.ts";
import type { WeightOf } from "../term-weight.ts";

/** A word of a segment as collation compares it. */
export interface SegmentWord extends Span {
	readonly norm: string;
	readonly stem: string;
	/** How much it says, see `WeightOf`. */
	readonly weight: number;
	readonly number: boolean;
	/** It starts with a capital and is not the first word of its sentence. */
	readonly capital: boolean;
	/** A comma, dash, colon or the like stands between it and the word before: a clause may begin. */
	readonly pause: boolean;
}

/** How a segment hangs on the one before it in the same speaker's words. */
export type SegmentTie = "same-sentence" | "connective" | "none";

/**
 * A piece of a quotation's content: cut at sentence ends, at ellipses, at the gap that an
 * attribution leaves, and before "because". What is said once in several reports is found by
 * joining segments.
 */
export interface Segment {
	readonly id: string;
	readonly article: string;
	/** The quotation that it is cut from; for an echo an id of its own. */
	readonly quotation: string;
	/** The segment whose words it repeats, where its own report does not say whose they are; null for words of a quotation. */
	readonly echo: string | null;
	/** Whether this segment stands in quotation marks whole, in part or not at all. */
	readonly kind: QuotationKind;
	readonly polarity: Polarity;
	/** Entity id in the set; null when unresolved. */
	readonly speaker: string | null;
	readonly reference: SpeakerReference;
	/** Whether it stands in the headline: of what the report then gives. */
	readonly headline: boolean;
	/** When the words were said, where the report gives the day; null when it does not. */
	readonly said: Days | null;
	/** By which way the words came, where the report says so. */
	readonly channel: Channel | null;
	/** The day of the report; null when it has none. */
	readonly reported: Day | null;
	/** Index among the article's segments, in reading order. */
	readonly position: number;
	readonly span: Span;
	/** The parts in quotation marks; for a direct quotation the whole segment. */
	readonly marked: readonly Span[];
	readonly words: readonly SegmentWord[];
	readonly tie: SegmentTie;
	/** Whether its sentence goes on behind an attribution: "Parents, she says, must boil it". */
	readonly goesOn: boolean;
}

/** Openings that tie a sentence to the one before it, after an optional "and", "but" or "so". */
const CONNECTIVE =
	/^(?:(?:and|but|so)[\s,]+)?(?:(?:that|this|it)(?:['\u2019]s| is| was) (?:why|because)|because|therefore|thus|hence|so\b|consequently|accordingly|as a result|otherwise|in other words|(?:in|for|from) (?:that|this) (?:sense|regard|respect|reason|point of view)|which is why)/i;

const ELLIPSIS = /\u2026|\.{3,}|\.(?: \.){2,}/g;

/** What closes in marks and what opens in marks behind it are two, whatever was taken for one. */
const CLOSED_AND_OPENED = /["\u201d],?\s+["\u201c]/g;

/** A reason given in its own clause is a segment of its own, when both sides have this many words. */
const BEFORE_BECAUSE = /,?\s+["\u201c\u2018\u00ab]?(?=because\s)/gi;
const LEAST_WORDS_A_SIDE = 3;
const LEAST_WORDS_IN_HEADLINE = 2;

/** In indirect speech "that …, and that …" reports two things. */
const AND_THAT = /,?\s+(?:and|but)\s+(?=that\s)/gi;

/** In a headline's own words a comma stands for "and": "pact has run its course, offers to sign annex". */
const COMMA = /[,;]\s+/g;

/** What tells when words were said. */
export interface SegmentDays {
	readonly reportDays: ReadonlyMap<string, Day>;
	settingOf(quotation: string): Setting | null;
}

/** Cuts an article's quotations into segments, in reading order. */
export function cutSegments(
	annotated: AnnotatedArticle,
	speakers: SetSpeakers,
	weightOf: WeightOf,
	days: SegmentDays,
): Segment[] {
	const segments: Segment[] = [];
	const reported = days.reportDays.get(annotated.article.id) ?? null;
	const headline = annotated.article.headline?.span ?? null;
	let last: { readonly key: string; readonly channel: Channel | null } = { key: "", channel: null };
	for (const quotation of annotated.quotations) {
		const speaker = speakers.speakerOf(quotation);
		const reference = speakers.referenceOf(quotation);
		// What somebody goes on to say came the same way.
		const goesOn: Channel | null = last.key === reference.key ? last.channel : null;
		const channel: Channel | null = findChannel(annotated, quotation) ?? goesOn;
		last = { key: reference.key, channel };
		const setting = days.settingOf(quotation.id);
		const said = setting ? daysOf(setting.when, reported) : null;
		let openSentence = false;
		let before = -1;
		for (const part of joinParts(annotated.article.text, quotation)) {
			// “We stay,” she said. “We must.” goes on in a sentence of its own, comma or not.
			if (firstEndingAfter(annotated.words.sentences, part.start) !== before) openSentence = false;
			before = firstEndingAfter(annotated.words.sentences, part.end - 1);
			const titled = headline !== null && contains(headline, part);
			for (const cut of cutPart(annotated, part, quotation.kind, titled)) {
				if (isRelayed(annotated.quotations, quotation, cut.span)) continue;
				const words = findSegmentWords(annotated, cut.span, weightOf);
				if (words.length === 0) continue;
				const marked = markedWithin(quotation, cut.span);
				segments.push({
					id: makeId("segment", annotated.article.id, quotation.id, cut.span.start, cut.span.end),
					article: annotated.article.id,
					quotation: quotation.id,
					echo: null,
					kind: kindOf(quotation, cut.span, marked, words.length),
					polarity: quotation.polarity,
					speaker,
					reference,
					headline: titled,
					said,
					channel,
					reported,
					position: segments.length,
					span: cut.span,
					marked,
					words,
					tie: tieOf(annotated.article.text, cut, openSentence),
					goesOn: !cut.endsSentence,
				});
				openSentence = !cut.endsSentence;
			}
		}
	}
	return segments;
}

/** At least this share of a segment lies in a quotation inside it for the segment to be that quotation's. */
const RELAYED = 0.5;

/**
 * Whether a stretch is mostly another, narrower quotation: "A reports that B said …" gives B's words
 * once, as B's.
 */
export function isRelayed(quotations: readonly FoundQuotation[], own: FoundQuotation, span: Span): boolean {
	const outer = ownStart(own);
	const end = own.content[own.content.length - 1]?.end ?? 0;
	for (let i = firstStartingFrom(quotations, outer); i < quotations.length; i++) {
		const other = quotations[i];
		// Quotations are sorted by where they begin.
		if (!other || ownStart(other) >= end) break;
		// An unsure reading takes nobody's words away.
		if (other.id === own.id || !isSure(other)) continue;
		if (other.content.some((part) => !own.content.some((one) => one.start <= part.start && part.end <= one.end)))
			continue;
		let covered = 0;
		for (const part of other.content) {
			covered += Math.max(0, Math.min(part.end, span.end) - Math.max(part.start, span.start));
		}
		if (spanLength(other.content) < spanLength(own.content) && covered / (span.end - span.start) >= RELAYED)
			return true;
	}
	return false;
}

/** Index of the first quotation that begins at or after an offset. */
function firstStartingFrom(quotations: readonly FoundQuotation[], offset: number): number {
	let low = 0;
	let high = quotations.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		const quotation = quotations[middle];
		if (quotation && ownStart(quotation) < offset) low = middle + 1;
		else high = middle;
	}
	return low;
}

function ownStart(quotation: FoundQuotation): number {
	return quotation.content[0]?.start ?? 0;
}

interface Cut {
	readonly span: Span;
	readonly endsSentence: boolean;
	/** Whether a break that ties nothing stands before it. */
	readonly parted: boolean;
}

function tieOf(text: string, cut: Cut, openSentence: boolean): SegmentTie {
	if (openSentence && !cut.parted) return "same-sentence";
	return CONNECTIVE.test(text.slice(cut.span.start, Math.min(cut.span.end, cut.span.start + 60)))
		? "connective"
		: "none";
}

function cutPart(annotated: AnnotatedArticle, part: Span, kind: QuotationKind, headline: boolean): Cut[] {
	const { text } = annotated.article;
	const { sentences } = annotated.words;
	const cuts: Cut[] = [];
	for (let i = firstEndingAfter(sentences, part.start); i < sentences.length; i++) {
		const sentence = sentences[i];
		if (!sentence || sentence.start >= part.end) break;
		const start = Math.max(sentence.start, part.start);
		const end = Math.min(sentence.end, part.end);
		const complete = sentence.end <= part.end || /[.!?\u2026]["'\u201d\u2019\u00bb)\]]*$/.test(text.slice(start, end));
		let from = start;
		let parted = false;
		for (const break_ of breaksOf(text, { start, end }, kind, headline)) {
			pushCut(cuts, text, { start: from, end: break_.start }, break_.parts, parted);
			from = break_.end;
			parted = break_.parts;
		}
		pushCut(cuts, text, { start: from, end }, complete, parted);
	}
	return cuts;
}

function pushCut(into: Cut[], text: string, raw: Span, endsSentence: boolean, parted: boolean): void {
	const span = trimSpan(text, raw);
	if (span.end > span.start) into.push({ span, endsSentence, parted });
}

/** A place to cut; `parts` when nothing ties the two sides. */
interface Break extends Span {
	readonly parts: boolean;
}

function breaksOf(text: string, sentence: Span, kind: QuotationKind, headline: boolean): Break[] {
	const words = sliceOf(text, sentence);
	const breaks: Break[] = [];
	const cutAt = (match: RegExpExecArray, parts: boolean): void => {
		const start = sentence.start + match.index;
		breaks.push({ start, end: start + match[0].length, parts });
	};
	for (const match of words.matchAll(ELLIPSIS)) cutAt(match, true);
	for (const match of words.matchAll(CLOSED_AND_OPENED)) cutAt(match, true);
	const clauses = [
		...[...words.matchAll(BEFORE_BECAUSE)].map((match) => ({ match, parts: false })),
		...(headline && kind === "indirect" ? [...words.matchAll(COMMA)].map((match) => ({ match, parts: true })) : []),
		...(kind === "direct" ? [] : [...words.matchAll(AND_THAT)].map((match) => ({ match, parts: true }))),
	];
	for (const { match, parts } of clauses) {
		const before = countWords(words.slice(0, match.index));
		const after = countWords(words.slice(match.index + match[0].length));
		const least = headline ? LEAST_WORDS_IN_HEADLINE : LEAST_WORDS_A_SIDE;
		if (before >= least && after >= least) cutAt(match, parts);
	}
	return breaks.sort((a, b) => a.start - b.start);
}

function countWords(text: string): number {
	return text.match(/[\p{L}\p{Nd}]+/gu)?.length ?? 0;
}

/** At least this share of a segment in marks makes it direct: the marks at its ends are not counted. */
const WHOLLY = 0.95;

/** Fewer words in marks within an outlet's own sentence are a fragment of it. */
const LEAST_DIRECT = 4;

function kindOf(quotation: FoundQuotation, span: Span, marked: readonly Span[], words: number): QuotationKind {
	if (marked.length === 0) return "indirect";
	if (quotation.kind !== "direct" && words < LEAST_DIRECT) return "mixed";
	return spanLength(marked) >= WHOLLY * (span.end - span.start) ? "direct" : "mixed";
}

/** Parts with nothing but marks and space between them are one stretch of an outlet's sentence. */
function joinParts(text: string, quotation: FoundQuotation): Span[] {
	if (quotation.kind === "direct") return [...quotation.content];
	const joined: { start: number; end: number }[] = [];
	for (const part of quotation.content) {
		const last = joined[joined.length - 1];
		if (last && !/[\p{L}\p{Nd}.!?\n]/u.test(text.slice(last.end, part.start))) last.end = part.end;
		else joined.push({ start: part.start, end: part.end });
	}
	return joined;
}

function markedWithin(quotation: FoundQuotation, span: Span): Span[] {
	const within: Span[] = [];
	for (const mark of quotation.marked) {
		const start = Math.max(mark.start, span.start);
		const end = Math.min(mark.end, span.end);
		if (start < end) within.push({ start, end });
	}
	return within;
}

const PAUSES = new Set([",", ";", ":", "-", "\u2013", "\u2014", "(", ")"]);

/** What the words of a stretch are read from: an annotated article, or any text with its words. */
export interface WordedText {
	readonly article: { readonly text: string };
	readonly words: Words;
}

/** The words of a span, without marks and without what stands in square brackets: an editor's, not spoken. */
export function findSegmentWords(annotated: WordedText, span: Span, weightOf: WeightOf): SegmentWord[] {
	const { tokens } = annotated.words;
	const stems = stemsOf(tokens);
	const weights = weighStems(tokens, weightOf);
	const capitals = capitalsOf(annotated);
	const { first, end } = tokenRange(tokens, span);
	const words: SegmentWord[] = [];
	let bracketed = false;
	let pause = false;
	for (let i = first; i < end; i++) {
		const norm = tokens.norms[i] ?? "";
		if (norm === "[") bracketed = true;
		if (norm === "]") bracketed = false;
		if (PAUSES.has(norm.charAt(0))) pause = true;
		if (bracketed || tokens.kinds[i] === TokenKind.mark) continue;
		const start = tokens.starts[i] ?? 0;
		words.push({
			start,
			end: tokens.ends[i] ?? 0,
			norm,
			stem: stems[i] ?? "",
			weight: weights[i] ?? 0,
			number: tokens.kinds[i] === TokenKind.number,
			capital: start !== span.start && capitals[i] === 1,
			pause,
		});
		pause = false;
	}
	return words;
}

const capitalsByWords = new WeakMap<Words, Uint8Array>();

/** For each token 1 where it starts with a capital and does not open its sentence. */
function capitalsOf({ article: { text }, words }: WordedText): Uint8Array {
	const known = capitalsByWords.get(words);
	if (known) return known;
	const { tokens, sentences } = words;
	const capitals = Uint8Array.from(tokens.starts, (start) => {
		const letter = text.charCodeAt(start);
		if (letter < 0x80 ? letter < 0x41 || letter > 0x5a : !/^\p{Lu}/u.test(text.charAt(start))) return 0;
		const sentence = sentences[firstEndingAfter(sentences, start)];
		return sentence !== undefined && start - sentence.start <= 1 ? 0 : 1;
	});
	capitalsByWords.set(words, capitals);
	return capitals;
}
