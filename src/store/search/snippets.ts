import type { Article } from "../../model/article.ts";
import type { ExactSpan } from "../../model/quotation-listing.ts";
import type { Snippet } from "../../model/search-listing.ts";
import type { Span } from "../../model/span.ts";
import { compareSpans } from "../../text/compare.ts";
import { foldAccents } from "../../text/fold.ts";
import { findSentences } from "../../text/sentences.ts";
import { contains, mergeSpans, sliceOf, spanAt, trimSpan } from "../../text/spans.ts";
import { stemOf } from "../../text/stem.ts";
import type { UnitRanges } from "./packed-places.ts";
import type { LocatedUnit } from "./units.ts";

/** Snippets of an article, and letters (UTF-16 units) of one. */
const MOST_SNIPPETS = 2;
const LONGEST = 280;
/** Letters before the first match where a sentence is cut. */
const BEFORE = 80;
/** What ends a sentence behind its last word. */
const MARKS = /[^\p{L}\p{N}\s]{0,4}/uy;

/**
 * The sentences of an article in which most of what was asked for stands, in the order of the text; the headline only
 * where nothing stands in the body.
 */
export function makeSnippets(
	article: Article,
	units: readonly LocatedUnit[],
	matched: ReadonlySet<number>,
): readonly Snippet[] {
	const { text } = article;
	const all = units.filter(({ at }) => matched.has(at));
	const headline = article.headline?.span;
	// The headline is shown anyway.
	const below = headline ? all.filter((unit) => !contains(headline, unit)) : all;
	const hits = below.length > 0 ? below : all;
	const paragraphs = mergeSpans(article.blocks.map(({ start, end }) => ({ start, end })));
	const touched = new Set(hits.flatMap(({ start }) => spanAt(paragraphs, start) ?? []));
	const sentences = findSentences(text, [...touched].sort(compareSpans));
	const bySentence = new Map<Span, LocatedUnit[]>();
	for (const hit of hits) {
		const sentence = spanAt(sentences, hit.start);
		if (sentence) bySentence.set(sentence, [...(bySentence.get(sentence) ?? []), hit]);
	}
	return [...bySentence]
		.map(([sentence, own]) => ({
			sentence,
			own,
			stems: new Set(own.map((unit) => stemOf(foldAccents(sliceOf(text, unit))))).size,
		}))
		.sort((a, b) => b.stems - a.stems || b.own.length - a.own.length || compareSpans(a.sentence, b.sentence))
		.slice(0, MOST_SNIPPETS)
		.map(({ sentence, own }) => showMatches(text, clip(text, units, sentence, own), own))
		.sort(compareSpans);
}

/**
 * The stretches that ranges of units are, those with most of what was asked for, at most two, in the order of the
 * text.
 */
export function makeRangeSnippets(
	{ text }: Article,
	units: readonly LocatedUnit[],
	ranges: UnitRanges,
	matched: ReadonlySet<number>,
): readonly Snippet[] {
	return ranges
		.flatMap(([first, end]) => {
			const inside = units.filter(({ at }) => first <= at && at < end);
			const [from, to] = [inside[0], inside.at(-1)];
			if (!from || !to) return [];
			MARKS.lastIndex = to.end;
			const sentence = { start: from.start, end: to.end + (MARKS.exec(text)?.[0].length ?? 0) };
			return [{ sentence, own: inside.filter(({ at }) => matched.has(at)) }];
		})
		.sort((a, b) => b.own.length - a.own.length || compareSpans(a.sentence, b.sentence))
		.slice(0, MOST_SNIPPETS)
		.map(({ sentence, own }) => showMatches(text, clip(text, units, sentence, own), own))
		.sort(compareSpans);
}

/** A stretch of text with the matches that lie in it; neighbours with nothing but space between them are one. */
export function showMatches(text: string, span: Span, matched: readonly LocatedUnit[]): Snippet {
	const inside = matched.filter((unit) => contains(span, unit));
	const joined: { start: number; end: number }[] = [];
	for (const { start, end } of inside) {
		const last = joined.at(-1);
		if (last && /^[\s\-\u2010\u2011'’]*$/.test(text.slice(last.end, start))) last.end = end;
		else joined.push({ start, end });
	}
	return { ...exactly(text, span), matches: joined.map((match) => exactly(text, match)) };
}

export function exactly(text: string, { start, end }: Span): ExactSpan {
	return { start, end, exact: sliceOf(text, { start, end }) };
}

/** A sentence or, of a long one, what stands around its first match, cut between words. */
function clip(text: string, units: readonly LocatedUnit[], sentence: Span, own: readonly LocatedUnit[]): Span {
	if (sentence.end - sentence.start <= LONGEST) return sentence;
	const first = own[0]?.start ?? sentence.start;
	const from = Math.max(sentence.start, first - BEFORE);
	const inside = units.filter((unit) => contains(sentence, unit) && unit.start >= from && unit.end <= from + LONGEST);
	const [start, end] = [inside[0]?.start, inside.at(-1)?.end];
	// A word longer than all of it is shown whole: no character is cut in two.
	if (start === undefined || end === undefined || end < first) return own[0] ?? sentence;
	return trimSpan(text, { start: from === sentence.start ? sentence.start : start, end });
}
