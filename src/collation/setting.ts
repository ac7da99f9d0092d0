import type { AnnotatedArticle } from "../model/annotated.ts";
import type { FoundDate, FoundQuotation } from "../model/annotation.ts";
import type { StatedDate } from "../model/date.ts";
import type { Span } from "../model/span.ts";
import { compareSpans } from "../text/compare.ts";
import { contains, firstEndingAfter, overlaps, sliceOf } from "../text/spans.ts";

/** When and where words were said, as the report that gives them says. */
export interface Setting {
	readonly when: StatedDate;
	readonly where: Span | null;
}

/**
 * The date and the place beside the cue, outside the words reported; where the sentence gives neither, those of the
 * sentence that brings the speaker on: "Vane addressed the farmers in Vell on Monday." before “It is empty,” he said.
 */
export function findSetting(annotated: AnnotatedArticle, quotation: FoundQuotation): Setting {
	const anchor = quotation.cue[0] ?? quotation.source ?? null;
	const { sentences } = annotated.words;
	const at = anchor ? firstEndingAfter(sentences, anchor.start) : -1;
	const sentence = sentences[at];
	if (!anchor || !sentence || sentence.start > anchor.start)
		return { when: unknown("nothing beside the words says when they were said"), where: null };
	const own = settingIn(annotated, sentence, quotation);
	const silent = own.where === null && within(datesOutside(annotated, sentence, quotation), sentence).length === 0;
	return silent ? (settingBefore(annotated, quotation, at) ?? own) : own;
}

/** What a sentence says of time and place, outside words reported and the words for who speaks. */
function settingIn(annotated: AnnotatedArticle, sentence: Span, quotation: FoundQuotation | null): Setting {
	return {
		when: whenOf(datesOutside(annotated, sentence, quotation)),
		where: whereOf(annotated, outside(annotated, within(placesOf(annotated), sentence), sentence, quotation)),
	};
}

function datesOutside(annotated: AnnotatedArticle, sentence: Span, quotation: FoundQuotation | null): FoundDate[] {
	return outside(annotated, within(annotated.dates, sentence), sentence, quotation);
}

function outside<T extends Span>(
	annotated: AnnotatedArticle,
	list: readonly T[],
	sentence: Span,
	quotation: FoundQuotation | null,
): T[] {
	const inSentence = quotation ? [quotation, ...quotationsIn(annotated, sentence)] : [];
	const reported = inSentence.flatMap(({ content }) => content);
	const source = quotation?.source ?? null;
	return list.filter(
		(span) =>
			contains(sentence, span) &&
			!reported.some((part) => overlaps(span, part)) &&
			!(source && source.start < span.start && span.end <= source.end) &&
			(quotation === null || isBesideCue(annotated.article.text, sentence, quotation, span)),
	);
}

/** What may open a sentence with the time or place of what is said in it. */
const OPENING =
	/^["'\u201c\u201d\s]*(?:(?:Later\s|Earlier\s|Late\s|Early\s)?(?:on|in|at|during)|while|when|asked|answering|interviewed|testifying|appearing)\b/i;
const SPEAKING = /\b(?:speaking|addressing|talking|briefing|testifying|interview)\b/i;
/** A day that opens a sentence needs no word before it (UTF-16 units). */
const NEAR_START = 12;

/**
 * Whether a time or a place belongs to the speaking: behind the cue in its own clause, between source and cue, or in
 * what opens the sentence ("At a briefing in Vell on Monday, Vane said"). Not in "It has been banned in Vell since 2003, and
 * Vane last month called for talks".
 */
function isBesideCue(text: string, sentence: Span, { source, cue, content }: FoundQuotation, span: Span): boolean {
	const first = cue[0];
	const last = cue[cue.length - 1];
	if (!first || !last) return true;
	const clause = Math.min(first.start, source?.start ?? first.start);
	if (span.end <= clause) {
		const before = text.slice(sentence.start, span.start);
		const led = span.start - sentence.start < NEAR_START || OPENING.test(before) || SPEAKING.test(before);
		return led && !/[;:]|,\s(?:and|but)\s/.test(text.slice(span.end, clause));
	}
	if (span.start < last.end) return true;
	let between = text.slice(last.end, span.start);
	for (const part of content)
		if (part.start >= last.end && part.end <= span.start)
			between = text.slice(last.end, part.start) + text.slice(part.end, span.start);
	return !/[;:]|,\s(?:and|but|which|who|where|while|as)\s/.test(between);
}

/** A speaker who is brought on is quoted within this many sentences and paragraphs. */
const SENTENCES_BACK = 8;
const PARAGRAPHS_BACK = 3;

/** Words of somebody's speaking before others, in a sentence that quotes nothing. */
const SESSION =
	/\b(?:spoke|speaking|addressed|addressing|briefing|briefed|(?:news|press)\s(?:conference|briefing)|interview|interviewed|hearing|testified|testimony|(?:gave|giving)\s(?:evidence|a\s(?:speech|talk|lecture|statement))|speech|rally|was\sasked|(?:took|answered)\squestions|met\s(?:reporters|journalists|the\spress)|appeared\s(?:on|before))\b/i;

/**
 * The setting of the sentence that brings the speaker on, or of the same speaker's words before. Another speaker, or
 * a day or place of anything else, ends the search: what stands behind it may be another occasion.
 */
function settingBefore(annotated: AnnotatedArticle, quotation: FoundQuotation, at: number): Setting | null {
	const { speaker } = quotation;
	const { sentences, paragraphs } = annotated.words;
	if (speaker === null) return null;
	const entity = annotated.entities.find(({ id }) => id === speaker);
	const here = firstEndingAfter(paragraphs, sentences[at]?.start ?? 0);
	for (let i = at - 1; i >= Math.max(0, at - SENTENCES_BACK); i--) {
		const sentence = sentences[i];
		if (!sentence || here - firstEndingAfter(paragraphs, sentence.start) > PARAGRAPHS_BACK) return null;
		const { headline } = annotated.article;
		if (headline?.span && overlaps(headline.span, sentence)) return null;
		const [quoted, ...more] = quotationsIn(annotated, sentence);
		if (quoted) {
			if (more.length > 0 || quoted.speaker !== speaker) return null;
			const own = settingIn(annotated, sentence, quoted);
			if (isKnown(own)) return own;
			continue;
		}
		const own = settingIn(annotated, sentence, null);
		const named = entity?.mentions.some((mention) => contains(sentence, mention)) ?? false;
		if (named && isKnown(own) && SESSION.test(sliceOf(annotated.article.text, sentence))) return own;
		if (isKnown(own) || within(annotated.dates, sentence).length > 0) return null;
	}
	return null;
}

function isKnown({ when, where }: Setting): boolean {
	return when.precision !== null || where !== null;
}

const quoting = new WeakMap<AnnotatedArticle, ReadonlyMap<number, FoundQuotation[]>>();

/** The quotations whose cue or source stands in a sentence. */
function quotationsIn(annotated: AnnotatedArticle, sentence: Span): readonly FoundQuotation[] {
	let known = quoting.get(annotated);
	if (!known) {
		const made = new Map<number, FoundQuotation[]>();
		for (const quotation of annotated.quotations) {
			const anchor = quotation.cue[0] ?? quotation.source ?? quotation.content[0];
			const start =
				anchor && annotated.words.sentences[firstEndingAfter(annotated.words.sentences, anchor.start)]?.start;
			if (start === undefined) continue;
			const list = made.get(start);
			if (list) list.push(quotation);
			else made.set(start, [quotation]);
		}
		known = made;
		quoting.set(annotated, known);
	}
	return known.get(sentence.start) ?? [];
}

/** The items of a sorted list that begin inside a span. */
function within<T extends Span>(sorted: readonly T[], span: Span): T[] {
	const found: T[] = [];
	for (let i = firstEndingAfter(sorted, span.start); i < sorted.length; i++) {
		const item = sorted[i];
		if (!item || item.start >= span.end) break;
		found.push(item);
	}
	return found;
}

function whenOf(dates: readonly FoundDate[]): StatedDate {
	const [first, ...rest] = dates;
	if (!first) return unknown("the sentence that gives the words gives no date");
	const same = rest.every(
		(date) => date.date.earliest === first.date.earliest && date.date.latest === first.date.latest,
	);
	if (!same) {
		const given = dates.map((date) => `“${date.exact}”`).join(", ");
		return unknown(`the sentence names several dates: ${given}`);
	}
	return first.date;
}

function unknown(reason: string): StatedDate {
	return { earliest: null, latest: null, precision: null, zone: null, exact: null, reason, evidence: [] };
}

interface Naming extends Span {
	/** Whether the name is known to be that of a place; else only "in" right before it says so. */
	readonly sure: boolean;
}

const places = new WeakMap<AnnotatedArticle, readonly Naming[]>();

/** Namings of places and states, and names of nobody knows what, sorted by place. */
function placesOf(annotated: AnnotatedArticle): readonly Naming[] {
	let known = places.get(annotated);
	if (!known) {
		known = annotated.entities
			.filter(({ type }) => type === "place" || type === "state" || type === "unknown")
			.flatMap(({ type, mentions }) =>
				mentions
					.filter(({ form }) => form !== "demonym" && form !== "pronoun")
					.map(({ start, end }) => ({ start, end, sure: type !== "unknown" })),
			)
			.sort(compareSpans);
		places.set(annotated, known);
	}
	return known;
}

/** The first place or state named after "in" or "at". */
function whereOf({ article }: AnnotatedArticle, namings: readonly Naming[]): Span | null {
	const found = namings.find(({ start, end, sure }) => {
		const before = article.text.slice(Math.max(0, start - 12), start);
		if (sure) return /\b(?:in|at)\s+(?:the\s+)?$/i.test(before);
		return /\b[Ii]n\s$/.test(before) && !/^['\u2019\s]\s?(?:s\b|\p{Lu})/u.test(article.text.slice(end, end + 3));
	});
	return found ? { start: found.start, end: found.end } : null;
}
