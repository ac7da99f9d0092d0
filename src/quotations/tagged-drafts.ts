import type { Span } from "../model/span.ts";
import { firstEndingAfter, mergeSpans, overlaps, trimSpan } from "../text/spans.ts";
import { tellsNothing } from "./clauses/cue-match.ts";
import { cueVerb, isAdverb } from "./clauses/cues.ts";
import { flagsOf } from "./clauses/polarity.ts";
import { hearerAfter } from "./clauses/source-after.ts";
import type { Unit } from "./clauses/units.ts";
import type { Range } from "./clauses/word-classes.ts";
import type { Draft } from "./draft.ts";
import type { MarkedStretch } from "./marks/marks.ts";
import type { Tagged } from "./tagger/tagger.ts";
import { mendContent, mendSource } from "./torn-readings.ts";

/** A proposal of the tagger as a draft, with the tagger's own certainty (see `Tagged`). */
export interface TaggedDraft {
	readonly draft: Draft;
	/** See `Tagged`. */
	readonly presence: number;
	readonly share: number;
	/** Whether a word of the cue is a verb of speech or thought; others may tell of wishes and deeds. */
	readonly reports: boolean;
}

/**
 * The tagger's proposals as drafts: content without the marks at its ends, one span a paragraph, snapped to the
 * marks where only punctuation lies between; polarity and hedges from the cue's words. A cue that stands in
 * marks itself proposes nothing: it is the speaker's own, and the marks' owner is found by the rules.
 */
export function draftTagged(
	text: string,
	paragraphs: readonly Span[],
	units: readonly Unit[],
	marked: readonly MarkedStretch[],
	tagged: readonly Tagged[],
): TaggedDraft[] {
	const drafts: TaggedDraft[] = [];
	const outers = marked.map(({ outer }) => outer);
	const unitSpans = units.map(({ items }) => ({ start: items[0]?.start ?? 0, end: items.at(-1)?.end ?? 0 }));
	for (const { cue, source, content: proposed, presence, share } of tagged) {
		const stretch = outers[firstEndingAfter(outers, cue.start)];
		if (stretch && stretch.start <= cue.start) continue;
		const at = firstEndingAfter(unitSpans, cue.start);
		const unit = units[at];
		if (!unit || unit.items.some((item, i) => overlaps(item, cue) && tellsNothing(unit.items, i))) continue;
		const who = mendSource(text, unit.items, cue, source ? tidySource(text, source) : null);
		const tidied = mergeSpans(proposed.flatMap((span) => tidy(text, span, paragraphs, marked, outers)));
		const content = mendContent(text, unit.items, { cue, source: who }, tidied, outers);
		if (content.length === 0) continue;
		const inside = content.flatMap((span) => markedWithin(span, marked, outers));
		const bare = content.some((span) => hasWords(text, span, inside));
		drafts.push({
			presence,
			share,
			reports: unit.items.some((item) => overlaps(item, cue) && isReporting(item.norm)),
			draft: {
				content,
				marked: mergeSpans(inside),
				kind: inside.length === 0 ? "indirect" : bare ? "mixed" : "direct",
				source: who,
				cue: [cue],
				addressee: hearerOf(unit, cue, content),
				...flagsOf(unit.items, rangeOf(unit, cue), who ? rangeOf(unit, who) : null),
				relays: [],
				carriers: [],
				rule: TAGGER,
				unit: at,
				paragraph: unit.paragraph,
				sound: soundWithin(content, marked, outers),
			},
		});
	}
	return drafts;
}

const TAGGER = "quotations/tagger";

/** "told Reuters that …": whoever stands between a verb of telling and the words, or behind it where they went before. */
function hearerOf(unit: Unit, cue: Span, content: readonly Span[]): Span | null {
	const { items } = unit;
	const { end } = rangeOf(unit, cue);
	if (!/^(?:told|tells?|telling|informed|reminded|assured)$/.test(items[end - 1]?.norm ?? "")) return null;
	const hearer = hearerAfter(items, end);
	const [first, last] = hearer ? [items[hearer.first], items[hearer.end - 1]] : [];
	if (!first || !last || content.some((span) => overlaps(span, { start: first.start, end: last.end }))) return null;
	return { start: first.start, end: last.end };
}

/** A span cut at the ends of paragraphs, without marks and white space at the ends of each part. */
function tidy(
	text: string,
	span: Span,
	paragraphs: readonly Span[],
	marked: readonly MarkedStretch[],
	outers: readonly Span[],
): Span[] {
	const parts: Span[] = [];
	for (let p = firstEndingAfter(paragraphs, span.start); p < paragraphs.length; p++) {
		const paragraph = paragraphs[p];
		if (!paragraph || paragraph.start >= span.end) break;
		let { start, end } = trimSpan(text, {
			start: Math.max(span.start, paragraph.start),
			end: Math.min(span.end, paragraph.end),
		});
		for (let i = firstEndingAfter(outers, start); i < marked.length; i++) {
			const stretch = marked[i];
			if (!stretch || stretch.outer.start >= end + 3) break;
			for (const part of stretch.parts) {
				if (part.end <= start || part.start >= end) continue;
				// The mark itself, or nothing but marks and punctuation, lies between the two edges.
				if (Math.abs(part.start - start) <= SNAP && onlyMarks(text, part.start, start)) start = part.start;
				if (Math.abs(part.end - end) <= SNAP && onlyMarks(text, part.end, end)) end = part.end;
			}
		}
		if (end > start) parts.push({ start, end });
	}
	return parts;
}

/** How far an edge may be moved to that of the marks (UTF-16 units). */
const SNAP = 6;

function onlyMarks(text: string, a: number, b: number): boolean {
	return !/[\p{L}\p{N}]/u.test(text.slice(Math.min(a, b), Math.max(a, b)));
}

function markedWithin(span: Span, marked: readonly MarkedStretch[], outers: readonly Span[]): Span[] {
	const found: Span[] = [];
	for (let i = firstEndingAfter(outers, span.start); i < marked.length; i++) {
		const stretch = marked[i];
		if (!stretch || stretch.outer.start >= span.end) break;
		for (const part of stretch.parts) {
			const start = Math.max(part.start, span.start);
			const end = Math.min(part.end, span.end);
			if (end > start) found.push({ start, end });
		}
	}
	return found;
}

/** Whether a span holds words outside of the given stretches. */
function hasWords(text: string, span: Span, inside: readonly Span[]): boolean {
	let at = span.start;
	for (const part of inside) {
		if (!overlaps(part, span)) continue;
		if (/[\p{L}\p{N}]/u.test(text.slice(at, part.start))) return true;
		at = Math.max(at, part.end);
	}
	return /[\p{L}\p{N}]/u.test(text.slice(at, span.end));
}

function soundWithin(content: readonly Span[], marked: readonly MarkedStretch[], outers: readonly Span[]): boolean {
	for (const span of content)
		for (let i = firstEndingAfter(outers, span.start); i < marked.length; i++) {
			const stretch = marked[i];
			if (!stretch || stretch.outer.start >= span.end) break;
			if (stretch.rule !== "paired" && stretch.rule !== "reopened") return false;
		}
	return true;
}

/** "on Wednesday" with what may stand around it, ", in the town of Upper Vell" (UTF-16 units). */
const LONGEST_DAY = 20;
const LONGEST_PLACE = 40;

const OCCASION =
	/,\s(?:at|during|following|after)\s(?:an?|the|his|her|their)\s(?:\p{L}[\p{L}-]*\s){0,3}(?:meeting|summit|conference|briefing|rally|hearing|session|forum|ceremony|event|interview|visit|talks|speech|trip|debate)\b[^\u201c\u201d"]*$/u;
/** UTF-16 units. */
const LEAST_WITH_OCCASION = 20;
const LONGEST_SOURCE = 300;

/** Commas and spaces at a source's ends belong to the sentence, and so does the day it spoke on. */
function tidySource(text: string, source: Span): Span | null {
	let { start, end } = source;
	const day = /[\s,]+(?:on\s+)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday)[\s,]*$/.exec(
		text.slice(Math.max(start, end - LONGEST_DAY), end),
	);
	if (day) {
		end -= day[0].length;
		// "Ander Vane, the mayor, in Vell on Monday": where, beside when.
		const place = /,\s+(?:in|at|from)\s+(?:the\s)?\p{Lu}[\p{L}\s'\u2019-]*$/u.exec(
			text.slice(Math.max(start, end - LONGEST_PLACE), end),
		);
		if (place) end -= place[0].length;
	}
	// "Orla Pike, at a meeting in Tarn with Ander Vane": the occasion.
	const occasion =
		end - start > LEAST_WITH_OCCASION ? OCCASION.exec(text.slice(start, Math.min(end, start + LONGEST_SOURCE))) : null;
	if (occasion && occasion.index > 0) end = start + occasion.index;
	// "Pike neither confirmed": what turns the cue around is the cue's.
	const turned = /\s(?:neither|no longer|not only)\s*$/.exec(text.slice(Math.max(start, end - LONGEST_DAY), end));
	if (turned) end -= turned[0].length;
	while (start < end && /[\s,;]/.test(text.charAt(start))) start++;
	while (end > start && /[\s,;]/.test(text.charAt(end - 1))) end--;
	// "Pike once": when somebody spoke is no part of who did.
	const last = /\s(\p{Ll}+)$/u.exec(text.slice(Math.max(start, end - LONGEST_DAY), end));
	if (last && isAdverb(last[1] ?? "")) end -= last[0].length;
	return end > start ? { start, end } : null;
}

function isReporting(norm: string): boolean {
	return cueVerb(norm) !== null;
}

/** The items of a unit that a span covers, an empty range behind the last where there are none. */
function rangeOf({ items }: Unit, span: Span): Range {
	const first = firstEndingAfter(items, span.start);
	let end = first;
	while (end < items.length && (items[end]?.start ?? 0) < span.end) end++;
	return { first, end };
}
