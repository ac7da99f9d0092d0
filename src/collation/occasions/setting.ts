import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { FoundDate, FoundQuotation } from "../../model/annotation.ts";
import type { StatedDate } from "../../model/date.ts";
import type { Span } from "../../model/span.ts";
import { compareSpans } from "../../text/compare.ts";
import { contains, firstEndingAfter, overlaps, sliceOf, subtractSpans } from "../../text/spans.ts";
import { isBesideCue } from "./beside-cue.ts";

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
	if (!silent) return own;
	const other = isOccasion(annotated, sentence, quotation);
	return (other ? null : settingBefore(annotated, quotation, at)) ?? settingAfter(annotated, quotation, at) ?? own;
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
	if (list.length === 0) return [];
	const reported = quotation ? reportedIn(annotated, sentence, quotation) : [];
	return list.filter(
		(span) =>
			contains(sentence, span) &&
			!reported.some((part) => overlaps(span, part)) &&
			(quotation === null || isBesideCue(annotated.article.text, sentence, quotation, span)),
	);
}

/** A speaker who is brought on is quoted within this many sentences and paragraphs. */
const SENTENCES_BACK = 8;
const PARAGRAPHS_BACK = 3;

/** Words of somebody's speaking before others, in a sentence that quotes nothing. */
const SESSION =
	/\b(?:spoke|speaking|addressed|addressing|briefing|briefed|(?:news|press)\s(?:conference|briefing)|interview|interviewed|hearing|testified|testimony|(?:gave|giving)\s(?:evidence|a\s(?:speech|talk|lecture|statement))|speech|rally|was\sasked|(?:took|answer(?:ed|ing)|fielded)\s(?:\p{L}+['\u2019]s?\s|\p{L}+\s){0,2}questions|met\s(?:reporters|journalists|the\spress)|appeared\s(?:on|before)|used\sthe\s(?:same\s)?words?|(?:said|repeated)\s(?:it|so|the\ssame|the\swords)\s(?:again|on|in|at))\b/iu;

/** A medium or a form of words that "a" brings as another: what was said before in Vell was not said there. */
const OCCASION =
	/\b(?:(?:on|over|via|by)\s(?:(?:state|public|national|local|live|social|the)\s){0,2}(?:television|tv|radio|air|phone|telephone|e-?mail|facebook|twitter|x|telegram|instagram|youtube|tiktok|media)|in\s(?:an?|another)\s(?:[\p{L}-]+\s){0,3}(?:interview|statement|post|tweet|letter|e-?mail|speech|video|memo|message|address|book|article|column|release|podcast|broadcast))\b/iu;

/** Whether the sentence itself says on what other occasion the words were said, without its time or place. */
function isOccasion(annotated: AnnotatedArticle, sentence: Span, quotation: FoundQuotation): boolean {
	let from = sentence.start;
	let said = "";
	for (const part of subtractSpans([sentence], quotation.content)) {
		said += annotated.article.text.slice(Math.max(from, part.start), part.end);
		from = part.end;
	}
	return OCCASION.test(said);
}

/** Whether outlets brought the words that the earlier sentence has nothing of. */
function isCarriedApart(annotated: AnnotatedArticle, quotation: FoundQuotation, earlier: Span): boolean {
	return quotation.carriers.some(({ entity }) => {
		const mentions = annotated.entities.find(({ id }) => id === entity)?.mentions ?? [];
		return !mentions.some((mention) => contains(earlier, mention));
	});
}

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
		const [quoted, ...more] = quotationsIn(annotated, sentence).filter(({ source }) => source !== null);
		if (quoted) {
			if (more.length > 0 || quoted.speaker !== speaker) return null;
			const own = settingIn(annotated, sentence, quoted);
			if (isKnown(own)) return isCarriedApart(annotated, quotation, sentence) ? null : own;
			if (isOccasion(annotated, sentence, quoted)) return null;
			continue;
		}
		const own = settingIn(annotated, sentence, null);
		const subject = i === at - 1 && /^(?:He|She|They)\s/.test(sliceOf(annotated.article.text, sentence));
		const named = subject || (entity?.mentions.some((mention) => contains(sentence, mention)) ?? false);
		if (named && isKnown(own) && SESSION.test(sliceOf(annotated.article.text, sentence)))
			return isCarriedApart(annotated, quotation, sentence) ? null : own;
		if (isKnown(own) || within(annotated.dates, sentence).length > 0) return null;
	}
	return null;
}

/** `“It is empty,” Vane said. She was answering questions in Vell.`: the next sentence of the paragraph. */
function settingAfter(annotated: AnnotatedArticle, quotation: FoundQuotation, at: number): Setting | null {
	const { speaker } = quotation;
	const { sentences, paragraphs } = annotated.words;
	const { text } = annotated.article;
	const here = sentences[at];
	const next = sentences[at + 1];
	if (speaker === null || !here || !next) return null;
	if (firstEndingAfter(paragraphs, here.start) !== firstEndingAfter(paragraphs, next.start)) return null;
	if (quotationsIn(annotated, next).length > 0 || !SESSION.test(sliceOf(text, next))) return null;
	const entity = annotated.entities.find(({ id }) => id === speaker);
	const named = entity?.mentions.find(({ start }) => start === next.start);
	const subject = /^(?:He|She|They)\b/.exec(text.slice(next.start, next.start + 5))?.[0].length ?? 0;
	const from = named ? named.end : next.start + subject;
	if (from === next.start || !SPEAKS_ON.test(text.slice(from, from + 60))) return null;
	const own = settingIn(annotated, next, null);
	return isKnown(own) ? own : null;
}

/** Right behind the subject: that the sentence tells of the speaking itself. */
const SPEAKS_ON =
	/^\s(?:(?:was|were|had|been|also)\s){0,3}(?:spoke|speaking|talking|addressed|addressing|briefed|briefing|testified|testifying|interviewed|answer(?:ed|ing)|took|taking|fielded|fielding|met|meeting)\s/i;

function isKnown({ when, where }: Setting): boolean {
	return when.precision !== null || when.exact !== null || where !== null;
}

const quoting = new WeakMap<AnnotatedArticle, ReadonlyMap<number, FoundQuotation[]>>();

/** Words reported in a sentence: the quotation's own, and all of others that do not hold its cue. */
function reportedIn(annotated: AnnotatedArticle, sentence: Span, quotation: FoundQuotation): Span[] {
	const anchor = quotation.cue[0] ?? quotation.source;
	const others = contentsIn(annotated, sentence).filter((part) => !anchor || !overlaps(part, anchor));
	return [...quotation.content, ...others];
}

const contents = new WeakMap<AnnotatedArticle, ReadonlyMap<number, readonly Span[]>>();

/** What is reported in a sentence, by whomever. */
function contentsIn(annotated: AnnotatedArticle, sentence: Span): readonly Span[] {
	let known = contents.get(annotated);
	if (!known) {
		const { sentences } = annotated.words;
		const made = new Map<number, Span[]>();
		for (const part of annotated.quotations.flatMap(({ content }) => content))
			for (let i = firstEndingAfter(sentences, part.start); i < sentences.length; i++) {
				const start = sentences[i]?.start ?? part.end;
				if (start >= part.end) break;
				const list = made.get(start);
				if (list) list.push(part);
				else made.set(start, [part]);
			}
		known = made;
		contents.set(annotated, known);
	}
	return known.get(sentence.start) ?? [];
}

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

/**
 * The first place or state named after "in" or "at", or behind what says which kind of place it is: "in the town of
 * Vell", "in Tarnia's capital, Vell" (Tarnia is only whose).
 */
function whereOf({ article }: AnnotatedArticle, namings: readonly Naming[]): Span | null {
	const { text } = article;
	const found = namings.find(({ start, end, sure }) => {
		const before = text.slice(Math.max(0, start - LONGEST_KIND), start);
		const after = text.slice(end, end + 80);
		if (KIND_OF_PLACE.test(before)) return sure || /^(?:[,.;]|\s\p{Ll})/u.test(after);
		if (/^['\u2019]s?\s[^,.;:]{0,30}\b(?:capital|town|city|village|port),\s\p{Lu}/iu.test(after)) return false;
		if (sure) return /\b(?:in|at)\s+(?:the\s+)?$/i.test(before);
		return /\b[Ii]n\s$/.test(before) && !/^['\u2019\s]\s?(?:s\b|\p{Lu})/u.test(after);
	});
	return found ? { start: found.start, end: found.end } : null;
}

/** How far before a name "in the capital of Tarnia, " is read (UTF-16 units). */
const LONGEST_KIND = 80;

const KIND_OF_PLACE =
	/\b(?:in|at)\s(?:[^\s,.;:"\u201c\u201d]+\s){0,5}(?:capital(?:\sof(?:\s(?:the\s)?\p{Lu}[\p{L}-]+){1,2})?,|(?:city|town|village|port|resort|suburb|district|island)(?:,|\sof))\s$/iu;
