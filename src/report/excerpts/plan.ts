import type { FactState, RecordArticle, Story, Utterance } from "../../model/record.ts";
import type { Span } from "../../model/span.ts";
import { compareSpans } from "../../text/compare.ts";
import { mergeSpans, subtractSpans } from "../../text/spans.ts";
import { countWords, findTokens } from "../../text/tokens.ts";
import { listFacts } from "../view/fact-lists.ts";
import { placeContext } from "../view/fact-words.ts";
import { listLeftOutByAll } from "../view/left-out-by-all.ts";
import { orderArticles, type RecordIndex } from "../view/record-index.ts";
import { listStories } from "../view/story-lists.ts";
import { listUtterances } from "../view/utterance-lists.ts";
import { groupWordings, type Wording } from "../view/wordings.ts";

/** The stretches of a report that an excerpt gives. */
export interface Excerpt {
	/** Sorted, none touches another. */
	readonly kept: readonly Span[];
	/** Words of them, and of the whole text. */
	readonly words: number;
	readonly of: number;
}

/**
 * At most this share of a report's words is given, its headline among them, which is given whole; of a short one so many
 * words, so that a sentence somebody said can stand, and never more than half.
 */
export const MOST_SHARE = 0.25;
export const MOST_OF_SHORT = 40;

/** How many of so many words are given. */
export function mostOf(words: number): number {
	return Math.max(words * MOST_SHARE, Math.min(MOST_OF_SHORT, words / 2));
}

/** Words of a stretch in marks, of a paraphrase or a clause, and of a headline that was made from the text. */
const LONGEST_MARKED = 60;
const LONGEST_OWN = 12;
const LONGEST_MADE = 12;

/** Characters that a gap has at least. */
const SHORTEST_GAP = 12;

const MARK = /["'\u2018-\u201f\u00ab\u00bb]/;

/**
 * What of each report is given where whole texts may not be: its headline, the words somebody is quoted with, and values
 * with the few words that tell what they are of. What most lines have in common comes first, and what goes beyond the
 * share that may be given is withheld.
 */
export function planExcerpts(index: RecordIndex): ReadonlyMap<string, Excerpt> {
	const plans = new Map(index.record.articles.map((article) => [article.id, new Plan(article)]));
	for (const wanted of listWanted(index)) plans.get(wanted.article)?.add(wanted.spans);
	return new Map([...plans].map(([id, plan]) => [id, plan.finish()]));
}

interface Wanted {
	readonly article: string;
	readonly spans: readonly Span[];
}

/** What is wanted of the reports, the first first: a finding is given whole or not at all. */
function listWanted(index: RecordIndex): Wanted[] {
	const { told, alone } = listStories(index);
	const bases: Wanted[] = [];
	const marked: Wanted[] = [];
	const facts: Wanted[] = [];
	const reported: Wanted[] = [];
	const single: Wanted[] = [];
	for (const story of [...told, ...alone]) {
		const lists = listUtterances(index, story);
		const leftOut = listLeftOutByAll(index, story, lists);
		const { different, agreed, single: lone } = listFacts(index, story);
		for (const utterance of lists.shared) {
			const [base, ...others] = listWordings(index, utterance);
			if (base) bases.push(...wantWording(index, base));
			for (const wording of others) (wording.marked ? marked : reported).push(...wantWording(index, wording));
		}
		for (const fact of [...different, ...agreed]) {
			const context = placeContext(index, fact);
			if (context !== null) facts.push({ article: context.article, spans: [context] });
			facts.push(...wantStates(index, story, fact.states));
		}
		for (const utterance of [...lists.single, ...leftOut])
			single.push(...listWordings(index, utterance).flatMap((wording) => wantWording(index, wording)));
		single.push(...lone.flatMap(({ states }) => wantStates(index, story, states)));
	}
	return [...bases, ...facts, ...marked, ...reported, ...single];
}

function listWordings(index: RecordIndex, utterance: Utterance): Wording[] {
	return groupWordings(index, utterance).flatMap(({ wordings }) => wordings);
}

/** A wording, and who is given it by which words. */
function wantWording(index: RecordIndex, { rendition: { article, parts }, marked }: Wording): Wanted[] {
	const text = index.articles.get(article)?.text ?? "";
	const spans = parts.flatMap((part) => part.spans).sort(compareSpans);
	const given = firstWords(text, spans, marked ? LONGEST_MARKED : LONGEST_OWN);
	const naming = parts.flatMap(({ quotation }) => {
		const found = index.quotations.get(quotation ?? "");
		return found ? [...found.cue, ...(found.source === null ? [] : [found.source])] : [];
	});
	return [
		{ article, spans: given.map((span) => withMarks(text, span)) },
		{ article, spans: naming.filter((span) => countWords(text.slice(span.start, span.end)) <= LONGEST_OWN) },
	];
}

function wantStates(index: RecordIndex, { articles }: Story, states: readonly FactState[]): Wanted[] {
	return orderArticles(index, articles).flatMap((article) =>
		states
			.filter((state) => state.article === article)
			.map(({ spans }) => ({
				article,
				spans: firstWords(index.articles.get(article)?.text ?? "", spans, LONGEST_OWN),
			})),
	);
}

/** Stretches up to the end of their n-th word. */
function firstWords(text: string, spans: readonly Span[], most: number): Span[] {
	const given: Span[] = [];
	let left = most;
	for (const span of spans) {
		const words = countWords(text.slice(span.start, span.end));
		if (left <= 0) break;
		given.push(words <= left ? span : { start: span.start, end: endOfWord(text, span, left) });
		left -= words;
	}
	return given;
}

function endOfWord(text: string, span: Span, count: number): number {
	const { ends, starts } = findTokens(text, [span]);
	let words = 0;
	for (let at = 0; at < starts.length; at++) {
		words += countWords(text.slice(starts[at], ends[at]));
		if (words >= count) return ends[at] ?? span.end;
	}
	return span.end;
}

/** With the marks that stand right around it. */
function withMarks(text: string, { start, end }: Span): Span {
	return {
		start: MARK.test(text.charAt(start - 1)) ? start - 1 : start,
		end: MARK.test(text.charAt(end)) ? end + 1 : end,
	};
}

/** Where a headline stands in its article's text; of one that was made from the text, where the words it was made of do. */
export function placeHeadline({ text, headline }: RecordArticle): Span | null {
	if (headline === null) return null;
	if (headline.span !== null || !headline.made) return headline.span;
	const words = headline.text.replace(/\s*…$/, "");
	const start = text.indexOf(words);
	return start < 0 || words === "" ? null : { start, end: start + words.length };
}

class Plan {
	readonly #text: string;
	readonly #of: number;
	#kept: Span[];
	#words: number;

	constructor(article: RecordArticle) {
		const { text, headline } = article;
		this.#text = text;
		this.#of = countWords(text);
		const span = placeHeadline(article);
		this.#kept = span === null ? [] : headline?.made === true ? firstWords(text, [span], LONGEST_MADE) : [span];
		this.#words = this.#count(this.#kept);
	}

	/** Takes stretches in where all of them still fit. */
	add(spans: readonly Span[]): void {
		const more = this.#count(subtractSpans(mergeSpans(spans), this.#kept));
		if (this.#words + more > mostOf(this.#of)) return;
		this.#kept = mergeSpans([...this.#kept, ...spans]);
		this.#words += more;
	}

	/** Gaps in which hardly a word stands are given too, where that still fits: a sign for each would be longer. */
	finish(): Excerpt {
		const stretches = this.#kept;
		for (const [at, { end }] of stretches.entries()) {
			const next = stretches[at + 1];
			const gap = next ? { start: end, end: next.start } : null;
			if (gap && gap.end - gap.start <= SHORTEST_GAP && !this.#text.slice(gap.start, gap.end).includes("\n"))
				this.add([gap]);
		}
		return { kept: this.#kept, words: this.#count(this.#kept), of: this.#of };
	}

	#count(spans: readonly Span[]): number {
		return spans.reduce((sum, { start, end }) => sum + countWords(this.#text.slice(start, end)), 0);
	}
}
