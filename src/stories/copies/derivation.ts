import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { Place } from "../../model/span.ts";
import { compareText, round } from "../../text/compare.ts";
import { firstEndingAfter } from "../../text/spans.ts";
import { stemOf } from "../../text/stem.ts";
import type { TermRarity } from "../grouping/term-rarity.ts";
import { findWordSequence } from "./fingerprints.ts";

/** A sentence of a report and the sentences of a source that tell the same in other words. */
export interface Counterpart {
	readonly sentence: Place;
	/** One sentence or two that follow each other, in the source that holds most; null when none holds enough. */
	readonly source: Place | null;
	/** Share of the sentence's distinct words that `source` has, by rarity, 0–1. */
	readonly held: number;
}

/** How far one report can be made from others. */
export interface Derivation {
	/** `whole`: every sentence has a counterpart; `part`: much of it has; `none`: what they share is the event. */
	readonly kind: "whole" | "part" | "none";
	/** Share of the report's words of content that any source has, 0–1. */
	readonly held: number;
	/** Share of its words that stand in sentences with a counterpart, 0–1. */
	readonly told: number;
	/** Its sentences in order. */
	readonly counterparts: readonly Counterpart[];
}

/** Words that stand in one report of five or more are no words of content. */
const CONTENT_RARITY = 0.2;
/**
 * Of the sentences of copies made with three to four words in ten rewritten, one in fifteen has less in
 * its counterpart; of those of reports by other hands (ECB+, against three others of the event), more
 * than half have less.
 */
const SENTENCE_HELD = 0.4;
/** Share of words in sentences with a counterpart, one short sentence aside: one report in twenty by other hands reaches it. */
const WHOLE_TOLD = 0.95;
/** Of the content of a report, three others of its event hold less than this in three cases of four (ECB+). */
const PART_HELD = 0.68;

interface Sentence extends Place {
	readonly terms: ReadonlySet<string>;
	readonly words: number;
}

/**
 * Whether a report can have been made from `sources`, by its content and sentence by sentence: the same
 * words need not stand in the same order. It says what can be, not who wrote first.
 */
export function findDerivation(
	report: AnnotatedArticle,
	sources: readonly AnnotatedArticle[],
	rarity: TermRarity,
): Derivation {
	const windows: Sentence[] = [];
	for (const source of [...sources].sort((x, y) => compareText(x.article.id, y.article.id))) {
		const sentences = listSentences(source);
		sentences.forEach((sentence, i) => {
			windows.push(sentence);
			const next = sentences[i + 1];
			if (next) windows.push(joinSentences(sentence, next));
		});
	}
	const holders = new Map<string, number[]>();
	windows.forEach(({ terms }, index) => {
		for (const term of terms) {
			const list = holders.get(term);
			if (list) list.push(index);
			else holders.set(term, [index]);
		}
	});
	const sentences = listSentences(report);
	const counterparts = sentences.map((sentence) => findCounterpart(sentence, windows, holders, rarity));
	const content = listTerms(report).filter((term) => rarity.rarityOf(term) >= CONTENT_RARITY);
	const held = round(content.filter((term) => holders.has(term)).length / Math.max(1, content.length));
	const words = sentences.reduce((sum, sentence) => sum + sentence.words, 0);
	const inTold = sentences.reduce((sum, sentence, i) => sum + (counterparts[i]?.source ? sentence.words : 0), 0);
	const told = round(inTold / Math.max(1, words));
	const kind = held < PART_HELD ? "none" : told >= WHOLE_TOLD ? "whole" : "part";
	return { kind, held, told, counterparts };
}

function findCounterpart(
	{ article, start, end, terms }: Sentence,
	windows: readonly Sentence[],
	holders: ReadonlyMap<string, readonly number[]>,
	rarity: TermRarity,
): Counterpart {
	const sums = new Map<number, number>();
	let all = 0;
	for (const term of terms) {
		const weight = rarity.rarityOf(term);
		all += weight;
		for (const index of holders.get(term) ?? []) sums.set(index, (sums.get(index) ?? 0) + weight);
	}
	let best: { readonly index: number; readonly held: number } | null = null;
	for (const [index, sum] of sums) {
		const held = all === 0 ? 0 : round(sum / all);
		if (!best || held > best.held || (held === best.held && index < best.index)) best = { index, held };
	}
	const source = best && best.held >= SENTENCE_HELD ? windows[best.index] : undefined;
	return {
		sentence: { article, start, end },
		source: source ? { article: source.article, start: source.start, end: source.end } : null,
		held: best?.held ?? 0,
	};
}

/** The sentences of the body that have words. */
function listSentences(annotated: AnnotatedArticle): Sentence[] {
	const { article, words } = annotated;
	const { norms, starts } = findWordSequence(annotated);
	const terms = new Map<number, string[]>();
	norms.forEach((norm, i) => {
		const index = firstEndingAfter(words.sentences, starts[i] ?? 0);
		const list = terms.get(index);
		if (list) list.push(stemOf(norm));
		else terms.set(index, [stemOf(norm)]);
	});
	return words.sentences.flatMap(({ start, end }, index) => {
		const list = terms.get(index);
		return list ? [{ article: article.id, start, end, terms: new Set(list), words: list.length }] : [];
	});
}

function joinSentences(first: Sentence, second: Sentence): Sentence {
	return {
		article: first.article,
		start: first.start,
		end: second.end,
		terms: new Set([...first.terms, ...second.terms]),
		words: first.words + second.words,
	};
}

function listTerms(annotated: AnnotatedArticle): string[] {
	return findWordSequence(annotated).norms.map(stemOf);
}
