import type { AnnotatedArticle } from "../model/annotated.ts";
import type { FoundDate, FoundNumber, FoundQuotation, Polarity } from "../model/annotation.ts";
import type { FactMode } from "../model/record.ts";
import type { Span } from "../model/span.ts";
import { compareSpans } from "../text/compare.ts";
import { contains, firstEndingAfter, itemsWithin, mergeSpans, overlaps, sliceOf, spanLength } from "../text/spans.ts";
import { isInApposition } from "./appositions.ts";
import { contentsOver, cuesOver } from "./quotation-index.ts";
import type { SetSpeakers } from "./speakers/set-speakers.ts";
import type { WeightOf } from "./term-weight.ts";
import { findSegmentWords, isRelayed, type SegmentWord } from "./utterances/segments.ts";

/** On whose word a report gives a stretch of text. */
export interface Standing {
	readonly mode: FactMode;
	readonly polarity: Polarity;
	/** Entity id in the set of whoever it is attributed to; null when the outlet says it, or the source is unresolved. */
	readonly by: string | null;
	readonly quotation: string | null;
}

/** A sentence of a report on its own word, or the content of indirect speech, as facts are read from it. */
export interface Statement {
	readonly article: string;
	readonly span: Span;
	/** Index among the article's sentences: a lead reports the event itself. */
	readonly position: number;
	readonly words: readonly SegmentWord[];
	readonly standing: Standing;
	/** True when it is what somebody is reported to have said, and not the outlet's own sentence. */
	readonly reported: boolean;
	/** True when the report gives it as denied: by its speaker, or by somebody in the next sentence. */
	readonly denied: boolean;
	readonly numbers: readonly FoundNumber[];
	readonly dates: readonly FoundDate[];
}

const HEDGE =
	/\b(?:reportedly|allegedly|apparently|supposedly|purportedly|believed to|thought to|may have|might have|appears? to|seems? to|unconfirmed)\b/i;
const CLAIM =
	/^(?:claim(?:s|ed|ing)?|alleg(?:e|es|ed|ing)|accus(?:e|es|ed|ing)|assert(?:s|ed|ing)?|maintain(?:s|ed|ing)?)$/i;

/** A sentence of which this share is somebody's words is collated as an utterance, not as a statement. */
const REPORTED = 0.4;

/** At least this share of a sentence lies in a quotation's content for the sentence to be that speaker's. */
const MOSTLY = 0.5;

/**
 * What one article states: its sentences that attribute nothing to anybody (the headline left out),
 * and the contents of its indirect and mixed quotations. Sorted by place.
 */
export function findStatements(annotated: AnnotatedArticle, speakers: SetSpeakers, weightOf: WeightOf): Statement[] {
	const { article, words, numbers, dates, quotations } = annotated;
	const headline = article.headline?.span ?? null;
	const statements: Statement[] = [];
	const push = (span: Span, position: number, reported: boolean, denied: boolean): void => {
		statements.push({
			article: article.id,
			span,
			position,
			words: findSegmentWords(annotated, span, weightOf),
			standing: standingOf(annotated, span, speakers),
			reported,
			denied: denied || isDeniedNext(article.text, words.sentences[position + 1]),
			numbers: itemsWithin(numbers, span),
			dates: itemsWithin(dates, span),
		});
	};
	words.sentences.forEach((span, position) => {
		if (headline && contains(headline, span)) return;
		if (cuesOver(annotated, span).length > 0) return;
		if (coverage(annotated, span) < REPORTED) push(span, position, false, false);
	});
	for (const quotation of quotations) {
		if (quotation.kind === "direct" && !quotation.exact.includes(" ")) continue;
		for (const part of quotation.content) {
			if ((headline && contains(headline, part)) || isRelayed(quotations, quotation, part)) continue;
			const denied = quotation.polarity === "denied" && deniesFact(article.text, quotation, part);
			push(part, firstEndingAfter(words.sentences, part.start), true, denied);
		}
	}
	return statements.sort((a, b) => compareSpans(a.span, b.span));
}

const DENIES = /\b(?:den(?:y|ies|ied|ying)|disput(?:e|es|ed|ing)|refut(?:e|es|ed|ing))\b/i;
const CLAUSE = /^that\b|\b(?:is|are|was|were|has|have|had|will|would|could|did|does|been|be)\b/i;

/** Whether somebody denies that something is so; a motion refused or a request turned down is no such thing. */
function deniesFact(text: string, quotation: FoundQuotation, content: Span): boolean {
	return quotation.cue.some((cue) => DENIES.test(sliceOf(text, cue))) && CLAUSE.test(sliceOf(text, content));
}

/** "The ministry denied it." right after a statement; charges that somebody denies are still charges. */
const DENIES_IT =
	/\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|dispute[sd]?)\s+(?:(?:it|this|the (?:claim|report|allegation|accusation)s?)\b|that[.,;])/i;

function isDeniedNext(text: string, next: Span | undefined): boolean {
	return next !== undefined && DENIES_IT.test(sliceOf(text, next));
}

/** Share of a span that lies in any quotation's content, 0–1. */
function coverage(annotated: AnnotatedArticle, span: Span): number {
	const inside = contentsOver(annotated, span).map((part) => ({
		start: Math.max(part.start, span.start),
		end: Math.min(part.end, span.end),
	}));
	return spanLength(mergeSpans(inside)) / (span.end - span.start);
}

/** On whose word a stretch of an article stands. */
export function standingOf(annotated: AnnotatedArticle, span: Span, speakers: SetSpeakers): Standing {
	const text = sliceOf(annotated.article.text, span);
	const quotation = coveringQuotation(annotated, span);
	if (!quotation || isReporters(annotated, quotation, span))
		return { mode: modeOfWords(text), polarity: "said", by: null, quotation: null };
	return {
		mode: modeOf(annotated.article.text, quotation, span),
		polarity: quotation.polarity,
		by: speakers.speakerOf(quotation),
		quotation: quotation.id,
	};
}

/** Whether a stretch within somebody's reported words is put there by the reporter. */
function isReporters({ article }: AnnotatedArticle, { content, marked }: FoundQuotation, span: Span): boolean {
	const part = content.find((one) => contains(one, span));
	return part !== undefined && !marked.some((mark) => overlaps(mark, span)) && isInApposition(article.text, part, span);
}

/** Words by which a sentence gives what it says as somebody's, though no attribution was found in it. */
const REPORTS =
	/\b(?:said|says|say|told|tells|heard|according to|testified|insist(?:s|ed)|claim(?:s|ed|ing)?|alleg(?:e|es|ed|edly|ing|ations?)|accus(?:e|es|ed|ing)|den(?:y|ies|ied|ying)|charge[sd]?|cleared|acquitted|pleads?|pleaded)\b/i;

function modeOfWords(text: string): FactMode {
	if (HEDGE.test(text)) return "hedged";
	return REPORTS.test(text) ? "attributed" : "asserted";
}

function modeOf(text: string, quotation: FoundQuotation, span: Span): FactMode {
	const inMarks = quotation.marked.some((mark) => mark.start <= span.start && span.end <= mark.end);
	if (quotation.kind === "direct" || inMarks) return "quoted";
	if (quotation.cue.some((cue) => CLAIM.test(sliceOf(text, cue).trim()))) return "claimed";
	if (quotation.hedged) return "hedged";
	return "attributed";
}

/** The narrowest quotation whose content holds most of the span. */
function coveringQuotation(annotated: AnnotatedArticle, span: Span): FoundQuotation | null {
	const covered = new Map<FoundQuotation, number>();
	for (const { quotation, start, end } of contentsOver(annotated, span)) {
		const inside = Math.min(end, span.end) - Math.max(start, span.start);
		covered.set(quotation, (covered.get(quotation) ?? 0) + inside);
	}
	let best: FoundQuotation | null = null;
	for (const [quotation, inside] of covered) {
		if (inside / (span.end - span.start) < MOSTLY) continue;
		if (best === null || spanLength(quotation.content) < spanLength(best.content)) best = quotation;
	}
	return best;
}
