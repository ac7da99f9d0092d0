import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Article } from "../../../src/model/article.ts";
import type { Span } from "../../../src/model/span.ts";
import { findQuotations } from "../../../src/quotations/quotations.ts";
import type { TaggerWeights } from "../../../src/quotations/tagger/weights.ts";
import { loadAnalysisData } from "../../../src/system/data.ts";
import { compareSpans, round } from "../../../src/text/compare.ts";
import { overlaps } from "../../../src/text/spans.ts";
import { findWords } from "../../../src/text/words.ts";
import { makeArticle } from "../../../test/make-article.ts";
import type { Measurement, Scorer } from "../measurement.ts";
import { type GoldArticle, type GoldAttribution, readPolnear } from "./polnear-gold.ts";
import { describeQuotations } from "./quotation-details.ts";

/**
 * Quotations on PolNeAR's dev part (Newell, Margolin and Ruths 2018). What the gold does otherwise than
 * Stemma, and how it is met, on both sides alike:
 * - it counts the quotation marks into the content: content spans are widened over the marks beside them;
 * - it makes one attribution a cue, so that what follows after "she said." in new marks is part of the first
 *   content: quotations that share a cue are joined;
 * - it counts the comma after an aside into the source: commas and spaces at a source's ends are cut off;
 * - a part of a content ends with each line: parts with nothing but white space and marks between them are
 *   joined.
 * Attributions whose content touches a region that the annotators set aside count on neither side.
 */
export const scoreQuotations: Scorer = async (corpora) => {
	const articles = readPolnear(join(corpora, "polnear", "dev"));
	if (!articles) return null;
	const weights = loadAnalysisData().tagger?.weights ?? null;
	const shown = measureQuotations(articles, "polnear dev", weights);
	const all = weights ? measureQuotations(articles, "polnear dev", weights, ALL_READINGS) : null;
	const more = ALL_FIGURES.map((name) => [`${name} (unsure ones too)`, all?.figures[name] ?? 0] as const);
	return {
		...shown,
		figures: { ...shown.figures, ...(all ? Object.fromEntries(more) : {}) },
		details: () => describeQuotations(articles, weights, shown.figures, all?.figures ?? null),
	};
};

/** A record leaves out the tagger's readings that are more often wrong than right; these figures count them in. */
const ALL_READINGS = 0.3;
const ALL_FIGURES = [
	"content token F1",
	"content exact F1",
	"cue overlap F1",
	"source exact F1",
	"triple exact F1",
	"segment source F1",
	"segment cue F1",
	"segment content F1",
];

/** An attribution of one side of the comparison: keys of spans, ready to be counted. */
export interface Compared {
	readonly content: string;
	readonly cue: string;
	readonly source: string;
	readonly kind: "direct" | "mixed" | "indirect";
	readonly spans: {
		readonly content: readonly Span[];
		readonly cue: readonly Span[];
		readonly source: readonly Span[];
	};
	readonly rule: string;
	/** Null for what the annotators have. */
	readonly confidence: number | null;
}

/** The figures of the quotations found in gold articles, with the tagger's weights or by the rules alone. */
export function measureQuotations(
	articles: readonly GoldArticle[],
	corpus: string,
	tagger: TaggerWeights | null,
	least?: number,
): Measurement {
	const tallies = new Map<string, Tally>();
	const tally = (name: string): Tally => {
		const known = tallies.get(name) ?? { right: 0, found: 0, gold: 0 };
		tallies.set(name, known);
		return known;
	};
	const items: { [id: string]: number } = {};
	const sources: Tally = { right: 0, found: 0, gold: 0 };
	for (const article of articles) {
		const { gold, found } = compareArticle(article, tagger, least);
		const count = (
			name: string,
			key: (one: Compared) => string,
			keep: (one: Compared) => boolean = () => true,
		): Tally => {
			const one = countKeys(found.filter(keep).map(key), gold.filter(keep).map(key));
			add(tally(name), one);
			return one;
		};
		const direct = count(
			"direct exact",
			(one) => one.content,
			(one) => one.kind === "direct",
		);
		count(
			"mixed exact",
			(one) => one.content,
			(one) => one.kind === "mixed",
		);
		count(
			"indirect exact",
			(one) => one.content,
			(one) => one.kind === "indirect",
		);
		count("content exact", (one) => one.content);
		count(
			"cue exact",
			(one) => one.cue,
			(one) => one.cue !== "",
		);
		count(
			"source exact",
			(one) => one.source,
			(one) => one.source !== "",
		);
		count("triple exact", (one) => `${one.source}|${one.cue}|${one.content}`);
		for (const part of ["source", "cue", "content"] as const) {
			const keys = (list: readonly Compared[]): string[] => [
				...new Set(list.flatMap((one) => one.spans[part].map(({ start, end }) => `${start}-${end}`))),
			];
			add(tally(`segment ${part}`), countKeys(keys(found), keys(gold)));
		}
		add(tally("cue overlap"), countOverlaps(found, gold));
		add(sources, countSources(found, gold));
		const words = countTokens(article.text, found, gold);
		add(tally("content token"), words);
		for (const kind of ["direct", "mixed", "indirect"] as const) {
			const keep = (one: Compared): boolean => one.kind === kind;
			add(tally(`${kind} token`), countTokens(article.text, found.filter(keep), gold.filter(keep)));
		}
		// Files are named for their publisher: `publisher_date_title`.
		add(tally(`content token (${article.name.split("_")[0] ?? ""})`), words);
		if (direct.gold + direct.found > 0) items[itemId(article.name)] = round(f1(direct));
	}
	const figures: { [name: string]: number } = {};
	for (const [name, one] of tallies) figures[`${name} F1`] = round(f1(one));
	const direct = tally("direct exact");
	figures["direct exact precision"] = round(direct.found === 0 ? 0 : direct.right / direct.found);
	figures["direct exact recall"] = round(direct.gold === 0 ? 0 : direct.right / direct.gold);
	figures["direct source overlap, given content"] = round(sources.found === 0 ? 0 : sources.right / sources.found);
	return { stage: "quotations", corpus, figures, items };
}

/** An id that quotes nothing of the corpus: a name there holds words of the headline. */
export function itemId(name: string): string {
	return createHash("sha256").update(name).digest("hex").slice(0, 12);
}

/** What is found in an article and what the annotators have, both made comparable. */
export function compareArticle(
	article: GoldArticle,
	tagger: TaggerWeights | null,
	least: number | undefined,
): { readonly gold: Compared[]; readonly found: Compared[] } {
	const { text } = article;
	const kept = (content: readonly Span[]): boolean =>
		!content.some((span) => article.discard.some((region) => overlaps(span, region)));
	const plain = plainArticle(text);
	const words = findWords(plain);
	const { quotations } = findQuotations(plain, words, { entities: [], dates: [], numbers: [] }, tagger, least);
	return {
		gold: article.attributions.filter(({ content }) => kept(content)).map((one) => compared(text, one, "gold", null)),
		found: quotations
			.map(({ source, ...one }) => ({ ...one, source: source ? [source] : [] }))
			.filter(({ content }) => kept(content))
			.map((one) => compared(text, one, one.rule, one.confidence)),
	};
}

function compared(text: string, one: GoldAttribution, rule: string, confidence: number | null): Compared {
	const content = normaliseContent(text, one.content);
	const source = one.source.map((span) => cut(text, span, /[\s,]/));
	const cue = one.cue.map((span) => cut(text, span, /\s/));
	const marked = content.map((span) => standsInMarks(text.slice(span.start, span.end)));
	const any = content.some((span) => /["\u201c\u201d]|''/.test(text.slice(span.start, span.end)));
	return {
		content: keyOf(content),
		cue: keyOf(cue),
		source: keyOf(source),
		kind: marked.every(Boolean) ? "direct" : any ? "mixed" : "indirect",
		spans: { content, cue, source },
		rule,
		confidence,
	};
}

const MARKS = /["\u201c\u201d\u201e\u2018\u2019'\u00ab\u00bb]/;

function normaliseContent(text: string, spans: readonly Span[]): Span[] {
	const joined: { start: number; end: number }[] = [];
	for (const span of spans) {
		let { start, end } = cut(text, span, /\s/);
		for (let i = 0; i < 3 && start > 0 && MARKS.test(text.charAt(start - 1)); i++) start--;
		for (let i = 0; i < 3 && end < text.length && MARKS.test(text.charAt(end)); i++) end++;
		// `'Well done,' "`: a space parts nested marks, and French marks stand a space away.
		if (MARKS.test(text.charAt(end - 1)) && /^[\s\u00a0]["\u201d](?:\s|$)/.test(text.slice(end, end + 3))) end += 2;
		if (/\u201c\s$/.test(text.slice(start - 2, start))) start -= 2;
		const last = joined[joined.length - 1];
		if (last && /^[\s"\u201c\u201d']*$/.test(text.slice(last.end, Math.max(start, last.end))))
			last.end = Math.max(last.end, end);
		else joined.push({ start, end });
	}
	return joined;
}

function standsInMarks(part: string): boolean {
	return (
		/^(?:["\u201c\u2018]|'')/.test(part) &&
		/(?:["\u201d\u2019]|'')$/.test(part) &&
		!/["\u201d]\s+[^\s"\u201c][^"\u201d\u201c]*[\u201c"]/.test(part.slice(1, -1))
	);
}

function cut(text: string, span: Span, chars: RegExp): { start: number; end: number } {
	let { start, end } = span;
	while (start < end && chars.test(text.charAt(start))) start++;
	while (end > start && chars.test(text.charAt(end - 1))) end--;
	return { start, end };
}

function keyOf(spans: readonly Span[]): string {
	return spans.map(({ start, end }) => `${start}-${end}`).join(" ");
}

interface Tally {
	right: number;
	found: number;
	gold: number;
}

function add(total: Tally, one: Tally): void {
	total.right += one.right;
	total.found += one.found;
	total.gold += one.gold;
}

function f1({ right, found, gold }: Tally): number {
	return found + gold === 0 ? 0 : (2 * right) / (found + gold);
}

function countKeys(found: readonly string[], gold: readonly string[]): Tally {
	const left = new Map<string, number>();
	for (const key of gold) left.set(key, (left.get(key) ?? 0) + 1);
	let right = 0;
	for (const key of found) {
		const n = left.get(key) ?? 0;
		if (n === 0) continue;
		right++;
		left.set(key, n - 1);
	}
	return { right, found: found.length, gold: gold.length };
}

/** Cues that share a word with one of the other side's, paired in the order of the text. */
function countOverlaps(found: readonly Compared[], gold: readonly Compared[]): Tally {
	const cues = (list: readonly Compared[]): Span[] =>
		list
			.flatMap(({ spans }) => (spans.cue.length > 0 ? [spans.cue] : []))
			.map((spans) => ({ start: spans[0]?.start ?? 0, end: spans[spans.length - 1]?.end ?? 0 }))
			.sort(compareSpans);
	const a = cues(found);
	const b = cues(gold);
	let right = 0;
	for (let i = 0, j = 0; i < a.length && j < b.length; ) {
		const one = a[i];
		const other = b[j];
		if (!one || !other) break;
		if (overlaps(one, other)) {
			right++;
			i++;
			j++;
		} else if (one.end <= other.start) i++;
		else j++;
	}
	return { right, found: a.length, gold: b.length };
}

/** Direct attributions of the gold that are found, and how many of them with a source that overlaps, or none on both sides. */
function countSources(found: readonly Compared[], gold: readonly Compared[]): Tally {
	const sources: Tally = { right: 0, found: 0, gold: 0 };
	for (const one of gold) {
		if (one.kind !== "direct") continue;
		sources.gold++;
		const other = mostShared(found, one);
		if (!other) continue;
		sources.found++;
		const [mine, theirs] = [one.spans.source, other.spans.source];
		if (mine.length === 0 ? theirs.length === 0 : mine.some((a) => theirs.some((b) => overlaps(a, b)))) sources.right++;
	}
	return sources;
}

function mostShared(found: readonly Compared[], one: Compared): Compared | null {
	let best: Compared | null = null;
	let most = 0;
	for (const other of found) {
		let shared = 0;
		for (const a of one.spans.content)
			for (const b of other.spans.content) shared += Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
		if (shared > most) {
			most = shared;
			best = other;
		}
	}
	return best;
}

/** Words shared by attributions paired one to one, those that share most first. */
function countTokens(text: string, found: readonly Compared[], gold: readonly Compared[]): Tally {
	const a = found.map((one) => findWordStarts(text, one));
	const b = gold.map((one) => findWordStarts(text, one));
	const right = pairByWords(a, b).reduce((sum, { shared }) => sum + shared, 0);
	const total = (list: readonly ReadonlySet<number>[]): number => list.reduce((sum, one) => sum + one.size, 0);
	return { right, found: total(a), gold: total(b) };
}

/** Where the words of a content start. */
export function findWordStarts(text: string, one: Compared): Set<number> {
	const starts = new Set<number>();
	for (const { start, end } of one.spans.content)
		for (const match of text.slice(start, end).matchAll(/[\p{L}\p{N}]+/gu)) starts.add(start + match.index);
	return starts;
}

/** Pairs each `i` of the one side with at most one `j` of the other, those that share most words first. */
export function pairByWords(
	a: readonly ReadonlySet<number>[],
	b: readonly ReadonlySet<number>[],
): { readonly i: number; readonly j: number; readonly shared: number }[] {
	const pairs: { i: number; j: number; shared: number }[] = [];
	for (const [i, one] of a.entries())
		for (const [j, other] of b.entries()) {
			let shared = 0;
			for (const start of one) if (other.has(start)) shared++;
			if (shared > 0) pairs.push({ i, j, shared });
		}
	pairs.sort((x, y) => y.shared - x.shared || x.i - y.i || x.j - y.j);
	const usedI = new Set<number>();
	const usedJ = new Set<number>();
	return pairs.filter(({ i, j }) => {
		if (usedI.has(i) || usedJ.has(j)) return false;
		usedI.add(i);
		usedJ.add(j);
		return true;
	});
}

/** The whole text as one report: the corpus gives plain text, its first line the headline. */
export function plainArticle(text: string): Article {
	const whole = makeArticle(text);
	const [first, ...rest] = whole.blocks;
	return {
		...whole,
		body: rest.map(({ start, end }) => ({ start, end })),
		headline: first
			? {
					text: text.slice(first.start, first.end),
					span: { start: first.start, end: first.end },
					from: "first-line",
					made: false,
				}
			: null,
	};
}
